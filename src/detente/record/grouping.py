"""Putting entries that tell of the same together without comparing each with each.

An entry is compared with the groups that it may fit, which are filed under what two entries that tell of the same have
in common: kind, parties and date of events and rounds, what is asked and a word of it in positions. Of a group it is
compared with one entry for each different thing that is said in it, since what is said the same way compares the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

from detente.entries import Event, Position, Round
from detente.record.telling import DAY, MONTH, Told, copied, said, same, same_place, say_the_same, told_apart

Apart = Mapping[str, set[str]]
"""Id of an entry to those from which persons parted it."""


# Up to here comparing with each costs less than keeping a summary.
FEW = 3


def grouped(clusters: Iterable[Sequence[Told]], apart: Apart) -> list[list[Told]]:
    """Put what persons left open together, the most exact dates first.

    Parameters
    ----------
    clusters
        Entries that persons joined, each of the others alone.
    apart
        What persons parted, both ways.
    """
    ranked = sorted((sorted(cluster, key=lambda t: t.rank) for cluster in clusters), key=lambda c: c[0].rank)
    files = _Files(_lengths(ranked))
    groups: list[_Group] = []
    for cluster in ranked:
        asked = sorted({n for told in cluster for n in files.asked(told)})
        chosen = _chosen(cluster, [groups[n] for n in asked], apart)
        if chosen is None:
            chosen = _Group(cluster[0])
            files.file(cluster, len(groups))
            groups.append(chosen)
        chosen.add(cluster)
    return [group.members for group in groups]


def parted(some: Iterable[str], others: Collection[str], apart: Apart) -> bool:
    """Return whether a person parted one of these entries from one of those.

    Parameters
    ----------
    some, others
        Ids.
    apart
        What persons parted, both ways.
    """
    return bool(apart) and any(not apart[id].isdisjoint(others) for id in some if id in apart)


def _chosen(cluster: Sequence[Told], groups: Sequence["_Group"], apart: Apart) -> "_Group | None":
    """Of several that fit, that of the same date, best at the same place; none where these do not say which."""
    entry = cluster[0].entry
    if not isinstance(entry, Event | Round):
        return next((group for group in groups if group.fits(cluster, apart)), None)
    exact = [g for g in groups if entry.date and g.date == entry.date]
    at_place = [g for g in exact if g.place == entry.place]
    for group in (*at_place, *exact):
        if group.fits(cluster, apart):
            return group
    others = (g for g in groups if not (entry.date and g.date == entry.date) and g.fits(cluster, apart))
    found = next(others, None)
    return found if next(others, None) is None else None


class _Group:
    """Entries that tell of the same."""

    def __init__(self, first: Told) -> None:
        self.members: list[Told] = []
        self.date, self.place = (getattr(first.entry, name, None) for name in ("date", "place"))
        self._clusters: list[Sequence[Told]] = []
        self._summary: _Summary | None = None

    def add(self, cluster: Sequence[Told]) -> None:
        """Take in entries that fit."""
        self.members += cluster
        self._clusters.append(cluster)
        if self._summary:
            self._summary.add(cluster)
        elif len(self._clusters) > FEW:
            self._summary = _Summary()
            for each in self._clusters:
                self._summary.add(each)

    def fits(self, cluster: Sequence[Told], apart: Apart) -> bool:
        """Return whether each cluster in the group tells of the same."""
        if apart and parted((told.id for told in cluster), {told.id for told in self.members}, apart):
            return False
        if self._summary and len(cluster) == 1:
            return self._summary.fits(cluster[0])
        return all(_fit(cluster, other) for other in self._clusters)


class _Summary:
    """What is said in a group, each different thing once."""

    def __init__(self) -> None:
        self._joined: list[Sequence[Told]] = []
        self._read: dict[Any, list[Told]] = defaultdict(list)
        # One entry for all that say the same, with two of the reports that they go back to at most.
        self._said: dict[Any, tuple[Told, set[str]]] = {}
        # Of those that go back to one report, one entry of each copy for all that have the same words.
        self._of_origin: dict[str, dict[Any, dict[str, Told]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, cluster: Sequence[Told]) -> None:
        """Take in entries that fit."""
        if len(cluster) > 1:
            self._joined.append(cluster)
            return
        (told,) = cluster
        for reading in told.readings:
            self._read[reading].append(told)
        what = said(told)
        _, origins = self._said.setdefault(what, (told, set()))
        if len(origins) < 2:
            origins.add(told.origin)
        self._of_origin[told.origin][what, told.key, told.quote].setdefault(told.entry.quote.report, told)

    def fits(self, told: Told) -> bool:
        """Return whether an entry tells of the same as each of those that are in it, without a look at each."""
        if any(told_apart(told, other) for reading in told.readings for other in self._read.get(reading, ())):
            return False
        if any(o != {told.origin} and not say_the_same(told, other) for other, o in self._said.values()):
            return False
        related = self._of_origin.get(told.origin, {})
        if not all(_as_told(told, other) for copies in related.values() for other in _two(told, copies)):
            return False
        return all(_fit([told], other) for other in self._joined)


def _two(told: Told, copies: Mapping[str, Told]) -> Iterator[Told]:
    """Of entries that differ in their reports only, that of the same report, and one of another."""
    own = told.entry.quote.report
    if own in copies:
        yield copies[own]
    yield from islice((other for report, other in copies.items() if report != own), 1)


def _as_told(a: Told, b: Told) -> bool:
    return a.key == b.key if copied(a, b) else say_the_same(a, b)


def _fit(cluster: Sequence[Told], other: Sequence[Told]) -> bool:
    if len(cluster) == len(other) == 1:
        return same(cluster[0], other[0])
    pairs = [(a, b) for a in cluster for b in other]
    return any(same(a, b) for a, b in pairs) and not any(told_apart(a, b) for a, b in pairs)


class _Files:
    """Where a group is found: it is filed under its first entries, with which all that fits it tells of the same."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self._lengths = lengths
        self._groups: dict[Any, list[int]] = defaultdict(list)
        self._places: dict[Any, set[str]] = defaultdict(set)

    def file(self, cluster: Iterable[Told], number: int) -> None:
        """Put a group where it is asked for."""
        for key in {key for told in cluster for key in self._filed(told)}:
            self._groups[key].append(number)

    def asked(self, told: Told) -> Iterator[int]:
        """Yield the groups that an entry may fit, some of them more than once."""
        for key in self._asked(told):
            yield from self._groups.get(key, ())

    def _filed(self, told: Told) -> Iterator[Any]:
        yield _copy(told)
        match told.entry:
            case Position():
                yield from ((told.key, word) for word in told.words)
            case Event() as event if len(event.date or "") >= MONTH:
                yield from self._of_event(told, event, self._on(event.date or ""))
            case Round() as round if round.date:
                for pair in _pairs(told):
                    yield from ((pair, when) for when in self._on(round.date))
                    yield from self._at(pair, round.place)
            case Round() as round if round.place:
                for pair in _pairs(told):
                    yield pair, "undated"
                    yield from self._at(pair, round.place)

    def _asked(self, told: Told) -> Iterator[Any]:
        yield _copy(told)
        match told.entry:
            case Position():
                yield from ((told.key, word) for word in told.words)
            case Event() as event if len(event.date or "") >= MONTH:
                yield from self._of_event(told, event, self._near(event.date or ""))
            case Round() as round if round.date:
                for pair in _pairs(told):
                    yield from ((pair, when) for when in (*self._near(round.date), "undated"))
            case Round() as round if round.place:
                for pair in _pairs(told):
                    yield from ((pair, "at", p) for p in self._places.get(pair, ()) if same_place(p, round.place))

    def _of_event(self, told: Told, event: Event, dates: Iterable[Any]) -> Iterator[Any]:
        yield from ((event.type, told.who, when) for when in dates)
        # Where one leaves a party open: on one day at one place.
        yield from ((event.type, party, event.date) for party in set(told.who) - {None})

    def _at(self, pair: Any, place: str | None) -> Iterator[Any]:
        if place:
            self._places[pair].add(place)
            yield pair, "at", place

    def _on(self, day: str) -> Iterator[tuple[str, str]]:
        """A date, and what it lies in."""
        yield "on", day
        yield from (("in", day[:n]) for n in self._lengths if n < len(day))

    def _near(self, day: str) -> Iterator[tuple[str, str]]:
        """What lies in a date, what it lies in, and the days beside it."""
        yield "on", day
        yield "in", day
        yield from (("on", day[:n]) for n in self._lengths if n < len(day))
        yield from (("on", other) for other in _beside(day))


def _copy(told: Told) -> tuple[str, ...]:
    return "copy", told.entry.kind, told.origin, told.quote


def _pairs(told: Told) -> list[tuple[Any, Any]]:
    return [(a, b) for a in told.who for b in told.who if (a or "") < (b or "")]


def _lengths(clusters: Iterable[Sequence[Told]]) -> list[int]:
    """How long the dates are: a day, a month, a year."""
    return sorted(
        {len(e.date) for c in clusters for e in (t.entry for t in c) if isinstance(e, Event | Round) and e.date}
    )


def _beside(day: str) -> Iterator[str]:
    try:
        given = date.fromisoformat(day) if len(day) == DAY else None
    except ValueError:
        given = None
    for step in (-1, 1):
        try:
            if given:
                yield (given + timedelta(step)).isoformat()
        except OverflowError:
            pass
