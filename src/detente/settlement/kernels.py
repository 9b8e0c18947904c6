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
    return cast(_F, numba.njit(cache=True, error_model="numpy")(function))
