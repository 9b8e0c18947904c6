"""JSON Lines that `record export` wrote: each line is checked as a whole, and added as a whole or not at all."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from detente.entries import Decision, Joining, Judgement, Statement, Together, statement_from_json
from detente.errors import RecordError, ReportError, nothing_usable
from detente.record.correcting import check_field
from detente.record.exporting.lines import EARLIER_HEADS, HEAD, REDACTED_HEAD
from detente.record.statements import details_row, joining_row, judgement_row
from detente.record.store import Record
from detente.record.travelling import Statements
from detente.reports import REASONS, Dropped, Report
from detente.reports.opening import Stopped, open_binary

REDACTED = (
    "is a redacted export: it has no quotes, and no record can be made of it; give an export made without --redacted"
)
# A report has at most five million characters, up to twelve bytes each as JSON.
MAX_LINE = 100_000_000
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """How much of an export was new to the record.

    Parameters
    ----------
    reports, entries
        Numbers of new rows.
    skipped
        Lines that could not be used; each was named.
    """

    reports: int
    entries: int
    skipped: int


def is_export(path: Path) -> bool:
    """Return whether a file begins as `record export` begins JSON Lines.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    ReportError
        Where it is an export of which no record can be made.
    """
    try:
        with open_binary(path) as file:
            head = json.loads(file.readline(1000))
    except (ValueError, RecursionError, Stopped):
        return False
    if head == REDACTED_HEAD:
        raise ReportError(REDACTED, file=path)
    if isinstance(head, dict) and head.get("detente") == "record" and head not in (HEAD, *EARLIER_HEADS):
        raise ReportError("was exported by a newer version of Detente, and this one cannot read it", file=path)
    return head in (HEAD, *EARLIER_HEADS)


def import_lines(record: Record, path: Path, on_fault: Callable[[ReportError], None] | None = None) -> Taken:
    """Add what another record exported, with its times and judgements.

    Parameters
    ----------
    record
        The record.
    path
        The file, .jsonl or .jsonl.gz.
    on_fault
        Is told what is wrong with a line; the others are added. Without it the first fault is raised.

    Raises
    ------
    ReportError
        Where no line can be used.
    """
    reports = entries = good = bad = 0
    joinings: list[Joining] = []
    found = _lines(path)
    while batch := list(islice(found, _AT_ONCE)):
        bad += _told([each for each in batch if isinstance(each, ReportError)], on_fault)
        usable = [each for each in batch if isinstance(each, Statements)]
        joinings += [each for each in batch if isinstance(each, Joining)]
        added = record.add_statements(usable)
        good, reports, entries = good + len(usable), reports + added.reports, entries + added.entries
    if joinings:
        faults = record.add_joinings(joinings)
        good += len(joinings) - len(faults)
        bad += _told([ReportError(why, file=path) for why in faults], on_fault)
    if bad and not good:
        raise ReportError(nothing_usable(bad, "line"), file=path)
    return Taken(reports, entries, bad)


def _told(faults: Sequence[ReportError], on_fault: Callable[[ReportError], None] | None) -> int:
    for fault in faults:
        if on_fault is None:
            raise fault
        on_fault(fault)
    return len(faults)


def _lines(path: Path) -> Iterator[Statements | Joining | ReportError]:
    with open_binary(path) as file:
        number = 0
        try:
            while line := file.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    yield ReportError(f"line {number}: longer than {MAX_LINE:,} bytes; it is not read on", file=path)
                    return
                if number > 1 and line.strip():
                    yield _checked(line, path, number)
        except Stopped as exc:
            yield ReportError(f"line {number + 1}: {exc}", file=path)


def _checked(line: bytes, path: Path, number: int) -> Statements | Joining | ReportError:
    try:
        read = json.loads(line)
        if isinstance(read, dict) and "joining" in read:
            return _joining(_JoiningLine.model_validate(read).joining)
        return _statement(_Line.model_validate(read))
    except ValidationError as exc:
        first = exc.errors()[0]
        why = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    except _Wrong as exc:
        why = str(exc)
    except (ValueError, RecursionError) as exc:
        why = f"not JSON: {exc.msg}, column {exc.colno}" if isinstance(exc, json.JSONDecodeError) else "not JSON"
    return ReportError(f"line {number}: {why}", file=path)


class _Wrong(Exception):
    """Rows that do not fit each other."""


def _statement(line: "_Line") -> Statements:
    reports = {row.id: _report(line, row) for row in line.details}
    entries = {row.id: _entry(line, row) for row in line.entries}
    for details in (*(row.details for row in line.sightings), *(row.details for row in line.readings)):
        _known("details", details, reports)
    for reading in line.readings:
        _known("entry", reading.entry, entries)
    if not line.details or {row.details for row in line.sightings} != set(reports):
        raise _Wrong("details and sightings do not fit each other")
    found = {row.entry for row in line.readings} | {row.result for row in line.judgements}
    if set(entries) - found:
        raise _Wrong("an entry that nobody read")
    _check_judgements(line, entries)
    rows = line.model_dump()
    return Statements(**rows)


def _joining(row: "_Joining") -> Joining:
    made = Joining(**row.model_dump(exclude={"id"}))
    if joining_row(made)["id"] != row.id or not made.one < made.other:
        raise _Wrong(f"joining {row.id}: its id does not follow from its content")
    return made


def _known(what: str, id: str, known: Any) -> None:
    if id not in known:
        raise _Wrong(f"{what} {id!r} is not there")


def _report(line: "_Line", row: "_Details") -> Report:
    values = row.model_dump(exclude={"id", "report", "kept", "dropped"})
    dropped = tuple(Dropped(**part.model_dump()) for part in row.dropped)
    report = Report(**values, text=line.text, kept=tuple(row.kept), dropped=dropped)
    if not line.id == report.id == row.report or details_row(report)["id"] != row.id:
        raise _Wrong("an id of the report does not follow from its content")
    if any("\0" in text for text in (line.text, row.title, row.outlet or "", row.path, row.url or "")):
        raise _Wrong("has the character NUL, which a record cannot hold; read the report itself again")
    spans = [*row.kept, *((part.start, part.end) for part in row.dropped)]
    if not all(0 <= start <= end <= len(line.text) for start, end in spans):
        raise _Wrong("a stretch lies outside the text")
    return report


def _entry(line: "_Line", row: "_Entry") -> Statement:
    by = {"reader": "", "reader_version": "", "rule": "", "confidence": 1.0}
    try:
        entry = statement_from_json(row.kind, line.id, row.body | by)
        for name in set(row.body) - {"quote", "id", "span"}:
            check_field(entry, name)
    except (AttributeError, KeyError, TypeError, ValueError, RecordError) as exc:
        raise _Wrong(f"entry {row.id}: {exc}") from None
    quote = entry.quote
    if entry.id != row.id or (quote.start, quote.end) != (row.start, row.end) or row.report != line.id:
        raise _Wrong(f"entry {row.id}: its id does not follow from its content")
    if line.text[quote.start : quote.end] != quote.text:
        raise _Wrong(f"entry {row.id}: its quote does not stand there")
    return entry


def _check_judgements(line: "_Line", entries: dict[str, Statement]) -> None:
    ids = {row.id for row in line.judgements}
    read = {row.entry for row in line.readings}
    for row in line.judgements:
        made = Judgement(**row.model_dump(exclude={"id"}))
        if judgement_row(made)["id"] != row.id:
            raise _Wrong(f"judgement {row.id}: its id does not follow from its content")
        _known("judged entry", row.entry, read)
        if row.result is not None:
            _known("corrected entry", row.result, entries)
        if row.supersedes is not None:
            _known("superseded judgement", row.supersedes, ids)


_Time = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]
_Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
_Span = tuple[int, int]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Dropped(_Row):
    start: int
    end: int
    reason: Literal[tuple(REASONS)]  # type: ignore[valid-type]
    outside: str


class _Details(_Row):
    id: str
    report: str
    title: str
    date: _Day | None
    date_basis: Literal["argument", "metadata", "dateline", "weekday"] | None
    outlet: str | None
    path: str
    url: str | None
    kept: list[_Span]
    dropped: list[_Dropped]


class _Sighting(_Row):
    details: str
    reader: str
    reader_version: str
    using: str
    at: _Time


class _Entry(_Row):
    id: str
    kind: Literal["position", "event", "claim", "round", "naming"]
    report: str
    start: int
    end: int
    body: dict[str, Any]


class _Reading(_Row):
    entry: str
    details: str
    reader: str
    reader_version: str
    rule: str
    confidence: float = Field(ge=0, le=1)
    original: dict[str, str] | None
    at: _Time


class _Judgement(_Row):
    id: str
    entry: str
    decision: Decision
    by: str
    at: _Time
    note: str
    changes: dict[str, Any]
    result: str | None
    supersedes: str | None


class _Joining(_Row):
    id: str
    one: str
    other: str
    decision: Together
    by: str
    at: _Time
    note: str
    supersedes: str | None


class _JoiningLine(_Row):
    joining: _Joining


class _Line(_Row):
    id: str
    text: str
    details: list[_Details]
    sightings: list[_Sighting]
    entries: list[_Entry]
    readings: list[_Reading]
    judgements: list[_Judgement]
