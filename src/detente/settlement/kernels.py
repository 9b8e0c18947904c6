"""How functions over arrays are compiled."""

from collections.abc import Callable
from typing import TypeVar, cast

import numba

_F = TypeVar("_F", bound=Callable[..., object])


def kernel(function: _F) -> _F:
    """Compile a function over numbers and arrays to machine code once, and keep it on disk.

    Parameters
    ----------
    function
        Of the subset of Python that numba compiles.
    """
    return cast(_F, numba.njit(cache=True, error_model="numpy", nogil=True)(function))


def fast_kernel(function: _F) -> _F:
    """Compile as `kernel` does, for inner loops without NaN: comparisons then fit the processor's vector units.

    Parameters
    ----------
    function
        The order of its sums stays as written.
    """
    return cast(_F, numba.njit(cache=True, error_model="numpy", nogil=True, fastmath={"nnan", "nsz"})(function))


def parallel_kernel(function: _F) -> _F:
    """Compile as `kernel` does, with ``prange`` over threads; what one turn of it writes no other one reads.

    The order of sums stays as written, so that results do not depend on the number of threads; there are no NaN.

    Parameters
    ----------
    function
        Of the subset of Python that numba compiles.
    """
    return cast(
        _F, numba.njit(cache=True, error_model="numpy", parallel=True, nogil=True, fastmath={"nnan", "nsz"})(function)
    )
