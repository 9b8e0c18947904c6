"""PDF: lines joined to paragraphs, running titles set aside, and files without text."""

import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import load
from detente.reports.pdf import MAX_PAGES, lay_out
from detente.reports.pdf_lines import Row

LINES = (
    "Truce holds",
    "The two delegations met for three hours in the old town hall on Monday and",
    "agreed to meet again in a week. Observers counted no violation along the",
    "whole line.",
    "Nobody was hurt, the mayor said.",
)


def pdf(pages: Sequence[Sequence[str]], trailer: str = "") -> bytes:
    """Return a small PDF with one line of text after the other on each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for i, lines in enumerate(pages):
        said = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 10 Tf 50 800 Td {said}ET"
        page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<<{page}/Contents {5 + 2 * i} 0 R>>")
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    data, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n"
    return (data + f"{data.index('xref')}\n%%EOF\n").encode("latin-1")


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def test_lines_are_joined_to_paragraphs(tmp_path: Path) -> None:
    """A line that fills the width runs on; a short one ends its paragraph."""
    report = load(write(tmp_path, pdf([LINES])))
    assert report.text == f"Truce holds\n\n{' '.join(LINES[1:4])}\n\nNobody was hurt, the mayor said."
    assert (report.title, report.date, report.outlet) == ("Truce holds", None, None)


def test_headline_and_date_of_a_page_in_letters_of_one_size(tmp_path: Path) -> None:
    """A headline that fills its line, a dateline and a body are three, and the date is found."""
    head = "Both sides agree to meet again after a day without a violation of the truce"
    report = load(write(tmp_path, pdf([[head, "OSLO, 2 June 2025", *LINES[1:]]])))
    assert (report.title, report.date) == (head, "2025-06-02")
    assert report.text.split("\n\n")[2] == " ".join(LINES[1:4])


@pytest.mark.parametrize(
    ("end", "text"), [("com\u2010", "committee"), ("com\u00ad", "committee"), ("co-", "co- mittee")]
)
def test_a_word_broken_by_a_printer_is_whole(end: str, text: str) -> None:
    """A hyphen that stands only at line ends goes with the break; any other may belong to the word."""
    start = f"Both sides agreed on Monday in the old town hall to set up a youth {end}"
    found, _ = lay_out([Row(start, 0, edge=False), Row("mittee and to meet again.", 0, edge=False)])
    assert text in found


def test_running_titles_and_page_numbers(tmp_path: Path) -> None:
    """What stands at the head or foot of every page is no part of the text, and is kept with the reason."""
    pages = [["Bulletin of the mission", *LINES[1:], f"Sheet {n}: said on day {n}.", f"- {n} -"] for n in (1, 2, 3)]
    report = load(write(tmp_path, pdf(pages)))
    assert [report.dropped_text(part) for part in report.dropped if part.reason == "running"] == [
        "Bulletin of the mission", "- 1 -", "Bulletin of the mission", "- 2 -", "Bulletin of the mission", "- 3 -",
    ]  # fmt: skip
    assert "Bulletin" not in report.text
    assert "Sheet 2: said on day 2." in report.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"Truce holds", "not a PDF that can be read"),
        (b"%PDF-1.4\n", "not a PDF that can be read"),
        (pdf([[]]), r"no text in its 1 page\(s\): it is scanned.*ocrmypdf"),
        (pdf([["x"]] * (MAX_PAGES + 1)), "2,001 pages, more than the limit"),
        (pdf([LINES], "/Encrypt<</Filter/Standard/V 1/R 2/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")/P -4>>/ID[(a)(a)]"),
         "encrypted; save it without a password"),
    ],
    ids=["empty", "text", "head", "scanned", "long", "encrypted"],
)  # fmt: skip
def test_unusable_files(tmp_path: Path, data: bytes, message: str) -> None:
    """Each ends in one line that names the file and the way out."""
    path = write(tmp_path, data)
    with pytest.raises(ReportError, match=rf"a\.pdf: {message}") as caught:
        load(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_cut_off(tmp_path: Path, cut: float) -> None:
    """A file that was not received as a whole gives what is there, or one clear line."""
    data = pdf([LINES] * 4)
    path = write(tmp_path, data[: int(cut * len(data))])
    try:
        text = load(path).text
    except ReportError as exc:
        text = str(exc)
    assert text.startswith(("Truce holds", f"{path}: "))


TEXT = st.text("ab 1.", min_size=1).filter(str.strip)
ROWS = st.lists(st.builds(Row, TEXT, st.integers(0, 3), st.booleans()), min_size=1)


@given(ROWS)
def test_no_line_is_lost(rows: list[Row]) -> None:
    """Every line is in the text or set aside; there is always a text."""
    text, outside = lay_out(rows)
    assert text
    said = text + "".join(part.outside for part in outside)
    assert sorted(c for c in said if not c.isspace()) == sorted(c for row in rows for c in row.text if not c.isspace())
    assert all(0 <= part.start == part.end <= len(text) for part in outside)


def bomb(stream: bytes) -> bytes:
    """Return a small PDF whose only page unfolds to so much."""
    packed = zlib.compress(stream, 9)
    data = pdf([["x"]])
    start = data.index(b"5 0 obj")
    body = b"5 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream\nendobj\n"
    return data[:start] + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit the memory of a process")
@pytest.mark.parametrize("stream", [b" " * 600_000_000, b"BT /F1 9 Tf " + b"(Truce) Tj 0 -9 Td " * 1_500_000 + b"ET"])
def test_a_page_that_unfolds_without_end(tmp_path: Path, stream: bytes) -> None:
    """A page may unfold to no more than the memory there is for it; the error names the file and the way out."""
    with pytest.raises(ReportError, match=r"a\.pdf: takes more than 40\d MB of memory to read.*save its text as \.txt"):
        load(write(tmp_path, bomb(stream)))


def test_a_packed_page_is_read(tmp_path: Path) -> None:
    """What is packed is unfolded."""
    assert load(write(tmp_path, bomb(b"BT /F1 10 Tf 50 800 Td (Truce holds) Tj ET"))).text == "Truce holds"


def test_pages_that_take_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that keeps the reader busy is given up."""
    monkeypatch.setattr("detente.reports.pdf_pages.MAX_SECONDS", 0.001)
    with pytest.raises(ReportError, match=r"takes more than 0\.001 seconds to read"):
        load(write(tmp_path, pdf([LINES])))
