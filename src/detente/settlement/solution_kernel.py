"""The compiled choice of solutions; `detente.settlement.solutions` loads it when it needs it."""

import numpy as np

from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.frontier_kernel import nearer
from detente.settlement.kernels import kernel


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
def choose_points(
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
def pick_frontiers(
    start: IntArray, gains: FloatArray, code: IntArray, offsets: FloatArray, radix: IntArray, away: FloatArray
) -> tuple[FloatArray, IntArray]:
    """Return margin (n,) and the package of every solution (n, 4) of draws whose frontiers are known."""
    n = offsets.shape[0]
    margin, codes, chosen = np.empty(n), np.full((n, 4), -1, np.int64), np.empty(4, np.int64)
    for d in range(n):
        first, middle, last = start[2 * d], start[2 * d + 1], start[2 * d + 2]
        points = gains[first:last].copy()
        for p in range(2):
            points[: middle - first, p] += offsets[d, p, 0]
            points[middle - first :, p] += offsets[d, p, 1]
        chosen[:] = -1
        margin[d] = choose_points(points, code[first:last], last - first, radix, away, chosen)
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
def pick_listed(
    gains: FloatArray, allowed: BoolArray, start: IntArray, robust: BoolArray, code: IntArray,
    offsets: FloatArray, radix: IntArray, away: FloatArray,
) -> tuple[FloatArray, IntArray]:  # fmt: skip
    """Return margin (n,) and the package of every solution (n, 4) by listing every package of every draw."""
    n, room = gains.shape[0], 2
    for block in range(len(start) - 1):
        room *= max(1, start[block + 1] - start[block])
    points, listed, classes = np.empty((room, gains.shape[2])), np.empty(room, np.int64), np.empty(room, np.int64)
    margin, codes, chosen = np.empty(n), np.full((n, 4), -1, np.int64), np.empty(4, np.int64)
    for d in range(n):
        count = _list(gains[d], allowed[d], start, robust, code, offsets[d], points, listed, classes)
        chosen[:] = -1
        margin[d] = choose_points(points, listed, count, radix, away, chosen)
        for c in range(4):
            if chosen[c] >= 0:
                codes[d, c] = listed[chosen[c]]
    return margin, codes
