"""Communities are parties of their own, never the state of their adjective."""

import pytest

from detente.reading.cast.communities import learn_communities
from detente.reading.reader import read_by_rules as read
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text


def learned(text: str) -> dict[str, str]:
    cast = Cast()
    learn_communities(cast, text)
    return dict(cast.learned)


@pytest.mark.parametrize("name", ["Norwegian Danes", "Swedish Finns", "Latvian Swedes"])
def test_two_peoples_name_a_community(name: str) -> None:
    """The singular, used as an adjective, stands for the same community."""
    found = learned(f"The {name} left the talks.")
    assert found == {name: name, name.removesuffix("s"): name}


@pytest.mark.parametrize(
    "text", ["The Norwegian and Danish envoys met.", "Norway, Danes and Swedes met.", "Norwegian Danish talks failed."]
)
def test_two_states_named_together_are_no_community(text: str) -> None:
    """A list and a row of adjectives name states."""
    assert learned(text) == {}


def test_ethnic_people_are_not_their_state() -> None:
    """Where the state itself is not named, its people are the community throughout the report."""
    text = "Norway met leaders of the ethnic Danes in Oslo. The Danes rejected the ceasefire."
    positions = read(report_from_text(text, date="2025-06-03")).positions
    assert {p.party for p in positions} == {"ethnic Danes"}
    assert "Danes" not in learned(f"{text} Denmark was silent.")


def test_a_community_is_not_the_state_of_its_adjective() -> None:
    """A community with two names of peoples is a party of its own."""
    found = read(report_from_text("The Turkish Cypriots rejected the ceasefire.")).positions
    assert [(p.party, p.issue, p.stance) for p in found] == [("Turkish Cypriots", "ceasefire", "rejects")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The rebel Danes signed. The Danes want a vote.", {"rebel Danes": "rebel Danes", "Danes": "rebel Danes"}),
        ("Separatist Swedes met envoys.", {"separatist Swedes": "separatist Swedes", "Swedes": "separatist Swedes"}),
        ("The rebels met the Danes.", {}),
        ("A rebel Norwegian envoy spoke to the Danes.", {}),
    ],
)
def test_rebels_of_a_people_are_a_party(text: str, meant: dict[str, str]) -> None:
    """Rebels who are called by their people are not the state of that people."""
    cast = Cast()
    learn_communities(cast, text)
    assert {name: party for name, party in cast.learned.items() if name in meant or not meant} == meant


@pytest.mark.parametrize(
    "rebels", ["rebel Danes", "separatist Danes", "insurgent Danes", "breakaway Danes", "guerrilla Danes"]
)
def test_rebels_of_a_people_named_in_full_are_that_community(rebels: str) -> None:
    """The "rebel Danes" of a report on the "Norwegian Danes" are no further party."""
    cast = Cast()
    learn_communities(cast, f"Norway met the Norwegian Danes.\nThe {rebels} refused.")
    assert cast.learned[rebels] == "Norwegian Danes"
