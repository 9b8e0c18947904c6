"""Time to agreement: how many of the weeks up to the horizon pass without one.

Most draws have no agreement within the horizon, so that a median time would mostly be unknown. The mean waiting time
cut at the horizon is known in every draw: the integral of the chance that there is none yet.
"""

import math
from collections.abc import Sequence

import numpy as np

from detente.settlement.arrays import FloatArray

_POINTS = 13
"""Points at which the sum of the readiness is known; between them it is straight."""


def stops(weeks: int) -> list[int]:
    """Return the weeks at which the sum of the readiness is needed, the last of them the horizon.

    Examples
    --------
    >>> stops(4), stops(26)[:3], stops(27)[-1]
    ([1, 2, 3, 4], [2, 4, 6], 27)
    """
    step = math.ceil(weeks / _POINTS)
    return sorted({*range(step, weeks, step), weeks})


def waiting(pace: FloatArray, sums: Sequence[FloatArray], at: Sequence[int]) -> FloatArray:
    """Return the mean waiting time cut at the horizon, in weeks, per draw and run (n, m).

    Parameters
    ----------
    pace
        lambda per week (n,).
    sums
        G at each of the weeks (n, m).
    at
        The weeks, rising; the last is the horizon.

    Returns
    -------
    ndarray
        The horizon itself where nothing is ever allowed.

    Source
    ------
    Restricted mean survival time (Irwin 1949; Royston and Parmar 2013).

    Examples
    --------
    >>> waiting(np.array([0.1]), [np.array([[0.0, 10.0]])], [10]).round(3)
    array([[10.   ,  6.321]])
    """
    before, start = np.zeros_like(sums[0]), 0
    out: FloatArray = np.zeros_like(sums[0])
    for after, end in zip(sums, at, strict=True):
        fallen = pace[:, None] * (after - before)
        # The mean of exp(-x) between two points is (1 - exp(-d)) / d of the first, 1 where nothing falls.
        share = np.where(fallen > 0, -np.expm1(-fallen) / np.where(fallen > 0, fallen, 1.0), 1.0)
        out += (end - start) * np.exp(-pace[:, None] * before) * share
        before, start = after, end
    return out
