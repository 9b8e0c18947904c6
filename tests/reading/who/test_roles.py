"""Which party a noun names by itself or through its modifiers."""

import pytest

from detente.reading.grammar.parser import parse
from detente.reading.who.mentions import Cast
from detente.reading.who.roles import named_parties


@pytest.mark.parametrize(
    ("sentence", "word", "parties"),
    [
        ("The Norwegian delegation left.", "delegation", ["Norway"]),
        ("The delegation of the government of Norway left.", "delegation", ["Norway"]),
        ("Gunmen of Norway left.", "Gunmen", ["Norway"]),
        ("The government in Oslo left.", "government", ["Norway"]),
        ("Norway's allies left.", "allies", []),
        ("The delegation left.", "delegation", []),
        ("The road from Norway is closed.", "road", []),
    ],
)
def test_those_who_act_for_a_party_stand_for_it(sentence: str, word: str, parties: list[str]) -> None:
    """Its allies and its roads do not."""
    token = next(t for t in parse([sentence])[0] if t.text == word)
    assert named_parties(Cast(), token) == parties


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway's Hill Liberation Army signed.", []),
        ("Norway's Ardan Front signed.", []),
        ("Norway's Royal Navy signed the truce.", ["Norway"]),
        ("Norway's army signed the truce.", ["Norway"]),
    ],
)
def test_a_movement_is_not_the_state_it_is_in(sentence: str, found: list[str]) -> None:
    """A liberation army that is named with its country is not that country's army."""
    doc = parse([sentence])[0]
    assert named_parties(Cast(), next(token for token in doc if token.dep_ == "nsubj")) == found
