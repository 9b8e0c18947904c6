"""Chances that red lines hold, against looking at every combination of them."""

from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.settlement.bending import MOST_LINES, bends, held
from detente.settlement.blockers import blockers, concessions, members


def fails(case, chosen):
    """Whether no package is left, by looking at all of them."""
    clauses = [set(clause) for member in chosen for clause in member.forbids]
    packages = product(*([(i.id, r.id) for r in i.hull] for i in case.issues))
    return all(any(clause <= set(package) for clause in clauses) for package in packages)


def minimal(case, soft, hard):
    """The minimal sets of soft members whose dropping leaves a package."""
    subsets = [frozenset(c) for size in range(len(soft) + 1) for c in combinations(soft, size)]
    mends = [s for s in subsets if not fails(case, [*hard, *(m for m in soft if m not in s)])]
    return {frozenset(m.id for m in s) for s in mends if not any(o < s for o in mends)}


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_combination_of_red_lines_gives_the_chances(cases, data):
    """Over all ways in which red lines hold, blockers bind and concession sets are minimal as often as told."""
    case = replace(data.draw(cases(2)), assumptions={"red-line-holds": (0.7, 0.7)})
    demands = [m for m in members(case) if m.demand and m.forbids]
    lines = [m for m in demands if bends(m.demand)]
    hard = [m for m in members(case) if m.tag == "constraint"]
    if len(demands) > 8 or len(lines) > 5:
        return
    found = concessions(case).found
    chance = dict.fromkeys((one.demands for one in found), 0.0)
    for state in product((False, True), repeat=len(lines)):
        bent = {m.id for m, holds in zip(lines, state, strict=True) if not holds}
        part = 0.7 ** (len(lines) - len(bent)) * 0.3 ** len(bent)
        for one in minimal(case, [m for m in demands if m.id not in bent], hard) & {frozenset(f) for f in chance}:
            chance[tuple(sorted(one))] += part
    assert {one.demands: one.probability for one in found} == pytest.approx(chance)
    for blocker in blockers(case).found:
        if blocker.tag != "presumed":
            assert blocker.probability == pytest.approx(0.7 ** len({m.id for m in lines} & set(blocker.demands)))


def pie(*demands):
    """One ladder of five rungs between two sides."""
    rungs = tuple(Rung(f"r{n}", n / 4, "", ("a", "b"), stated=True) for n in range(5))
    return Case(
        "pie", (Party("a", "A", "side"), Party("b", "B", "side")), (Issue("pie", "Pie", "stake", rungs, "r2"),), demands
    )


def test_red_lines_of_one_set_share_what_is_unknown():
    """Two red lines hold together more often than if each were drawn by itself: the mean of rho squared."""
    case = pie(Demand("a", "pie", "r0", "demands", red_line=True), Demand("b", "pie", "r4", "demands", red_line=True))
    (blocker,) = (b for b in blockers(case).found if b.tag == "explicit")
    assert blocker.probability == pytest.approx((1 - 0.6**3) / (3 * 0.4))
    assert {one.probability for one in concessions(case).found} == {blocker.probability}


def test_what_is_sacred_holds_for_certain():
    """A sacred red line does not bend, so that what stands against it has to go with certainty."""
    case = pie(Demand("a", "pie", "r0", "demands", red_line=True, sacred=True), Demand("b", "pie", "r4", "demands"))
    assert [b.probability for b in blockers(case).found if b.tag == "explicit"] == [1]
    assert [(one.demands, one.probability) for one in concessions(case).found] == [(("b.pie.demands.r4",), 1)]


def test_many_red_lines_are_drawn():
    """Beyond the limit the chance is estimated: all of many lines hold as often as their product says."""
    lines = frozenset({frozenset(f"l{n}" for n in range(MOST_LINES + 2))})
    (chance,) = held(frozenset({lines}), (0.95,))
    assert chance == pytest.approx(0.95 ** (MOST_LINES + 2), abs=0.03)
