"""Writing down reports and what was read from them: one after the other, or many that are new in a few statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from detente.entries import ENTRY_TYPES, Entry, Naming, Provenance, Statement
from detente.errors import RecordError
from detente.record import repeats, schema, search
from detente.record.address import Address
from detente.record.results import Added
from detente.record.rows import index_report
from detente.record.statements import details_row, entry_row, insert_new, moment, reading_row, rows_of
from detente.reports import Report
from detente.terminal import safe

NO_NUL = "has the character NUL, which a record cannot hold; make it with report_from_text, which replaces it"
Read = tuple[Report, Sequence[Statement]]


def check(report: Report, entries: Iterable[Statement], path: Path | Address | None) -> None:
    """Refuse entries of another report, quotes that do not stand where they say, and what the database cannot hold."""
    if any("\0" in text for text in (report.text, report.title, report.outlet or "", report.path, report.url or "")):
        raise RecordError(f"report {safe(report.path or report.id)} {NO_NUL}", file=path)
    for entry in entries:
        quote = entry.quote
        if quote.report != report.id:
            raise RecordError(f"entry {entry.id} is of report {quote.report}, not of {report.id}", file=path)
        if report.text[quote.start : quote.end] != quote.text:
            raise RecordError(
                f"the quote of entry {entry.id} does not stand at {quote.start}..{quote.end} of report {report.id}",
                file=path,
            )


def add(connection: Connection, read: Read, *, reader: Provenance | None, using: str, at: datetime | None) -> Added:
    """Add a report as `Record.add` describes it, in a transaction that writes."""
    report, entries = read
    known = details_row(report)
    new_reports = insert_new(connection, schema.reports, [{"id": report.id, "text": report.text}])
    news = insert_new(connection, schema.details, [known])
    rows = [entry_row(entry) for entry in entries]
    new_entries = insert_new(connection, schema.entries, [row for row in rows if row["kind"] in ENTRY_TYPES])
    insert_new(connection, schema.entries, [row for row in rows if row["kind"] not in ENTRY_TYPES])
    when = moment(at, _last_seen(connection, report.id))
    readings = [reading_row(entry, known["id"], when) for entry in entries]
    news += insert_new(connection, schema.readings, _earlier(connection, readings))
    seen = _sightings(known["id"], entries, reader, using, when)
    news += _is_news(connection, seen)
    insert_new(connection, schema.sightings, seen)
    if news:
        index_report(connection, report.id)
    return Added(new_reports, new_entries)


def add_many(
    connection: Connection, read: Sequence[Read], *, reader: Provenance | None, using: str, at: datetime | None
) -> Added:
    """Add reports as `add` would one after the other; those that the record lacks in a few statements for all.

    A report that is new has no earlier reading and no judgement, so that nothing has to be looked up for it.
    """
    ids = list(dict.fromkeys(report.id for report, _ in read))
    known = set(connection.execute(select(schema.reports.c.id).where(schema.reports.c.id.in_(ids))).scalars())
    new, rest = dict[str, Read](), list[Read]()
    for each in read:
        id = each[0].id
        if id in known or id in new:
            rest.append(each)
        else:
            new[id] = each
    total = _add_new(connection, list(new.values()), reader, using, moment(at, None))
    for each in rest:
        added = add(connection, each, reader=reader, using=using, at=at)
        total = Added(total.reports + added.reports, total.entries + added.entries)
    return total


def _add_new(connection: Connection, read: list[Read], reader: Provenance | None, using: str, when: str) -> Added:
    texts, details, bodies, readings, sightings = [], [], dict[str, Any](), [], []
    for report, entries in read:
        known = details_row(report)
        texts.append({"id": report.id, "text": report.text})
        details.append(known)
        bodies |= {entry.id: entry_row(entry) for entry in entries}
        readings += [reading_row(entry, known["id"], when) for entry in entries]
        sightings += _sightings(known["id"], entries, reader, using, when)
    for table, rows in (
        (schema.reports, texts),
        (schema.details, details),
        (schema.entries, list(bodies.values())),
        (schema.readings, readings),
        (schema.sightings, sightings),
    ):
        insert_new(connection, table, rows)
    search.index_many(connection, [(report, _entries(said)) for report, said in read])
    repeats.index_many(connection, [report for report, _ in read])
    return Added(len(texts), sum(row["kind"] in ENTRY_TYPES for row in bodies.values()))


def _entries(said: Sequence[Statement]) -> list[Entry]:
    return [each for each in said if not isinstance(each, Naming)]


def _sightings(
    details: str, entries: Sequence[Statement], reader: Provenance | None, using: str, when: str
) -> list[dict[str, Any]]:
    by = {(entry.by.reader, entry.by.version) for entry in entries}
    by |= {(reader.reader, reader.version)} if reader else set()
    seen = {"details": details, "using": using, "at": when}
    return [seen | {"reader": name, "reader_version": version} for name, version in sorted(by or {("", "")})]


def _last_seen(connection: Connection, report: str) -> str | None:
    """When a report was seen last."""
    sightings, details = schema.sightings, schema.details
    asked = select(func.max(sightings.c.at)).select_from(sightings.join(details)).where(details.c.report == report)
    return connection.execute(asked).scalar()


def _earlier(connection: Connection, readings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that say something new: the first of their kind, or from before the first that is known."""
    if not readings:
        return []
    names = ("entry", "details", "reader", "reader_version")
    rows = rows_of(connection, schema.readings, "details", [readings[0]["details"]])
    known: dict[tuple[str, ...], str] = {}
    for row in rows:
        key = tuple(getattr(row, name) for name in names)
        known[key] = min(row.at, known.get(key, row.at))
    return [row for row in readings if row["at"] < known.get(tuple(row[name] for name in names), "9999")]


def _is_news(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a reader reads these details for the first time, or earlier than known."""
    table = schema.sightings.c
    for row in rows:
        same = [table[name] == row[name] for name in ("details", "reader", "reader_version")]
        first = connection.execute(select(func.min(table.at)).where(*same)).scalar()
        if first is None or row["at"] < first:
            return True
    return False
