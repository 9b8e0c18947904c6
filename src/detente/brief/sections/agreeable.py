"""4. What could be agreed now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.settlement.results import (
    Acceptable,
    Composition,
    Frontier,
    FrontierPoint,
    Package,
    Solution,
    Standing,
    State,
    Zone,
)

SHOWN = 8
STATES: dict[State, tuple[str, str, str]] = {
    "agreed": ("✓", "Agreed", "everyone in the record who would have to act accepts"),
    "open": ("○", "Open", "nobody who would have to act has refused; the chance that all would accept is given"),
    "contested": ("✕", "Contested", "somebody who would have to act refuses"),
    "needs": ("→", "Needs somebody absent", "cannot be delivered by those at the table"),
    "not mentioned": ("·", "Not mentioned", "nobody in the record speaks of it"),
}


OWN_WORD = ("Its own word", "asked for or accepted by the one side that is heard, so nothing is agreed by it")


@dataclass(frozen=True, slots=True)
class Stood:
    """One option with where it stands."""

    issue: str
    option: str
    said: Statement


@dataclass(frozen=True, slots=True)
class Standings:
    """The options in one state."""

    state: str
    symbol: str
    label: str
    meaning: str
    rows: tuple[Stood, ...]


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """The zone of possible agreement of one composition, in words."""

    who: str
    exists: str
    margin: str
    empty: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package with its number and its joint acceptability per composition, as text and as a share."""

    number: int
    changes: tuple[tuple[str, str], ...]
    joint: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """An efficient package of the draw shown."""

    number: int
    changes: tuple[tuple[str, str], ...]
    gains: tuple[str, ...]
    both: bool
    solutions: str


@dataclass(frozen=True, slots=True)
class SolutionRow:
    """A bargaining solution: the options it takes most often, and its commonest package."""

    name: str
    options: tuple[tuple[str, str], ...]
    modal: str
    share: str


@dataclass(frozen=True, slots=True)
class Agreeable:
    """Section 4.

    Parameters
    ----------
    lead
        Statements to begin with.
    standings
        Options by state.
    zones, zone_lead
        Zones of possible agreement and the value of bringing in the absent.
    packages, more_packages
        Packages by joint acceptability.
    sides, points
        The frontier of one draw.
    solutions
        Bargaining solutions by shares over the draws.
    missing
        Why packages cannot be worked out, "" where they can.
    """

    lead: tuple[Statement, ...]
    standings: tuple[Standings, ...]
    zone_lead: tuple[Statement, ...]
    zones: tuple[ZoneRow, ...]
    packages: tuple[PackageRow, ...]
    more_packages: tuple[PackageRow, ...]
    sides: tuple[str, ...]
    points: tuple[PointRow, ...]
    solutions: tuple[SolutionRow, ...]
    missing: tuple[Statement, ...]


def agreeable(material: Material) -> Agreeable:
    """Return what could be agreed now.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    settlement, frontier = material.settlement, drawable(material)
    packages = [_package(n, a, material) for n, a in enumerate(settlement.acceptable, 1)]
    marked = _marked(material)
    return Agreeable(
        _lead(material),
        _standings(material),
        (*(value_of_absent(material) or zone_lead(material)), *_despite(material)),
        tuple(_zone(zone) for zone in settlement.zones),
        tuple(packages[:SHOWN]),
        tuple(packages[SHOWN:]),
        tuple(material.names.parties.get(s, s) for s in frontier.sides) if frontier else (),
        _points(material, marked),
        tuple(_solution(s, material) for s in settlement.solutions),
        _missing(material),
    )


def _lead(material: Material) -> tuple[Statement, ...]:
    standings = material.settlement.standings
    if not any(s.state != "not mentioned" for s in standings):
        return (Statement("No option is on the table in the record, so nothing can be said to be open to agreement."),)
    if len(material.case.sides) < 2:
        return (Statement(f"{alone(material)} What is listed is its own word, and nothing is agreed by it."),)
    said = [_agreed(material), _open(material)]
    return tuple(s for s in said if s.text)


def alone(material: Material) -> str:
    """Say that fewer than two sides are heard.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    sides = material.case.sides
    return f"Only one side, {material.names.party(sides[0].id)}, is heard." if sides else "No side is heard."


def _agreed(material: Material) -> Statement:
    agreed = [s for s in material.settlement.standings if s.state == "agreed"]
    if not agreed:
        return Statement("Nothing that is on the table is agreed by everyone who would have to act.")
    entries = tuple(dict.fromkeys(id for s in agreed for id in s.basis))
    return Statement(f"Agreed by everyone who would have to act: {options(agreed, material)}.", entries)


def _open(material: Material) -> Statement:
    opened = [s for s in material.settlement.standings if s.state == "open"]
    if not opened:
        return Statement("")
    entries = tuple(dict.fromkeys(id for s in opened for id in s.basis))
    return Statement(f"Open, with nobody's refusal in the record: {options(opened, material)}.", entries)


def options(standings: Sequence[Standing], material: Material, rest: str = "") -> str:
    """Return several options in words.

    Parameters
    ----------
    standings
        What stands how.
    material
        Case, results and sources.
    rest
        What comes last in the list, such as "two other options".
    """
    names = material.names
    said = [f"{words.lower_first(names.issue(s.issue))} ({_bare(names.rung(s.issue, s.rung))})" for s in standings]
    return words.listed([*said, rest] if rest else said)


def _bare(label: str) -> str:
    """Return a label that can stand in brackets: "in full (trials)" as "in full: trials"."""
    return label.replace(" (", ": ").replace(")", "")


def _standings(material: Material) -> tuple[Standings, ...]:
    made = []
    for state, (symbol, label, meaning) in STATES.items():
        rows = [_stood(s, material) for s in material.settlement.standings if s.state == state]
        if rows:
            if state == "agreed" and len(material.case.sides) < 2:
                label, meaning = OWN_WORD
            made.append(Standings(state.replace(" ", "-"), symbol, label, meaning, tuple(rows)))
    return tuple(made)


def _stood(standing: Standing, material: Material) -> Stood:
    names = material.names
    parts = []
    if standing.state == "open" and standing.probability is not None:
        parts.append(f"all would accept in {words.percent(standing.probability)} of draws")
    if standing.needs:
        parts.append(f"needs {names.all_parties(standing.needs)}")
    elif standing.obligors and standing.state == "agreed":
        parts.append(f"accepted by {names.all_parties(standing.obligors)}")
    elif standing.obligors:
        parts.append(f"up to {names.all_parties(standing.obligors)}")
    if standing.note:
        parts.append(words.dated(standing.note))
    option = names.rung(standing.issue, standing.rung) if standing.rung else ""
    return Stood(names.issue(standing.issue), option, Statement("; ".join(parts), standing.basis))


def zone_lead(material: Material) -> tuple[Statement, ...]:
    """Say per composition whether a package at or above no deal exists; once where it is the same whoever delivers.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    zones = material.settlement.zones
    if len({(words.share_words(zone.exists), zone.empty >= 1) for zone in zones}) == 1 and zones[0].empty < 1:
        share = words.share_words(zones[0].exists)
        return (Statement(f"Whoever delivers, a package that every side prefers to no deal exists {share}."),)
    return tuple(Statement(_zone_words(zone)) for zone in zones)


def _despite(material: Material) -> tuple[Statement, ...]:
    """Say why a deal may exist although demands exclude each other, and what holds where a package is silent."""
    clashing = [b for b in material.settlement.blockers if b.tag in ("explicit", "constraint")]
    if not clashing or not any(zone.exists > 0 for zone in material.settlement.zones):
        return ()
    names, case = material.names, material.case
    about = dict.fromkeys(issue for blocker in clashing for issue in blocker.issues)
    kept = [
        f"{words.lower_first(issue.name)}: {names.rung(issue.id, issue.status_quo)}"
        for issue in case.issues
        if issue.id in about and issue.role == "stake"
    ]
    stays = f" ({'; '.join(kept)})" if kept else ""
    return (
        Statement(
            "That demands exclude each other does not rule a deal out: a demand is not a need, and a package may leave "
            "both of two demands unmet and still be better for every side than no deal."
        ),
        Statement(f"A comprehensive deal ends the fighting; what a package does not name stays as it is{stays}."),
    )


def value_of_absent(material: Material) -> tuple[Statement, ...]:
    """Say what bringing in those who are absent would add; nothing where it adds nothing.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    zones = {zone.composition: zone for zone in material.settlement.zones}
    table, willing = zones.get("table"), zones.get("willing")
    if not table or not willing or willing.exists <= table.exists:
        return ()
    if table.empty >= 1:
        why = f": {table.reason.removeprefix('No package in any draw: ').rstrip('.')}" if table.reason else ""
        first = f"With only those at the table delivering, no package is possible in any draw{why}"
    else:
        first = (
            "With only those at the table delivering, a package that every side prefers to no deal exists "
            f"{words.share_words(table.exists)}"
        )
    second = (
        f"If the absent deliver too, one that every side prefers to no deal exists {words.share_words(willing.exists)}"
    )
    return (Statement(f"{words.sentence(first)} {second}. The difference is the value of bringing them in."),)


def _zone_words(zone: Zone) -> str:
    who = words.upper_first(words.in_composition(zone.composition))
    if zone.empty >= 1:
        why = f": {zone.reason.removeprefix('No package in any draw: ')}" if zone.reason else ""
        return words.sentence(f"{who}, there is no package in any draw{why}")
    return f"{who}, a package that every side prefers to no deal exists {words.share_words(zone.exists)}."


def _zone(zone: Zone) -> ZoneRow:
    margin = words.stakes(zone.margin) if zone.margin else "none: no package"
    return ZoneRow(
        words.upper_first(words.DELIVER[zone.composition]),
        words.percent(zone.exists),
        margin,
        words.percent(zone.empty),
        words.sentence(zone.reason) if zone.reason else "",
    )


def _package(number: int, acceptable: Acceptable, material: Material) -> PackageRow:
    joint = tuple(
        (words.percent(p), p)
        for composition in _compositions(material)
        if (p := acceptable.joint.get(composition, 0.0)) is not None
    )
    return PackageRow(number, tuple(material.names.changes(acceptable.package)), joint)


def _compositions(material: Material) -> tuple[Composition, ...]:
    return ("table", "unknown", "willing")


def drawable(material: Material) -> Frontier | None:
    """Return the frontier of two sides; that of more fits no page, and its packages worth reading are told apart."""
    frontier = material.settlement.frontier
    return frontier if frontier is not None and len(frontier.sides) == 2 else None


def _marked(material: Material) -> Mapping[int, tuple[str, ...]]:
    """Return point index to the solutions whose commonest package it is."""
    frontier = drawable(material)
    if frontier is None:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    for solution in material.settlement.solutions:
        n = next((n for n, p in enumerate(frontier.points) if dict(p.package) == dict(solution.modal)), None)
        if n is not None:
            found[n] = (*found.get(n, ()), words.SOLUTION_NAMES.get(solution.name, solution.name))
    return found


def frontier_numbers(material: Material) -> dict[int, int]:
    """Return index of a point of the frontier to the number of its package in the table of joint acceptability.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    frontier, acceptable = material.settlement.frontier, material.settlement.acceptable
    numbers = {tuple(sorted(a.package.items())): n for n, a in enumerate(acceptable, 1)}
    keys = [tuple(sorted(point.package.items())) for point in (frontier.points if frontier else ())]
    return {n: numbers[key] for n, key in enumerate(keys) if key in numbers}


def _points(material: Material, marked: Mapping[int, Sequence[str]]) -> tuple[PointRow, ...]:
    frontier = drawable(material)
    if frontier is None:
        return ()
    return tuple(_point_row(n, p, frontier.sides, marked.get(n, ()), material) for n, p in enumerate(frontier.points))


def _point_row(
    n: int, point: FrontierPoint, sides: Sequence[str], solutions: Sequence[str], material: Material
) -> PointRow:
    gains = [point.surplus[side] for side in sides]
    changes = tuple(material.names.changes(point.package))
    return PointRow(
        n + 1, changes, tuple(words.signed(g) for g in gains), min(gains) >= 0, words.listed(list(solutions))
    )


def _solution(solution: Solution, material: Material) -> SolutionRow:
    status_quo = {issue.id: issue.status_quo for issue in material.case.issues}
    chosen = []
    for issue, shares in sorted(solution.shares.items()):
        rung, share = max(sorted(shares.items()), key=lambda item: item[1], default=("", 0.0))
        if rung and (rung != status_quo.get(issue) or share < 0.95):
            label = material.names.rung(issue, rung)
            chosen.append((material.names.issue(issue), f"{label}, {words.share_words(share)}"))
    return SolutionRow(
        words.SOLUTION_NAMES.get(solution.name, solution.name),
        tuple(chosen),
        _modal(solution.modal, material),
        words.percent(solution.modal_share),
    )


def _modal(package: Package, material: Material) -> str:
    return words.upper_first(material.names.package(package))


def _missing(material: Material) -> tuple[Statement, ...]:
    if material.settlement.zones:
        return ()
    gaps = material.settlement.gaps
    if not gaps:
        return (Statement("Packages cannot be worked out for this case."),)
    return tuple(Statement(words.sentence(f"{gap.question}: cannot be worked out, because {gap.why}")) for gap in gaps)
