"""Alternating offers: closed forms, a slow reference, and faults."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.talks.offers import Strategy, alternate, offers_on


def by_hand(worth, reservation, exponents, steps):
    """The protocol of two time-based sides over all packages, package by package."""
    issues, options = worth.shape[1:]
    packages = list(itertools.product(range(options), repeat=issues))
    value = [{p: sum(worth[i, k, r] for k, r in enumerate(p)) for p in packages} for i in (0, 1)]
    most = [max(v.values()) for v in value]
    offered = None
    for turn in range(steps):
        i = turn % 2
        if most[i] < reservation[i]:
            return None
        fallen = (turn / (steps - 1)) ** (1 / exponents[i])
        asked = reservation[i] + (most[i] - reservation[i]) * (1 - fallen)
        if offered is not None and value[i][offered] >= asked:
            return turn, offered
        offered = min((p for p in packages if value[i][p] >= asked), key=lambda p: (value[i][p], p), default=offered)
    return None


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), exponents=st.tuples(st.sampled_from([0.3, 1.0, 3.0]), st.sampled_from([0.3, 1, 3])))
def test_time_based_sessions_equal_the_protocol_by_hand(seed, exponents):
    """Random small cases: the same step and the same package."""
    rng = np.random.default_rng(seed)
    # Multiples of 1/64 are exact, so that no sum depends on its order.
    worth = rng.integers(0, 33, (4, 2, 3, 3)) / 64
    reservation = rng.integers(0, 40, (4, 2)) / 64
    done = alternate(worth, reservation, tuple(Strategy("time", float(e)) for e in exponents), steps=12)
    for n in range(4):
        expected = by_hand(worth[n], reservation[n], exponents, 12)
        assert bool(done.agreed[n]) is (expected is not None)
        if expected:
            assert (int(done.step[n]), tuple(done.package[n].tolist())) == expected
        else:
            assert done.utility[n].tolist() == reservation[n].tolist()


@pytest.mark.parametrize("kind", ["time", "tit-for-tat", "bayesian"])
def test_nobody_takes_less_than_without_a_deal(kind):
    """Whatever the strategy, an agreement gives both at least their reservation value."""
    rng = np.random.default_rng(1)
    worth, reservation = rng.random((200, 2, 3, 4)), rng.random((200, 2)) * 1.5
    done = alternate(worth, reservation, (Strategy(kind), Strategy("time", 0.5)), steps=40)
    assert done.agreed.mean() > 0
    assert (done.utility >= reservation - 1e-12).all()


def test_a_boulware_side_gets_more_from_a_conceder():
    """Over a pie, the side that holds out gets the larger part."""
    pie = np.linspace(0, 1, 101)
    worth = np.stack([pie, 1 - pie])[None, :, None, :]
    done = alternate(worth, np.zeros((1, 2)), (Strategy("time", 0.2), Strategy("time", 3.0)), steps=200)
    assert done.utility[0, 0] > 0.7


def test_learning_what_the_other_likes_gains_for_both():
    """With opposed tastes but different weights, a Bayesian side finds packages with a larger sum than a blind one."""
    rng = np.random.default_rng(2)
    ladder = np.linspace(0, 1, 5)
    weights = rng.dirichlet(np.ones(4), (300, 2))
    worth = np.stack([weights[:, 0, :, None] * ladder, weights[:, 1, :, None] * ladder[::-1]], axis=1)
    blind, learned = (
        alternate(worth, np.full((300, 2), 0.2), (Strategy(kind), Strategy(kind))).utility.sum(axis=1).mean()
        for kind in ("time", "bayesian")
    )
    assert learned >= blind


def test_tit_for_tat_mirrors_a_side_that_never_moves():
    """Against one that gives nothing until the end, tit for tat gives nothing: no agreement before the last steps."""
    pie = np.linspace(0, 1, 101)
    worth = np.stack([pie, 1 - pie])[None, :, None, :]
    done = alternate(worth, np.zeros((1, 2)), (Strategy("tit-for-tat"), Strategy("time", 0.01)), steps=50)
    assert done.step[0] >= 48


def test_on_a_case(istanbul):
    """One session per usable draw, the same from run to run."""
    first, second = (offers_on(istanbul, draws=50) for _ in range(2))
    assert len(first.agreed) <= 50
    assert (first.step == second.step).all()
    assert (first.utility == second.utility).all()


def test_all_faults_at_once():
    """Wrong shapes, steps and strategies are named together."""
    with pytest.raises(InputError, match=r"reservation.*; options.*; 1 step.*; an exponent of -1"):
        alternate(
            np.zeros((3, 2, 2, 2)), np.zeros((2, 2)), (Strategy("time", -1.0), Strategy()), options=[3, 2], steps=1
        )
    with pytest.raises(InputError, match="more than the limit"):
        alternate(np.zeros((1, 2, 9, 9)), np.zeros((1, 2)))
