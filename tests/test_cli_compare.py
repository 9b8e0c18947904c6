"""`detente compare`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025" / "reports"
FAST = ("--draws", "200")


def detente(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_dates_of_one_folder(here):
    """The strike and the second round are new; the page, the document and the lines are written."""
    made = detente(
        "compare", REPORTS, "--until", "2025-05-31", "--until", "2025-06-02", *FAST, "-o", "c.html", "-o", "c.docx"
    )
    assert made.exit_code == 0, made.output
    assert "+ 1 June 2025: Ukraine attacked Russia." in made.stdout
    assert max(len(line) for line in made.stdout.splitlines() if "is in" not in line) <= 80
    assert "Ukraine attacked Russia" in (here / "c.html").read_text()
    assert (here / "c.docx").read_bytes()[:2] == b"PK"


def test_two_records_two_cases_and_a_folder_can_be_compared(here):
    """Whatever a place is, it is found out; the same material on both sides has no change."""
    one = REPORTS / "2025-05-17-first-round.txt"
    assert detente("record", "add", "r.db", one).exit_code == 0
    assert detente("case", one, "-o", "c.yaml").exit_code == 0
    for pair in (("r.db", one), ("c.yaml", "c.yaml")):
        made = detente("compare", *pair, *FAST, "--title", "Talks", "--json")
        assert made.exit_code == 0, made.output
        assert [chapter["changes"] for chapter in json.loads(made.stdout)["chapters"]] == [[]] * 7


@pytest.mark.parametrize(
    ("args", "part"),
    [
        ((REPORTS,), "--until twice"),
        ((REPORTS, REPORTS, REPORTS), "give two"),
        ((REPORTS, "--until", "2025-05-31"), "--until is given twice"),
        ((REPORTS, "--until", "May", "--until", "2025-06-02"), "YYYY-MM-DD"),
        ((REPORTS, "--until", "2020-01-01", "--until", "2025-06-02"), "the first is of 2025-05-17"),
        ((REPORTS, REPORTS, "-o", "c.pdf"), ".docx"),
        ((REPORTS.parent / "case.yaml", "--until", "2025-05-31", "--until", "2025-06-02"), "a case has none"),
    ],
)
def test_what_cannot_be_compared_is_said(here, args, part):
    """One line, exit code 2, nothing written."""
    made = detente("compare", *args, *FAST)
    assert made.exit_code == 2
    assert part in made.stderr
    assert len(made.stderr.strip().splitlines()) == 1
    assert not list(here.iterdir())
