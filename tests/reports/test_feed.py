"""RSS and Atom: each item is a report; broken and hostile feeds end in a clear line."""

from pathlib import Path

import pytest

from detente.errors import ReportError
from detente.reports import Report, load_all

BODY = "The two delegations met for three hours in the old town hall on Monday."
ITEM = (
    "<item><title>Truce holds</title><link>https://example.org/1</link>"
    f"<pubDate>Mon, 02 Jun 2025 23:30:00 +0300</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;&lt;p&gt;They "
    "&lt;b&gt;agreed&lt;/b&gt; to meet again.&lt;/p&gt;</description></item>"
)
RSS = "<?xml version='1.0'?><rss version='2.0'><channel><title>The Courier</title>{}</channel></rss>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Courier</title><entry><title>Truce holds</title>"
    "<link rel='self' href='https://example.org/self'/><link href='https://example.org/1'/>"
    "<published>2025-06-02T23:30:00+03:00</published><updated>2025-06-09T00:00:00Z</updated>"
    f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{BODY}</p><p>They <b>agreed</b> to meet again."
    "</p></div></content></entry></feed>"
)
RDF = (
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
    "<channel><title>The Courier</title></channel><item><title>Truce holds</title><link>https://example.org/1</link>"
    "<dc:date>2025-06-02T23:30:00+03:00</dc:date><description>A short form.</description>"
    f"<content:encoded><![CDATA[<p>{BODY}</p><p>They <b>agreed</b> to meet again.</p>]]>"
    "</content:encoded></item></rdf:RDF>"
)


def read(path: Path) -> tuple[list[Report], list[str]]:
    faults: list[ReportError] = []
    return list(load_all([path], on_fault=faults.append)), [str(fault) for fault in faults]


def write(folder: Path, source: str | bytes, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


@pytest.mark.parametrize(
    ("source", "name"), [(RSS.format(ITEM), "a.rss"), (ATOM, "a.atom"), (RDF, "a.xml")], ids=["rss", "atom", "rdf"]
)
def test_the_three_forms(tmp_path: Path, source: str, name: str) -> None:
    """Title, day as written, outlet, address and the fullest text are taken, its mark-up made lines."""
    (report,), faults = read(path := write(tmp_path, source, name))
    assert faults == []
    assert report.text == f"Truce holds\n\n{BODY}\n\nThey agreed to meet again."
    assert (report.title, report.date, report.date_basis) == ("Truce holds", "2025-06-02", "metadata")
    assert (report.outlet, report.url, report.path) == ("The Courier", "https://example.org/1", f"{path}#1")


def test_an_item_may_say_little(tmp_path: Path) -> None:
    """A title alone is a report without date; an item with nothing is a fault, by its number."""
    (report,), (fault,) = read(write(tmp_path, RSS.format("<item><title>Talks end</title></item><item/>")))
    assert (report.text, report.date, report.url) == ("Talks end", None, None)
    assert "item 2: no text in it" in fault


@pytest.mark.parametrize("date", ["soon", "Mon, 99 Jun 2025", "", "2025", "Mon, 02 Jun 99999 00:00:00"])
def test_dates_that_are_none(tmp_path: Path, date: str) -> None:
    """A date that is no day stays unknown."""
    (report,), _ = read(write(tmp_path, RSS.format(f"<item><title>Talks end</title><pubDate>{date}</pubDate></item>")))
    assert report.date is None


def test_declared_encoding(tmp_path: Path) -> None:
    """The XML declaration counts."""
    head = "<?xml version='1.0' encoding='windows-1251'?>"
    source = f"{head}<rss><channel><item><title>Переговоры</title></item></channel></rss>"
    assert read(write(tmp_path, source.encode("cp1251")))[0][0].title == "Переговоры"


def test_a_feed_that_breaks_off(tmp_path: Path) -> None:
    """The items before the break are read; the line of the break is named."""
    source = RSS.format(f"\n{ITEM}\n{ITEM.replace('holds', 'ends')}\n<item><title>Lost")[:-20]
    reports, (fault,) = read(path := write(tmp_path, source))
    assert [report.title for report in reports] == ["Truce holds", "Truce ends"]
    assert fault.startswith(f"{path}: line 4: broken XML after 2 item(s)")
    assert "\n" not in fault


BOMB = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>{}]>".format(
    "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "empty"),
        ("word", "broken XML"),
        ("<html><body/></html>", "not a feed: its root is <html>"),
        (BOMB + RSS.format("<item><title>&j;</title></item>")[21:], "declares entities"),
        ("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss/>", "declares entities"),
        ((BOMB + "<rss/>").encode("utf-16"), "declares entities"),
        (RSS.format(""), "no report in this file"),
        ("<rss><channel>" + "<a>" * 5000, "none of its 1 part"),
    ],
    ids=["empty", "word", "html", "bomb", "external", "utf-16", "no items", "depth"],
)  # fmt: skip
def test_unusable_feeds(tmp_path: Path, source: str | bytes, message: str) -> None:
    """Each ends in one line that names the file."""
    path = write(tmp_path, source)
    faults: list[str] = []
    with pytest.raises(ReportError) as caught:
        list(load_all([path], on_fault=lambda fault: faults.append(str(fault))))
    assert str(caught.value).startswith(f"{path}: ")
    assert message in "".join([*faults, str(caught.value)])


def test_external_entities_beyond_the_head_are_not_read(tmp_path: Path) -> None:
    """Even where the declaration stands late, no other file gets into a report."""
    (tmp_path / "secret.txt").write_text("open sesame")
    declared = f"<!DOCTYPE rss [{' ' * 70_000}<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    source = (
        f"{declared}<rss><channel><item><title>Truce holds</title><description>&x;</description></item></channel></rss>"
    )
    reports, _ = read(write(tmp_path, source))
    assert "sesame" not in "".join(report.text for report in reports)


def test_a_feed_of_any_length_is_streamed(tmp_path: Path) -> None:
    """The parsed tree does not grow: after each item the ones before it are gone."""
    from detente.reports import feed

    path = write(tmp_path, RSS.format(ITEM * 500))
    items = feed.contents(path)
    assert sum(1 for _ in items) == 500
