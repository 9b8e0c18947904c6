"""5. In which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material
from detente.brief.sections.agreeable import alone
from detente.brief.words import Statement
from detente.case.model import EVERYTHING
from detente.settlement.results import Deadlock, Edge


@dataclass(frozen=True, slots=True)
class Level:
    """Issues that can go together, with who wants them here."""

    issues: str
    deadlocked: bool
    why: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Knot:
    """A deadlock with what would undo it."""

    said: Statement
    edges: tuple[Statement, ...]
    relax: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Section 5.

    Parameters
    ----------
    lead
        Statements to begin with.
    levels
        Steps in order.
    knots
        Sequencing deadlocks.
    void
        Orders that bind no more, with the reason.
    exposure
        What each side risks on the way.
    """

    lead: tuple[Statement, ...]
    levels: tuple[Level, ...]
    knots: tuple[Knot, ...]
    void: tuple[Statement, ...]
    exposure: tuple[Statement, ...]


def ordered(material: Material) -> Ordered:
    """Return the order of steps.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    steps = material.settlement.steps
    knotted = {issue for deadlock in steps.deadlocks for issue in deadlock.issues}
    levels = tuple(
        Level(
            words.upper_first(material.names.all_issues(level)),
            bool(knotted & set(level)),
            _wishes([e for e in steps.edges if e.then in level and e.first not in level], material),
        )
        for level in steps.order
    )
    exposure = tuple(
        Statement(_exposed(material.names.party(side), loss)) for side, loss in sorted(steps.exposure.items())
    )
    void = tuple(Statement(overtaken(edge, reason, material), edge.basis) for edge, reason in steps.void)
    return Ordered(_lead(material), levels, tuple(_knot(d, material) for d in steps.deadlocks), void, exposure)


def _lead(material: Material) -> tuple[Statement, ...]:
    steps = material.settlement.steps
    if not material.case.demands:
        return (Statement("No position is in the record, so no order of steps can be read from it."),)
    if len(material.case.sides) < 2 and not steps.edges:
        return (Statement(f"An order of steps cannot be worked out. {alone(material)}"),)
    if not steps.edges:
        void = " What a party asked for binds no more; see below." if steps.void else ""
        return (
            Statement(f"No party ties one issue to another in the record: the steps can be taken in any order.{void}"),
        )
    if steps.deadlocks:
        n = len(steps.deadlocks)
        return (
            Statement(
                "The orders that the parties ask for contradict each other: "
                f"{words.count(n, 'sequencing deadlock')}. Somebody has "
                "to relax a condition, or two steps have to be taken at the same time."
            ),
        )
    return (Statement("The orders that the parties ask for can all be kept. Steps of one line can go together."),)


def _wishes(edges: Sequence[Edge], material: Material) -> tuple[Statement, ...]:
    """Return one statement per party, first issue and source."""
    groups: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in edges:
        groups.setdefault((edge.party, edge.first, edge.said_by), []).append(edge)
    said = []
    for (party, first, source), same in groups.items():
        entries = tuple(dict.fromkeys(id for edge in same for id in edge.basis))
        name = words.lower_first(material.names.issue(first))
        text = f"{words.upper_first(material.names.does(party, 'wants'))} {name} before it{words.according(source)}."
        said.append(Statement(text, entries))
    return tuple(said)


def overtaken(edge: Edge, reason: str, material: Material) -> str:
    """Say why an order binds no more.

    Parameters
    ----------
    edge
        The order asked for.
    reason
        Why, as the steps give it.
    material
        Case, results and sources.
    """
    why = words.lower_first(words.dated(reason))
    return words.sentence(f"{wish(edge, material)}: binds no more, because {why}")


def wish(edge: Edge, material: Material) -> str:
    """Say what a party wants before what.

    Parameters
    ----------
    edge
        The order asked for.
    material
        Case, results and sources.
    """
    names = material.names
    first, then = (
        words.lower_first(names.issue(i)) if i != EVERYTHING else "everything else" for i in (edge.first, edge.then)
    )
    return f"{names.does(edge.party, 'wants')} {first} before {then}{words.according(edge.said_by)}"


def _knot(deadlock: Deadlock, material: Material) -> Knot:
    said = f"{words.upper_first(material.names.all_issues(deadlock.issues))} each wait for the other."
    edges = tuple(Statement(words.sentence(wish(e, material)), e.basis) for e in deadlock.edges)
    relax = tuple(
        Statement(words.sentence(f"relax, or make simultaneous: {wish(e, material)}"), e.basis) for e in deadlock.relax
    )
    return Knot(Statement(said), edges, relax)


def _exposed(side: str, loss: float) -> str:
    if loss <= 0:
        return f"{side} is at no point of this order worse off than without a deal, in the middle draw."
    return (
        f"{side} is at worst {loss:.2f} stake units below where it started, part of the way through this order, in "
        "the middle draw: what it must trust the other side for."
    )
