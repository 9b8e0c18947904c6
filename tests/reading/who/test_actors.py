"""Who a noun or a pronoun stands for."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse, subjects
from detente.reading.reader import read_by_rules as read
from detente.reading.who.actors import Resolver
from detente.reading.who.mentions import Cast
from detente.reports import report_from_text

RUF = "Norway fights the Ruritanian United Front (RUF). The RUF attacked Norway. The RUF shelled Norway."


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


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


def test_they_are_those_who_acted_together() -> None:
    """After "A spoke; the delegations agreed" they are both; after one group alone they are that group."""
    for before, parties in (
        ("Norway hosted the talks, and the M23 and Denmark agreed on that much.", ("Denmark", "M23")),
        ("The M23 took a town.", ("M23",)),
    ):
        text = f"Denmark accused the M23. The M23 accused Denmark. {before} They rejected a truce."
        found = {each.party for each in read(report_from_text(text)).positions if each.stance == "rejects"}
        assert found == set(parties)


@pytest.mark.parametrize("opening", ["It was the RUF that gave way.", "It is the RUF which has the most to lose."])
def test_a_cleft_sentence_is_about_what_it_sets_apart(opening: str) -> None:
    """The pronoun of the next sentence stands for the name between "it was" and "that"."""
    assert ("RUF", "ceasefire", "rejects") in positions(f"{RUF} Norway waited. {opening} It rejected the ceasefire.")
