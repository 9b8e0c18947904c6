"""Every entry can say where it stands, which rule read it, and what the parser made of its sentence."""

import json

from click.testing import CliRunner

from detente.cli import main
from detente.reading import explain, read
from detente.reading.rules import BY_ID
from detente.reports import report_from_text

TEXT = (
    "Norway and Denmark are at war.\n\nNorway demands a ceasefire of 30 days. On Monday Denmark attacked Norway."
    "\n\nThe two sides met in Oslo on 2 June."
)


def test_every_entry_is_explained_by_its_own_sentence():
    """The sentence holds the beginning of the quote; the words inside the quote are marked."""
    report = report_from_text(TEXT, date="2025-06-03")
    entries = read(report)
    told = list(explain(report, entries))
    assert [each.entry for each in told] == list(entries)
    assert {each.entry.kind for each in told} == {"position", "event", "claim", "round"}
    for each in told:
        assert each.entry.quote.text[:10] in each.sentence
        assert any(word.quoted for word in each.words)
        assert sum(word.relation == "ROOT" for word in each.words) >= 1


def test_a_rule_is_named_where_one_read_it():
    """Positions, events and rounds name a rule of the table; a figure is read by its unit."""
    report = report_from_text(TEXT, date="2025-06-03")
    for each in explain(report, read(report)):
        assert each.rule is BY_ID.get(each.entry.by.rule)
        assert (each.rule is None) == (each.entry.kind == "claim")


def test_the_command_explains(tmp_path):
    """`detente read --explain` prints sentence, rule and parse, and adds them to the JSON."""
    (tmp_path / "report.txt").write_text(TEXT)
    shown = CliRunner().invoke(main, ["read", str(tmp_path / "report.txt"), "--date", "2025-06-03", "--explain"])
    assert shown.exit_code == 0, shown.output
    assert "read by   demand-verb" in shown.output
    assert "nsubj" in shown.output
    assert max(map(len, shown.output.splitlines())) <= 80
    found = CliRunner().invoke(main, ["read", str(tmp_path / "report.txt"), "--explain", "--json"])
    told = json.loads(found.stdout)
    assert set(told["explained"]) == {entry["id"] for entry in told["positions"] + told["claims"]} | {
        entry["id"] for entry in told["events"] + told["rounds"]
    }
