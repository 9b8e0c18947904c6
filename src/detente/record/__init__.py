"""Reports, what was read from them and what persons decided on it, kept for good in a file or a database."""

from detente.record.results import Added as Added
from detente.record.results import Hit as Hit
from detente.record.results import Seen as Seen
from detente.record.results import Source as Source
from detente.record.store import Record as Record

__all__ = ["Added", "Hit", "Record", "Seen", "Source"]
