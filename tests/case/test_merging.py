"""What several reports tell of one meeting or event."""

from collections.abc import Callable
from typing import Any

import pytest

from detente.case.material import material
from detente.case.merging import happenings, meetings
from detente.record import Record

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]
PAIR = ("Arland", "Borland")


def test_a_round_told_twice_is_one_with_both_entries(told: Tell, recorded: Recorded) -> None:
    """The more exact date, the place that is known, and every issue agreed are kept."""
    one = told("2020-02-01").round("2020-01", PAIR, "unknown", "Oslo")
    two = told("2020-02-02").round("2020-01-30", PAIR, "agreement", agreed=("aid",), mediators=("Norway",))
    (met,) = meetings(material(recorded(one, two)))
    assert (met.date, met.place, met.outcome, met.agreed) == ("2020-01-30", "Oslo", "agreement", ("aid",))
    assert met.mediators == ("norway",)
    assert len(met.basis.entries) == 2


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        ("scheduled", "collapse", "collapse"),
        ("scheduled", "unknown", "unknown"),
        ("collapse", "unknown", "collapse"),
        ("no_agreement", "agreement", "agreement"),
        ("agreement", "scheduled", "agreement"),
    ],
)
def test_how_a_round_went_is_what_the_latest_report_that_knows_says(
    told: Tell, recorded: Recorded, early: str, late: str, expected: str
) -> None:
    """Announcements know least, "unknown" knows that it was held."""
    one, two = told("2020-01-01").round("2020-01-30", PAIR, early), told("2020-02-02").round("2020-01-30", PAIR, late)
    (met,) = meetings(material(recorded(one, two)))
    assert met.outcome == expected


def test_rounds_that_one_report_tells_apart_stay_apart(told: Tell, recorded: Recorded) -> None:
    """Morning and afternoon of one day are two meetings when a report says so."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "unknown").round("2020-01-30", PAIR, "unknown")
    assert len(meetings(material(recorded(report)))) == 2


def test_a_vague_date_that_fits_two_rounds_joins_neither(told: Tell, recorded: Recorded) -> None:
    """It is not known which of the two is meant."""
    exact = told("2020-02-01").round("2020-01-10", PAIR, "unknown").round("2020-01-30", PAIR, "unknown")
    vague = told("2020-02-02").round("2020-01", PAIR, "unknown")
    assert [met.date for met in meetings(material(recorded(exact, vague)))] == ["2020-01", "2020-01-10", "2020-01-30"]


@pytest.mark.parametrize("parties", [("Arland", "Corland"), ("Corland", "Dorland")])
def test_rounds_of_other_parties_are_others(told: Tell, recorded: Recorded, parties: tuple[str, str]) -> None:
    """One party in common is not enough."""
    one, two = told("2020-02-01").round("2020-01-30", PAIR, "unknown"), told("2020-02-02")
    assert len(meetings(material(recorded(one, two.round("2020-01-30", parties, "unknown"))))) == 2


def test_an_event_told_twice_is_one(told: Tell, recorded: Recorded) -> None:
    """Who met whom does not depend on who is named first; who struck whom does."""
    one = told("2020-02-01").event("CONSULT", "Arland", "Borland", "2020-01-30", "They met.")
    two = told("2020-02-02").event("CONSULT", "Borland", "Arland", "2020-01-30", "They talked.")
    one.event("ASSAULT", "Arland", "Borland", "2020-01-31", "A raid.")
    two.event("ASSAULT", "Borland", "Arland", "2020-01-31", "Another raid.")
    found = [(h.type, h.actor, len(h.basis.entries)) for h in happenings(material(recorded(one, two)))]
    assert found == [("CONSULT", "arland", 2), ("ASSAULT", "arland", 1), ("ASSAULT", "borland", 1)]


@pytest.mark.parametrize("date", [None, "2020"])
def test_events_of_unknown_day_and_month_stay_apart(told: Tell, recorded: Recorded, date: str | None) -> None:
    """Two reports of a raid some time are not taken for one raid."""
    one = told("2020-02-01").event("ASSAULT", "Arland", "Borland", date, "A raid.")
    two = told("2020-02-02").event("ASSAULT", "Arland", "Borland", "2020-01-31", "Another raid.")
    assert len(happenings(material(recorded(one, two)))) == 2


def test_names_of_one_actor_give_one_party(told: Tell, recorded: Recorded) -> None:
    """A body and its abbreviation are the same."""
    one = told("2020-02-01").event("REQUEST", "United Nations", "Arland", "2020-01-31", "It asked.")
    two = told("2020-02-02").event("REQUEST", "the UN", "Arland", "2020-01-31", "It called.")
    (asked,) = happenings(material(recorded(one, two)))
    assert asked.actor == "united-nations"


def test_an_agreement_on_anything_outlasts_a_later_no_agreement(told: Tell, recorded: Recorded) -> None:
    """A round that gave a swap gave an agreement, even where another report only tells what it did not give."""
    one = told("2020-01-01").round("2020-01-30", PAIR, "agreement", agreed=["prisoners"])
    two = told("2020-02-02").round("2020-01-30", PAIR, "no_agreement")
    (met,) = meetings(material(recorded(one, two)))
    assert (met.outcome, met.agreed) == ("agreement", ("prisoners",))


def test_a_fuller_list_of_who_was_there_is_the_same_round(told: Tell, recorded: Recorded) -> None:
    """One report names the two that met, and the third in the room further down."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "no_agreement")
    report.round("2020-01-30", [*PAIR, "Corland"], "unknown", "Oslo")
    (met,) = meetings(material(recorded(report)))
    assert (met.parties, met.outcome, met.place) == (("arland", "borland", "corland"), "no_agreement", "Oslo")


def test_a_report_that_announces_and_then_tells_of_a_round_tells_of_one(told: Tell, recorded: Recorded) -> None:
    """On the same day; what is announced for later is another."""
    report = told("2020-02-01").round("2020-01-30", PAIR, "scheduled").round("2020-01-30", PAIR, "collapse")
    report.round("2020-02", PAIR, "scheduled")
    found = [(met.date, met.outcome) for met in meetings(material(recorded(report)))]
    assert found == [("2020-01-30", "collapse"), ("2020-02", "scheduled")]


def test_lists_that_differ_by_a_guest_are_one_round_at_one_place(told: Tell, recorded: Recorded) -> None:
    """Each report counts another mediator among those who met; elsewhere on that day it is another round."""
    one = told("2020-02-01").round("2020-01-30", [*PAIR, "Corland"], "unknown", "Oslo")
    two = told("2020-02-02").round("2020-01-30", [*PAIR, "Dorland"], "unknown", "Oslo")
    three = told("2020-02-03").round("2020-01-30", [*PAIR, "Eland"], "unknown", "Bergen")
    assert len(meetings(material(recorded(one, two)))) == 1
    assert len(meetings(material(recorded(one, three)))) == 2


@pytest.mark.parametrize(
    ("day", "place", "count"), [("31", "Oslo", 1), ("31", None, 2), ("31", "Bergen", 2), ("28", "Oslo", 2)]
)
def test_reports_a_day_apart_on_one_place_tell_of_one_round(
    told: Tell, recorded: Recorded, day: str, place: str | None, count: int
) -> None:
    """A round over two days; without a place nothing says that it is the same."""
    one = told("2020-02-01").round("2020-01-30", PAIR, "unknown", "Oslo")
    two = told("2020-02-02").round(f"2020-01-{day}", PAIR, "unknown", place)
    assert len(meetings(material(recorded(one, two)))) == count


def test_a_day_that_no_calendar_has_is_compared_as_text(told: Tell, recorded: Recorded) -> None:
    """A person's entry may hold one; it joins what says just the same."""
    one, two = (told(f"2020-02-0{n}").round("2020-02-31", PAIR, "unknown", "Oslo") for n in (1, 2))
    three = told("2020-02-03").round("2020-03-01", PAIR, "unknown", "Oslo")
    assert len(meetings(material(recorded(one, two, three)))) == 2
