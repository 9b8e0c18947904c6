"""Meetings and events as a case has them, made of the entries that the record joins: each once, with all behind it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from detente.case.material import Material, basis, ids, party_id
from detente.case.model import Happening, Meeting
from detente.entries import Event, Outcome, Round

Told = TypeVar("Told", Round, Event)
# A report that only announces a meeting knows less than one that has it held, however it went.
_KNOWN = {"scheduled": 0, "unknown": 1}


def meetings(material: Material) -> tuple[Meeting, ...]:
    """Return the rounds of the record, each once, by date; those without a date first.

    Where reports differ on how a round went, what the latest of them says counts; "unknown" gives way to everything but
    "scheduled".
    """
    merged = [_meeting(material, group) for group in _joined(material, Round)]
    return tuple(sorted(merged, key=lambda m: (m.date or "", m.place or "", m.parties, m.basis.entries)))


def happenings(material: Material) -> tuple[Happening, ...]:
    """Return the events of the record, each once, by date; those without one first, those of a day as they are told."""

    def told(group: Sequence[Event]) -> tuple[str, str, str, int, str]:
        first = min(group, key=lambda e: (material.dated(e), e.quote.report, e.quote.start, e.id))
        return group[0].date or "", material.dated(first), first.quote.report, first.quote.start, first.id

    return tuple(_happening(group) for group in sorted(_joined(material, Event), key=told))


def _joined(material: Material, kind: type[Told]) -> list[list[Told]]:
    """Entries that tell of the same; the most exact date comes first in each."""
    groups = [[entry for entry in each.entries if isinstance(entry, kind)] for each in material.joined]
    return [group for group in groups if group]


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


def _who(group: Sequence[Event]) -> tuple[str | None, str | None]:
    """As the first entry has them that names both, or as the first."""
    event = max(group, key=lambda e: bool(e.actor) + bool(e.recipient))
    actor, recipient = (party_id(name) if name else None for name in (event.actor, event.recipient))
    from detente.record.telling import UNORDERED  # the record brings a database library along

    swapped = event.type in UNORDERED and (recipient or "~") < (actor or "~")
    return (recipient, actor) if swapped else (actor, recipient)


def _happening(group: Sequence[Event]) -> Happening:
    actor, recipient = _who(group)
    return Happening(
        group[0].type or "", actor, recipient, group[0].date, _most(entry.place for entry in group), basis(group)
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value most often given, of several the first."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: counted[value]) if counted else None
