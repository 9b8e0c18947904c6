"""Array types, and the grain that makes sums exact."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
GRAIN = 2.0**40
"""Gains and offsets are multiples of 1/GRAIN, so that their sums are exact in any order."""


def quantised(values: FloatArray) -> FloatArray:
    """Round to multiples of 1/GRAIN.

    Parameters
    ----------
    values
        Up to a few thousand in size, so that sums of them stay exact.

    Examples
    --------
    >>> float(quantised(np.array([0.1 + 0.2]))[0]) == float(quantised(np.array([0.3]))[0])
    True
    """
    return np.rint(values * GRAIN) / GRAIN
