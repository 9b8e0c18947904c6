"""Words cut into the pieces of the network."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.learned.network import network
from detente.reading.learned.wordpiece import WordPiece

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "cease", "##fire", "the", "a", "##b", "ab", ".", "_"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ceasefire", ["cease", "##fire"]),
        ("THE", ["the"]),
        ("ab", ["ab"]),
        ("abb", ["ab", "##b"]),
        ("áb", ["ab"]),
        ("a.b", ["a", ".", "[UNK]"]),
        ("xyz", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("the_a", ["the", "_", "a"]),
    ],
)
def test_the_longest_known_piece_from_the_left_is_taken(word, pieces):
    cut = WordPiece(VOCABULARY)
    assert [VOCABULARY[i] for i in cut.pieces(word)] == pieces


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_word_has_pieces_and_its_letters_are_in_them(word):
    cut = network().cut
    known = {i: piece for piece, i in cut.ids.items()}
    pieces = [known[i] for i in cut.pieces(word)]
    assert pieces
    if word.isascii() and word.isalnum() and "[UNK]" not in pieces:
        assert "".join(piece.removeprefix("##") for piece in pieces) == word.lower()


@given(
    st.lists(st.lists(st.sampled_from(["ceasefire", "the", "xyz", "abb"]), max_size=12), min_size=1, max_size=4),
    st.integers(3, 40),
)
def test_a_passage_keeps_to_the_limit_and_says_where_each_word_begins(sentences, limit):
    """Pieces of a word that fits stand where the cut says, inside those of its sentence."""
    cut = WordPiece(VOCABULARY)
    ids, first, own = cut.passage(sentences, limit)
    assert len(ids) <= limit
    assert (ids[0], ids[-1]) == (1, 2)
    assert [len(places) for places in first] == [len(words) for words in sentences]
    for words, places, mine in zip(sentences, first, own, strict=True):
        assert len(mine) >= 1
        for word, at in zip(words, places, strict=True):
            if at >= 0:
                pieces = cut.pieces(word)
                assert tuple(ids[at : at + len(pieces)]) == pieces
                assert at in mine


def test_what_is_remembered_of_words_stays_small(monkeypatch):
    monkeypatch.setattr("detente.reading.learned.wordpiece._KEPT", 3)
    cut = WordPiece(VOCABULARY)
    for word in ("a", "ab", "the", "abb", "cease"):
        cut.pieces(unicodedata.normalize("NFC", word))
    assert len(cut._known) <= 3
