"""Who the sides are."""

from collections.abc import Callable
from typing import Any

import pytest

from detente.case.material import material
from detente.case.merging import happenings, meetings
from detente.case.sides import Sides, find_sides
from detente.record import Record

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]


def sides(record: Record) -> Sides:
    found = material(record)
    return find_sides(found, meetings(found), happenings(found))


def test_the_latest_round_held_decides(told: Tell, recorded: Recorded) -> None:
    """Neither an earlier round nor one that is only announced."""
    report = told("2020-02-01")
    for name in ("Arland", "Borland", "Corland"):
        report.position(name, "aid", "demands", f"convoys to {name}")
    report.round("2019-05-01", ["Arland", "Corland"], "agreement").round(
        "2020-03-01", ["Borland", "Corland"], "scheduled"
    )
    report.round("2020-01-30", ["Arland", "Borland"], "collapse")
    found = sides(recorded(report))
    assert found.sides == ("arland", "borland")
    assert found.table == {"arland", "borland"}
    assert found.basis.assumption == ""


def test_without_a_round_those_most_engaged_are_the_sides(told: Tell, recorded: Recorded) -> None:
    """A mediator that speaks and meets both is not among them."""
    report = told("2020-02-01")
    for name in ("Arland", "Borland", "Corland"):
        report.position(name, "aid", "demands", f"convoys to {name}").position(name, "ceasefire", "demands", "a truce")
    report.event("CONSULT", "Arland", "Corland", "2020-01-20", "They met.")
    report.event("CONSULT", "Borland", "Corland", "2020-01-21", "They met too.")
    report.event("ASSAULT", "Arland", "Borland", "2020-01-22", "A raid.")
    found = sides(recorded(report))
    assert found.sides == ("arland", "borland")
    assert "no round held" in found.basis.assumption


def test_without_a_round_a_third_that_fights_and_speaks_is_a_side(told: Tell, recorded: Recorded) -> None:
    """Three belligerents are three sides."""
    report = told("2020-02-01")
    for name in ("Arland", "Borland", "Corland"):
        report.position(name, "ceasefire", "demands", f"a truce with {name}")
    report.event("ASSAULT", "Arland", "Borland", "2020-01-22", "A raid.").event(
        "ASSAULT", "Corland", "Borland", "2020-01-23", "Another raid."
    )
    assert sides(recorded(report)).sides == ("arland", "borland", "corland")


def test_a_round_with_one_voice_has_the_silent_party_as_a_side(told: Tell, recorded: Recorded) -> None:
    """Silence is not absence: the other at the table has to agree as well."""
    report = told("2020-02-01").position("Arland", "aid", "demands", "convoys")
    found = sides(recorded(report.round("2020-01-30", ["Arland", "Borland"], "no_agreement")))
    assert found.sides == ("arland", "borland")
    assert "no position of some side" in found.basis.assumption


def test_belligerents_without_a_voice_are_still_the_sides(told: Tell, recorded: Recorded) -> None:
    """Those who only appeal to them from outside do not take their place."""
    report = told("2020-02-01").position("Corland", "ceasefire", "demands", "a truce")
    report.position("Dorland", "ceasefire", "demands", "an end to it")
    found = sides(recorded(report.event("ASSAULT", "Arland", "Borland", "2020-01-22", "A raid.")))
    assert found.sides == ("arland", "borland")


def test_positions_alone_give_the_two_that_say_most(told: Tell, recorded: Recorded) -> None:
    """With neither rounds nor events there is nothing else to go by."""
    report = (
        told("2020-02-01").position("Borland", "aid", "demands", "convoys").position("Arland", "aid", "rejects", "them")
    )
    assert sides(recorded(report)).sides == ("arland", "borland")


@pytest.mark.parametrize(("day", "expected"), [("2020-01-10", 3), ("2019-05-01", 2), ("2020-01", 2)])
def test_a_round_of_some_soon_after_one_of_all_ends_no_talks(
    told: Tell, recorded: Recorded, day: str, expected: int
) -> None:
    """The third is still a side after a meeting of two; not long after, nor where the day is not known."""
    report = told("2020-02-01").round(day, ["Arland", "Borland", "Corland"], "unknown")
    for name in ("Arland", "Borland", "Corland"):
        report.position(name, "aid", "demands", f"convoys to {name}")
    found = sides(recorded(report.round("2020-01-30", ["Arland", "Borland"], "agreement")))
    assert len(found.sides) == len(found.table) == expected


@pytest.mark.parametrize("fights", [False, True])
def test_a_mediator_that_sits_and_speaks_at_the_table_is_no_side(told: Tell, recorded: Recorded, fights: bool) -> None:
    """Unless it fights in the conflict: then it is one of those who have to agree."""
    report = told("2020-02-01").round("2020-01-20", ["Arland", "Borland"], "unknown", mediators=("Norway",))
    for name in ("Arland", "Borland", "Norway"):
        report.position(name, "ceasefire", "demands", f"a truce with {name}")
    report.round("2020-01-30", ["Arland", "Borland", "Norway"], "no_agreement")
    if fights:
        report.event("ASSAULT", "Norway", "Arland", "2020-01-10", "A raid.")
    assert (sides(recorded(report)).sides == ("arland", "borland")) is not fights


def test_a_mediator_alone_with_a_voice_is_no_side(told: Tell, recorded: Recorded) -> None:
    """The two who met are, silent as they are."""
    report = told("2020-02-01").round("2020-01-20", ["Arland", "Borland"], "unknown", mediators=("Norway",))
    report.position("Norway", "ceasefire", "demands", "a truce").position("Arland", "aid", "demands", "convoys")
    report.round("2020-01-30", ["Arland", "Borland", "Norway"], "no_agreement")
    assert sides(recorded(report)).sides == ("arland", "borland")
