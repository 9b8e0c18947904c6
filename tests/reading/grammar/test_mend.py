"""Subjects that the parser has lost are given back."""

import pytest

from detente.reading.grammar.parser import parse, subjects


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("A ceasefire ought to start within days, urged Norway.", "urged", "Norway"),
        ("And it asked for assurances that the Danes wouldn't come back.", "asked", "it"),
        ("The premier of Norway, who came on Monday, urged both sides to stop.", "urged", "premier"),
        (
            "Norwegian Prime Minister Kari Berg, speaking in parliament on Tuesday, threatened to act.",
            "threatened",
            "Kari",
        ),
        ("Peru signed after Chile freed its prisoners on Monday.", "freed", "Chile"),
        ("Norway accused Denmark of digging trenches there in April 2008.", "accused", "Norway"),
        ("Norway said that the Danes had massed troops and accused them of lying.", "accused", "Norway"),
        ("The three resistance factions insist on proportional representation.", "insist", "factions"),
    ],
)
def test_gives_back_a_subject(sentence: str, verb: str, subject: str) -> None:
    """The verb finds the noun that the parser had hung elsewhere."""
    token = next(token for token in parse([sentence])[0] if token.text == verb)
    assert [each.text for each in subjects(token)] == [subject]


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Norway backs the text that was drafted in May and still demands the release of all prisoners.", "backs"),
        ("The Danes are ready to sign the accord that was reached in May and still demand a withdrawal.", "ready"),
        ("Norway backed the text that was drafted in May and shelved in June.", "drafted"),
    ],
)
def test_a_present_tense_does_not_join_a_past_one(sentence: str, head: str) -> None:
    """What stands behind a clause of the past belongs to the main clause where that is in the present."""
    second = [token for token in parse([sentence])[0] if token.dep_ == "conj" and token.pos_ == "VERB"][-1]
    assert second.head.text == head


def test_leaves_a_filler_alone() -> None:
    """In "it is said that" nobody speaks."""
    doc = parse(["It was announced that the talks had failed."])[0]
    assert all(token.dep_ != "nsubj" or token.text != "It" for token in doc)


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects_of"),
    [
        ("The Norwegian Danes and Sweden want the Treaty of Guarantee abolished.", "want", ["Danes", "Sweden"]),
        ("The RUF rules out any retreat: not one metre, says a member of its delegation.", "rules", ["RUF"]),
        (
            "Again in Bergen, with Holm as host, Rassen and Hentzau agree on sharing power.",
            "agree",
            ["Rassen", "Hentzau"],
        ),
        ("The RUF guarantee that nobody will use Danish soil.", "guarantee", ["RUF"]),
    ],
)
def test_subjects_of_verbs_that_look_like_nouns(sentence: str, verb: str, subjects_of: list[str]) -> None:
    """Two subjects joined by a conjunction are both kept, and a particle makes a verb of a noun."""
    token = next(token for token in parse([sentence])[0] if token.text == verb)
    assert [subject.text for subject in subjects(token)] == subjects_of


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Norway, Denmark and Sweden signed a truce in Oslo on Monday.", ["Norway", "Denmark", "Sweden"]),
        ("Norway, Denmark and the Sami Front held talks in Geneva.", ["Norway", "Denmark", "Front"]),
        ("Norway, the United States and Denmark were invited.", ["Norway", "States", "Denmark"]),
    ],
)
def test_names_in_a_row_are_one_subject(sentence: str, names: list[str]) -> None:
    """Three who act together all act."""
    doc = parse([sentence])[0]
    verb = next(token for token in doc if token.text in ("signed", "held", "invited", "said"))
    assert [each.text for each in subjects(verb)] == names
