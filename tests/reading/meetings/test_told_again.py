"""Rounds that are told of twice, on another day, or that are none of the two sides': what they are not read as."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."
TODAY = "2025-06-03"


def days(sentence: str) -> list[str | None]:
    """The days of the rounds that a report with this news tells of."""
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=TODAY)
    return [r.date for r in read(report).rounds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway and Denmark signed a truce on Monday.\n\nThe truce was reached after four days of talks in Arva.",
            ["2025-06-02"],
        ),
        (
            "Norway and Denmark have signed a peace agreement, officials said on Tuesday."
            "\n\nThe document was signed on Monday in Arva after two days of talks.",
            ["2025-06-02"],
        ),
        (
            "Norway and Denmark have reached an agreement on prisoners, the two governments announced on Tuesday."
            "\n\nThe ministers met in Arva on Sunday and signed the agreement there.",
            ["2025-06-01"],
        ),
        (
            "Norway and Denmark held talks in Arva on Monday.\n\nThe delegations of Norway and Denmark met in Streslau"
            " on Sunday.",
            ["2025-06-02", "2025-06-01"],
        ),
    ],
)
def test_news_told_again_is_one_round(sentence: str, expected: list[str]) -> None:
    """What a report opens with and then dates is one round; two days and two places are two."""
    assert days(sentence) == expected
