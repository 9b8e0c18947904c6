"""Quotations."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.quoting import quoted, quoted_terms, showable
from detente.case.model import Basis, Demand, Evidence

TEXTS = st.text(st.sampled_from('ab the of "“”«».,; ’'), max_size=30)
ASKED = Demand("norway", "line", "moved", "demands", basis=Basis(("e",)))


def in_sentence(terms: str, sentence: str) -> str:
    return quoted_terms(replace(ASKED, terms=terms), {"e": Evidence(terms, sentence, "r")})


@given(TEXTS)
def test_quotation_marks_are_balanced(text: str) -> None:
    """One pair of double marks around, pairs of single ones inside, and no punctuation left hanging before the end."""
    made = quoted(text)
    assert made.count("“") == made.count("”") == (1 if made else 0)
    assert '"' not in made
    assert made.count("‘") == made.count("’") - text.count("’")
    assert not made.removesuffix("”").endswith((",", ";", ".", ":"))


@given(TEXTS)
def test_no_word_is_lost_or_added(text: str) -> None:
    """Quoting touches marks and punctuation only."""
    letters = [c for c in text if c.isalpha()]
    assert [c for c in quoted(text) if c.isalpha()] == letters


@pytest.mark.parametrize(
    ("terms", "sentence", "expected"),
    [
        ("moves the line", "It refuses any plan that moves the line now.", "“any plan that moves the line”"),
        ("moves the line", "It refuses what Oslo drew and that moves the line.", "“… moves the line”"),
        ("ove the li", "They will move the line.", "“move the line”"),
        ("1,000 prisoners", "A swap in which 1,000 prisoners go.", "“1,000 prisoners”"),
        ("which it annexed", "Land which it annexed.", "“… which it annexed”"),
        ("a line, a", "a line, a road", "“a line, a …”"),
        ("the line; the road", "the line and the road", "“the line” and “the road”"),
        ("not in the text", "Another sentence.", "“not in the text”"),
    ],
)
def test_what_is_cut_is_widened_or_marked(terms: str, sentence: str, expected: str) -> None:
    """A relative clause gets the noun it hangs on, a cut word its rest, and any other cut an ellipsis."""
    assert in_sentence(terms, sentence) == expected


@pytest.mark.parametrize(
    ("terms", "sentence", "expected"),
    [
        ("the children", "Norway demands a truce and the return of the children.", "“the return of the children”"),
        ("the children", "Norway demands the children.", "“the children”"),
    ],
)
def test_what_is_asked_of_a_thing_is_quoted_with_it(terms: str, sentence: str, expected: str) -> None:
    """A bare noun is no demand where the sentence says what is to be done with it."""
    assert in_sentence(terms, sentence) == expected


def test_showable_keeps_line_breaks_and_letters() -> None:
    """Only what no page can show is replaced."""
    assert showable("a\nb\tc – é 漢 \x07") == "a\nb\tc – é 漢 \ufffd"
