"""The form of a case file: which keys it has, of which types, with which defaults."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictStr,
    ValidationError,
)

from detente.case.model import PartyRole
from detente.case.preferences import Distribution
from detente.entries import Outcome, PreconditionKind, Stance
from detente.errors import Fault
from detente.ontology.issues import Role
from detente.ontology.tables import position


def _date(value: Any) -> Any:
    """YAML reads 2025-06-02 as a date and 2025 as a number; both are meant as they are written."""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else value


Id = Annotated[StrictStr, Field(pattern=r"^\S+$")]
Text = StrictStr
Unit = Annotated[float, Field(ge=0, le=1, strict=True, allow_inf_nan=False)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
DATE = r"^\d{4}(?:-\d\d(?:-\d\d)?)?$"
Date = Annotated[StrictStr, BeforeValidator(_date), Field(pattern=DATE)]
Ids = tuple[Id, ...]


def _rising(low: float, high: float) -> AfterValidator:
    def check(ends: tuple[float, float]) -> tuple[float, float]:
        if not low <= ends[0] <= ends[1] <= high:
            raise ValueError(f"must be [low, high] within [{low:g}, {high:g}], the low end first")
        return ends

    return AfterValidator(check)


def _when(value: Any) -> Any:
    """Take a day as it is written in YAML; a number is a week."""
    return value.isoformat()[:10] if isinstance(value, dt.date) else value


def _on_the_calendar(value: float | str) -> float | str:
    if isinstance(value, str):
        dt.date.fromisoformat(value)
    elif not 0 <= value <= 1000:
        raise ValueError("must be a week from 0 to 1000, or a day (YYYY-MM-DD)")
    return value


When = Annotated[
    Annotated[float, Field(strict=True, allow_inf_nan=False)]
    | Annotated[StrictStr, Field(pattern=r"^\d{4}-\d\d-\d\d$")],
    BeforeValidator(_when),
    AfterValidator(_on_the_calendar),
]
Range = tuple[Number, Number]
Share = Annotated[Range, _rising(0, 1)]
Weeks = Annotated[Range, _rising(0.5, 1000)]
Choice = tuple[Id, Id]


class Row(BaseModel):
    """Any mapping in a case file; keys that it does not know are faults."""

    model_config = ConfigDict(extra="forbid")


class Based(Row):
    """A value that may name the entries or the assumption it rests on."""

    entries: Ids = ()
    assumption: Text = ""


Plain = Number | Range | dict[Distribution, Range]


class AmountBased(Based):
    """A number, a range or a distribution with what it rests on."""

    value: Plain


AmountRow = Plain | AmountBased


class PartyRow(Based):
    """A party."""

    id: Id
    name: Text | None = None
    role: PartyRole = "side"
    at_table: StrictBool | None = None


class RungRow(Based):
    """A rung."""

    id: Id
    x: Unit | None = None
    label: Text | None = None
    deliverers: Ids = ()
    robust: StrictBool = False
    stated: StrictBool | None = None


class IssueRow(Based):
    """An issue."""

    id: Id
    name: Text | None = None
    role: Role = "stake"
    status_quo: Id | None = None
    free: StrictBool = False
    separable: StrictBool = False
    repeatable: StrictBool = False
    phi: tuple[Unit, Unit] = (0, 0)
    reversible: StrictBool | None = None
    reversal: Text = ""
    part_of: Annotated[StrictStr, Field(pattern=r"^\S*$")] = ""
    rungs: tuple[RungRow, ...]


class DemandRow(Based):
    """A demand."""

    party: Id
    issue: Id
    stance: Stance
    rung: Id
    terms: Text = ""
    red_line: StrictBool = False
    key: StrictBool = False
    sacred: StrictBool = False
    precondition: PreconditionKind | None = None
    date: Date | None = None
    said_by: Text = ""


class OrderRow(Based):
    """An order."""

    party: Id
    first: Id
    then: Id
    void: Text = ""
    date: Date | None = None
    said_by: Text = ""


class AgreedRow(Based):
    """Something agreed."""

    issue: Id
    rung: Id
    parties: Ids
    date: Date | None = None
    executed: StrictBool = False
    done_by: Date | None = None


class ConstraintRow(Based):
    """A rule across issues."""

    id: Id
    text: Text
    forbids: tuple[Choice, ...] = ()
    at_most: Annotated[int, Field(ge=0, strict=True)] | None = None
    of: tuple[Choice, ...] = ()
    when: tuple[Choice, ...] = ()
    requires: tuple[Choice, ...] = ()


class LimitRow(Row):
    """A linear rule about weights."""

    coefficients: dict[Id, Number]
    at_least: Number = 0


class PreferencesRow(Row):
    """A party's additive utility."""

    party: Id
    weights: dict[Id, AmountRow] = {}
    order: tuple[Id | tuple[Id, ...], ...] = ()
    limits: tuple[LimitRow, ...] = ()
    values: dict[Id, dict[Text, AmountRow]]


class MeetingRow(Based):
    """A meeting."""

    date: Date | None = None
    place: Text | None = None
    parties: Ids
    outcome: Outcome = "unknown"
    mediators: Ids = ()
    agreed: Ids = ()


class HappeningRow(Based):
    """An event."""

    type: Text
    actor: Id | None = None
    recipient: Id | None = None
    date: Date | None = None
    place: Text | None = None


class CalendarRow(Row):
    """When the sides meet."""

    rounds: tuple[When, ...] = ()
    every: Weeks | None = None
    between: Share = (0.0, 0.0)
    delayed: Share = (0.0, 0.0)
    delay: Weeks = (1.0, 4.0)
    suspended: tuple[tuple[When, When], ...] = ()
    deadline: When | None = None
    assumption: Text = ""


class EvidenceRow(Row):
    """A quote with where it stands."""

    quote: Text
    sentence: Text = ""
    report: Text = ""
    title: Text | None = None
    date: Date | None = None
    outlet: Text | None = None
    path: Text | None = None
    reader: Text = ""
    confidence: Unit = 1
    judged: Text = ""


class CaseRow(Row):
    """A case file."""

    title: Text
    date: Date | None = None
    parties: tuple[PartyRow, ...] = ()
    issues: tuple[IssueRow, ...] = ()
    demands: tuple[DemandRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    agreed: tuple[AgreedRow, ...] = ()
    constraints: tuple[ConstraintRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    happenings: tuple[HappeningRow, ...] = ()
    preferences: tuple[PreferencesRow, ...] = ()
    reservation: dict[Id, AmountRow] = {}
    capability: dict[Id, AmountRow] = {}
    assumptions: dict[Id, Range] = {}
    evidence: dict[Id, EvidenceRow] = {}
    calendar: CalendarRow | None = None


def read_form(data: Mapping[str, Any]) -> tuple[CaseRow | None, list[Fault]]:
    """Return a case file's rows, or every fault of form at its line and column.

    Parameters
    ----------
    data
        As `detente.ontology.tables.load_yaml` returns it.
    """
    try:
        # "orders:" with nothing after it means that there are none.
        return CaseRow.model_validate({key: value for key, value in data.items() if value is not None}), []
    except ValidationError as exc:
        return None, [_fault(error["type"], error["loc"], error, data) for error in exc.errors()]


_ROWS: dict[str, type[Row]] = {
    "parties": PartyRow,
    "issues": IssueRow,
    "rungs": RungRow,
    "demands": DemandRow,
    "orders": OrderRow,
    "agreed": AgreedRow,
    "constraints": ConstraintRow,
    "preferences": PreferencesRow,
    "limits": LimitRow,
    "meetings": MeetingRow,
    "happenings": HappeningRow,
    "calendar": CalendarRow,
}
_PLAIN = {
    "missing": "is missing",
    "string_pattern_mismatch": "must be an id of one word, without spaces",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping with keys of its own",
    "string_type": "must be text; put it in quotes",
    "bool_type": "must be true or false",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
}


def _fault(kind: str, loc: Sequence[str | int], error: Mapping[str, Any], data: Any) -> Fault:
    message = _PLAIN.get(kind) or str(error["msg"])
    if kind == "string_pattern_mismatch" and str(error["ctx"]["pattern"]) == DATE:
        message = "must be a date such as 2025-06-02, 2025-06 or 2025"
    if kind == "extra_forbidden":
        message = f"unknown key; known: {', '.join(_form(loc).model_fields)}"
    given = error.get("input")
    shown = f" (given: {given!r})" if kind != "extra_forbidden" and isinstance(given, str | int | float) else ""
    line, column = position(data, loc)
    return Fault(f"{message}{shown}", line or 1, column or 1, ".".join(map(str, loc)))


def _form(loc: Sequence[str | int]) -> type[Row]:
    """The form of the mapping in which the key at `loc` stands."""
    if loc[0] == "evidence":
        return EvidenceRow
    return next((_ROWS[str(part)] for part in reversed(loc[:-1]) if part in _ROWS), CaseRow)
