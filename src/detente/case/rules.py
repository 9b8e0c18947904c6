"""What the rules of a case forbid, as combinations of rungs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from detente.case.model import Case, Constraint

Choice = tuple[str, str]
"""Issue id and rung id."""


@dataclass(frozen=True, slots=True)
class Literals:
    """A rule as a count: it is broken where so many of some statements about issues are true.

    Parameters
    ----------
    held
        Statements: an issue id and rung ids of which one holds.
    bound
        How many of them must not be true at once.
    """

    held: tuple[tuple[str, frozenset[str]], ...]
    bound: int


def literals(case: Case, rule: Constraint) -> Iterator[Literals]:
    """Yield a rule as counts.

    Parameters
    ----------
    case
        The rule's case.
    rule
        Any of its rules.

    Examples
    --------
    >>> [one.bound for one in literals(Case(""), Constraint("r", "", (("aid", "all"), ("land", "part"))))]
    [2]
    """
    if rule.forbids:
        yield Literals(_each(rule.forbids), len(rule.forbids))
    if rule.at_most is not None and rule.at_most < len({issue for issue, _ in rule.of}):
        yield Literals(_each(rule.of), rule.at_most + 1)
    for issue, rung in rule.requires:
        others = frozenset(other.id for other in case.issue(issue).rungs if other.id != rung)
        yield Literals((*_each(rule.when), (issue, others)), len(rule.when) + 1)


def forbidden(case: Case, rule: Constraint) -> tuple[tuple[Choice, ...], ...]:
    """Return every combination of rungs, at most one of each issue, that a rule rules out; minimal ones only.

    Parameters
    ----------
    case
        The rule's case.
    rule
        Any of its rules.

    Examples
    --------
    >>> forbidden(Case(""), Constraint("r", "", at_most=1, of=(("aid", "all"), ("land", "part"), ("oil", "half"))))
    ((('aid', 'all'), ('land', 'part')), (('aid', 'all'), ('oil', 'half')), (('land', 'part'), ('oil', 'half')))
    """
    found = []
    for one in literals(case, rule):
        for chosen in combinations(one.held, one.bound):
            if len({issue for issue, _ in chosen}) == one.bound:
                found += _products(chosen)
    return tuple(dict.fromkeys(found))


def _each(choices: tuple[Choice, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Several rungs of one issue are one statement: an issue takes one of them."""
    issues = dict.fromkeys(issue for issue, _ in choices)
    return tuple((issue, frozenset(rung for other, rung in choices if other == issue)) for issue in issues)


def _products(chosen: tuple[tuple[str, frozenset[str]], ...]) -> list[tuple[Choice, ...]]:
    parts: list[tuple[Choice, ...]] = [()]
    for issue, rungs in sorted(chosen):
        parts = [(*part, (issue, rung)) for part in parts for rung in sorted(rungs)]
    return parts
