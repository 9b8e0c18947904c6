"""Draws: weights, values, silence, and what is allowed."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.model import Case, Demand, Issue, Party, Rung
from detente.errors import CannotWorkOut, CaseError
from detente.settlement.draws import draw, tiered, value
from detente.settlement.results import COMPOSITIONS


@pytest.mark.parametrize("parties", [(), (Party("a", "A", "side"), Party("m", "M", "mediator"))])
def test_two_voices_are_needed(parties):
    """With fewer than two sides the draws say what is missing."""
    with pytest.raises(CannotWorkOut, match="two sides"):
        draw(Case("talks", parties), n=5)


def test_faulty_assumptions_are_refused(two_sides):
    """An assumption that is no quantity stops the draws."""
    with pytest.raises(CaseError, match="no such quantity"):
        draw(replace(two_sides, assumptions={"luck": (0, 1)}), n=5)


def test_only_issues_that_a_side_wants_to_change_are_in_play(istanbul):
    """Termination and procedure carry no weight, nor does a stake that both sides leave as it is."""
    assert "ceasefire" not in draw(istanbul, n=2).issues
    assert "rights" in draw(istanbul, n=2).issues
    quiet = replace(istanbul, demands=tuple(d for d in istanbul.demands if d.issue != "rights"))
    assert "rights" not in draw(quiet, n=2).issues


def test_shapes_and_ranges(istanbul):
    """Weights add up to 1, values and peaks lie in [0, 1], and every array has its axes."""
    draws = draw(istanbul, n=500)
    n, sides, issues = draws.n, len(draws.sides), len(draws.issues)
    assert draws.peaks.shape == draws.weights.shape == draws.at_status_quo.shape == (n, sides, issues)
    assert draws.at_peak_of.shape == (n, sides, sides, issues)
    assert draws.weights.sum(axis=2) == pytest.approx(1)
    assert draws.peaks.min() >= 0
    assert draws.peaks.max() <= 1
    for k, values in enumerate(draws.values):
        assert values.shape == (n, sides, len(draws.rungs[k]))
        assert 0 <= values.min() <= values.max() <= 1
        assert values[:, :, draws.status_quo[k]] == pytest.approx(draws.at_status_quo[:, :, k])
    assert (draws.at_peak_of[:, [0, 1], [0, 1]] == 1).all()


def test_same_case_and_seed_same_draws(istanbul):
    """Draws repeat with the seed, a longer run begins with a shorter one, another seed gives others."""
    one, long, other = draw(istanbul, n=50), draw(istanbul, n=80), draw(istanbul, n=50, seed=2)
    assert (one.weights == long.weights[:50]).all()
    assert (one.peaks == long.peaks[:50]).all()
    assert (one.allowed["unknown"][0] == long.allowed["unknown"][0][:50]).all()
    assert (one.weights != other.weights).any()


def test_editing_one_issue_leaves_the_others(istanbul):
    """Dropping the demand on one issue moves no peak and no chance of another."""
    whole = draw(istanbul, n=50)
    less = draw(replace(istanbul, demands=tuple(d for d in istanbul.demands if d.issue != "rights")), n=50)
    kept = [whole.issues.index(id) for id in less.issues]
    assert (whole.peaks[:, :, kept] == less.peaks).all()
    assert (whole.phi[:, kept] == less.phi).all()
    assert (whole.values_of["trust"] == less.values_of["trust"]).all()


def test_tiers_hold_in_every_draw(istanbul):
    """A red line or content precondition weighs more than a key demand, and that more than a plain one."""
    draws = draw(istanbul, n=2000)
    at = draws.issues.index
    russia, ukraine = draws.weights[:, 0], draws.weights[:, 1]
    assert (russia[:, at("alignment")] >= russia[:, at("sanctions")]).all()
    assert (ukraine[:, at("guarantees")] >= ukraine[:, at("prisoners")]).all()
    assert (ukraine[:, at("territory")] >= ukraine[:, at("children")]).all()


@pytest.mark.parametrize(
    ("tiers", "means"),
    [
        ([1, 2, 3], [0.6111, 0.2778, 0.1111]),
        ([1, 2, 3, 4], [0.5208, 0.2708, 0.1458, 0.0625]),
        ([3, 1, 2], [0.1111, 0.6111, 0.2778]),
        ([0, 0, 0], [1 / 3, 1 / 3, 1 / 3]),
        ([1, 2, 2], [0.6111, 0.1944, 0.1944]),
        ([0, 1, 2], [1 / 3, 0.5, 1 / 6]),
    ],
)
def test_means_under_an_order(tiers, means):
    """Means under a complete order are the rank-order centroids; tiers share theirs, free issues keep 1/n."""
    g = np.random.default_rng(5).exponential(size=(60_000, len(tiers)))
    weights = tiered(g, tiers)
    weights /= weights.sum(axis=1, keepdims=True)
    assert weights.mean(axis=0) == pytest.approx(means, abs=0.003)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(0, 2**32))
def test_tiered_draws_are_only_rearranged(tiers, seed):
    """Tiers keep the set of drawn values, leave free issues alone and order the rest."""
    g = np.random.default_rng(seed).exponential(size=(20, len(tiers)))
    out, rank = tiered(g, tiers), np.array(tiers)
    assert (np.sort(out, axis=1) == np.sort(g, axis=1)).all()
    assert (out[:, rank == 0] == g[:, rank == 0]).all()
    for tier in (1, 2):
        if (rank == tier).any() and (rank > tier).any():
            assert (out[:, rank == tier].min(axis=1) >= out[:, rank > tier].max(axis=1)).all()


@pytest.mark.parametrize(("kappa", "expected"), [((0, 0), 0.0), ((1, 1), 1.0)])
def test_salience_correlation(two_sides, kappa, expected):
    """At kappa 1 both sides have the same weights, at 0 independent ones."""
    issues = tuple(replace(two_sides.issues[0], id=id) for id in ("k1", "k2"))
    demands = tuple(replace(d, issue=i.id) for d in two_sides.demands for i in issues)
    case = replace(two_sides, issues=issues, demands=demands, assumptions={"salience-correlation": kappa})
    weights = draw(case, n=10_000).weights
    assert np.corrcoef(weights[:, 0, 0], weights[:, 1, 0])[0, 1] == pytest.approx(expected, abs=0.03)


def test_indifference_carries_no_weight(istanbul):
    """A silent side that does not care has weight 0 there and all of its weight elsewhere."""
    draws = draw(replace(istanbul, assumptions={"silence-opposed": (0, 0)}), n=2000)
    k = draws.issues.index("guarantees")
    assert (draws.weights[:, 0, k] == 0).mean() == pytest.approx(0.5, abs=0.04)
    assert draws.weights.sum(axis=2) == pytest.approx(1)


@pytest.mark.parametrize(
    ("x", "peak", "eta", "expected"), [(0.5, 1, 1, 0.5), (0.5, 0.5, 1, 1), (0, 0.75, 2, 0), (0.5, 1, 2, 0.75)]
)
def test_values_fall_away_from_the_peak(x, peak, eta, expected):
    """1 at the peak, 0 at the farther end, and 1 - distance^eta between."""
    assert value(x, np.array(peak), (0, 1), np.array(eta)) == pytest.approx(expected)


def test_who_delivers_is_nested(istanbul):
    """Table <= unknown <= willing for every rung in every draw."""
    draws = draw(istanbul, n=1000)
    for lesser, larger in pairwise(COMPOSITIONS):
        for few, many in zip(draws.allowed[lesser], draws.allowed[larger], strict=True):
            assert (few <= many).all()
        assert (draws.gate[lesser] <= draws.gate[larger]).all()


def test_a_condition_outside_the_packages_is_a_gate(istanbul):
    """A content precondition on a separable issue closes all packages where its deliverer stays away."""
    aid = Issue(
        "aid", "Aid", "stake", (Rung("no", 0, ""), Rung("yes", 1, "", ("un",), stated=True)), "no", separable=True
    )
    case = replace(
        istanbul,
        issues=(*istanbul.issues, aid),
        demands=(*istanbul.demands, Demand("ukraine", "aid", "yes", "demands", precondition="content")),
    )
    draws = draw(case, n=1000)
    assert not draws.gate["table"].any()
    assert draws.gate["unknown"].mean() == pytest.approx(0.5, abs=0.05)
    assert draws.gate["willing"].all()
    assert draws.allowed["table"][draws.issues.index("aid")][:, 0].all()


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_order_in_the_case_changes_nothing(cases, data):
    """Parties, issues, demands and rules may stand in any order."""
    case = data.draw(cases(2))
    turned = replace(
        case,
        parties=case.parties[::-1],
        issues=case.issues[::-1],
        demands=case.demands[::-1],
        constraints=case.constraints[::-1],
    )
    one, other = draw(case, n=5), draw(turned, n=5)
    assert one.issues == other.issues
    for mine, theirs in zip((one.peaks, one.weights, one.phi), (other.peaks, other.weights, other.phi), strict=True):
        assert (mine == theirs).all()
    for composition in COMPOSITIONS:
        for mine, theirs in zip(one.allowed[composition], other.allowed[composition], strict=True):
            assert (mine == theirs).all()
