"""Which acts the words beside a verb allow."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway shot down three quarters of the drones.",
        "Norwegian and Danish poets exchanged letters on Monday.",
        "A price war broke out on Monday.",
        "Norway put a copy of the treaty on its website.",
    ],
)
def test_what_only_looks_like_an_act_is_none(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A count, an exchange of words and a figure of speech are left out."""
    assert not {act for act in acts(sentence) if act[0] in ("ASSAULT", "CONCEDE")}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday General Holm, the commander of Denmark's land forces, went to the border and made a speech.",
        "The commander of the Danish army went further on Monday and ruled out a truce.",
        "Danish troops would start leaving in May if a treaty was signed.",
        "Danish soldiers crossed from Sweden on Monday to stop the roadworks.",
    ],
)
def test_who_goes_somewhere_has_not_left(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A visit to the front, a further word and a crossing to a place are no retreat."""
    assert not {act for act in acts(sentence) if act[0] == "RETREAT"}


def test_who_draws_back_has_left(acts: Callable[[str], set[Act]]) -> None:
    """Soldiers who are said to withdraw are told of as before."""
    assert ("RETREAT", "Denmark", None) in acts("Danish soldiers withdrew from the port of Moss on Monday.")
