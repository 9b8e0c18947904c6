"""Whether a record holds one conflict."""

from collections.abc import Callable
from typing import Any

import pytest

from detente.case import from_record
from detente.case.conflicts import others
from detente.record import Record

Tell = Callable[[str | None], Any]
Recorded = Callable[..., Record]


@pytest.fixture
def first(told: Tell) -> Any:
    """A round of two that hold positions, after the other conflict's reports."""
    report = told("2020-02-01").round("2020-01-30", ["Arland", "Borland"], "collapse")
    return report.position("Arland", "aid", "demands", "convoys").position("Borland", "aid", "rejects", "any convoys")


def test_two_conflicts_in_one_record_are_told_apart(first: Any, told: Tell, recorded: Recorded) -> None:
    """By a round, a raid, or a refusal of what the other asks in the same report."""
    met = told("2020-01-05").round("2020-01-03", ["Corland", "Dorland"], "unknown")
    raid = told("2020-01-05").event("ASSAULT", "Corland", "Dorland", None, "A raid.")
    raid.position("Corland", "ceasefire", "demands", "a truce").position("Dorland", "ceasefire", "demands", "peace")
    refused = told("2020-01-05").position("Corland", "ceasefire", "demands", "a truce")
    refused.position("Dorland", "ceasefire", "rejects", "a truce now")
    for second in (met, raid, refused):
        assert others(from_record(recorded(first, second))) == (("corland", "dorland"),)


@pytest.mark.parametrize("link", [("Arland", "Dorland"), ("Dorland", "Borland")])
def test_who_fights_a_side_is_part_of_its_conflict(
    first: Any, told: Tell, recorded: Recorded, link: tuple[str, str]
) -> None:
    """One raid across is enough: the groups have to do with each other."""
    second = told("2020-01-05").round("2020-01-03", ["Corland", "Dorland"], "unknown")
    second.event("ASSAULT", *link, None, "A raid.")
    assert others(from_record(recorded(first, second))) == ()


def test_those_who_speak_from_outside_are_no_conflict(first: Any, told: Tell, recorded: Recorded) -> None:
    """Two governments that want the same of the sides, and a body that is hostile to one of them."""
    outside = told("2020-01-05").position("Corland", "ceasefire", "demands", "a truce")
    outside.position("Dorland", "ceasefire", "demands", "an end to it")
    outside.event("ACCUSE", "United Nations", "Dorland", None, "It complained.")
    assert others(from_record(recorded(first, outside))) == ()


def test_a_mediator_connects_nothing(first: Any, told: Tell, recorded: Recorded) -> None:
    """It meets the parties to every conflict."""
    first.round("2020-01-20", ["Arland", "Norway"], "unknown")
    second = told("2020-01-05").round("2020-01-03", ["Corland", "Dorland"], "unknown", mediators=("Norway",))
    second.round("2020-01-04", ["Corland", "Norway"], "unknown")
    assert others(from_record(recorded(first, second))) == (("corland", "dorland"),)


def test_without_sides_there_is_no_other_conflict(told: Tell, recorded: Recorded) -> None:
    """Nothing to be apart from."""
    assert others(from_record(recorded(told("2020-01-05")))) == ()
