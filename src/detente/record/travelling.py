"""The rows of a report as they go from one record to another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, select

from detente.entries import ENTRY_TYPES, Joining
from detente.record import schema
from detente.record.results import Added
from detente.record.rows import Fetched, index_report
from detente.record.statements import AT_ONCE, bare, insert_new, joining_row, readings_of_entries

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
            rows = getattr(each, table.name)
            if table is schema.entries:
                rows = list(map(bare, rows))
                new_entries += insert_new(connection, table, [row for row in rows if row["kind"] in ENTRY_TYPES])
            news += insert_new(connection, table, rows)
        if new or news or new_entries:
            index_report(connection, each.id)
        reports, entries = reports + new, entries + new_entries
    return Added(reports, entries)


def add_joinings(connection: Connection, many: Sequence[Joining]) -> list[str]:
    """Add decisions as `Record.add_joinings` describes it, in a transaction that writes."""
    table = schema.entries
    kinds = _looked_up(connection, table, "kind", {id for each in many for id in each.on})
    read = {row.entry for row in readings_of_entries(connection, kinds)}
    before = _looked_up(connection, schema.joinings, "id", {each.supersedes for each in many if each.supersedes})
    faults: list[str] = []
    fitting: dict[str, Joining] = {}
    # What supersedes is later than what it supersedes.
    for each in sorted(many, key=lambda each: (each.at, each.id)):
        wrong = _misfit(each, kinds, read, {*before, *fitting})
        if wrong:
            faults.append(wrong)
        else:
            fitting[each.id] = each
    for each in fitting.values():
        insert_new(connection, schema.joinings, [joining_row(each)])
    return faults


def _misfit(joining: Joining, kinds: Mapping[str, str], read: Collection[str], known: Collection[str]) -> str:
    """Why a decision cannot stand in a record, or ""."""
    missing = next((id for id in joining.on if id not in read), None)
    if missing is not None:
        return f"joining {joining.id}: entry {missing!r} is not there"
    if kinds[joining.one] != kinds[joining.other]:
        return f"joining {joining.id}: its entries are of different kinds"
    if joining.supersedes is not None and joining.supersedes not in known:
        return f"joining {joining.id}: superseded joining {joining.supersedes!r} is not there"
    return ""


def _looked_up(connection: Connection, table: Table, column: str, ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), AT_ONCE):
        some = table.c.id.in_(wanted[start : start + AT_ONCE])
        found |= {row[0]: row[1] for row in connection.execute(select(table.c.id, table.c[column]).where(some))}
    return found
