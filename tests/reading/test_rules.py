"""Every rule reads its example and leaves its counter-example alone."""

import pytest

from detente.entries import Entries
from detente.reading.reader import read_by_rules as read
from detente.reading.rule import Rule
from detente.reading.rules import RULES
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def entries(sentence: str) -> Entries:
    text = f"{BACKGROUND}\n\n{sentence}\n\n{BACKGROUND}"
    return read(report_from_text(text, date="2025-06-03"))


def found(rule: Rule, sentence: str) -> list[object]:
    kind = {"position": "positions", "event": "events", "round": "rounds"}[rule.kind]
    return [entry for entry in getattr(entries(sentence), kind) if entry.by.rule == rule.id]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_reads_its_example(rule: Rule) -> None:
    """The example yields an entry by this rule."""
    assert found(rule, rule.example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_leaves_its_counter_example_alone(rule: Rule) -> None:
    """The counter-example yields none."""
    assert not found(rule, rule.counter)


def test_ids_are_unique() -> None:
    """An entry's rule id leads to one rule."""
    assert len({rule.id for rule in RULES}) == len(RULES)
