"""Clauses that the parser has hung in the wrong place are hung where they belong."""

import pytest

from detente.reading.grammar.parser import parse, subjects

JOINED = [
    ("Sweden called on Norway to lift the blockade and urged Denmark to hold elections.", "urged", "called"),
    ("Sweden called on Norway to withdraw its troops and on Denmark to stop its raids.", "stop", "withdraw"),
    ("A buffer zone is out of the question, Norway's army chief said.", "said", "question"),
]


@pytest.mark.parametrize(("sentence", "word", "head"), JOINED)
def test_hangs_a_clause_where_it_belongs(sentence: str, word: str, head: str) -> None:
    """The clause joins the one that it goes on with."""
    token = next(token for token in parse([sentence])[0] if token.text == word)
    assert token.head.text == head


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Norway had at first refused to sit down with Denmark.", "refused", "Norway"),
        (
            "Norway's foreign minister, Kari Dahl, reiterated her country's demand for a truce.",
            "reiterated",
            "minister",
        ),
    ],
)
def test_gives_back_the_main_verb(sentence: str, verb: str, subject: str) -> None:
    """The verb is the root of its sentence and has its subject."""
    token = next(token for token in parse([sentence])[0] if token.text == verb)
    assert token.dep_ == "ROOT"
    assert [each.text for each in subjects(token)] == [subject]


@pytest.mark.parametrize("sentence", [sentence for sentence, _, _ in JOINED])
def test_a_mended_tree_is_a_tree(sentence: str) -> None:
    """Every word hangs on its head, and all hang on the root."""
    doc = parse([sentence])[0]
    assert all(token.head is token or token in token.head.children for token in doc)
    assert {each.i for token in doc if token.head is token for each in token.subtree} == set(range(len(doc)))
