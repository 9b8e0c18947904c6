"""The negotiation model as one object, a file that a person can edit, and a view of the record."""

from detente.case.from_record import from_record as from_record
from detente.case.model import THIRD_PARTY as THIRD_PARTY
from detente.case.model import Agreed as Agreed
from detente.case.model import Basis as Basis
from detente.case.model import Case as Case
from detente.case.model import Constraint as Constraint
from detente.case.model import Demand as Demand
from detente.case.model import Evidence as Evidence
from detente.case.model import Happening as Happening
from detente.case.model import Issue as Issue
from detente.case.model import Meeting as Meeting
from detente.case.model import Order as Order
from detente.case.model import Party as Party
from detente.case.model import PartyRole as PartyRole
from detente.case.model import Rung as Rung
from detente.case.model import name_id as name_id
from detente.case.yaml import dump as dump
from detente.case.yaml import load as load
from detente.case.yaml import update as update

__all__ = [
    "THIRD_PARTY",
    "Agreed",
    "Basis",
    "Case",
    "Constraint",
    "Demand",
    "Evidence",
    "Happening",
    "Issue",
    "Meeting",
    "Order",
    "Party",
    "PartyRole",
    "Rung",
    "dump",
    "from_record",
    "load",
    "name_id",
    "update",
]
