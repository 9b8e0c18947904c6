"""Reports in passages."""

from hypothesis import given
from hypothesis import strategies as st

from detente.reading.learned.passages import passages

SIZES = st.lists(st.integers(0, 60), max_size=30)


@given(SIZES, st.integers(10, 60))
def test_each_sentence_is_in_one_passage_its_context_left_aside(sizes, limit):
    """Nothing is read twice, nothing left out, and the order stays."""
    own = [n for p in passages(sizes, limit) for n in p.sentences[p.context :]]
    assert own == list(range(len(sizes)))


@given(SIZES, st.integers(10, 60))
def test_a_passage_fits_and_its_context_is_the_sentence_before(sizes, limit):
    """Two pieces are kept for the marks of begin and end."""
    for passage in passages(sizes, limit):
        first, *_ = passage.sentences
        assert passage.sentences == tuple(range(first, first + len(passage.sentences)))
        assert sum(min(sizes[n], limit - 2) for n in passage.sentences) <= limit - 2
        assert passage.context in (0, 1)
        assert not (first == 0 and passage.context)


def test_a_sentence_gives_way_to_the_one_before():
    """The fourth would fit after the third, but then the second would not fit before it."""
    assert [(p.sentences, p.context) for p in passages([40, 40, 40, 40], 130)] == [((0, 1, 2), 0), ((2, 3), 1)]
