"""Closed forms of bargaining theory at published points."""

import numpy as np
import pytest

from detente.talks.protocols import (
    audience_costs,
    bargaining_range,
    breakdown_offers,
    commitment_problem,
    flow_value_of_war,
    guarantee_needed,
    nash_division,
    power_shift_war,
    risky_below,
    rubinstein,
    ruin,
    settling_time,
    trust_after_violence,
    trust_needed,
    ultimatum,
    war_of_attrition,
)


@pytest.mark.parametrize(("a", "b", "share"), [(0.9, 0.9, 0.526316), (0.95, 0.9, 0.689655), (0.9, 0.95, 0.344828)])
def test_rubinstein(a, b, share):
    """Alternating offers: Rubinstein (1982)."""
    assert rubinstein(a, b) == pytest.approx(share, abs=1e-6)


def test_rubinstein_is_the_fixed_point_of_alternating_offers():
    """Iterating "offer just what the other would wait for" ends at the closed form."""
    mine, theirs = 1.0, 1.0
    for _ in range(2000):
        mine, theirs = 1 - 0.9 * theirs, 1 - 0.95 * mine
    assert rubinstein(0.95, 0.9) == pytest.approx(mine, abs=1e-9)


@pytest.mark.parametrize(("q", "share"), [(0.1, 0.557895), (0.01, 0.550754), (0.001, 0.550075), (1e-7, 0.55)])
def test_breakdown(q, share):
    """Binmore, Rubinstein and Wolinsky (1986): the limit is the Nash solution."""
    assert breakdown_offers(0.4, 0.3, q) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(("point", "ends"), [((0.6, 0.1, 0.2), (0.5, 0.8)), ((0.3, 0.05, 0.25), (0.25, 0.55))])
def test_bargaining_range(point, ends):
    """Fearon (1995)."""
    assert bargaining_range(*point) == pytest.approx(ends)


@pytest.mark.parametrize(
    ("point", "power", "share"),
    [((0.6, 0.1, 0.2), 0.5, 0.65), ((0.6, 0.1, 0.2), 0.7, 0.71), ((0.3, 0.05, 0.25), 0.5, 0.40)],
)
def test_nash_division(point, power, share):
    """The Nash solution with power on the bargaining range."""
    assert nash_division(*point, power) == pytest.approx(share)


@pytest.mark.parametrize(
    ("p", "ca", "low", "high", "demand", "war", "value"),
    [
        (0.5, 0.1, 0.0, 0.5, 0.7, 0.4, 0.58),
        (0.5, 0.1, 0.1, 0.5, 0.7, 0.25, 0.625),
        (0.6, 0.2, 0.0, 0.3, 0.65, 0.1667, 0.6083),
        (0.5, 0.1, 0.2, 0.5, 0.7, 0.0, 0.7),
    ],
)
def test_ultimatum(p, ca, low, high, demand, war, value):
    """One offer under uncertain costs: Fearon (1995)."""
    found = ultimatum(p, ca, (low, high))
    assert (found.demand, found.war, found.value) == pytest.approx((demand, war, value), abs=1e-4)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.5), (0.1, 0.5), (0.2, 0.5), (0.0, 0.3)])
def test_ultimatum_is_the_best_offer(low, high):
    """No other demand on a fine grid gives A more."""

    def expected(premium: float) -> float:
        war = min(max((premium - low) / (high - low), 0.0), 1.0)
        return (1 - war) * (0.5 + premium) + war * (0.5 - 0.1)

    best = ultimatum(0.5, 0.1, (low, high)).value
    assert best == pytest.approx(max(expected(n / 10_000) for n in range(5001)), abs=1e-6)


@pytest.mark.parametrize(
    ("what", "p", "cost_a", "cost_b", "war"),
    [
        ("raising all of B's costs coerces", 0.5, 0.1, (0.15, 0.55), 0.1875),
        ("widening the uncertainty backfires", 0.5, 0.1, (0.05, 0.55), 0.35),
        ("raising A's own cost", 0.5, 0.2, (0.1, 0.5), 0.125),
        ("a change of p that everybody sees moves terms only", 0.4, 0.1, (0.1, 0.5), 0.25),
    ],
)
def test_hurting_is_not_one_thing(what, p, cost_a, cost_b, war):
    """Four ways to be hurt, from the same start with a chance of war of .25."""
    assert ultimatum(0.5, 0.1, (0.1, 0.5)).war == pytest.approx(0.25)
    assert ultimatum(p, cost_a, cost_b).war == pytest.approx(war), what


@pytest.mark.parametrize(("shift", "war"), [(-0.1, 0.0), (0.1, 0.2), (0.2, 0.4), (0.4, 0.4)])
def test_power_shift(shift, war):
    """Powell (1996, 1999) at D = .5, s = .1."""
    assert power_shift_war(shift, 0.5, 0.1) == pytest.approx(war)


@pytest.mark.parametrize(("later", "peace"), [(0.3, 4.15), (0.75, 8.20), (0.8, 8.65)])
def test_commitment_problem(later, peace):
    """Preventive war is worth 8.5; peace depends on how far power will fall."""
    assert commitment_problem(0.9, 0.9, later, 0.5, 0.5) == pytest.approx((8.5, peace))


@pytest.mark.parametrize(("later", "share"), [(0.3, 0.8056), (0.5, 0.7083), (0.8, 0.0)])
def test_guarantee_needed(later, share):
    """How much of the shift a guarantee must take away; none where peace is better anyway."""
    assert guarantee_needed(0.9, 0.9, later, 0.5, 0.5) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize(
    ("weight", "gap", "cost", "time"), [(10, 0.3, 0.1, 20), (10, 0.3, 0.2, 5), (20, 0.4, 0.1, 60), (10, 0.05, 0.1, 0)]
)
def test_settling_time(weight, gap, cost, time):
    """Convergence of beliefs; a gap below the costs needs no time."""
    assert settling_time(weight, gap, cost) == pytest.approx(time)


@pytest.mark.parametrize(("cost", "share"), [(0.1, 0.3935), (0.25, 0.7135)])
def test_war_of_attrition(cost, share):
    """The chance of having given in by t = 5."""
    assert war_of_attrition(1, cost, 5) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize(
    ("point", "share"), [((0.1, 0.4, 0.2), 0.5), ((0.05, 0.3, 0.1), 0.625), ((0.2, 0.5, 0.3), 0.375)]
)
def test_two_types(point, share):
    """Fearon (1995): at the threshold the risky and the safe offer are worth the same to A."""
    low, high, cost = point
    assert risky_below(*point) == pytest.approx(share)
    assert (1 - share) * (0.4 + high) + share * (0.4 - cost) == pytest.approx(0.4 + low)


@pytest.mark.parametrize(
    ("win", "chance", "battles"), [(0.5, 0.5, 25), (0.55, 0.7317, 23.17), (0.6, 0.8836, 19.18)]
)  # fmt: skip
def test_ruin(win, chance, battles):
    """Five of ten forts: the closed form, and the linear equations of one battle at a time."""
    assert ruin(win, 5, 10) == pytest.approx((chance, battles), rel=3e-4)
    step = np.eye(9) - win * np.eye(9, k=1) - (1 - win) * np.eye(9, k=-1)
    ends = np.zeros(9)
    ends[-1] = win
    assert ruin(win, 5, 10) == pytest.approx((np.linalg.solve(step, ends)[4], np.linalg.solve(step, np.ones(9))[4]))


@pytest.mark.parametrize(("time", "share"), [(5, 0.3333), (10, 0.5), (30, 0.75)])
def test_audience_costs(time, share):
    """Fearon (1994) at v = 1, a = .1; the hazard is the share's own slope over what is left."""
    hazard, backed_down = audience_costs(1, 0.1, time)
    assert backed_down == pytest.approx(share, abs=1e-4)
    slope = (audience_costs(1, 0.1, time + 1e-6)[1] - backed_down) / 1e-6
    assert hazard == pytest.approx(slope / (1 - backed_down), rel=1e-4)


@pytest.mark.parametrize(
    ("point", "value"),
    [((0.1, 0.1, 1, 0, 0.05, 0.05), 0.2), ((0.1, 0.1, 1, 0, 0, 0.05), 0.4), ((0.2, 0.05, 1, 0, 0.1, 0.05), 0.3333)],
)
def test_flow_value_of_war(point, value):
    """Value of a war that ends at a constant rate; two equal sides of the first kind leave .6 for a deal."""
    assert flow_value_of_war(*point) == pytest.approx(value, abs=1e-4)
    assert 1 - 2 * flow_value_of_war(0.1, 0.1, 1, 0, 0.05, 0.05) == pytest.approx(0.6)


@pytest.mark.parametrize(("strong", "left"), [(0.9, 0.2883), (0.5, 0.4521), (0.1, 0.5546)])
def test_trust_after_violence(strong, left):
    """After Kydd and Walter (2002): only a side too weak to stop its spoilers is trusted above the threshold of .5."""
    trust = trust_after_violence(0.6, strong, 0.8, 0.1)
    assert trust == pytest.approx(left, abs=1e-4)
    assert (trust >= trust_needed(1, 1)) == (strong == 0.1)
