"""2. Who wants what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.brief import words
from detente.brief.figures.stances import SIGNS
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.case.model import Case, Demand, Issue, Party
from detente.record.movement import Course, Movement, Step, courses

ROLES = {
    "stake": "What is at stake",
    "termination": "The fighting itself",
    "procedure": "How to talk",
}
_KINDS = {stance: (SIGNS[stance], words.STANCES[stance]) for stance in SIGNS}
LEGEND = (
    ("▲", "demands", "asks for it"),
    ("△", "proposes", "puts it on the table as its own offer"),
    ("✓", "accepts", "is ready for it"),
    ("✕", "refuses", "will not have it"),
    ("■", "red line", "the text says never"),
    ("◆", "precondition", "must come first, or any deal must have it"),
)


@dataclass(frozen=True, slots=True)
class Stand:
    """One position in a cell.

    Parameters
    ----------
    kind, symbol, word
        Stance as class, sign and word.
    option, terms
        What, as the model has it and in the words of the text.
    flags
        (class, symbol, words) for red lines, preconditions and key demands.
    date
        In words, "" where unknown.
    entries, assumption
        What it rests on.
    """

    kind: str
    symbol: str
    word: str
    option: str
    terms: str
    flags: tuple[tuple[str, str, str], ...]
    date: str
    entries: tuple[str, ...]
    assumption: str


@dataclass(frozen=True, slots=True)
class Row:
    """One issue with a cell per party; an empty cell is silence."""

    issue: str
    cells: tuple[tuple[Stand, ...], ...]


@dataclass(frozen=True, slots=True)
class Wants:
    """Section 2.

    Parameters
    ----------
    lead
        Statements to begin with.
    parties
        Names of the columns.
    groups
        By role, one row per issue on which somebody has a position.
    movement
        How positions moved, or why that cannot be told.
    """

    lead: tuple[Statement, ...]
    parties: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    movement: tuple[Statement, ...]


def wants(material: Material) -> Wants:
    """Return the matrix of parties and issues.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    case = material.case
    parties, issues = speakers(material), touched(case)
    groups = tuple(
        (words_for, tuple(_row(issue, parties, material) for issue in issues if issue.role == role))
        for role, words_for in ROLES.items()
        if any(issue.role == role for issue in issues)
    )
    return Wants(
        _lead(material, parties, issues),
        tuple(words.upper_first(p.name) for p in parties),
        groups,
        _movement(material, _courses(material)),
    )


def touched(case: Case) -> list[Issue]:
    """Return the issues on which somebody has a position, those with the most first.

    Parameters
    ----------
    case
        The case.
    """
    said = Counter(demand.issue for demand in case.demands)
    return sorted((i for i in case.issues if said[i.id]), key=lambda issue: (-said[issue.id], issue.id))


def _courses(material: Material) -> list[Course]:
    return courses(step for demand in material.case.demands for step in _steps(demand, material))


def named_courses(material: Material) -> list[Course]:
    """Return what each party said on each issue over time, with names in the place of ids.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    return [_named(course, material) for course in _courses(material)]


def _row(issue: Issue, speakers: Sequence[Party], material: Material) -> Row:
    cells = [tuple(_stand(d, material) for d in material.case.demands_of(party.id, issue.id)) for party in speakers]
    return Row(issue.name, tuple(cells))


def speakers(material: Material) -> list[Party]:
    """Return the sides, then others who have a position.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    heard = {demand.party for demand in material.case.demands}
    sides = list(material.case.sides)
    return sides + [p for p in material.case.parties if p.role != "side" and p.id in heard]


def _lead(material: Material, speakers: Sequence[Party], touched: Sequence[Issue]) -> tuple[Statement, ...]:
    case = material.case
    if not case.demands:
        return (
            Statement(
                "The record has no position of any party, so nothing can be said about who wants what. A report "
                "that tells what the sides demand, offer or refuse would change that."
            ),
        )
    heard = {demand.party for demand in case.demands}
    said = [
        f"{words.count(len(heard), 'party has', 'parties have', first=True)} stated "
        f"{words.count(len(case.demands), 'position')} on {words.count(len(touched), 'issue')}. An empty cell means "
        "that the record has nothing from that party on that issue; silence is not taken as consent."
    ]
    quiet = [material.names.party(party.id) for party in speakers if party.id not in heard]
    if quiet:
        who = words.upper_first(words.listed(quiet))
        said.append(f"{who} {words.verb(len(quiet), 'has', 'have')} no position in the record.")
    if len(case.sides) == 1:
        side = material.names.party(case.sides[0].id)
        said.append(f"Only one side, {side}, is heard; a negotiation needs the other side's positions too.")
    return tuple(Statement(text) for text in said)


def _stand(demand: Demand, material: Material) -> Stand:
    symbol, word = _KINDS[demand.stance]
    rung = material.names.rung(demand.issue, demand.rung)
    terms = words.quoted_terms(demand, material.case.evidence) if demand.terms != rung else ""
    return Stand(
        demand.stance,
        symbol,
        word,
        rung,
        terms,
        flags(demand),
        words.short_date(demand.date) if demand.date else "",
        demand.basis.entries,
        demand.basis.assumption,
    )


def flags(demand: Demand) -> tuple[tuple[str, str, str], ...]:
    """Return what sets a demand apart, as (class, symbol, words).

    Parameters
    ----------
    demand
        A position.
    """
    found = []
    if demand.sacred:
        found.append(("red", "■", "sacred: no pressure moves it"))
    elif demand.red_line:
        found.append(("red", "■", "red line"))
    if demand.precondition == "order":
        found.append(("pre", "◆", "precondition: must come first"))
    elif demand.precondition == "content":
        found.append(("pre", "◆", "precondition: any deal must have it"))
    if demand.key:
        found.append(("key", "●", "called key"))
    if demand.said_by:
        found.append(("key", "“", f"according to {demand.said_by}, not in its own words"))
    return tuple(found)


def _movement(material: Material, found: Sequence[Course]) -> tuple[Statement, ...]:
    """Return one statement per movement, or why there is none."""
    if not material.case.demands:
        return ()
    moved = [_moved(each, material) for course in found for each in course.movements]
    if moved:
        return tuple(moved)
    if any(len({step.date for step in course.steps if step.date}) > 1 for course in found):
        return (Statement("No party has moved: what was said later repeats what was said before, or adds to it."),)
    dated_at_all = any(demand.date for demand in material.case.demands)
    why = "no party has positions of two dates on one issue" if dated_at_all else "the positions carry no dates"
    return (Statement(f"Movement over time cannot be told: {why}."),)


def _named(course: Course, material: Material) -> Course:
    """With names in the place of ids, as they are shown."""
    party = material.names.parties.get(course.party, course.party)
    issue = material.names.issue(course.issue)

    def name(step: Step) -> Step:
        terms = step.terms or material.names.rung(step.issue, step.rung or "")
        return replace(step, party=party, issue=issue, terms=terms)

    shown = {step: name(step) for step in course.steps}
    moved = [replace(m, step=shown[m.step], before=shown[m.before]) for m in course.movements]
    return Course(party, issue, tuple(shown[step] for step in course.steps), tuple(moved))


def _steps(demand: Demand, material: Material) -> list[Step]:
    """A demand at each time at which it was made, its own date last."""
    evidence = material.case.evidence
    dates = (
        {evidence[id].date: id for id in demand.basis.entries if id in evidence}
        if len(demand.basis.entries) > 1
        else {}
    )
    made = {date: (id,) for date, id in dates.items() if date} | {demand.date or "": demand.basis.entries}
    return [
        Step(
            demand.party, demand.issue, date, demand.stance, demand.terms, demand.red_line or demand.sacred,
            demand.precondition is not None, demand.said_by or None, demand.rung, entries,
        )
        for date, entries in made.items()
    ]  # fmt: skip


def _moved(movement: Movement, material: Material) -> Statement:
    demands = {(d.party, d.issue, d.stance, d.rung): d for d in material.case.demands}
    said = []
    for step in (movement.before, movement.step):
        demand = demands[step.party, step.issue, step.stance, step.rung or ""]
        said.append(f"{words.short_date(step.date)}: {_held(demand, material)}")
    party = material.names.parties.get(movement.step.party, movement.step.party)
    issue = material.names.issue(movement.step.issue)
    text = f"{party} on {words.lower_first(issue)} – {said[0]}; then {said[1]} ({movement.kind})."
    return Statement(text, tuple(dict.fromkeys(movement.before.entries + movement.step.entries)))


def _held(demand: Demand, material: Material) -> str:
    return f"{_KINDS[demand.stance][1]} {words.coded(demand, material.names)}{words.according(demand.said_by)}"
