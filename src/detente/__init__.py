"""From reporting on peace talks to a sourced record, a negotiation model, and what an event does to the odds.

The whole way in six names::

    from detente import Brief, Case, Record, read, settle, simulate

Each name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.version import __version__ as __version__

if TYPE_CHECKING:
    from detente.brief import Brief as Brief
    from detente.case import Case as Case
    from detente.reading import read as read
    from detente.record import Record as Record
    from detente.settlement import settle as settle
    from detente.talks import simulate as simulate

__all__ = ["Brief", "Case", "Record", "read", "settle", "simulate"]

_ROOMS = {
    "Brief": "brief",
    "Case": "case",
    "Record": "record",
    "read": "reading",
    "settle": "settlement",
    "simulate": "talks",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its room."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(f"detente.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
