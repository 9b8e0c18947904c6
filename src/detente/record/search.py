"""Search by words and by what entries say: the one place that knows SQLite's full-text index (FTS5).

The index is made from the present view and is no truth of its own: whenever something is added to a report, what it
holds of that report is taken out and put in again, in the same transaction. A row is a sentence with its words and with
a made-up word for each thing that an entry in it says ("party:ukraine"), so that both are found by one look-up. Row
numbers begin with the day of the report: the newest first is the order of the index, and a span of days a part of it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, text

from detente.entries import Claim, Entry, Event, Position, Round
from detente.errors import InputError
from detente.ontology.actors import resolve
from detente.record import schema
from detente.record.statements import insert_new, sentence_row
from detente.reports import Report, sentences

_TABLES = (
    "CREATE VIRTUAL TABLE found USING fts5(words, facets, tokenize = 'porter unicode61 remove_diacritics 2')",
    "CREATE TABLE found_rows (row INTEGER PRIMARY KEY, report VARCHAR NOT NULL)",
    "CREATE INDEX found_rows_of_report ON found_rows (report)",
)
_DAY = 1 << 32


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

        for name, known in (("issue", issues()), ("type", acts())):
            value = getattr(self, name)
            if value is not None and value not in known:
                raise InputError(f"there is no {name} {value!r}; `detente ontology show` lists them")
        if not (self.terms or self.since or self.until):
            raise InputError("nothing to search for; give words, or a party, an issue, a type, a place, a kind, dates")
        self.rows  # noqa: B018

    @property
    def facets(self) -> frozenset[str]:
        """What an entry has to say, in the words of the index."""
        asked = {name: getattr(self, name) for name in ("party", "issue", "type", "place", "kind")}
        return frozenset(_facet(name, value) for name, value in asked.items() if value is not None)

    @property
    def terms(self) -> str:
        """The look-up; what a person wrote is only ever quoted."""
        phrases = [a or b for a, b in re.findall(r'"([^"]*)"|([^\s"]+)', _clean(self.words))]
        words = " AND ".join(f'words : "{phrase}"' for phrase in phrases if any(c.isalnum() for c in phrase))
        return " AND ".join([*([words] if words else []), *(f"facets : {facet}" for facet in sorted(self.facets))])

    @property
    def rows(self) -> tuple[int, int]:
        """First and last number of rows that can be meant."""
        first = _day(self.since, "01-01", "since") if self.since else (1 if self.until else 0)
        last = _day(self.until, "12-31", "until") if self.until else date.max.toordinal()
        return first * _DAY, last * _DAY + _DAY - 1


def _clean(words: str) -> str:
    """SQLite ends a text at a NUL, and takes no half of a surrogate pair."""
    return words.replace("\0", " ").encode("utf-8", "replace").decode()


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


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
    old = list(connection.execute(text("SELECT row FROM found_rows WHERE report = :id"), {"id": report.id}).scalars())
    if old:
        connection.execute(text("DELETE FROM found WHERE rowid = :row"), [{"row": row} for row in old])
        connection.execute(text("DELETE FROM found_rows WHERE report = :id"), {"id": report.id})
    day = date.fromisoformat(report.date).toordinal() if report.date else 0
    rows = [
        {"row": day * _DAY + number, "report": report.id, "words": report.text[start:end],
         "facets": " ".join(sorted({f for e in entries if _in(e, start, end) for f in _facets(e)}))}
        for number, start, end in _stretches(connection, report, entries)
    ]  # fmt: skip
    if rows:
        connection.execute(
            text("INSERT INTO found (rowid, words, facets) VALUES (:row, :words, :facets)"),
            rows,
        )
        connection.execute(text("INSERT INTO found_rows (row, report) VALUES (:row, :report)"), rows)


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
    source = "found WHERE found MATCH :terms AND" if query.terms else "found_rows WHERE"
    name = "rowid" if query.terms else "row"
    statement = text(f"SELECT {name} FROM {source} {name} BETWEEN :first AND :last ORDER BY {name} DESC LIMIT :at_once")
    while True:
        asked = {"terms": query.terms, "first": first, "last": last, "at_once": at_once}
        rows = list(connection.execute(statement, asked).scalars())
        yield [row % _DAY for row in rows]
        if len(rows) < at_once:
            return
        last = rows[-1] - 1


def meant(query: Query, entries: Iterable[Entry], start: int, end: int) -> tuple[Entry, ...]:
    """Return the entries in a stretch that say all that is asked for."""
    found = [e for e in entries if _in(e, start, end) and query.facets <= set(_facets(e))]
    return tuple(sorted(found, key=lambda e: (e.quote.start, e.quote.end, e.kind, e.id)))


def _stretches(connection: Connection, report: Report, entries: Sequence[Entry]) -> list[tuple[int, int, int]]:
    """Number, start and end of the sentences, and of quotes that stand in none of them."""
    found = [sentence_row(report.id, s.start, s.end, s.part) for s in sentences(report)]
    for entry in entries:
        quote = entry.quote
        if not any(row["start"] < quote.end and quote.start < row["end"] for row in found):
            found.append(sentence_row(report.id, quote.start, quote.end, "quote"))
    insert_new(connection, schema.sentences, found)
    table = schema.sentences.c
    known = connection.execute(select(table.id, table.number).where(table.report == report.id))
    number = {row.id: row.number for row in known}
    return [(number[row["id"]], row["start"], row["end"]) for row in found]


def _in(entry: Entry, start: int, end: int) -> bool:
    return entry.quote.start < end and start < entry.quote.end


def _facets(entry: Entry) -> Iterator[str]:
    yield _facet("kind", entry.kind)
    match entry:
        case Position():
            yield _facet("issue", entry.issue)
        case Event():
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


def _facet(name: str, value: str) -> str:
    """One word of letters and digits; an actor under any of its names is the same word."""
    actor = resolve(value) if name == "party" else None
    content = f"{name}:{actor.id if actor else ' '.join(value.casefold().split())}"
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
