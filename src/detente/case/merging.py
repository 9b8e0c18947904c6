"""One meeting or event told by several reports becomes one, with all of their entries behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from detente.case.material import Material, basis, ids, party_id
from detente.case.model import Happening, Meeting
from detente.entries import Event, Outcome, Round

Dated = TypeVar("Dated", Round, Event)
UNORDERED = ("CONSULT", "AGREE")
_MONTH = len("2025-06")
_DAY = len("2025-06-01")
# A report that only announces a meeting knows less than one that has it held, however it went.
_KNOWN = {"scheduled": 0, "unknown": 1}


def meetings(material: Material) -> tuple[Meeting, ...]:
    """Return the rounds of the record, each once, by date; those without a date first.

    Where reports differ on how a round went, what the latest of them says counts; "unknown" gives way to everything but
    "scheduled".
    """
    merged = [_meeting(material, group) for group in _groups(material, material.rounds, _same_round)]
    return tuple(sorted(merged, key=lambda m: (m.date or "", m.place or "", m.parties, m.basis.entries)))


def happenings(material: Material) -> tuple[Happening, ...]:
    """Return the events of the record, each once, by date; those without one first, those of a day as they are told."""

    def told(group: Sequence[Event]) -> tuple[str, str, str, int, str]:
        first = min(group, key=lambda e: (material.dated(e), e.quote.report, e.quote.start, e.id))
        return group[0].date or "", material.dated(first), first.quote.report, first.quote.start, first.id

    return tuple(_happening(group) for group in sorted(_groups(material, material.events, _same_event), key=told))


def _groups(material: Material, items: Sequence[Dated], same: Callable[[Dated, Dated], bool]) -> list[list[Dated]]:
    """Entries that tell of the same; the most exact date of each group comes first in it."""
    groups: list[list[Dated]] = []
    for item in sorted(items, key=lambda e: (-len(e.date or ""), e.date or "", material.dated(e), e.quote.report)):
        fitting = [group for group in groups if all(same(item, other) for other in group)]
        exact = [group for group in fitting if item.date and group[0].date == item.date]
        chosen = sorted(exact, key=lambda g: g[0].place != item.place) or (fitting if len(fitting) == 1 else [])
        if chosen:
            chosen[0].append(item)
        else:
            groups.append([item])
    return groups


def _one_text(a: Dated, b: Dated) -> bool:
    return (a.quote.report, a.by.reader) == (b.quote.report, b.by.reader)


def _same_round(a: Round, b: Round) -> bool:
    parties, others = set(ids(a.parties)), set(ids(b.parties))
    nested = parties <= others or others <= parties
    day = bool(a.date and a.date == b.date and len(a.date) == _DAY)
    if len(parties & others) < 2 or not (nested or (day and a.place and _same_place(a.place, b.place))):
        return False
    if _one_text(a, b) and _told_apart(a, b):
        return False
    if day:
        return True
    if not (a.date and b.date):
        return bool(a.place and b.place) and _same_place(a.place, b.place)
    close = _within(a.date, b.date) or (_next_day(a.date, b.date) and bool(a.place and b.place))
    return close and _same_place(a.place, b.place)


def _told_apart(a: Round, b: Round) -> bool:
    """What one text tells of two meetings: other dates, or the same parties once more on one day.

    A fuller list of who was there, or the announcement of what was then held, is the same meeting told again.
    """
    if a.date and b.date and a.date != b.date:
        return True
    return (a.outcome == "scheduled") == (b.outcome == "scheduled") and ids(a.parties) == ids(b.parties)


def _same_event(a: Event, b: Event) -> bool:
    if _one_text(a, b) or a.type != b.type or _who(a) != _who(b) or not (a.date and b.date):
        return False
    return a.date == b.date or (_within(a.date, b.date) and min(len(a.date), len(b.date)) >= _MONTH)


def _next_day(a: str, b: str) -> bool:
    """A round over two days, or over midnight: each report gives the day it knows."""
    try:
        return len(a) == len(b) == _DAY and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) == 1
    except ValueError:
        return False


def _within(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _same_place(a: str | None, b: str | None) -> bool:
    return not a or not b or a.casefold() in b.casefold() or b.casefold() in a.casefold()


def _who(event: Event) -> tuple[str | None, str | None]:
    actor, recipient = (party_id(name) if name else None for name in (event.actor, event.recipient))
    swapped = event.type in UNORDERED and (recipient or "~") < (actor or "~")
    return (recipient, actor) if swapped else (actor, recipient)


def _meeting(material: Material, group: Sequence[Round]) -> Meeting:
    parties = ids(name for entry in group for name in entry.parties)
    return Meeting(
        group[0].date,
        _most(entry.place for entry in group),
        parties,
        _outcome(material, group),
        tuple(id for id in ids(name for entry in group for name in entry.mediators) if id not in parties),
        tuple(sorted({issue for entry in group for issue in entry.agreed})),
        basis(group),
    )


def _outcome(material: Material, group: Sequence[Round]) -> Outcome:
    """The latest report's word among those that know; an agreement on anything is one, whatever the rest came to."""
    if any(entry.agreed for entry in group):
        return "agreement"
    known = max(_KNOWN.get(entry.outcome, 2) for entry in group)
    return material.latest(entry for entry in group if _KNOWN.get(entry.outcome, 2) == known).outcome


def _happening(group: Sequence[Event]) -> Happening:
    actor, recipient = _who(group[0])
    return Happening(
        group[0].type or "", actor, recipient, group[0].date, _most(entry.place for entry in group), basis(group)
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value most often given, of several the first."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: counted[value]) if counted else None
