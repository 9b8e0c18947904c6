"""How the brief says things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief import words
from detente.brief.words import Names
from detente.case.model import Case, Demand, Happening, Party
from detente.settlement.results import Spread

SHARES = st.floats(0, 1, allow_nan=False)


@given(SHARES)
def test_percent_rounds_nothing_away(p: float) -> None:
    """Only an exact 0 is 0% and only an exact 1 is 100%."""
    assert (words.percent(p) == "0%") == (p == 0)
    assert (words.percent(p) == "100%") == (p == 1)


@given(st.floats(-2, 2, allow_nan=False))
def test_signed_never_shows_a_sign_on_zero(x: float) -> None:
    """A number that rounds to zero has no sign; every other has one."""
    text = words.signed(x)
    assert (text == "0.00") == (abs(round(x, 2)) == 0)
    assert text == "0.00" or text[0] in "+−"


@given(st.tuples(SHARES, SHARES, SHARES))
def test_span_is_never_a_lone_number(values: tuple[float, float, float]) -> None:
    """A range has two ends and a middle, or says that it is the same throughout."""
    text = words.span(Spread(*sorted(values)))
    assert " to " in text or text.endswith("throughout")


@pytest.mark.parametrize(
    ("iso", "long", "on"),
    [
        ("2025-06-02", "2 June 2025", " on 2 June 2025"),
        ("2025-06", "June 2025", " in June 2025"),
        ("2025", "2025", " in 2025"),
        (None, "date unknown", ""),
        ("soon", "soon", ""),
        ("2025-19", "2025-19", ""),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(iso: str | None, long: str, on: str) -> None:
    """Day, month or year; what is no date stands as it is."""
    assert words.long_date(iso) == long
    assert words.on_date(iso) == on


@pytest.mark.parametrize(
    ("actor", "recipient", "expected"),
    [
        ("a", "b", "A attacked B (Xland)"),
        (None, "b", "an attack was made on B; by whom is not said (Xland)"),
        ("a", None, "A carried out an attack (Xland)"),
    ],
)
def test_event_says_who_is_not_named(two_sides: Case, actor: str | None, recipient: str | None, expected: str) -> None:
    """An event without actor or recipient is said without inventing one."""
    assert words.happened(Happening("ASSAULT", actor, recipient, None, "Xland"), Names(two_sides)) == expected


@pytest.mark.parametrize(("place", "told"), [("Denmark", ""), ("Copenhagen", " (Copenhagen)"), ("Oslo", " (Oslo)")])
def test_place_that_is_the_country_attacked_is_not_said_twice(place: str, told: str) -> None:
    """A country does not need its own name behind it; a city in it is news."""
    case = Case("c", (Party("norway", "Norway", "side"), Party("denmark", "Denmark", "side")))
    event = Happening("ASSAULT", "norway", "denmark", None, place)
    assert words.happened(event, Names(case)) == f"Norway attacked Denmark{told}"


def test_names_have_their_article_inside_a_sentence() -> None:
    """A collective name takes the article, a country does not."""
    parties = (Party("us", "United States", "outside"), Party("rsf", "RSF", "side"), Party("norway", "Norway", "side"))
    assert Names(Case("c", parties)).all_parties(["us", "rsf", "norway"]) == "the United States, the RSF and Norway"


def test_unknown_event_type_is_said_in_its_own_word(two_sides: Case) -> None:
    """A type that the brief has no verb for is no error."""
    assert words.happened(Happening("DANCE", "a", "b", None), Names(two_sides)) == "A dance B"


@pytest.mark.parametrize(
    ("stance", "red_line", "expected"),
    [
        ("demands", False, "A demands, on pie: 10 tenths to A (“all of it”)"),
        ("demands", True, "A will not do without, on pie: 10 tenths to A (“all of it”)"),
        ("rejects", False, "A refuses, on pie: 10 tenths to A (“all of it”)"),
        ("rejects", True, "A rules out, on pie: 10 tenths to A (“all of it”)"),
    ],
)
def test_demand_is_said_with_its_strength(two_sides: Case, stance: str, red_line: bool, expected: str) -> None:
    """A red line sounds harder than a plain demand or refusal."""
    demand = Demand("a", "pie", "r10", stance, "all of it", red_line=red_line)  # type: ignore[arg-type]
    assert words.demanded(demand, Names(two_sides)) == expected


def test_package_tells_only_what_changes(two_sides: Case) -> None:
    """Issues at the status quo are left out; nothing changed is said so."""
    names = Names(two_sides)
    assert names.package({"pie": "r7"}) == "pie: 7 tenths to A"
    assert names.package({"pie": "r5"}) == "everything stays as it is"


def test_names_of_unknown_ids_are_the_ids(two_sides: Case) -> None:
    """A result may name what the case does not have."""
    names = Names(two_sides)
    assert (names.party("who-else"), names.issue("new-thing"), names.rung("pie", "slice")) == (
        "who-else",
        "New thing",
        "slice",
    )
