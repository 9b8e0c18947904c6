"""Meetings that are only wished for."""

import pytest

from detente.reading import read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway called on Monday for talks with Denmark in Oslo.",
        "Norway is prepared to sign a truce with Denmark on Monday.",
        "On 18 May leaders of Norway were flown to Oslo to explain the talks.",
        "If Norway and Denmark met in Oslo on Monday, nobody would be surprised.",
    ],
)
def test_what_is_only_wished_for_is_no_meeting(sentence: str) -> None:
    """Calls, readiness, conditions and talk about talks yield no round."""
    assert rounds(sentence) == []
