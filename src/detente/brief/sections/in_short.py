"""The answer in five lines, each with the section it comes from."""

from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material
from detente.brief.sections.agreeable import alone, options
from detente.brief.sections.event import event_name, headlines, signs
from detente.brief.words import Statement
from detente.case.model import Meeting
from detente.settlement.results import Blocker
from detente.talks.results import Effect


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
    meetings = words.count(len(held), "meeting is", "meetings are", first=True)
    told = []
    if dated:
        told.append(f"At the latest{' dated one' if undated else ''}, {_ended(dated[-1], material)}")
    if undated:
        told.append(f"At one without a date, {_ended(undated[-1], material)}")
    cited = [id for meeting in dated[-1:] + undated[-1:] for id in meeting.basis.entries]
    return Statement(f"{meetings} in the record. {' '.join(told)}", tuple(cited))


def _ended(meeting: Meeting, material: Material) -> str:
    who = material.names.all_parties(meeting.parties) or "the parties"
    where = f" in {meeting.place}" if meeting.place else ""
    ended = words.met(meeting.outcome, material.names.all_issues(meeting.agreed))
    return f"of {who}{where}{words.on_date(meeting.date)}, {ended}."


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
    others = [words.count(n, label) for n, label in ((len(settlement.blockers) - stated, "further obstacle"),) if n]
    head = (
        f"{words.count(stated, 'conflict', first=True)} between stated demands"
        if stated
        else "No stated demands exclude each other, but others stand in the way"
    )
    also = f" (and {others[0]}, from somebody's absence or silence)" if others and stated else ""
    return Statement(
        f"{head}{also}. {'Foremost' if stated else 'First'}: {words.sentence(first.text)}", _entries(first, material)
    )


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
        parts.append(f"agreed: {options(chosen, material)}")
    if opened:
        parts.append(
            f"open: {options(opened[:3], material)}{f' and {len(opened) - 3} more' if len(opened) > 3 else ''}"
        )
    text = "; ".join(parts) or "nothing on the table is agreed or open"
    entries = tuple(dict.fromkeys(id for s in (chosen + opened[:3]) for id in s.basis))
    return Statement(f"{words.sentence(text)} {_package(material)}", entries)


def _package(material: Material) -> str:
    zones = {zone.composition: zone for zone in material.settlement.zones}
    if not zones:
        return "Whether a whole package could be agreed cannot be worked out."
    table, willing = zones.get("table"), zones.get("willing")
    if table and willing and table.empty >= 1 and willing.exists > 0:
        return (
            "No comprehensive package exists among those at the table alone; with the absent delivering, one that "
            f"every side prefers to no deal exists {words.share_words(willing.exists)}."
        )
    low = min(zone.exists for zone in zones.values())
    high = max(zone.exists for zone in zones.values())
    reach = words.share_words(low)
    if words.percent(low) != words.percent(high):
        reach = f"in {words.percent(low)} to {words.percent(high)} of draws, depending on who delivers"
    return f"A comprehensive package that every side prefers to no deal exists {reach}."


def _order(material: Material) -> Statement:
    steps = material.settlement.steps
    if not material.case.demands:
        return Statement("Cannot be worked out without positions.")
    if steps.deadlocks:
        issues = material.names.all_issues(steps.deadlocks[0].issues)
        entries = tuple(dict.fromkeys(id for edge in steps.deadlocks[0].edges for id in edge.basis))
        return Statement(f"A sequencing deadlock: {issues} each wait for the other.", entries)
    if not steps.edges:
        return Statement("No party ties one step to another.")
    first = steps.edges[0]
    party, issue = (
        words.upper_first(material.names.party(first.party)),
        words.lower_first(material.names.issue(first.first)),
    )
    same = [e for e in steps.edges if e.party == first.party and e.first == first.first]
    then = words.count(len({e.then for e in same}), "other issue")
    return Statement(
        f"{party} wants {issue} before {then}; the orders asked for do not contradict each other.", first.basis
    )


def _event(material: Material) -> Statement:
    odds = material.odds
    if odds.shock is None:
        return Statement(
            "No event is looked at: the record has none dated before a meeting that the talks could feel, and none "
            "was given."
        )
    effects = [e for e in headlines(material) if e.share_structural_zero < 1]
    if not effects:
        return Statement(
            f"{event_name(material)} It has no effect: no package is possible, with it or without it.", odds.shock.basis
        )
    decided = f" What decides it most: {odds.decided_by[0]}." if odds.decided_by else ""
    return Statement(f"{event_name(material)} {_where(effects[0])}{decided}", odds.shock.basis, odds.shock.assumption)


def _where(effect: Effect) -> str:
    track = words.TRACK_NAMES[effect.track].lower()
    return f"For a {track}, {words.in_composition(effect.composition)}, it {signs(effect)}"
