"""How likely all of a blocker binds, and all of a concession set is needed, when a red line may turn out not to be one.

Each red line holds with the same chance rho, independently of the others; rho itself is only known as a range. A red
line that does not hold is let go by its party. Everything else stands as stated, so that the figures answer one
question: what would be left if red lines are bluffs as often as the range says?
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import product

import numpy as np

from detente.case.model import Case, Demand
from detente.settlement.arrays import BoolArray, FloatArray
from detente.settlement.priors import ranges, stream

NODES = 16
"""Points of the quadrature over rho: exact for up to 31 red lines."""
MOST_LINES = 12
"""Most red lines whose every combination is looked at; beyond, SAMPLES combinations are drawn."""
SAMPLES = 4096
Needs = frozenset[frozenset[str]]
"""Sets of red lines, of which one has to hold as a whole."""


def bends(demand: Demand) -> bool:
    """Return whether a demand is a red line that may turn out not to be one; what is sacred is one for certain."""
    return demand.red_line and not demand.sacred


def grid(case: Case) -> tuple[FloatArray, FloatArray]:
    """Return chances that a red line holds, and their weights, that stand for the range of the case.

    Source
    ------
    Gauss-Legendre quadrature.

    Examples
    --------
    >>> rho, weights = grid(Case("none"))
    >>> round(float(weights @ rho**2), 6), round((1 - .6**3) / (3 * .4), 6)
    (0.653333, 0.653333)
    """
    low, high = ranges(case)["red-line-holds"]
    points, weights = np.polynomial.legendre.leggauss(NODES)
    return low + (high - low) * (points + 1) / 2, weights / 2


def needs(dropped: Collection[str], cores: Iterable[Collection[str]], lines: Collection[str]) -> tuple[Needs, ...]:
    """Return, for each demand dropped, which red lines keep it needed.

    A demand is needed while one of the minimal sets that cannot all hold has it as the only one dropped, and all red
    lines of that set hold.

    Parameters
    ----------
    dropped
        Demand ids of a minimal concession set.
    cores
        All minimal sets of demands that cannot all hold.
    lines
        Ids of the demands that are red lines and may bend.

    Examples
    --------
    >>> [sorted(map(sorted, one)) for one in needs({"a"}, [{"a", "b"}, {"a", "c", "d"}], {"b", "c"})]
    [[['b'], ['c']]]
    """
    found: dict[str, set[frozenset[str]]] = {demand: set() for demand in dropped}
    for core in cores:
        alone = [demand for demand in core if demand in found]
        if len(alone) == 1:
            found[alone[0]].add(frozenset(core) & frozenset(lines))
    return tuple(
        frozenset(one for one in found[d] if not any(other < one for other in found[d])) for d in sorted(found)
    )


@lru_cache(maxsize=4096)
def held(wanted: frozenset[Needs], rho: tuple[float, ...]) -> tuple[float, ...]:
    """Return, per chance that a red line holds, the chance that every one of several needs is met.

    Parameters
    ----------
    wanted
        All of them have to be met: of each, one set of red lines holds as a whole.
    rho
        Chances.

    Returns
    -------
    tuple
        Exact for up to MOST_LINES red lines; beyond with a standard error of at most .008.

    Examples
    --------
    >>> held(frozenset({frozenset({frozenset("a"), frozenset("b")})}), (0.5, 1.0))
    (0.75, 1.0)
    """
    lines = sorted({line for need in wanted for one in need for line in one})
    if len(lines) > MOST_LINES:
        drawn = np.stack([stream(1, "bends", line).random(SAMPLES) for line in lines], axis=1)
        return tuple(float(_met(wanted, lines, drawn < chance).mean()) for chance in rho)
    states = np.array(list(product((False, True), repeat=len(lines))), dtype=np.bool_).reshape(2 ** len(lines), -1)
    count = states[_met(wanted, lines, states)].sum(axis=1)
    return tuple(float(np.sum(chance**count * (1 - chance) ** (len(lines) - count))) for chance in rho)


def _met(wanted: Iterable[Needs], lines: list[str], states: BoolArray) -> BoolArray:
    """Return which of the states (s, lines) meet every need (s,)."""
    place = {line: n for n, line in enumerate(lines)}
    met = np.ones(len(states), dtype=np.bool_)
    for need in wanted:
        met &= np.any([states[:, [place[line] for line in one]].all(axis=1) for one in need], axis=0)
    return met


def all_needed(case: Case, dropped: Collection[str], cores: Iterable[Iterable[Collection[str]] | None]) -> float | None:
    """Return the chance in [0, 1] that every demand of a concession set has to go, whichever red lines hold.

    Parameters
    ----------
    case
        Its red lines may bend.
    dropped
        Demand ids of a minimal concession set.
    cores
        Per group of linked issues, all minimal sets that cannot all hold; empty where none has a red line, None where
        they are too many to list: then the answer is None as well.
    """
    lines = frozenset(demand.id for demand in case.demands if bends(demand))
    rho, weights = grid(case)
    chance = np.ones(len(rho))
    for part in cores:
        if part is None:
            return None
        sets = [frozenset(core) for core in part]
        touched = frozenset().union(*sets) & frozenset(dropped)
        chance = chance * np.array(held(frozenset(needs(touched, sets, lines)), tuple(rho.tolist())))
    return round(float(weights @ chance), 12)
