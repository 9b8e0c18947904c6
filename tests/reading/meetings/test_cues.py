"""Which day belongs to which meeting or signing."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In March the two sides met in Oslo, and on 2 April in Geneva they signed a truce.",
            {"2025-03", "2025-04-02"},
        ),
        ("On Monday Norway and Denmark signed a text to keep the accord of November 2013 in force.", {"2025-06-02"}),
        ("By an accord concluded in Oslo on 19 May, the army of Norway will be reduced.", {"2025-05-19"}),
        ("The delegations of Norway and Denmark meet again in the first week of July.", {"2025-07"}),
        ("When ministers of Norway and Denmark met on the eighth of May, they agreed on nothing.", {"2025-05-08"}),
    ],
)
def test_each_day_belongs_to_its_meeting(sentence: str, expected: set[str]) -> None:
    """A day goes to the meeting or signing above it in the tree, not to an accord that is only named."""
    assert {date for date, _, _ in rounds(sentence)} == expected


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The sides met in Oslo on Monday, for the first time since 12 March.", ["2025-06-02"]),
        ("Talks in Geneva in February and October 2006 brought no result.", ["2006-02", "2006-10"]),
        ("Norway and Denmark held six rounds of talks between May 2002 and March 2003.", ["2003-03"]),
        ("On Monday Norway and Denmark signed a cessation of hostilities.", ["2025-06-02"]),
    ],
)
def test_the_days_of_a_series(sentence: str, days: list[str]) -> None:
    """A day since which is no day on which; a span has its last day, and months share the year behind them."""
    assert [date for date, _, _ in rounds(sentence)] == days
