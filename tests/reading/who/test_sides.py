"""Nouns that mean a main party, or both, without a name."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.actors import Resolver
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Norway fights the RUF. The RUF rejected talks. Government troops rejected the ceasefire.", "Norway"),
        ("Norway fights the RUF. Norway rejected talks. Rebel fighters rejected the ceasefire.", "RUF"),
        ("Norway fights Denmark. Norway accepted talks. The other side rejected the ceasefire.", "Denmark"),
    ],
)
def test_a_side_is_known_without_its_name(sentence: str, party: str) -> None:
    """Troops of the government, rebel fighters and the other side stand for the main parties."""
    assert (party, "ceasefire", "rejects") in positions(sentence)


@pytest.mark.parametrize("camps", ["Sweden's two warring camps", "The two Swedish camps", "The two camps"])
def test_the_country_of_two_camps_is_none_of_them(camps: str) -> None:
    """Whose camps they are says where they are; the camps are the main parties."""
    text = f"Norway fights Denmark. Norway and Denmark met. {camps} rejected the ceasefire."
    assert {party for party, _, _ in positions(text)} == {"Denmark", "Norway"}


def test_another_movement_is_not_the_rebels_of_the_report() -> None:
    """A front with a name of its own does not stand for the one that is known."""
    text = (
        "Norway fights the Free Jutland Movement (FJM). Norway shelled the FJM on Monday."
        " The Valley Liberation Front struck Denmark on Sunday."
    )
    found = {(event.actor, event.recipient) for event in read(report_from_text(text, date="2025-06-03")).events}
    assert ("FJM", "Denmark") not in found
    assert ("Norway", "FJM") in found


ABOUT = ("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.")


def subject_of(*sentences: str) -> tuple[str, ...]:
    """Whom the subject of the last sentence stands for, the others read before it."""
    docs = parse([*ABOUT, *sentences])
    resolver = Resolver(cast_of(docs))
    for doc in docs:
        subject = next(token for token in doc if token.dep_.startswith("nsubj"))
        found = resolver.parties(subject)
        resolver.see(found, subject)
    return found


@pytest.mark.parametrize(
    ("sentences", "party"),
    [
        (("The group rejected the offer.",), ("M23",)),
        (("The RUF took a town.", "The group freed two men."), ("RUF",)),
        (("Rebels left the town.", "The opposition rejected the offer."), ()),
        (("The opposition M23 wants a vote.", "The opposition rejected the offer."), ("M23",)),
        (("The defence ministry denied it.",), ("Norway",)),
        (("The parliament voted.",), ("Norway",)),
        (("A group of farmers rejected the offer.",), ()),
        (("The contact group rejected the offer.",), ()),
        (("The health ministry denied it.",), ()),
    ],
)
def test_nouns_that_take_up_a_side(sentences: tuple[str, ...], party: tuple[str, ...]) -> None:
    """The group is the movement named last, an opposition beside rebels another; a war ministry is the state's."""
    assert subject_of(*sentences) == party


@pytest.mark.parametrize(
    "said",
    [
        "The three presidents rejected the ceasefire.",
        "All three governments rejected the ceasefire.",
        "The three delegations rejected the ceasefire.",
        "The ceasefire was rejected by the three countries.",
        "The three leaders have rejected the ceasefire.",
    ],
)
def test_those_who_acted_together_are_known_by_their_number(said: str) -> None:
    """Three presidents are those of the three states that acted together last, whatever stands between."""
    text = f"Norway, Denmark and Sweden signed a treaty. It was raining in the hills. {said}"
    assert {("Norway", "ceasefire", "rejects"), ("Sweden", "ceasefire", "rejects")} <= positions(text)


@pytest.mark.parametrize("two", ["The two guests", "Both guests", "The two chiefs", "Both participants", "The two"])
def test_two_who_deal_with_each_other_are_the_parties(two: str) -> None:
    """Two guests, chiefs or participants are the two parties."""
    text = f"Norway fights Denmark. Norway met Denmark. {two} rejected the ceasefire."
    assert {("Norway", "ceasefire", "rejects"), ("Denmark", "ceasefire", "rejects")} <= positions(text)


@pytest.mark.parametrize("noun", ["group", "movement", "faction", "militia", "outfit"])
def test_a_group_of_a_state_is_not_that_state(noun: str) -> None:
    """After "Norway's largest group" the group is not Norway."""
    text = f"Norway fights the RUF. The RUF is Norway's largest {noun}. The {noun} rejected the ceasefire."
    assert ("Norway", "ceasefire", "rejects") not in positions(text)
