"""Where something happened: the place of its own clause."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str) -> list[tuple[str | None, str | None]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03")
    return [(r.date, r.place) for r in read(report).rounds]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A bomb killed three men in Bergen on Sunday, hours before Norway and Denmark sat down in Lima.", "Lima"),
        ("Norway and Denmark signed a truce in Lima on Sunday after troops had left the port in Bergen.", "Lima"),
        ("Officials said in Bergen that Norway and Denmark had met in Lima on Sunday.", "Lima"),
        ("Norway and Denmark signed a truce on Sunday at the UN's European headquarters.", None),
        ("Norway and Denmark signed a truce on Sunday, which the ministers approved in Lima.", None),
    ],
)
def test_a_place_belongs_to_its_clause(sentence: str, found: str | None) -> None:
    """A bomb's place, a speaker's or that of a meeting to come is not where the two met."""
    assert rounds(sentence) == [("2025-06-01", found)]
