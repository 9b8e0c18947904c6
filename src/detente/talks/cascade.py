"""Reprisals as a chain of chance: each blow may be answered, after a lag, by a smaller one that may suspend the talks.

Signs, shares and indices rest on the expected reprisal (`detente.talks.pulse`). Here the chain is played out many times
in every draw, so that what is luck can be told from what nobody knows. docs/explanation/talks.md says what it assumes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from detente.case.model import Case
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.priors import stream
from detente.settlement.results import Composition
from detente.talks.attribution import quantiles, signs
from detente.talks.comparing import PACE, chance, log_ratio
from detente.talks.paired import basis
from detente.talks.pulse import Pulse, lag_weeks, pulse
from detente.talks.results import TRACKS, Quantiles, Shock, Track
from detente.talks.tracks import ALL_CHANNELS, readiness

LINKS = 12
"""Blows of a chain at most. At a ratio of .6 the thirteenth would have .1% of the size of the act."""


@dataclass(frozen=True, slots=True)
class Played:
    """What the chain does to one track.

    Parameters
    ----------
    track
        Which.
    difference
        P1 - P0 over all draws and realisations.
    expected
        The same with the expected reprisal in place of the chain, over the same draws.
    share_positive, share_negative
        Of all realisations in all draws, with the dead band of the effect.
    luck
        Share of the variance of P1 - P0 that lies between realisations of one draw, in [0, 1]; the rest is what nobody
        knows. None where nothing varies.
    band
        Mean over the draws of the range of 90% of P1 - P0 over the realisations of one draw.
    """

    track: Track
    difference: Quantiles
    expected: Quantiles
    share_positive: float
    share_negative: float
    luck: float | None
    band: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cascade:
    """A chain of reprisals played out.

    Parameters
    ----------
    draws, realisations
        Usable draws, and how often the chain was played out in each.
    reprisals
        Share of realisations with no reprisal, one, two, and three or more within the horizon; what the record shows is
        certain.
    suspended
        Share of realisations in which the talks are suspended for at least a week.
    weeks_suspended
        Mean number of weeks in which the talks are suspended, over all realisations.
    tracks
        The three tracks.
    """

    draws: int
    realisations: int
    reprisals: tuple[float, float, float, float]
    suspended: float
    weeks_suspended: float
    tracks: tuple[Played, ...]


def cascade(
    case: Case,
    shock: Shock,
    *,
    draws: int = 1_000,
    realisations: int = 50,
    seed: int = 1,
    weeks: int = 26,
    composition: Composition = "unknown",
) -> Cascade | None:
    """Play out the chain of reprisals in every draw.

    Parameters
    ----------
    case, shock
        As for `simulate`.
    draws, realisations
        How many draws, and how often the chain is played out in each; at least 1.
    seed, weeks, composition
        Of the runs.

    Returns
    -------
    Cascade or None
        None where the event can have no reprisal: its card has no such channel, or one of the two is no side.

    Raises
    ------
    CannotWorkOut
        Where the talks cannot be run.
    """
    base = basis(case, draws, seed, composition)
    felt = pulse(case, shock, base.draws)
    if "retaliation: ratio" not in felt.drawn:
        return None
    used, masks = base.parts.usable, np.array([ALL_CHANNELS])
    both = readiness(base.ground, felt, np.array([0, ALL_CHANNELS]), weeks)[:, used]
    played, chains = [], []
    for chain in _chains(shock, felt, base.draws.n, seed, realisations):
        played.append(readiness(base.ground, chain, masks, weeks)[:, used, 0])
        chains.append(_told(chain, used, weeks))
    blows, away = (np.stack(column) for column in zip(*chains, strict=True))
    g = np.stack(played)
    return Cascade(
        draws=int(used.sum()),
        realisations=realisations,
        reprisals=tuple(float(share.mean()) for share in (blows == 0, blows == 1, blows == 2, blows > 2)),  # type: ignore[arg-type]
        suspended=float((away > 0).mean()),
        weeks_suspended=float(away.mean()),
        tracks=tuple(
            _track(track, g[:, t], both[t], base.draws.values_of[PACE[track]][used]) for t, track in enumerate(TRACKS)
        ),
    )


def _chains(shock: Shock, felt: Pulse, n: int, seed: int, realisations: int) -> Iterator[Pulse]:
    """Yield the pulse with one realisation of the chain in every draw."""
    for number in range(realisations):
        yield chain_of(shock, felt, n, seed, number)


def chain_of(shock: Shock, felt: Pulse, n: int, seed: int, number: int = 0, links: int = LINKS) -> Pulse:
    """Return a pulse whose reprisals are one realisation of the chain.

    The first blow comes for certain, at its lag, where the record shows it; otherwise it comes with its chance, and so
    does every further one that answers the one before. Each suspends all meetings for its length with the chance of its
    card; the first does not where the record shows a round soon after the act.

    Parameters
    ----------
    shock, felt
        The event, and the same with the expected reprisal.
    n, seed
        Draws, and their seed.
    number
        Of the realisation.
    links
        Blows at most.
    """
    ratio, chance_, away, length = (
        felt.drawn[f"retaliation: {name}"] for name in ("ratio", "probability", "suspension", "length")
    )
    rng = stream(seed, "cascade", str(number))
    come, stop, normal = rng.random((n, links)), rng.random((n, links)), rng.standard_normal((n, links))
    answered = come < chance_[:, None]
    between = lag_weeks(shock, normal)
    suspends = (stop < away[:, None]).astype(np.float64)
    if shock.retaliation_observed:
        answered[:, 0], between[:, 0] = True, (shock.reprisal_lag or 0) / 7
    if shock.meeting_observed:
        suspends[:, 0] = 0.0
    there = np.logical_and.accumulate(answered, axis=1)
    return replace(
        felt,
        reprisal=np.where(there, ratio[:, None] ** np.arange(1, links + 1), 0.0),
        lag=np.where(there, np.cumsum(between, axis=1), np.inf),
        suspension=suspends,
        length=np.repeat(length[:, None], links, axis=1),
    )


def _told(chain: Pulse, used: BoolArray, weeks: int) -> tuple[FloatArray, FloatArray]:
    """Return the blows within the horizon and the weeks without meetings, per usable draw."""
    week = np.arange(weeks)
    lag, end = chain.lag[used], chain.lag[used] + chain.length[used]
    inside = (week >= lag[:, :, None]) & (week < end[:, :, None]) & (chain.suspension[used][:, :, None] > 0)
    return (lag < weeks).sum(axis=1).astype(np.float64), inside.any(axis=1).sum(axis=1).astype(np.float64)


def _track(track: Track, g: FloatArray, both: FloatArray, pace: FloatArray) -> Played:
    """Compare the realisations (r, n) with the run without the event and with the expected reprisal (n, 2)."""
    before, expected = chance(pace, both).T
    moved = np.stack([chance(pace, one) for one in g]) - before
    ratio = np.stack([log_ratio(np.stack([both[:, 0], one], axis=1)) for one in g])
    positive, negative = signs(np.nan_to_num(ratio))
    whole = float(moved.var())
    low, high = np.quantile(moved, (0.05, 0.95), axis=0)
    return Played(
        track=track,
        difference=quantiles(moved.ravel()),
        expected=quantiles(expected - before),
        share_positive=float(positive.mean()),
        share_negative=float(negative.mean()),
        luck=float(moved.var(axis=0).mean()) / whole if whole > 0 else None,
        band=(float(low.mean()), float(high.mean())),
    )
