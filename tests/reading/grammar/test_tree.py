"""The plain trees say the same as the parser's own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading.grammar.parser import pipeline, plain
from detente.reading.grammar.tree import from_spacy

WORDS = [
    "Norway",
    "rejects",
    "the",
    "ceasefire",
    ",",
    "which",
    "Denmark",
    "said",
    "had",
    "been",
    "signed",
    "in",
    "Oslo",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_the_same_tree(text: str) -> None:
    """Words, offsets and heads are spaCy's; children and subtrees follow from the heads."""
    parsed = pipeline()(plain(text))
    tree = from_spacy(parsed, plain(text))
    assert tree.text == parsed.text
    for ours, theirs in zip(tree, parsed, strict=True):
        assert (ours.text, ours.idx, ours.pos_, ours.tag_, ours.dep_) == (
            theirs.text,
            theirs.idx,
            theirs.pos_,
            theirs.tag_,
            theirs.dep_,
        )
        assert ours.head.i == theirs.head.i
        assert [t.i for t in ours.children] == [t.i for t in parsed if t.head.i == theirs.i and t.i != theirs.i]
        # spaCy's own subtree leaves words out where branches cross.
        below = {t.i for t in parsed if theirs.i in {t.i, *(above.i for above in t.ancestors)}}
        assert [t.i for t in ours.subtree] == sorted(below)
