"""Writing down what a person decided on an entry."""

import getpass
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, select

from detente.entries import Decision, Entry, Judgement, Naming, Statement
from detente.errors import RecordError
from detente.record import schema
from detente.record.correcting import corrected
from detente.record.rows import index_report, rows_of_reports
from detente.record.statements import (
    entry_of,
    entry_row,
    entry_rows,
    insert_new,
    judgement_of,
    judgement_row,
    moment,
    readings_of_entries,
    rows_of,
)
from detente.record.view import UNREAD, stored
from detente.texts import without_nul


def judge(
    connection: Connection,
    entry: str,
    decision: Decision,
    *,
    changes: Mapping[str, Any],
    note: str,
    by: str | None,
    at: datetime | None,
) -> Judgement:
    """Add a judgement as `Record.judge` describes it, in a transaction that writes."""
    _check(decision, changes)
    decider, note = who(by), without_nul(note)
    seen = named(connection, entry)
    root = read_as(connection, seen)
    report = rows_of(connection, schema.entries, "id", [root])[0].report
    result, changed = _result(connection, seen, decision, changes)
    before = _judgements(connection, report)
    when = moment(at, max((j.at for j in before), default=None))
    own = [j for j in before if j.entry == root and j.at < when]
    superseded = max(own, key=lambda j: (j.at, j.id)).id if own else None
    judgement = Judgement(root, decision, decider, when, note, changed, result, superseded)
    insert_new(connection, schema.judgements, [judgement_row(judgement)])
    index_report(connection, report)
    return judgement


def named(connection: Connection, start: str) -> str:
    """Return the id of the one entry whose id begins so; of one in which names were corrected that before it."""
    table = schema.entries.c
    asked = select(table.id).where(table.id >= start, table.id < start + "\x7f").order_by(table.id).limit(2)
    found = list(connection.execute(asked).scalars()) if start else []
    if start and not found:
        found = sorted({stored(entry) for entry in renamed_entries(connection) if entry.id.startswith(start)})
    if not found:
        raise RecordError(f"there is no entry {start!r}; `detente record show` lists them")
    if len(found) > 1 and found[0] != start:
        raise RecordError(f"more than one entry begins with {start!r}; write more of its id")
    return str(found[0])


def renamed_entries(connection: Connection) -> list[Entry]:
    """Return the entries that stand with names that persons corrected; the record has no rows of them as they stand."""
    entries, judged = schema.entries.c, select(schema.judgements.c.entry)
    # By their ids: no index leads to the namings among the entries.
    asked = select(entries.report).where(entries.id.in_(judged), entries.kind == Naming.kind).distinct()
    reports = list(connection.execute(asked).scalars())
    found = rows_of_reports(connection, reports).entries() if reports else []
    return [entry for entry in found if entry.by.renamed]


def form(connection: Connection, id: str) -> Statement:
    """Return an entry as a reader or a person gave it."""
    (row,) = entry_rows(connection, "id", [id])
    readings = readings_of_entries(connection, [id])
    return entry_of(row, readings[-1] if readings else UNREAD)


def _check(decision: str, changes: Mapping[str, Any]) -> None:
    if decision not in get_args(Decision):
        raise RecordError(f"{decision!r} is no decision; say {', '.join(get_args(Decision))}")
    if changes and decision != "correct":
        raise RecordError(
            f"fields are changed to correct an entry, not to {decision} it; say correct, or leave them out"
        )


def who(by: str | None) -> str:
    """Return the name of who decides, the login name for None."""
    try:
        name = " ".join(without_nul(getpass.getuser() if by is None else by).split())
    except (KeyError, OSError):
        name = ""
    if not name:
        raise RecordError("a decision needs the name of who decides; give it with --by NAME")
    return name


def _result(
    connection: Connection, seen: str, decision: Decision, changes: Mapping[str, Any]
) -> tuple[str | None, dict[str, Any]]:
    """The entry that stands by a decision, written down where it is new, and what was changed in it."""
    if decision != "correct":
        return (seen if decision == "accept" else None), {}
    made = corrected(form(connection, seen), changes)
    insert_new(connection, schema.entries, [entry_row(made)])
    values = {name: getattr(made, name) for name in sorted(changes)}
    return made.id, {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def read_as(connection: Connection, id: str) -> str:
    """Return the id of the reader's entry that an id means: itself, or that of which it is a corrected form."""
    if readings_of_entries(connection, [id]):
        return id
    return str(max(rows_of(connection, schema.judgements, "result", [id]), key=lambda row: (row.at, row.id)).entry)


def _judgements(connection: Connection, report: str) -> list[Judgement]:
    judgements, entries = schema.judgements, schema.entries
    joined = judgements.join(entries, judgements.c.entry == entries.c.id)
    asked = select(judgements).select_from(joined).where(entries.c.report == report)
    return [judgement_of(row) for row in connection.execute(asked)]
