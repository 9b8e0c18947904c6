"""Adding to a record and reading its present view."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert

from detente.entries import Entry, Position, Round, entry_from_json, entry_to_json
from detente.errors import RecordError
from detente.ontology.actors import resolve
from detente.record import schema
from detente.record.database import open_engine, refusing
from detente.reports import Dropped, Report, sentences


@dataclass(frozen=True, slots=True)
class Added:
    """How much of what was given was new to the record.

    Parameters
    ----------
    reports, entries
        Numbers of new rows.
    """

    reports: int
    entries: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from, ready to be shown.

    Parameters
    ----------
    quote
        The exact characters.
    sentence
        The sentence(s) around it.
    report
        Id of the report.
    title, date, outlet, path
        Of the report; None where unknown.
    reader
        Who read it, such as ``rules 1 (positions.demand-noun)``.
    confidence
        In [0, 1].
    """

    quote: str
    sentence: str
    report: str
    title: str | None
    date: str | None
    outlet: str | None
    path: str | None
    reader: str
    confidence: float


class Record:
    """Reports and entries, kept for good.

    Rows are only added. The present view is a pure function of them: of a report read twice by the same reader under
    different dates or in different versions, the reading that began last counts.

    Parameters
    ----------
    path
        A SQLite file, made where there is none; None for a temporary record in memory.

    Raises
    ------
    RecordError
        Where the file is not a record, is of another version, or cannot be read or written; it is left as it was.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> from detente.entries import Event
    >>> report = report_from_text("Talks were held in Oslo.", date="2020-03-02")
    >>> talks = Event("CONSULT", "A", "B", "2020-03-02", "Oslo", report.quote(0, 24))
    >>> with Record() as record:
    ...     print(record.add(report, [talks]), record.add(report, [talks]))
    ...     record.source(talks.id).quote
    Added(reports=1, entries=1) Added(reports=0, entries=0)
    'Talks were held in Oslo.'
    """

    def __init__(self, path: Path | str | None = None) -> None:
        self.path = None if path is None else Path(path)
        self._engine = open_engine(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; a temporary record is gone."""
        self._engine.dispose()

    def add(self, report: Report, entries: Iterable[Entry] = ()) -> Added:
        """Add a report and what was read from it, all of it or nothing.

        Parameters
        ----------
        report
            The report; a text that the record has adds nothing.
        entries
            Entries of this report; those that the record has add nothing.

        Raises
        ------
        RecordError
            Where an entry is of another report, or its quote does not stand there, or the file cannot be written.
        """
        entries = tuple(entries)
        for entry in entries:
            _check(report, entry, self.path)
        known = _details(report)
        with refusing(self.path), self._engine.begin() as connection:
            new_reports = _insert(connection, schema.reports, [{"id": report.id, "text": report.text}])
            _insert(connection, schema.details, [known])
            new_entries = _insert(connection, schema.entries, [_row(entry) for entry in entries])
            _insert(connection, schema.readings, [_reading(entry, known["id"]) for entry in entries])
        return Added(new_reports, new_entries)

    def reports(self) -> list[Report]:
        """Return the reports by date and id, those without a date first."""
        texts = {row.id: row.text for row in self._rows(schema.reports)}
        latest = {row.report: row for row in self._rows(schema.details)}
        found = [_report(texts[id], row) for id, row in latest.items()]
        return sorted(found, key=lambda report: (report.date or "", report.id))

    def report(self, id: str) -> Report:
        """Return the report with this id; KeyError where there is none."""
        for report in self.reports():
            if report.id == id:
                return report
        raise KeyError(id)

    def entries(self, kind: str | None = None, report: str | None = None) -> list[Entry]:
        """Return the entries in the order of the reports' dates and of each text.

        Parameters
        ----------
        kind
            position | event | claim | round; None for all.
        report
            Id of a report; None for all.
        """
        dates = {r.id: r.date or "" for r in self.reports()}
        chosen = [
            entry for entry in self._view() if kind in (None, entry.kind) and report in (None, entry.quote.report)
        ]
        return sorted(
            chosen, key=lambda e: (dates[e.quote.report], e.quote.report, e.quote.start, e.quote.end, e.kind, e.id)
        )

    def source(self, id: str) -> Source:
        """Return where an entry comes from.

        Parameters
        ----------
        id
            Of an entry.

        Raises
        ------
        KeyError
            Where the record has no such entry.
        """
        return self.sources()[id]

    def sources(self) -> Mapping[str, Source]:
        """Return where each entry comes from, by its id."""
        reports = {report.id: report for report in self.reports()}
        return {entry.id: _source(reports[entry.quote.report], entry) for entry in self.entries()}

    def names(self) -> Mapping[str, str]:
        """Return names of parties that the table of actors does not have, so that a later report can be read with them.

        Both sides of the mapping are the name that readers gave; only parties to positions and rounds count.
        """
        found = {name for entry in self.entries() for name in _parties(entry) if resolve(name) is None}
        return {name: name for name in sorted(found)}

    def _rows(self, table: Table) -> list[Any]:
        order = table.c.number if "number" in table.c else table.c.id
        with refusing(self.path), self._engine.connect() as connection:
            return list(connection.execute(select(table).order_by(order)))

    def _view(self) -> list[Entry]:
        """Each entry of the latest reading of each report by each reader, as its surest reader has it."""
        bodies = {row.id: row for row in self._rows(schema.entries)}
        rows = self._rows(schema.readings)
        begun: dict[tuple[str, str, str, str], int] = {}
        for row in rows:
            begun.setdefault((bodies[row.entry].report, row.reader, row.details, row.reader_version), row.number)
        latest = {(report, reader): key for key in sorted(begun, key=begun.__getitem__) for report, reader in [key[:2]]}
        surest: dict[str, Any] = {}
        for row in rows:
            report = bodies[row.entry].report
            current = latest[report, row.reader] == (report, row.reader, row.details, row.reader_version)
            if current and (row.entry not in surest or row.confidence > surest[row.entry].confidence):
                surest[row.entry] = row
        return [_entry(bodies[id], reading) for id, reading in surest.items()]


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows that the table does not have, and return how many those are."""
    return sum(connection.execute(insert(table).on_conflict_do_nothing(), row).rowcount for row in rows)


def _check(report: Report, entry: Entry, path: Path | None) -> None:
    quote = entry.quote
    if quote.report != report.id:
        raise RecordError(f"entry {entry.id} is of report {quote.report}, not of {report.id}", file=path)
    if report.text[quote.start : quote.end] != quote.text:
        raise RecordError(
            f"the quote of entry {entry.id} does not stand at {quote.start}..{quote.end} of report {report.id}",
            file=path,
        )


def _details(report: Report) -> dict[str, Any]:
    known = {
        "report": report.id,
        "title": report.title,
        "date": report.date,
        "date_basis": report.date_basis,
        "outlet": report.outlet,
        "kept": [list(span) for span in report.kept],
        "dropped": [asdict(part) for part in report.dropped],
    }
    # Path and address are left out of the id: a text that was moved is no news.
    id = hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16]
    return known | {"id": id, "path": report.path, "url": report.url}


def _row(entry: Entry) -> dict[str, Any]:
    quote = entry.quote
    body = {key: value for key, value in entry_to_json(entry).items() if key not in _OF_READING}
    return {
        "id": entry.id,
        "kind": entry.kind,
        "report": quote.report,
        "start": quote.start,
        "end": quote.end,
        "body": body,
    }


_OF_READING = ("reader", "reader_version", "rule", "confidence")


def _reading(entry: Entry, details: str) -> dict[str, Any]:
    by = entry.by
    return {
        "entry": entry.id,
        "details": details,
        "reader": by.reader,
        "reader_version": by.version,
        "rule": by.rule,
        "confidence": by.confidence,
    }


def _entry(row: Any, reading: Any) -> Entry:
    return entry_from_json(row.kind, row.report, row.body | {key: getattr(reading, key) for key in _OF_READING})


def _report(text: str, row: Any) -> Report:
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


def _source(report: Report, entry: Entry) -> Source:
    by = entry.by
    return Source(
        quote=entry.quote.text,
        sentence=_around(report, entry.quote.start, entry.quote.end),
        report=report.id,
        title=report.title or None,
        date=report.date,
        outlet=report.outlet,
        path=report.path or None,
        reader=f"{by.reader} {by.version}" + (f" ({by.rule})" if by.rule else ""),
        confidence=by.confidence,
    )


def _around(report: Report, start: int, end: int) -> str:
    """The sentences that a stretch touches, in full; the stretch alone where it stands outside the report proper."""
    touched = [s for s in sentences(report) if s.start < end and start < s.end]
    if not touched:
        return report.text[start:end]
    return report.text[min(start, touched[0].start) : max(end, touched[-1].end)]


def _parties(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Position):
        return (entry.party,)
    return entry.parties if isinstance(entry, Round) else ()
