"""Takes the text out of a .docx file: paragraphs and tables in order, with insertions, without deletions and notes."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import ReportError
from detente.reports.content import Content
from detente.reports.limits import MAX_DOCUMENT, read_bytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# The text of a book of a thousand pages has some 20 MB with its mark-up.
MAX_XML = 50_000_000
_BODY = "word/document.xml"
_OLD = b"\xd0\xcf\x11\xe0"


def content(path: Path) -> Content:
    """Return the text of a document. Its file dates say when it was made, not when it came out, and are not taken.

    Parameters
    ----------
    path
        A .docx file.

    Raises
    ------
    ReportError
        Where it is no .docx, is encrypted, unfolds beyond the limit, or has no text.
    """
    data = read_bytes(path, MAX_DOCUMENT)
    if data.startswith(_OLD):
        raise ReportError("encrypted, or of an older Word; save it as .docx without a password", file=path)
    paragraphs = [text for text in _paragraphs(_body(data, path), path) if text.strip()]
    if not paragraphs:
        raise ReportError("no text in this document; if it holds pictures of pages, recognise their text first",
                          file=path)  # fmt: skip
    return Content("\n\n".join(paragraphs))


def _body(data: bytes, path: Path) -> bytes:
    """Return the one part with the text; nothing else in the archive is unfolded."""
    # zipfile meets a damaged archive with a dozen kinds of exceptions, ValueError and struct.error among them.
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        size = archive.getinfo(_BODY).file_size if _BODY in archive.namelist() else None
        body = archive.read(_BODY) if size is not None and size <= MAX_XML else b""
    except Exception as exc:
        raise ReportError(f"a broken .docx file ({_first_line(exc)}); save it again", file=path) from None
    if size is None:
        raise ReportError("not a Word document; save it as .docx", file=path)
    if size > MAX_XML:
        raise ReportError(f"its text unfolds to {size:,} bytes, more than the limit of {MAX_XML:,}", file=path)
    return body


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:100]


def _paragraphs(body: bytes, path: Path) -> Iterator[str]:
    """Yield each paragraph once; one in a text box comes after the one that the box is tied to."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as exc:
        line = exc.lineno or 1
        raise ReportError(f"a broken .docx file (line {line} of its text); save it again", file=path) from None
    for paragraph in root.iter(f"{_W}p", f"{_STRICT}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(*_CHARACTERS):
        own = next(element.iterancestors(f"{_W}p", f"{_STRICT}p")) is paragraph
        if own and next(element.iterancestors(_FALLBACK), None) is None:
            yield _CHARACTERS[element.tag] or element.text or ""


# Deleted text has a tag of its own, delText; inserted text has the usual one.
_CHARACTERS = {
    f"{space}{name}": said
    for space in (_W, _STRICT)
    for name, said in (("t", ""), ("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
}
