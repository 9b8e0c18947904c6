"""The date of a report, from its first lines."""

import pytest

from detente.reports.dateline import find_date, find_weekday_year, is_dateline, opens_with_dateline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Truce\n\nIstanbul, 2 June 2025", "2025-06-02"),
        ("Truce\n\nOslo, Monday 18 May 1992\n\nText.", "1992-05-18"),
        ("REPORT\nTransmission: Wednesday 28 November 1979", "1979-11-28"),
        (
            "Truce\n\nHAVANA, Sept. 24, 2015 -- The government has set a deadline for the talks and wants peace.",
            "2015-09-24",
        ),
        (
            "Truce\n\nOslo, Mon 28 Jul 2025: The two sides will halt their war at midnight, the host said today.",
            "2025-07-28",
        ),
        ("Truce\nTaif, 15/10/1989 - from our envoy", "1989-10-15"),
        ("Published: Sunday, 1 June, 2025, 08:15 GMT", "2025-06-01"),
        ("COMMUNIQUE\n(Oslo, 26 February - 8 March 1997)", "1997-03-08"),
        ("Truce\n\nThe truce of 2 June 2025, which both sides had signed in the presence of many guests, held.", None),
        ("Truce\n\nOSLO, Feb 23 - Talks closed on Tuesday.", None),
        ("31 February 2025", None),
    ],
)
def test_first_lines(text: str, date: str | None) -> None:
    """A byline, dateline or note gives the date; a date in the running text does not."""
    assert find_date(text) == date


def test_weekday_fixes_the_year() -> None:
    """Of the years that a text names, the one in which the weekday fits; nothing where none or two fit."""
    assert find_weekday_year("On Monday, June 2nd, they met. It began in 2022 and goes on in 2025.") == 2025
    assert find_weekday_year("On Monday, June 2nd, they met. It began in 2022.") is None
    assert find_weekday_year("On Monday, June 2nd, they met. It began in 2014 and goes on in 2025.") is None


@pytest.mark.parametrize(
    ("line", "alone", "opening"),
    [
        ("OSLO, 2 June 2025", True, False),
        ("Published at 8.15 a.m. on Monday, June 2, 2025", True, False),
        ("By Anna Berg, The Courier | 2 June 2025", True, False),
        ("OSLO, 2 June 2025 - Both sides kept quiet", False, True),
        ("GENEVA (Agency) -- Both sides kept quiet", False, True),
        ("Both sides met on 2 June 2025", False, False),
        ("Monday, 2 June 2025.", False, False),
        ("Oslo and Bergen, the two towns", False, False),
    ],
)
def test_a_line_of_place_and_date(line: str, alone: bool, opening: bool) -> None:
    """Alone, before a sentence, or within one."""
    assert (is_dateline(line), opens_with_dateline(line)) == (alone, opening)
