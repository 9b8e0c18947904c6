"""Takes the main text out of a web page, and keeps what stands beside it; nothing in the page is run or fetched."""

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from detente.errors import ReportError
from detente.reports.content import Content
from detente.reports.encoding import declared_in_page, decode
from detente.reports.limits import MAX_CHARACTERS
from detente.reports.metadata import Facts, facts, host
from detente.reports.report import Dropped

# A tag of a real page has a few dozen; parsing takes time with the square of their number.
MAX_ATTRIBUTES = 1_000


def page(
    data: bytes, path: Path, *, declared: str | None = None, place: str = "", name: str = "", url: str | None = None
) -> Content:
    """Return what a web page says.

    Parameters
    ----------
    data
        The bytes of the page.
    path, place, name
        Its file, and where in it the page stands.
    declared
        The encoding that its sender names; otherwise the one in the page.
    url
        Its address.

    Raises
    ------
    ReportError
        Where it is not text, is too large, or has no main text.
    """
    at = f"{place}: " if place else ""
    if len(data) > MAX_CHARACTERS:
        raise ReportError(f"{at}a page of {len(data):,} bytes, more than the limit of {MAX_CHARACTERS:,}", file=path)
    source = decode(data, path, declared=declared or declared_in_page(data), place=place)
    return extract(source, path, place=place, name=name, url=url)


def extract(source: str, path: Path, *, place: str = "", name: str = "", url: str | None = None) -> Content:
    """Return the main text and the metadata of a page, and what it has beside the text.

    Parameters
    ----------
    source
        The HTML.
    path, place, name, url
        As `page`.

    Raises
    ------
    ReportError
        Where no main text is found.

    Examples
    --------
    >>> extract("<html><body><p>Both sides agreed to a truce.</p></body></html>", Path("a.html")).text
    'Both sides agreed to a truce.'
    """
    at = f"{place}: " if place else ""
    if crowded_tag(source):
        raise ReportError(f"{at}a tag with more than {MAX_ATTRIBUTES:,} attributes; this is no page of a report, "
                          "save the article as plain text", file=path)  # fmt: skip
    # A page may leave its outer tags out; the extraction takes it for something else then.
    document = _extracted(source) or _extracted(f"<!DOCTYPE html><html>{source}")
    text = (document.text or "").strip() if document else ""
    if not document or not text:
        raise ReportError(f"{at}no text found in this page; save the article as plain text", file=path)
    root = tree(source)
    seen = list(_lines(root))
    text, rescued = _relined(text, seen)
    title = document.title or None
    if title:
        text = _headed(title, text)
    said = facts(root, url) if root is not None else Facts()
    url = url or said.url
    return Content(text, title, said.date, said.outlet or host(url), url, place, name,
                   tuple(_beside(seen, text, rescued)))  # fmt: skip


def _headed(title: str, text: str) -> str:
    """Put the title before the text, or in the place of the heading that it opens with, on however many lines."""
    if text.startswith(title):
        return text
    own = re.match(r"\s+".join(map(re.escape, title.split())) + r"(?!\S)", text)
    rest = text[own.end() :].lstrip() if own else text
    return f"{title}\n\n{rest}" if rest else title


def _extracted(source: str) -> Any:
    # trafilatura logs what it discards; it is kept here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    # Its own search for a date is not used: it takes the year of a copyright note, and today's day for a bare month.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
    return bare_extraction(
        source,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        date_extraction_params=dates,
    )


def crowded_tag(source: str) -> bool:
    """True where a tag has more attributes than any real one.

    Examples
    --------
    >>> crowded_tag("<p class='a > b' id=c>text"), crowded_tag(f"<p {'a=1 ' * 2000}>text")
    (False, True)
    """
    end = 0
    while tag := _TAG.search(source, end):
        end, attributes = tag.end(), 0
        while attribute := _ATTRIBUTE.match(source, end):
            end, attributes = attribute.end(), attributes + 1
            if attributes > MAX_ATTRIBUTES:
                return True
    return False


_TAG = re.compile(r"<[a-zA-Z][^\s/>]*")
# A quotation mark that is never closed takes the rest, as it does for a browser.
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\s>]*))?", re.DOTALL)


# A page of many lines that fit nothing is not worth the time of trying each against all others.
_TRIES = 100


def _relined(text: str, seen: Sequence[tuple[str, str]]) -> tuple[str, frozenset[str]]:
    """Return the text with a blank line between the page's own lines, and those that had been run together.

    From a short page the extraction takes all there is as one line.
    """
    known = {line for line, _ in seen}
    result: list[str] = []
    rescued: list[str] = []
    tries = 0
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        pieces: list[str] = []
        if line not in known and tries < _TRIES:
            tries, pieces = tries + 1, _tiles(line, seen)
        rescued += pieces
        result += pieces or [line]
    return "\n\n".join(result), frozenset(rescued)


def _tiles(line: str, seen: Sequence[tuple[str, str]]) -> list[str]:
    """Return the page's lines that make up a line, [] where they do not."""
    pieces, at = [], 0
    for piece, _ in seen:
        if line.startswith(piece, at) and line[at + len(piece) : at + len(piece) + 1] in ("", " "):
            pieces.append(piece)
            at += len(piece) + 1
    return pieces if at == len(line) + 1 else []


def _beside(seen: Sequence[tuple[str, str]], text: str, rescued: frozenset[str]) -> Iterator[Dropped]:
    """Yield the lines of a page that are not in its main text, each at the place where it stood.

    Captions that the extraction took for text are spans of it, and so are the other parts of a page whose lines were
    all run together: nothing had been sorted out there.
    """
    kept = set(text.splitlines())
    joined, position, tries = " ".join(text.split()), 0, 0
    for line, reason in seen:
        looked_for = line not in kept and len(line) > 40 and tries < _TRIES
        tries += looked_for
        if line in kept or (looked_for and line in joined):
            found = text.find(line, position)
            position = found + len(line) if found >= 0 else position
            sorted_out = reason == "caption" or (line in rescued and reason != "beside")
            if sorted_out and found >= 0 and line in kept:
                yield Dropped(found, position, reason)
        else:
            yield Dropped(position, position, reason, line)


_UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "svg", "iframe", "object"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_REASONS = {
    "nav": "menu", "header": "menu", "footer": "menu", "form": "menu", "button": "menu", "select": "menu",
    "figcaption": "caption", "table": "table", "aside": "promotion",
}  # fmt: skip
_NAMES = (
    ("comments", re.compile(r"\b(?:comments?|disqus|replies)\b", re.IGNORECASE)),
    ("promotion", re.compile(r"\b(?:related|promo\w*|newsletter|recommend\w*|most-read|teaser)\b", re.IGNORECASE)),
    ("caption", re.compile(r"\b(?:caption|credit)\b", re.IGNORECASE)),
    ("menu", re.compile(r"\b(?:nav\w*|menu|breadcrumbs?|cookies?|share|social|toolbar)\b", re.IGNORECASE)),
    ("author", re.compile(r"\bauthor\b", re.IGNORECASE)),
)


def lines(source: str) -> Iterator[tuple[str, str]]:
    r"""Yield the visible lines of a page, white space normalised, with what the elements around them make of them.

    Parameters
    ----------
    source
        The HTML, a whole page or a part of one.

    Examples
    --------
    >>> list(lines("<nav><a>Home</a></nav><p>Both <b>sides</b>\n met.</p>"))
    [('Home', 'menu'), ('Both sides met.', 'beside')]
    """
    yield from _lines(tree(source))


def tree(source: str) -> Any:
    """Return the parsed tree of a page, None for one without an element."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def _lines(root: Any) -> Iterator[tuple[str, str]]:
    from lxml import etree

    if root is None:
        return
    reasons, said, unseen = ["beside"], [""], 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag in _BLOCKS and (line := " ".join("".join(said).split())):
            yield line, reasons[-1]
        if element.tag in _BLOCKS:
            said = []
        if event == "start":
            unseen += element.tag in _UNSEEN
            reasons.append(_reason(element) if reasons[-1] == "beside" else reasons[-1])
            said.append("" if unseen else element.text or "")
        else:
            unseen -= element.tag in _UNSEEN
            reasons.pop()
            said.append("" if unseen else element.tail or "")
    if line := " ".join("".join(said).split()):
        yield line, "beside"


def _reason(element: Any) -> str:
    if element.tag in ("body", "html", "main", "article"):
        return "beside"
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:500].replace("_", "-")
    return _REASONS.get(element.tag) or next((reason for reason, name in _NAMES if name.search(named)), "beside")
