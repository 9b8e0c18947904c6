"""The compiled merge of two parties' long lists of sums; `detente.settlement.merging` loads it when it needs it."""

import numpy as np

from detente.settlement.arrays import FloatArray, IntArray
from detente.settlement.kernels import kernel


@kernel
def merge_all(
    points: FloatArray, away: FloatArray, begin: IntArray, length: IntArray, first: IntArray, option: IntArray,
    gains: FloatArray, shift: FloatArray,
) -> tuple[FloatArray, FloatArray, IntArray]:  # fmt: skip
    """Merge lists, each shifted by an option's gains, and keep what nothing beats.

    Parameters
    ----------
    points, away
        All lists one after the other, each falling in the first party and rising in the second.
    begin, length
        Where each list stands.
    first
        Place of each list's first package among all lists before this issue.
    option
        Which option shifts it.
    gains, shift
        Per option, what it adds to the sums, and to the distance from the status quo.

    Returns
    -------
    tuple
        Points, distance and place x options + option of the merged list.
    """
    options, room = len(gains), length.sum()
    a, b, c, back = np.empty((2, room)), np.empty((2, room)), np.empty((2, room)), np.empty((2, room), np.int64)
    count, here = 0, 0
    for s in range(len(begin)):
        out, o = 1 - here, option[s]
        i, j, k = 0, begin[s], 0
        end, highest = begin[s] + length[s], -np.inf
        base = first[s] - begin[s]
        while i < count or j < end:
            if j == end:
                take = True
            elif i == count:
                take = False
            else:
                x, y = points[j, 0] + gains[o, 0], points[j, 1] + gains[o, 1]
                take = a[here, i] > x
                if a[here, i] == x:
                    take = b[here, i] > y
                    if b[here, i] == y:
                        d = away[j] + shift[o]
                        take = c[here, i] < d or (c[here, i] == d and back[here, i] % options <= o)
            if take:
                if b[here, i] > highest:
                    highest = b[here, i]
                    a[out, k], b[out, k], c[out, k], back[out, k] = a[here, i], b[here, i], c[here, i], back[here, i]
                    k += 1
                i += 1
            else:
                if points[j, 1] + gains[o, 1] > highest:
                    highest = points[j, 1] + gains[o, 1]
                    a[out, k], b[out, k] = points[j, 0] + gains[o, 0], highest
                    c[out, k], back[out, k] = away[j] + shift[o], (j + base) * options + o
                    k += 1
                j += 1
        count, here = k, out
    merged = np.empty((count, 2))
    merged[:, 0], merged[:, 1] = a[here, :count], b[here, :count]
    return merged, c[here, :count].copy(), back[here, :count].copy()
