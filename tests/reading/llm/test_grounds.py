"""What a report names, which dates it can give, and which figures a quote has."""

import pytest

from detente.reading.llm.grounds import Grounds, has_figure, tidy
from detente.reports import report_from_text

TEXT = (
    "Norwegian President Anna Example met the Free Valley Front in Geneva in March 2021. Example’s army left. The"
    " rebels thanked Oslo. A diplomatic source spoke of Colombian rebels."
)


@pytest.fixture(scope="module")
def grounds():
    return Grounds(report_from_text(TEXT, date="2022-05-10"), {"Valley Front": "Valley Movement"})


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Norway", "Norway"),
        ("the Norwegian government", "Norway"),
        ("Oslo", "Norway"),
        ("President Anna Example", "Norway"),
        ("Norwegian army", "Norway"),
        ("Valley Movement", "Valley Movement"),
        ("Valley Front", "Valley Movement"),
        ("Colombian rebels", "Colombian rebels"),
        ("Norwegian press", None),
        ("Denmark", None),
        ("Denmark’s government", None),
        ("rebels", None),
        ("The Assistant", None),
        ("", None),
        ("Nor", None),
        ("\x1b[2J", None),
    ],
)
def test_parties(grounds, name, party):
    """Names, people and organs stand for their party; whoever the text does not name is nobody."""
    assert grounds.party(name) == party


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("diplomatic source", "diplomatic source"),
        ("Norway", "Norway"),
        ("Denmark", None),
        ("Reuters", None),
        ("", None),
    ],
)
def test_sources(grounds, name, source):
    """A source is a party or words of the text."""
    assert grounds.source(name) == source


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2021-03", True),
        ("2021-03-14", True),
        ("2023", True),
        ("2022-05-09", True),
        ("2020", False),
        ("2021-13", False),
        ("2021-02-29", False),
        ("March 2021", False),
        ("2021-3-1", False),
        ("", False),
    ],
)
def test_dates(grounds, date, known):
    """Days of the calendar in a year that the text names or that is next to the report's."""
    assert grounds.knows_date(date) is known


@pytest.mark.parametrize(
    ("date", "known"),
    [("2021-03", True), ("2021", True), ("2021-03-14", False), ("2022-05-10", False), ("2022", False)],
)
def test_dates_of_a_report_without_date(date, known):
    """Without a date of its own a report gives only what it names, and no day where it names a month."""
    assert Grounds(report_from_text(TEXT), {}).knows_date(date) is known


@pytest.mark.parametrize(
    ("quote", "value", "unit", "there"),
    [
        ("killed 1,200 people", 1200, "killed", True),
        ("killed twelve hundred people", 1200, "killed", True),
        ("$7 billion", 7e9, "USD", True),
        ("three quarters of the land", 0.75, "share", True),
        ("40 percent", 0.4, "share", True),
        ("two weeks", 14, "days", True),
        ("ten miles", 16.1, "km", True),
        ("between 5 and 8 years", 8, "years", True),
        ("for an hour and a half", 1.5, "hours", True),
        ("for the million refugees", 1e6, "displaced", True),
        ("killed 12 people", 120, "killed", False),
        ("two weeks", 2000, "days", False),
        ("killed many people", 1, "killed", False),
        ("on 1.2.3", 0, "other", False),
    ],
)
def test_figures(quote, value, unit, there):
    """A figure stands in its quote, in digits, words or another unit; a slip of a digit does not."""
    assert has_figure(quote, value, unit) is there


def test_numbers_in_terms():
    """Digits in terms are those of the report or of a date it names, however it writes them."""
    text = "From tomorrow thirty days, 1,000 prisoners, two million dollars, and fifty-one per cent of the land."
    grounds = Grounds(report_from_text(text, date="2025-06-19"), {})
    assert grounds.strange_numbers("30 days from June 20, 2025; 1000 prisoners; 2,000,000 USD; 51 per cent") == []
    assert grounds.strange_numbers("60 days; 1001 prisoners; 52%") == ["60", "1001", "52"]


def test_words_of_a_model_are_one_printable_line():
    """No control character reaches a terminal or a page."""
    assert tidy("a\x1b]0;x\x07\r\n\u202eb\ud800 c") == "a ]0;x b c"
