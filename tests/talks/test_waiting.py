"""Time to agreement: the weeks up to the horizon that pass without one."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief import waiting_lines
from detente.settlement.draws import draw
from detente.talks import find_shock, simulate
from detente.talks.paired import basis, paired
from detente.talks.waiting import stops, waiting


@given(st.floats(1e-4, 2), st.floats(0, 1), st.integers(1, 120))
def test_with_the_same_readiness_in_every_week_it_is_the_closed_form(pace, ready, weeks):
    """(1 - exp(-lambda A H)) / (lambda A), however many points; the horizon where nothing is allowed."""
    at = stops(weeks)
    found = waiting(np.array([pace]), [np.array([[ready * week]]) for week in at], at)[0, 0]
    rate = pace * ready
    assert found == pytest.approx(-math.expm1(-rate * weeks) / rate if rate > 1e-9 else weeks, rel=1e-6)


@given(st.integers(1, 520))
def test_the_points_rise_and_end_at_the_horizon(weeks):
    """Few points, whatever the horizon."""
    at = stops(weeks)
    assert at == sorted(set(at))
    assert (at[0] >= 1, at[-1]) == (True, weeks)
    assert len(at) <= 14


def test_few_points_are_as_good_as_all_weeks(istanbul):
    """The sum in between is nearly straight: against a point in every week the difference is under a tenth of a day."""
    base = basis(istanbul, 200, 1, "willing")
    sums = {week: paired(base, (find_shock(istanbul),), week).g[2] for week in range(1, 27)}
    pace = draw(istanbul, 200).values_of["pace-comprehensive"]
    few, all_ = (waiting(pace, [sums[week] for week in at], at) for at in (stops(26), list(range(1, 27))))
    assert np.abs(few - all_).max() < 0.1 / 7


def test_what_the_event_adds_has_the_opposite_sign_of_what_it_does_to_the_odds(istanbul):
    """Odds that fall make the waiting longer, and nobody waits longer than the horizon."""
    odds = simulate(istanbul, (find_shock(istanbul),), draws=400)
    effects = {(e.track, e.composition): e for e in odds.effects}
    for row in odds.tracks:
        waited, effect = row.waiting, effects[row.track, row.composition]
        assert 0 < waited.without.r90[0] <= waited.without.r90[1] <= odds.weeks
        if row.structural_zero == 1:
            assert (waited.without.median, waited.added.r90) == (odds.weeks, (0, 0))
        elif effect.difference.r90[0] < 0 < effect.difference.r90[1]:
            assert waited.added.r90[0] < 0 < waited.added.r90[1]
    assert any("the event adds" in line for line in waiting_lines(odds))
