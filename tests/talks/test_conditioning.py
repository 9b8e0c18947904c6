"""Failed rounds as evidence."""

from dataclasses import replace

import pytest

from detente.case.model import Meeting
from detente.talks import failed_rounds, find_shock

ROUNDS = (
    Meeting("2025-05-16", "Istanbul", ("russia", "ukraine"), "no_agreement"),
    Meeting("2025-06-02", "Istanbul", ("russia", "ukraine"), "collapse"),
)


def test_failure_lowers_the_odds_and_longer_failure_more(istanbul):
    """Draws in which a deal was at hand lose weight, the more the longer none came."""
    short = failed_rounds(replace(istanbul, meetings=ROUNDS), composition="willing", draws=2000)
    early = replace(ROUNDS[0], date="2015-05-16")
    long = failed_rounds(replace(istanbul, meetings=(early, ROUNDS[1])), composition="willing", draws=2000)
    assert short.weeks_without_deal == 3
    assert long.without.median < short.without.median
    assert long.effective_sample < short.effective_sample < 2000


def test_a_small_effective_sample_is_refused(istanbul):
    """Under 500 effective draws nothing is said, and why."""
    found = failed_rounds(replace(istanbul, meetings=ROUNDS), find_shock(istanbul), composition="willing", draws=400)
    assert found.without is None
    assert "fewer than 500" in found.refused


def test_no_round_or_a_settlement_is_no_failure(istanbul):
    """Without a round, or with a whole settlement agreed, there is nothing to learn from."""
    assert failed_rounds(replace(istanbul, meetings=()), draws=600) is None
    settled = replace(ROUNDS[1], agreed=("settlement",), outcome="agreement")
    assert failed_rounds(replace(istanbul, meetings=(ROUNDS[0], settled)), draws=600) is None


def test_weighted_shares_are_shares(istanbul):
    """With an event its signs are weighted too."""
    found = failed_rounds(replace(istanbul, meetings=ROUNDS), find_shock(istanbul), composition="willing", draws=2000)
    assert 0 < found.share_positive + found.share_negative <= 1
    assert found.with_shock.r90 == pytest.approx(found.without.r90, abs=0.1)
