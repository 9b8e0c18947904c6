"""What happened, and what was only denied, wished, asked, feared or ordered."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway denies that its aircraft bombed Denmark.",
        "Norway would attack Denmark.",
        "Denmark said it would sign only once Norway had freed its prisoners.",
        "Denmark will pull back once Norway has lifted its blockade.",
        "Norway must stop the raids and begin to release its prisoners.",
        "Denmark wants Norway to release all prisoners.",
        "Has Norway attacked Denmark?",
        "Denmark hopes that Norway released the prisoners.",
        "Norway ordered its army to attack Denmark.",
        "If Norway attacked Sweden, Denmark would protest.",
        "Norway has not condemned Denmark.",
        "Fighting may break out on Monday.",
        "A truce to be signed on 24 May 2026 is in doubt.",
    ],
)
def test_what_did_not_happen_is_no_act(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """What is denied, wished, asked, feared or ordered is not told as done."""
    assert not {act for act in acts(sentence) if act[0] in ("ASSAULT", "CONCEDE", "AGREE", "ACCUSE")}
