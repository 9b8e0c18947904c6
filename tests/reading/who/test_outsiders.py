"""Troops of a third country are foreign forces; those of a party are about land."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("demand", "issue"),
    [
        ("Norway demanded the withdrawal of Swedish troops.", "foreign_forces"),
        ("Norway demanded the withdrawal of Danish troops from the valley.", "territory"),
        ("Norway demanded that Danish troops go home.", "foreign_forces"),
        ("Norway demanded that Denmark withdraw its troops from Sweden.", "foreign_forces"),
    ],
)
def test_whose_troops_leave_which_land(demand: str, issue: str) -> None:
    """A third owner, a third land and a way home make troops foreign."""
    text = f"Norway fights Denmark. Norway and Denmark held talks. {demand}"
    found = read(report_from_text(text, date="2025-06-03")).positions
    assert {position.issue for position in found} == {issue}
