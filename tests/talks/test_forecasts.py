"""The log of forecasts and its scores."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.talks.forecasts import Forecast, Outcome, add, crps, load, reliability, resolve, score


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.jsonl"
    for p, until in ((0.9, "2025-12-31"), (0.2, "2025-07-01")):
        add(path, f"deal at {p}", p, made="2025-06-01", until=until)
    return path


def test_round_trip_and_scores_by_hand(log):
    """What was written is read, and the scores are those of the formulas."""
    first, second = load(log)[0]
    resolve(log, first.id[:6], happened=True, day="2025-09-01")
    resolve(log, second.id, happened=False, day="2025-07-02")
    forecasts, outcomes = load(log)
    own, even, _ = score(forecasts, outcomes)
    assert own.brier == pytest.approx((0.1**2 + 0.2**2) / 2)
    assert own.log_score == pytest.approx(-(math.log(0.9) + math.log(0.8)) / 2)
    assert (even.brier, even.log_score) == pytest.approx((0.25, math.log(2)))
    assert own.crps_weeks < even.crps_weeks
    assert [(b.count, b.came) for b in reliability(forecasts, outcomes)] == [(1, 0.0), (1, 1.0)]


@given(p=st.floats(0, 1), end=st.floats(1, 100), share=st.floats(0, 1))
def test_crps_is_the_integral(p, end, share):
    """For an even spread the CRPS has a closed form, with and without the event."""
    w = share
    hit = p**2 * w**3 / 3 + ((1 - p * w) ** 3 - (1 - p) ** 3) / (3 * p) if p > 1e-3 else 1 - w
    tolerance = end * 2e-3 + 1e-9
    assert crps(p, end, share * end) == pytest.approx(end * hit, abs=tolerance + (0.01 * end if p <= 1e-3 else 0))
    assert crps(p, end, None) == pytest.approx(end * p**2 / 3, abs=tolerance)


def test_nothing_resolved_no_score(log):
    """Open forecasts have no score."""
    assert score(*load(log)) == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"p": 1.2}, "from 0 to 1"),
        ({"until": "2025-05-01"}, "not after"),
        ({"made": "June"}, "no day"),
        ({"question": " "}, "empty"),
    ],
)
def test_faulty_forecasts_are_refused_and_nothing_is_written(log, change, message):
    """The log stays as it was."""
    before = log.read_bytes()
    row = {"question": "q", "p": 0.5, "made": "2025-06-01", "until": "2025-08-01"} | change
    with pytest.raises(InputError, match=message):
        add(log, row["question"], row["p"], made=row["made"], until=row["until"])
    assert log.read_bytes() == before


def test_faulty_outcomes_are_refused(log):
    """Unknown, early, late and double outcomes."""
    first, second = load(log)[0]
    for id, happened, day, message in (
        ("zz", True, "2025-06-05", "0 forecasts begin"),
        (first.id, True, "2025-05-01", "before the forecast"),
        (first.id, True, "2026-05-01", "after the last day"),
        (second.id, False, "2025-06-15", "may still happen"),
    ):
        with pytest.raises(InputError, match=message):
            resolve(log, id, happened=happened, day=day)
    resolve(log, second.id, happened=False, day="2025-07-02")
    with pytest.raises(InputError, match="not rewritten"):
        resolve(log, second.id, happened=True, day="2025-06-20")


def test_a_file_that_is_no_log_is_not_touched(tmp_path):
    """Another file is named with the line, and stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text(json.dumps({"format": "other"}) + "\n")
    with pytest.raises(InputError, match="line 1 is not of a forecast log"):
        add(path, "q", 0.5, made="2025-06-01", until="2025-08-01")
    assert path.read_text() == json.dumps({"format": "other"}) + "\n"


def test_said_the_same_twice(log):
    """The same forecast is not added again."""
    with pytest.raises(InputError, match="there already"):
        add(log, "deal at 0.9", 0.9, made="2025-06-01", until="2025-12-31")


def test_a_perfect_forecaster_beats_the_baselines():
    """Brier and log score are proper: certainty that comes true is best."""
    said = [Forecast(str(k), "q", "2025-01-01", "2025-06-01", float(k % 2)) for k in range(4)]
    came = {str(k): Outcome(str(k), bool(k % 2), "2025-06-01") for k in range(4)}
    own, *baselines = score(said, came)
    assert all(own.brier < other.brier and own.log_score < other.log_score for other in baselines)


def test_a_log_that_is_no_text_says_where(tmp_path):
    """With line and byte, and nothing of the codec."""
    path = tmp_path / "log.jsonl"
    add(path, "a deal", 0.5, made="2025-01-01", until="2025-12-31")
    path.write_bytes(path.read_bytes() + b"caf\xe9\n")
    with pytest.raises(InputError, match=r"log\.jsonl: line 2, byte 4: is not UTF-8"):
        load(path)
