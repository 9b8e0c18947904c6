"""Word documents: paragraphs in order, and files made to fill the memory."""

import io
import zipfile
from pathlib import Path

import pytest

from detente.errors import ReportError
from detente.reports import Report, load
from detente.reports.docx import MAX_XML

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "The two delegations met for three hours in the old town hall on Monday."


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(*paragraphs: str, head: str = "") -> str:
    return f"{head}<w:document xmlns:w='{W}'><w:body>{''.join(paragraphs)}</w:body></w:document>"


def write(folder: Path, body: str | bytes, part: str = "word/document.xml") -> Path:
    path, data = folder / "a.docx", io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, body)
    path.write_bytes(data.getvalue())
    return path


def read(folder: Path, *paragraphs: str) -> Report:
    return load(write(folder, document(*paragraphs)))


def test_paragraphs_in_order(tmp_path: Path) -> None:
    """Each paragraph is one, whatever the runs it is cut into; empty ones go; breaks and tabs stay."""
    report = read(
        tmp_path, paragraph(run("Truce "), run("holds")), paragraph(), paragraph(run(BODY)),
        paragraph(run("a"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c &amp; d")),
    )  # fmt: skip
    assert report.text == f"Truce holds\n\n{BODY}\n\na\tb\nc & d"
    assert (report.title, report.date, report.outlet) == ("Truce holds", None, None)


def test_tables_and_tracked_changes(tmp_path: Path) -> None:
    """Cells are paragraphs; what was inserted is in the text, what was deleted is not."""
    deleted = "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Monday'))}</w:tc><w:tc>{paragraph(run('0'))}</w:tc></w:tr></w:tbl>"
    report = read(tmp_path, paragraph(run("They "), deleted, f"<w:ins>{run('always')}</w:ins>", run(" met.")), table)
    assert report.text == "They always met.\n\nMonday\n\n0"


def test_text_boxes_once(tmp_path: Path) -> None:
    """A text box stands in the file twice, for old programs too; its text is taken once."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph(run('In the box.'))}</w:txbxContent>"
    alternate = (
        f"<w:r><mc:AlternateContent xmlns:mc='{mc}'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(tmp_path, paragraph(run(BODY), alternate)).text == f"{BODY}\n\nIn the box."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"broken \.docx"),
        (b"Truce", r"broken \.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted, or of an older Word"),
    ],
)
def test_files_that_are_no_documents(tmp_path: Path, data: bytes, message: str) -> None:
    """The error names the file and the way out, in one line."""
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(ReportError, match=rf"a\.docx: .*{message}"):
        load(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("body", "part", "message"),
    [
        (document(), "word/document.xml", "no text in this document"),
        (document(paragraph(run("a"))), "xl/workbook.xml", "not a Word document"),
        ("<w:document", "word/document.xml", "line 1 of its text"),
        ("<a>" * 5000, "word/document.xml", "line 1 of its text"),
        (b" " * (MAX_XML + 1), "word/document.xml", "more than the limit"),
    ],
    ids=["empty", "workbook", "broken", "depth", "zip bomb"],
)
def test_unusable_documents(tmp_path: Path, body: str | bytes, part: str, message: str) -> None:
    """Broken XML and texts that unfold without end are refused."""
    with pytest.raises(ReportError, match=message):
        load(write(tmp_path, body, part))


def test_a_damaged_archive(tmp_path: Path) -> None:
    """A flipped byte in the packed text is found."""
    path = write(tmp_path, document(*[paragraph(run(f"{BODY} {i}")) for i in range(50)]))
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[200] ^= 0xFF
    for data in (flipped, whole[40:], whole[:-9], whole[:100]):
        path.write_bytes(data)
        with pytest.raises(ReportError, match=r"broken \.docx"):
            load(path)


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    """Neither a bomb of entities nor another file gets into the text."""
    (tmp_path / "secret.txt").write_text("open sesame")
    secret = (tmp_path / "secret.txt").as_uri()
    head = f"<!DOCTYPE w:document [<!ENTITY a '{'ha' * 50}'><!ENTITY x SYSTEM '{secret}'>]>"
    body = document(paragraph(run("Truce &a; holds.")), paragraph(run("More &x; text.")), head=head)
    report = load(write(tmp_path, body))
    assert "haha" not in report.text
    assert "sesame" not in report.text
