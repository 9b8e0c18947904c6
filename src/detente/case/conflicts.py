"""Which conflicts a case holds: a record of several gives one case all the same, and somebody has to say so."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from detente.case.model import Case, Demand
from detente.case.sides import HOSTILE
from detente.ontology.actors import resolve


def others(case: Case) -> tuple[tuple[str, ...], ...]:
    """Return the groups of parties that negotiate or fight among themselves and have no dealings with the sides.

    Who meets whom, is hostile to whom, or refuses in one report what another asks for makes a graph; mediators and
    international bodies, which deal with everybody, are left out of it. A part of the graph without a side is another
    conflict where two of it hold positions, or met.

    Parameters
    ----------
    case
        Any case.

    Returns
    -------
    tuple
        Party ids of each group, sorted; those that hold positions or met, without those who only came near.

    Examples
    --------
    >>> from detente.case.model import Demand, Happening, Party
    >>> parties = tuple(Party(id, id, "side" if id in "ab" else "outside") for id in "abcd")
    >>> raid = Happening("ASSAULT", "c", "d", None)
    >>> demands = tuple(Demand(id, "aid", "all", "demands") for id in "abcd")
    >>> others(Case("two wars", parties, demands=demands, happenings=(raid,)))
    (('c', 'd'),)
    """
    sides = {side.id for side in case.sides}
    if not sides:
        return ()
    heard = {demand.party for demand in case.demands}
    met = {id for pair in _meetings(case) for id in pair}
    groups = (
        part & (heard | met)
        for part in _parts([*_meetings(case), *_hostile(case), *_opposed(case)])
        if not part & sides
    )
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(group) > 1))


def _meetings(case: Case) -> Iterator[frozenset[str]]:
    for meeting in case.meetings:
        yield from map(frozenset, combinations([id for id in meeting.parties if _takes_part(case, id)], 2))


def _hostile(case: Case) -> Iterator[frozenset[str]]:
    for event in case.happenings:
        pair = frozenset(id for id in (event.actor, event.recipient) if id and _takes_part(case, id))
        if event.type in HOSTILE and len(pair) == 2:
            yield pair


def _opposed(case: Case) -> Iterator[frozenset[str]]:
    for refusal in (d for d in case.demands if d.stance == "rejects" and _takes_part(case, d.party)):
        for wish in (d for d in case.demands if d.issue == refusal.issue):
            asked = wish.stance in ("demands", "proposes") and wish.party != refusal.party
            if asked and _takes_part(case, wish.party) and _reports(case, wish) & _reports(case, refusal):
                yield frozenset((wish.party, refusal.party))


def _reports(case: Case, demand: Demand) -> set[str]:
    return {case.evidence[id].report for id in demand.basis.entries if id in case.evidence}


def _takes_part(case: Case, id: str) -> bool:
    """A party to a conflict of its own, not one that deals with many: a side, or neither mediator nor body."""
    party = case.party(id)
    actor = resolve(party.name)
    return party.role == "side" or not (
        party.role in ("mediator", "guarantor") or (actor and actor.kind in ("body", "coalition"))
    )


def _parts(pairs: Iterable[frozenset[str]]) -> list[set[str]]:
    """The connected parts of a graph."""
    parts: list[set[str]] = []
    for pair in pairs:
        joined = [part for part in parts if part & pair]
        parts = [part for part in parts if part not in joined] + [set(pair).union(*joined)]
    return parts
