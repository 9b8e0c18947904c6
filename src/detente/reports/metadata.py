"""What a web page says about itself: the day it came out, its outlet and address. Nothing is taken from its text.

Only places made for the purpose count, and only whole days: a year in a copyright note, the month of a picture's
address or the date of another story in a sidebar is not the day of the report.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from detente.reports.content import iso_day
from detente.reports.dateline import parse_dates

_DATE_NAMES = [
    "article:published_time",
    "og:published_time",
    "published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
]
_UPDATE_NAMES = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"]
_OUTLET_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)")
# No page has so much about itself; deeper or longer data are not looked at.
_MOST_DATA = 500_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about itself.

    Parameters
    ----------
    date
        ISO day on which it came out, otherwise on which it was last changed.
    outlet
        Who published it.
    url
        The address that it gives as its own.
    """

    date: str | None = None
    outlet: str | None = None
    url: str | None = None


def facts(root: Any, address: str | None = None) -> Facts:
    """Return what a page says about itself, None for what it does not say.

    Parameters
    ----------
    root
        Its parsed tree.
    address
        Where it was found; its own statement goes first.

    Examples
    --------
    >>> from lxml import html
    >>> facts(html.fromstring("<html><head><meta name=date content=2025-06-02></head><body>© 2019</body></html>"))
    Facts(date='2025-06-02', outlet=None, url=None)
    """
    named = _named(root)
    data = list(_linked_data(root))
    url = _address(root, named) or address
    date = (
        _first_day(row.get("datePublished") for row in data)
        or _first_day(named.get(name) for name in _DATE_NAMES)
        or _marked_day(root)
        or _day_in(url)
        or _first_day(row.get("dateModified") for row in data)
        or _first_day(named.get(name) for name in _UPDATE_NAMES)
    )
    outlets = [named.get(name) for name in _OUTLET_NAMES[:1]] + [_publisher(row) for row in data]
    outlets += [named.get(name) for name in _OUTLET_NAMES[1:]]
    return Facts(date, next((" ".join(said.split()) for said in outlets if said and said.strip()), None), url)


def host(url: str | None) -> str | None:
    """Return the host of an address without "www.".

    Examples
    --------
    >>> host("https://www.example.org/news/1"), host("file.html")
    ('example.org', None)
    """
    try:
        found = urlsplit(url or "").hostname
    except ValueError:
        return None
    return found.removeprefix("www.") if found else None


def _named(root: Any) -> dict[str, str]:
    """Return the page's meta elements, the first of each name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            found.setdefault(name.strip().lower(), meta.get("content"))
    return found


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that a page describes in JSON-LD."""
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("type") != "application/ld+json" or len(text) > _MOST_DATA:
            continue
        try:
            waiting = deque([json.loads(text)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            row = waiting.popleft()
            if isinstance(row, list):
                waiting += row
            elif isinstance(row, dict):
                waiting += [row["@graph"]] if "@graph" in row else []
                if "datePublished" in row or "publisher" in row:
                    yield row


def _publisher(row: dict[str, Any]) -> str | None:
    publisher = row.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return name if isinstance(name, str) else None


def _first_day(values: Iterator[Any]) -> str | None:
    return next((day for value in values if (day := _day(value))), None)


def _day(value: Any) -> str | None:
    """Return the day of an ISO date, or of one that names its month; 04/05/2017 is two days, and so none."""
    if not isinstance(value, str) or len(value) > 100:
        return None
    if day := iso_day(value):
        return day
    spelled = parse_dates(value) if re.search(r"[A-Za-z]{3}", value) else []
    return spelled[0].isoformat() if len(spelled) == 1 else None


def _marked_day(root: Any) -> str | None:
    """Return the day of what is marked as the time of publication, or of the only time in the article."""
    said = [e for e in root.iter() if isinstance(e.tag, str) and e.get("itemprop") == "datePublished"]
    said += [e for e in root.iter("time") if e.get("pubdate") is not None]
    if day := _first_day(iter([e.get("datetime") or e.get("content") or e.text for e in said])):
        return day
    own = {day for e in root.iter("time") if not _of_another(e) and (day := _day(e.get("datetime")))}
    return own.pop() if len(own) == 1 else None


def _of_another(element: Any) -> bool:
    return any(parent.tag in ("aside", "nav", "footer", "li") for parent in element.iterancestors())


def _address(root: Any, named: dict[str, str]) -> str | None:
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    said = [url.strip() for url in (*links, named.get("og:url")) if url]
    return next((url for url in said if url.startswith(("https://", "http://")) and host(url)), None)


def _day_in(url: str | None) -> str | None:
    """Return the day in an address such as https://example.org/2025/06/02/truce-holds."""
    found = _URL_DAY.search(url or "")
    return iso_day("-".join(found.groups())) if found else None
