"""Blockers and concession sets against an exhaustive search (ORACLES, "Blockers")."""

from collections.abc import Iterable
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.settlement.minimal_sets import Clauses, correction_sets, unsatisfiable_sets

ISSUES, OPTIONS, DEMANDS = 10, 4, 30
EVERY = 2**DEMANDS - 1


def instance(seed: int) -> tuple[Clauses, list[list[tuple[int, ...]]]]:
    """Random demands: most rule out options of one issue, one in four a pair of options of two issues."""
    random = Random(seed)
    demands: list[list[tuple[int, ...]]] = []
    for _ in range(DEMANDS):
        if random.random() < 0.25:
            first, second = random.sample(range(ISSUES), 2)
            demands.append([(variable(first, random.randrange(OPTIONS)), variable(second, random.randrange(OPTIONS)))])
        else:
            issue, out = random.randrange(ISSUES), random.sample(range(OPTIONS), random.randint(2, OPTIONS - 1))
            demands.append([(variable(issue, option),) for option in out])
    some = tuple(tuple(variable(issue, option) for option in range(OPTIONS)) for issue in range(ISSUES))
    soft = tuple(tuple(tuple(-v for v in clause) for clause in demand) for demand in demands)
    return Clauses(some, soft), demands


def variable(issue: int, option: int) -> int:
    return issue * OPTIONS + option + 1


def satisfied(demands: list[list[tuple[int, ...]]]) -> np.ndarray:
    """Per package, the demands that hold as bits: every one of the 4^10 packages is looked at."""
    packages = np.arange(OPTIONS**ISSUES)
    chosen = [packages // OPTIONS**issue % OPTIONS for issue in range(ISSUES)]
    held = np.zeros(len(packages), dtype=np.int64)
    for bit, demand in enumerate(demands):
        broken = np.zeros(len(packages), dtype=bool)
        for clause in demand:
            broken |= np.logical_and.reduce([chosen[(v - 1) // OPTIONS] == (v - 1) % OPTIONS for v in clause])
        held |= np.where(broken, 0, 1 << bit)
    return np.unique(held)


def maximal(sets: np.ndarray) -> list[int]:
    """The sets that no other contains, largest first."""
    kept = np.empty(0, dtype=np.int64)
    for size in sorted({int(mask).bit_count() for mask in sets}, reverse=True):
        of_size = sets[np.bitwise_count(sets) == size]
        new = of_size[[not ((kept & mask) == mask).any() for mask in of_size]]
        kept = np.concatenate([kept, new])
    return [int(mask) for mask in kept]


def hitting_sets(sets: Iterable[int]) -> set[int]:
    """The minimal sets that meet every given one (Berge 1989)."""
    hitting = {0}
    for mask in sets:
        hit = {h for h in hitting if h & mask}
        grown = {h | 1 << b for h in hitting - hit for b in range(mask.bit_length()) if mask >> b & 1}
        hitting = hit | {g for g in grown if not any(o != g and o & g == o for o in hit | grown)}
    return hitting


def bits(sets: Iterable[tuple[int, ...]]) -> set[int]:
    return {sum(1 << n for n in chosen) for chosen in sets}


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_thirty_demands_agree_with_an_exhaustive_search(seed: int) -> None:
    """On 10 issues x 4 options and 30 demands both enumerations find exactly what looking at all packages finds."""
    clauses, demands = instance(seed)
    corrections = {EVERY & ~mask for mask in maximal(satisfied(demands))}
    found = correction_sets(clauses, limit=100_000)
    cores = unsatisfiable_sets(clauses, limit=100_000)
    assert found.complete
    assert cores.complete
    assert bits(found.sets) == corrections
    assert len(found.sets) == len(corrections) > 1
    assert bits(cores.sets) == hitting_sets(sorted(corrections, key=int.bit_count))
    assert hitting_sets(bits(cores.sets)) == corrections


small = st.lists(
    st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=2, unique=True).map(tuple), min_size=1, max_size=3),
    min_size=1,
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(small, st.lists(st.integers(1, 3), min_size=7, max_size=7))
def test_small_instances_agree_with_the_definition(demands: list[list[tuple[int, ...]]], weights: list[int]) -> None:
    """On 2 issues x 3 options every subset is tried: the minimal ones that fail, and that mend, are those found."""
    soft = tuple(tuple(tuple(-v for v in clause) for clause in demand) for demand in demands)
    clauses = Clauses(((1, 2, 3), (4, 5, 6)), soft, tuple(weights[: len(soft)]))
    everything = range(len(soft))
    subsets = [frozenset(c) for size in range(len(soft) + 1) for c in combinations(everything, size)]
    packages = [{a, b} for a in (1, 2, 3) for b in (4, 5, 6)]

    def holds(chosen: frozenset[int]) -> bool:
        return any(not any(set(clause) <= p for n in chosen for clause in demands[n]) for p in packages)

    fails = [s for s in subsets if not holds(s)]
    mends = [s for s in subsets if holds(frozenset(everything) - s)]
    cores, corrections = unsatisfiable_sets(clauses).sets, correction_sets(clauses).sets
    assert {frozenset(s) for s in cores} == {s for s in fails if not any(o < s for o in fails)}
    assert {frozenset(s) for s in corrections} == {s for s in mends if not any(o < s for o in mends)}
    sizes, prices = [len(s) for s in cores], [sum(weights[n] for n in s) for s in corrections]
    assert sizes == sorted(sizes)
    assert prices == sorted(prices)


def test_the_limit_stops_and_says_so() -> None:
    """Stopped early, an enumeration gives the smallest sets and says that there are more."""
    clauses, _ = instance(1)
    every = correction_sets(clauses, limit=100_000).sets
    few = correction_sets(clauses, limit=3)
    assert not few.complete
    assert [len(s) for s in few.sets] == [len(s) for s in every[:3]]
    assert correction_sets(clauses, limit=len(every)).complete
