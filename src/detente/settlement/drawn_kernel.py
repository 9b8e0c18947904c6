"""Compiled: the best packages of many draws of two parties' tables, exactly; `detente.settlement.smaa` loads it.

A package is one of the first half of the issues and one of the second. Of each half only undominated sums can be part
of a best package, so both halves are merged and their pairs looked at: 10^4 pairs where the whole frontier would take
a merge of lists many times as long.
"""

import numba
import numpy as np

from detente.settlement.arrays import BoolArray, FloatArray, IntArray
from detente.settlement.kernels import fast_kernel, kernel, parallel_kernel

TILE = 1024
"""Packages of the second half that are held against all of the first at once: they stay in the nearest cache."""


@kernel
def _half(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, low: int, high: int,
    points: FloatArray, codes: IntArray,
) -> int:  # fmt: skip
    """Merge the blocks from `low` to `high` of one draw into points[0].

    Return how many sums stand there: 0 where nothing is open, -1 where they outgrow the room.
    """
    count, here = 1, 0
    points[0, 0], codes[0, 0] = 0.0, 0
    for block in range(low, high):
        # lists `here` hold the blocks before, 2 and 3 take turns in growing the next one
        size, build = 0, 2
        for o in range(start[block], start[block + 1]):
            if not allowed[o]:
                continue
            if size + count > points.shape[1]:
                return -1
            out = 5 - build
            i = j = k = 0
            highest = -np.inf
            while i < size or j < count:
                if j == count:
                    take = True
                elif i == size:
                    take = False
                else:
                    x, y = points[here, j, 0] + gains[o, 0], points[here, j, 1] + gains[o, 1]
                    take = points[build, i, 0] > x or (points[build, i, 0] == x and points[build, i, 1] >= y)
                if take:
                    a, b, c = points[build, i, 0], points[build, i, 1], codes[build, i]
                    i += 1
                else:
                    a, b, c = (
                        points[here, j, 0] + gains[o, 0],
                        points[here, j, 1] + gains[o, 1],
                        codes[here, j] + code[o],
                    )
                    j += 1
                if b > highest:
                    highest = b
                    points[out, k, 0], points[out, k, 1], codes[out, k] = a, b, c
                    k += 1
            size, build = k, out
        if size == 0:
            return 0
        points[1 - here, :size], codes[1 - here, :size] = points[build, :size], codes[build, :size]
        here, count = 1 - here, size
    points[0, :count], codes[0, :count] = points[here, :count].copy(), codes[here, :count].copy()
    return count


@parallel_kernel
def best_of_draws(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, room: int, reserve: FloatArray,
    codes: IntArray, margin: FloatArray,
) -> None:  # fmt: skip
    """Write each draw's best packages by product, ratio to the ideal, smallest gain and sum, and the margin.

    Parameters
    ----------
    gains
        Per draw and choice (n, O, 2); choices of all blocks one after the other.
    allowed
        Whether a choice is open (n, O).
    start, code
        Where each block's choices begin (B + 1,), and what each adds to a package's code (O,).
    room
        Most points of a half; while one is merged, two lists stand side by side.
    reserve
        Value without a deal (n, 2).
    codes
        Out (n, 4): packages, -1 where every one leaves somebody below the reserve, -2 where `room` is too little.
    margin
        Out (n,): the largest smallest gain, -inf where no package is open.
    """
    blocks = len(start) - 1
    middle = (blocks + 1) // 2
    for d in numba.prange(gains.shape[0]):
        one, two = np.empty((4, room, 2)), np.empty((4, room, 2))
        names, others = np.empty((4, room), np.int64), np.empty((4, room), np.int64)
        n = _half(gains[d], allowed[d], start, code, 0, middle, one, names)
        m = _half(gains[d], allowed[d], start, code, middle, blocks, two, others)
        best = np.full(4, -1.0)
        at = np.full(4, -1, np.int64)
        ideal_a = ideal_b = 0.0
        least = -np.inf
        for i in range(n):
            a0, b0 = one[0, i, 0] - reserve[d, 0], one[0, i, 1] - reserve[d, 1]
            for j in range(m):
                a, b = a0 + two[0, j, 0], b0 + two[0, j, 1]
                small = min(a, b)
                least = max(least, small)
                if small < 0:
                    continue
                ideal_a, ideal_b = max(ideal_a, a), max(ideal_b, b)
                if a * b > best[0]:
                    best[0], at[0] = a * b, names[0, i] + others[0, j]
                if small > best[2]:
                    best[2], at[2] = small, names[0, i] + others[0, j]
                if a + b > best[3]:
                    best[3], at[3] = a + b, names[0, i] + others[0, j]
        for i in range(n if at[0] >= 0 else 0):
            a0, b0 = one[0, i, 0] - reserve[d, 0], one[0, i, 1] - reserve[d, 1]
            for j in range(m):
                a, b = a0 + two[0, j, 0], b0 + two[0, j, 1]
                if min(a, b) >= 0:
                    ratio = min(a / ideal_a if ideal_a > 0 else 1.0, b / ideal_b if ideal_b > 0 else 1.0)
                    if ratio > best[1]:
                        best[1], at[1] = ratio, names[0, i] + others[0, j]
        if n < 0 or m < 0:
            at[:] = -2
        codes[d] = at
        margin[d] = least


@fast_kernel
def _scan_tile(one: FloatArray, low: int, high: int, a: FloatArray, b: FloatArray, best: FloatArray) -> None:
    """Keep one running maximum per package of the second half: no step waits for the one before it."""
    i = low
    while i + 4 <= high:
        x0, x1, x2, x3 = one[0, i], one[0, i + 1], one[0, i + 2], one[0, i + 3]
        y0, y1, y2, y3 = one[1, i], one[1, i + 1], one[1, i + 2], one[1, i + 3]
        for j in range(len(best)):
            p = max(x0 + a[j], 0.0) * max(y0 + b[j], 0.0)
            q = max(x1 + a[j], 0.0) * max(y1 + b[j], 0.0)
            r = max(x2 + a[j], 0.0) * max(y2 + b[j], 0.0)
            s = max(x3 + a[j], 0.0) * max(y3 + b[j], 0.0)
            best[j] = max(best[j], max(max(p, q), max(r, s)))
        i += 4
    while i < high:
        for j in range(len(best)):
            best[j] = max(best[j], max(one[0, i] + a[j], 0.0) * max(one[1, i] + b[j], 0.0))
        i += 1


@parallel_kernel
def scan_products(
    one: FloatArray, two: FloatArray, first: IntArray, second: IntArray, pairs: BoolArray, out: FloatArray
) -> None:
    """Write the largest product of two parties' gains over all packages of every draw, each of them looked at.

    Parameters
    ----------
    one, two
        Sums of all half packages (n, 2, H1) and (n, 2, H2), grouped by what the rules know of them; the reserve is
        taken off the first.
    first, second
        Where each group begins (G1 + 1,), (G2 + 1,).
    pairs
        Which groups go together (G1, G2).
    out
        (n,): the product; 0 where somebody is at or below 0 in every package.
    """
    for d in numba.prange(one.shape[0]):
        top = np.zeros(two.shape[2])
        for g in range(len(first) - 1):
            for h in range(len(second) - 1):
                if not pairs[g, h]:
                    continue
                for low in range(second[h], second[h + 1], TILE):
                    high = min(low + TILE, second[h + 1])
                    _scan_tile(one[d], first[g], first[g + 1], two[d, 0, low:high], two[d, 1, low:high], top[low:high])
        out[d] = top.max()
