"""Building very many objects at once without Python's search for cycles among them."""

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def paused(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function, in which the collector of cycles does not run.

    It would go over all that a large record holds each time that this has grown by a quarter, and find nothing: half of
    the time that joining the entries of 4,000 reports took (measured).

    Parameters
    ----------
    function
        Makes no cycles worth speaking of, or ends soon.

    Examples
    --------
    >>> paused(gc.isenabled)()
    False
    """

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        running = gc.isenabled()
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            if running:
                gc.enable()

    return wrapper
