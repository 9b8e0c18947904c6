"""The measure of main text: both forms of page sets, and figures that can be worked out by hand."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
FIRST = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."
SECOND = "Observers counted no violation along the whole line, the mission said in its report for that day."
PAGES = {
    "a": f"<html><body><nav>Home World</nav><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>",
    "b": f"<html><body><article><p>{SECOND}</p></article><footer>Terms of use</footer></body></html>",
}


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("boilerplate", ROOT / "evaluation" / "boilerplate.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules["boilerplate"] = loaded
    spec.loader.exec_module(loaded)
    return loaded


boilerplate = module()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, page in PAGES.items():
        (tmp_path / f"{name}.html").write_text(page)
    return tmp_path


def figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    assert boilerplate.main([str(folder), "--json"]) == 0
    return json.loads(capsys.readouterr().out)[str(folder)]


def test_pairs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept is the text of both pages; a text that has more counts against recall alone, by its runs."""
    (folder / "a.txt").write_text(f"{FIRST}\n{SECOND}\n")
    (folder / "b.txt").write_text(SECOND)
    assert figures(folder, capsys)["f1"] == 1.0
    (folder / "b.txt").write_text(f"{SECOND} one two three four")
    found = figures(folder, capsys)
    words = len(f"{FIRST} {SECOND}".split()) - 3 + len(SECOND.split()) - 3
    assert (found["precision"], found["right"], found["wanted"]) == (1.0, words, words + 4)


def test_a_map(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two of three wanted strings and one of two unwanted ones: precision and recall are two thirds."""
    (folder / "pages").mkdir()
    (folder / "b.html").rename(folder / "pages" / "b.html")
    rows = {
        "https://example.org/a": {"file": "a.html", "with": [FIRST[:40], "Nobody knows"], "without": ["Home World"]},
        "https://example.org/b": {"file": "b.html", "with": [SECOND[20:60]], "without": [SECOND[-20:]]},
    }
    (folder / "map.json").write_text(json.dumps(rows))
    found = figures(folder, capsys)
    assert (found["right"], found["kept"], found["wanted"]) == (2, 3, 3)
    assert found["precision"] == found["recall"] == found["f1"] == pytest.approx(2 / 3, abs=1e-3)


def test_a_page_without_text_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is missed, not passed over."""
    (folder / "a.html").write_text("<html></html>")
    (folder / "a.txt").write_text(FIRST)
    found = figures(folder, capsys)
    assert (found["recall"], found["pages"], found["pages_without_text"]) == (0.0, 1, 1)


def test_misses_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page with the lowest F1 comes first."""
    (folder / "a.txt").write_text(f"{FIRST}\n{SECOND}\n")
    (folder / "b.txt").write_text("Something else altogether was wanted here.")
    assert boilerplate.main([str(folder), "--misses"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("b.html")


@pytest.mark.parametrize(
    "content", ["[", "[1]", '{"u": {"file": "a.html"}}', '{"u": {"file": "z.html", "with": [], "without": []}}']
)
def test_unusable_maps(folder: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the map and ends with exit code 2; no figure is printed."""
    (folder / "map.json").write_text(content)
    assert boilerplate.main([str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "map.json" in said.err


def test_a_folder_without_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without pages there is no figure."""
    assert boilerplate.main([str(tmp_path)]) == 2
    assert "no page in it" in capsys.readouterr().err


@given(st.text("ab ", max_size=40))
def test_a_text_is_all_of_itself(text: str) -> None:
    """Every text shares all its runs with itself, and each word starts at most one."""
    found = boilerplate.runs(text)
    assert (found & found) == found
    assert found.total() == max(0, len(text.split()) - 3) or len(text.split()) < 4
