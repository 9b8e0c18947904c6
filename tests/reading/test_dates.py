"""Dates in sentences against the report's date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.dates import find_dates

TODAY = "2025-06-03"


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Sunday", "2025-06-01", "2025-06-08"),
        ("on Tuesday", "2025-06-03", "2025-06-10"),
        ("last Tuesday", "2025-05-27", "2025-06-10"),
        ("on May 16th", "2025-05-16", "2026-05-16"),
        ("on Sunday, June 1st, they met", "2025-06-01", "2026-06-01"),
        ("on 16 December", "2024-12-16", "2025-12-16"),
        ("in May 2022", "2022-05", "2022-05"),
        ("last December", "2024-12", "2024-12"),
        ("yesterday", "2025-06-02", "2025-06-02"),
        ("two days ago", "2025-06-01", "2025-06-01"),
        ("a fortnight ago", "2025-05", "2025-05"),
        ("last week", "2025", "2025"),
        ("the fifteenth of last month", "2025-05-15", "2025-05-15"),
        ("on 1 July", "2025-07-01", "2025-07-01"),
        ("on 1 December", "2024-12-01", "2025-12-01"),
        ("three weeks ago", "2025-05", "2025-05"),
        ("last month", "2025-05", "2025-05"),
        ("in 2003", "2003", "2003"),
        ("from 26 February to 8 March 1997", "1997-03-08", "1997-03-08"),
    ],
)
def test_forms(text: str, past: str, future: str) -> None:
    """Each form resolves with the precision that it has."""
    assert [(d.past, d.future) for d in find_dates(text, TODAY)] == [(past, future)]


@pytest.mark.parametrize("text", ["it may hold", "they sat down", "the second of three", "Article 5", "4 may come"])
def test_plain_words(text: str) -> None:
    """Words that only look like dates are none."""
    assert find_dates(text, TODAY) == []


def test_without_the_reports_date() -> None:
    """Only full dates are worked out where nobody knows when the report was written."""
    assert [d.past for d in find_dates("on Sunday, in May 2022, on May 16", None)] == [None, "2022-05", None]


@given(st.dates(dt.date(1950, 1, 10), dt.date(2050, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_within_a_week(today: dt.date, back: int) -> None:
    """A weekday means the last such day, at most six days back."""
    day = today - dt.timedelta(days=back)
    found = find_dates(f"They met on {day:%A}.", today.isoformat())
    assert [d.past for d in found] == [day.isoformat()]
