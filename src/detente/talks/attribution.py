"""Who did it: exact Shapley shares of the channels, the ledger of implied shifts, and what would flip the sign."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.draws import Draws
from detente.settlement.priors import PRIORS
from detente.settlement.results import Spread
from detente.settlement.surplus import Surplus
from detente.talks.pulse import Pulse
from detente.talks.results import CHANNELS, Flip, LedgerRow, Quantiles, Shock

DEAD_BAND = 0.02
"""A log hazard ratio within this of 0 has no sign."""
NO_SAY = frozenset(
    {"pace-limited", "pace-truce", "pace-comprehensive", "deal-holds", "truce-holds", "breakdown-shape", "monitoring"}
)
"""Rates cancel from the hazard ratio, and how long a deal holds is asked after it: they cannot decide a sign."""


def shapley(worth: FloatArray) -> FloatArray:
    """Return every channel's exact Shapley share.

    Parameters
    ----------
    worth
        Value of each set of channels (n, 2^c); the column's number has bit k set where channel k is in the set.

    Returns
    -------
    ndarray
        Shape (n, c); rows add up to ``worth[:, -1] - worth[:, 0]``.

    Source
    ------
    Shapley (1953), A value for n-person games.

    Examples
    --------
    >>> shapley(np.array([[0.0, 1.0, 2.0, 5.0]]))
    array([[2., 3.]])
    """
    count = int(math.log2(worth.shape[1]))
    out = np.zeros((worth.shape[0], count))
    for mask in range(worth.shape[1]):
        size = mask.bit_count()
        for c in range(count):
            if mask >> c & 1:
                weight = math.factorial(size - 1) * math.factorial(count - size) / math.factorial(count)
                out[:, c] += weight * (worth[:, mask] - worth[:, mask ^ (1 << c)])
    return out


def interactions(worth: FloatArray) -> FloatArray:
    """Return every pair's Shapley interaction index: what two channels do together beyond what each does alone.

    Parameters
    ----------
    worth
        As for `shapley` (n, 2^c).

    Returns
    -------
    ndarray
        Shape (n, c, c), symmetric, 0 on the diagonal.

    Source
    ------
    Grabisch and Roubens (1999), An axiomatic approach to the concept of interaction among players, equation 2.

    Examples
    --------
    >>> interactions(np.array([[0.0, 1.0, 2.0, 5.0]]))[0, 0, 1]
    np.float64(2.0)
    """
    count = int(math.log2(worth.shape[1]))
    out = np.zeros((worth.shape[0], count, count))
    for a, b in itertools.combinations(range(count), 2):
        pair = 1 << a | 1 << b
        for mask in range(worth.shape[1]):
            if mask & pair:
                continue
            size = mask.bit_count()
            weight = math.factorial(count - size - 2) * math.factorial(size) / math.factorial(count - 1)
            out[:, a, b] += weight * (
                worth[:, mask | pair] - worth[:, mask | 1 << a] - worth[:, mask | 1 << b] + worth[:, mask]
            )
        out[:, b, a] = out[:, a, b]
    return out


def quantiles(values: FloatArray, weights: FloatArray | None = None) -> Quantiles:
    """Return the median with the ranges of 50% and 90% of draws (n,), n at least 1, weighted where weights are given.

    Examples
    --------
    >>> quantiles(np.arange(101.0))
    Quantiles(median=50.0, r50=(25.0, 75.0), r90=(5.0, 95.0))
    """
    at = (0.05, 0.25, 0.5, 0.75, 0.95)
    if weights is None:
        low, left, mid, right, high = np.quantile(values, at).tolist()
    else:
        order = np.argsort(values, kind="stable")
        mass = np.cumsum(weights[order])
        places = np.searchsorted(mass, np.array(at) * mass[-1]).clip(max=len(values) - 1)
        low, left, mid, right, high = values[order][places].tolist()
    return Quantiles(mid, (left, right), (low, high))


def spread(values: FloatArray) -> Spread:
    """Return the 5th, 50th and 95th percentile of draws (n,), n at least 1.

    Examples
    --------
    >>> spread(np.arange(101.0))
    Spread(low=5.0, mid=50.0, high=95.0)
    """
    low, mid, high = np.quantile(values, (0.05, 0.5, 0.95)).tolist()
    return Spread(low, mid, high)


def signs(log_ratio: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return per draw whether the effect is positive and whether it is negative, as 0 or 1; NaN has no sign."""
    return (log_ratio > DEAD_BAND).astype(float), (log_ratio < -DEAD_BAND).astype(float)


def ledger(case: Case, shock: Shock, felt: Pulse, parts: Surplus, draws: Draws) -> tuple[LedgerRow, ...]:
    """Return what each channel of the card does to each side's surplus at the start, before anything is solved.

    Signs are partly arithmetic on prior means; this table shows the arithmetic.
    """
    rows = []
    shifts = dict(zip(CHANNELS, _shifts(felt, parts), strict=True))
    for channel in CHANNELS:
        if channel not in shock.channels:
            continue
        basis = shock.channel_basis.get(channel, "")
        rows += [
            LedgerRow(channel, side, spread(shifts[channel][parts.usable, p]), basis)
            for p, side in enumerate(draws.sides)
            if parts.usable.any() and shifts[channel][:, p].any()
        ]
        if channel == "information" and parts.usable.any():
            rows.append(LedgerRow(channel, "", spread(np.exp(felt.temperature[parts.usable])), basis))
    return tuple(rows)


def _shifts(felt: Pulse, parts: Surplus) -> Iterator[FloatArray]:
    """Yield the change of s (n, P) at the start per channel, in the order of CHANNELS."""
    cost, audience = felt.cost, -felt.audience
    learned = parts.war_value(parts.beliefs()) - parts.war_value(parts.beliefs(shift=felt.win))
    doubt = (parts.premium() - parts.premium(-felt.trust))[:, :, 0]
    yield from (cost, learned, audience, doubt, felt.inducement)
    swapped = felt.win[:, felt.swap] * felt.reprisal[:, :1]
    reply = parts.war_value(parts.beliefs()) - parts.war_value(parts.beliefs(shift=swapped))
    reply += (cost + audience)[:, felt.swap] * felt.reprisal[:, :1]
    reply += (parts.premium() - parts.premium(-felt.trust[:, felt.swap] * felt.reprisal[:, :1]))[:, :, 0]
    yield reply


def flips(
    case: Case, draws: Draws, felt: Pulse, log_ratio: FloatArray, live: BoolArray, most: int = 12
) -> tuple[Flip, ...]:
    """Return how the sign shares move between the lowest and highest fifth of each assumption, the strongest first.

    Parameters
    ----------
    case, draws, felt
        What was drawn.
    log_ratio
        Log hazard ratio per draw (n,).
    live
        Draws to look at (n,); with fewer than 50 nothing is returned.
    most
        Rows to return.
    """
    if live.sum() < 50:
        return ()
    positive, negative = signs(log_ratio[live])
    rows = [
        _flip(name, values[live], positive, negative)
        for name, values in _assumed(case, draws, felt)
        if np.ptp(values[live]) > 0
    ]
    return tuple(sorted(rows, key=lambda row: (-_reach(row), row.assumption))[:most])


def _reach(row: Flip) -> float:
    return max(abs(row.positive_high - row.positive_low), abs(row.negative_high - row.negative_low))


def _flip(name: str, values: FloatArray, positive: FloatArray, negative: FloatArray) -> Flip:
    ends = np.quantile(values, (0.2, 0.8))
    low, high = values <= ends[0], values >= ends[1]
    return Flip(
        assumption=name,
        low_range=(float(values.min()), float(ends[0])),
        high_range=(float(ends[1]), float(values.max())),
        positive_low=float(positive[low].mean()),
        negative_low=float(negative[low].mean()),
        positive_high=float(positive[high].mean()),
        negative_high=float(negative[high].mean()),
    )


def _assumed(case: Case, draws: Draws, felt: Pulse) -> Iterator[tuple[str, FloatArray]]:
    """Yield every drawn quantity with a name for a reader."""
    names = {party.id: party.name for party in case.parties}
    for quantity, values in draws.values_of.items():
        symbol = PRIORS[quantity].symbol
        if quantity in NO_SAY:
            continue
        if values.ndim == 1:
            yield f"{quantity} ({symbol})", values
        else:
            for p, side in enumerate(draws.sides):
                yield f"{quantity} of {names.get(side, side)} ({symbol})", values[:, p]
    for quantity, values in felt.drawn.items():
        yield f"shock, {_named(quantity, names)}", values


def _named(quantity: str, names: Mapping[str, str]) -> str:
    for id, name in sorted(names.items()):
        quantity = quantity.replace(f"({id})", f"({name})")
    return quantity


def by_size(mean: Mapping[str, float], channels: Sequence[str]) -> tuple[str, ...]:
    """Return the channels of the card by the size of their mean share, the largest first."""
    return tuple(sorted((c for c in mean if c in channels), key=lambda c: (-abs(mean[c]), c)))
