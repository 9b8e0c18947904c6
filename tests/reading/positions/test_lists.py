"""Positions of lists under an opening sentence."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Norway's demands:", {("Norway", "demands")}),
        ("Norway undertakes:", {("Norway", "accepts")}),
        ("The agreement between the two provides for:", {("Norway", "accepts"), ("Denmark", "accepts")}),
        ("The menu lists:", set()),
    ],
)
def test_the_opening_sentence_says_whose_the_items_are(opening: str, expected: set[tuple[str, str]]) -> None:
    """What is listed is demanded, undertaken or agreed on as its opening sentence says."""
    text = f"{BACKGROUND}\n\n{opening}\n\n- the release of all prisoners;\n\n- the reopening of the border."
    found = read(report_from_text(text, date="2025-06-03")).positions
    assert {(p.party, p.stance) for p in found if p.issue == "prisoners"} == expected
