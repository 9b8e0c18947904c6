"""The compiled merge of many draws' frontiers; `detente.settlement.frontier` loads it when it needs it."""

import numpy as np

from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.kernels import kernel


@kernel
def distance(code: int, radix: IntArray, away: FloatArray) -> float:
    """Return how far a package is from the status quo, summed over the issues."""
    total, first = 0.0, 0
    for base in radix:
        total += away[first + code % base]
        code //= base
        first += base
    return total


@kernel
def nearer(code: int, other: int, radix: IntArray, away: FloatArray) -> bool:
    """Return whether a package is nearer to the status quo than another; of equals, the lower code."""
    mine, theirs = distance(code, radix, away), distance(other, radix, away)
    return mine < theirs or (mine == theirs and code < other)


@kernel
def _union(
    gains: FloatArray, codes: IntArray, first: int, n: int, second: int, m: int,
    add: FloatArray, add_code: int, out: int, radix: IntArray, away: FloatArray,
) -> int:  # fmt: skip
    """Merge list `first` with list `second` shifted by `add` into `out`, undominated only; return its length.

    Lists fall in the first gain and rise in the second.
    """
    i = j = k = 0
    best = -np.inf
    while i < n or j < m:
        take = i < n
        if i < n and j < m:
            here, there = gains[first, i, 0], gains[second, j, 0] + add[0]
            if here == there:
                here, there = gains[first, i, 1], gains[second, j, 1] + add[1]
            take = here > there or (here == there and nearer(codes[first, i], codes[second, j] + add_code, radix, away))
        if take:
            a, b, code = gains[first, i, 0], gains[first, i, 1], codes[first, i]
            i += 1
        else:
            a, b, code = gains[second, j, 0] + add[0], gains[second, j, 1] + add[1], codes[second, j] + add_code
            j += 1
        if b > best:
            best = b
            gains[out, k, 0], gains[out, k, 1], codes[out, k] = a, b, code
            k += 1
    return k


@kernel
def _grown(gains: FloatArray, codes: IntArray, room: int) -> tuple[FloatArray, IntArray]:
    wide, long = np.empty((gains.shape[0], room, gains.shape[2])), np.empty((codes.shape[0], room), np.int64)
    wide[:, : gains.shape[1]] = gains
    long[:, : codes.shape[1]] = codes
    return wide, long


@kernel
def frontiers_of_two(
    gains: FloatArray, allowed: BoolArray, start: IntArray, robust: BoolArray, code: IntArray,
    radix: IntArray, away: FloatArray, limit: int,
) -> tuple[IntArray, FloatArray, IntArray]:  # fmt: skip
    """Return start, gains and codes of the frontiers; an empty start where they have more points than the limit.

    Lists 0 and 1 hold the partial packages without and with a robust guarantee, 2 and 3 build the next list 0, 4 and 5
    the next list 1.
    """
    n = gains.shape[0]
    lists, codes = np.empty((6, 64, 2)), np.empty((6, 64), np.int64)
    points, names = np.empty((1, 64 * n, 2)), np.empty((1, 64 * n), np.int64)
    begin = np.zeros(2 * n + 1, np.int64)
    length, build, size = np.zeros(2, np.int64), np.zeros(2, np.int64), np.zeros(2, np.int64)
    total = 0
    for d in range(n):
        lists[0, 0], codes[0, 0], length[0], length[1] = 0.0, 0, 1, 0
        for block in range(len(start) - 1):
            build[0], build[1], size[0], size[1] = 2, 4, 0, 0
            for o in range(start[block], start[block + 1]):
                if not allowed[d, o]:
                    continue
                for source in range(2):
                    if length[source] == 0:
                        continue
                    goal = 1 if robust[o] else source
                    if size[goal] + length[source] > lists.shape[1]:
                        lists, codes = _grown(lists, codes, 2 * (size[goal] + length[source]))
                    out = 2 * goal + 2 + (build[goal] + 1) % 2
                    size[goal] = _union(
                        lists, codes, build[goal], size[goal], source, length[source],
                        gains[d, o], code[o], out, radix, away,
                    )  # fmt: skip
                    build[goal] = out
            for goal in range(2):
                lists[goal, : size[goal]] = lists[build[goal], : size[goal]]
                codes[goal, : size[goal]] = codes[build[goal], : size[goal]]
                length[goal] = size[goal]
        if total + length[0] + length[1] > limit:
            return begin[:0], points[0, :0], names[0, :0]
        if total + length[0] + length[1] > points.shape[1]:
            points, names = _grown(points, names, 2 * (total + length[0] + length[1]))
        for goal in range(2):
            for m in range(length[goal]):
                points[0, total + m] = lists[goal, length[goal] - 1 - m]
                names[0, total + m] = codes[goal, length[goal] - 1 - m]
            total += length[goal]
            begin[2 * d + goal + 1] = total
    return begin, points[0, :total].copy(), names[0, :total].copy()


@kernel
def _beats(gains: FloatArray, one: int, other: FloatArray) -> bool:
    """Return whether a listed package gives no side less than another one."""
    beats = True
    for p in range(gains.shape[1]):
        beats = beats and gains[one, p] >= other[p]
    return beats


@kernel
def _put(
    gains: FloatArray, codes: IntArray, count: int, point: FloatArray, code: int, radix: IntArray, away: FloatArray
) -> int:
    """Put a package in a list where no other beats it, in place of those that it beats; return the length."""
    for m in range(count):
        if _beats(gains, m, point):
            if (gains[m] == point).all() and nearer(code, codes[m], radix, away):
                codes[m] = code
            if m:
                # What beats one package beats the next ones too: the earlier it is met, the better.
                for p in range(len(point)):
                    gains[m, p], gains[m // 2, p] = gains[m // 2, p], gains[m, p]
                codes[m], codes[m // 2] = codes[m // 2], codes[m]
            return count
    kept = 0
    for m in range(count):
        beaten = True
        for p in range(len(point)):
            beaten = beaten and gains[m, p] <= point[p]
        if not beaten:
            gains[kept], codes[kept] = gains[m], codes[m]
            kept += 1
    gains[kept], codes[kept] = point, code
    return kept + 1


@kernel
def frontiers_of_many(
    gains: FloatArray, allowed: BoolArray, start: IntArray, robust: BoolArray, code: IntArray,
    radix: IntArray, away: FloatArray, limit: int,
) -> tuple[IntArray, FloatArray, IntArray]:  # fmt: skip
    """Return what `frontiers_of_two` returns, for any number of sides; lists 0 and 1 grow into 2 and 3."""
    n, sides = gains.shape[0], gains.shape[2]
    lists, codes = np.empty((4, 64, sides)), np.empty((4, 64), np.int64)
    points, names = np.empty((1, 64 * n, sides)), np.empty((1, 64 * n), np.int64)
    begin, point = np.zeros(2 * n + 1, np.int64), np.empty(sides)
    length, size = np.zeros(2, np.int64), np.zeros(2, np.int64)
    total = 0
    for d in range(n):
        lists[0, 0], codes[0, 0], length[0], length[1] = 0.0, 0, 1, 0
        for block in range(len(start) - 1):
            size[:] = 0
            for o in range(start[block], start[block + 1]):
                if not allowed[d, o]:
                    continue
                for source in range(2):
                    goal = 1 if robust[o] else source
                    if size[goal] + length[source] > lists.shape[1]:
                        lists, codes = _grown(lists, codes, 2 * (size[goal] + length[source]))
                    for m in range(length[source]):
                        point[:] = lists[source, m] + gains[d, o]
                        size[goal] = _put(
                            lists[2 + goal], codes[2 + goal], size[goal], point, codes[source, m] + code[o], radix, away
                        )
            lists[:2], codes[:2] = lists[2:], codes[2:]
            length[:] = size
        if total + length[0] + length[1] > limit:
            return begin[:0], points[0, :0], names[0, :0]
        if total + length[0] + length[1] > points.shape[1]:
            points, names = _grown(points, names, 2 * (total + length[0] + length[1]))
        for goal in range(2):
            points[0, total : total + length[goal]] = lists[goal, : length[goal]]
            names[0, total : total + length[goal]] = codes[goal, : length[goal]]
            total += length[goal]
            begin[2 * d + goal + 1] = total
    return begin, points[0, :total].copy(), names[0, :total].copy()
