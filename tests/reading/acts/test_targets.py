"""Whom an act was aimed at, where the object of its verb does not say so."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway bombed Ribe on Monday. The attack was condemned by Sweden.", ("ACCUSE", "Sweden", "Norway")),
        ("An air strike killed 12 people in the Danish town of Ribe on Monday.", ("ASSAULT", None, "Denmark")),
        ("Sweden congratulated both and offered its services.", ("SUPPORT", "Sweden", "Norway")),
        ("Denmark has asked Sweden to give up its neutrality.", ("REQUEST", "Denmark", "Sweden")),
        ("Norway freed two nurses, and Sweden welcomed the step.", ("SUPPORT", "Sweden", "Norway")),
        ("Norway reopened the canal, a gesture that Sweden welcomed.", ("SUPPORT", "Sweden", "Norway")),
    ],
)
def test_finds_the_target(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Whoever did what is praised, condemned or objected to, and whose town it is."""
    assert act in acts(sentence)
