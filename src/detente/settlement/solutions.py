"""Bargaining solutions on the surplus of each draw, and the weighted mean as the baseline to hold them against.

On 351 resolved issues of the European Union the weighted mean forecast better than these solutions did, so none of them
is read as a forecast here: they say what fair shares of the gain from agreeing would look like.

Sources: Nash (1950), The bargaining problem; Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining
problem; the egalitarian solution as the lexicographic maximum of the smallest surplus (Imai 1983).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.case.model import Case
from detente.errors import CannotWorkOut
from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.draws import Draws
from detente.settlement.frontier import Frontiers, frontiers, nearer
from detente.settlement.kernels import kernel
from detente.settlement.packages import Space, choices, space
from detente.settlement.results import Composition, Solution
from detente.settlement.surplus import Surplus

CONCEPTS = ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
"""Maximum of the product of all s_i; of min s_i / ideal_i, ideal_i the best that side i can have while nobody is below
0; lexicographically of the smallest s_i; of the sum. Each over the packages with every s_i >= 0; ties to the nearest to
the status quo, and from it to what is better for a side and worse for none."""
LISTED_LIMIT = 2_000_000_000
"""Most packages times draws that are listed one by one, with three and more sides."""


@dataclass(frozen=True, slots=True, eq=False)
class Picks:
    """What each solution picks in each draw.

    Parameters
    ----------
    space
        The packages.
    margin
        The largest smallest surplus of any allowed package (n,); NaN where none is allowed or the stake is unknown.
    codes
        Solution to the package's code (n,), -1 in a draw without a package that leaves every side at 0 or above.
    """

    space: Space
    margin: FloatArray
    codes: Mapping[str, IntArray]


def pick(
    case: Case, draws: Draws, parts: Surplus, composition: Composition, offsets: FloatArray | None = None
) -> Picks:
    """Work out margin and solutions of every draw.

    Parameters
    ----------
    case, draws, parts
        Draws and surplus of this case.
    composition
        Who is taken to deliver.
    offsets
        Of the surplus (n, P, 2), today's where not given.

    Raises
    ------
    CannotWorkOut
        Where the packages are too many to work out exactly.
    """
    offsets = parts.offsets() if offsets is None else offsets
    if len(draws.sides) == 2:
        return pick_on(frontiers(case, draws, parts, composition), offsets)
    packages = space(case, draws)
    if packages.size * draws.n > LISTED_LIMIT:
        raise CannotWorkOut(
            f"{len(draws.sides)} sides have {packages.size:,} packages in each of {draws.n:,} draws, more than can be "
            "listed; take fewer draws or leave issues out"
        )
    options = choices(packages, draws, parts, composition)
    margin, codes = _pick_listed(
        options.gains, options.allowed, options.start, options.robust, options.code, offsets,
        packages.radix, packages.away,
    )  # fmt: skip
    return _picks(packages, margin, codes)


def pick_on(fronts: Frontiers, offsets: FloatArray) -> Picks:
    """Work out margin and solutions on two-party frontiers.

    Parameters
    ----------
    fronts
        One frontier per draw and guarantee class.
    offsets
        Of the surplus (n, 2, 2).
    """
    radix, away = fronts.space.radix, fronts.space.away
    return _picks(fronts.space, *_pick_frontiers(fronts.start, fronts.gains, fronts.code, offsets, radix, away))


def choose(points: FloatArray) -> Mapping[str, int]:
    """Return which of some points each solution picks; -1 where every point leaves somebody below 0.

    Parameters
    ----------
    points
        Surplus of every package to every side (M, P).

    Examples
    --------
    >>> dict(choose(np.array([[3.0, 0.5], [1.5, 1.5], [0.0, 4.0]])))
    {'nash': 1, 'kalai-smorodinsky': 1, 'egalitarian': 1, 'utilitarian': 2}
    """
    count = len(points)
    chosen = np.full(len(CONCEPTS), -1, dtype=np.int64)
    _choose(points.astype(np.float64), np.arange(count), count, np.array([max(count, 1)]), np.zeros(count), chosen)
    return dict(zip(CONCEPTS, chosen.tolist(), strict=True))


def shares(name: str, packages: Space, codes: IntArray) -> Solution | None:
    """Return how often a solution picks each rung, and its most frequent package.

    Parameters
    ----------
    name
        Of the solution.
    packages
        What the codes stand for.
    codes
        One package per draw, -1 where there is none.

    Returns
    -------
    Solution or None
        None where no draw has a package.
    """
    found = codes[codes >= 0]
    if not len(found):
        return None
    digits = found[:, None] // np.array(packages.strides) % packages.radix
    kinds, counts = np.unique(found, return_counts=True)
    most = int(counts.argmax())
    return Solution(
        name,
        {
            issue: dict(zip(rungs, (np.bincount(column, minlength=len(rungs)) / len(found)).tolist(), strict=True))
            for issue, rungs, column in zip(packages.issues, packages.rungs, digits.T, strict=True)
        },
        packages.package(int(kinds[most])),
        int(counts[most]) / len(found),
    )


def weighted_mean(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> FloatArray:
    """Return the mean position weighted by capability x salience, over the last axis; NaN where nobody cares.

    Parameters
    ----------
    positions, capability, salience
        Of every actor; broadcast together.

    Source
    ------
    Scholz, Calbert and Smith (2011), Unravelling Bueno de Mesquita's group decision model, Table 1.

    Examples
    --------
    >>> float(weighted_mean(np.array([0.0, 1.0]), np.array([1.0, 1.0]), np.array([1.0, 3.0])))
    0.75
    """
    weight = capability * salience
    total = weight.sum(axis=-1)
    mean: FloatArray = np.full(np.shape(total), np.nan)
    np.divide((weight * positions).sum(axis=-1), total, out=mean, where=total > 0)
    return mean


def weighted_median(positions: FloatArray, capability: FloatArray, salience: FloatArray) -> float:
    """Return the position at which half of the capability x salience is reached.

    Parameters
    ----------
    positions, capability, salience
        Of every actor (A,).

    Examples
    --------
    >>> weighted_median(np.array([0.0, 4.0, 9.0]), np.ones(3), np.array([1.0, 1.0, 3.0]))
    9.0
    """
    order = np.argsort(positions, kind="stable")
    reached = np.cumsum((capability * salience)[order])
    return float(positions[order][np.searchsorted(reached, reached[-1] / 2)])


def baseline(draws: Draws, packages: Space, used: BoolArray) -> IntArray:
    """Return the package nearest to the weighted mean of the peaks on every issue, whoever accepts it (n,).

    Two sides count with their chance of winning as capability, more with one each.

    Parameters
    ----------
    draws, packages
        Of one case.
    used
        Draws to count (n,); the others have -1.
    """
    win = draws.values_of["win-probability"]
    able = np.stack([win, 1 - win], axis=1) if len(draws.sides) == 2 else np.ones((draws.n, len(draws.sides)))
    codes = np.zeros(draws.n, dtype=np.int64)
    for k, stride in zip(packages.columns, packages.strides, strict=True):
        x, rest = draws.coordinates[k], draws.coordinates[k][draws.status_quo[k]]
        mean = np.nan_to_num(weighted_mean(draws.peaks[:, :, k], able, draws.weights[:, :, k]), nan=rest)
        # a hair of the distance from the status quo settles ties between two rungs
        codes += stride * np.abs(mean[:, None] - x).__add__(1e-9 * np.abs(x - rest)).argmin(axis=1)
    return np.where(used, codes, -1)


def _picks(packages: Space, margin: FloatArray, codes: IntArray) -> Picks:
    return Picks(packages, margin, {name: codes[:, c] for c, name in enumerate(CONCEPTS)})


@kernel
def _fairer(points: FloatArray, one: int, other: int) -> int:
    """Compare two points by their smallest surplus, then by the next: 1 better, -1 worse, 0 equal."""
    mine, theirs = np.sort(points[one]), np.sort(points[other])
    for p in range(points.shape[1]):
        if mine[p] != theirs[p]:
            return 1 if mine[p] > theirs[p] else -1
    return 0


@kernel
def _better(points: FloatArray, scores: FloatArray, c: int, one: int, other: int) -> int:
    """Compare two points as solution c does: 1 better, -1 worse, 0 equal."""
    if scores[one, c] == scores[other, c]:
        return _fairer(points, one, other) if c == 2 else 0
    return 1 if scores[one, c] > scores[other, c] else -1


@kernel
def _score(points: FloatArray, count: int) -> FloatArray:
    """Return product, ratio to the ideal, smallest and sum of the surplus of every point; -1 where one is below 0."""
    scores = np.full((count, 4), -1.0)
    ideal = np.zeros(points.shape[1])
    for m in range(count):
        if points[m].min() >= 0:
            for p in range(points.shape[1]):
                ideal[p] = max(ideal[p], points[m, p])
    for m in range(count):
        if points[m].min() >= 0:
            scores[m, 0], scores[m, 1], scores[m, 2], scores[m, 3] = 1.0, np.inf, points[m].min(), 0.0
            for p in range(points.shape[1]):
                scores[m, 0] *= points[m, p]
                scores[m, 1] = min(scores[m, 1], points[m, p] / ideal[p] if ideal[p] > 0 else 1.0)
                scores[m, 3] += points[m, p]
    return scores


@kernel
def _choose(
    points: FloatArray, codes: IntArray, count: int, radix: IntArray, away: FloatArray, chosen: IntArray
) -> float:
    """Write the index that each solution picks into `chosen`; return the margin, NaN without points."""
    margin = -np.inf
    for m in range(count):
        margin = max(margin, points[m].min())
    scores = _score(points, count)
    for c in range(4):
        best = -1
        for m in range(count):
            if scores[m, c] < 0:
                continue
            rank = 1 if best < 0 else _better(points, scores, c, m, best)
            if rank > 0 or (rank == 0 and nearer(codes[m], codes[best], radix, away)):
                best = m
        # a point that the solution likes no less may still be better for one side and worse for none
        while best != chosen[c]:
            chosen[c] = best
            for m in range(count):
                if (
                    scores[m, c] == scores[chosen[c], c]
                    and (points[m] >= points[chosen[c]]).all()
                    and (points[m] > points[chosen[c]]).any()
                    and (best == chosen[c] or nearer(codes[m], codes[best], radix, away))
                ):
                    best = m
    return margin if count else np.nan


@kernel
def _pick_frontiers(
    start: IntArray, gains: FloatArray, code: IntArray, offsets: FloatArray, radix: IntArray, away: FloatArray
) -> tuple[FloatArray, IntArray]:
    n = offsets.shape[0]
    margin, codes, chosen = np.empty(n), np.full((n, 4), -1, np.int64), np.empty(4, np.int64)
    for d in range(n):
        first, middle, last = start[2 * d], start[2 * d + 1], start[2 * d + 2]
        points = gains[first:last].copy()
        for p in range(2):
            points[: middle - first, p] += offsets[d, p, 0]
            points[middle - first :, p] += offsets[d, p, 1]
        chosen[:] = -1
        margin[d] = _choose(points, code[first:last], last - first, radix, away, chosen)
        for c in range(4):
            if chosen[c] >= 0:
                codes[d, c] = code[first + chosen[c]]
    return margin, codes


@kernel
def _list(
    gains: FloatArray, allowed: BoolArray, start: IntArray, robust: BoolArray, code: IntArray,
    offsets: FloatArray, points: FloatArray, codes: IntArray, classes: IntArray,
) -> int:  # fmt: skip
    """Write every allowed package of one draw with its surplus into `points` and `codes`; return how many there are."""
    count = 1
    points[0], codes[0], classes[0] = 0.0, 0, 0
    for block in range(len(start) - 1):
        filled = count
        for o in range(start[block], start[block + 1]):
            if allowed[o]:
                for m in range(count):
                    points[filled + m] = points[m] + gains[o]
                    codes[filled + m] = codes[m] + code[o]
                    classes[filled + m] = 1 if robust[o] else classes[m]
                filled += count
        for m in range(count, filled):
            points[m - count], codes[m - count], classes[m - count] = points[m], codes[m], classes[m]
        count = filled - count
    for m in range(count):
        for p in range(points.shape[1]):
            points[m, p] += offsets[p, classes[m]]
    return count


@kernel
def _pick_listed(
    gains: FloatArray, allowed: BoolArray, start: IntArray, robust: BoolArray, code: IntArray,
    offsets: FloatArray, radix: IntArray, away: FloatArray,
) -> tuple[FloatArray, IntArray]:  # fmt: skip
    n, room = gains.shape[0], 2
    for block in range(len(start) - 1):
        room *= max(1, start[block + 1] - start[block])
    points, listed, classes = np.empty((room, gains.shape[2])), np.empty(room, np.int64), np.empty(room, np.int64)
    margin, codes, chosen = np.empty(n), np.full((n, 4), -1, np.int64), np.empty(4, np.int64)
    for d in range(n):
        count = _list(gains[d], allowed[d], start, robust, code, offsets[d], points, listed, classes)
        chosen[:] = -1
        margin[d] = _choose(points, listed, count, radix, away, chosen)
        for c in range(4):
            if chosen[c] >= 0:
                codes[d, c] = listed[chosen[c]]
    return margin, codes
