"""What a page says about itself: places made for the purpose, whole days, and nothing else."""

import pytest
from lxml import html

from detente.reports.metadata import Facts, facts

BODY = "<p>Both delegations met at noon.</p>"


def of(head: str = "", body: str = BODY) -> Facts:
    return facts(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def meta(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2025-06-02T23:30:00+03:00", "property"),
        meta("Date", "2 June 2025"),
        meta("DC.date.issued", "2025-06-02"),
        meta("datePublished", "2025-06-02", "itemprop"),
        linked('{"@type": "NewsArticle", "datePublished": "2025-06-02T08:00:00Z"}'),
        linked('[{"@graph": [{"datePublished": "Mon, 2 Jun 2025"}]}]'),
        '<link rel="canonical" href="https://example.org/2025/06/02/truce-holds">',
        meta("article:modified_time", "2025-06-02", "property"),
        meta("article:modified_time", "2025-06-09", "property") + meta("date", "2025-06-02"),
        linked("{broken") + meta("date", "2025-06-02"),
        linked("[" * 50_000) + meta("date", "2025-06-02"),
    ],
)
def test_days_in_the_head(head: str) -> None:
    """Each of these states the day; publication goes before change; broken data do not stand in the way."""
    assert of(head).date == "2025-06-02"


@pytest.mark.parametrize(
    "body",
    [
        '<article><time datetime="2025-06-02T10:00">today</time></article>',
        '<time datetime="2024-01-01"></time><span itemprop="datePublished" content="2025-06-02"></span>',
        '<time datetime="2024-01-01"></time><time pubdate datetime="2025-06-02"></time>',
        '<time datetime="2025-06-02"></time><aside><time datetime="2024-01-01"></time></aside>',
    ],
)
def test_days_in_the_body(body: str) -> None:
    """A time marked as that of publication counts, and the only one that is not of another story."""
    assert of(body=body).date == "2025-06-02"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"{BODY}<footer>© 2019 The Courier</footer>"),
        ("", f"{BODY}<p>The truce of 3 March 2021 held.</p>"),
        ("", f"{BODY}<aside><a href='/2018/03/02/x'>2 March 2018</a></aside>"),
        ("", "<time datetime='2025-06-02'></time><time datetime='2025-06-03'></time>"),
        ("", f"{BODY}<aside><time datetime='2018-03-02'></time></aside>"),
        (meta("og:image", "https://example.org/2017/04/03/x.jpg", "property"), BODY),
        (meta("date", "2017"), BODY),
        (meta("date", "2017-04"), BODY),
        (meta("date", "04/05/2017"), BODY),
        (meta("date", "2025-02-30"), BODY),
        (linked('{"datePublished": 5}'), BODY),
    ],
)
def test_what_is_no_day_of_the_report(head: str, body: str) -> None:
    """Years, months, days that can be two, and days of something else leave the date unknown."""
    assert of(head, body).date is None


def test_outlet_and_address() -> None:
    """The site's name goes before the publisher's; only a web address is an address."""
    publisher = linked('{"datePublished": "2025-06-02", "publisher": {"name": "Courier  Ltd"}}')
    assert of(publisher).outlet == "Courier Ltd"
    assert of(publisher + meta("og:site_name", "The Courier", "property")).outlet == "The Courier"
    assert of(meta("og:url", "https://example.org/1", "property")).url == "https://example.org/1"
    assert of('<link rel="canonical" href="javascript:alert(1)">').url is None
    assert of() == Facts()


def test_the_address_that_a_page_was_found_at() -> None:
    """It counts where the page names none, with the day in it."""
    root = html.document_fromstring(f"<html><body>{BODY}</body></html>")
    found = "https://example.org/2025/06/02/truce"
    assert facts(root, found) == Facts("2025-06-02", None, found)
