"""Whether two entries tell of the same act, meeting or position, as far as their words show; it is symmetric."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.entries import Claim, Entry, Event, Joining, Position, Round
from detente.ontology.actors import resolve
from detente.ontology.in_use import of_tables
from detente.record.view import root
from detente.record.wording import akin, content

UNORDERED = ("CONSULT", "AGREE")
MONTH, DAY = len("2025-06"), len("2025-06-01")


@dataclass(frozen=True, slots=True)
class Context:
    """What joining looks at besides the entries.

    Parameters
    ----------
    dates
        Report id to ISO date, "" where unknown.
    readings
        Entry id to the readings in which it was found.
    origins
        Report id to the report that it repeats in the end.
    decisions
        What persons decided, on ids of entries that stand.
    """

    dates: Mapping[str, str]
    readings: Mapping[str, set[tuple[str, str, str]]]
    origins: Mapping[str, str]
    decisions: Sequence[Joining] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what is compared of it.

    Parameters
    ----------
    entry, id
        As it stands, and its id, which is worked out once.
    who
        Its parties, each under one name whatever the text calls it; actor and recipient of an event in this order.
    words
        Of the terms of a position.
    quote
        The words of the quote.
    origin
        The report that its report goes back to.
    readings
        In which it was found.
    key
        What must be equal where the words are.
    rank
        The order of entries that tell of the same: the most exact date first, of equals that of the earliest report.
    """

    entry: Entry
    id: str
    who: tuple[str | None, ...]
    words: frozenset[str]
    quote: str
    origin: str
    readings: frozenset[tuple[str, str, str]]
    key: tuple[Any, ...]
    rank: tuple[Any, ...]


def tell(entry: Entry, context: Context) -> Told:
    """Return an entry with what is compared of it.

    Parameters
    ----------
    entry
        As it stands.
    context
        Of the record.
    """
    report = entry.quote.report
    readings = context.readings.get(entry.id) or context.readings.get(root(entry), set())
    # An entry that nobody is known to have read is told by its report, as persons write them.
    found = frozenset(readings) or frozenset({(report, entry.by.reader, "")})
    words = content(entry.terms) if isinstance(entry, Position) else frozenset[str]()
    quote = " ".join(entry.quote.text.casefold().split())
    origin, who = context.origins.get(report, report), _who(entry)
    return Told(entry, entry.id, who, words, quote, origin, found, _key(entry, who), _rank(entry, context))


def same(a: Told, b: Told) -> bool:
    """Return whether two entries tell of the same, as far as dates, parties, place and words show; it is symmetric.

    Parameters
    ----------
    a, b
        Of one record.
    """
    if a.entry.kind != b.entry.kind or told_apart(a, b):
        return False
    return a.key == b.key if copied(a, b) else say_the_same(a, b)


def copied(a: Told, b: Told) -> bool:
    """Return whether one has its words from the other's report, or both from a third.

    Parameters
    ----------
    a, b
        Of one record.
    """
    return a.origin == b.origin and a.quote == b.quote and a.entry.quote.report != b.entry.quote.report


def said(told: Told) -> tuple[Any, ...]:
    """Return all that `say_the_same` looks at.

    Parameters
    ----------
    told
        Of any kind.
    """
    match told.entry:
        case Event() as e:
            return e.kind, told.who, e.type, e.date, e.place
        case Round() as r:
            return r.kind, told.who, r.date, r.place
        case Position() as p:
            return p.kind, told.key, told.words
        case Claim() as c:
            return (c.kind,)


def say_the_same(a: Told, b: Told) -> bool:
    """Return whether what two entries say of dates, parties, place and terms is on the same thing.

    Parameters
    ----------
    a, b
        Of one kind.
    """
    one, other = a.entry, b.entry
    if isinstance(one, Event) and isinstance(other, Event):
        return _same_event(a, b, one, other)
    if isinstance(one, Round) and isinstance(other, Round):
        return _same_round(a, b, one, other)
    return isinstance(one, Position) and a.key == b.key and akin(a.words, b.words)


def told_apart(a: Told, b: Told) -> bool:
    """Return whether one reading has two entries for what might be the same.

    Of a round it may be the announcement of what was then held, or a fuller list of who was there.

    Parameters
    ----------
    a, b
        Of one record.
    """
    if a.readings.isdisjoint(b.readings):
        return False
    one, other = a.entry, b.entry
    if not (isinstance(one, Round) and isinstance(other, Round)):
        return True
    if one.date and other.date and one.date != other.date:
        return True
    return (one.outcome == "scheduled") == (other.outcome == "scheduled") and set(a.who) == set(b.who)


@of_tables
@functools.lru_cache(10_000)
def same_party(name: str) -> str:
    """Return one name for a party, whatever a text calls it.

    Examples
    --------
    >>> same_party("the UN") == same_party("United Nations"), same_party("The Northern  Council")
    (True, 'the northern council')
    """
    actor = resolve(name)
    return actor.id if actor else " ".join(name.casefold().split())


def _same_event(a: Told, b: Told, one: Event, other: Event) -> bool:
    if one.type != other.type or not (one.date and other.date) or min(len(one.date), len(other.date)) < MONTH:
        return False
    at_one_place = _named_place(a, one) and _named_place(b, other) and same_place(one.place, other.place)
    if not (at_one_place or not _named_place(a, one) or not _named_place(b, other)):
        return False
    if a.who != b.who and not (at_one_place and one.date == other.date and _fits(a.who, b.who)):
        return False
    return _within(one.date, other.date) or bool(at_one_place and _next_day(one.date, other.date))


def _fits(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    """One leaves open what the other says, and they have a party in common."""
    pairs = list(zip(one, other, strict=True))
    return all(not x or not y or x == y for x, y in pairs) and any(x and x == y for x, y in pairs)


def _named_place(told: Told, event: Event) -> bool:
    """The name of a party as a place says no more than that it happened there."""
    return bool(event.place) and same_party(event.place or "") not in told.who


def _same_round(a: Told, b: Told, one: Round, other: Round) -> bool:
    parties, others = set(a.who), set(b.who)
    nested = parties <= others or others <= parties
    day = bool(one.date and one.date == other.date and len(one.date) == DAY)
    at_one_place = bool(one.place and other.place) and same_place(one.place, other.place)
    if len(parties & others) < 2 or not (nested or (day and at_one_place)):
        return False
    if day:
        return True
    if not (one.date and other.date):
        return at_one_place
    close = _within(one.date, other.date) or (_next_day(one.date, other.date) and at_one_place)
    return close and same_place(one.place, other.place)


def _next_day(a: str, b: str) -> bool:
    """Over two days, or over midnight: each report gives the day it knows."""
    try:
        return len(a) == len(b) == DAY and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) == 1
    except ValueError:
        return False


def _within(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def same_place(a: str | None, b: str | None) -> bool:
    """Return whether two places do not contradict each other.

    Examples
    --------
    >>> same_place("Oslo", "northern Oslo"), same_place("Oslo", None), same_place("Oslo", "Bergen")
    (True, True, False)
    """
    return not a or not b or a.casefold() in b.casefold() or b.casefold() in a.casefold()


def _who(entry: Entry) -> tuple[str | None, ...]:
    match entry:
        case Position():
            names: tuple[str | None, ...] = (entry.party,)
        case Event():
            names = (entry.actor, entry.recipient)
        case Claim():
            names = (entry.source,)
        case Round():
            names = entry.parties
    who = tuple(same_party(name) if name else None for name in names)
    unordered = isinstance(entry, Round) or (isinstance(entry, Event) and entry.type in UNORDERED)
    return tuple(sorted(who, key=lambda name: name or "~")) if unordered else who


def _key(entry: Entry, who: tuple[str | None, ...]) -> tuple[Any, ...]:
    match entry:
        case Position() as p:
            said_by = same_party(p.said_by) if p.said_by else None
            return who, p.issue, p.stance, p.precondition, p.red_line, said_by
        case Event() as e:
            return who, e.type, e.date
        case Claim() as c:
            return who, c.value, c.unit, c.comparator, c.status
        case Round() as r:
            return who, r.date, r.outcome


def _rank(entry: Entry, context: Context) -> tuple[Any, ...]:
    quote, when = entry.quote, getattr(entry, "date", None) or ""
    return -len(when), when, context.dates[quote.report], quote.report, quote.start, quote.end, entry.kind, entry.id
