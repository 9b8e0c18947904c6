"""Tables of one's own that are in use beside those that ship, and what was worked out from them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

_own: dict[str, Any] = {}
_kept: list[Callable[[], None]] = []


class _Cached(Protocol):
    def cache_clear(self) -> None: ...


C = TypeVar("C", bound=_Cached)


def of_tables(function: C) -> C:
    """Mark a cached function as following from the tables: what it keeps is forgotten when others come into use.

    Parameters
    ----------
    function
        What `functools.cache` or `functools.lru_cache` made.

    Examples
    --------
    >>> import functools
    >>> @of_tables
    ... @functools.cache
    ... def count():
    ...     return len(own("issues") or ())
    >>> before = count()
    >>> with put_in_use({"issues": ["toll"]}):
    ...     within = count()
    >>> before, within, count()
    (0, 1, 0)
    """
    _kept.append(function.cache_clear)
    return function


def own(kind: str) -> Any:
    """Return the table of one's own of a kind that is in use, None without one."""
    return _own.get(kind)


@contextmanager
def put_in_use(tables: Mapping[str, Any]) -> Iterator[None]:
    """Put tables in use, in the whole process, and those before in use again at the end."""
    before = dict(_own)
    try:
        _change({**before, **tables})
        yield
    finally:
        _change(before)


def _change(tables: Mapping[str, Any]) -> None:
    _own.clear()
    _own.update(tables)
    for forget in _kept:
        forget()
