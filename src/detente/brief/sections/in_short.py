"""The answer in five lines, each with the section it comes from."""

from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material
from detente.brief.sections.agreeable import alone, options
from detente.brief.sections.blocked import told
from detente.brief.sections.event import NO_EVENT, event_name, headlines, no_effect, same_for_all
from detente.brief.sections.order import wish
from detente.brief.sections.rests import asked_of
from detente.brief.words import Statement
from detente.case.model import EVERYTHING, Meeting
from detente.settlement.results import Blocker
from detente.settlement.stances import absent
from detente.talks.results import Effect

MOST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the answer.

    Parameters
    ----------
    section
        Number of the section it comes from.
    head
        What it is about, in one or two words.
    said
        The answer.
    """

    section: int
    head: str
    said: Statement


def in_short(material: Material) -> tuple[Line, ...]:
    """Return the five lines.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return (
        Line(1, "The talks", _talks(material)),
        Line(3, "In the way", _blocked(material)),
        Line(4, "Possible now", _possible(material)),
        Line(5, "Order", _order(material)),
        Line(6, "The event", _event(material)),
    )


def _talks(material: Material) -> Statement:
    held = [m for m in material.case.meetings if m.outcome != "scheduled"]
    if not held:
        heard = len({demand.party for demand in material.case.demands})
        if heard:
            return Statement(
                f"No meeting is in the record; {words.count(heard, 'party has', 'parties have')} stated positions."
            )
        return Statement("The record has no meeting and no position: there is nothing here to work on.")
    dated = sorted((m for m in held if m.date), key=lambda meeting: meeting.date or "")
    undated = [m for m in held if not m.date]
    cited = tuple(id for meeting in dated[-1:] + undated[-1:] for id in meeting.basis.entries)
    if len(held) == 1:
        return Statement(f"The record has one meeting: {_ended(held[0], material)}", cited)
    said = [f"The record has {words.count(len(held), 'meeting')}."]
    if dated:
        said.append(f"{'The latest with a date' if undated else 'The latest'}: {_ended(dated[-1], material)}")
    if undated:
        said.append(f"One without a date: {_ended(undated[-1], material)}")
    return Statement(" ".join(said), cited)


def _ended(meeting: Meeting, material: Material) -> str:
    who = material.names.all_parties(meeting.parties) or "the parties"
    where = f" in {meeting.place}" if meeting.place else ""
    ended = words.met(meeting.outcome, material.names.all_issues(meeting.agreed))
    return f"{who} met{where}{words.on_date(meeting.date)}; {ended}."


def _blocked(material: Material) -> Statement:
    settlement = material.settlement
    if not material.case.demands:
        return Statement("Cannot be worked out: the record has no position of any party.")
    if len(material.case.sides) < 2:
        return Statement(f"Cannot be worked out. {alone(material)}")
    if not settlement.blockers:
        return Statement("No demand in the record excludes another.")
    first = settlement.blockers[0]
    stated = sum(b.tag in ("explicit", "constraint") for b in settlement.blockers)
    other = settlement.blocker_count - stated
    if stated:
        head = f"{words.count(stated, 'conflict', first=True)} between stated demands"
        if other:
            head += f"; {words.count(other, 'more obstacle')} because somebody is absent or silent"
    else:
        head = (
            "No stated demands exclude each other; "
            f"{words.count(other, 'obstacle comes', 'obstacles come')} from somebody's absence or silence"
        )
    which = "The first" if settlement.blocker_count > 1 else "It"
    return Statement(f"{head}. {which} is on {words.lower_first(told(first, material))}", _entries(first, material))


def _entries(blocker: Blocker, material: Material) -> tuple[str, ...]:
    demands = [material.names.demands[id] for id in blocker.demands if id in material.names.demands]
    return tuple(dict.fromkeys(id for demand in demands for id in demand.basis.entries))


def _possible(material: Material) -> Statement:
    if len(material.case.sides) < 2:
        return Statement(f"Cannot be worked out. {alone(material)}")
    standings = material.settlement.standings
    chosen = [s for s in standings if s.state == "agreed"]
    opened = [s for s in standings if s.state == "open"]
    parts = []
    if chosen:
        parts.append(f"Agreed by all who must act: {options(chosen, material)}.")
    if opened:
        shown = opened if len(opened) <= MOST else opened[: MOST - 1]
        rest = words.count(len(opened) - len(shown), "other option") if len(opened) > len(shown) else ""
        parts.append(
            f"Refused by none of those who must act, not agreed by all of them: {options(shown, material, rest)}."
        )
        opened = shown
    text = " ".join(parts) or "Nothing that is on the table is agreed, and somebody refuses or is missing for the rest."
    entries = tuple(dict.fromkeys(id for s in (*chosen, *opened) for id in s.basis))
    return Statement(f"{text} {_package(material)}", entries)


def _package(material: Material) -> str:
    zones = {zone.composition: zone for zone in material.settlement.zones}
    if not zones:
        why = next((gap.why for gap in material.settlement.gaps), "")
        return words.sentence(f"Whether a whole deal could be agreed cannot be worked out{f': {why}' if why else ''}")
    table, willing = zones.get("table"), zones.get("willing")
    if table and willing and table.empty >= 1 and willing.exists > 0:
        return (
            f"Those at the table alone cannot make a comprehensive deal; if {_absent(material)} deliver too, one that "
            f"{_better(material)} exists {words.share_words(willing.exists)}."
        )
    low = min(zone.exists for zone in zones.values())
    high = max(zone.exists for zone in zones.values())
    reach = words.share_words(low)
    if words.percent(low) != words.percent(high):
        reach = f"in {words.percent(low)} to {words.percent(high)} of draws, depending on who delivers"
    return f"A comprehensive deal that {_better(material)} exists {reach}."


def _better(material: Material) -> str:
    """Say what every zone is made of; where stated demands exclude each other, that no package in it meets them all."""
    if any(b.tag in ("explicit", "constraint") for b in material.settlement.blockers):
        return "leaves demands unmet but beats no deal for every side"
    return "every side prefers to no deal"


def _absent(material: Material) -> str:
    """Say who is meant by the absent, most asked first; no names where they are many."""
    away = [p.id for p in material.case.parties if absent(material.case, p.id) and asked_of(p.id, material)]
    away.sort(key=lambda id: -len(asked_of(id, material)))
    return f"the absent ({material.names.all_parties(away)})" if 0 < len(away) < MOST else "the absent"


def _order(material: Material) -> Statement:
    steps = material.settlement.steps
    if not material.case.demands:
        return Statement("Cannot be worked out: the record has no position of any party.")
    if len(material.case.sides) < 2 and not steps.edges:
        return Statement(f"Cannot be worked out. {alone(material)}")
    if steps.deadlocks:
        entries = tuple(dict.fromkeys(id for edge in steps.deadlocks[0].edges for id in edge.basis))
        wishes = list(dict.fromkeys(wish(edge, material) for edge in steps.deadlocks[0].edges))
        return Statement(
            f"A sequencing deadlock: {words.listed(wishes)}. One of them relaxes, or both steps go together.",
            entries,
        )
    if not steps.edges:
        return Statement("No party ties one step to another.")
    first = steps.edges[0]
    wants, issue = (
        words.upper_first(material.names.does(first.party, "wants")),
        words.lower_first(material.names.issue(first.first)),
    )
    same = [e for e in steps.edges if (e.party, e.first, e.said_by) == (first.party, first.first, first.said_by)]
    after = list(dict.fromkeys(e.then for e in same))
    named = len(after) < MOST and EVERYTHING not in after
    then = material.names.all_issues(after) if named else words.count(len(after), "other issue")
    return Statement(
        f"{wants} {issue} before {then}{words.according(first.said_by)}; the orders asked for do not contradict "
        "each other.",
        first.basis,
    )


def _event(material: Material) -> Statement:
    odds = material.odds
    if odds.shock is None:
        return Statement(NO_EVENT)
    if not odds.effects:
        return Statement(f"{event_name(material)} {no_effect(material)}", odds.shock.basis, odds.shock.assumption)
    effects = [e for e in headlines(material) if e.share_structural_zero < 1]
    if not effects:
        return Statement(
            f"{event_name(material)} It has no effect: no package is possible, with it or without it.", odds.shock.basis
        )
    shown = [effect for effect in effects if effect.composition == effects[0].composition][:2]
    said = [event_name(material), *(_felt(effect, n == 0) for n, effect in enumerate(shown))]
    if any(effect.composition == "unknown" and effect.track not in same_for_all(material) for effect in shown):
        said.append("Left open: whether the absent deliver.")
    return Statement(" ".join(said), odds.shock.basis, odds.shock.assumption)


def _felt(effect: Effect, first: bool) -> str:
    """Say what the event does on one track, in a line; whose draws they are is said once."""
    track = f"a {words.TRACK_NAMES[effect.track].lower()}"
    down, up = effect.share_negative, effect.share_positive
    if down + up <= 0:
        return f"For {track} it makes no clear difference in any draw."
    said = [f"{what} likely in {words.percent(p)}" for what, p in (("less", down), ("more", up)) if p > 0]
    said[0] += " of draws" if first else ""
    if effect.share_none > 0:
        said.append(f"about as likely in {words.percent(effect.share_none)}")
    zero = effect.share_structural_zero
    none = f"; in {words.percent(zero)} none is possible" if zero > 0 else ""
    moved = words.points(effect.difference.spread)
    moved = f"change {moved.replace('points', 'percentage points') if first else moved}"
    return f"It makes {track} {words.listed(said)}{none}; {moved}."
