"""What of a record is told more than once: reports that repeat others, entries that tell of the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, or_, select

from detente.entries import Claim, Entry, Joining, Together
from detente.errors import RecordError
from detente.record import schema
from detente.record.claims import Account, accounts, on
from detente.record.collector import paused
from detente.record.joining import Joined, joined
from detente.record.judging import form, named, read_as, who
from detente.record.repeats import Repeat, candidates, copies, repeats
from detente.record.rows import Fetched, rows_of_reports
from detente.record.search import parties_of
from detente.record.statements import insert_new, joining_of, joining_row, moment, rows_of
from detente.record.telling import Context, same_party
from detente.record.view import meant, readings_of, root, stored
from detente.texts import without_nul


def decide(
    connection: Connection, one: str, other: str, decision: Together, *, note: str, by: str | None, at: datetime | None
) -> Joining:
    """Add a decision on two entries as `Record.join` describes it, in a transaction that writes."""
    decider, note = who(by), without_nul(note)
    seen = [named(connection, id) for id in (one, other)]
    first, second = sorted(read_as(connection, id) for id in seen)
    if first == second:
        raise RecordError(f"{one} and {other} are one entry; name two")
    kinds = [form(connection, id).kind for id in (first, second)]
    if kinds[0] != kinds[1]:
        raise RecordError(
            f"{kinds[0]} {first[:8]} and {kinds[1]} {second[:8]} cannot tell of the same; name two of a kind"
        )
    before = on_entries(connection, [first, second])
    when = moment(at, max((each.at for each in before), default=None))
    own = [each for each in before if (each.one, each.other) == (first, second) and each.at < when]
    superseded = max(own, key=lambda each: (each.at, each.id)).id if own else None
    made = Joining(first, second, decision, decider, when, note, superseded)
    insert_new(connection, schema.joinings, [joining_row(made)])
    return made


def on_entries(connection: Connection, ids: Iterable[str]) -> list[Joining]:
    """Return what was decided on any of these entries and another."""
    table, given = schema.joinings, list(ids)
    asked = select(table).where(or_(table.c.one.in_(given), table.c.other.in_(given)))
    return [joining_of(row) for row in connection.execute(asked)]


def all_decisions(connection: Connection) -> list[Joining]:
    """Return what was decided on any two entries."""
    return [joining_of(row) for row in rows_of(connection, schema.joinings, "id", None)]


def all_repeats(connection: Connection) -> dict[str, Repeat]:
    """Return the reports that repeat an earlier one, without a look at those that no other is like."""
    pairs = candidates(connection)
    return _repeats(rows_of_reports(connection, sorted({id for pair in pairs for id in pair})), pairs)


def _repeats(fetched: Fetched, pairs: set[tuple[str, str]]) -> dict[str, Repeat]:
    first: dict[str, str] = {}
    report_of = {row.id: row.report for row in fetched.rows.details}
    for row in fetched.rows.sightings:
        report = report_of[row.details]
        first[report] = min(row.at, first.get(report, row.at))
    return repeats(fetched.reports(), pairs, first) if pairs else {}


@paused
def joined_of(connection: Connection, fetched: Fetched) -> list[Joined]:
    """Return the present view, entries that tell of the same together; `fetched` holds the whole record."""
    return _joined(connection, fetched, copies(_repeats(fetched, candidates(connection))))


def _joined(connection: Connection, fetched: Fetched, origins: Mapping[str, str]) -> list[Joined]:
    entries = fetched.entries()
    read = readings_of(fetched.rows)
    context = Context(
        {report.id: report.date or "" for report in fetched.reports()},
        {entry.id: read.get(root(entry), set()) | read.get(entry.id, set()) for entry in entries},
        origins,
        _standing(fetched, entries, all_decisions(connection)),
    )
    return joined(entries, context)


def _standing(fetched: Fetched, entries: list[Entry], decisions: list[Joining]) -> list[Joining]:
    """Decisions on the entries that stand for those named: corrected forms, counterparts in other readings."""
    if not decisions:
        return []
    named_so = meant(fetched.rows, entries, {id for each in decisions for id in each.on})
    return [
        replace(each, one=min(one, other), other=max(one, other))
        for each in decisions
        for one in sorted(named_so.get(each.one, ()))
        for other in sorted(named_so.get(each.other, ()))
        if one != other
    ]


@paused
def accounts_of(
    connection: Connection, fetched: Fetched, *, event: str | None, party: str | None, what: str
) -> list[Account]:
    """Return the figures that `Record.claims` describes; `fetched` holds the whole record."""
    origins = copies(_repeats(fetched, candidates(connection)))
    groups = _joined(connection, fetched, origins)
    reports = {report.id: report for report in fetched.reports()}
    claims = [entry for entry in fetched.entries() if isinstance(entry, Claim)]
    found = on(what, accounts(groups, reports, origins, claims))
    if event is not None:
        id = named(connection, event)
        found = [a for a in found if a.event and any(id in (e.id, stored(e), root(e)) for e in a.event.entries)]
    return [a for a in found if party is None or _of_party(a, same_party(party))]


def _of_party(account: Account, party: str) -> bool:
    """It is in the event, or gives one of the figures."""
    told = account.event.entries if account.event else ()
    names = [name for entry in told for name in parties_of(entry)]
    names += [s.claim.source for thing in account.things for s in thing.said if s.claim.source]
    return party in {same_party(name) for name in names}
