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

    Return how many sums stand there: 0 where nothing is open, -1 where they outgrow the room. Of equal sums the lowest
    code stands for all.
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
                    take = points[build, i, 0] > x
                    if points[build, i, 0] == x:
                        take = points[build, i, 1] > y
                        if points[build, i, 1] == y:
                            take = codes[build, i] < codes[here, j] + code[o]
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


@kernel
def _first(score: float, sum: float, name: int, best: FloatArray, total: FloatArray, at: IntArray, c: int) -> bool:
    """Return whether a package comes before the best one so far, which it equals or beats in its score."""
    if score != best[c] or sum != total[c]:
        return bool(score > best[c] or sum > total[c])
    return bool(at[c] < 0 or name < at[c])


@parallel_kernel
def best_of_draws(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, room: int, reserve: FloatArray,
    codes: IntArray, margin: FloatArray,
) -> None:  # fmt: skip
    """Write each draw's best packages by product, ratio to the ideal, smallest gain and sum, and the margin.

    Of packages that are equally good the one with the largest sum of gains, then the one with the lowest code.

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
        best, total = np.full(4, -1.0), np.full(4, -1.0)
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
                name = names[0, i] + others[0, j]
                if a * b >= best[0] and _first(a * b, a + b, name, best, total, at, 0):
                    best[0], total[0], at[0] = a * b, a + b, name
                if small >= best[2] and _first(small, a + b, name, best, total, at, 2):
                    best[2], total[2], at[2] = small, a + b, name
                if a + b >= best[3] and _first(a + b, a + b, name, best, total, at, 3):
                    best[3], total[3], at[3] = a + b, a + b, name
        for i in range(n if at[0] >= 0 else 0):
            a0, b0 = one[0, i, 0] - reserve[d, 0], one[0, i, 1] - reserve[d, 1]
            for j in range(m):
                a, b = a0 + two[0, j, 0], b0 + two[0, j, 1]
                if min(a, b) >= 0:
                    ratio = min(a / ideal_a if ideal_a > 0 else 1.0, b / ideal_b if ideal_b > 0 else 1.0)
                    name = names[0, i] + others[0, j]
                    if ratio >= best[1] and _first(ratio, a + b, name, best, total, at, 1):
                        best[1], total[1], at[1] = ratio, a + b, name
        if n < 0 or m < 0:
            at[:] = -2
        codes[d] = at
        margin[d] = least


@kernel
def _keep(points: FloatArray, codes: IntArray, count: int, point: FloatArray, code: int) -> int:
    """Put a sum in a list where no other beats it, in place of those that it beats; return the length."""
    for m in range(count):
        beats, equal = True, True
        for p in range(len(point)):
            beats = beats and points[m, p] >= point[p]
            equal = equal and points[m, p] == point[p]
        if beats:
            if equal and code < codes[m]:
                codes[m] = code
            if m:
                # what beats one sum beats the next ones too: the earlier it is met, the better
                for p in range(len(point)):
                    points[m, p], points[m // 2, p] = points[m // 2, p], points[m, p]
                codes[m], codes[m // 2] = codes[m // 2], codes[m]
            return count
    kept = 0
    for m in range(count):
        beaten = True
        for p in range(len(point)):
            beaten = beaten and points[m, p] <= point[p]
        if not beaten:
            points[kept], codes[kept] = points[m], codes[m]
            kept += 1
    if kept < len(codes):
        points[kept], codes[kept] = point, code
    return kept + 1


@kernel
def _half_of_many(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, low: int, high: int,
    points: FloatArray, codes: IntArray,
) -> int:  # fmt: skip
    """Do what `_half` does for any number of parties; lists 0 and 1 take turns, and list 0 has the answer."""
    count, here = 1, 0
    points[0, 0], codes[0, 0] = 0.0, 0
    point = np.empty(points.shape[2])
    for block in range(low, high):
        size = 0
        for o in range(start[block], start[block + 1]):
            if allowed[o]:
                for m in range(count):
                    point[:] = points[here, m] + gains[o]
                    size = _keep(points[1 - here], codes[1 - here], size, point, codes[here, m] + code[o])
                    if size > points.shape[1]:
                        return -1
        here, count = 1 - here, size
    if here:
        points[0, :count], codes[0, :count] = points[1, :count], codes[1, :count]
    return count


@kernel
def _before(c: int, score: float, point: FloatArray, name: int, best: float, top: FloatArray, at: int) -> bool:
    """Return whether a package comes before the best so far by solution c, for any number of parties."""
    if at < 0 or score != best:
        return score > best or at < 0
    if c == 2:
        mine, theirs = np.sort(point), np.sort(top)
        for p in range(len(point)):
            if mine[p] != theirs[p]:
                return bool(mine[p] > theirs[p])
    mine_all = theirs_all = 0.0
    for p in range(len(point)):
        mine_all += point[p]
        theirs_all += top[p]
    return bool(mine_all > theirs_all) or (mine_all == theirs_all and name < at)


@parallel_kernel
def best_of_many_draws(
    gains: FloatArray, allowed: BoolArray, start: IntArray, code: IntArray, room: int, most: int, reserve: FloatArray,
    codes: IntArray, margin: FloatArray,
) -> None:  # fmt: skip
    """Do what `best_of_draws` does for any number of parties.

    Parameters
    ----------
    gains, allowed, start, code, reserve, codes, margin
        As there, with an axis of P parties.
    room
        Most undominated sums of a half.
    most
        Most pairs of them; a draw with more has -2 for its packages.
    """
    blocks, sides = len(start) - 1, gains.shape[2]
    middle = (blocks + 1) // 2
    for d in numba.prange(gains.shape[0]):
        one, two = np.empty((2, room, sides)), np.empty((2, room, sides))
        names, others = np.empty((2, room), np.int64), np.empty((2, room), np.int64)
        n = _half_of_many(gains[d], allowed[d], start, code, 0, middle, one, names)
        m = _half_of_many(gains[d], allowed[d], start, code, middle, blocks, two, others)
        at = np.full(4, -1, np.int64)
        best, top = np.full(4, -1.0), np.zeros((4, sides))
        ideal, point = np.zeros(sides), np.empty(sides)
        least = -np.inf
        if n < 0 or m < 0 or n * m > most:
            at[:] = -2
            n = 0
        for turn in range(2):
            for i in range(n if turn == 0 or at[0] >= 0 else 0):
                for j in range(m):
                    small, product, total, ratio = np.inf, 1.0, 0.0, np.inf
                    for p in range(sides):
                        gain = one[0, i, p] - reserve[d, p] + two[0, j, p]
                        point[p] = gain
                        small = min(small, gain)
                        product *= gain
                        total += gain
                        if turn == 1:
                            ratio = min(ratio, gain / ideal[p] if ideal[p] > 0 else 1.0)
                    least = max(least, small)
                    if small < 0:
                        continue
                    name = names[0, i] + others[0, j]
                    for c in range(4):
                        if (c == 1) != (turn == 1):
                            continue
                        score = product if c == 0 else ratio if c == 1 else small if c == 2 else total
                        if score >= best[c] and _before(c, score, point, name, best[c], top[c], at[c]):
                            best[c], at[c] = score, name
                            top[c] = point
                    if turn == 0:
                        for p in range(sides):
                            ideal[p] = max(ideal[p], point[p])
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
