"""Who is who in a report."""

import pytest

from detente.reading.actors import Resolver
from detente.reading.cast import cast_of
from detente.reading.mentions import Cast
from detente.reading.parser import parse, subjects


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
