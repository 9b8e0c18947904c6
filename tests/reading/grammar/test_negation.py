"""What is negated."""

import pytest

from detente.reading.grammar.parser import negated, parse


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("A ceasefire is nothing that Denmark could accept.", "accept", True),
        ("Norway said the sanctions were not something it would agree to.", "agree", True),
        ("That was never something Norway wanted.", "wanted", True),
        ("The truce is something that Denmark could accept.", "accept", False),
        ("It is something that Norway will not accept.", "accept", True),
        ("Norway will not accept the truce.", "accept", True),
        ("Norway has accepted something.", "accepted", False),
    ],
)
def test_what_is_said_of_nothing_is_not_said(sentence: str, verb: str, expected: bool) -> None:
    """What somebody calls nothing that he can accept is not accepted."""
    (doc,) = parse([sentence])
    (token,) = [each for each in doc if each.text == verb]
    assert negated(token) is expected
