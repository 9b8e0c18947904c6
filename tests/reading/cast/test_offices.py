"""People tied to a party by an office that does not name it."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.actors import Resolver
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Example, who heads the movement, disagreed.",
        "Anna Example, a teacher by trade, who leads the rebel delegation, disagreed.",
        "The rebels' chief negotiator, Anna Example, disagreed.",
        "Anna Example, the movement's founder, disagreed.",
        "The commander of the rebels, Anna Example, disagreed.",
        "The group's chief negotiator, Anna Example, disagreed.",
        "Anna Example, a spokeswoman for the rebels, disagreed.",
        "Anna Example for the opposition signed.",
        "Anna Example, head of the group's council, disagreed.",
    ],
)
def test_people_who_lead_the_movement(sentence: str) -> None:
    """Who leads "the movement" or "the rebels" speaks for the one group among the parties."""
    found = cast("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.", sentence)
    assert found.learned["Example"] == "M23"


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Example, the prime minister's security adviser, disagreed.",
        "Anna Example for the government signed.",
        "For the government, Anna Example said no.",
        "Agriculture Minister Anna Example disagreed.",
        "Army spokesman Colonel Anna Example disagreed.",
    ],
)
def test_people_who_serve_the_government(sentence: str) -> None:
    """Who advises its head, signs for it or holds a department of it speaks for the state that faces a group."""
    found = cast("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.", sentence)
    assert found.learned["Example"] == "Norway"


def test_a_commander_named_right_after_the_group_is_its_own() -> None:
    """A title without a side belongs to the movement that the sentence before is about."""
    assert cast("The M23 said it was ready.", "Commander Anna Example told reporters so.").learned["Example"] == "M23"
    assert "Example" not in cast("The miners were ready.", "Commander Anna Example told reporters so.").learned


def test_a_third_state_has_not_the_president_of_the_country() -> None:
    """At talks of a movement with a third state, the president is not that state's."""
    found = cast(
        "The United States and the Taliban signed a deal.",
        "The Taliban accused the United States of delay.",
        "President Anna Example, whose government was left out, said in Kabul that Afghanistan would free nobody.",
    )
    assert found.learned.get("Example") != "United States"


def test_people_who_lead_the_government() -> None:
    """Who leads the government's team speaks for the state that faces a group; who leads a strike for nobody."""
    about = ("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.")
    assert cast(*about, "Anna Example, who leads the government's team, left.").learned["Example"] == "Norway"
    assert "Example" not in cast(*about, "Anna Example, who leads a strike, left.").learned


@pytest.mark.parametrize(
    ("before", "sentence", "parties"),
    [
        ("The M23 took a town.", "Its leader, Anna Example, spoke.", ("M23",)),
        ("The M23 took a town.", "Their spokesman Anna Example spoke.", ("M23",)),
        ("The miners took a town.", "Their spokesman Anna Example spoke.", ()),
    ],
)
def test_people_introduced_by_an_owned_office(before: str, sentence: str, parties: tuple[str, ...]) -> None:
    """An office with a possessive explains a person by whomever the sentence before is about."""
    first, doc = parse((before, sentence))
    resolver = Resolver(cast_of((first, doc)))
    for token in first:
        if token.dep_ == "nsubj":
            resolver.see(resolver.parties(token), token)
    example = next(token for token in doc if token.text == "Example")
    assert resolver.single(example) == parties
    assert ("Example" in resolver.cast.learned) == bool(parties)


@pytest.mark.parametrize(
    "text",
    [
        "Norway fights the RUF. The RUF holds the north of Norway. The RUF attacked again.\n\n"
        "Army chief Rudolf Rassendyll rejected the ceasefire.",
        "Norway's foreign minister, Rudolf Rassendyll, flew home. Denmark was silent.\n\n"
        "Rassendyll rejected the ceasefire.",
        "Norway fights Denmark. In Oslo Rudolf Rassendyll said little. Rassendyll rejected the ceasefire.",
    ],
)
def test_a_person_speaks_for_the_party_of_the_office(text: str) -> None:
    """A title, an apposition or the capital in which somebody speaks ties a name to a party."""
    assert ("Norway", "ceasefire", "rejects") in positions(text)


@pytest.mark.parametrize(
    ("before", "sentence", "party"),
    [
        ("NATO sent observers.", "Secretary-General Anna Example disagreed.", "NATO"),
        (
            "The United Nations watched the truce.",
            "Secretary General Anna Example, who came, disagreed.",
            "United Nations",
        ),
        ("The European Union sent aid.", "High Representative Anna Example disagreed.", "European Union"),
        ("The OSCE sent monitors.", "Chief monitor Anna Example disagreed.", "OSCE"),
        ("Norway refused.", "Deputy prime minister Anna Example disagreed.", "Norway"),
        ("Norway refused.", "Acting President Anna Example disagreed.", "Norway"),
    ],
)
def test_an_office_is_that_of_the_side_or_body_before(before: str, sentence: str, party: str) -> None:
    """Whose secretary-general or deputy premier somebody is stands in the sentence before."""
    assert cast("Norway fights Denmark.", before, sentence).learned.get("Example") == party
