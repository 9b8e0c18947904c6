"""An entry with fields corrected by a person, held to the same rules as what a reader gives."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, get_args

from detente.entries import (
    Comparator,
    Event,
    Outcome,
    Position,
    PreconditionKind,
    Round,
    Stance,
    Statement,
    Status,
    Unit,
)
from detente.errors import RecordError
from detente.ontology import acts, issues


def corrected(entry: Statement, changes: Mapping[str, Any]) -> Statement:
    """Return the entry with some fields changed; its quote and who read it stay.

    Parameters
    ----------
    entry
        The entry.
    changes
        Fields of the codebook with their new values. A text is taken as a person writes it on a command line: "" or
        "null" for unknown, "true" or "false", numbers, lists with commas.

    Raises
    ------
    RecordError
        Where a field is not one of the entry's, a value is not one that the codebook allows, or nothing changes.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> talks = Event("CONSULT", "Arland", "Borland", None, "Oslo", Quote("r", 0, 5, "talks"))
    >>> corrected(talks, {"date": "2020-03", "place": ""}).date
    '2020-03'
    >>> corrected(talks, {"date": "in March"})
    Traceback (most recent call last):
    detente.errors.RecordError: date: 'in March' is no date; write YYYY-MM-DD, YYYY-MM or YYYY, or nothing if unknown
    """
    changed: Any = replace(entry, **{name: _value(entry, name, value) for name, value in changes.items()})
    made: Statement = _consistent(changed, changes)
    if made == entry:
        raise RecordError(f"nothing is corrected in entry {entry.id}; say what with --set FIELD=VALUE")
    return made


def check_field(entry: Statement, name: str) -> None:
    """Refuse an entry whose field has a value that no reader and no person could have given it.

    Parameters
    ----------
    entry
        The entry.
    name
        Of one of its fields.

    Raises
    ------
    RecordError
        Where the value is not one that the codebook allows, or not written as a record has it.
    """
    value = getattr(entry, name)
    written = isinstance(value, _WRITTEN[name]) if name in _WRITTEN else value is None or isinstance(value, str)
    if not written or isinstance(value, bool) != (_WRITTEN.get(name) is bool):
        raise RecordError(f"{name}: {value!r} is not of the kind that it must be")
    # A table of events can have an event of a type that no source maps.
    if not (name == "type" and value is None):
        _value(entry, name, value)


def _value(entry: Statement, name: str, value: Any) -> Any:
    known = [f.name for f in fields(entry) if f.name not in ("quote", "by")]
    if name not in known:
        raise RecordError(f"{name}: a {entry.kind} has no such field to correct; it has {', '.join(known)}")
    return _CHECKS[name](name, value)


def _consistent(entry: Any, changes: Mapping[str, Any]) -> Any:
    """Parties stand sorted where their order means nothing; a precondition and its kind go together."""
    if isinstance(entry, Event) and entry.type in ("CONSULT", "AGREE") and entry.actor and entry.recipient:
        first, second = sorted((entry.actor, entry.recipient))
        return replace(entry, actor=first, recipient=second)
    if isinstance(entry, Round) and not entry.parties:
        raise RecordError("parties: a round needs the parties that met")
    if isinstance(entry, Position):
        if entry.precondition_kind and not entry.precondition:
            if changes.get("precondition_kind"):
                raise RecordError("precondition_kind: of use only where precondition is true")
            return replace(entry, precondition_kind=None)
        if entry.precondition and not entry.precondition_kind:
            raise RecordError("precondition_kind: say which: order (must come first) or content (no deal without it)")
    return entry


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise RecordError(f"{name}: must be text")
    return " ".join(value.split())


def _party(name: str, value: Any) -> str | None:
    return None if value in (None, "", "null") else _text(name, value)


def _one_of(allowed: Callable[[], tuple[str, ...]], *, optional: bool = False) -> Callable[[str, Any], str | None]:
    def check(name: str, value: Any) -> str | None:
        if optional and value in (None, "", "null"):
            return None
        if value not in allowed():
            raise RecordError(f"{name}: {value!r} is not one of {', '.join(allowed())}")
        return str(value)

    return check


def _yes_or_no(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise RecordError(f"{name}: {value!r} is neither true nor false")
    return bool(value == "true")


def _number(name: str, value: Any) -> float:
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise RecordError(f"{name}: {value!r} is not a number")
    return number


_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def _date(name: str, value: Any) -> str | None:
    if value in (None, "", "null"):
        return None
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        dt.date.fromisoformat(f"{value}-01-01"[:10])
    except (TypeError, ValueError):
        raise RecordError(
            f"{name}: {value!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY, or nothing if unknown"
        ) from None
    return str(value)


def _several(each: Callable[[str, Any], Any], *, in_order: bool = False) -> Callable[[str, Any], tuple[str, ...]]:
    def check(name: str, value: Any) -> tuple[str, ...]:
        items = [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        if not isinstance(items, list | tuple):
            raise RecordError(f"{name}: must be a list")
        found = dict.fromkeys(each(name, item) for item in items)
        return tuple(found) if in_order else tuple(sorted(found))

    return check


_WRITTEN: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("precondition", "red_line", "key"), bool),
    **dict.fromkeys(("after", "parties", "mediators", "agreed"), tuple),
    "value": (int, float),
}
_issue = _one_of(lambda: tuple(issues()))
_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "party": _text,
    "issue": _issue,
    "stance": _one_of(lambda: get_args(Stance)),
    "terms": _text,
    "precondition": _yes_or_no,
    "red_line": _yes_or_no,
    "key": _yes_or_no,
    "precondition_kind": _one_of(lambda: get_args(PreconditionKind), optional=True),
    "after": _several(_issue, in_order=True),
    "type": _one_of(lambda: tuple(acts())),
    "actor": _party,
    "recipient": _party,
    "date": _date,
    "place": _party,
    "source": _party,
    "said_by": _party,
    "value": _number,
    "unit": _one_of(lambda: get_args(Unit)),
    "what": _text,
    "comparator": _one_of(lambda: get_args(Comparator)),
    "status": _one_of(lambda: get_args(Status)),
    "parties": _several(_text),
    "mediators": _several(_text),
    "agreed": _several(_issue, in_order=True),
    "outcome": _one_of(lambda: get_args(Outcome)),
}
