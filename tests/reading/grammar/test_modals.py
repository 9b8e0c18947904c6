"""Duties and refusals that an auxiliary or an infinitive tells."""

from collections.abc import Callable

import pytest

from detente.reading.grammar.modals import has_to, is_to, refuses
from detente.reading.grammar.parser import Token, parse


def verb(sentence: str, word: str) -> Token:
    return next(token for token in parse([sentence])[0] if token.text == word)


@pytest.mark.parametrize(
    ("tells", "sentence", "word"),
    [
        (has_to, "The army has to leave.", "leave"),
        (is_to, "The forces are to leave.", "leave"),
        (refuses, "Norway will not sign.", "sign"),
        (refuses, "Norway can't sign.", "sign"),
    ],
)
def test_what_stands_before_a_verb(tells: Callable[[Token], bool], sentence: str, word: str) -> None:
    """A duty stands in an infinitive, a refusal under an auxiliary that looks ahead."""
    assert tells(verb(sentence, word))


@pytest.mark.parametrize("tells", [has_to, is_to, refuses])
def test_a_plain_past_tells_neither(tells: Callable[[Token], bool]) -> None:
    """What was done is neither due nor refused."""
    assert not tells(verb("The army left the valley.", "left"))
