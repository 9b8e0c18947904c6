"""Joint acceptability, the short list, and everything of one case together."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.errors import CannotWorkOut
from detente.settlement.acceptability import evaluate, greedy_cover, joint_acceptability, rank_acceptability
from detente.settlement.draws import draw
from detente.settlement.packages import space
from detente.settlement.results import COMPOSITIONS
from detente.settlement.solutions import CONCEPTS
from detente.settlement.surplus import surplus


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_joint_acceptability_equals_counting(cases, list_packages, data):
    """J(x) is the share of usable draws in which x is listed as allowed with no surplus below 0."""
    case = data.draw(cases(2))
    draws = draw(case, n=4)
    try:
        parts = surplus(case, draws)
    except CannotWorkOut:
        assume(False)
    assume(parts.usable.any())
    packages = space(case, draws)
    codes = range(int(np.prod(packages.radix)))
    found = joint_acceptability(draws, parts, packages, codes)
    for composition in COMPOSITIONS:
        counts = np.zeros(len(codes))
        for d in np.flatnonzero(parts.usable):
            for package, s in list_packages(case, draws, d, composition):
                counts[packages.code(package)] += min(s) >= -1e-12
        assert found[composition] == pytest.approx(counts / parts.usable.sum())


def test_istanbul(istanbul):
    """No package at the table, some in the other compositions, and what is shown is consistent."""
    draws = draw(istanbul, n=1000)
    zones, frontier, solutions, acceptable, stake_unknown, *_ = evaluate(istanbul, draws)
    table, unknown, willing = zones
    assert (table.empty, table.exists, table.margin) == (1, 0, None)
    assert "robust Western guarantees" in table.reason
    assert 0 < unknown.exists < willing.exists <= 1
    assert willing.empty == 0
    assert frontier.sides == ("russia", "ukraine")
    assert [s.name for s in solutions] == [*CONCEPTS, "weighted-mean", "weighted-median"]
    assert 0 <= stake_unknown < 0.01
    assert all(a.joint["willing"] >= b.joint["willing"] for a, b in pairwise(acceptable))


def test_acceptability_is_nested(istanbul):
    """A package's J never falls from table to unknown to willing, and never exceeds the share with a zone."""
    zones, _, _, acceptable, *_ = evaluate(istanbul, draw(istanbul, n=1000))
    for package in acceptable:
        assert package.joint["table"] <= package.joint["unknown"] <= package.joint["willing"]
        assert package.package["guarantees"] == "robust"
    for found in zones:
        assert sum(package.rank_first[found.composition] for package in acceptable) <= found.exists + 1e-9
        assert all(package.joint[found.composition] <= found.exists for package in acceptable)


def test_same_seed_same_results(istanbul):
    """Two runs are equal, in whatever order the case lists its parties, issues and demands."""
    turned = replace(
        istanbul, parties=istanbul.parties[::-1], issues=istanbul.issues[::-1], demands=istanbul.demands[::-1]
    )
    assert evaluate(istanbul, draw(istanbul, n=300)) == evaluate(turned, draw(turned, n=300))


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_reordering_changes_nothing(cases, data):
    """Parties, issues, demands and rules in another order give equal results, to the last digit."""
    case, mixed = data.draw(cases(2)), data.draw(st.randoms(use_true_random=False))
    fields = {name: getattr(case, name) for name in ("parties", "issues", "demands", "constraints")}
    turned = replace(case, **{name: tuple(mixed.sample(rows, len(rows))) for name, rows in fields.items()})
    try:
        expected = evaluate(case, draw(case, n=8))
    except CannotWorkOut:
        assume(False)
    assert evaluate(turned, draw(turned, n=8)) == expected


def test_three_sides(istanbul):
    """With three sides and reservation values there are zones, the frontier of a draw, solutions and acceptability."""
    sides = tuple(replace(party, role="side") if party.id == "nato" else party for party in istanbul.parties)
    case = replace(istanbul, parties=sides, reservation={"nato": 0.1, "russia": 0.2, "ukraine": 0.2})
    zones, frontier, solutions, acceptable, *_ = evaluate(case, draw(case, n=100))
    assert frontier is not None
    points = [tuple(point.surplus.values()) for point in frontier.points]
    assert not any(a != b and all(x >= y for x, y in zip(a, b, strict=True)) for a in points for b in points)
    assert frontier.solutions["egalitarian"] in frontier.points
    assert zones[2].margin is not None
    assert solutions
    assert acceptable


def test_no_known_stake_is_said():
    """Where no draw has a known stake the reason is given instead of numbers."""
    rungs = (Rung("r0", 0, ""), Rung("r1", 1, "", stated=True))
    parties, k = (Party("a", "A", "side"), Party("b", "B", "side")), Issue("k", "K", "stake", rungs, "r0")
    case = Case("same", parties, (k,), (Demand("a", "k", "r1", "demands"), Demand("b", "k", "r1", "demands")))
    with pytest.raises(CannotWorkOut, match="enough at stake"):
        evaluate(case, draw(case, n=20))


def test_nothing_allowed_anywhere():
    """Where red lines always exclude each other every zone is empty and there is nothing to show."""
    rungs = (Rung("r0", 0, ""), Rung("r1", 1, "", ("a",), stated=True))
    parties, k = (Party("a", "A", "side"), Party("b", "B", "side")), Issue("k", "K", "stake", rungs, "r0", phi=(1, 1))
    demands = Demand("a", "k", "r0", "demands", sacred=True), Demand("b", "k", "r1", "demands", sacred=True)
    case = Case("sacred", parties, (k,), demands)
    zones, frontier, solutions, acceptable, *_ = evaluate(case, draw(case, n=20))
    assert [found.empty for found in zones] == [1, 1, 1]
    assert "the red lines of A and B on K leave nothing in 100% of the draws" in zones[2].reason
    assert (frontier, acceptable, [s.name for s in solutions]) == (None, (), ["weighted-mean", "weighted-median"])


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=6))
def test_a_greedy_cover_takes_what_adds_most(rows):
    """Every row taken adds the most that is left, and in the end nothing is left to add."""
    cover = np.array(rows)
    taken = greedy_cover(cover, most=10)
    covered = np.zeros(6, dtype=bool)
    for row in taken:
        assert (cover[row] & ~covered).sum() == (cover & ~covered).sum(axis=1).max() > 0
        covered |= cover[row]
    assert (covered == cover.any(axis=0)).all()


def test_values_may_be_drawn_too():
    """With drawn values ranks are counted draw by draw; confidence is the share first under the central weights."""
    values = np.array([[[1.0], [0.0]], [[0.0], [1.0]], [[1.0], [0.0]], [[1.0], [0.0]]])
    found = rank_acceptability(values, np.ones((4, 1)))
    assert found.ranks.tolist() == [[0.75, 0.25], [0.25, 0.75]]
    assert found.confidence.tolist() == [0.75, 0.25]
