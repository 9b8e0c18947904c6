"""Between what Detente works with and the rows of a record, and the writing of rows that are not there yet."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from detente.entries import Joining, Judgement, Statement, entry_to_json, statement_from_json
from detente.record import schema
from detente.reports import Dropped, Report

_INSERT: Mapping[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_OF_PLACE = ("quote", "id", "span")
_OF_READING = ("reader", "reader_version", "rule", "confidence", "original", "judgement")
# SQLite takes 32,766 values in one statement, PostgreSQL 65,535.
AT_ONCE = 10_000
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert the rows that the table does not have, and return how many those are."""
    if not rows:
        return 0
    statement = _INSERT[connection.dialect.name](table).on_conflict_do_nothing()
    return connection.execute(statement, list(rows), execution_options={"preserve_rowcount": True}).rowcount


def rows_of(
    connection: Connection, table: Table, column: str, values: Iterable[str] | None, *where: ColumnElement[bool]
) -> list[Any]:
    """Return the rows whose column has one of the values, in order; every row for None."""
    order = table.c.number if "number" in table.c else table.c.id
    chosen = select(table).where(*where).order_by(order)
    if values is None:
        return list(connection.execute(chosen))
    given = list(values)
    found: list[Any] = []  # of more values than that, in order for each ten thousand of them
    for start in range(0, len(given), AT_ONCE):
        found += connection.execute(chosen.where(table.c[column].in_(given[start : start + AT_ONCE])))
    return found


def moment(at: datetime | None, latest: str | None) -> str:
    """Return a time as rows have it: the one given, or now, though always after the latest that is there.

    Parameters
    ----------
    at
        With its time zone; None for now.
    latest
        As rows have it. A clock that was set back must not make a new decision look older than the one it replaces.

    Examples
    --------
    >>> moment(datetime(2025, 6, 2, 10, tzinfo=UTC), None)
    '2025-06-02T10:00:00.000000Z'
    >>> moment(None, "2999-01-01T00:00:00.000000Z")
    '2999-01-01T00:00:00.000001Z'
    """
    if at is not None:
        return at.astimezone(UTC).strftime(_TIME)
    now = datetime.now(UTC).strftime(_TIME)
    if latest is None or now > latest:
        return now
    return (datetime.strptime(latest, _TIME) + timedelta(microseconds=1)).strftime(_TIME)


def details_row(report: Report) -> dict[str, Any]:
    """What is known about a report besides its text."""
    known = {
        "report": report.id,
        "title": report.title,
        "date": report.date,
        "date_basis": report.date_basis,
        "outlet": report.outlet,
        "kept": [list(span) for span in report.kept],
        "dropped": [asdict(part) for part in report.dropped],
    }
    # Path and address are left out of the id: a text that was moved is no news. ASCII, so that ids stay those of
    # records of version 2.
    id = hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16]
    return known | {"id": id, "path": report.path, "url": report.url}


def entry_row(entry: Statement) -> dict[str, Any]:
    """An entry without who read it; its quote stands in the text."""
    quote = entry.quote
    body = {key: value for key, value in entry_to_json(entry).items() if key not in (*_OF_READING, *_OF_PLACE)}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "report": quote.report,
        "start": quote.start,
        "end": quote.end,
        "body": body,
    }


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of the entries with all that follows from its place in its body: the quote, the id and the span.

    Parameters
    ----------
    id, kind, report, start, end, body
        As in the table.
    """

    id: str
    kind: str
    report: str
    start: int
    end: int
    body: dict[str, Any]


def entry_rows(connection: Connection, column: str, values: Iterable[str] | None) -> list[EntryRow]:
    """Return the entries whose column has one of the values, in order, as `rows_of` does; every entry for None."""
    rows = rows_of(connection, schema.entries, column, values)
    reports = None if values is None else {row.report for row in rows}
    return quoted(rows, {row.id: row.text for row in rows_of(connection, schema.reports, "id", reports)})


def quoted(rows: Iterable[Any], texts: Mapping[str, str]) -> list[EntryRow]:
    """Return rows of the entries with what follows from their places.

    Parameters
    ----------
    rows
        Of the table.
    texts
        Of their reports, by id.
    """
    return [
        EntryRow(
            row.id, row.kind, row.report, row.start, row.end,
            {**row.body, "quote": texts[row.report][row.start : row.end], "id": row.id, "span": [row.start, row.end]},
        )
        for row in rows
    ]  # fmt: skip


def bare(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the entries as the table has it, without what follows from its place."""
    return {**row, "body": {key: value for key, value in row["body"].items() if key not in _OF_PLACE}}


def readings_of_entries(connection: Connection, ids: Collection[str]) -> list[Any]:
    """Return the readings in which entries were found, in order; the way leads over their reports."""
    readings, details, entries = schema.readings, schema.details, schema.entries
    joined = entries.join(details, details.c.report == entries.c.report).join(
        readings, (readings.c.details == details.c.id) & (readings.c.entry == entries.c.id)
    )
    found: list[Any] = []
    given = sorted(ids)
    for start in range(0, len(given), AT_ONCE):
        some = entries.c.id.in_(given[start : start + AT_ONCE])
        found += connection.execute(select(readings).select_from(joined).where(some))
    return sorted(found, key=lambda row: row.number)


def reading_row(entry: Statement, details: str, at: str) -> dict[str, Any]:
    """Who read an entry, under which details of its report."""
    by = entry.by
    return {
        "entry": entry.id,
        "details": details,
        "reader": by.reader,
        "reader_version": by.version,
        "rule": by.rule,
        "confidence": by.confidence,
        "original": dict(by.original) or None,
        "at": at,
    }


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """A judgement with its id."""
    return asdict(judgement) | {"id": judgement.id}


def joining_row(joining: Joining) -> dict[str, Any]:
    """A decision on two entries with its id."""
    return asdict(joining) | {"id": joining.id}


def joining_of(row: Any) -> Joining:
    """Return the decision of a row."""
    return Joining(row.one, row.other, row.decision, row.by, row.at, row.note, row.supersedes)


def entry_of(row: Any, reading: Any) -> Statement:
    """Return an entry or a naming as one reading has it."""
    return statement_from_json(row.kind, row.report, row.body | {key: getattr(reading, key) for key in _OF_READING[:5]})


def judgement_of(row: Any) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(row.entry, row.decision, row.by, row.at, row.note, row.changes, row.result, row.supersedes)


def report_of(text: str, row: Any) -> Report:
    """Return a report from its text and its details."""
    return Report(
        title=row.title,
        date=row.date,
        date_basis=row.date_basis,
        outlet=row.outlet,
        path=row.path,
        text=text,
        kept=tuple((start, end) for start, end in row.kept),
        dropped=tuple(Dropped(**part) for part in row.dropped),
        url=row.url,
    )


def sentence_row(report: str, start: int, end: int, part: str) -> dict[str, Any]:
    """Where a sentence stands."""
    return {"report": report, "start": start, "end": end, "part": part}
