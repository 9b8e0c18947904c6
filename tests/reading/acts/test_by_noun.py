"""Acts told by a noun."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Denmark responded with attacks on Norwegian bases.", ("ASSAULT", "Denmark", "Norway")),
        ("The massacre of 26 tourists at Ribe on 22 April is not forgotten.", ("ASSAULT", None, None)),
    ],
)
def test_reads_a_noun(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """The noun has its doer and its target around it."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack on the market was condemned by Sweden on Monday.",
    ],
)
def test_who_condemns_an_attack_has_not_done_it(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """The agent of a judgement is none of the deed that is judged."""
    assert not {act for act in acts(sentence) if act[0] in ("ASSAULT",)}
