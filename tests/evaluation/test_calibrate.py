"""Confidence from annotated reports: shares drawn towards their kind, and close to what other reports show."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calibrate
import corpora
from matching import compare
from readers import read_here
from tables import judged, reliability

ROWS = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
)


@given(ROWS)
def test_confidence_lies_between_the_rule_and_its_kind(rows):
    """Shrinking moves a share towards that of the kind, never past it, and never to certainty."""
    found = calibrate.shrunk(rows)
    mean = found["all"]["confidence"]
    assert 0 < mean < 1
    for rule, (right, n) in rows.items():
        low, high = sorted((right / n, mean))
        assert 0 < found["rules"][rule]["confidence"] < 1
        assert low - 1e-3 <= found["rules"][rule]["confidence"] <= high + 1e-3


@given(st.integers(1, 20), st.integers(1, 20))
def test_more_entries_weigh_more(right, wrong):
    """With the same share, the rule with more entries stays nearer to it."""
    few, many = (right, right + wrong), (10 * right, 10 * (right + wrong))
    found = calibrate.shrunk({"few": few, "many": many, "other": (40, 50)})["rules"]
    share = right / (right + wrong)
    assert abs(found["many"]["confidence"] - share) <= abs(found["few"]["confidence"] - share) + 1e-3


def test_prior_is_strong_where_rules_are_alike_and_weak_where_they_differ():
    """Rules with one share are drawn together; rules that are all right or all wrong are let be."""
    alike = calibrate.shrunk({"a": (10, 20), "b": (20, 40), "c": (5, 10)})
    apart = calibrate.shrunk({"a": (20, 20), "b": (0, 20), "c": (20, 20), "d": (0, 20)})
    assert alike["prior"] == max(calibrate.STRENGTHS)
    assert apart["prior"] == min(calibrate.STRENGTHS)


def test_nothing_read_is_one_half():
    """A kind without entries is as likely right as wrong."""
    assert calibrate.shrunk({})["all"]["confidence"] == 0.5


@given(st.dictionaries(st.sampled_from(["position", "event"]), ROWS, min_size=1))
def test_written_table_is_what_was_worked_out(rows):
    """The file holds the table, a rule on each line."""
    table = {kind: calibrate.shrunk(of_kind) for kind, of_kind in rows.items()}
    lines = calibrate.text(table)
    assert json.loads(lines) == table
    assert sum('"right"' in line for line in lines.splitlines()) == sum(1 + len(of_kind) for of_kind in rows.values())


def test_command_prints_or_writes(tmp_path, monkeypatch, capsys):
    """The table of two own reports: printed, or written where the reader looks."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in corpora.FOLDERS["reports"].glob("0[12]*.*"):
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(calibrate, "CONFIDENCE_FILE", tmp_path / "confidence.json")
    calibrate.main([str(folder), "--print"])
    printed = capsys.readouterr().out
    assert not (tmp_path / "confidence.json").exists()
    calibrate.main([str(folder)])
    assert (tmp_path / "confidence.json").read_text() == printed
    assert json.loads(printed).keys() == {"position", "event", "claim", "round"}


@pytest.mark.parametrize("name", ["reports", "dev"])
def test_confidence_can_be_believed(name):
    """On other reports: within .2 of the share that is right, and the surer half of entries is right more often."""
    folder = corpora.FOLDERS[name]
    if not folder.is_dir():
        pytest.skip(f"annotated reports are not on this machine ({folder})")
    compared = list(compare(folder, read_here))
    assert reliability(compared)["all"]["calibration_error"] <= 0.2
    entries = sorted((entry["confidence"], right) for _, entry, right in judged(compared))
    half = len(entries) // 2
    unsure, sure = (sum(right for _, right in part) / len(part) for part in (entries[:half], entries[half:]))
    assert sure > unsure
