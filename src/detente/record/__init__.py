"""Reports, what was read from them and what persons decided on it, kept for good in one SQLite file."""

from detente.record.joining import Joined as Joined
from detente.record.repeats import Repeat as Repeat
from detente.record.results import Added as Added
from detente.record.results import Hit as Hit
from detente.record.results import Seen as Seen
from detente.record.results import Source as Source
from detente.record.store import Record as Record

__all__ = ["Added", "Hit", "Joined", "Record", "Repeat", "Seen", "Source"]
