"""Takes the main text out of a web page; nothing in the page is run or fetched."""

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import ReportError


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says.

    Parameters
    ----------
    text
        The main text, paragraphs separated by blank lines.
    title, date, outlet
        From its metadata, None where it says nothing.
    """

    text: str
    title: str | None
    date: str | None
    outlet: str | None


def extract(source: str, path: Path) -> Page:
    """Return the main text and the metadata of a page.

    Parameters
    ----------
    source
        The HTML.
    path
        Its file, for the message.

    Raises
    ------
    ReportError
        Where no main text is found.

    Examples
    --------
    >>> extract("<html><body><p>Both sides agreed to a truce.</p></body></html>", Path("a.html")).text
    'Both sides agreed to a truce.'
    """
    # trafilatura logs what it discards; a reader of the report has no use for it.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        source, with_metadata=True, include_comments=False, include_tables=False, favor_recall=True
    )
    text = (document.text or "").strip() if document else ""
    if not document or not text:
        raise ReportError("no text found in this page; save the article as plain text", file=path)
    title = document.title or None
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return Page(re.sub(r"\n+", "\n\n", text), title, _iso_day(document.date), document.sitename or None)


def _iso_day(value: str | None) -> str | None:
    return value[:10] if value and re.fullmatch(r"\d{4}-\d\d-\d\d.*", value) else None
