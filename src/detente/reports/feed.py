"""RSS and Atom: each item of a feed is a report; the file is streamed, and entities are never unfolded."""

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from detente.errors import ReportError
from detente.reports.content import Content, iso_day
from detente.reports.html import crowded_tag, lines
from detente.reports.limits import MAX_CHARACTERS
from detente.reports.opening import open_binary

_ITEMS = ("item", "entry")
_ROOTS = ("rss", "feed", "RDF")
# Where the text stands, the fullest form first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated")
_WAY_OUT = "give an RSS or Atom feed"


def contents(path: Path) -> Iterator[Content | ReportError]:
    """Yield the report of each item, or what is wrong with it.

    Parameters
    ----------
    path
        A file with RSS 0.9 to 2.0 or Atom.
    """
    from lxml import etree

    _refuse_entities(path)
    outlet, number = None, 0
    try:
        with open_binary(path) as file:
            events = etree.iterparse(
                file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            )
            for event, element in events:
                name = _local(element)
                if event == "start" and element.getparent() is None and name not in _ROOTS:
                    raise ReportError(f"not a feed: its root is <{name}>; {_WAY_OUT}", file=path)
                if event == "end" and name == "title" and number == 0 and _is_of_feed(element):
                    outlet = _said(element) or outlet
                elif event == "end" and name in _ITEMS:
                    number += 1
                    yield _content(element, outlet, path, number)
                    _forget(element)
    except etree.XMLSyntaxError as exc:
        line = exc.lineno or 1
        yield ReportError(f"line {line}: broken XML after {number} item(s): {_first_line(exc)}; the items after it are "
                          f"not read, get the feed again", file=path)  # fmt: skip


def _refuse_entities(path: Path) -> None:
    """Feeds declare no entities; those that do so are made to unfold without end or to read other files."""
    with open_binary(path) as file:
        head = file.read(65536)
    if not head.strip():
        raise ReportError("the file is empty; give a file with text in it", file=path)
    if b"<!ENTITY" in head.replace(b"\0", b""):
        raise ReportError("declares entities, which a feed has no use for; it is not read", file=path)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:120]


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_of_feed(title: Any) -> bool:
    parent = title.getparent()
    return parent is not None and _local(parent) in ("channel", "feed")


def _forget(element: Any) -> None:
    """Let go of an item and of all before it: the feed may be of any length."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _content(item: Any, outlet: str | None, path: Path, number: int) -> Content | ReportError:
    place = f"item {number}"
    fields = _fields(item)
    title = " ".join(_said(fields["title"]).split()) if "title" in fields else ""
    body = next((text for name in _TEXTS if name in fields and (text := _said(fields[name])).strip()), "")
    if len(body) > MAX_CHARACTERS or crowded_tag(body):
        return ReportError(f"{place}: its text is no text of a report", file=path)
    text = "\n\n".join(line for line, _ in lines(body)) if body else ""
    if not text and not title:
        return ReportError(f"{place}: no text in it", file=path)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}" if text else title
    return Content(text, title or None, _date(fields), outlet, _link(item), place, str(number))


def _fields(item: Any) -> Mapping[str, Any]:
    """Return the first child of each name."""
    found: dict[str, Any] = {}
    for child in item:
        found.setdefault(_local(child), child)
    return found


def _said(element: Any) -> str:
    """Return what an element says: its text, or its mark-up where that stands in the feed unescaped (XHTML)."""
    from lxml import etree

    if len(element) == 0 or not any(isinstance(child.tag, str) for child in element):
        return "".join(element.itertext())
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _link(item: Any) -> str | None:
    for child in item:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return (child.get("href") or child.text or "").strip() or None
    return None


def _date(fields: Mapping[str, Any]) -> str | None:
    """Return the day as the feed writes it, in its own time zone."""
    said = [" ".join(_said(fields[name]).split()) for name in _DATES if name in fields]
    return next((day for value in said if (day := iso_day(value) or _mail_day(value))), None)


def _mail_day(value: str) -> str | None:
    """Return the day of a date as e-mail writes it: "Mon, 02 Jun 2025 08:00:00 +0300"."""
    if not re.search(r"\d", value):
        return None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
