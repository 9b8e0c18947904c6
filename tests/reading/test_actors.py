"""Who is who in a report."""

import pytest

from detente.reading import read
from detente.reading.actors import Resolver
from detente.reading.cast import cast_of
from detente.reading.mentions import Cast
from detente.reading.parser import parse, subjects
from detente.reports import report_from_text


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def test_pair_of_a_conflict() -> None:
    """The two sides are those named most often; who hosts is a mediator."""
    found = cast(
        "Norway attacked Denmark on Monday.",
        "Denmark said that Norway had broken the truce between Norway and Denmark.",
        "The talks were hosted by Sweden.",
    )
    assert found.pair == ("Denmark", "Norway")
    assert found.mediators == ("Sweden",)


def test_abbreviation_in_brackets() -> None:
    """A group that the report abbreviates carries the abbreviation it goes on to use."""
    found = cast("The Movement for Lakes (MFL) rejected the truce.", "The MFL wants more.")
    assert found.learned["MFL"] == "MFL"
    assert found.learned["Movement for Lakes"] == "MFL"


def test_an_accord_is_no_actor() -> None:
    """The abbreviation of an agreement names nobody."""
    assert "NLA" not in cast("The National Lakes Agreement (NLA) was signed.").learned


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian Foreign Minister Anna Example spoke.",
        "Norway's deputy defence minister Anna Example spoke.",
        "Anna Example, the Norwegian foreign minister, spoke.",
        "The president of Norway, Anna Example, spoke.",
        "General Anna Example of Norway spoke.",
    ],
)
def test_people_by_title(sentence: str) -> None:
    """A title with a state explains a person, and the surname after that."""
    assert cast(sentence).learned["Example"] == "Norway"


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Oslo rejected the truce.", ("Norway",)),
        ("The Norwegian delegation rejected the truce.", ("Norway",)),
        ("The delegation of the government of Norway rejected the truce.", ("Norway",)),
        ("Norway and Denmark rejected the truce.", ("Norway", "Denmark")),
        ("Both sides rejected the truce.", ("Denmark", "Norway")),
        ("The two delegations rejected the truce.", ("Denmark", "Norway")),
        ("The weather rejected the truce.", ()),
    ],
)
def test_subjects_stand_for_parties(sentence: str, parties: tuple[str, ...]) -> None:
    """Metonyms, delegations and pairs resolve to the parties they stand for."""
    background = ["Norway attacked Denmark.", "Denmark attacked Norway."]
    resolver = Resolver(cast(*background, sentence))
    doc = parse([sentence])[0]
    verb = next(token for token in doc if token.text == "rejected")
    found = [party for subject in subjects(verb) for party in resolver.single(subject)]
    assert tuple(dict.fromkeys(found)) == parties


def test_pronoun_takes_the_subject_above() -> None:
    """The word "it" in what somebody says is who says it."""
    sentence = "Norway said that it could not accept the truce."
    resolver = Resolver(cast("Denmark attacked Norway.", sentence))
    pronoun = next(token for token in parse([sentence])[0] if token.text == "it")
    assert resolver.single(pronoun) == ("Norway",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Example, who heads the movement, disagreed.",
        "Anna Example, a teacher by trade, who leads the rebel delegation, disagreed.",
        "The rebels' chief negotiator, Anna Example, disagreed.",
        "Anna Example, the movement's founder, disagreed.",
        "The commander of the rebels, Anna Example, disagreed.",
    ],
)
def test_people_who_lead_the_movement(sentence: str) -> None:
    """Who leads "the movement" or "the rebels" speaks for the one group among the parties."""
    found = cast("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.", sentence)
    assert found.learned["Example"] == "M23"


def test_people_who_lead_the_government() -> None:
    """Who leads the government's team speaks for the state that faces a group; who leads a strike for nobody."""
    about = ("Norway and the M23 signed a truce.", "The M23 accused Norway of attacks.")
    assert cast(*about, "Anna Example, who leads the government's team, left.").learned["Example"] == "Norway"
    assert "Example" not in cast(*about, "Anna Example, who leads a strike, left.").learned


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Corporal Anna Example of the M23 asked for pardon.", "Example"),
        ("Bishop Anna Example of Norway spoke.", "Example"),
        ("Anna Abu Example of the M23 demands a vote.", "Anna Abu Example"),
        ("Anna van Example of the M23 demands a vote.", "Van Example"),
        ("M23 political chief A.B. Example demands a vote.", "A.B. Example"),
        ("A protest was read out by Mr Anna Example on behalf of the M23.", "Example"),
    ],
)
def test_names_with_ranks_particles_and_initials(sentence: str, name: str) -> None:
    """Ranks, three words, particles and initials hide nobody."""
    assert name in cast(sentence).learned


def test_short_forms_of_bodies() -> None:
    """One body alone with that noun is meant by it; with a second one in the text nobody is."""
    one, again = "The International Criminal Court waits.", "Then the court tried Anna."
    assert cast(one, again).learned.get("the court") == "International Criminal Court"
    assert "the court" not in cast(one, "The Supreme Court of Norway waits.", again).learned


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
    ("sentence", "known"),
    [
        ("The CDX, a party without seats, stayed away.", True),
        ("The opposition CDX stayed away.", True),
        ("His own party, the CDX, stayed away.", True),
        ("The CDX stayed away.", False),
        ("The CDX, a scanner, broke.", False),
    ],
)
def test_an_acronym_that_is_explained_once(sentence: str, known: bool) -> None:
    """An acronym that the report calls a party or a movement is one, though it names it once."""
    assert ("CDX" in cast(sentence).learned) is known


def test_they_are_those_who_acted_together() -> None:
    """After "A spoke; the delegations agreed" they are both; after one group alone they are that group."""
    for before, parties in (
        ("Norway hosted the talks, and the M23 and Denmark agreed on that much.", ("Denmark", "M23")),
        ("The M23 took a town.", ("M23",)),
    ):
        text = f"Denmark accused the M23. The M23 accused Denmark. {before} They rejected a truce."
        found = {each.party for each in read(report_from_text(text)).positions if each.stance == "rejects"}
        assert found == set(parties)
