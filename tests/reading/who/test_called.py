"""Whom a report has called so: "the envoy", "the group", "the statement"."""

import pytest

from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.called import is_bare
from detente.reports import report_from_text

RF = "Norway and the Ruritanian Front (RF) met in Lund. The RF and Norway have fought since 2010.\n\n"


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(RF + text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    ("sentence", "noun", "bare"),
    [
        ("The envoy left.", "envoy", True),
        ("The armed group left.", "group", True),
        ("Tuesday's statement ended well.", "statement", True),
        ("The rights group left.", "group", False),
        ("The group of clerics left.", "group", False),
        ("A group left.", "group", False),
    ],
)
def test_a_noun_alone_takes_up_what_was_told(sentence: str, noun: str, *, bare: bool) -> None:
    """A noun with a modifier of its own names somebody new."""
    assert is_bare(next(token for token in parse([sentence])[0] if token.text == noun)) is bare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The UN envoy came. Norway left. The envoy called for a truce.", {("United Nations", "ceasefire", "demands")}),
        ("The Front left the talks. The group said it would not accept a truce.", {("RF", "ceasefire", "rejects")}),
        ("The Front left the talks. Its members said they would not accept a truce.", {("RF", "ceasefire", "rejects")}),
        ("Norway left. The group's chief negotiator rejected a truce.", {("RF", "ceasefire", "rejects")}),
        ("Norway left. An envoy came. The envoy called for a truce.", set()),
        ("Norway left. The rights group called for a truce.", set()),
        ("Norway left. The country is calm. The capital called for nothing.", set()),
    ],
)
def test_who_was_called_so(text: str, found: set[tuple[str, str, str]]) -> None:
    """A noun alone is whoever was called so last; after somebody unknown it is nobody."""
    assert positions(text) == found


def test_a_statement_is_whose_it_was() -> None:
    """What "the statement" says is said by those who have issued it, "they" in it are the others."""
    text = 'In a statement the RF said it was ready. "They must withdraw their troops," the statement said.'
    assert {(party, stance) for party, _, stance in positions(text)} == {("RF", "demands")}
