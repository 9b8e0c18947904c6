"""Whether two words stand in one clause."""

import pytest

from detente.reading.grammar.clauses import of_another_clause
from detente.reading.grammar.parser import parse


@pytest.mark.parametrize(
    ("sentence", "at", "word", "other"),
    [
        ("A bomb went off in Bergen hours before the envoys met in Lima.", "Bergen", "met", True),
        ("A bomb went off in Bergen hours before the envoys met in Lima.", "Lima", "met", False),
        ("The envoys signed a truce after talks in Lima.", "Lima", "signed", False),
        ("The talks, which ended in Lima, brought a truce.", "Lima", "talks", False),
        ("They met in Lima, where they signed a truce.", "Lima", "signed", False),
    ],
)
def test_what_somebody_else_does_is_in_another_clause(sentence: str, at: str, word: str, other: bool) -> None:
    """A clause with a subject of its own keeps its place; what hangs on the talks or on the place shares it."""
    tokens = {token.text: token for token in parse([sentence])[0]}
    assert of_another_clause(tokens[at], tokens[word]) is other
