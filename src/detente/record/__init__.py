"""Reports, what was read from them and what persons decided on it, kept for good in a file or a database."""

from detente.record.claims import Account as Account
from detente.record.joining import Joined as Joined
from detente.record.movement import Course as Course
from detente.record.parties import Named as Named
from detente.record.repeats import Repeat as Repeat
from detente.record.results import Added as Added
from detente.record.results import Hit as Hit
from detente.record.results import Seen as Seen
from detente.record.results import Source as Source
from detente.record.store import Record as Record
from detente.record.upto import up_to as up_to

__all__ = ["Account", "Added", "Course", "Hit", "Joined", "Named", "Record", "Repeat", "Seen", "Source", "up_to"]
