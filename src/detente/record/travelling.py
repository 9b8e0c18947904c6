"""The rows of a report as they go from one record to another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from detente.record import schema
from detente.record.results import Added
from detente.record.rows import Fetched, index_report
from detente.record.statements import insert_new

_Rows = list[dict[str, Any]]
# `number` and, where it follows from the place of a row, the report are left out.
FIELDS: Mapping[str, tuple[str, ...]] = {
    table.name: tuple(column.name for column in table.columns if column.name != "number")
    for table in (schema.details, schema.sightings, schema.entries, schema.readings, schema.judgements)
}


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a record has on one report, in the form of its tables.

    Parameters
    ----------
    id, text
        The report.
    details, sightings, entries, readings, judgements
        Rows of the tables with these names, in an order that is the same in every record.
    """

    id: str
    text: str
    details: _Rows
    sightings: _Rows
    entries: _Rows
    readings: _Rows
    judgements: _Rows

    def only(self, chosen: Collection[str]) -> "Statements":
        """Return the rows of some entries, of what they were corrected from, and of the judgements on both.

        Parameters
        ----------
        chosen
            Ids of entries.
        """
        kept = set(chosen)
        # What a judgement links: an entry, and the form that stands by it.
        links = [{row["entry"], row["result"]} - {None} for row in self.judgements]
        while found := next((link for link in links if link & kept and not link <= kept), None):
            kept |= found
        return replace(
            self,
            entries=[row for row in self.entries if row["id"] in kept],
            readings=[row for row in self.readings if row["entry"] in kept],
            judgements=[row for row in self.judgements if row["entry"] in kept],
        )


def statements_of(fetched: Fetched, ids: Iterable[str]) -> list[Statements]:
    """Return the rows of reports that were fetched, report by report."""
    rows = fetched.rows
    of_details = {row.id: row.report for row in rows.details}
    of_entries = {row.id: row.report for row in rows.entries}
    parts = {
        "details": _sorted(rows.details, "details", lambda row: row.report),
        "sightings": _sorted(rows.sightings, "sightings", lambda row: of_details[row.details]),
        "entries": _sorted(rows.entries, "entries", lambda row: row.report),
        "readings": _sorted(rows.readings, "readings", lambda row: of_details[row.details]),
        "judgements": _sorted(rows.judgements, "judgements", lambda row: of_entries[row.entry]),
    }
    return [
        Statements(id, fetched.texts[id], **{name: found[id] for name, found in parts.items()})
        for id in ids
        if id in fetched.texts
    ]


def _sorted(rows: Iterable[Any], table: str, report: Any) -> dict[str, _Rows]:
    found: dict[str, _Rows] = defaultdict(list)
    for row in rows:
        found[report(row)].append({name: getattr(row, name) for name in FIELDS[table]})
    for each in found.values():
        each.sort(key=lambda row: (row.get("at") or "", *(str(row[name]) for name in FIELDS[table])))
    return found


def add_statements(connection: Connection, many: Sequence[Statements]) -> Added:
    """Add rows as `Record.add_statements` describes it, in a transaction that writes."""
    reports = entries = 0
    for each in many:
        new = insert_new(connection, schema.reports, [{"id": each.id, "text": each.text}])
        news = new_entries = 0
        for table in (schema.details, schema.sightings, schema.entries, schema.readings, schema.judgements):
            added = insert_new(connection, table, getattr(each, table.name))
            news += added
            new_entries += added if table is schema.entries else 0
        if new or news:
            index_report(connection, each.id)
        reports, entries = reports + new, entries + new_entries
    return Added(reports, entries)
