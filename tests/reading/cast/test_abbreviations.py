"""Abbreviations and acronyms that a report explains or uses."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.who.mentions import Cast


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def test_abbreviation_in_brackets() -> None:
    """A group that the report abbreviates carries the abbreviation it goes on to use."""
    found = cast("The Movement for Lakes (MFL) rejected the truce.", "The MFL wants more.")
    assert found.learned["MFL"] == "MFL"
    assert found.learned["Movement for Lakes"] == "MFL"


def test_an_accord_is_no_actor() -> None:
    """The abbreviation of an agreement names nobody."""
    assert "NLA" not in cast("The National Lakes Agreement (NLA) was signed.").learned


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("The CDX, a party without seats, stayed away.", True),
        ("The opposition CDX stayed away.", True),
        ("His own party, the CDX, stayed away.", True),
        ("The CDX stayed away.", False),
        ("The CDX, a scanner, broke.", False),
    ],
)
def test_an_acronym_that_is_explained_once(sentence: str, known: bool) -> None:
    """An acronym that the report calls a party or a movement is one, though it names it once."""
    assert ("CDX" in cast(sentence).learned) is known
