"""The examples' cases and pages are what the commands make of their reports."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CASES = ("case", "three-sides")
NAMES = sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "reports").is_dir())


def run(*args: object) -> None:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output


def test_there_are_two_sides_and_three() -> None:
    """One example of each."""
    from detente.case import load

    assert {len(load(path).sides) for path in EXAMPLES.glob("*/*.yaml") if path.stem in CASES} == {2, 3}


@pytest.mark.parametrize("name", NAMES)
def test_the_case_file_is_what_the_reports_give(tmp_path, monkeypatch, name):
    """`detente case` writes the case of the example, byte for byte."""
    monkeypatch.chdir(EXAMPLES.parent)
    run("case", f"examples/{name}/reports", "-o", tmp_path / "case.yaml")
    assert (tmp_path / "case.yaml").read_text() == (EXAMPLES / name / "case.yaml").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_what_the_reports_give(tmp_path, monkeypatch, name):
    """`detente brief` writes the page beside it: same headings, same sentences; figures may differ between machines."""
    monkeypatch.chdir(EXAMPLES.parent)
    brought = f"examples/{name}/three-sides.yaml"
    run(
        "brief",
        f"examples/{name}/reports",
        *(["--case", brought] if Path(brought).exists() else []),
        "-o",
        tmp_path / "page.html",
    )
    made, kept = (path.read_text() for path in (tmp_path / "page.html", EXAMPLES / name / f"{name}.html"))
    for pattern in (r"<h[1-3].*?</h[1-3]>", r'id="entry-[^"]*"', r"<mark.*?</mark>"):
        found = re.findall(pattern, made, re.DOTALL)
        assert found
        assert found == re.findall(pattern, kept, re.DOTALL)
