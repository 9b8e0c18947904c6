"""How functions over arrays are compiled, and what a reader is told meanwhile."""

import logging
from collections.abc import Callable
from threading import Timer
from typing import Any, TypeVar, cast

import numba
from numba.core import event

PATIENCE = 2.0
"""Seconds that a compilation may take before a line says what is going on."""
NOTICE = "detente: compiling for this machine, once after installing; this takes up to half a minute"

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


class Slow(event.Listener):
    """Tell once, on the logger ``detente``, when one compilation takes longer than a reader waits without a word.

    What comes from the cache on disk is not compiled, and so never told.

    Parameters
    ----------
    patience
        Seconds.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience, self._told, self._inner = patience, False, 0
        self._timer: Timer | None = None

    def on_start(self, event: Any) -> None:
        """Wait; kernels that call others compile them meanwhile, which is one compilation to a reader."""
        if self._timer is None and not self._told:
            self._timer = Timer(self._patience, self._tell)
            self._timer.daemon = True
            self._timer.start()
        self._inner += 1

    def on_end(self, event: Any) -> None:
        """Stop waiting when the outermost is done."""
        self._inner -= 1
        if self._inner == 0 and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tell(self) -> None:
        self._told = True
        logging.getLogger("detente").warning(NOTICE)


event.register("numba:compile", Slow())  # type: ignore[no-untyped-call]
