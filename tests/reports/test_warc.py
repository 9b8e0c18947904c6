"""Web archives: each page is a report; a broken record is named by its place, and the ones after it are read."""

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from detente.errors import ReportError
from detente.reports import Report, load_all
from detente.reports.warc import MAX_RECORD

BODY = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."


def record(content: bytes, kind: str = "response", url: str = "https://www.example.org/1", more: str = "") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-05T00:00:00Z\r\n{more}"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def http(page: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + page


def page(number: int, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><h1>Day {number}</h1><p>{BODY}</p></body></html>".encode()


PAGES = [record(http(page(n)), url=f"https://www.example.org/{n}") for n in range(5)]
INFO = record(b"software: x\r\n", "warcinfo")


def write(folder: Path, records: list[bytes], name: str) -> tuple[Path, list[int]]:
    """Write records and return where each begins."""
    packed = [gzip.compress(each) if name.endswith("gz") else each for each in records]
    (folder / name).write_bytes(b"".join(packed))
    return folder / name, [sum(map(len, packed[:i])) for i in range(len(packed))]


def read(path: Path) -> tuple[list[Report], list[str]]:
    faults: list[ReportError] = []
    return list(load_all([path], on_fault=faults.append)), [str(fault) for fault in faults]


def days(reports: list[Report]) -> list[str]:
    return [report.text.split("\n")[0] for report in reports]


BOTH = pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])


@BOTH
def test_pages(tmp_path: Path, name: str) -> None:
    """Address, outlet (the host where the page names none) and place are kept; the day of the visit is no date."""
    path, _ = write(tmp_path, [INFO, *PAGES[:2]], name)
    (first, second), faults = read(path)
    assert faults == []
    assert BODY in first.text
    assert (first.outlet, first.url, first.path) == ("example.org", "https://www.example.org/0", f"{path}#2")
    assert (first.date, second.url) == (None, "https://www.example.org/1")


@BOTH
def test_what_is_no_page_is_passed_over(tmp_path: Path, name: str) -> None:
    """Pictures, failures, requests and notes are no reports and no faults."""
    others = [
        INFO,
        record(http(b"\x89PNG", "image/png")),
        record(http(page(9), status="404 Not Found")),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(b"a: b", "metadata"),
    ]
    reports, faults = read(write(tmp_path, [*others, PAGES[0], *others], name)[0])
    assert (days(reports), faults) == (["Day 0"], [])


def test_metadata_charset_and_packing(tmp_path: Path) -> None:
    """The sender's charset counts, chunks are put together, packed pages unfolded; the page's own outlet goes first."""
    own = page(1, '<meta property="og:site_name" content="The Courier">')
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(own), own)
    cyrillic = f"<p>{'Обе делегации встретились в понедельник. ' * 3}</p>".encode("cp1251")
    reports, faults = read(
        write(
            tmp_path,
            [
                record(http(chunked, more="Transfer-Encoding: chunked\r\n")),
                record(http(gzip.compress(own), more="Content-Encoding: gzip\r\n")),
                record(http(cyrillic, "text/html; charset=windows-1251")),
                record(b"Talks began.", "conversion", more="Content-Type: text/plain\r\n"),
            ],
            "a.warc",
        )[0]
    )
    assert faults == []
    assert [report.outlet for report in reports[:2]] == ["The Courier"] * 2
    assert "Обе делегации" in reports[2].text
    assert reports[3].text == "Talks began."


def damage(data: bytes, begin: int, how: str) -> bytes:
    """Damage the record that begins at a byte."""
    if how == "head":
        return data[:begin] + b"XXXXXX" + data[begin + 6 :]
    if how == "cut":
        return data[: begin + 150]
    return data[: begin + 120] + bytes(byte ^ 0xFF for byte in data[begin + 120 : begin + 130]) + data[begin + 130 :]


@BOTH
@pytest.mark.parametrize("how", ["head", "flip", "cut"])
def test_one_broken_record(tmp_path: Path, name: str, how: str) -> None:
    """The fault names record and byte; the records before and after it are read."""
    path, begins = write(tmp_path, PAGES, name)
    path.write_bytes(damage(path.read_bytes(), begins[2], how))
    reports, faults = read(path)
    assert days(reports)[:2] == ["Day 0", "Day 1"]
    if how != "cut":
        assert days(reports)[-2:] == ["Day 3", "Day 4"]
    if how != "flip" or name == "a.warc.gz":
        (fault,) = faults
        assert fault.startswith(f"{path}: record 3 at byte {begins[2]:,}: ")
        assert "\n" not in fault


@BOTH
def test_a_wrong_length(tmp_path: Path, name: str) -> None:
    """A record that claims more than there is does not take the following ones with it."""
    wrong = PAGES[2].replace(b"Content-Length: ", b"Content-Length: 9")
    path, begins = write(tmp_path, [*PAGES[:2], wrong, *PAGES[3:]], name)
    reports, faults = read(path)
    assert {"Day 0", "Day 1", "Day 3", "Day 4"} <= set(days(reports))
    assert f"record 3 at byte {begins[2]:,}: breaks off" in faults[0]


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    """A page that gives no text is a fault of its record, not of the file."""
    reports, (fault,) = read(write(tmp_path, [record(http(b"<p></p>")), PAGES[1]], "a.warc")[0])
    assert days(reports) == ["Day 1"]
    assert "record 1 at byte 0: no text found in this page" in fault


@pytest.mark.parametrize(
    ("packing", "content", "message"),
    [
        ("gzip", gzip.compress(b" " * (MAX_RECORD + 1_000_000)), "unfolds to more than"),
        ("gzip", gzip.compress(page(1))[:-20], "packed and breaks off"),
        ("gzip", gzip.compress(page(1))[:40] + b"\xff" * 200, "packed and "),
        ("deflate", b"\xff" * 200, "packed and damaged"),
        ("br", brotli.compress(b" " * (MAX_RECORD + 1_000_000)), "unfolds to more than"),
        ("br", brotli.compress(page(1))[:-3], "packed and breaks off"),
        ("br", page(1), "packed and damaged"),
        ("zstd", page(1), "packed as 'zstd'"),
    ],
    ids=["bomb", "cut", "damaged", "no deflate", "brotli bomb", "brotli cut", "no brotli", "unknown"],
)
def test_packed_pages_that_cannot_be_unpacked(tmp_path: Path, packing: str, content: bytes, message: str) -> None:
    """A page that its sender packed is unpacked within the limit, and as a whole or not at all."""
    packed = record(http(content, more=f"Content-Encoding: {packing}\r\n"))
    reports, (fault,) = read(write(tmp_path, [packed, PAGES[1]], "a.warc")[0])
    assert days(reports) == ["Day 1"]
    assert message in fault


@pytest.mark.parametrize(
    ("packing", "content"),
    [
        ("gzip", gzip.compress(page(1))),
        ("gzip", page(1)),
        ("deflate", zlib.compress(page(1))),
        ("deflate", zlib.compress(page(1))[2:-4]),
        ("br", brotli.compress(page(1))),
        ("identity", page(1)),
    ],
    ids=["gzip", "unpacked already", "deflate", "bare deflate", "brotli", "identity"],
)
def test_packed_pages(tmp_path: Path, packing: str, content: bytes) -> None:
    """The ways in which pages are packed."""
    packed = record(http(content, more=f"Content-Encoding: {packing}\r\n"))
    assert days(read(write(tmp_path, [packed], "a.warc")[0])[0]) == ["Day 1"]


def test_a_pdf_in_an_archive(tmp_path: Path) -> None:
    """It is read as a PDF; one that cannot be read is named like every other fault."""
    reports, (fault,) = read(write(tmp_path, [record(http(b"Truce", "application/pdf")), PAGES[1]], "a.warc")[0])
    assert days(reports) == ["Day 1"]
    assert "record 1 at byte 0: not a PDF that can be read" in fault


def test_packed_as_a_whole(tmp_path: Path) -> None:
    """An archive that was packed as one piece is read like one packed record by record."""
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"".join(PAGES)))
    reports, faults = read(tmp_path / "a.warc.gz")
    assert (days(reports), faults) == ([f"Day {n}" for n in range(5)], [])


def test_bomb(tmp_path: Path) -> None:
    """A record that unfolds without end is passed by without being unfolded as a whole."""
    size = MAX_RECORD * 4
    packer = zlib.compressobj(9, wbits=31)
    bomb = packer.compress(record(b"")[:-4].replace(b"Length: 0", b"Length: %d" % size))
    bomb += b"".join(packer.compress(b" " * 1_000_000) for _ in range(60)) + packer.flush()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(PAGES[0]) + bomb + gzip.compress(PAGES[1]))
    reports, (fault,) = read(path)
    assert days(reports) == ["Day 0", "Day 1"]
    assert f"{size:,} bytes, more than the limit" in fault


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"<html>", "not a WARC file"),
        (gzip.compress(b"<html>"), "none of its 1 part"),
        (INFO, "no report in this file"),
        (PAGES[0][:100], "none of its 1 part"),
        (gzip.compress(b"\0" * 60_000_000), "none of its 1 part"),
    ],
    ids=["empty", "html", "packed html", "no page", "cut", "bomb"],
)
def test_unusable_files(tmp_path: Path, data: bytes, message: str) -> None:
    """Each ends in one line that names the file."""
    path = tmp_path / ("a.warc.gz" if data.startswith(b"\x1f") else "a.warc")
    path.write_bytes(data)
    with pytest.raises(ReportError, match=message) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
