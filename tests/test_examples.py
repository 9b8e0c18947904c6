"""The example's case and page are what the commands make of its reports."""

import re
from pathlib import Path

from click.testing import CliRunner

from detente.cli import main

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "istanbul-2025"


def run(*args: object) -> None:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output


def test_the_case_file_is_what_the_reports_give(tmp_path, monkeypatch):
    """`detente case` writes examples/istanbul-2025/case.yaml, byte for byte."""
    monkeypatch.chdir(EXAMPLE.parents[1])
    run("case", "examples/istanbul-2025/reports", "-o", tmp_path / "case.yaml")
    assert (tmp_path / "case.yaml").read_text() == (EXAMPLE / "case.yaml").read_text()


def test_the_page_is_what_the_reports_give(tmp_path, monkeypatch):
    """`detente brief` writes the page beside it: same headings, same sentences; figures may differ between machines."""
    monkeypatch.chdir(EXAMPLE.parents[1])
    run("brief", "examples/istanbul-2025/reports", "-o", tmp_path / "page.html")
    made, kept = (path.read_text() for path in (tmp_path / "page.html", EXAMPLE / "istanbul-2025.html"))
    for pattern in (r"<h[1-3].*?</h[1-3]>", r'id="entry-[^"]*"', r"<mark.*?</mark>"):
        found = re.findall(pattern, made, re.DOTALL)
        assert found
        assert found == re.findall(pattern, kept, re.DOTALL)
