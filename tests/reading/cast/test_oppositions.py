"""The opposition within a state."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

TALKS = ("Norway and Denmark agreed on a truce.", "Norway shelled Denmark on Sunday.")


@pytest.mark.parametrize(
    "sentence",
    [
        "In Norway, opposition leader Rupert Hentzau said the truce was a failure.",
        "Rupert Hentzau, who heads the conservative opposition in Norway, dismissed the truce.",
        "Rupert Hentzau, leader of the Norwegian opposition, rejected the truce.",
        "In Oslo the day was quiet. Opposition leader Rupert Hentzau accused the premier of surrender.",
        "Norway's premier signed, but Rupert Hentzau, an opposition lawmaker, refused.",
    ],
)
def test_whoever_leads_the_opposition_speaks_for_it(sentence: str) -> None:
    """An opposition leader is of the opposition in the state that the text speaks of, not of the government."""
    cast = cast_of(parse((*TALKS, *sentence.split(". "))))
    assert cast.learned["Hentzau"] == "Norwegian opposition"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian opposition rejected the truce.",
        "Norway's opposition rejected the truce.",
        "In Norway, opposition leader Rupert Hentzau rejected the truce.",
        "The conservative Norwegian opposition rejected the truce.",
        "In Oslo, Rupert Hentzau, an opposition lawmaker, rejected the truce.",
    ],
)
def test_the_opposition_holds_positions_of_its_own(sentence: str) -> None:
    """What the opposition rejects, the state has not rejected."""
    positions = read(report_from_text(" ".join((*TALKS, sentence)), date="2025-06-03")).positions
    assert {p.party for p in positions if p.stance == "rejects"} == {"Norwegian opposition"}


@pytest.mark.parametrize(
    "sentence",
    [
        "There was opposition to the truce in Norway.",
        "Opposition was voiced by Rupert Hentzau of Norway.",
        "Norway dropped its opposition to the truce.",
    ],
)
def test_opposition_to_something_is_nobody(sentence: str) -> None:
    """A truce may meet with opposition without there being a party of that name."""
    assert "Norwegian opposition" not in cast_of(parse((*TALKS, sentence))).learned.values()
