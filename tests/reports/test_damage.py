"""Damaged files of every kind: reports, or faults and errors of one line each; never anything else."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import load_all

BODY = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."
HTML = f"<html><head><title>Truce holds</title></head><body><p>{BODY}</p></body></html>"
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}"
HEAD = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
WARC = f"{HEAD}Content-Length: {len(HTTP)}\r\n\r\n{HTTP}\r\n\r\n".encode() * 3
ITEM = f"<item><title>Truce holds</title><description>{BODY}</description></item>"
PDF = (
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n"
    "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "5 0 obj<</Length 40>>stream\nBT /F 10 Tf 50 800 Td (Truce holds) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
)


def docx() -> bytes:
    data = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f"<w:document xmlns:w='{space}'><w:p><w:r><w:t>{BODY}</w:t></w:r></w:p></w:document>"
        archive.writestr("word/document.xml", body)
    return data.getvalue()


FILES = {
    "a.txt": BODY.encode(),
    "a.html": HTML.encode(),
    "a.pdf": PDF.encode(),
    "a.docx": docx(),
    "a.rss": f"<rss><channel><title>The Courier</title>{ITEM * 3}</channel></rss>".encode(),
    "a.warc": WARC,
    "a.warc.gz": gzip.compress(WARC[: len(WARC) // 3], mtime=0) * 3,
    "a.jsonl": (json.dumps({"text": BODY}) + "\n").encode() * 3,
    "a.jsonl.gz": gzip.compress((json.dumps({"text": BODY}) + "\n").encode() * 3, mtime=0),
}
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=4)


def attempt(path: Path) -> tuple[int, list[str]]:
    """Load what there is to load; return how many reports, and what was said."""
    said: list[str] = []
    good = 0
    try:
        for report in load_all(path, on_fault=lambda fault: said.append(str(fault))):
            good += bool(report.kept)
    except ReportError as exc:
        said.append(str(exc))
    return good, said


@pytest.mark.parametrize("name", FILES)
def test_whole_files_are_read(tmp_path: Path, name: str) -> None:
    """Undamaged, each file gives its reports and nothing is said."""
    (tmp_path / name).write_bytes(FILES[name])
    assert attempt(tmp_path / name) == (3 if name.startswith(("a.rss", "a.warc", "a.jsonl")) else 1, [])


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAMAGE)
def test_damaged_files(tmp_path: Path, name: str, damage: list[tuple[float, int, bytes]]) -> None:
    """Bytes cut out, changed or put in: no other exception, no empty result without a word, one line per fault."""
    data = FILES[name]
    for place, cut, put_in in damage:
        at = int(place * len(data))
        data = data[:at] + put_in + data[at + cut :]
    (tmp_path / name).write_bytes(data)
    good, said = attempt(tmp_path / name)
    assert good or said
    assert all(line.startswith(f"{tmp_path / name}: ") and "\n" not in line for line in said)
