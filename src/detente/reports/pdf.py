"""Takes the text out of a PDF: lines joined to paragraphs, hyphens at line ends closed, running titles set aside."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from detente.errors import ReportError
from detente.reports.content import Content
from detente.reports.limits import MAX_CHARACTERS, MAX_DOCUMENT, MAX_PAGES, read_bytes
from detente.reports.pdf_lines import Box, Row, runs_on
from detente.reports.pdf_pages import PagesError, pages_of
from detente.reports.report import Dropped

_OCR = "recognise its text first, such as with: ocrmypdf in.pdf out.pdf"
# A line at the head or foot of so many pages is no part of the text.
_RUNNING = 3
# Hyphens that only printers set where a word is broken.
_BROKEN = ("\u2010", "\u00ad")


def content(path: Path) -> Content:
    """Return the text of a PDF. Its file dates say when it was made, not when it came out, and are not taken.

    Parameters
    ----------
    path
        A .pdf file.

    Raises
    ------
    ReportError
        Where it is broken, encrypted, too long, or has no text.
    """
    return from_bytes(read_bytes(path, MAX_DOCUMENT), path)


def from_bytes(data: bytes, path: Path, *, place: str = "", name: str = "", url: str | None = None) -> Content:
    """Return the text of a PDF that is in memory.

    Parameters
    ----------
    data
        The bytes of the PDF.
    path, place, name, url
        Its file, where in it the PDF stands, and its address.
    """
    at = f"{place}: " if place else ""
    if not data.strip():
        raise ReportError(f"{at}the file is empty; give a file with text in it", file=path)
    rows = _rows(data, path, at)
    text, outside = lay_out(rows)
    return Content(text, url=url, place=place, name=name, outside=outside)


def _rows(data: bytes, path: Path, at: str) -> list[Row]:
    try:
        pages, lines = pages_of(data, most_pages=MAX_PAGES, most_characters=MAX_CHARACTERS)
    except PagesError as exc:
        raise ReportError(f"{at}{_plain(str(exc))}", file=path) from None
    if pages > MAX_PAGES:
        raise ReportError(f"{at}{pages:,} pages, more than the limit of {MAX_PAGES:,}; split it", file=path)
    if sum(len(text) for page in lines for text, _ in page) > MAX_CHARACTERS:
        raise ReportError(f"{at}more text than the limit of {MAX_CHARACTERS:,} characters; split it", file=path)
    rows = [
        Row(text, number, i in (0, len(page) - 1), Box(*box) if box else None)
        for number, page in enumerate(lines)
        for i, (text, box) in enumerate(page)
    ]
    if not rows:
        raise ReportError(f"{at}no text in its {pages:,} page(s): it is scanned, or drawn; {_OCR}", file=path)
    return rows


def _plain(message: str) -> str:
    if "assword" in message or "ecurity" in message:
        return "encrypted; save it without a password"
    if message.startswith("takes more than"):
        return f"{message} to read: a page of it holds far more than a printed page can; save its text as .txt"
    return "not a PDF that can be read: broken, or cut off; get the file again"


def lay_out(rows: Sequence[Row]) -> tuple[str, tuple[Dropped, ...]]:
    """Return the text of printed lines, and the running titles and page numbers beside it.

    Parameters
    ----------
    rows
        The lines of all pages, in order.

    Examples
    --------
    >>> lay_out([Row("Both sides met in the old town hall on", 0, True), Row("Monday.", 0, False), Row("7", 0, True)])
    ('Both sides met in the old town hall on Monday.', (Dropped(start=46, end=46, reason='running', outside='7'),))
    """
    running = _running(rows)
    body = [row for row in rows if not (row.edge and _masked(row.text) in running)] or list(rows)
    joined = dict(zip(map(id, body), runs_on(body), strict=True))
    text, outside = "", []
    for row in rows:
        if id(row) not in joined:
            outside.append(Dropped(len(text), len(text), "running", row.text))
            continue
        if joined[id(row)] and text.endswith(_BROKEN):
            text = text[:-1] + row.text
            continue
        text += (" " if joined[id(row)] else "\n\n" if text else "") + row.text
    return text, tuple(outside)


def _running(rows: Sequence[Row]) -> set[str]:
    counts = Counter(masked for _, masked in {(row.page, _masked(row.text)) for row in rows if row.edge})
    return {masked for masked, pages in counts.items() if pages >= _RUNNING or re.fullmatch(r"\W*#\W*", masked)}


def _masked(text: str) -> str:
    """Return a line with its numbers masked, so that "Page 3" and "Page 4" are one."""
    return re.sub(r"\d+", "#", text)
