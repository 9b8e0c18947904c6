"""All minimal unsatisfiable subsets and all minimal correction sets of a small set of clauses, smallest first.

The two are each other's minimal hitting sets (Reiter 1987; Liffiton and Sakallah 2008); tests/oracles holds them to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

Clause = tuple[int, ...]
LIMIT = 1000
"""Enumeration stops after so many sets of one component, smallest first, and says so: nobody reads more."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses that always hold, and groups of clauses of which each may be dropped.

    Parameters
    ----------
    hard
        Clauses over variables 1, 2, ...; negative numbers negate.
    soft
        Groups of clauses; a group holds when all its clauses do.
    weights
        Cost of dropping each group, whole numbers of at least 1; empty for one each.
    """

    hard: tuple[Clause, ...]
    soft: tuple[tuple[Clause, ...], ...]
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of indices of soft groups.

    Parameters
    ----------
    sets
        Smallest (or cheapest) first, each in rising order.
    complete
        False where the limit stopped the enumeration: there are more.
    """

    sets: tuple[tuple[int, ...], ...]
    complete: bool = True


def unsatisfiable_sets(clauses: Clauses, limit: int = LIMIT) -> Sets:
    """Return the minimal sets of soft groups that cannot all hold, smallest first.

    Parameters
    ----------
    clauses
        Their hard part must be satisfiable.
    limit
        Stop after so many.

    Source
    ------
    Ignatiev, Previti, Liffiton, Marques-Silva (2015), Smallest MUS extraction with minimal hitting set dualization;
    OptUx of python-sat.

    Examples
    --------
    >>> unsatisfiable_sets(Clauses((), (((1,),), ((-1,),), ((2,),)))).sets
    ((0, 1),)
    """
    from pysat.examples.optux import OptUx

    if satisfiable(clauses):
        return Sets(())
    with OptUx(_weighted(clauses, plain=True)) as solver:
        return _first((tuple(index - 1 for index in found) for found in solver.enumerate()), limit)


def correction_sets(clauses: Clauses, limit: int = LIMIT) -> Sets:
    """Return the minimal sets of soft groups whose dropping lets the rest hold, cheapest first.

    Parameters
    ----------
    clauses
        Where the hard part is unsatisfiable there are none; where nothing need be dropped, the empty set is the one.
    limit
        Stop after so many.

    Source
    ------
    Ignatiev, Morgado, Marques-Silva (2019), RC2: an efficient MaxSAT solver; python-sat.

    Examples
    --------
    >>> correction_sets(Clauses((), (((1,),), ((-1,),), ((2,),)), (3, 1, 1))).sets
    ((1,), (0,))
    """
    from pysat.examples.rc2 import RC2

    formula = _weighted(clauses)
    selectors = [clause[0] for clause in formula.soft]
    with RC2(formula) as solver:
        models = solver.enumerate(block=-1)
        return _first((tuple(n for n, s in enumerate(selectors) if model[s - 1] < 0) for model in models), limit)


def satisfiable(clauses: Clauses) -> bool:
    """Return whether everything, hard and soft, can hold at once."""
    from pysat.solvers import Solver

    every = [*clauses.hard, *(clause for group in clauses.soft for clause in group)]
    with Solver(name="g3", bootstrap_with=[list(clause) for clause in every]) as solver:
        return bool(solver.solve())


def _first(found: Iterator[tuple[int, ...]], limit: int) -> Sets:
    """One more than the limit is asked for, to know whether there are more."""
    sets = tuple(islice(found, limit + 1))
    return Sets(sets[:limit], len(sets) <= limit)


def _weighted(clauses: Clauses, plain: bool = False) -> Any:
    """Give each soft group one selector variable: the group's clauses hold while it is true."""
    from pysat.formula import WCNF

    top = max((abs(v) for clause in [*clauses.hard, *(c for g in clauses.soft for c in g)] for v in clause), default=0)
    formula = WCNF()
    for clause in clauses.hard:
        formula.append(list(clause))
    for selector, group in enumerate(clauses.soft, top + 1):
        for clause in group:
            formula.append([*clause, -selector])
    for n in range(len(clauses.soft)):
        formula.append([top + 1 + n], weight=clauses.weights[n] if clauses.weights and not plain else 1)
    return formula
