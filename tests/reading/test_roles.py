"""Which party a noun names by itself or through its modifiers."""

import pytest

from detente.reading.mentions import Cast
from detente.reading.parser import parse
from detente.reading.roles import named_parties


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
