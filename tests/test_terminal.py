"""What a terminal is shown of an entry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.entries import Event, Quote, Round
from detente.ontology import acts
from detente.terminal import entry_line, fitted

QUOTE = Quote("r", 0, 4, "They")
EVENT = Event("ASSAULT", "Denmark", "Norway", "2025-06-02", "Oslo", QUOTE)
ROUND = Round("2025-06-02", "Oslo", ("Denmark", "Norway"), "no_agreement", QUOTE)


@pytest.mark.parametrize("type", list(acts()))
def test_an_act_of_both_has_no_direction(type: str) -> None:
    """An arrow stands only where the one does something to the other."""
    line = entry_line(replace(EVENT, type=type))
    assert ("Denmark and Norway" in line) == acts()[type].symmetric
    assert ("Denmark -> Norway" in line) != acts()[type].symmetric


def test_who_is_unknown_is_marked() -> None:
    """A question mark stands for whom the text does not name."""
    assert entry_line(replace(EVENT, recipient=None)) == "2025-06-02 ASSAULT Denmark -> ? in Oslo"
    assert entry_line(replace(EVENT, type="CONSULT", actor=None)) == "2025-06-02 CONSULT ? and Norway in Oslo"


def test_a_round_shows_its_mediators() -> None:
    """Every mediator beside the parties, and no word of mediation where nobody mediates."""
    assert entry_line(ROUND) == "2025-06-02 Denmark and Norway in Oslo: no agreement"
    led = entry_line(replace(ROUND, mediators=("Sweden", "United Nations")))
    assert led == "2025-06-02 Denmark and Norway in Oslo, mediated by Sweden and United Nations: no agreement"


@given(st.lists(st.text("abcdefg", min_size=1, max_size=30), min_size=1).map(" ".join), st.integers(0, 20))
def test_a_line_is_broken_and_nothing_is_lost(text: str, indent: int) -> None:
    """Every word is there, and every line fits the terminal."""
    made = fitted(text, indent)
    assert made.split() == text.split()
    assert all(len(line) <= 80 for line in made.splitlines())
