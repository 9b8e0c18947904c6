"""What "and" joins is put together, and what it begins gets its own subject."""

import pytest

from detente.reading.grammar.parser import parse, subjects


@pytest.mark.parametrize(
    ("sentence", "verb", "names"),
    [
        ("Norway and Denmark promised to halt attacks, to free men and to leave.", "promised", "Norway Denmark"),
        ("Neither Norway nor Denmark objected to a Swedish observer mission.", "objected", "Norway Denmark"),
        ("Norway, Sweden and Denmark promised to close rebel camps.", "promised", "Norway Sweden Denmark"),
        ("Under the accord, Denmark will pull back its forces and Norway will disarm its men.", "disarm", "Norway"),
        ("Norway rejected the ceasefire and Denmark accepted it.", "accepted", "Denmark"),
        ("Norway thanked Sweden and Denmark, which voted for the text.", "thanked", "Norway"),
        (
            "The foreign ministers of Norway and Denmark endorsed a road map under which men will be freed.",
            "endorsed",
            "ministers",
        ),
        ("Under a deal brokered by Sweden, Norway is to hand over the city.", "hand", "Norway"),
        ("Denmark, for its part, promised compensation for the victims of the war.", "promised", "Denmark"),
        ("Norway and Denmark did not agree on a ceasefire.", "agree", "Norway Denmark"),
    ],
)
def test_every_verb_has_its_own_subjects(sentence: str, verb: str, names: str) -> None:
    """All those who act stand as subjects of the verb, and nobody else."""
    token = next(token for token in parse([sentence])[0] if token.text == verb)
    assert [each.text for each in subjects(token)] == names.split()
