"""Loading reports: every unusable file has one clear error, every readable one its exact characters."""

import html
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reading import read
from detente.reports import MAX_CHARACTERS, load, load_all, report_from_text, sentences


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"GIF89a\0\0", "binary"),
        ("a.txt", b"Truce\xff holds", "byte 5"),
        ("a.txt", b"x" * 300_000, "line of 300,000"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.odt", b"Truce", ".txt"),
    ],
)
def test_unusable_files(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """The error names the file and says what is wrong, in one line."""
    path = write(tmp_path, name, content)
    with pytest.raises(ReportError) as caught:
        load(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(ReportError, match="no such file"):
        load(tmp_path / "nowhere.txt")


def test_large_file_ends_at_once(tmp_path: Path) -> None:
    """A file beyond the limit is refused by its size, without being read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ReportError, match=f"{MAX_CHARACTERS:,}"):
        load(path)


def test_text_is_exactly_what_is_on_disk(tmp_path: Path) -> None:
    """Line ends, tabs and curly quotes stay as they are; only a byte order mark goes."""
    text = "Truce ‘holds’\r\n\r\n\tBoth sides kept quiet.\r"
    assert load(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode())).text == text


def test_id_derives_from_the_text_alone(tmp_path: Path) -> None:
    """The same text under another name has the same id."""
    first, second = write(tmp_path, "a.txt", b"Talks began."), write(tmp_path, "b.txt", b"Talks began.")
    assert load(first).id == load(second).id


def test_html_is_text_and_never_run(tmp_path: Path) -> None:
    """Scripts are not part of the main text; the page's metadata give title and date."""
    page = (
        "<html><head><title>Truce holds</title><meta property='article:published_time' content='2025-06-02T08:00:00Z'>"
        "<script>document.write('owned')</script></head><body><article><h1>Truce holds</h1>"
        "<p>Both sides kept quiet along the whole line on Monday, observers said.</p>"
        "<p>Talks are to resume next week.</p></article></body></html>"
    )
    report = load(write(tmp_path, "a.html", page.encode()))
    assert "Both sides kept quiet" in report.text
    assert "owned" not in report.text
    assert (report.date, report.date_basis) == ("2025-06-02", "metadata")


def test_folder_in_the_order_of_names(tmp_path: Path) -> None:
    """A folder gives its reports sorted; files of other kinds are passed over."""
    for name in ("b.txt", "a.txt", "notes.md", "table.csv"):
        write(tmp_path, name, f"Report {name}.".encode())
    assert [Path(report.path).name for report in load_all([tmp_path])] == ["a.txt", "b.txt"]


def test_folder_without_a_report(tmp_path: Path) -> None:
    """A folder with nothing to read is an error, and so is no path at all."""
    with pytest.raises(ReportError, match="no report in this folder"):
        load_all([tmp_path])
    with pytest.raises(ReportError, match="no report given"):
        load_all([])


@pytest.mark.parametrize("date", ["yesterday", "2025-6-2", "2025-02-30", "20250602"])
def test_dates_must_be_iso_days(date: str) -> None:
    """A date that is no ISO day is refused with the form to use."""
    with pytest.raises(ReportError, match="YYYY-MM-DD"):
        report_from_text("Talks began.", date=date)


def test_argument_goes_before_metadata_and_dateline() -> None:
    """Of three dates the caller's counts."""
    text = "Truce\n\nOSLO, 1 June 2025 - Both sides kept quiet."
    report = report_from_text(text, date="2025-06-03", metadata_date="2025-06-02")
    assert (report.date, report.date_basis) == ("2025-06-03", "argument")
    assert report_from_text(text, metadata_date="2025-06-02").date_basis == "metadata"
    assert report_from_text(text).date_basis == "dateline"


def test_pipes_folders_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    """What may have no end is not begun."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    (tmp_path / "c.txt").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        with pytest.raises(ReportError, match="not a file that can be read"):
            load(tmp_path / name)
    with pytest.raises(ReportError, match="not a file that can be read"):
        load_all(tmp_path / "a.txt")


def test_a_missing_file_is_named_before_anything_is_read(tmp_path: Path) -> None:
    """Paths are looked at when they are given, texts when they are asked for."""
    good = write(tmp_path, "a.txt", b"Talks began.")
    for name in ("nowhere.txt", "nowhere.csv", "nowhere"):
        with pytest.raises(ReportError, match=f"{name}: no such file; check the path"):
            load_all([good, tmp_path / name])
    with pytest.raises(ReportError, match="not a kind of file"):
        load_all([good, write(tmp_path, "a.csv", b"a,b")])


def test_texts_are_read_when_asked_for(tmp_path: Path) -> None:
    """A bad file ends the work only when its turn comes."""
    write(tmp_path, "a.txt", b"Talks began.")
    write(tmp_path, "b.txt", b"")
    reports = load_all([tmp_path])
    assert next(reports).text == "Talks began."
    with pytest.raises(ReportError, match="empty"):
        next(reports)


def test_a_fault_of_a_whole_file_is_raised_whoever_listens(tmp_path: Path) -> None:
    """Only parts of a file can be passed by."""
    with pytest.raises(ReportError, match="empty"):
        list(load_all(write(tmp_path, "a.txt", b""), on_fault=lambda _: None))


@pytest.mark.parametrize(
    "text",
    [
        "Oslo",
        "\x01\x02\x1b[31mTalks\x1b[0m\x7f began.",
        "\u202eTalks\u202c \u200bbegan\u200d. \u2066x\u2069 \u061c",
        "Talks\u2028began.\u2029\x85They\x0bended.\x0c",
        "a\u0301" * 1000,
        "\U0001f54a" * 100,
        "ﷺ" * 100,
        "Talks began. " * 380_000,
    ],
    ids=["word", "control", "direction", "separators", "marks", "doves", "ligature", "five megabytes"],
)
def test_odd_texts_stay_as_they_are(tmp_path: Path, text: str) -> None:
    """Odd characters are characters; what is kept and dropped are stretches of them."""
    lines = [text[i : i + 100_000] for i in range(0, len(text), 100_000)]
    report = load(write(tmp_path, "a.txt", "\n".join(lines).encode()))
    assert report.text == "\n".join(lines)
    assert report.kept
    assert all(s.text == report.text[s.start : s.end] for s in sentences(report)[:200])


def test_a_line_of_a_million_characters(tmp_path: Path) -> None:
    """It is no report, in whatever kind of file."""
    line = "Talks began. " * 80_000
    for name, data in (("a.txt", line), ("a.html", f"<p>{line}</p>"), ("a.jsonl", json.dumps({"text": line}))):
        with pytest.raises(ReportError, match="more than the limit of 200,000"):
            load(write(tmp_path, name, data.encode()))


WORDS = st.sampled_from(
    [
        "Norway",
        "Denmark’s envoys",
        "rejected",
        "demands",
        "an unconditional ceasefire",
        "in Oslo",
        "on Monday",
        "said",
        "12 killed",
        "“",
        "”",
        ".",
        ",",
        "\n",
        "\n\n",
        "\t",
        "\u202e",
        "\u200b",
        "\x1b",
        "\x0b",
        "\u2028",
        "é",
        "停火",
        "<b>",
    ]
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS | st.text(max_size=5), min_size=1, max_size=40).map(" ".join))
def test_quotes_stand_in_the_text_whatever_it_is(tmp_path: Path, text: str) -> None:
    """Through every kind of file, each quote is an exact stretch of the report's text, and it is not empty."""
    text = f"Norway rejects the ceasefire. {text}".replace("\0", "").encode("utf-8", "ignore").decode()
    page = f"<html><body><p>{html.escape(text)}</p></body></html>"
    files = [("a.txt", text.encode()), ("a.html", page.encode()), ("a.jsonl", json.dumps({"text": text}).encode())]
    for name, data in files:
        report = load(write(tmp_path, name, data), date="2025-06-02")
        for entry in read(report):
            assert report.text[entry.quote.start : entry.quote.end] == entry.quote.text != ""
        assert all(report.text[start:end].strip() for start, end in report.kept)


def test_heavy_libraries_wait_until_they_are_needed(tmp_path: Path) -> None:
    """Loading a text in English imports none of the libraries for other kinds of files."""
    text = "The delegations met on Monday and agreed that they would meet again within a week, said the mediators. " * 3
    path = write(tmp_path, "a.txt", text.encode())
    code = (
        f"import sys; from detente.reports import load; assert load({str(path)!r}).unread is None; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "trafilatura", "pypdfium2", "warcio", "py3langid", "numpy"} & set(loaded)
