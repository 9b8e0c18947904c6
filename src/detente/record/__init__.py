"""Reports and what was read from them, kept for good in one SQLite file."""

from detente.record.store import Added as Added
from detente.record.store import Record as Record
from detente.record.store import Source as Source

__all__ = ["Added", "Record", "Source"]
