"""The form of annotated reports: those that ship are sound, and every kind of fault is named."""

import json
from pathlib import Path

import pytest

import annotations
import baseline
import calibrate
import score

REPORTS = Path(annotations.__file__).with_name("reports")
TEXT = "Norway and Denmark signed a truce in Oslo on 3 June 2025. Twelve people had been killed."
EVENT = {"type": "AGREE", "actor": "Denmark", "recipient": "Norway", "date": "2025-06-03", "place": "Oslo"}
GOLD = {
    "id": "one",
    "date": "2025-06-03",
    "positions": [
        {"party": "Norway", "issue": "ceasefire", "stance": "accepts", "terms": "truce", "quote": "signed a truce"}
        | {"precondition": False, "red_line": False, "after": []}
    ],
    "events": [EVENT | {"quote": "signed a truce in Oslo"}],
    "claims": [
        {"source": None, "value": 12, "unit": "killed", "what": "dead", "comparator": "=", "status": "stated"}
        | {"quote": "Twelve people had been killed."}
    ],
    "rounds": [
        {"date": "2025-06", "place": None, "parties": ["Denmark", "Norway"], "mediators": []}
        | {"outcome": "agreement", "agreed": ["ceasefire"], "quote": "signed a truce in Oslo"}
    ],
}


def found(tmp_path: Path, gold: object) -> list[str]:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "one.json").write_text(gold if isinstance(gold, str) else json.dumps(gold))
    return list(annotations.faults(tmp_path))


def test_reports_that_ship_are_sound():
    """Ten reports, no fault."""
    assert len(list(REPORTS.glob("*.json"))) == 10
    assert list(annotations.faults(REPORTS)) == []


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_reports_that_ship_are_short_texts_with_nothing_in_places(path):
    """Each has 180 to 420 words, and stretches from which nothing is taken."""
    text, gold = path.read_text(), json.loads(path.with_suffix(".json").read_text())
    quoted = {e["quote"] for kind in annotations.FIELDS for e in gold[kind]}
    empty = [line for line in text.splitlines() if len(line.split()) > 3 and not any(quote in line for quote in quoted)]
    assert 180 <= len(text.split()) <= 420
    assert empty


def test_sound_annotation_has_no_fault(tmp_path):
    """The example is sound, so that each change to it below is what makes the fault."""
    assert found(tmp_path, GOLD) == []


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("positions", "issue", "weather"),
        ("positions", "stance", "wants"),
        ("positions", "terms", ""),
        ("positions", "precondition", None),
        ("positions", "after", ["weather"]),
        ("positions", "quote", "signed no truce"),
        ("events", "type", "FIGHT"),
        ("events", "date", "2025-13"),
        ("events", "date", "3 June 2025"),
        ("events", "actor", "Sweden"),
        ("events", "place", ""),
        ("claims", "unit", "eggs"),
        ("claims", "value", "twelve"),
        ("claims", "value", True),
        ("claims", "comparator", ">="),
        ("claims", "status", "true"),
        ("rounds", "outcome", "success"),
        ("rounds", "parties", []),
        ("rounds", "agreed", ["weather"]),
        ("rounds", "mediators", None),
        ("rounds", "weather", "fair"),
    ],
)
def test_every_fault_is_named(tmp_path, kind, field, value):
    """One wrong field, one line, which names the place."""
    lines = found(tmp_path, GOLD | {kind: [GOLD[kind][0] | {field: value}]})
    assert len(lines) == 1
    assert lines[0].startswith(f"one.json: {kind}[0].")


def test_missing_fields_and_lists(tmp_path):
    """What is not there is named too."""
    event = {name: value for name, value in GOLD["events"][0].items() if name != "place"}
    assert found(tmp_path, GOLD | {"events": [event]}) == ["one.json: events[0].place: missing"]
    assert found(tmp_path, GOLD | {"rounds": None}) == ["one.json: rounds: a list is missing"]
    assert found(tmp_path, GOLD | {"rounds": ["Oslo"]}) == ["one.json: rounds[0]: not an object"]


def test_twice_the_same_entry(tmp_path):
    """A position of one party, issue and stance stands once; another stance is another entry."""
    position = GOLD["positions"][0]
    assert found(tmp_path, GOLD | {"positions": [position, position | {"terms": "another"}]}) == [
        "one.json: positions[1]: the same as positions[0]"
    ]
    assert found(tmp_path, GOLD | {"positions": [position, position | {"stance": "demands"}]}) == []


@pytest.mark.parametrize("content", ["{", "[]", "null"])
def test_no_annotation_at_all(tmp_path, content):
    """What is no object is one fault, not a crash."""
    assert len(found(tmp_path, content)) == 1


@pytest.mark.parametrize("command", [score.main, baseline.main, calibrate.main], ids=["score", "baseline", "calibrate"])
def test_nothing_is_measured_on_faulty_annotations(tmp_path, command, capsys):
    """An empty folder and one with a fault are refused in a line that says why."""
    with pytest.raises(SystemExit):
        command([str(tmp_path)])
    assert "no annotated report" in capsys.readouterr().err
    found(tmp_path, GOLD | {"rounds": None})
    with pytest.raises(SystemExit):
        command([str(tmp_path)])
    assert "one.json: rounds: a list is missing (1 in all;" in capsys.readouterr().err


def test_command_tells_by_its_exit_code(tmp_path, capsys):
    """0 where all is sound, 1 where there are faults."""
    found(tmp_path, GOLD)
    assert annotations.main([str(tmp_path)]) == 0
    found(tmp_path, GOLD | {"id": "two"})
    assert annotations.main([str(tmp_path)]) == 1
    assert "1 reports, 1 faults" in capsys.readouterr().out
