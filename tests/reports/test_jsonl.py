"""JSON Lines: one report per line; a bad line is named and the others are read."""

import gzip
import json
from pathlib import Path

import pytest

from detente.errors import ReportError
from detente.reports import Report, load, load_all

ROW = {
    "text": "Both sides kept quiet.",
    "title": "Truce holds",
    "date": "2025-06-02",
    "outlet": "The Courier",
    "url": "https://example.org/1",
    "id": "c-1",
}


def read(path: Path) -> tuple[list[Report], list[str]]:
    faults: list[ReportError] = []
    return list(load_all([path], on_fault=faults.append)), [str(fault) for fault in faults]


def write(folder: Path, *lines: object, name: str = "a.jsonl") -> Path:
    path = folder / name
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_fields(tmp_path: Path, name: str) -> None:
    """Every field goes to its place; the text is exactly the string."""
    (report,), faults = read(path := write(tmp_path, ROW, name=name))
    assert faults == []
    assert (report.text, report.title, report.date, report.date_basis) == (
        ROW["text"],
        ROW["title"],
        ROW["date"],
        "metadata",
    )
    assert (report.outlet, report.url, report.path) == (ROW["outlet"], ROW["url"], f"{path}#c-1")


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    """What a line does not say stays unknown; `source` is another name for the outlet; the line number marks it."""
    (first, second), _ = read(
        path := write(tmp_path, {"text": "Talks began."}, "", {"text": "a", "source": "Wire", "id": 7})
    )
    assert (first.title, first.date, first.outlet, first.url, first.path) == ("", None, None, None, f"{path}#1")
    assert (second.outlet, second.path) == ("Wire", f"{path}#7")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deep"),
        ('["text"]', "not an object"),
        ({"title": "x"}, 'no field "text"'),
        ({"text": 5}, 'no field "text"'),
        ({"text": " "}, "there is no text"),
        ({"text": "a", "title": []}, '"title" is not text'),
        ({"text": "a", "date": "June"}, "'June' is not a day"),
        ({"text": "a", "date": "2025-02-30"}, "is not a day"),
        ({"text": "x" * 300_000}, "a line of 300,000"),
        ("x" * 6_000_000, "longer than the limit"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    """The line's number stands in the message, and the lines around it are read."""
    reports, faults = read(path := write(tmp_path, ROW, line, {"text": "Talks ended."}))
    assert [report.text for report in reports] == [ROW["text"], "Talks ended."]
    (fault,) = faults
    assert fault.startswith(f"{path}: line 2: ")
    assert message in fault
    assert "\n" not in fault


def test_broken_utf_8_in_a_line(tmp_path: Path) -> None:
    """A line in another encoding is named with the byte."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n{"text": "tea"}\n')
    reports, (fault,) = read(path)
    assert [report.text for report in reports] == ["tea"]
    assert "line 1: not valid UTF-8 at byte 13" in fault


def test_no_good_line_is_an_error(tmp_path: Path) -> None:
    """A file in which nothing can be read is an error after its faults; so is an empty one."""
    with pytest.raises(ReportError, match="none of its 2 part"):
        read(write(tmp_path, "x", "y"))
    with pytest.raises(ReportError, match="no report in this file"):
        read(write(tmp_path, ""))


def test_without_a_listener_the_first_fault_is_raised(tmp_path: Path) -> None:
    """Nothing is passed over unless somebody is told."""
    reports = load_all(write(tmp_path, ROW, "x", ROW))
    assert next(reports).text == ROW["text"]
    with pytest.raises(ReportError, match="line 2"):
        next(reports)


def test_load_takes_one(tmp_path: Path) -> None:
    """`load` gives the only report of a file, and refuses to choose among several."""
    assert load(write(tmp_path, ROW)).title == "Truce holds"
    with pytest.raises(ReportError, match="several reports"):
        load(write(tmp_path, ROW, ROW))


def test_reports_come_one_by_one(tmp_path: Path) -> None:
    """The first report is there before the rest of the file is looked at."""
    path = write(tmp_path, *[ROW] * 3, "x")
    reports = load_all(path)
    assert [next(reports).title for _ in range(3)] == ["Truce holds"] * 3


def test_truncated_gzip(tmp_path: Path) -> None:
    """What comes before the break is read, and the break is named."""
    path = write(tmp_path, *[ROW | {"id": i, "text": f"{i} " * 2000} for i in range(200)], name="a.jsonl.gz")
    path.write_bytes(path.read_bytes()[:-500])
    reports, (fault,) = read(path)
    assert 0 < len(reports) < 200
    assert "breaks off here" in fault


def test_gzip_bomb(tmp_path: Path) -> None:
    """A small file that unfolds to very much is read up to a limit."""
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        file.write(json.dumps(ROW).encode() + b"\n")
        for _ in range(30):
            file.write(b" " * 1_000_000 + b"\n")
    reports, (fault,) = read(path)
    assert len(reports) == 1
    assert "unfolds to more than" in fault
