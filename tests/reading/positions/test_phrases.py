"""Set phrases: every row of their tables reads its example and leaves its counter-example alone."""

import pytest

from detente.reading.positions.rules_of_phrases import BACKWARD, FORWARD, SPOKEN
from detente.reading.reader import read_by_rules as read
from detente.reading.rule import Rule
from detente.reports import report_from_text

ROWS = FORWARD + BACKWARD + SPOKEN


def stances(sentence: str) -> set[tuple[str, str]]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")
    return {(p.party, p.stance) for p in read(report).positions}


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_reads_its_example(rule: Rule) -> None:
    """The example gives the stance to whoever the sentence names."""
    assert ("Norway", rule.says) in stances(rule.example)


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_leaves_its_counter_example_alone(rule: Rule) -> None:
    """The counter-example gives nobody a stance."""
    assert not stances(rule.counter)


def test_a_supposed_stance_is_none() -> None:
    """What somebody might do under a condition is not read."""
    assert not stances("Everything changes if Norway could live with a ceasefire.")
