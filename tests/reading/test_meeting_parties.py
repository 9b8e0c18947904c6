"""Who met."""

from detente.reading import read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def test_a_resort_of_a_third_state_is_no_guest() -> None:
    """The state that a place of talks lies in does not talk."""
    text = f"{BACKGROUND}\n\nThe talks in the Swiss resort of Davos ended on Monday without an agreement."
    assert [r.parties for r in read(report_from_text(text, date="2025-06-03")).rounds] == [("Denmark", "Norway")]
