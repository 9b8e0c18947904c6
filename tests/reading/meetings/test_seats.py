"""Where talks sit."""

import pytest

from detente.reading.meetings.seats import seat_of
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OSLO, Sweden, 3 June - Talks are held here.", "Oslo"),
        ("The talks in Lillehammer went on. Norway and Denmark met again.", "Lillehammer"),
        ("Norway spoke. Denmark answered.", None),
    ],
)
def test_where_talks_sit(text: str, place: str | None) -> None:
    """The seat is named beside talks, or is the city that the report was sent from where it says "here"."""
    assert seat_of(report_from_text(text)) == place
