"""What was probably meant by a word that nobody knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ontology.spelling import nearest, slips

WORD = st.text("abcd", max_size=7)


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("teritory", ["Territory"], "Territory"),
        ("TURCES", ["truce", "truces"], "truces"),
        ("infrastrukturre", ["infrastructure"], "infrastructure"),
        ("Burhan", ["Burma", "Durban"], None),
        ("NLA", ["NRA"], None),
        ("Norway", [], None),
    ],
)
def test_only_what_is_spelt_almost_so_is_meant(word: str, known: list[str], meant: str | None) -> None:
    """One slip in five letters; abbreviations are near to nothing."""
    assert nearest(word, known) == meant


@given(WORD, WORD)
def test_slips_are_a_distance(word: str, other: str) -> None:
    """None between equal words only, the same in both directions, and no more than the longer word has letters."""
    count = slips(word, other)
    assert (count == 0) == (word == other)
    assert count == slips(other, word)
    assert abs(len(word) - len(other)) <= count <= max(len(word), len(other))


@given(WORD, WORD, st.data())
def test_one_change_is_one_slip(before: str, after: str, data: st.DataObject) -> None:
    """A letter that is wrong, missing or too many, and two that are swapped."""
    a, b = data.draw(st.permutations("xy"))
    word = before + a + b + after
    assert [
        slips(word, other) for other in (f"{before}{b}{a}{after}", f"{before}{a}{after}", f"{before}z{b}{after}")
    ] == [1] * 3
