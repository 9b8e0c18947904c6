"""How functions over arrays are compiled, and what a reader is told meanwhile.

The compiler takes half a second to load, and a minute to work through every kernel: it is loaded, and a kernel compiled
or taken from the cache on disk, when the kernel is called and not before.
"""

import logging
from collections.abc import Callable
from threading import RLock, Timer
from typing import Any, Generic, ParamSpec, TypeVar, cast

PATIENCE = 2.0
"""Seconds that a compilation may take before a line says what is going on."""
NOTICE = "detente: compiling for this machine, once after installing; this takes up to half a minute"

_Args = ParamSpec("_Args")
_Found = TypeVar("_Found")
_building = RLock()


class Kernel(Generic[_Args, _Found]):
    """A function over numbers and arrays that is compiled at its first call.

    Parameters
    ----------
    function
        Of the subset of Python that numba compiles; it may call other kernels.
    options
        Of `numba.njit`.
    """

    def __init__(self, function: Callable[_Args, _Found], **options: Any) -> None:
        self.function, self.options = function, options
        self.__doc__ = function.__doc__
        self._compiled: Callable[_Args, _Found] | None = None

    def __call__(self, *args: _Args.args, **kwargs: _Args.kwargs) -> _Found:
        """Call the compiled function."""
        return (self._compiled or self.compiled())(*args, **kwargs)

    def compiled(self) -> Callable[_Args, _Found]:
        """Return what numba makes of the function; the kernels that it calls stand in its module compiled from then."""
        with _building:
            if self._compiled is None:
                import numba

                _listen()
                names = self.function.__globals__
                for name in self.function.__code__.co_names:
                    if isinstance(called := names.get(name), Kernel):
                        names[name] = called.compiled()
                made = numba.njit(cache=True, error_model="numpy", nogil=True, **self.options)(self.function)
                self._compiled = cast(Callable[_Args, _Found], made)
            return self._compiled


def kernel(function: Callable[_Args, _Found]) -> Kernel[_Args, _Found]:
    """Compile a function over numbers and arrays to machine code once, and keep it on disk.

    Parameters
    ----------
    function
        Of the subset of Python that numba compiles.
    """
    return Kernel(function)


def fast_kernel(function: Callable[_Args, _Found]) -> Kernel[_Args, _Found]:
    """Compile as `kernel` does, for inner loops without NaN: comparisons then fit the processor's vector units.

    Parameters
    ----------
    function
        The order of its sums stays as written.
    """
    return Kernel(function, fastmath={"nnan", "nsz"})


def parallel_kernel(function: Callable[_Args, _Found]) -> Kernel[_Args, _Found]:
    """Compile as `kernel` does, with ``prange`` over threads; what one turn of it writes no other one reads.

    The order of sums stays as written, so that results do not depend on the number of threads; there are no NaN.

    Parameters
    ----------
    function
        Of the subset of Python that numba compiles.
    """
    return Kernel(function, parallel=True, fastmath={"nnan", "nsz"})


_listening: list[object] = []


def _listen() -> None:
    """Have a word told once when a compilation takes long."""
    from numba.core import event

    if not _listening:
        event.Listener.register(Slow)
        _listening.append(Slow())
        event.register("numba:compile", _listening[0])  # type: ignore[no-untyped-call]


class Slow:
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

    def notify(self, event: Any) -> None:
        """Take what the compiler tells."""
        (self.on_start if event.is_start else self.on_end)(event)

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
