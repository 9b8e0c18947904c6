"""Search by words and by what entries say.

The index is made from the present view and is no truth of its own: whenever something is added to a report, what it
holds of that report is taken out and put in again, in the same transaction. A row is a sentence with its words and with
a made-up word for each thing that an entry in it says ("party:ukraine"), so that both are found by one look-up. Row
numbers begin with the day of the report: the newest first is the order of the index, and a span of days a part of it.
"""

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from detente.entries import Claim, Entry, Event, Position, Round
from detente.errors import InputError
from detente.ontology.in_use import of_tables
from detente.record import fts5, schema, tsvector
from detente.record.statements import insert_new, sentence_row
from detente.record.telling import same_party
from detente.reports import Report, sentences

_INDEX: Mapping[str, Any] = {"sqlite": fts5, "postgresql": tsvector}
_DAY = 1 << 32
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Parameters
    ----------
    words
        All of them have to stand in a sentence, in any form ("strike" finds "strikes"); "in quotes" one after the
        other.
    party, issue, type, place, kind
        What one entry in the sentence has to say; None for anything.
    since, until
        Dates of reports (YYYY, YYYY-MM or YYYY-MM-DD), both inclusive; where one is given, reports without a date are
        left out.

    Examples
    --------
    >>> Query(issue="truce")
    Traceback (most recent call last):
    detente.errors.InputError: there is no issue 'truce'; `detente ontology show` lists them
    """

    words: str = ""
    party: str | None = None
    issue: str | None = None
    type: str | None = None
    place: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        from detente.ontology import acts, issues
        from detente.ontology.spelling import no_such

        for name, known in (("issue", issues()), ("type", acts())):
            value = getattr(self, name)
            if value is not None and value not in known:
                raise InputError(no_such(name, value, known))
        if not (self.phrases or self.facets or self.since or self.until):
            raise InputError("nothing to search for; give words, or a party, an issue, a type, a place, a kind, dates")
        self.rows  # noqa: B018

    @property
    def facets(self) -> frozenset[str]:
        """What an entry has to say, in the words of the index."""
        asked = {name: getattr(self, name) for name in ("party", "issue", "type", "place", "kind")}
        return frozenset(_facet(name, value) for name, value in asked.items() if value is not None)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Words, and words in quotes as one; what has neither letter nor digit is none."""
        found = [a or b for a, b in re.findall(r'"([^"]*)"|([^\s"]+)', _clean(self.words))]
        return tuple(phrase for phrase in found if any(c.isalnum() for c in phrase))

    @property
    def rows(self) -> tuple[int, int]:
        """First and last number of rows that can be meant."""
        first = _day(self.since, "01-01", "since") if self.since else (1 if self.until else 0)
        last = _day(self.until, "12-31", "until") if self.until else date.max.toordinal()
        return first * _DAY, last * _DAY + _DAY - 1


def _clean(words: str) -> str:
    """SQLite ends a text at a NUL, PostgreSQL takes none, and neither takes half of a surrogate pair."""
    return words.replace("\0", " ").encode("utf-8", "replace").decode()


def create(connection: Connection) -> None:
    """Make the index."""
    _INDEX[connection.dialect.name].create(connection)


def drop(connection: Connection) -> None:
    """Take the index out, where there is one."""
    _INDEX[connection.dialect.name].drop(connection)


def index(connection: Connection, report: Report, entries: Sequence[Entry]) -> None:
    """Put a report and what stands in it into the index, in place of what was there of it.

    Parameters
    ----------
    connection
        In a transaction.
    report
        With its latest details.
    entries
        Its present view.
    """
    kept = _INDEX[connection.dialect.name]
    kept.forget(connection, report.id, _held(connection, report))
    kept.put(connection, _rows(connection, [(report, entries)]))


def _held(connection: Connection, report: Report) -> dict[int, str]:
    """The rows that the index may hold of a report: each sentence under each of the dates that it was ever given."""
    details, table = schema.details.c, schema.sentences.c
    known = connection.execute(select(table.number, table.start, table.end).where(table.report == report.id)).all()
    if not known:
        return {}
    dates = connection.execute(select(details.date).where(details.report == report.id).distinct()).scalars()
    days = {0, *(date.fromisoformat(each).toordinal() for each in dates if each)}
    return {day * _DAY + row.number: report.text[row.start : row.end] for row in known for day in days}


def index_many(connection: Connection, read: Sequence[tuple[Report, Sequence[Entry]]]) -> None:
    """Put reports into the index that it does not hold yet.

    Parameters
    ----------
    connection
        In a transaction.
    read
        Reports with their present views.
    """
    _INDEX[connection.dialect.name].put(connection, _rows(connection, read))


def _rows(connection: Connection, read: Sequence[tuple[Report, Sequence[Entry]]]) -> list[dict[str, Any]]:
    """The rows of the index, in its order: neighbours are written together."""
    stretches = {report.id: _stretches(report, entries) for report, entries in read}
    number = _numbered(connection, stretches)
    rows: list[dict[str, Any]] = []
    for report, entries in read:
        day = date.fromisoformat(report.date).toordinal() if report.date else 0
        for start, end in ((row["start"], row["end"]) for row in stretches[report.id]):
            facets = sorted({facet for entry in entries if _in(entry, start, end) for facet in _facets(entry)})
            row = day * _DAY + number[report.id, start, end]
            rows.append({"row": row, "report": report.id, "words": report.text[start:end], "facets": facets})
    return sorted(rows, key=lambda row: row["row"])


def numbers(connection: Connection, query: Query, *, at_once: int) -> Iterator[list[int]]:
    """Yield numbers of sentences that may be meant, those of the newest reports first.

    Parameters
    ----------
    connection
        To the record.
    query
        What is searched for; whether all facets are said by one entry is left to the caller.
    at_once
        How many in each list.
    """
    first, last = query.rows
    look_up = _INDEX[connection.dialect.name].look_up
    while True:
        rows = look_up(connection, query.phrases, query.facets, (first, last), at_once)
        yield [row % _DAY for row in rows]
        if len(rows) < at_once:
            return
        last = rows[-1] - 1


def meant(query: Query, entries: Iterable[Entry], start: int, end: int) -> tuple[Entry, ...]:
    """Return the entries in a stretch that say all that is asked for."""
    found = [e for e in entries if _in(e, start, end) and query.facets <= set(_facets(e))]
    return tuple(sorted(found, key=lambda e: (e.quote.start, e.quote.end, e.kind, e.id)))


def _stretches(report: Report, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The sentences, and quotes that stand in none of them."""
    found = [sentence_row(report.id, s.start, s.end, s.part) for s in sentences(report)]
    for entry in entries:
        quote = entry.quote
        if not any(row["start"] < quote.end and quote.start < row["end"] for row in found):
            found.append(sentence_row(report.id, quote.start, quote.end, "quote"))
    return found


def _numbered(connection: Connection, stretches: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[_Place, int]:
    """The number of each stretch, written down where it is new."""
    insert_new(connection, schema.sentences, [row for rows in stretches.values() for row in rows])
    table = schema.sentences.c
    asked = select(table.report, table.start, table.end, table.number).where(table.report.in_(list(stretches)))
    return {(row.report, row.start, row.end): row.number for row in connection.execute(asked)}


def _in(entry: Entry, start: int, end: int) -> bool:
    return entry.quote.start < end and start < entry.quote.end


def _facets(entry: Entry) -> Iterator[str]:
    yield _facet("kind", entry.kind)
    match entry:
        case Position():
            yield _facet("issue", entry.issue)
        case Event() if entry.type:
            yield _facet("type", entry.type)
        case Round():
            yield from (_facet("issue", issue) for issue in entry.agreed)
    if isinstance(entry, Event | Round) and entry.place:
        yield _facet("place", entry.place)
    yield from (_facet("party", party) for party in parties_of(entry))


def parties_of(entry: Entry) -> tuple[str, ...]:
    """Return the parties that an entry names, and the source of a claim."""
    match entry:
        case Position():
            named: tuple[str | None, ...] = (entry.party,)
        case Event():
            named = (entry.actor, entry.recipient)
        case Claim():
            named = (entry.source,)
        case Round():
            named = (*entry.parties, *entry.mediators)
    return tuple(name for name in named if name)


@of_tables
@functools.lru_cache(maxsize=4096)
def _facet(name: str, value: str) -> str:
    """One word of letters and digits; an actor under any of its names is the same word."""
    content = f"{name}:{same_party(value) if name == 'party' else ' '.join(value.casefold().split())}"
    return "f" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16] + "z"


def _day(given: str, rest: str, name: str) -> int:
    """The first or last day of a date that may be a year or a month only."""
    try:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", given, re.ASCII):
            raise ValueError
        full = given + f"-{rest}"[len(given) - 10 :] if len(given) < 10 else given
        if rest == "12-31" and len(given) == 7:
            return _last_of_month(given)
        return date.fromisoformat(full).toordinal()
    except ValueError:
        raise InputError(f"{name}: {given!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY") from None


def _last_of_month(given: str) -> int:
    year, month = (int(part) for part in given.split("-"))
    date(year, month, 1)
    return (date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max).toordinal() - 1
