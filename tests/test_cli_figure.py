"""The command for single figures."""

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from detente import cli_figure
from detente.brief import FIGURES
from detente.cli import main

CASE = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025" / "case.yaml"
FAST = ("--draws", "200")


def figure(*args: object) -> Result:
    return CliRunner().invoke(main, ["figure", *(str(arg) for arg in args)])


def refused(result: Result, *parts: str) -> None:
    """The command ended with exit code 2, one line on stderr with these parts, and nothing on stdout."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    for part in parts:
        assert part in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_without_anything_the_kinds_are_listed():
    """Each name with what it shows."""
    result = figure()
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()[: len(FIGURES)]] == list(FIGURES)
    assert [row["name"] for row in json.loads(figure("--json").stdout)] == list(FIGURES)


def test_material_without_a_name_lists_findings():
    """Every figure has a finding or a reason; a path in the place of the name is the material."""
    result = figure(CASE, *FAST, "--json")
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)
    assert sorted(row["name"] for row in rows) == sorted(FIGURES)
    assert all(bool(row["title"]) != bool(row["why"]) for row in rows)
    told = figure("--case", CASE, *FAST)
    assert "(not drawn: nothing is counted by more than one figure)" in told.stdout


@pytest.mark.parametrize("name", ["matrix", "blockers"])
def test_a_pipe_gets_csv(name):
    """The data with its head, as a spreadsheet takes it."""
    result = figure(name, CASE, *FAST)
    assert result.exit_code == 0, result.output
    rows = list(csv.reader(StringIO(result.stdout)))
    assert "issue" in rows[0]
    assert len(rows) > 5
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_person_gets_a_table(monkeypatch):
    """The finding above it, the caption below it."""
    monkeypatch.setattr(cli_figure, "_looking", lambda: True)
    result = figure("matrix", CASE)
    assert result.stdout.splitlines()[0].startswith("Ceasefire")
    assert "demands" in result.stdout
    assert "silence" in result.stdout.splitlines()[-2] + result.stdout.splitlines()[-1]
    assert max(map(len, result.stdout.splitlines())) < 240


def test_files_by_their_ending(tmp_path):
    """SVG and PNG in two widths, CSV, and nothing on stdout."""
    for name, start in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.csv", b"first,then")):
        result = figure("steps", CASE, *FAST, "-o", tmp_path / name)
        assert (result.exit_code, result.output) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(start)
    narrow = tmp_path / "narrow.svg"
    assert figure("steps", CASE, *FAST, "-o", narrow, "--width", "narrow").exit_code == 0
    boxes = [ElementTree.fromstring(path.read_text()).get("viewBox") for path in (tmp_path / "a.svg", narrow)]
    assert [box.split()[2] for box in boxes] == ["924", "348"]


def test_json_has_title_note_and_rows():
    """For a program."""
    made = json.loads(figure("fan", CASE, *FAST, "--json").stdout)
    assert made["name"] == "fan"
    assert "200 draws" in made["note"]
    assert made["rows"][0].keys() >= {"track", "weeks", "median"}


def test_faults_are_one_line_with_the_way_out(tmp_path):
    """Unknown names, figures that cannot be drawn, endings that mean nothing, a picture without a name."""
    refused(figure("pie", CASE), "no figure is called 'pie'", "timeline, claims, matrix")
    refused(figure("claims", CASE), "no figure claims", "more than one figure")
    refused(figure("matrix", CASE, "-o", tmp_path / "a.gif"), "a.gif", ".svg, .png or .csv")
    refused(figure(CASE, "-o", tmp_path / "a.svg"), "give its name")
    refused(figure("matrix"), "nothing to work on")
    refused(figure("matrix", CASE, "-o", tmp_path / "none" / "a.csv"), "cannot be written")
