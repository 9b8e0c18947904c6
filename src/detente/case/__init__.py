"""The negotiation model as one object, a file that a person can edit, and a view of the record."""

from detente.case.calendar import Calendar as Calendar
from detente.case.from_record import from_record as from_record
from detente.case.importing import import_case as import_case
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
from detente.case.preferences import Amount as Amount
from detente.case.preferences import Limit as Limit
from detente.case.preferences import Preferences as Preferences
from detente.case.views import Difference as Difference
from detente.case.views import Reason as Reason
from detente.case.views import bring_in as bring_in
from detente.case.views import differences as differences
from detente.case.views import json_schema as json_schema
from detente.case.views import new_case as new_case
from detente.case.views import outline as outline
from detente.case.views import reasons as reasons
from detente.case.yaml import dump as dump
from detente.case.yaml import load as load
from detente.case.yaml import plain as plain
from detente.case.yaml import update as update

__all__ = [
    "THIRD_PARTY",
    "Agreed",
    "Amount",
    "Basis",
    "Calendar",
    "Case",
    "Constraint",
    "Demand",
    "Difference",
    "Evidence",
    "Happening",
    "Issue",
    "Limit",
    "Meeting",
    "Order",
    "Party",
    "PartyRole",
    "Preferences",
    "Reason",
    "Rung",
    "bring_in",
    "differences",
    "dump",
    "from_record",
    "import_case",
    "json_schema",
    "load",
    "name_id",
    "new_case",
    "outline",
    "plain",
    "reasons",
    "update",
]
