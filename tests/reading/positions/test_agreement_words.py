"""Words for an agreement: whatever the sides call it, they have agreed."""

import re

import pytest

from detente.reading.positions.agreement_words import AGREEMENTS, PAPER, SETTLED, STATEMENTS, TEXTS, TRUCES, any_of
from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

SORTS = (AGREEMENTS, TRUCES, SETTLED, TEXTS, STATEMENTS)


@pytest.mark.parametrize("word", sorted(frozenset().union(*SORTS)))
def test_what_is_signed_is_agreed(word: str) -> None:
    """A meeting at which both sign is one with an agreement, by whatever word for it."""
    text = f"Norway and Denmark are at war.\n\nOn Monday Norway and Denmark met in Oslo and signed the {word}."
    assert [r.outcome for r in read(report_from_text(text, date="2025-06-03")).rounds] == ["agreement"]


@pytest.mark.parametrize("word", ["treaty", "treaties", "memoranda", "cease-fires", "communiqués", "annexes"])
def test_a_pattern_has_both_numbers(word: str) -> None:
    """Every word counts in the singular and in the plural."""
    everything = any_of(*SORTS, frozenset(["annex"]))
    assert re.fullmatch(everything, word)


def test_no_word_is_of_two_sorts() -> None:
    """A rule that leaves out a sort leaves out all of its words."""
    assert sum(len(sort) for sort in SORTS) == len(frozenset().union(*SORTS))
    assert all(re.fullmatch(PAPER, word) for sort in SORTS for word in sort)
