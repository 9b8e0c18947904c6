"""Acceptability where the case states preferences in part: ranges for weights, values, reservation values, red lines.

Every draw is solved exactly. Shares are over draws, each with its standard error.

Sources: Lahdelma, Hokkanen and Salminen (1998), SMAA; Lahdelma and Salminen (2001), SMAA-2, for ranks, central weights
and confidence factors; Leskinen, Viitanen, Kangas and Kangas (2006), for pairwise winning indices.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case, Issue
from detente.case.preferences import Amount, Preferences
from detente.case.rules import forbidden
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray, quantised
from detente.settlement.bargaining import SOLUTIONS, stated_rows
from detente.settlement.listing import PLAIN, best_of_halves
from detente.settlement.packages import blocks_of
from detente.settlement.permits import conditions, permits, red_lines
from detente.settlement.priors import sample, sampled
from detente.settlement.rating import CONFIDENCE_DRAWS, Rated, Rating, Share, matters, ranks, share
from detente.settlement.weights import draw_weights

CHUNK = 5_000
"""Draws solved at a time: memory stays flat."""
CANDIDATES = 200
"""Most packages, by how often a solution picks them, that the short list is chosen from."""
SHORT_LIST = 6
LISTING_DRAWS = 5_000
"""The short list is chosen on the first so many draws; its figures are of all."""
HALF_ROOM = 20_000
"""Most undominated sums of one half of the issues: their pairs would take a second per draw."""
ROOM_OF_MANY, PAIRS_OF_MANY = 4_000, 4_000_000
"""The same for three and more parties, and most pairs of two halves: 20 ms per draw."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Draws of everything, and the packages."""

    rows: Sequence[Preferences]
    issues: tuple[Issue, ...]
    radix: IntArray
    strides: IntArray
    start: IntArray
    choices: tuple[tuple[tuple[int, int], ...], ...]
    weights: tuple[FloatArray, ...]
    values: tuple[Mapping[str, FloatArray], ...]
    reserve: FloatArray
    open: tuple[BoolArray, ...]
    unknown: Mapping[str, FloatArray]

    @property
    def plain(self) -> bool:
        """Whether every package of every draw is listed; else halves are merged by a compiled kernel."""
        return bool(math.prod(np.diff(self.start).tolist()) * len(self.reserve) <= PLAIN)


def rate(case: Case, *, draws: int = 10_000, seed: int = 1, tell: Callable[[str], object] = id) -> Rating:
    """Rate packages over all that is unknown of the parties' preferences.

    Parameters
    ----------
    case
        With `preferences` for every side.
    draws, seed
        How many draws, and which.
    tell
        Called with one line before the compiled kernel is loaded.

    Raises
    ------
    CannotWorkOut
        Where there are not two sides or more with preferences, or too many packages to number or to solve every draw
        exactly.
    """
    known = _sample(case, draws, seed)
    if not known.plain:
        tell("solving the draws; the first run compiles a kernel, which takes up to half a minute")
    codes, margin = _solved(known, known.weights)
    agreed = margin >= 0
    listed = _short_list(known, codes)
    worst = np.stack([_worst(known, code) for code in listed]) if listed else np.empty((0, draws))
    order = np.argsort(-(worst >= 0).sum(axis=1), kind="stable")
    listed, worst = [listed[a] for a in order], worst[order]
    ranked, pairwise = ranks(worst)
    rated = tuple(
        Rated(
            _package(known, code),
            share(int((worst[a] >= 0).sum()), draws),
            share(int((codes[:, 0] == code).sum()), draws),
            ranked[a],
            *_central(known, codes, code),
        )
        for a, code in enumerate(listed)
    )
    return Rating(
        draws=draws,
        seed=seed,
        zone=share(int(agreed.sum()), draws),
        packages=rated,
        pairwise=pairwise,
        solutions={name: _shares(known, codes[:, c]) for c, name in enumerate(SOLUTIONS)},
        matters=matters(known.unknown, margin),
    )


def _sample(case: Case, n: int, seed: int) -> _Sample:
    rows = stated_rows(case)
    if len(rows) < 2:
        raise CannotWorkOut("acceptability is of two sides or more, and only one is in the case")
    issues = tuple(issue for issue in case.issues if any(issue.id in row.values for row in rows))
    radix = np.array([len(issue.rungs) for issue in issues], dtype=np.int64)
    if math.prod(radix.tolist()) >= 2**62:
        raise CannotWorkOut("there are more packages than can be numbered; leave some issues out")
    rungs = tuple(tuple(rung.id for rung in issue.rungs) for issue in issues)
    place = {issue.id: k for k, issue in enumerate(issues)}
    rules = [
        tuple(sorted((place[k], rungs[place[k]].index(r)) for k, r in combination))
        for rule in case.constraints
        for combination in forbidden(case, rule)
        if all(k in place for k, _ in combination)
    ]
    blocks = list(blocks_of(rungs, rules))
    weights = tuple(draw_weights(row, n, seed) for row in rows)
    values = tuple(
        {
            k: np.stack([sampled(v, n, seed, "value", row.party, k, rung) for rung, v in given.items()], axis=1)
            for k, given in _in_order(row, issues).items()
        }
        for row in rows
    )
    reserve = np.stack(
        [sampled(case.reservation.get(row.party, 0.0), n, seed, "reservation", row.party) for row in rows], axis=1
    )
    return _Sample(
        rows=rows,
        issues=issues,
        radix=radix,
        strides=np.cumprod([1, *radix[:-1]]),
        start=np.cumsum([0, *(len(choices) for _, choices in blocks)], dtype=np.int64),
        choices=tuple(tuple(zip(members, c, strict=True)) for members, choices in blocks for c in choices),
        weights=weights,
        values=values,
        reserve=quantised(reserve),
        open=_open(case, issues, n, seed),
        unknown=_unknown(rows, weights, values, reserve),
    )


def _in_order(row: Preferences, issues: Sequence[Issue]) -> dict[str, dict[str, Amount]]:
    return {
        issue.id: {rung.id: row.values[issue.id][rung.id] for rung in issue.rungs}
        for issue in issues
        if issue.id in row.values
    }


def _open(case: Case, issues: Sequence[Issue], n: int, seed: int) -> tuple[BoolArray, ...]:
    """Which rungs red lines and content preconditions leave, per draw."""
    rho, h = sample(case, "red-line-holds", n, seed), sample(case, "outsiders-deliver", n, seed)
    every = permits(case, rho, h, seed)
    found = []
    for issue in issues:
        hull = [rung.id for rung in issue.hull]
        bound = bool(red_lines(case, issue) or conditions(case, issue))
        table = np.full((n, len(issue.rungs)), not bound, dtype=np.bool_)
        settled = every[issue.id].uncrossed & every[issue.id].demanded
        for r, rung in enumerate(issue.rungs):
            if rung.id in hull:
                table[:, r] = settled[:, hull.index(rung.id)]
        found.append(table)
    return tuple(found)


def _unknown(
    rows: Sequence[Preferences],
    weights: Sequence[FloatArray],
    values: Sequence[Mapping[str, FloatArray]],
    reserve: FloatArray,
) -> dict[str, FloatArray]:
    """What varies over the draws, by name."""
    named: dict[str, FloatArray] = {}
    for p, row in enumerate(rows):
        for k, issue in enumerate(row.values):
            named[f"weight of {issue} for {row.party}"] = weights[p][:, k]
            for r, rung in enumerate(row.values[issue]):
                named[f"value of {issue} {rung} for {row.party}"] = values[p][issue][:, r]
        named[f"reservation value of {row.party}"] = reserve[:, p]
    return {name: drawn for name, drawn in named.items() if np.ptp(drawn) > 0}


def _gains(known: _Sample, weights: Sequence[FloatArray], at: slice) -> tuple[FloatArray, BoolArray]:
    """What every choice gives, and whether it is open, for some of the draws."""
    n = len(range(*at.indices(len(known.reserve))))
    gains = np.zeros((n, len(known.choices), len(known.rows)))
    allowed = np.ones((n, len(known.choices)), dtype=np.bool_)
    for o, choice in enumerate(known.choices):
        for k, r in choice:
            allowed[:, o] &= known.open[k][at, r]
            for p, row in enumerate(known.rows):
                if (issue := known.issues[k].id) in row.values:
                    gains[:, o, p] += quantised(
                        weights[p][at, list(row.values).index(issue)] * known.values[p][issue][at, r]
                    )
    return gains, allowed


def _solved(known: _Sample, weights: Sequence[FloatArray], most: int | None = None) -> tuple[IntArray, FloatArray]:
    """Solve the draws in chunks: packages per solution (n, 4), -1 without one, and the margin (n,)."""
    n = len(known.reserve) if most is None else min(most, len(known.reserve))
    codes, margin = np.empty((n, len(SOLUTIONS)), dtype=np.int64), np.empty(n)
    code = np.array([sum(known.strides[k] * r for k, r in choice) for choice in known.choices], dtype=np.int64)
    for low in range(0, n, CHUNK):
        at = slice(low, min(low + CHUNK, n))
        gains, allowed = _gains(known, weights, at)
        if known.plain:
            codes[at], margin[at] = best_of_halves(gains, allowed, known.start, code, known.reserve[at])
        else:
            _merged(known, gains, allowed, code, at, codes[at], margin[at])
    return codes, margin


def _merged(
    known: _Sample,
    gains: FloatArray,
    allowed: BoolArray,
    code: IntArray,
    at: slice,
    codes: IntArray,
    margin: FloatArray,
) -> None:
    """Solve some draws by merging both halves of the issues, and write what was found into codes and margin."""
    from detente.settlement.drawn_kernel import best_of_draws, best_of_many_draws

    room = _room(known)
    if len(known.rows) == 2:
        best_of_draws(gains, allowed, known.start, code, room, known.reserve[at], codes, margin)
    else:
        room = min(room, ROOM_OF_MANY)
        best_of_many_draws(gains, allowed, known.start, code, room, PAIRS_OF_MANY, known.reserve[at], codes, margin)
    if (codes < -1).any():
        raise CannotWorkOut(
            f"half of the issues have more than {room:,} efficient packages in a draw, or both halves too many pairs "
            "of them, to solve every draw exactly; leave issues out"
        )


def _room(known: _Sample) -> int:
    """Return the most sums of a half; while one of two parties is merged, two lists stand side by side."""
    sizes = [int(size) for size in np.diff(known.start)]
    middle = (len(sizes) + 1) // 2
    return min(2 * max(math.prod(sizes[:middle]), math.prod(sizes[middle:])), HALF_ROOM)


def _short_list(known: _Sample, codes: IntArray) -> list[int]:
    from detente.settlement.acceptability import greedy_cover

    picked, counts = np.unique(codes[codes >= 0], return_counts=True)
    candidates: list[int] = picked[np.lexsort((picked, -counts))][:CANDIDATES].tolist()
    if not candidates:
        return []
    agreeable = np.stack([_worst(known, code, LISTING_DRAWS) >= 0 for code in candidates])
    taken = [*greedy_cover(agreeable, most=SHORT_LIST), int(agreeable.sum(axis=1).argmax())]
    return [candidates[a] for a in sorted(set(taken))]


def _worst(known: _Sample, code: int, most: int | None = None) -> FloatArray:
    """The smallest gain of either party (n,), -inf where the package is not open."""
    at = slice(most)
    total = -known.reserve[at]
    closed = np.zeros(len(total), dtype=np.bool_)
    for k, issue in enumerate(known.issues):
        r = int(code // known.strides[k] % known.radix[k])
        closed |= ~known.open[k][at, r]
        for p, row in enumerate(known.rows):
            if issue.id in row.values:
                total[:, p] += quantised(
                    known.weights[p][at, list(row.values).index(issue.id)] * known.values[p][issue.id][at, r]
                )
    return np.where(closed, -np.inf, total.min(axis=1))


def _package(known: _Sample, code: int) -> dict[str, str]:
    digits = code // known.strides % known.radix
    return {issue.id: issue.rungs[int(r)].id for issue, r in zip(known.issues, digits, strict=True)}


def _central(known: _Sample, codes: IntArray, code: int) -> tuple[dict[str, dict[str, float]], Share | None]:
    """Mean weights where the package is the Nash one, and how often it is under them."""
    first = codes[:, 0] == code
    if not first.any():
        return {}, None
    means = [weights[first].mean(axis=0) for weights in known.weights]
    central = {
        row.party: dict(zip(row.values, mean.tolist(), strict=True))
        for row, mean in zip(known.rows, means, strict=True)
    }
    fixed = [np.broadcast_to(mean, weights.shape) for mean, weights in zip(means, known.weights, strict=True)]
    under, _ = _solved(known, fixed, CONFIDENCE_DRAWS)
    return central, share(int((under[:, 0] == code).sum()), len(under))


def _shares(known: _Sample, codes: IntArray) -> dict[str, dict[str, float]]:
    found = codes[codes >= 0]
    shares = {}
    for k, issue in enumerate(known.issues if len(found) else ()):
        counts = np.bincount(found // known.strides[k] % known.radix[k], minlength=len(issue.rungs)) / len(found)
        shares[issue.id] = {rung.id: float(part) for rung, part in zip(issue.rungs, counts, strict=True)}
    return shares
