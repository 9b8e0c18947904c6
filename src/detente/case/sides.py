"""Who the sides are, and who else has a part in the talks."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from detente.case.material import Material, basis, party_id
from detente.case.model import Basis, Happening, Meeting
from detente.ontology.actors import actors

FIGHTING = ("ASSAULT", "COERCE")
HOSTILE = (*FIGHTING, "ACCUSE", "MOBILIZE", "REJECT", "THREATEN")
HOSTILE_WEIGHT = 2
"""Those who fight over something are likelier the sides than those who meet or help: a mediator meets everybody."""
SAME_TALKS = 90
"""Days in which a round of some of those at a table counts as part of the talks at that table; judgement."""
BOTH_HEARD = 4
"""A pair that both speak in the record outweighs two hostile events with an actor that does not."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who has to agree, and who sat at the table.

    Parameters
    ----------
    sides
        Party ids, sorted.
    table
        Ids of those at the latest round held, the sides where none was held.
    basis
        Why.
    """

    sides: tuple[str, ...]
    table: frozenset[str]
    basis: Basis


def find_sides(material: Material, meetings: Sequence[Meeting], happenings: Sequence[Happening]) -> Sides:
    """Return the parties to the latest round held that hold positions; without such a round, who is most engaged.

    Where all of them sat at a wider table not long before, that table's parties are the sides.

    Parameters
    ----------
    material
        What the record holds.
    meetings, happenings
        Its rounds and events, each once, by date.
    """
    voices = Counter(party_id(position.party) for position in material.positions)
    mediators = _mediators(meetings, happenings, voices)
    held = [_without(meeting, mediators) for meeting in reversed(meetings) if meeting.outcome != "scheduled"]
    for meeting in held:
        sides = tuple(id for id in meeting.parties if voices[id])
        if len(sides) >= 2:
            return _at_the_wider_table(sides, meeting, held, voices)
    engaged = _engagement(voices, happenings)
    for meeting in held:
        if len(set(meeting.parties) - mediators) >= 2 and (any(voices[id] for id in meeting.parties) or not voices):
            pair = max(combinations(meeting.parties, 2), key=lambda p: (sum(voices[id] > 0 for id in p), engaged(p)))
            why = "no position of some side in the record: the parties to the latest round held"
            return Sides(pair, frozenset(meeting.parties), Basis(meeting.basis.entries, why))
    sides = _most_engaged(voices, happenings, mediators)
    entries = [p for p in material.positions if party_id(p.party) in sides]
    return Sides(sides, frozenset(sides), basis(entries, "no round held: the parties most engaged with each other"))


def _mediators(meetings: Iterable[Meeting], happenings: Sequence[Happening], voices: Iterable[str]) -> set[str]:
    """Those who host or chair the talks, and international bodies, unless they fight: no side for sitting there."""
    fighters = {id for h in happenings if h.type in FIGHTING for id in (h.actor, h.recipient)}
    named = {id for m in meetings for id in m.parties} | {id for h in happenings for id in (h.actor, h.recipient) if id}
    known = actors()
    bodies = {id for id in named | set(voices) if id in known and known[id].kind == "body"}
    return ({id for meeting in meetings for id in meeting.mediators} | bodies) - fighters


def _without(meeting: Meeting, mediators: set[str]) -> Meeting:
    """Leave mediators out of those who met, unless that leaves fewer than two."""
    met = tuple(id for id in meeting.parties if id not in mediators)
    return replace(meeting, parties=met) if len(met) >= 2 else meeting


def _at_the_wider_table(
    sides: tuple[str, ...], latest: Meeting, held: Iterable[Meeting], voices: Mapping[str, int]
) -> Sides:
    """Add those who sat with all of these shortly before: what some of a table settle on the side ends no talks."""
    day = _day(latest.date)
    for meeting in held:
        wider = tuple(id for id in meeting.parties if voices[id])
        before = (day - then).days if day and (then := _day(meeting.date)) else -1
        if set(sides) < set(wider) and 0 <= before <= SAME_TALKS:
            why = f"those at the table of {meeting.date}; the latest round was of some of them"
            return Sides(wider, frozenset(meeting.parties), Basis(_both(meeting.basis, latest.basis), why))
    return Sides(sides, frozenset(latest.parties), latest.basis)


def _both(one: Basis, other: Basis) -> tuple[str, ...]:
    return tuple(sorted({*one.entries, *other.entries}))


def _day(text: str | None) -> date | None:
    """The day of a date that is known to the day."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2025-06-01") else None
    except ValueError:
        return None


def _engagement(
    voices: Mapping[str, int], happenings: Iterable[Happening]
) -> Callable[[tuple[str, ...]], tuple[int, int]]:
    """Score a pair by the events between them, whoever acted, then by their positions."""
    score: Counter[frozenset[str]] = Counter()
    for event in happenings:
        if event.actor and event.recipient and event.actor != event.recipient:
            score[frozenset((event.actor, event.recipient))] += HOSTILE_WEIGHT if event.type in HOSTILE else 1
    for pair in list(score):
        score[pair] += BOTH_HEARD if all(voices[id] for id in pair) else 0
    return lambda pair: (score[frozenset(pair)], sum(voices[id] for id in pair))


def _most_engaged(voices: Mapping[str, int], happenings: Sequence[Happening], mediators: set[str]) -> tuple[str, ...]:
    actors = {id for h in happenings for id in (h.actor, h.recipient) if id} | set(voices)
    pairs = list(combinations(sorted(actors - mediators), 2))
    engaged = _engagement(voices, happenings)
    linked = [pair for pair in pairs if engaged(pair)[0]] or [p for p in pairs if all(voices[id] for id in p)]
    if not linked:
        return tuple(sorted(set(voices) - mediators))[:1]
    # max keeps the first of equals, the pair with the lowest ids.
    pair = max(linked, key=engaged)
    return tuple(sorted({*pair, *_fighters(pair, voices, happenings)}))


def _fighters(pair: Sequence[str], voices: Mapping[str, int], happenings: Iterable[Happening]) -> set[str]:
    """Others that fight one of the pair and have about as much to say as the quieter of the two."""
    fights = [{h.actor, h.recipient} for h in happenings if h.type in FIGHTING]
    enough = max(1, min(voices[id] for id in pair) / 2)
    others = {id for id, count in voices.items() if count >= enough and id not in pair}
    return {id for id in others if any(id in who and who & set(pair) for who in fights)}
