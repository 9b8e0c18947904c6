"""The log of forecasts and its scores."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from detente.cli import main
from detente.errors import InputError
from detente.talks.forecasts import Forecast, Outcome, add, crps, crps_of, load, reliability, resolve, score

CASE = Path(__file__).parents[2] / "examples" / "istanbul-2025" / "case.yaml"


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


def test_the_model_is_scored_with_the_forecast_on_the_same_questions(tmp_path):
    """What the model said is kept with the forecast; on the questions that it was asked both have a row."""
    path = tmp_path / "log.jsonl"
    steep = [(1, 0.5), (10, 0.5)]
    asked = add(path, "a deal", 0.5, made="2025-01-01", until="2025-03-12", model=steep, model_of="case x")
    other = add(path, "a truce", 0.9, made="2025-01-01", until="2025-03-12")
    resolve(path, asked.id, happened=True, day="2025-01-08")
    resolve(path, other.id, happened=False, day="2025-03-13")
    forecasts, outcomes = load(path)
    assert forecasts[0].model == ((1.0, 0.5), (10.0, 0.5))
    assert "model" not in json.loads(path.read_text().splitlines()[1])["forecast"]
    rows = score(forecasts, outcomes)
    by = {row.by: row for row in rows}
    assert [row.resolved for row in rows] == [2, 1, 1, 2, 2]
    own, model = rows[1], by["the model"]
    assert (model.brier, model.log_score) == pytest.approx((own.brier, own.log_score))
    # F = t / 2 in the first week, then 1/2: 1/12 + 9/4, against 1/12 of t / 20 ... of an even spread.
    assert model.crps_weeks == pytest.approx(1 / 12 + 9 / 4, abs=0.01)
    assert model.crps_weeks < own.crps_weeks


@given(
    st.lists(st.floats(0.1, 1), min_size=1, max_size=6),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.none() | st.floats(0, 1),
)
def test_crps_of_a_curve_by_brute_force(steps, rises, when):
    """Straight pieces, integrated piece by piece, are what the score comes to."""
    weeks = [sum(steps[: k + 1]) for k in range(len(steps))]
    chances = [sum(rises[: k + 1]) / sum(rises) if sum(rises) else 0.0 for k in range(len(steps))]
    end = weeks[-1]
    came = None if when is None else when * end
    grid = [(k + 0.5) / 4000 * end for k in range(4000)]
    said = np.interp(grid, [0, *weeks], [0, *chances])
    hit = np.array([came is not None and t >= came for t in grid])
    expected = float(((said - hit) ** 2).mean() * end)
    curve = list(zip(weeks, chances, strict=True))
    assert crps_of(curve, end, came) == pytest.approx(expected, abs=end * 2e-3)


def test_crps_of_a_normal_distribution():
    """CRPS of N(0, 1) at 0 is .233695, moved to 10 weeks."""
    grid = np.linspace(0.0, 20.0, 401)[1:]
    curve = [(t, 0.5 * (1 + math.erf((t - 10) / math.sqrt(2)))) for t in grid]
    assert crps_of(curve, 20.0, 10.0) == pytest.approx(0.233695, abs=1e-3)


def test_the_curve_is_the_mean_chance_week_by_week(istanbul):
    """It rises, and at 26 weeks it is the mean of the odds."""
    from detente.talks import agreement_curve, prior_check, simulate

    curve = agreement_curve(istanbul, "2025-06-02", "2025-12-01", composition="willing", draws=300)
    assert [week for week, _ in curve] == list(range(1, 27))
    assert [p for _, p in curve] == sorted(p for _, p in curve)
    rows = prior_check(simulate(istanbul, draws=300))
    row = next(r for r in rows if (r.track, r.composition) == ("comprehensive", "willing"))
    assert curve[-1][1] == pytest.approx(row.implied[26], rel=1e-12)


def test_a_forecast_can_be_the_models_own(tmp_path):
    """`forecast add --model CASE` keeps the curve, and without --chance it is the model's own forecast."""
    args = ["forecast", "add", str(tmp_path / "log.jsonl"), "A deal", "--made", "2025-06-03", "--until", "2025-12-02"]
    found = CliRunner().invoke(main, [*args, "--model", str(CASE), "--draws", "200", "--json"])
    assert found.exit_code == 0, found.output
    said = json.loads(found.stdout)
    assert said["p"] == said["model"][-1][1]
    assert "comprehensive, unknown, case" in said["model_of"]
    refused = CliRunner().invoke(main, args)
    assert refused.exit_code == 2
    assert "--model CASE" in refused.output
