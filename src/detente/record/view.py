"""The present view of a record: a pure function of its rows, whatever their order in the file.

Of a report read several times by the same reader, the reading that began last counts. Of the judgements on an entry
and on its counterparts in other readings, the latest counts. What was decided on names goes for the entries that were
read from them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from detente.entries import Claim, Entry, Event, Judgement, Naming, Position, Provenance, Round, Statement
from detente.record.naming import Renames, plain, renamed, renames
from detente.record.statements import entry_of, judgement_of

_Reading = tuple[str, str, str]
# Who read a corrected form: nobody.
UNREAD = SimpleNamespace(reader="", reader_version="", rule="", confidence=1.0, original=None)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one report, or of any number of them.

    Parameters
    ----------
    details, sightings, entries, readings, judgements
        Of the tables with these names.
    """

    details: list[Any]
    sightings: list[Any]
    entries: list[Any]
    readings: list[Any]
    judgements: list[Any]


def latest_details(rows: Rows) -> dict[str, Any]:
    """Return for each report what is known about it: the details that came to be known last."""
    began = _began(rows, lambda sighting: sighting.details)
    ordered = sorted(rows.details, key=lambda row: (began.get(row.id, ""), row.id))
    return {row.report: row for row in ordered}


def present(rows: Rows) -> list[Entry]:
    """Return the entries that stand, each with the judgement on it.

    Parameters
    ----------
    rows
        All rows of the reports in question.
    """
    return [each for each in _standing(rows) if not isinstance(each, Naming)]


def names_in(rows: Rows) -> list[Naming]:
    """Return the namings that stand, each with the judgement on it.

    Parameters
    ----------
    rows
        All rows of the reports in question, those of namings too.
    """
    return [each for each in _standing(rows) if isinstance(each, Naming)]


def _standing(rows: Rows) -> list[Statement]:
    current = _current(rows)
    judgements = [judgement_of(row) for row in rows.judgements]
    if not judgements:
        return list(current.values())
    return list(_Judged(rows, readings_of(rows), current, judgements).statements())


def readings_of(rows: Rows) -> dict[str, set[tuple[str, str, str]]]:
    """Return the readings in which each entry was found: what one of them tells apart is never the same."""
    found: dict[str, set[_Reading]] = defaultdict(set)
    for row in rows.readings:
        found[row.entry].add(_reading(row))
    return found


def root(entry: Statement) -> str:
    """Return the id of an entry that stands as its reader gave it, before any correction."""
    return entry.by.judgement.entry if entry.by.judgement else stored(entry)


def stored(entry: Statement) -> str:
    """Return the id of an entry that stands before names in it were corrected: under it the record has its row."""
    return entry.by.before or entry.id


def meant(rows: Rows, standing: Iterable[Entry], named: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each id of an entry that a person named the ids of those that stand for it now.

    Parameters
    ----------
    rows
        All rows of the reports in question.
    standing
        The present view of them.
    named
        Ids of entries as readers gave them; those of other reports mean nothing.
    """
    judged = _Judged(rows, readings_of(rows), {}, [judgement_of(row) for row in rows.judgements])
    report_of = {row.id: row.report for row in rows.entries}
    by_report: dict[str, list[Entry]] = defaultdict(list)
    for entry in standing:
        by_report[entry.quote.report].append(entry)
    return {
        id: frozenset(e.id for e in by_report[report_of[id]] if judged.same(root(e), id))
        for id in set(named) & report_of.keys()
    }


def alike(one: Statement, other: Statement) -> bool:
    """Return whether two entries say the same of the same words, so that a judgement on one holds for the other.

    Same kind, quotes that overlap, and the same key fields: party, issue and stance; type, actor and recipient; value
    and unit; the parties of a round. Dates and places of events and rounds may differ only in how exact they are: an
    entry that was rejected for its wrong date is another one than that with the right date. Namings say the same if
    words and party are the same, wherever they stand.

    Parameters
    ----------
    one, other
        Entries of any reports.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> vague = Event("ASSAULT", "Arland", "Borland", "2020-03", None, Quote("r", 0, 6, "struck"))
    >>> exact = Event("ASSAULT", "Arland", "Borland", "2020-03-02", "Oslo", Quote("r", 0, 6, "struck"))
    >>> alike(vague, exact), alike(replace(vague, date="2021"), exact)
    (True, False)
    """
    a, b = one.quote, other.quote
    if one.kind != other.kind or a.report != b.report:
        return False
    if isinstance(one, Naming) and isinstance(other, Naming):
        return plain(a.text) == plain(b.text) and one.party == other.party
    if not (a.start < b.end and b.start < a.end):
        return False
    if _key(one) != _key(other):
        return False
    if isinstance(one, Event | Round) and isinstance(other, Event | Round):
        return _agree(one.date, other.date) and _agree(one.place, other.place)
    return True


def _key(entry: Statement) -> tuple[object, ...]:
    match entry:
        case Position():
            return entry.party, entry.issue, entry.stance
        case Event():
            return entry.type, entry.actor, entry.recipient
        case Claim():
            return entry.value, entry.unit
        case Round():
            return entry.parties
        case Naming():
            return entry.party, plain(entry.quote.text)


def _agree(one: str | None, other: str | None) -> bool:
    """One says the same as the other, or less."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _began(rows: Rows, key: Any) -> dict[Any, str]:
    """When each was first seen."""
    began: dict[Any, str] = {}
    for row in rows.sightings:
        began[key(row)] = min(row.at, began.get(key(row), row.at))
    return began


def _reading(row: Any) -> _Reading:
    return row.details, row.reader, row.reader_version


def _current(rows: Rows) -> dict[str, Statement]:
    """Each entry of the latest reading of each report by each reader, as its surest reader has it."""
    report_of = {row.id: row.report for row in rows.details}
    began = _began(rows, _reading)
    latest: dict[tuple[str, str], _Reading] = {}
    for reading in sorted(began, key=lambda reading: (began[reading], reading)):
        latest[report_of[reading[0]], reading[1]] = reading
    return _surest(rows, [row for row in rows.readings if latest.get(_place(row, report_of)) == _reading(row)])


def _place(row: Any, report_of: Mapping[str, str]) -> tuple[str, str]:
    return report_of[row.details], row.reader


def _surest(rows: Rows, readings: list[Any]) -> dict[str, Statement]:
    bodies = {row.id: row for row in rows.entries}
    surest: dict[str, Any] = {}
    first = {(row.entry, _reading(row)): row for row in sorted(readings, key=lambda row: row.at, reverse=True)}
    for row in sorted(first.values(), key=lambda row: (row.confidence, _reading(row))):
        surest[row.entry] = row
    return {id: entry_of(bodies[id], row) for id, row in surest.items()}


class _Judged:
    """Applies judgements to what readers found."""

    def __init__(
        self,
        rows: Rows,
        read: Mapping[str, set[_Reading]],
        current: Mapping[str, Statement],
        judgements: list[Judgement],
    ) -> None:
        self._read, self._current = read, current
        self._known = _surest(rows, rows.readings)
        self._bodies = {row.id: row for row in rows.entries}
        self._of: dict[str, list[Judgement]] = defaultdict(list)
        self._roots: dict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            self._of[judgement.entry].append(judgement)
            self._roots[self._bodies[judgement.entry].report].add(judgement.entry)

    def statements(self) -> Iterator[Statement]:
        """Yield what stands; of what several judgements make the same, it is once there, with the latest of them."""
        known = self._renames()
        standing: dict[str, Statement] = {}
        for id in sorted({*self._current, *self._of}):
            entry = self._standing(id)
            if entry and known:
                entry = self._renamed(entry, known)
            if entry and (entry.id not in standing or _when(entry) > _when(standing[entry.id])):
                standing[entry.id] = entry
        yield from standing.values()

    def _renames(self) -> Renames:
        """What was decided on names."""
        decided = [
            (read, j, getattr(self._form(j.result), "party", None) if j.result else None)
            for id, judgements in self._of.items()
            if isinstance(read := self._form(id), Naming)
            for j in judgements
        ]
        return renames(decided) if decided else {}

    def _renamed(self, entry: Statement, known: Renames) -> Statement:
        read = self._form(root(entry))
        return entry if isinstance(entry, Naming) or isinstance(read, Naming) else renamed(entry, read, known)

    def _standing(self, id: str) -> Statement | None:
        roots = self._roots.get(self._bodies[id].report, ())
        applying = [judgement for root in roots if self.same(id, root) for judgement in self._of[root]]
        if not applying:
            return self._current[id]
        judgement = max(applying, key=lambda j: (j.at, j.id))
        if judgement.result is None:
            held = judgement.decision == "unsure" and id in self._current
            return _judged(self._current[id], self._current[id].by, judgement) if held else None
        return _judged(self._form(judgement.result), self._known[judgement.entry].by, judgement)

    def same(self, id: str, root: str) -> bool:
        """Return whether an entry is another or its counterpart; what one reading tells apart is never the same."""
        if id == root:
            return True
        if self._read.get(id, set()) & self._read.get(root, set()):
            return False
        return any(a.id == b.id or alike(a, b) for a in self._forms(id) for b in self._forms(root))

    def _forms(self, id: str) -> list[Statement]:
        """An entry as read, and as ever corrected."""
        results = {j.result for j in self._of.get(id, ()) if j.result}
        return [self._form(each) for each in sorted({id, *results})]

    def _form(self, id: str) -> Statement:
        if id in self._known:
            return self._known[id]
        row = self._bodies[id]
        return entry_of(row, UNREAD)


def _judged(entry: Statement, by: Provenance, judgement: Judgement) -> Statement:
    return replace(entry, by=replace(by, judgement=judgement))


def _when(entry: Statement) -> tuple[str, str]:
    judgement = entry.by.judgement
    return (judgement.at, judgement.id) if judgement else ("", "")
