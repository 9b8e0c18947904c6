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
