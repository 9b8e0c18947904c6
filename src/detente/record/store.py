"""Adding to a record, judging, and reading its present view."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, select

from detente.entries import (
    Decision,
    Entries,
    Entry,
    Joining,
    Judgement,
    Naming,
    Position,
    Provenance,
    Statement,
    Together,
)
from detente.errors import InputError
from detente.ontology.actors import resolve
from detente.record import adding, judging, schema, search, together
from detente.record.address import Address, place_of
from detente.record.claims import Account
from detente.record.database import open_engine, refusing, writing
from detente.record.joining import Joined
from detente.record.movement import Course, Step, courses, stated
from detente.record.parties import Named, learned, parties
from detente.record.repeats import Repeat
from detente.record.results import Added, Hit, Seen, Source, source_of
from detente.record.rows import Fetched, rows_of_reports
from detente.record.statements import details_row, judgement_of, rows_of
from detente.record.telling import same_party
from detente.record.travelling import Statements, add_joinings, add_statements, statements_of
from detente.record.view import present
from detente.reports import Report, sentences

# Hits that are looked up together.
_AT_ONCE = 1000


class Record:
    """Reports, entries and judgements, kept for good.

    Rows are only added. The present view is a pure function of them: of a report read twice by the same reader under
    different dates or in different versions, the reading that began last counts; of judgements the latest.

    Parameters
    ----------
    path
        A SQLite file, or the address of a PostgreSQL database (``postgresql://USER@HOST:PORT/DATABASE``); None for a
        temporary record in memory.
    make
        Whether a record is made where there is none: no such file, or an empty database.

    Raises
    ------
    RecordError
        Where there is no record and none is to be made; where it is not a record, is of another version, or cannot be
        reached, read or written; it is left as it was.

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

    def __init__(self, path: Path | Address | str | None = None, *, make: bool = True) -> None:
        self.path = place_of(path) if isinstance(path, str) else path
        self._engine = open_engine(self.path, make=make)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server; a temporary record is gone."""
        self._engine.dispose()

    def add(
        self,
        report: Report,
        entries: Iterable[Statement] = (),
        *,
        reader: Provenance | None = None,
        using: str = "",
        at: datetime | None = None,
    ) -> Added:
        """Add a report and what was read from it, all of it or nothing.

        Parameters
        ----------
        report
            The report; a text that the record has adds nothing but that it was seen again.
        entries
            Entries and namings of this report; those that the record has add nothing.
        reader
            Who read it, where that should be known of a report without entries too.
        using
            What the reader was given besides the report, as a digest.
        at
            When it was read, with its time zone; now by default.

        Raises
        ------
        RecordError
            Where an entry is of another report, or its quote does not stand there, or the file cannot be written.
        """
        read = report, _stated(entries)
        adding.check(*read, self.path)
        sentences(report)  # before the file is held
        with refusing(self.path), writing(self._engine) as connection:
            return adding.add(connection, read, reader=reader, using=using, at=at)

    def add_many(
        self,
        read: Iterable[tuple[Report, Iterable[Statement]]],
        *,
        reader: Provenance | None = None,
        using: str = "",
        at: datetime | None = None,
    ) -> Added:
        """Add many reports as `add` would one after the other, all of them or none, and several times as fast.

        Parameters
        ----------
        read
            Reports, each with its entries; a few hundred, since the file is held for all of them together.
        reader, using, at
            As in `add`, for all of them.

        Raises
        ------
        RecordError
            As `add`; then none of them is added.

        Examples
        --------
        >>> from detente.reports import report_from_text
        >>> with Record() as record:
        ...     record.add_many((report_from_text(f"Talks began in room {n}."), ()) for n in range(3))
        Added(reports=3, entries=0)
        """
        given = [(report, _stated(entries)) for report, entries in read]
        for each in given:
            adding.check(*each, self.path)
        with refusing(self.path), writing(self._engine) as connection:
            return adding.add_many(connection, given, reader=reader, using=using, at=at)

    def was_read(self, report: Report, reader: Provenance, *, using: str = "") -> bool:
        """Return whether this reader has read this report, as it is known now, with the same things given.

        Parameters
        ----------
        report, reader, using
            As in `add`.
        """
        table = schema.sightings.c
        asked = select(table.number).where(
            table.details == details_row(report)["id"],
            table.reader == reader.reader,
            table.reader_version == reader.version,
            table.using == using,
        )
        with refusing(self.path), self._engine.connect() as connection:
            return connection.execute(asked.limit(1)).first() is not None

    def unread(self, reports: Sequence[Report], reader: Provenance, *, using: str = "") -> set[str]:
        """Return the ids of those reports that `was_read` would say no to, asked for a few hundred at once."""
        details = {details_row(report)["id"]: report.id for report in reports}
        table = schema.sightings.c
        asked = select(table.details).where(
            table.details.in_(list(details)),
            table.reader == reader.reader,
            table.reader_version == reader.version,
            table.using == using,
        )
        with refusing(self.path), self._engine.connect() as connection:
            read = set(connection.execute(asked).scalars())
        return {report for id, report in details.items() if id not in read}

    def known(self, entries: Sequence[str]) -> set[str]:
        """Return which of these ids are of entries that the record has."""
        asked = select(schema.entries.c.id).where(schema.entries.c.id.in_(list(entries)))
        with refusing(self.path), self._engine.connect() as connection:
            found = set(connection.execute(asked).scalars())
            rest = set(entries) - found
            return found | (rest & {entry.id for entry in judging.renamed_entries(connection)} if rest else set())

    def titled(self, *, outlet: str) -> list[tuple[str, str]]:
        """Return title and id of the reports of an outlet."""
        table = schema.details.c
        asked = select(table.title, table.report).where(table.outlet == outlet)
        with refusing(self.path), self._engine.connect() as connection:
            return [(row.title, row.report) for row in connection.execute(asked)]

    def supersede(self, report: str, by: str, reader: str) -> None:
        """Say that another report took the place of this one, so that this reader finds nothing in it any more.

        Parameters
        ----------
        report, by
            Ids of the earlier report and of the one that took its place.
        reader
            Whose entries are out of view from now on; what a person decided on them stays.
        """
        self.add(self.report(report), reader=Provenance(reader, f"superseded by {by}"))

    def judge(
        self,
        entry: str,
        decision: Decision,
        *,
        changes: Mapping[str, Any] | None = None,
        note: str = "",
        by: str | None = None,
        at: datetime | None = None,
    ) -> Judgement:
        """Add what a person decided on an entry; it goes before what was decided on it earlier.

        Parameters
        ----------
        entry
            Id of an entry, or an unambiguous beginning of it.
        decision
            accept (it stays, whatever a later reading finds) | reject | correct | unsure (it is as the reader has it,
            and marked).
        changes
            With correct: fields with their new values.
        note
            Why.
        by
            Who decides; the login name by default.
        at
            When, with its time zone; now by default.

        Raises
        ------
        RecordError
            Where there is no such entry, or more than one; where a field cannot be corrected so.

        Examples
        --------
        >>> from detente.reports import report_from_text
        >>> from detente.entries import Event
        >>> report = report_from_text("Talks were held in Oslo.")
        >>> talks = Event("CONSULT", "Arland", "Borland", None, None, report.quote(0, 24))
        >>> with Record() as record:
        ...     added = record.add(report, [talks])
        ...     judgement = record.judge(talks.id[:6], "correct", changes={"place": "Oslo"}, by="Ana")
        ...     record.entries()[0].place
        'Oslo'
        """
        with refusing(self.path), writing(self._engine) as connection:
            return judging.judge(connection, entry, decision, changes=changes or {}, note=note, by=by, at=at)

    def join(
        self,
        one: str,
        other: str,
        decision: Together = "join",
        *,
        note: str = "",
        by: str | None = None,
        at: datetime | None = None,
    ) -> Joining:
        """Add what a person decided on whether two entries tell of the same; it goes before what was decided earlier.

        Parameters
        ----------
        one, other
            Ids of entries of one kind, or unambiguous beginnings of them.
        decision
            join | part | leave (to the rules).
        note, by, at
            As in `judge`.

        Raises
        ------
        RecordError
            Where there is no such entry, or more than one; where both are one, or of different kinds.

        Examples
        --------
        >>> from detente.reports import report_from_text
        >>> from detente.entries import Event
        >>> one, two = (report_from_text(f"{word} raid.", date="2020-03-02") for word in ("A", "One"))
        >>> raids = [Event("ASSAULT", "Arland", "Borland", None, None, r.quote(0, len(r.text))) for r in (one, two)]
        >>> with Record() as record:
        ...     added = [record.add(one, raids[:1]), record.add(two, raids[1:])]
        ...     apart = len(record.joined())
        ...     decided = record.join(raids[0].id, raids[1].id, by="Ana", note="the same raid")
        ...     apart, len(record.joined())
        (2, 1)
        """
        with refusing(self.path), writing(self._engine) as connection:
            return together.decide(connection, one, other, decision, note=note, by=by, at=at)

    def log(self) -> list[Judgement | Joining]:
        """Return what persons decided on entries, and on two of them, in the order in which it was decided."""
        with refusing(self.path), self._engine.connect() as connection:
            judged = [judgement_of(row) for row in rows_of(connection, schema.judgements, "id", None)]
            found: list[Judgement | Joining] = [*judged, *together.all_decisions(connection)]
        return sorted(found, key=lambda each: (each.at, each.id))

    def search(self, words: str = "", *, limit: int = 20, **asked: str | None) -> list[Hit]:
        """Return sentences with these words and entries, those of the newest reports first.

        Parameters
        ----------
        words
            All of them have to stand in a sentence, in any form; "in quotes" one after the other.
        limit
            How many at most.
        **asked
            party, issue, type, place, kind: what one entry in the sentence has to say; since, until: dates of reports.

        Raises
        ------
        InputError
            Where nothing is asked for, or something that there is not.
        """
        query = search.Query(words, **asked)
        if limit < 1:
            raise InputError("a search finds one sentence or more; give a limit of at least 1")
        hits: list[Hit] = []
        with refusing(self.path), self._engine.connect() as connection:
            for numbers in search.numbers(connection, query, at_once=min(limit, _AT_ONCE)):
                hits += _hits(connection, query, numbers)
                if len(hits) >= limit:
                    break
        return hits[:limit]

    def entry(self, id: str) -> Statement:
        """Return an entry or a naming as its reader or a person gave it, whether it stands or not.

        Parameters
        ----------
        id
            Its id, or an unambiguous beginning of it.

        Raises
        ------
        RecordError
            Where there is no such entry, or more than one.
        """
        with refusing(self.path), self._engine.connect() as connection:
            return judging.form(connection, judging.named(connection, id))

    def seen(self) -> Mapping[str, Seen]:
        """Return when and by whom each entry and naming was found, by its id; corrected forms were found by nobody."""
        with refusing(self.path), self._engine.connect() as connection:
            rows = rows_of_reports(connection, namings=True).rows
        last: dict[tuple[str, str, str], str] = {}
        for row in rows.sightings:
            reading = row.details, row.reader, row.reader_version
            last[reading] = max(row.at, last.get(reading, ""))
        found: dict[str, list[tuple[str, str, str]]] = {}
        for row in rows.readings:
            times = row.at, last[row.details, row.reader, row.reader_version]
            found.setdefault(row.entry, []).append((*times, f"{row.reader} {row.reader_version}"))
        return {
            id: Seen(min(r[0] for r in read), max(r[1] for r in read), tuple(sorted({r[2] for r in read})))
            for id, read in found.items()
        }

    def ids(self) -> list[str]:
        """Return the ids of all reports, sorted."""
        with refusing(self.path), self._engine.connect() as connection:
            return list(connection.execute(select(schema.reports.c.id).order_by(schema.reports.c.id)).scalars())

    def views(self, ids: Sequence[str]) -> dict[str, tuple[Report, list[Entry]]]:
        """Return some reports with what stands of each, in the order of the ids.

        Parameters
        ----------
        ids
            Of reports, a few hundred; those that the record lacks are left out.
        """
        with refusing(self.path), self._engine.connect() as connection:
            fetched = rows_of_reports(connection, list(ids))
        reports = {report.id: report for report in fetched.reports()}
        entries: dict[str, list[Entry]] = {id: [] for id in reports}
        for entry in fetched.entries():
            entries[entry.quote.report].append(entry)
        return {id: (reports[id], entries[id]) for id in ids if id in reports}

    def statements(self, ids: Sequence[str]) -> list[Statements]:
        """Return all rows of some reports, in the order of the ids.

        Parameters
        ----------
        ids
            Of reports, a few hundred.
        """
        with refusing(self.path), self._engine.connect() as connection:
            return statements_of(rows_of_reports(connection, list(ids), namings=True), ids)

    def add_statements(self, many: Sequence[Statements]) -> Added:
        """Add rows of reports that another record had, as they are; those that are there add nothing.

        Parameters
        ----------
        many
            Rows that were checked: see `detente.record.importing`.
        """
        with refusing(self.path), writing(self._engine) as connection:
            return add_statements(connection, many)

    def add_joinings(self, many: Sequence[Joining]) -> list[str]:
        """Add decisions on two entries that another record had, as they are, and say which cannot stand here.

        Parameters
        ----------
        many
            Decisions, those that others supersede among them or in the record.

        Returns
        -------
        list of str
            For each decision that was not added because an entry of it is not there, or what it supersedes: why.
        """
        with refusing(self.path), writing(self._engine) as connection:
            return add_joinings(connection, many)

    def reports(self) -> list[Report]:
        """Return the reports by date and id, those without a date first."""
        return self._fetched().reports()

    def report(self, id: str) -> Report:
        """Return the report with this id; KeyError where there is none."""
        found = self._fetched(id).reports()
        if not found:
            raise KeyError(id)
        return found[0]

    def entries(self, kind: str | None = None, report: str | None = None) -> list[Entry]:
        """Return the entries that stand, in the order of the reports' dates and of each text.

        Rejected entries are left out; corrected ones come corrected, with the judgement in their provenance (`by`).

        Parameters
        ----------
        kind
            position | event | claim | round; None for all.
        report
            Id of a report; None for all.
        """
        return [entry for entry in self._fetched(report).entries() if kind in (None, entry.kind)]

    def namings(self, report: str | None = None) -> list[Naming]:
        """Return which words of the reports stand for which party, as readers found and persons decided.

        Parameters
        ----------
        report
            Id of a report; None for all.

        Examples
        --------
        >>> from detente.reports import report_from_text
        >>> report = report_from_text("The junta wants a truce.")
        >>> junta = Naming("Arland", report.quote(0, 9))
        >>> wants = Provenance(original=(("party", "The junta"),))
        >>> truce = Position("Arland", "ceasefire", "demands", "a truce", report.quote(0, 23), by=wants)
        >>> with Record() as record:
        ...     added = record.add(report, [truce, junta])
        ...     decided = record.judge(junta.id, "correct", changes={"party": "Borland"}, by="Ana")
        ...     record.namings()[0].party, record.entries()[0].party
        ('Borland', 'Borland')
        """
        return self._fetched(report, namings=True).namings()

    def joined(self, kind: str | None = None) -> list[Joined]:
        """Return the entries that stand, those that tell of the same act, meeting or position together.

        Nothing in the record is changed by it: what is together follows from the entries, the reports and what persons
        decided (`join`).

        Parameters
        ----------
        kind
            position | event | claim | round; None for all.
        """
        with refusing(self.path), self._engine.connect() as connection:
            found = together.joined_of(connection, rows_of_reports(connection))
        return [each for each in found if kind in (None, each.first.kind)]

    def claims(self, *, event: str | None = None, party: str | None = None, what: str = "") -> list[Account]:
        """Return the figures side by side, by the events that they belong to; those that belong to none last.

        Parameters
        ----------
        event
            Id of an event or a round, or of an entry joined with it, or an unambiguous beginning; None for all.
        party
            In the event, or the source of one of the figures.
        what
            Words that stand in what is counted or in its quote.

        Raises
        ------
        RecordError
            Where there is no such entry, or more than one.
        """
        with refusing(self.path), self._engine.connect() as connection:
            return together.accounts_of(connection, rows_of_reports(connection), event=event, party=party, what=what)

    def positions(self, *, party: str | None = None, issue: str | None = None) -> list[Course]:
        """Return what each party said on each issue over time, and where it moved.

        Parameters
        ----------
        party
            Under any of its names; None for all.
        issue
            Id of an issue; None for all.
        """
        fetched = self._fetched()
        dates = {report.id: report.date for report in fetched.reports()}
        asked = None if party is None else same_party(party)
        found = [entry for entry in fetched.entries() if isinstance(entry, Position) and issue in (None, entry.issue)]
        told = [entry for entry in found if asked in (None, same_party(entry.party))]
        return courses(_step(entry, stated(entry, dates[entry.quote.report])) for entry in told)

    def repeats(self) -> Mapping[str, Repeat]:
        """Return the reports that repeat an earlier one (a copy, an update), with which and how similar."""
        with refusing(self.path), self._engine.connect() as connection:
            return together.all_repeats(connection)

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
        fetched = self._fetched()
        reports = {report.id: report for report in fetched.reports()}
        return {entry.id: source_of(reports[entry.quote.report], entry) for entry in fetched.entries()}

    def parties(self) -> list[Named]:
        """Return who is named in the reports, with the names that they use and the entries that stand of each."""
        fetched = self._fetched(namings=True)
        dates = {report.id: report.date for report in fetched.reports()}
        return parties(fetched.entries(), dates, fetched.namings())

    def names(self) -> Mapping[str, str]:
        """Return names of parties that the table of actors does not have, so that a later report can be read with them.

        Only parties to positions and rounds count, with the names that one of them alone bears; each name leads to the
        one that most reports have.
        """
        counted = [named for named in self.parties() if {"position", "round"} & named.entries.keys()]
        return learned(counted)

    def _fetched(self, report: str | None = None, *, namings: bool = False) -> Fetched:
        with refusing(self.path), self._engine.connect() as connection:
            return rows_of_reports(connection, None if report is None else [report], namings=namings)


def _stated(entries: Iterable[Statement]) -> tuple[Statement, ...]:
    return entries.statements if isinstance(entries, Entries) else tuple(entries)


def _hits(connection: Connection, query: search.Query, numbers: list[int]) -> list[Hit]:
    table = schema.sentences
    rows = {row.number: row for row in connection.execute(select(table).where(table.c.number.in_(numbers)))}
    fetched = rows_of_reports(connection, sorted({row.report for row in rows.values()}))
    reports = {report.id: report for report in fetched.reports()}
    entries: dict[str, list[Entry]] = {id: [] for id in reports}
    for entry in present(fetched.rows):
        entries[entry.quote.report].append(entry)
    hits = []
    for row in (rows[number] for number in numbers):
        report, found = reports[row.report], search.meant(query, entries[row.report], row.start, row.end)
        if found or not query.facets:
            text, title = report.text[row.start : row.end], report.title or None
            hits.append(Hit(report.id, title, report.date, report.outlet, text, row.start, row.end, found))
    return hits


def _step(position: Position, date: str | None) -> Step:
    actor = resolve(position.party)
    return Step(
        actor.name if actor else position.party,
        position.issue,
        date or "",
        position.stance,
        position.terms,
        position.red_line,
        position.precondition,
        position.said_by,
        entries=(position.id,),
    )
