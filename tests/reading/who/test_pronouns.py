"""Whom a pronoun cannot stand for, and where it stands for nobody."""

import pytest

from detente.reading.grammar.parser import Token, parse
from detente.reading.reader import read_by_rules as read
from detente.reading.who.pronouns import (
    acts,
    harmed_by,
    in_quotes,
    is_thing,
    may_be_a_thing,
    others_between,
    own_subject,
    same_person,
    stands_for_no_party,
    told_to,
)
from detente.reports import report_from_text

RF = "Norway and the Ruritanian Front (RF) met in Lund. The RF and Norway have fought since 2010.\n\n"


def word(sentence: str, text: str) -> Token:
    """The last token of a sentence with this text."""
    return next(token for token in reversed(list(parse([sentence])[0])) if token.text == text)


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(RF + text, date="2025-06-03")).positions}


def events(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(e.type, e.actor, e.recipient) for e in read(report_from_text(RF + text, date="2025-06-03")).events}


@pytest.mark.parametrize(
    ("sentence", "pronoun", "nobody"),
    [
        ("Norway freed ten men, among them two officers.", "them", True),
        ("Officials said that some of them had left.", "them", True),
        ("Norway rejected it.", "it", True),
        ("Norway accused it of lies.", "it", False),
        ("Norway thanked them.", "them", False),
    ],
)
def test_what_is_counted_or_done_is_no_party(sentence: str, pronoun: str, *, nobody: bool) -> None:
    """The words "among them" and "rejected it" are about no party, "accused it" is."""
    assert stands_for_no_party(word(sentence, pronoun)) is nobody


def test_a_thing_does_what_nobody_does() -> None:
    """A truce may expire and be signed, but it accuses nobody."""
    assert may_be_a_thing(word("It expired on Monday.", "It"))
    assert may_be_a_thing(word("It was signed in Lund.", "It"))
    assert not may_be_a_thing(word("It accused Norway of lies.", "It"))
    assert not may_be_a_thing(word("They expired.", "They"))
    assert acts(word("They accused Norway.", "accused"))
    assert not acts(word("They expired.", "expired"))
    assert is_thing(word("The truce expired.", "truce"))
    assert not is_thing(word("The talks ended.", "talks"))


def test_an_object_is_not_its_own_subject() -> None:
    """In "the Front freed them" they are not the Front."""
    subject = own_subject(word("The Front seized two men and freed them.", "them"))
    assert subject is not None
    assert subject.text == "Front"
    assert others_between(subject, word("The Front seized two men and freed them.", "them"))
    assert own_subject(word("The Front freed its men.", "its")) is None


def test_whose_is_shelled_is_not_who_shells() -> None:
    """The positions that the army shells are not its own, the promise that it breaks may be."""
    harmed = word("Oslo said the army had shelled its positions.", "its")
    kept = word("Oslo said the army had kept its promise.", "its")
    assert harmed_by(harmed, next(t for t in harmed.doc if t.text == "army"))
    assert not harmed_by(kept, next(t for t in kept.doc if t.text == "army"))


def test_the_same_pronoun_is_the_same_person() -> None:
    """In "It said it" both are one, in "He said it" they are not."""
    assert same_person(word("It said he was ill.", "It"), word("It was its own.", "its"))
    assert not same_person(word("He was ill.", "He"), word("It was its own.", "its"))


def test_who_is_told_to_is_meant() -> None:
    """In "warned firms to leave while they could" the firms are meant."""
    told = told_to(word("Norway warned foreign firms to leave while they could.", "they"))
    assert told is not None
    assert told.text == "firms"


def test_direct_speech_is_between_its_marks() -> None:
    """What a quotation that was opened before closes is direct speech."""
    assert in_quotes(word('"They lie," Norway said.', "They"), opened=False)
    assert not in_quotes(word('"They lie," Norway said.', "said"), opened=False)
    assert in_quotes(word('They lie," Norway said.', "They"), opened=True)


def test_they_in_direct_speech_are_the_other_side() -> None:
    """A speaker does not say "they" of his own side."""
    said = '"They shelled our village," the Norwegian foreign minister said.'
    assert ("ACCUSE", "Norway", "RF") in events(said)
    assert ("ACCUSE", "Norway", "Norway") not in events(said)


def test_people_nobody_knows_are_they() -> None:
    """After "Residents said ..." their wishes are no party's."""
    assert positions("Norway waited. Residents said they feared a war. They called for a ceasefire.") == set()
    assert positions("Norway waited. The rebels said they feared a war. They called for a ceasefire.") == {
        ("RF", "ceasefire", "demands")
    }


def test_whoever_spoke_goes_on() -> None:
    """After "..., according to the Front" it adds something."""
    told = "Norway rejected a truce, the RF said. It added that it would accept international observers."
    assert ("RF", "monitoring", "accepts") in positions(told)
    told = "The army shelled a village, according to the RF. It said it would not accept elections."
    assert ("RF", "governance", "rejects") in positions(told)


def test_one_person_does_not_say_they_of_himself() -> None:
    """What "he said they had done" is the other side's doing."""
    told = events("The Norwegian prime minister met the press. He said they had attacked a convoy.")
    assert ("ASSAULT", "Norway", "RF") not in told
    told = positions("Norway and Denmark signed a trade deal. Both called for a ceasefire.")
    assert {party for party, issue, _ in told if issue == "ceasefire"} == {"Norway", "Denmark"}
