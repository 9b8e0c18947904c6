"""References and sources."""

import pytest

from detente.brief.citations import Citations, marked
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.case.model import Case, Evidence
from detente.settlement.results import Settlement
from detente.talks.results import Odds


@pytest.fixture
def citations(sourced: Case, settlement: Settlement, odds: Odds) -> Citations:
    return Citations(Material(sourced, settlement, odds))


def test_numbers_follow_the_page(citations: Citations) -> None:
    """The first entry referred to is number 1, and keeps it."""
    citations.cite(["e05", "e01"])
    citations.cite(["e01"])
    assert [(s.number, s.entry, len(s.uses)) for s in citations.cited] == [(1, "e05", 1), (2, "e01", 2)]
    assert "e05" not in {s.entry for s in citations.uncited}


def test_statement_is_escaped_and_referenced(citations: Citations) -> None:
    """A statement cannot bring markup of its own."""
    said = citations.say(Statement("<b>no</b>", ("e01",), "because <i>we</i> think so"))
    assert said.startswith("&lt;b&gt;no&lt;/b&gt;")
    assert 'href="#entry-e01"' in said
    assert 'href="#assumption-1"' in said
    assert "<i>" not in said


def test_entry_without_a_sentence_still_leads_somewhere(citations: Citations) -> None:
    """A case edited by hand may name an entry whose sentence is elsewhere."""
    said = citations.cite(["gone"])
    (source,) = citations.cited
    assert f'href="#{source.anchor}"' in said
    assert "not with the case" in source.sentence


@pytest.mark.parametrize(
    ("quote", "sentence", "expected"),
    [
        ("no deal", "There is no deal yet.", "There is <mark>no deal</mark> yet."),
        ("no deal", "There is no\n  deal yet.", "There is <mark>no\n  deal</mark> yet."),
        ("a.b", "axb and a.b", "axb and <mark>a.b</mark>"),
        ("<x>", "so <x> & y", "so <mark>&lt;x&gt;</mark> &amp; y"),
        ("gone", "Something else.", "<mark>gone</mark> Something else."),
    ],
)
def test_quote_is_marked_in_its_sentence(quote: str, sentence: str, expected: str) -> None:
    """White space may differ, patterns are taken literally, markup is escaped."""
    assert marked(Evidence(quote, sentence, "r")) == expected
