"""Meetings that are only wished for."""

import pytest

from detente.reading.reader import read_by_rules as read
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
        "Norway's foreign minister said on Monday that he was ready for talks with Denmark in Lima.",
        "Norway dismissed reports that its officials had met Danish envoys in Lima on Sunday.",
        "In a speech on Monday the Norwegian premier ruled out further releases before the Danes signed a truce.",
        "Envoys put forward a paper on Monday in an effort to conclude the peace talks between Norway and Denmark.",
        "The Norwegian premier said on Monday she would meet the Danish leader in Lima only if he disarmed.",
    ],
)
def test_what_is_only_wished_for_is_no_meeting(sentence: str) -> None:
    """Calls, readiness, conditions and talk about talks yield no round."""
    assert rounds(sentence) == []
