"""What changed between two briefs, question by question."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.brief import words
from detente.brief.material import Material
from detente.brief.sections.agreeable import STATES
from detente.brief.sections.blocked import told
from detente.brief.sections.event import event_name
from detente.brief.sections.happened import happened
from detente.brief.sections.in_short import in_short
from detente.brief.sections.order import wish
from detente.brief.sections.rests import rests
from detente.brief.words import Statement
from detente.case.model import Demand
from detente.settlement.results import Spread

Kind = Literal["new", "gone", "changed"]
_NOTHING = Statement("–")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not the same in both.

    Parameters
    ----------
    kind
        new, gone or changed.
    before, after
        What each says; a dash where it has nothing of it.
    """

    kind: Kind
    before: Statement
    after: Statement


@dataclass(frozen=True, slots=True)
class Chapter:
    """The changes under one question.

    Parameters
    ----------
    id
        As the section of a brief is called.
    question
        Its heading.
    changes
        New first, then what changed, then what is gone.
    same
        How many things are the same in both.
    """

    id: str
    question: str
    changes: tuple[Change, ...]
    same: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of the first screen in both: what it is about, and what each says."""

    head: str
    section: str
    before: Statement
    after: Statement
    same: bool


@dataclass(frozen=True, slots=True)
class Chance:
    """The odds of one track in one composition, in both, in words.

    Parameters
    ----------
    track, who
        Which.
    before, after
        Chance with the event that was looked at, or without where none was.
    moved
        Whether the range of nine draws in ten went up, went down, or cannot be told apart.
    """

    track: str
    who: str
    before: str
    after: str
    moved: str


def answers(before: Material, after: Material) -> tuple[Answer, ...]:
    """Return the first screens of two briefs line by line.

    Parameters
    ----------
    before, after
        Case, results and sources of each.
    """
    ids = ("happened", "wants", "blocked", "agreeable", "order", "event", "rests")
    return tuple(
        Answer(new.head, ids[new.section - 1], old.said, new.said, old.said.text == new.said.text)
        for old, new in zip(in_short(before), in_short(after), strict=True)
    )


def chapters(before: Material, after: Material) -> tuple[Chapter, ...]:
    """Return what changed under each question of a brief, in its order; the odds stand in `chances`.

    Parameters
    ----------
    before, after
        Case, results and sources of each.
    """
    made: tuple[tuple[str, str, Callable[[Material], Mapping[Hashable, Statement]]], ...] = (
        ("happened", "What happened", _happened),
        ("wants", "Who wants what", _wants),
        ("blocked", "Why there is no deal", _blocked),
        ("agreeable", "What could be agreed", _standing),
        ("order", "In which order", _ordered),
        ("event", "Which event was looked at", _event),
        ("rests", "What it rests on", _rests),
    )
    return tuple(_chapter(id, question, told(before), told(after)) for id, question, told in made)


def _chapter(id: str, question: str, old: Mapping[Hashable, Statement], new: Mapping[Hashable, Statement]) -> Chapter:
    added = [Change("new", _NOTHING, said) for key, said in new.items() if key not in old]
    gone = [Change("gone", said, _NOTHING) for key, said in old.items() if key not in new]
    both = [(said, new[key]) for key, said in old.items() if key in new]
    changed = [Change("changed", was, now) for was, now in both if was.text != now.text]
    return Chapter(id, question, (*added, *changed, *gone), len(both) - len(changed))


def _happened(material: Material) -> dict[Hashable, Statement]:
    items = happened(material).items
    said = ((item.date, item.said) for item in items)
    return {(date, what.text): Statement(f"{date}: {what.text}", what.entries, what.assumption) for date, what in said}


def _wants(material: Material) -> dict[Hashable, Statement]:
    names = material.names
    return {
        (names.party(d.party), d.issue, d.stance, d.rung): Statement(_position(d, material), d.basis.entries)
        for d in material.case.demands
    }


def _position(demand: Demand, material: Material) -> str:
    marks = ["key"] if demand.key else []
    if demand.precondition:
        marks.append({"order": "must come first", "content": "any deal must have it"}[demand.precondition])
    said = words.upper_first(words.demanded(demand, material.names))
    return f"{said} [{', '.join(marks)}]" if marks else said


def _blocked(material: Material) -> dict[Hashable, Statement]:
    names = material.names
    return {
        (blocker.tag, blocker.demands, blocker.context): Statement(
            told(blocker, material), _behind([names.demands[id] for id in blocker.demands if id in names.demands])
        )
        for blocker in material.settlement.blockers
    }


def _behind(demands: Iterable[Demand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for demand in demands for id in demand.basis.entries))


def _standing(material: Material) -> dict[Hashable, Statement]:
    names = material.names
    found: dict[Hashable, Statement] = {}
    for standing in material.settlement.standings:
        if standing.state == "not mentioned":
            continue
        state = words.lower_first(STATES[standing.state][1])
        what = f"{names.issue(standing.issue)}, {names.rung(standing.issue, standing.rung)}: {state}"
        found[standing.issue, standing.rung] = Statement(what, standing.basis)
    for zone in material.settlement.zones:
        said = f"A package that every side prefers to no deal exists {words.share_words(zone.exists)}"
        found["zone", zone.composition] = Statement(f"{said} {words.in_composition(zone.composition)}")
    return found


def _ordered(material: Material) -> dict[Hashable, Statement]:
    steps = material.settlement.steps
    found: dict[Hashable, Statement] = {
        (edge.party, edge.first, edge.then): Statement(words.sentence(wish(edge, material)), edge.basis)
        for edge in steps.edges
    }
    for deadlock in steps.deadlocks:
        entries = tuple(dict.fromkeys(id for edge in deadlock.edges for id in edge.basis))
        issues = material.names.all_issues(deadlock.issues)
        found["deadlock", deadlock.issues] = Statement(f"Sequencing deadlock of {issues}.", entries)
    return found


def _event(material: Material) -> dict[Hashable, Statement]:
    shock = material.odds.shock
    if shock is None:
        return {}
    return {"event": Statement(event_name(material), shock.basis, shock.assumption)}


def _rests(material: Material) -> dict[Hashable, Statement]:
    told = rests(material)
    found: dict[Hashable, Statement] = {
        ("report", row.title, row.date): Statement(f"Report: {row.title}" + (f" ({row.date})" if row.date else ""))
        for row in told.reports
    }
    found |= {("prior", row.id): Statement(f"{words.upper_first(row.text)}: {row.range}") for row in told.priors}
    method = material.settlement.method
    found["method"] = Statement(f"{method.draws or 'No'} draws, seed {method.seed}, version {method.version}")
    return found


def chances(before: Material, after: Material) -> tuple[Chance, ...]:
    """Return the odds of both, track by track and by who delivers.

    Parameters
    ----------
    before, after
        Case, results and sources of each.
    """
    old = {(odds.track, odds.composition): odds for odds in before.odds.tracks}
    found = []
    for odds in after.odds.tracks:
        was = old.get((odds.track, odds.composition))
        if was is None:
            continue
        first, second = was.with_shock or was.without, odds.with_shock or odds.without
        track = words.TRACK_NAMES[odds.track]
        who = words.upper_first(words.DELIVER[odds.composition])
        found.append(Chance(track, who, words.span(first), words.span(second), _moved(first, second)))
    return tuple(found)


def _moved(old: Spread, new: Spread) -> str:
    """Say whether two ranges of nine draws in ten lie apart."""
    if new.low > old.high:
        return "up"
    if new.high < old.low:
        return "down"
    return "the ranges overlap" if old != new else "no change"
