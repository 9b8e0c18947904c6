"""Web pages: the main text, what stands beside it with a reason, and pages made to hang a reader."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.reports import REASONS, Report, load
from detente.reports.html import MAX_ATTRIBUTES, crowded_tag, extract, lines

BODY = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."
PAGE = f"""<html><head><title>Truce holds</title><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2025-06-02T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">World news</a></nav>
<article><h1>Truce holds</h1><p>{BODY}</p>
<figure><img src="x.jpg"><figcaption>The old town hall, seen from the harbour.</figcaption></figure>
<p>Observers counted no violation along the whole line, the mission said in its report for the day.</p>
<table><tr><td>Day</td><td>Violations</td></tr><tr><td>Monday</td><td>0</td></tr></table></article>
<div class="related-stories"><a href="/1">Ten things about nutmeg</a></div>
<div id="comments"><p>anon: first!</p></div>
<footer>Terms of use</footer><script>document.write("owned")</script></body></html>"""


def report(folder: Path, page: str | bytes, name: str = "a.html") -> Report:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return load(path)


def outcome(folder: Path, page: str) -> Report | ReportError:
    try:
        return report(folder, page)
    except ReportError as exc:
        return exc


def test_main_text_and_metadata(tmp_path: Path) -> None:
    """Title, day and outlet come from the page; the text is the article."""
    found = report(tmp_path, PAGE)
    assert (found.title, found.date, found.date_basis, found.outlet) == (
        "Truce holds", "2025-06-02", "metadata", "The Courier",
    )  # fmt: skip
    assert BODY in found.text
    assert "owned" not in found.text + "".join(map(found.dropped_text, found.dropped))


def test_a_heading_on_two_lines_stands_once(tmp_path: Path) -> None:
    """Whatever breaks it, it is the title as a whole, and no part of it stands in the text again."""
    for heading in ("Truce<br>holds", "Truce\n  holds", "<span>Truce</span> <span>holds</span>"):
        found = report(tmp_path, PAGE.replace("<h1>Truce holds", f"<h1>{heading}"))
        assert found.title == "Truce holds"
        assert found.text.startswith(f"Truce holds\n\n{BODY}")


def test_what_is_beside_the_text_is_kept_with_a_reason(tmp_path: Path) -> None:
    """Each line of the page that is not in the text is there to be shown, and says why it was left out."""
    found = report(tmp_path, PAGE)
    dropped = {found.dropped_text(part): part.reason for part in found.dropped}
    assert dropped.items() >= {
        ("Home World news", "menu"),
        ("The old town hall, seen from the harbour.", "caption"),
        ("Violations", "table"),
        ("Ten things about nutmeg", "promotion"),
        ("anon: first!", "comments"),
        ("Terms of use", "menu"),
    }
    assert set(dropped.values()) <= set(REASONS)
    assert all(0 <= part.start <= part.end <= len(found.text) for part in found.dropped)


def test_every_visible_line_is_in_the_text_or_dropped(tmp_path: Path) -> None:
    """Nothing that a person sees on the page gets lost without a trace."""
    found = report(tmp_path, PAGE)
    known = " ".join([*found.text.split(), *map(found.dropped_text, found.dropped)])
    for line, _ in lines(PAGE):
        assert line in known


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("<meta charset=windows-1251>", "cp1251"), ('<meta http-equiv=x content="text/html; charset=koi8-r">', "koi8_r")],
)
def test_declared_encoding(tmp_path: Path, head: str, encoding: str) -> None:
    """A page is read in the encoding that it declares."""
    text = "Обе делегации встретились в понедельник в старой ратуше и договорились о новой встрече."
    found = report(tmp_path, f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding))
    assert text in found.text
    assert found.unread == "language: ru"


def test_a_tag_of_very_many_attributes_is_refused() -> None:
    """It would keep a parser busy for hours; the mark-up around quoted signs does not hide it."""
    many = " ".join(f"a{i}='>'" for i in range(MAX_ATTRIBUTES + 5))
    with pytest.raises(ReportError, match=r"a\.html: .*attributes"):
        extract(f"<p {many}>{BODY}</p>", Path("a.html"))
    assert not crowded_tag(f"<p class='{'x ' * 50_000}'>{BODY}</p>" * 3)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + f"<p>{BODY}</p>",
        f"<p>{BODY}</p>" + "<b>" * 50_000,
        f"<p class='{'x' * 1_000_000}'>{BODY}</p>",
        "<p><a href=x><table><tr><td>" * 5_000 + BODY,
        f"<p>{BODY}</p>" + "&amp;" * 200_000,
        f"<!--{'x' * 1_000_000}",
        f'<p {"a=" * 100}" {BODY}',
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;</p>",
        "\x0c\x0b\x01<p>\u202e\u200b</p>",
    ],
    ids=["depth", "unclosed", "attribute", "tables", "entities", "comment", "quote", "dtd", "controls"],
)
def test_odd_pages_end(tmp_path: Path, page: str) -> None:
    """Each gives a report or one clear line."""
    found = outcome(tmp_path, page)
    if isinstance(found, ReportError):
        assert str(tmp_path / "a.html") in str(found)
        assert "\n" not in str(found)
    else:
        assert found.text.strip()


def test_outer_tags_may_be_left_out(tmp_path: Path) -> None:
    """A page without the outer tags is a page."""
    assert report(tmp_path, f"<p>{BODY}</p>").text == BODY


def test_text_that_looks_like_mark_up_stays_text(tmp_path: Path) -> None:
    """Escaped mark-up is what the report says; it is not parsed again."""
    line = "He wrote {} on the wall of the old town hall, and everybody laughed at it."
    page = f"<article><p>{BODY}</p><p>{line.format('&lt;script&gt;')}</p></article>"
    assert line.format("<script>") in report(tmp_path, page).text


@given(st.text(max_size=300))
def test_lines_of_any_text(source: str) -> None:
    """Any source gives lines without outer white space, each with a known reason."""
    for line, reason in lines(source):
        assert line == " ".join(line.split()) != ""
        assert reason in REASONS
