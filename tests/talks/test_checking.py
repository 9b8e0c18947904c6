"""What the priors imply, beside published frequencies and the simplest forecasts."""

from dataclasses import replace

import pytest

from detente.brief import prior_lines, simple_lines
from detente.case.model import Meeting
from detente.talks import find_shock, prior_check, simple_forecasts, simulate
from detente.talks.paired import basis, paired

DRAWS = 300


def test_the_implied_rate_is_the_mean_over_the_draws(istanbul):
    """Among many conflicts drawn from the priors, so many would have agreed by then, without the event."""
    shock = find_shock(istanbul)
    odds = simulate(istanbul, (shock,), draws=DRAWS)
    rows = {(row.track, row.composition): row for row in prior_check(odds)}
    for weeks in (4, 13, 26, 52):
        ran = paired(basis(istanbul, DRAWS, 1, "willing"), (shock,), weeks)
        for track in ("limited", "truce", "comprehensive"):
            without, felt = ran.chances(track).mean(axis=0)
            assert rows[track, "willing"].implied[weeks] == pytest.approx(without, rel=1e-12)
            at = next(t for t in odds.tracks if (t.track, t.composition) == (track, "willing")).by_weeks
            assert next(a.mean_with_shock for a in at if a.weeks == weeks) == pytest.approx(felt, rel=1e-12)


@pytest.mark.parametrize(("pace", "verdict"), [(1e-6, "above"), (0.006, "within"), (10.0, "below")])
def test_a_pace_that_the_frequencies_contradict_is_seen(istanbul, pace, verdict):
    """With talks that hardly ever or nearly always agree the published share lies outside what is implied."""
    ends = {"pace-comprehensive": (pace / 2, pace * 2) if verdict == "within" else (pace, pace)}
    odds = simulate(replace(istanbul, assumptions=ends), draws=DRAWS)
    row = next(r for r in prior_check(odds) if (r.track, r.composition) == ("comprehensive", "willing"))
    assert row.verdict == verdict
    assert any("over whole conflicts" in line for line in prior_lines(prior_check(odds), "willing"))


def test_the_simplest_forecasts_say_that_they_are_no_causes(istanbul):
    """The last state, the rounds so far and the published share, each with what it rests on."""
    found = {row.name: row.chance for row in simple_forecasts(istanbul)}
    assert found == {"last state": 0.0, "rounds so far": 0.0, "published share": 0.137}
    peace = Meeting("2025-07-01", None, ("russia", "ukraine"), "agreement", agreed=("settlement",))
    after = {row.name: row.chance for row in simple_forecasts(replace(istanbul, meetings=(*istanbul.meetings, peace)))}
    assert after == {"last state": 1.0, "rounds so far": pytest.approx(1 / 3), "published share": 0.137}
    assert "not causal" in "\n".join(simple_lines(simple_forecasts(istanbul)))
