"""Every package of every draw looked at with numpy: exact, for any number of sides, with nothing to compile first.

The compiled ways (`detente.settlement.frontier`, `detente.settlement.drawn_kernel`) give the same answers to the last
digit and are faster where packages are many; below PLAIN pairs of package and draw their compilation alone would take
longer than this.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.merging import best_rows
from detente.settlement.packages import Choices, Space

PLAIN = 60_000_000
"""Most pairs of package and draw that are listed so: 10,000 draws of 6,000 packages, a second or two."""
PAIRS_AT_ONCE = 100_000
"""Their sums stay in the nearest caches."""


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """The packages of a space, one after the other in the order in which their sums are formed.

    Parameters
    ----------
    code, away, robust
        Per package (M,): its code, its distance from the status quo, whether it holds a robust guarantee.
    """

    code: IntArray
    away: FloatArray
    robust: BoolArray

    @property
    def rank(self) -> IntArray:
        """Place of every package by distance from the status quo, then by code."""
        rank = np.empty(len(self.code), dtype=np.int64)
        rank[np.lexsort((self.code, self.away))] = np.arange(len(self.code))
        return rank


def listing(packages: Space, options: Choices) -> Listing:
    """Return every package of a space.

    Parameters
    ----------
    packages, options
        The space and the choices of its blocks.
    """
    first = np.cumsum([0, *packages.radix])
    away = np.array(
        [sum(packages.away[first[m] + r] for m, r in zip(members, choice, strict=True))
         for members, block in packages.blocks for choice in block]
    )  # fmt: skip
    robust = outer(options.robust[None].astype(np.float64), options.start)[0] > 0
    return Listing(_codes(options.code, options.start), outer(away[None], options.start)[0], robust)


def outer(values: FloatArray, start: IntArray) -> FloatArray:
    """Return the sums of one choice per block, per row: the first block's choice changes fastest.

    Parameters
    ----------
    values
        Per row and choice (n, O).
    start
        Where each block's choices begin, and where those of the last one end (B + 1,).

    Examples
    --------
    >>> outer(np.array([[0.0, 1.0, 10.0, 20.0]]), np.array([0, 2, 4])).tolist()
    [[10.0, 11.0, 20.0, 21.0]]
    """
    sums = np.zeros((len(values), 1))
    for begin, end in itertools.pairwise(start):
        sums = (values[:, begin:end, None] + sums[:, None, :]).reshape(len(values), -1)
    return sums


def _codes(values: IntArray, start: IntArray) -> IntArray:
    codes = np.zeros(1, dtype=np.int64)
    for begin, end in itertools.pairwise(start):
        codes = (values[begin:end, None] + codes[None, :]).ravel()
    return codes


def pick_plainly(packages: Space, options: Choices, offsets: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return margin and solutions of every draw.

    Parameters
    ----------
    packages, options
        The space and what its choices are worth.
    offsets
        Of the surplus (n, P, 2).

    Returns
    -------
    tuple
        The largest smallest surplus (n,), NaN where nothing is allowed, and per solution of
        `detente.settlement.solutions.CONCEPTS` the package's code (n, 4), -1 without one.
    """
    n, sides = offsets.shape[:2]
    every = listing(packages, options)
    tie, classes = nearest(every.rank), every.robust.astype(np.int64)
    margin, codes = np.full(n, np.nan), np.full((n, 4), -1, dtype=np.int64)
    live = np.flatnonzero(_possible(options))
    step = max(1, PAIRS_AT_ONCE // max(1, len(every.code)))
    for low in range(0, len(live), step):
        at = live[low : low + step]
        closed = np.where(options.allowed[at], 0.0, -np.inf)
        sums = [
            outer(options.gains[at, :, p] + closed, options.start)
            + (offsets[at, p][:, classes] if every.robust.any() else offsets[at, p, :1])
            for p in range(sides)
        ]
        margin[at], picked = best_of_lists(sums, tie)
        codes[at] = np.where(picked >= 0, every.code[picked], -1)
    return margin, codes


def _possible(options: Choices) -> BoolArray:
    """Return in which draws every block has something open (n,)."""
    some = np.ones(len(options.allowed), dtype=np.bool_)
    for begin, end in itertools.pairwise(options.start):
        some &= options.allowed[:, begin:end].any(axis=1)
    return some


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Some packages of some draws.

    Parameters
    ----------
    draw, package
        Index of each (F,), the draws in rising order.
    """

    draw: IntArray
    package: IntArray

    def of(self, kept: IntArray | BoolArray) -> "Rows":
        """Return some of them."""
        return Rows(self.draw[kept], self.package[kept])


Tie = Callable[[Rows, FloatArray], tuple[IntArray, IntArray]]
"""From rows that a solution likes equally, with their points (F, P), to one package per draw: draws, packages."""


def best_of_lists(sums: Sequence[FloatArray], tie: Tie) -> tuple[FloatArray, IntArray]:
    """Return, per draw, the margin (n,) and the index of the package that each solution picks (n, 4), -1 for none.

    Parameters
    ----------
    sums
        Per side, the surplus of every package (n, M); -inf where it is closed.
    tie
        Decides between packages that a solution likes equally.
    """
    least = sums[0]
    for more in sums[1:]:
        least = np.minimum(least, more)
    margin = least.max(axis=1, initial=-np.inf)
    picked = np.full((len(margin), 4), -1, dtype=np.int64)
    rows = Rows(*np.nonzero(least >= 0))
    if len(rows.draw):
        points = np.stack([one[rows.draw, rows.package] for one in sums], axis=1)
        for c, score in enumerate(_scores(points, rows.draw)):
            kept = _tops(score, rows.draw)
            if c == 2:
                kept = _fairest(points, rows.draw, kept)
            draws, packages = tie(rows.of(kept), points[kept])
            picked[draws, c] = packages
    return np.where(np.isneginf(margin), np.nan, margin), picked


def _scores(points: FloatArray, draw: IntArray) -> tuple[FloatArray, ...]:
    """Return product, ratio to the ideal, smallest and sum of the surplus of every row."""
    product, total = np.ones(len(points)), np.zeros(len(points))
    ratio = np.full(len(points), np.inf)
    start, segment = _segments(draw)
    for own in points.T:
        product, total = product * own, total + own
        ideal = np.maximum.reduceat(own, start)[segment]
        ratio = np.minimum(ratio, np.where(ideal > 0, own / np.where(ideal > 0, ideal, 1.0), 1.0))
    return product, ratio, points.min(axis=1), total


def _segments(draw: IntArray) -> tuple[IntArray, IntArray]:
    """Return where each draw's rows begin, and the number of its draw per row."""
    new = np.concatenate([[True], draw[1:] != draw[:-1]])
    return np.flatnonzero(new), np.cumsum(new) - 1


def _tops(score: FloatArray, draw: IntArray) -> IntArray:
    """Return the rows with the largest score of their draw."""
    start, segment = _segments(draw)
    tops: IntArray = np.flatnonzero(score == np.maximum.reduceat(score, start)[segment])
    return tops


def _fairest(points: FloatArray, draw: IntArray, kept: IntArray) -> IntArray:
    """Of rows with the same smallest surplus, keep those with the largest next one, and so on."""
    for p in range(1, points.shape[1]):
        kept = kept[_tops(np.sort(points[kept], axis=1)[:, p], draw[kept])]
    return kept


def nearest(rank: IntArray) -> Tie:
    """Return a rule for ties: the lowest rank, and from it, while there is one, the lowest that nobody likes less.

    Parameters
    ----------
    rank
        Per package (M,): its place by distance from the status quo.
    """

    def tie(rows: Rows, points: FloatArray) -> tuple[IntArray, IntArray]:
        start, segment = _segments(rows.draw)
        order = rank[rows.package]
        chosen, left = _first_by(order, segment), np.arange(len(order))
        while len(left):
            at = points[chosen[segment[left]]]
            left = left[(points[left] >= at).all(axis=1) & (points[left] > at).any(axis=1)]
            if len(left):
                chosen[np.unique(segment[left])] = left[_first_by(order[left], segment[left])]
        return rows.draw[start], rows.package[chosen]

    return tie


def _first_by(order: IntArray, segment: IntArray) -> IntArray:
    """Return the row of each segment with the lowest order."""
    by = np.lexsort((order, segment))
    first: IntArray = by[_segments(segment[by])[0]]
    return first


def fullest(code: IntArray) -> Tie:
    """Return a rule for ties: the largest sum of gains, then the lowest code.

    Parameters
    ----------
    code
        Per package (M,).
    """

    def tie(rows: Rows, points: FloatArray) -> tuple[IntArray, IntArray]:
        total = np.zeros(len(points))
        for own in points.T:
            total = total + own
        kept = _tops(total, rows.draw)
        draws, packages = rows.draw[kept], rows.package[kept]
        start, segment = _segments(draws)
        return draws[start], packages[_first_by(code[packages], segment)]

    return tie


def best_of_halves(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, reserve: FloatArray
) -> tuple[IntArray, FloatArray]:
    """Return each draw's best packages (n, 4), -1 for none, and the margin (n,), -inf where nothing is open.

    Parameters
    ----------
    gains, allowed
        Per draw and choice (n, O, P), and whether it is open (n, O).
    start, code
        Where each block's choices begin (B + 1,), and what each adds to a package's code (O,).
    reserve
        Value without a deal (n, P).

    Returns
    -------
    tuple
        By product, ratio to the ideal, smallest gain (of equals the largest next one) and sum. Of packages that are
        equally good the one with the largest sum of gains, then the one with the lowest code. Sums are formed as
        `detente.settlement.drawn_kernel` forms them: half of the issues, and the other half.
    """
    middle = len(start) // 2
    first, last = start[: middle + 1], start[middle:]
    name = (_codes(code, first)[:, None] + _codes(code, last)[None, :]).ravel()
    tie = fullest(name)
    codes, margin = np.empty((len(gains), 4), dtype=np.int64), np.empty(len(gains))
    step = max(1, PAIRS_AT_ONCE // max(1, len(name)))
    for low in range(0, len(gains), step):
        at = slice(low, low + step)
        closed = np.where(allowed[at], 0.0, -np.inf)
        sums = []
        for p in range(gains.shape[2]):
            worth = gains[at, :, p] + closed
            one, two = outer(worth, first) - reserve[at, p, None], outer(worth, last)
            sums.append((one[:, :, None] + two[:, None, :]).reshape(len(worth), -1))
        margin[at], picked = best_of_lists(sums, tie)
        codes[at] = np.where(picked >= 0, name[picked], -1)
    return codes, np.where(np.isnan(margin), -np.inf, margin)


def frontier_of(packages: Space, options: Choices, offsets: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return the efficient packages of one draw.

    Parameters
    ----------
    packages, options
        The space and what its choices are worth in that draw alone.
    offsets
        Of the surplus in that draw (P, 2).

    Returns
    -------
    tuple
        Surplus (M, P), by rising surplus of the first side, and codes (M,). Of packages with the same surplus the one
        nearest to the status quo stands for all.
    """
    every = listing(packages, options)
    closed = np.where(options.allowed, 0.0, -np.inf)
    points = np.stack(
        [outer(options.gains[:, :, p] + closed, options.start)[0] for p in range(len(offsets))], axis=1
    ) + offsets.T[every.robust.astype(np.int64)]  # fmt: skip
    open_ = np.flatnonzero(~np.isneginf(points).any(axis=1))
    best = open_[best_rows(points[open_], every.rank[open_])]
    return points[best], every.code[best]
