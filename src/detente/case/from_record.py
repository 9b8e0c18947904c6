"""A case as the record has it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from typing import TYPE_CHECKING

from detente.case.agreements import agreed_issues, agreements
from detente.case.demands import demands, orders, place_all, precondition_kind, put_off
from detente.case.instruments import ASSUMPTION, moved, same_instrument
from detente.case.mapping import Placed, issue, side_up
from detente.case.material import Material, basis, material, party_id, party_name
from detente.case.merging import happenings, meetings
from detente.case.model import (
    EVERYTHING,
    THIRD_PARTY,
    Agreed,
    Basis,
    Case,
    Evidence,
    Happening,
    Issue,
    Meeting,
    Party,
    PartyRole,
    name_id,
)
from detente.case.sides import Sides, find_sides
from detente.errors import CannotWorkOut
from detente.ontology.actors import actors
from detente.ontology.issues import issues

if TYPE_CHECKING:
    from detente.record import Record


def from_record(record: "Record", *, title: str | None = None) -> Case:
    """Return the negotiation that a record shows.

    Parameters
    ----------
    record
        Reports and entries.
    title
        What the talks are about; made from the sides' names where it is not given.

    Returns
    -------
    Case
        Every value with the entries it rests on. What the texts do not say is left out: a record without positions
        gives a case without demands.

    Raises
    ------
    CannotWorkOut
        Where the record has no report, or a position on an issue that the table of issues does not have.

    Examples
    --------
    >>> from detente.entries import Position
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Arland demands a truce.", date="2020-03-02")
    >>> truce = Position("Arland", "ceasefire", "demands", "a truce", report.quote(15, 22))
    >>> from detente.record import Record
    >>> with Record() as record:
    ...     added = record.add(report, [truce])
    ...     case = from_record(record)
    >>> case.title, case.demands[0].id
    ('Talks with Arland', 'arland.ceasefire.demands.lasting')
    """
    found = material(record)
    if not found.dates:
        raise CannotWorkOut("no case: the record has no report in it; add one first")
    same = same_instrument(found.positions)
    found = replace(found, positions=tuple(moved(p, same[p.id]) if p.id in same else p for p in found.positions))
    met, happened = meetings(found), happenings(found)
    sides = find_sides(found, met, happened)
    kinds = _kinds(found)
    told = agreed_issues(found, sides.sides, issues())
    mentioned = sorted(kinds | told.keys())
    by_issue = {id: [p for p in found.positions if p.issue == id] for id in mentioned}
    sided = {id: side_up(issues()[id], by_issue[id], sides.sides) for id in mentioned}
    placed = [_told(item, same) for id in mentioned for item in place_all(by_issue[id], sided[id])]
    settled = agreements(found, told, placed, sided)
    names = _names(found)
    stated = _stated(placed, settled)
    ladders = tuple(issue(sided[id], stated[id], by_issue[id], names) for id in mentioned)
    case = Case(
        title or _title(sides, names),
        _parties(found, sides, ladders, met, happened, names),
        ladders,
        demands(found, placed),
        orders(found, placed, ladders, settled),
        settled,
        (),
        met,
        happened,
        date=max(found.dates.values()) or None,
    )
    return _with_evidence(case, record)


def _told(item: Placed, same: Mapping[str, str]) -> Placed:
    if item.position.id not in same:
        return item
    return replace(item, assumption="; ".join(part for part in (ASSUMPTION, item.assumption) if part))


def _kinds(found: Material) -> set[str]:
    """Ids of the issues that positions and rounds mention, those that are only to come first or to wait included."""
    named = {p.issue for p in found.positions} | {first for p in found.positions for first in p.after}
    named |= {put_off(p) for p in found.positions if precondition_kind(p) == "order"} - {EVERYTHING}
    named |= {issue for round_ in found.rounds for issue in round_.agreed}
    unknown = sorted(named - issues().keys())
    if unknown:
        raise CannotWorkOut(
            f"no case: no ladder for {', '.join(unknown)}; give a table of your own that has it (--table FILE)"
        )
    return named


def _names(found: Material) -> dict[str, str]:
    """Party id to name, for everybody whom the entries or the table of actors name."""
    told = [p.party for p in found.positions]
    told += [name for event in found.events for name in (event.actor, event.recipient) if name]
    told += [name for round_ in found.rounds for name in (*round_.parties, *round_.mediators)]
    known = {name_id(actor.name): actor.name for actor in actors().values()}
    return known | {party_id(name): party_name(name) for name in told} | {THIRD_PARTY: "a third party"}


def _stated(placed: Iterable[Placed], settled: Iterable[Agreed]) -> dict[str, dict[str, Basis]]:
    """Per issue, the rungs that a party has asked for, offered, accepted or refused, and by which entries."""
    entries: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in placed:
        entries[item.position.issue][item.rung].add(item.position.id)
    for agreed in settled:
        entries[agreed.issue][agreed.rung].update(agreed.basis.entries)
    return defaultdict(
        dict, {id: {rung: Basis(tuple(sorted(e))) for rung, e in rungs.items()} for id, rungs in entries.items()}
    )


def _title(sides: Sides, names: Mapping[str, str]) -> str:
    told = [names[id] for id in sides.sides]
    if len(told) < 2:
        return f"Talks with {told[0]}" if told else "Talks"
    return f"Talks between {', '.join(told[:-1])} and {told[-1]}"


def _parties(
    found: Material,
    sides: Sides,
    ladders: Sequence[Issue],
    met: Sequence[Meeting],
    happened: Sequence[Happening],
    names: Mapping[str, str],
) -> tuple[Party, ...]:
    """Everybody that the case refers to: sides, mediators, and the rest as outside."""
    mediating = _by_party((meeting.mediators, meeting.basis) for meeting in met)
    speaking = _by_party(((party_id(p.party),), basis([p])) for p in found.positions)
    meeting_ = _by_party((meeting.parties, meeting.basis) for meeting in met)
    acting = _by_party(((h.actor, h.recipient), h.basis) for h in happened)
    delivering = _by_party((rung.deliverers, ladder.basis) for ladder in ladders for rung in ladder.rungs)
    because = acting | delivering | meeting_ | speaking | mediating | dict.fromkeys(sides.sides, sides.basis)
    return tuple(
        Party(id, names[id], _role(id, sides, mediating), id in sides.table, why) for id, why in sorted(because.items())
    )


def _role(id: str, sides: Sides, mediating: Mapping[str, Basis]) -> PartyRole:
    return "side" if id in sides.sides else "mediator" if id in mediating else "outside"


def _by_party(named: Iterable[tuple[Iterable[str | None], Basis]]) -> dict[str, Basis]:
    """The entries that name each party."""
    entries: dict[str, set[str]] = defaultdict(set)
    for parties, because in named:
        for id in parties:
            if id:
                entries[id].update(because.entries)
    return {id: Basis(tuple(sorted(found))) for id, found in entries.items()}


def _with_evidence(case: Case, record: "Record") -> Case:
    sources = record.sources()
    evidence = {id: Evidence(**asdict(sources[id])) for id in sorted(set(entry_ids(case)))}
    return replace(case, evidence=evidence)


def entry_ids(value: object) -> Iterator[str]:
    """Yield the ids of the entries that a case, or any part of it, rests on."""
    if isinstance(value, Basis):
        yield from value.entries
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from entry_ids(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from entry_ids(item)
