"""Who is a person, and by which names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.cast.persons import add_person, is_person, may_be_person
from detente.reading.grammar.parser import parse
from detente.reading.who.mentions import Cast


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ("President Anna Example", {"Anna Example", "Example"}),
        ("But Anna van Example's ", {"Anna van Example", "Example", "Van Example"}),
        ("Foreign Minister", set()),
        ("Norway", set()),
        ("Monday", set()),
    ],
)
def test_a_person_goes_by_full_name_and_surname(person: str, names: set[str]) -> None:
    """Titles and what opens a sentence are no part of a name; days and states are nobody."""
    add_person(cast := Cast(), person, "Norway")
    assert set(cast.learned) == names
    assert set(cast.kinds.values()) <= {"person"}


@given(
    st.lists(st.sampled_from(["Anna", "Example", "President", "Norway", "van", "The", "Front", "Monday"]), max_size=5)
)
def test_whoever_is_known_stays_with_the_party(words: list[str]) -> None:
    """Who was tied to a party is not tied to another one by what comes later."""
    add_person(cast := Cast(), "Anna Example", "Norway")
    add_person(cast, " ".join(words), "Denmark")
    assert cast.learned["Anna Example"] == cast.learned["Example"] == "Norway"


@pytest.mark.parametrize(
    ("name", "may_be"),
    [("Anna Example", True), ("The Example", False), ("Zenda Front", False), ("Friday Anna", False)],
)
def test_bodies_and_days_are_no_people(name: str, may_be: bool) -> None:
    """Capitals alone make nobody a person."""
    assert may_be_person(name) is may_be


@pytest.mark.parametrize(
    ("sentence", "word", "person"),
    [
        ("The envoy spoke.", "envoy", True),
        ("Anna spoke.", "Anna", True),
        ("The delegation spoke.", "delegation", False),
        ("Norway spoke.", "Norway", False),
    ],
)
def test_titles_and_unknown_names_are_people(sentence: str, word: str, person: bool) -> None:
    """A state and a delegation are not: "he" does not stand for them."""
    token = next(t for t in parse([sentence])[0] if t.text == word)
    assert is_person(Cast(), token) is person
