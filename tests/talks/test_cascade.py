"""Reprisals as a chain of chance."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.settlement.draws import draw
from detente.talks import cascade, find_shock
from detente.talks.cascade import chain_of
from detente.talks.paired import basis, paired
from detente.talks.pulse import pulse
from detente.talks.tracks import ALL_CHANNELS, readiness

N = 400


def known(shock, **sizes):
    """The shock with some quantities of its retaliation pinned, and nothing of it observed."""
    reply = dict(shock.channels["retaliation"]) | {name: (size, size) for name, size in sizes.items()}
    return replace(
        shock,
        channels={**shock.channels, "retaliation": reply},
        retaliation_observed=False,
        meeting_observed=False,
        reprisal_lag=None,
    )


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_the_length_of_a_chain_is_geometric(istanbul, p):
    """With a known chance of an answer, a chain has k blows with chance (1 - p) p^k."""
    drawn = draw(istanbul, 20_000)
    shock = known(find_shock(istanbul), probability=p)
    chain = chain_of(shock, pulse(istanbul, shock, drawn), drawn.n, 1)
    blows = np.isfinite(chain.lag).sum(axis=1)
    for k in range(4):
        expected = (1 - p) * p**k
        assert (blows == k).mean() == pytest.approx(expected, abs=4 * np.sqrt(expected / drawn.n))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 1), st.floats(0, 0.99))
def test_a_chain_goes_on_only_while_it_is_answered(istanbul, number, p, ratio):
    """Every blow is smaller and later than the one before, and after a gap nothing comes."""
    drawn = draw(istanbul, 30)
    shock = known(find_shock(istanbul), probability=p, ratio=ratio)
    chain = chain_of(shock, pulse(istanbul, shock, drawn), drawn.n, 1, number)
    there = np.isfinite(chain.lag)
    assert (there[:, 1:] <= there[:, :-1]).all()
    assert (chain.reprisal[~there] == 0).all()
    assert (np.diff(chain.reprisal, axis=1) <= 0).all()
    assert (np.diff(np.where(there, chain.lag, 1e9), axis=1) >= 0).all()
    assert set(np.unique(chain.suspension)) <= {0.0, 1.0}


def test_no_answer_is_the_run_without_retaliation(istanbul):
    """Where nobody ever answers, no realisation differs from the act alone, to the last bit."""
    base = basis(istanbul, N, 1, "willing")
    shock = known(find_shock(istanbul), probability=0.0)
    felt = pulse(istanbul, shock, base.draws)
    alone = ALL_CHANNELS & ~(1 << 5)
    chain = chain_of(shock, felt, N, 1)
    assert (
        readiness(base.ground, chain, np.array([ALL_CHANNELS]), 26)
        == readiness(base.ground, felt, np.array([alone]), 26)
    ).all()


def test_one_certain_answer_is_the_expected_one(istanbul):
    """A single answer that comes for certain at a known lag and suspends nothing is the expected reprisal."""
    base = basis(istanbul, N, 1, "willing")
    shock = known(find_shock(istanbul), probability=1.0, suspension=0.0)
    reply = dict(shock.channels["retaliation"]) | {"lag": (10.0, 10.0)}
    shock = replace(shock, channels={**shock.channels, "retaliation": reply})
    felt = pulse(istanbul, shock, base.draws)
    chain = chain_of(shock, felt, N, 1, links=1)
    assert (readiness(base.ground, chain, np.array([63]), 26) == paired(base, (shock,)).g[:, :, 1:]).all()


def test_what_the_record_shows_is_in_every_realisation(istanbul):
    """The observed reprisal comes at its lag and, as a round was held soon after, suspends nothing."""
    shock = find_shock(istanbul)
    drawn = draw(istanbul, N)
    for number in range(5):
        chain = chain_of(shock, pulse(istanbul, shock, drawn), N, 1, number)
        assert (chain.lag[:, 0] == 0).all()
        assert (chain.suspension[:, 0] == 0).all()
    made = cascade(istanbul, shock, draws=100, realisations=5)
    assert made.reprisals[0] == 0
    assert sum(made.reprisals) == pytest.approx(1)


def test_suspensions_lower_the_odds_and_are_luck(istanbul):
    """A chain that suspends the talks for long can only take chances away, and whether it does is chance."""
    calm, stopped = (
        cascade(istanbul, known(find_shock(istanbul), suspension=s, length=10.0), draws=150, realisations=20)
        for s in (0.0, 1.0)
    )
    assert (calm.suspended, calm.weeks_suspended) == (0, 0)
    assert stopped.suspended > 0.3
    for quiet, loud in zip(calm.tracks, stopped.tracks, strict=True):
        assert loud.difference.median <= quiet.difference.median
        assert loud.luck > quiet.luck
        assert loud.band[0] <= loud.band[1]


def test_same_seed_same_cascade(istanbul):
    """Realisations are keyed by the seed."""
    first, second = (cascade(istanbul, find_shock(istanbul), draws=50, realisations=4) for _ in range(2))
    assert first == second
    assert cascade(istanbul, find_shock(istanbul), draws=50, realisations=4, seed=2) != first


def test_what_has_no_reprisal_has_no_chain(istanbul):
    """A card without retaliation, and an act by somebody who is no side."""
    shock = find_shock(istanbul)
    assert cascade(istanbul, replace(shock, channels={"cost": shock.channels["cost"]}), draws=20) is None
    assert cascade(istanbul, replace(shock, actor="nato"), draws=20) is None
