"""Fetching the rows of some reports, or of all, and the view that they give."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, exists, or_

from detente.entries import Entry, Naming
from detente.record import repeats, schema, search
from detente.record.collector import paused
from detente.record.statements import quoted, report_of, rows_of
from detente.record.view import Rows, latest_details, names_in, present
from detente.reports import Report


@dataclass(frozen=True, slots=True)
class Fetched:
    """The rows of some reports with their texts.

    Parameters
    ----------
    texts
        Report id to text.
    rows
        Everything else.
    """

    texts: dict[str, str]
    rows: Rows

    def reports(self) -> list[Report]:
        """Return the reports by date and id, those without a date first."""
        found = [report_of(self.texts[id], row) for id, row in latest_details(self.rows).items()]
        return sorted(found, key=lambda report: (report.date or "", report.id))

    @paused
    def entries(self) -> list[Entry]:
        """Return the present view in the order of the reports and of each text."""
        dates = {id: row.date or "" for id, row in latest_details(self.rows).items()}
        return sorted(
            present(self.rows),
            key=lambda e: (dates[e.quote.report], e.quote.report, e.quote.start, e.quote.end, e.kind, e.id),
        )

    def namings(self) -> list[Naming]:
        """Return which words stand for which party, in the order of the reports and of each text."""
        order = {report.id: n for n, report in enumerate(self.reports())}
        found = names_in(self.rows)
        return sorted(found, key=lambda n: (order[n.quote.report], n.quote.start, n.quote.end, n.id))


_decided = exists().where(
    or_(schema.judgements.c.entry == schema.entries.c.id, schema.judgements.c.result == schema.entries.c.id)
)
# Entries, and namings on which somebody decided; and the readings of them.
_COUNTED = or_(schema.entries.c.kind != Naming.kind, _decided)
_OF_COUNTED = exists().where(schema.entries.c.id == schema.readings.c.entry, _COUNTED)


@paused
def rows_of_reports(connection: Connection, ids: Sequence[str] | None = None, *, namings: bool = False) -> Fetched:
    """Return the rows of these reports; of all for None.

    Parameters
    ----------
    connection
        To the record.
    ids
        Of reports.
    namings
        Whether those namings are wanted too on which nobody decided: entries do not depend on them.
    """
    texts = {row.id: row.text for row in rows_of(connection, schema.reports, "id", ids)}
    details = rows_of(connection, schema.details, "report", ids)
    of_details = None if ids is None else [row.id for row in details]
    stated = rows_of(connection, schema.entries, "report", ids, *([] if namings else [_COUNTED]))
    entries = quoted(stated, texts)
    of_entries = None if ids is None else [row.id for row in entries]
    of_readings = [] if namings else [_OF_COUNTED]
    return Fetched(
        texts,
        Rows(
            details,
            rows_of(connection, schema.sightings, "details", of_details),
            entries,
            rows_of(connection, schema.readings, "details", of_details, *of_readings),
            rows_of(connection, schema.judgements, "entry", of_entries),
        ),
    )


def view_of(fetched: Fetched, id: str) -> tuple[Report, list[Entry]]:
    """Return one report and its present view."""
    (report,) = (report for report in fetched.reports() if report.id == id)
    return report, [entry for entry in fetched.entries() if entry.quote.report == id]


def index_report(connection: Connection, id: str) -> None:
    """Put the present view of a report into the index of the search, and its text into that of the repeats."""
    report, entries = view_of(rows_of_reports(connection, [id]), id)
    search.index(connection, report, entries)
    repeats.index(connection, report)
