"""Baselines: keywords alone, and what a release reached."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import baseline
import corpora
import keywords
import readers
import release
import score
from annotations import FIELDS
from matching import KINDS, compare
from tables import counts

REPORTS = corpora.FOLDERS["reports"]


def test_keywords_find_what_they_are_made_for():
    """A plain sentence of each kind is found: the baseline is no straw man."""
    text = (
        "Norway and Denmark signed a ceasefire in Oslo on 3 June 2025. Norway attacked Denmark on May 7. "
        "Norway demanded the release of all prisoners. At least 12 people were killed."
    )
    found = keywords.read(text, "2025-06-04")
    positions = {(p["party"], p["stance"], p["issue"]) for p in found["positions"]}
    assert {(side, "accepts", "ceasefire") for side in ("Norway", "Denmark")} <= positions
    assert ("Norway", "demands", "prisoners") in positions
    events = {(e["type"], e["actor"], e["recipient"], e["date"]) for e in found["events"]}
    assert ("AGREE", "Denmark", "Norway", "2025-06-03") in events
    assert ("ASSAULT", "Norway", "Denmark", "2025-05-07") in events
    assert [(c["value"], c["unit"]) for c in found["claims"]] == [(12, "killed")]
    assert [(r["date"], r["place"], r["parties"]) for r in found["rounds"]] == [
        ("2025-06-03", "Oslo", ["Denmark", "Norway"])
    ]


@given(st.text(st.sampled_from("Norway Denmark agreed. 12 killed %,\n"), max_size=200))
def test_keywords_quote_the_text(text):
    """Whatever the text, every quote is in it and every entry has the fields of its kind."""
    for kind, entries in keywords.read(text, None).items():
        for entry in entries:
            assert entry["quote"] in text
            assert set(FIELDS[kind].split()) - entry.keys() <= {"precondition", "red_line", "after"}


@pytest.fixture(scope="module")
def kept():
    return counts(compare(REPORTS, readers.read_by_keywords))


def test_release_keeps_counts_and_no_text(kept, monkeypatch, tmp_path):
    """What is kept of a release are three counts by report and kind, found again by the digest of the reports."""
    monkeypatch.setattr(release, "read_here", readers.read_by_keywords)
    found = release.release("9.9.9", {"own": REPORTS})
    assert found["corpora"]["own"]["counts"] == kept
    file = tmp_path / "9.9.9.json"
    file.write_text(release._text(found))
    assert release.counts_on(REPORTS, file) == ("9.9.9", kept)
    assert release.counts_on(tmp_path, file) == ("9.9.9", None)


def test_latest_release_is_the_highest_number(monkeypatch, tmp_path):
    """0.10.0 comes after 0.9.1; other files are none."""
    monkeypatch.setattr(release, "RELEASES", tmp_path)
    assert release.latest() is None
    for name in ("0.9.1", "0.10.0", "notes"):
        (tmp_path / f"{name}.json").touch()
    assert release.latest() == tmp_path / "0.10.0.json"


def test_kept_releases_are_whole():
    """Each has its own number, and for each corpus a digest and three counts by report and kind, right the fewest."""
    files = list(release.RELEASES.glob("*.json"))
    assert files
    for file in files:
        kept = json.loads(file.read_text())
        assert kept["version"] == file.stem
        for corpus in kept["corpora"].values():
            rows = [row for report in corpus["counts"].values() for row in report.values()]
            assert len(corpus["corpus"]) == 16
            assert all(0 <= right <= min(gold, predicted) for right, gold, predicted in rows)


def test_a_release_is_not_written_over_by_accident(monkeypatch, tmp_path):
    """Without --again what is kept stays."""
    monkeypatch.setattr(release, "RELEASES", tmp_path)
    monkeypatch.setattr(release, "at_hand", dict)
    assert release.main([]) == 0
    with pytest.raises(SystemExit):
        release.main([])
    assert release.main(["--again"]) == 0


def test_comparison_prints_both_baselines(kept, monkeypatch, tmp_path, capsys):
    """A reader against itself by keywords and by release: no difference, in every row."""
    monkeypatch.setattr(baseline, "read_here", readers.read_by_keywords)
    monkeypatch.setattr(baseline, "read_by_rules", readers.read_by_keywords)
    monkeypatch.setattr(release, "read_here", readers.read_by_keywords)
    file = tmp_path / "9.9.9.json"
    file.write_text(release._text(release.release("9.9.9", {"own": REPORTS})))
    assert baseline.main([str(REPORTS), "--against", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found.keys() == {"keywords", "rules alone", "release 9.9.9"}
    for rows in found.values():
        assert rows.keys() == {*KINDS, "macro"}
        assert {row["difference"] for row in rows.values()} == {0}


def test_any_two_readers_can_be_compared(kept, monkeypatch, tmp_path, capsys):
    """What score.py kept of one reader is the other side of a comparison."""
    gold = tmp_path / "annotated"
    assert score.main([str(REPORTS), str(REPORTS), "--save", str(gold)]) == 0
    assert [path.name for path in sorted(gold.iterdir())] == [path.name for path in sorted(REPORTS.glob("*.json"))]
    capsys.readouterr()
    monkeypatch.setattr(baseline, "read_here", readers.read_by_keywords)
    baseline.main([str(REPORTS), "--against", str(gold), "--json"])
    rows = json.loads(capsys.readouterr().out)["annotated"]
    assert {row["theirs"] for row in rows.values()} == {1}
    assert all(row["difference"] < 0 for row in rows.values())


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"version": "1", "corpora": {"a": {}}}'])
def test_other_files_are_no_release(content, monkeypatch, tmp_path, capsys):
    """What is no release is refused in one line that names the file."""
    monkeypatch.setattr(baseline, "read_here", readers.read_by_keywords)
    file = tmp_path / "notes.json"
    file.write_text(content)
    with pytest.raises(SystemExit):
        baseline.main([str(REPORTS), "--against", str(file)])
    assert f"{file} is not what release.py writes" in capsys.readouterr().err


def test_a_release_measured_elsewhere_says_so(monkeypatch, tmp_path, capsys):
    """Other reports than those of the release: no figures, and a line that says why."""
    monkeypatch.setattr(baseline, "read_here", readers.read_by_keywords)
    file = tmp_path / "9.9.9.json"
    file.write_text(json.dumps({"version": "9.9.9", "corpora": {}}))
    baseline.main([str(REPORTS), "--against", str(file)])
    assert "release 9.9.9: not measured on these reports" in capsys.readouterr().out
