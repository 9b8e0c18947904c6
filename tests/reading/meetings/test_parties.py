"""Who met."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def test_a_resort_of_a_third_state_is_no_guest() -> None:
    """The state that a place of talks lies in does not talk."""
    text = f"{BACKGROUND}\n\nThe talks in the Swiss resort of Davos ended on Monday without an agreement."
    assert [r.parties for r in read(report_from_text(text, date="2025-06-03")).rounds] == [("Denmark", "Norway")]


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("The Norwegian premier was speaking in Lima on Monday after a meeting with Rudolf Rassendyll.", False),
        ("Norway's foreign minister is due in Lima on Thursday for talks with the Swedish government.", False),
        ("The European Union would hold a meeting on Norway in Lima next week.", False),
        ("The foreign ministers met in Lima on 20 May.", True),
        ("After three weeks of talks in Lima, Norway and Denmark agreed on Monday to free all prisoners.", True),
        ("The two sides sat down with the UN envoy in Lima on Monday.", True),
    ],
)
def test_who_meets_a_stranger_does_not_meet_the_other_side(sentence: str, met: bool) -> None:
    """A named person or state that is no party, or a body that meets, makes no round of the two."""
    found = read(report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03")).rounds
    assert [r.parties for r in found] == ([("Denmark", "Norway")] if met else [])
