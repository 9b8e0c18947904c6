"""The terms of the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief import Brief
from detente.brief.glossary import TERMS, link_terms
from detente.case.model import Case
from detente.settlement.results import Settlement
from detente.talks.results import Odds

WORDS = st.sampled_from(
    ["draws", "a package", "“no draw”", "<p>", "</p>", '<a href="#x">seed</a>', "<h2>Truce</h2>", " "]
)


def without_links(html: str) -> str:
    return re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", html)


@given(st.lists(WORDS))
def test_linking_adds_links_and_changes_nothing_else(parts: list[str]) -> None:
    """Take the links away and the page is what it was; no term has two."""
    html = f"<main>{''.join(parts)}</main>"
    linked, used = link_terms(html)
    assert without_links(linked) == html
    assert linked.count('class="term"') == len(used)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_every_term_is_found_in_its_own_name(term) -> None:
    """The name that the list shows is one of the forms on the page."""
    _, used = link_terms(f"<main><p>{term.name}</p></main>")
    assert term in used


@pytest.mark.parametrize("text", ["<p>“a draw”</p>", "<h3>Draws</h3>", '<span class="quote">“a <b>draw</b></span>'])
def test_words_of_reports_and_headings_are_no_first_use(text: str) -> None:
    """The link comes with the first use in the page's own sentences."""
    assert link_terms(f"<main>{text}</main>")[1] == ()
    assert [term.id for term in link_terms(f"<main>{text}<p>draws</p></main>")[1]] == ["draw"]


def test_page_lists_the_terms_that_it_uses(brief: Brief, nothing: tuple[Settlement, Odds]) -> None:
    """Each link leads to a term, each term has a link, and a page on nothing lists fewer of them."""

    def terms(html: str) -> set[str]:
        links = re.findall(r'class="term" href="#(term-[\w-]+)"', html)
        listed = re.findall(r'<div id="(term-[\w-]+)">', html)
        assert sorted(links) == sorted(listed)
        return set(listed)

    full, bare = terms(brief.html()), terms(Brief(Case("Nothing"), *nothing).html())
    assert {"term-shapley", "term-hazard", "term-stake", "term-draw"} <= full
    assert bare < full
    assert "lower id" not in brief.html()
