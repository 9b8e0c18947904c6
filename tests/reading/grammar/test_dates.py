"""Dates in sentences against the report's date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.grammar.dates import find_dates

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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It was bombed on Sunday, a day before talks open.", ["2025-06-01", "2025-06-02"]),
        ("They signed on Sunday, two days after negotiators met in Oslo.", ["2025-06-01", "2025-05-30"]),
        ("A mine went off on Sunday, hours before the two sat down.", ["2025-06-01", "2025-06-01"]),
        ("They met two days before May 9.", ["2025-05-07"]),
        ("It was signed on 3 May. A week later they met.", ["2025-05-03", "2025-05-10"]),
        ("It was signed on 3 May and broken the day after.", ["2025-05-03", "2025-05-04"]),
        ("They fought on Sunday, less than a day after the truce began.", ["2025-06-01"]),
        ("They left long before the talks.", []),
    ],
)
def test_what_lies_before_or_after_a_day_has_its_own(text: str, days: list[str]) -> None:
    """The day of the attack and that of the talks are told apart, whichever way the text counts."""
    assert [d.past for d in find_dates(text, TODAY)] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in April and May", "2025-05"),
        ("from March to May", "2025-05"),
        ("between March and May 2024", "2024-05"),
        ("in March and August", "2025-03"),
        ("from May 3 to 7", "2025-05-07"),
        ("on May 3 and 4 in Oslo", "2025-05-04"),
        ("on May 3 and 14 soldiers died", "2025-05-03"),
        ("at the weekend", "2025"),
    ],
)
def test_a_stretch_of_time_is_read_as_its_last_day(text: str, day: str) -> None:
    """A range ends with its last day or month; two months far apart are no range, a count of men is no day."""
    assert find_dates(text, TODAY)[0].past == day


def test_later_that_month() -> None:
    """The words "that month" mean the one that the paragraph named."""
    assert [d.past for d in find_dates("Later that month they left.", TODAY, "2025-02-11")] == ["2025-02"]
