"""Weighted mean and median of positions, drawn and stated, and what stands in for an unknown capability."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.model import Case, Constraint, Issue, Party, Rung
from detente.case.preferences import Amount, Preferences
from detente.settlement import answer, settle
from detente.settlement.bargaining import model
from detente.settlement.baselines import EQUAL, GIVEN, WINNING, of_draws, of_stated, weighted_mean, weighted_median
from detente.settlement.draws import draw
from detente.settlement.packages import space

LADDER = tuple(Rung(f"r{n}", n / 10, "", stated=True) for n in range(11))


def stated(peaks, weights, *, issue=None, **more):
    """One issue, on which each party likes an option best, and another that nobody cares for much."""
    ids = ("a", "b", "c")[: len(peaks)]
    main = issue or Issue("main", "Main", "stake", LADDER, "r0")
    rest = Issue("rest", "Rest", "stake", LADDER[:2], "r0")
    rows = tuple(
        Preferences(
            id,
            {
                "main": {rung.id: Amount(v := 1 - abs(n - peak) / 10, v) for n, rung in enumerate(main.rungs)},
                "rest": {"r0": Amount(1, 1), "r1": Amount(0, 0)},
            },
            {"main": Amount(weight, weight), "rest": Amount(1 - weight, 1 - weight)},
        )
        for id, peak, weight in zip(ids, peaks, weights, strict=True)
    )
    return Case(
        "stated", tuple(Party(id, id.upper(), "side", True) for id in ids), (main, rest), preferences=rows, **more
    )


def found(case):
    """Return both baselines by name."""
    return {one.name: one for one in of_stated(case, model(case))}


@given(
    st.lists(
        st.tuples(*[st.integers(0, 9)] * 3).map(lambda row: tuple(map(float, row))), min_size=1, max_size=6
    ).filter(lambda rows: any(c * s for _, c, s in rows))
)
def test_mean_and_median_by_their_definitions(rows):
    """The mean is that of as many voices as capability x salience; half of these stand at or below the median."""
    position, able, salience = map(np.array, zip(*rows, strict=True))
    voices = sorted(p for p, c, s in rows for _ in range(int(c * s)))
    assert float(weighted_mean(position, able, salience)) == pytest.approx(np.mean(voices))
    assert float(weighted_median(position, able, salience)) == voices[(len(voices) - 1) // 2]


def test_those_who_do_not_care_have_neither():
    """Without any salience there is no weighted mean, and no median."""
    assert np.isnan(weighted_mean(np.array([0.0, 1.0]), np.ones(2), np.zeros(2)))
    assert np.isnan(weighted_median(np.array([0.0, 1.0]), np.ones(2), np.zeros(2)))


def test_drawn_baselines_lie_between_the_peaks(two_sides):
    """With opposite peaks and equal salience the mean is the stronger side's chance of winning, the median its peak."""
    case = replace(two_sides, assumptions={"win-probability": (0.62, 0.62)})
    draws = draw(case, n=4)
    packages = space(case, draws)
    codes, capability = of_draws(case, draws, packages, np.array([True, True, True, False]))
    assert [packages.package(code)["pie"] for code in codes["weighted_mean"][:3]] == ["r6"] * 3
    assert [packages.package(code)["pie"] for code in codes["weighted_median"][:3]] == ["r10"] * 3
    assert codes["weighted_mean"][3] == -1
    assert capability == WINNING


def test_capability_of_the_case_takes_the_place_of_winning(two_sides):
    """A capability given for both sides is used, drawn where it is a range."""
    case = replace(two_sides, capability={"a": 1.0, "b": Amount(3.0, 3.0)})
    draws = draw(case, n=2)
    packages = space(case, draws)
    codes, capability = of_draws(case, draws, packages, np.ones(2, dtype=bool))
    assert {packages.package(code)["pie"] for code in codes["weighted_mean"]} <= {"r2", "r3"}
    assert capability == GIVEN


def test_stated_baselines():
    """Three parties at 0, 4 and 10: B's values spread over .6, so its salience is .375 and not .5."""
    case = stated((0, 4, 10), (0.5, 0.5, 0.5))
    mean, median = found(case)["weighted_mean"], found(case)["weighted_median"]
    assert (mean.package["main"], median.package["main"]) == ("r5", "r4")
    assert mean.positions["main"] == pytest.approx((4 * 0.375 + 10 * 0.5) / (0.5 + 0.375 + 0.5) / 10)
    assert (mean.capability, mean.reason) == (EQUAL, "")
    assert mean.values["a"] == pytest.approx(0.5 * 0.5 + 0.5)
    strong = found(replace(case, capability={"a": 1.0, "b": 1.0, "c": 8.0}))
    assert (strong["weighted_mean"].package["main"], strong["weighted_median"].package["main"]) == ("r9", "r10")
    assert strong["weighted_mean"].capability == GIVEN


def test_a_baseline_that_a_rule_leaves_out_is_marked():
    """A baseline asks nobody: what a rule forbids stays, and is marked."""
    rule = Constraint("r", "", (("main", "r5"), ("rest", "r0")))
    marked = found(stated((0, 4, 10), (0.5, 0.5, 0.5), constraints=(rule,)))
    assert [one.allowed for one in marked.values()] == [False, True]


def test_options_without_an_order():
    """They have no mean; a median where one holds a majority; numbers for options put them in order."""
    free = Issue("main", "Main", "stake", tuple(Rung(f"o{n}", n / 8, f"kind {n}") for n in range(5)), "", free=True)
    two = found(stated((0, 4), (0.9, 0.2), issue=free))
    assert two["weighted_mean"].package is None
    assert "no mean" in two["weighted_mean"].reason
    assert two["weighted_median"].package["main"] == "o0"
    even = found(stated((0, 4), (0.5, 0.5), issue=free))
    assert "none has a majority" in even["weighted_median"].reason
    numbers = replace(free, rungs=tuple(Rung(f"o{n}", n / 8, str(v)) for n, v in enumerate((10, 20, 30, 40, 100))))
    assert found(stated((0, 4), (0.5, 0.5), issue=numbers))["weighted_mean"].package["main"] == "o3"


def test_the_answer_has_both(istanbul):
    """Stated and drawn cases have both baselines in the answer, with what stands for capability."""
    for case, capability in ((istanbul, WINNING), (stated((0, 10), (0.5, 0.5)), EQUAL)):
        shown = answer(case, settle(case, draws=50))["acceptability"]["baselines"]
        assert set(shown) == {"weighted_mean", "weighted_median"}
        assert {one["capability"] for one in shown.values()} == {capability}
