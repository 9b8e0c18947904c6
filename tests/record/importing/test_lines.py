"""Lines of an export that somebody changed: named, passed by, and nothing half-written."""

import json
from dataclasses import replace

import pytest

from detente.entries import Event, Provenance
from detente.errors import ReportError
from detente.record import Record
from detente.record.exporting import export
from detente.record.importing import import_lines, is_export, sources
from detente.record.statements import details_row
from detente.reports import report_from_text


@pytest.fixture
def lines(tmp_path):
    """Head, two reports with a corrected event each, and the decision that these were two meetings."""
    with Record() as record:
        for day in "12":
            made = report_from_text(f"Talks were held in Oslo on day {day}.", date=f"2020-03-0{day}")
            event = Event("CONSULT", "Arland", "Borland", None, None, made.quote(0, 5), Provenance("rules", "1"))
            record.add(made, [event])
            record.judge(event.id, "correct", changes={"place": "Oslo"}, by="Ana")
        record.join(*record.seen(), "part", by="Ana")
        export(record, tmp_path / "a.jsonl", "jsonl")
    return [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]


def changed(lines, path, value):
    *way, last = path
    inner = lines[1]
    for part in way:
        inner = inner[part]
    inner[last] = value


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (["text"], "Talks failed.", "does not follow"),
        (["text"], None, "text: "),
        (["more"], 1, "more: "),
        (["details", 0, "date"], "2020-03-09", "does not follow"),
        (["details", 0, "date"], "2020-13-09", "details.0.date"),
        (["details"], [], "not there"),
        (["entries", 0, "body", "place"], "Bergen", "does not follow"),
        (["entries", 0, "body", "type"], "WAR", "WAR"),
        (["entries", 0, "body", "quote"], "talks", "does not stand there"),
        (["entries", 0, "body", "actor"], 7, "actor"),
        (["entries", 0, "body"], {}, "entry"),
        (["readings", 0, "confidence"], 2, "readings.0.confidence"),
        (["readings", 0, "entry"], "0" * 16, "not there"),
        (["readings"], [], "nobody read"),
        (["judgements", 0, "note"], "so", "does not follow"),
        (["judgements", 0, "at"], "now", "judgements.0.at"),
        (["judgements", 0, "supersedes"], "0" * 16, "not there"),
        (["judgements"], [], "nobody read"),
        (["sightings"], [], "do not fit"),
    ],
)
def test_a_line_that_does_not_hold_is_passed_by(lines, tmp_path, path, value, why):
    """Its number and the reason are told; the other line is added, and nothing of this one."""
    changed(lines, path, value)
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    told = []
    with Record() as record:
        done = import_lines(record, tmp_path / "b.jsonl", lambda fault: told.append(str(fault)))
        # The decision on both events cannot stand without one of them.
        assert (done.reports, done.skipped) == (1, 2)
        assert [each.id for each in record.reports()] == [lines[2]["id"]]
        assert len(record.entries()) == len(record.log()) == 1
    fault = told[0]
    assert fault.startswith(f"{tmp_path}/b.jsonl: line 2: ")
    assert why in fault


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("note", "so", "line 4: joining"),
        ("decision", "marry", "line 4: joining.decision"),
        ("supersedes", "0" * 16, "superseded joining"),
        ("more", 1, "line 4: joining.more"),
        (None, None, "is not there"),
    ],
)
def test_a_decision_on_two_that_does_not_hold_is_passed_by(lines, tmp_path, field, value, why):
    """What is wrong is told, also where the report of one of the entries could not be used; the rest is added."""
    joining = lines[3]["joining"]
    if field is None:
        lines[1]["text"] = "Talks failed."
    else:
        joining[field] = value
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    told = []
    with Record() as record:
        done = import_lines(record, tmp_path / "b.jsonl", lambda fault: told.append(str(fault)))
        assert done.skipped == len(told)
        assert done.reports == (1 if field is None else 2)
        assert not any(len(each.on) == 2 for each in record.log())
    assert why in told[-1]


def test_a_file_of_nothing_usable_is_an_error(lines, tmp_path):
    """So is a broken line, without somebody to tell."""
    (tmp_path / "b.jsonl").write_text(json.dumps(lines[0]) + "\n{\n")
    with Record() as record:
        with pytest.raises(ReportError, match="none of its 1 line"):
            import_lines(record, tmp_path / "b.jsonl", lambda _: None)
        with pytest.raises(ReportError, match="line 2: not JSON"):
            import_lines(record, tmp_path / "b.jsonl")


@pytest.mark.parametrize(
    ("head", "expected"),
    [({"detente": "record", "version": 1}, True), ({"text": "Talks began."}, False), ([], False), ("", False)],
)
def test_exports_are_told_by_their_first_line(tmp_path, head, expected):
    """JSON Lines of reports are no export."""
    (tmp_path / "a.jsonl").write_text(json.dumps(head) if head != "" else "{")
    assert is_export(tmp_path / "a.jsonl") is expected


def test_a_newer_export_is_refused(tmp_path):
    """It says that it is newer."""
    (tmp_path / "a.jsonl").write_text('{"detente": "record", "version": 3}')
    with pytest.raises(ReportError, match="newer version"):
        is_export(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    ("name", "redact", "why"),
    [
        ("a.csv", True, "is a redacted export: .* give an export made without --redacted"),
        ("a.jsonl", True, "is a redacted export: .* give an export made without --redacted"),
        ("a.jsonld", True, r"is JSON-LD, .* as JSON Lines \(-o NAME.jsonl\) or CSV, made without --redacted"),
        ("a.jsonld", False, r"is JSON-LD, .* as JSON Lines \(-o NAME.jsonl\) or CSV"),
        ("a.parquet", False, r"is Parquet, .* as JSON Lines \(-o NAME.jsonl\) or CSV"),
    ],
)
def test_an_export_of_which_no_record_is_made_says_so(lines, tmp_path, name, redact, why):
    """With the way out."""
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with Record() as record:
        import_lines(record, tmp_path / "b.jsonl")
        export(record, tmp_path / name, name.rpartition(".")[2], redact=redact)
    with pytest.raises(ReportError, match=why):
        sources([tmp_path / name])


def test_a_report_with_a_nul_is_passed_by(lines, tmp_path):
    """An earlier version took it in a file; no database does."""
    made = report_from_text("Talks were held.", date="2020-03-01")
    text = "Talks \0 were held."
    bad = replace(made, text=text, kept=((0, len(text)),))
    row = {"id": bad.id, "text": text, "details": [details_row(bad)], "entries": [], "readings": [], "judgements": []}
    row["sightings"] = [lines[1]["sightings"][0] | {"details": details_row(bad)["id"]}]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, [lines[0], row, lines[2]])))
    told = []
    with Record() as record:
        assert import_lines(record, tmp_path / "b.jsonl", lambda fault: told.append(str(fault))).reports == 1
    assert "line 2: has the character NUL, which a record cannot hold" in told[0]
