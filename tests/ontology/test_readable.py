"""Patterns as a person reads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ontology import issues
from detente.ontology.readable import ENDING, GAP, all_readable, readable


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"truces?", "truce"),
        (r"(?<!\w)(?:self-?rule)(?!\w)", "self-rule"),
        (r"halt (?:to|of) (?:the )?(?:fire|war)", "halt to/of fire/war"),
        (r"(?:a|b|c|d) (?:\w+ ){0,3}?end", "a/b/c/… ... end"),
        (r"recogni[sz](?:e|es|ed|ing)", "recognise"),
        (r"(?:reject|condemn)\w* it", "reject…/condemn… it"),
        (r"leave (?:\w+ )?(?:by|at)(?= (?:night|day))", "leave by/at"),
        (r"u\.?n\.? \d{2} men", "u.n. … men".replace(".", "")),
        (r"(?:(?:sea|land) (?:lane|route)|port)", "sea/land lane/route/port"),
    ],
)
def test_signs_go_and_words_stay(pattern: str, told: str) -> None:
    """What may be left out is left out; up to three words for one place."""
    assert readable(pattern) == told


def test_a_word_without_choices_is_one_that_the_pattern_finds() -> None:
    """What is shown without a sign of its own is what a text may say."""
    for issue in issues().values():
        for word in issue.words:
            told = readable(word.pattern)
            if not re.search(rf"/|{ENDING}|{re.escape(GAP)}|…", told) and "(?=" not in word.pattern:
                assert word.fullmatch(told), (issue.id, told)


def test_each_word_once_and_phrases_last() -> None:
    """The order of the table within both."""
    assert all_readable(["on the line", "posts?", "post", "map"]) == ["post", "map", "on the line"]


@given(st.from_regex(r"[a-z(?:)|*+{}\[\]\\ ]{0,30}", fullmatch=True))
def test_any_text_can_be_told(pattern: str) -> None:
    """A pattern of a form that no table has is told in some way, and never without end."""
    assert isinstance(readable(pattern), str)
