"""Entries that tell of the same act, meeting or position, joined across reports: a function of the view, not a change.

Two rules stand above all others: what a person decided on two entries holds, the latest decision first; and what a
single reading tells apart is not joined. Otherwise `same` says of each two whether they tell of the same, an entry
joins others only if it is the same as each of them, and one that fits several stays alone unless its date says which.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from detente.entries import Claim, Entry, Event, Joining, Position, Round
from detente.ontology.actors import resolve
from detente.record.view import root
from detente.record.wording import akin, content
from detente.tabled import Tabled

UNORDERED = ("CONSULT", "AGREE")
_MONTH, _DAY = len("2025-06"), len("2025-06-01")


@dataclass(frozen=True, slots=True)
class Joined(Tabled):
    """Entries of one kind that tell of the same.

    Parameters
    ----------
    entries
        The one with the most exact date first, of equals that of the earliest report.
    decisions
        What persons decided on two of them or on one of them and another entry, in the order of time.
    """

    entries: tuple[Entry, ...]
    decisions: tuple[Joining, ...] = ()

    @property
    def first(self) -> Entry:
        """The entry that stands for all."""
        return self.entries[0]


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
    """

    entry: Entry
    id: str
    who: tuple[str | None, ...]
    words: frozenset[str]
    quote: str
    origin: str
    readings: frozenset[tuple[str, str, str]]
    key: tuple[Any, ...]


def joined(entries: Iterable[Entry], context: Context) -> list[Joined]:
    """Return the entries, those that tell of the same together, in the order in which they are given.

    Parameters
    ----------
    entries
        The present view, or part of it.
    context
        What else decides.

    Examples
    --------
    >>> from detente.entries import Quote
    >>> one, two = (Event("ASSAULT", "Arland", "Borland", "2020-01-30", None, Quote(r, 0, 4, "raid")) for r in "ab")
    >>> len(joined([one, two], Context({"a": "", "b": ""}, {}, {})))
    1
    """
    given = list(entries)
    told = {entry.id: _told(entry, context) for entry in given}
    clusters, apart = _decided(told, context.decisions)
    groups = _grouped([[told[id] for id in ids] for ids in clusters], apart, context)
    place = {entry.id: n for n, entry in enumerate(given)}
    made = [
        Joined(tuple(t.entry for t in sorted(group, key=lambda t: _rank(t, context))), _on(group, context.decisions))
        for group in groups
    ]
    return sorted(made, key=lambda j: min(place[e.id] for e in j.entries))


def same(a: Told, b: Told) -> bool:
    """Return whether two entries tell of the same, as far as dates, parties, place and words show; it is symmetric.

    Parameters
    ----------
    a, b
        Of one record.
    """
    one, other = a.entry, b.entry
    if one.kind != other.kind or told_apart(a, b):
        return False
    if a.origin == b.origin and one.quote.report != other.quote.report and a.quote == b.quote:
        return a.key == b.key
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
    if one.type != other.type or not (one.date and other.date) or min(len(one.date), len(other.date)) < _MONTH:
        return False
    at_one_place = _named_place(a, one) and _named_place(b, other) and _same_place(one.place, other.place)
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
    day = bool(one.date and one.date == other.date and len(one.date) == _DAY)
    at_one_place = bool(one.place and other.place) and _same_place(one.place, other.place)
    if len(parties & others) < 2 or not (nested or (day and at_one_place)):
        return False
    if day:
        return True
    if not (one.date and other.date):
        return at_one_place
    close = _within(one.date, other.date) or (_next_day(one.date, other.date) and at_one_place)
    return close and _same_place(one.place, other.place)


def _next_day(a: str, b: str) -> bool:
    """Over two days, or over midnight: each report gives the day it knows."""
    try:
        return len(a) == len(b) == _DAY and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) == 1
    except ValueError:
        return False


def _within(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _same_place(a: str | None, b: str | None) -> bool:
    return not a or not b or a.casefold() in b.casefold() or b.casefold() in a.casefold()


def _told(entry: Entry, context: Context) -> Told:
    report = entry.quote.report
    readings = context.readings.get(entry.id) or context.readings.get(root(entry), set())
    # An entry that nobody is known to have read is told by its report, as persons write them.
    found = frozenset(readings) or frozenset({(report, entry.by.reader, "")})
    words = content(entry.terms) if isinstance(entry, Position) else frozenset[str]()
    quote = " ".join(entry.quote.text.casefold().split())
    who = _who(entry)
    return Told(entry, entry.id, who, words, quote, context.origins.get(report, report), found, _key(entry, who))


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


def _decided(told: Mapping[str, Told], decisions: Iterable[Joining]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Entries that persons joined, and pairs that they parted. A decision against a later one has no effect."""
    latest: dict[frozenset[str], Joining] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        if decision.one in told and decision.other in told and decision.one != decision.other:
            latest[frozenset((decision.one, decision.other))] = decision
    home = {id: frozenset({id}) for id in told}
    apart: set[frozenset[str]] = set()
    latest_first = sorted(latest.items(), key=lambda item: (item[1].at, item[1].id, sorted(item[0])), reverse=True)
    for pair, decision in latest_first:
        one, other = sorted(pair)
        if home[one] == home[other]:
            continue
        if decision.decision == "part":
            apart.add(pair)
        elif decision.decision == "join" and not _parted(home[one], home[other], apart):
            home |= dict.fromkeys(home[one] | home[other], home[one] | home[other])
    return set(home.values()), apart


def _parted(some: Iterable[str], others: Iterable[str], apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in some for b in others)


def _grouped(clusters: list[list[Told]], apart: set[frozenset[str]], context: Context) -> list[list[Told]]:
    """Put what persons left open together, the most exact dates first."""
    clusters = [sorted(cluster, key=lambda t: _rank(t, context)) for cluster in clusters]
    groups: list[list[list[Told]]] = []
    near: dict[Any, dict[int, None]] = defaultdict(dict)
    for cluster in sorted(clusters, key=lambda c: _rank(c[0], context)):
        keys = {key for told in cluster for key in _blocks(told)}
        numbers = sorted({n for key in keys for n in near[key]})
        fitting = [n for n in numbers if all(_fit(cluster, other, apart) for other in groups[n])]
        chosen = _chosen(cluster[0], {n: groups[n][0][0] for n in fitting})
        if chosen is None:
            chosen = len(groups)
            groups.append([])
        groups[chosen].append(cluster)
        for key in keys:
            near[key][chosen] = None
    return [[told for cluster in group for told in cluster] for group in groups]


def _fit(cluster: Sequence[Told], other: Sequence[Told], apart: set[frozenset[str]]) -> bool:
    if len(cluster) == len(other) == 1 and not apart:
        return same(cluster[0], other[0])
    if apart and _parted((t.id for t in cluster), [t.id for t in other], apart):
        return False
    pairs = [(a, b) for a in cluster for b in other]
    return any(same(a, b) for a, b in pairs) and not any(told_apart(a, b) for a, b in pairs)


def _chosen(told: Told, fitting: Mapping[int, Told]) -> int | None:
    """Of several that fit, that of the same date, best at the same place; none where these do not say which."""
    entry = told.entry
    if not isinstance(entry, Event | Round):
        return next(iter(fitting), None)
    exact = [n for n, first in fitting.items() if entry.date and getattr(first.entry, "date", None) == entry.date]
    at_place = [n for n in exact if getattr(fitting[n].entry, "place", None) == entry.place]
    found = at_place or exact or (list(fitting) if len(fitting) == 1 else [])
    return found[0] if found else None


def _rank(told: Told, context: Context) -> tuple[Any, ...]:
    entry = told.entry
    when = getattr(entry, "date", None) or ""
    quote = entry.quote
    dated = context.dates[quote.report]
    return -len(when), when, dated, quote.report, quote.start, quote.end, entry.kind, told.id


def _blocks(told: Told) -> set[Any]:
    """Keys of which two entries that tell of the same have one in common."""
    entry, copied = told.entry, ("copy", told.entry.kind, told.origin, told.quote)
    match entry:
        case Position():
            return {copied, told.key}
        case Event() if entry.date and len(entry.date) >= _MONTH:
            return {copied, *((entry.type, month, who) for month in _months(entry.date) for who in told.who)}
        case Round():
            return {copied, *(("round", a, b) for a in told.who for b in told.who if (a or "") < (b or ""))}
    return {copied}


def _months(day: str) -> set[str]:
    """The month of a date, and the next one on its last day."""
    try:
        given = date.fromisoformat(day) if len(day) == _DAY else None
        return {day[:_MONTH], (given + timedelta(1)).isoformat()[:_MONTH]} if given else {day}
    except (ValueError, OverflowError):
        return {day[:_MONTH]}


def _on(group: Sequence[Told], decisions: Sequence[Joining]) -> tuple[Joining, ...]:
    if not decisions:
        return ()
    ids = {told.id for told in group}
    found = {d.id: d for d in decisions if d.one in ids or d.other in ids}
    return tuple(sorted(found.values(), key=lambda d: (d.at, d.id)))
