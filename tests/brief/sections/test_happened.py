"""What happened and who says so."""

from dataclasses import replace

import pytest

from detente.brief.material import Material
from detente.brief.sections.happened import claim_groups, dated_marks, figure_words, happened
from detente.case.model import Basis, Case, Happening
from detente.entries import Claim, Quote
from detente.settlement.results import Settlement
from detente.talks.results import Odds


def claim(value: float, unit: str, what: str, source: str | None = None, start: int = 0) -> Claim:
    return Claim(source, value, unit, what, "=", "attributed", Quote("r1", start, start + 1, "x"))


@pytest.fixture
def material(istanbul: Case, settlement: Settlement, odds: Odds) -> Material:
    return Material(istanbul, settlement, odds)


def test_talks_told_as_an_event_join_their_round(material: Material) -> None:
    """A CONSULT of the day of a round is that round; attacks stay on their own."""
    items = happened(material).items
    assert [item.talks for item in items] == [True, True, False, False, True]


def test_one_event_of_two_reports_is_told_once(material: Material) -> None:
    """Its statement rests on both."""
    twice = replace(material.case.happenings[1], basis=Basis(("e20",)))
    case = replace(material.case, happenings=(*material.case.happenings, twice))
    items = happened(replace_case(material, case)).items
    assert len(items) == 5
    assert any(item.said.entries == ("e18", "e20") for item in items)


def test_undated_events_come_last_and_stay_off_the_figure(material: Material) -> None:
    """The list has everything, the figure what has a day, a month or a year."""
    case = replace(
        material.case,
        happenings=(Happening("AID", "nato", "ukraine", None), Happening("AID", "nato", "ukraine", "2024")),
    )
    made = happened(replace_case(material, case))
    assert made.items[-1].date == "date unknown"
    assert [mark.date for mark in dated_marks(replace_case(material, case)) if mark.lane == "NATO"] == ["2024"]


def test_figures_on_the_same_thing_stand_side_by_side(material: Material) -> None:
    """Same unit and half of the words; other units and other things stay apart."""
    claims = (
        claim(41, "aircraft", "aircraft hit", "A", 1),
        claim(13, "aircraft", "aircraft hit or destroyed", "B", 2),
        claim(7, "people", "people hit", "A", 3),
        claim(5, "aircraft", "aircraft sold", "A", 4),
    )
    groups = claim_groups(replace_claims(material, claims))
    assert [(len(group.rows), group.differs) for group in groups] == [(2, True), (1, False), (1, False)]


def test_same_figure_of_one_source_is_one_row(material: Material) -> None:
    """A figure that a source repeats is one figure with two references."""
    groups = claim_groups(
        replace_claims(material, (claim(3, "days", "a truce", "A", 1), claim(3, "days", "a truce", "A", 2)))
    )
    assert [len(row.entries) for group in groups for row in group.rows] == [2]
    assert not groups[0].differs


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "expected"),
    [
        (0.75, "share", "=", "75%"),
        (1000, "prisoners", "=", "1,000 prisoners"),
        (7e9, "USD", "~", "about $7 billion"),
        (2.5e6, "EUR", ">", "at least €2.5 million"),
        (470, "drones", "<", "up to 470 drones"),
        (12, "other", "=", "12"),
    ],
)
def test_figure_is_said_with_unit_and_comparator(value: float, unit: str, comparator: str, expected: str) -> None:
    """As a reader expects it."""
    made = Claim(None, value, unit, "w", comparator, "stated", Quote("r", 0, 1, "x"))  # type: ignore[arg-type]
    assert figure_words(made) == expected


def replace_case(material: Material, case: Case) -> Material:
    return Material(case, material.settlement, material.odds, material.claims)


def replace_claims(material: Material, claims: tuple[Claim, ...]) -> Material:
    return Material(material.case, material.settlement, material.odds, claims)


@pytest.mark.parametrize("first", ["arland", "borland"])
def test_events_of_one_day_keep_the_order_of_telling(material: Material, first: str) -> None:
    """A reprisal that the report tells second stands second, whatever the names of the two."""
    second = "borland" if first == "arland" else "arland"
    told = tuple(Happening("ASSAULT", a, b, "2001-05-03") for a, b in ((first, second), (second, first)))
    items = happened(replace_case(material, replace(material.case, happenings=told, meetings=()))).items
    assert [item.said.text.split(" ")[0].lower() for item in items] == [first, second]
