"""Trees that the parser left without a verb."""

import pytest

from detente.reading.grammar.parser import parse, pipeline, subjects
from detente.reading.grammar.repair import repaired
from detente.reading.grammar.tree import from_spacy


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Denmark accused Norway of shelling villages.", "accused", "Denmark"),
        ("The European Union imposed sanctions on Norway on Monday.", "imposed", "Union"),
        ("Norway bombed positions of the rebels.", "bombed", "Norway"),
        ("Norway bombed Denmark.", "bombed", "Norway"),
        ("President Erik Dahl accused Norwegian forces of firing and called it a crime.", "accused", "Erik"),
        ("Norwegian aircraft bombed positions of the Danish army.", "bombed", "aircraft"),
        ("The Parties today signed a Protocol on Military Issues.", "signed", "Parties"),
    ],
)
def test_a_sentence_has_its_verb(sentence: str, verb: str, subject: str) -> None:
    """A simple past that was taken for a participle is the root, with what stands before it as its subject."""
    doc = parse([sentence])[0]
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert (root.text, [token.text for token in subjects(root)]) == (verb, [subject])


@pytest.mark.parametrize(
    "sentence",
    [
        "A village attacked by rebels.",
        "Norway rejected the offer that Denmark made.",
        "Prisoners of war",
        "An armed group.",
        "The dead and wounded soldiers of Norway.",
        "Peace at last.",
    ],
)
def test_other_trees_are_left_alone(sentence: str) -> None:
    """What has a verb, or is a heading, stays as the parser saw it."""
    parsed = pipeline()(sentence)
    tree = repaired(from_spacy(parsed, sentence))
    assert [(t.head.i, t.dep_, t.tag_) for t in tree] == [(t.head.i, t.dep_, t.tag_) for t in parsed]


def test_the_text_stays() -> None:
    """Offsets in a mended tree are those of the text."""
    text = "Denmark  accused Norway of shelling villages."
    doc = parse([text])[0]
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
