"""Who did an act, where the subject of its verb does not say so."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Rockets fired by Norway hit a Danish school on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("Four people were killed when Norwegian jets bombed a Danish town.", ("ASSAULT", "Norway", "Denmark")),
        ("Nine Danish soldiers died in a Norwegian air strike on Monday.", ("ASSAULT", "Norway", "Denmark")),
        ("At least 12 people were killed in a Norwegian attack on Aarhus.", ("ASSAULT", "Norway", None)),
        ("Forty Danish captives held by Norway were released on Monday.", ("CONCEDE", "Norway", "Denmark")),
        ("Six Danish drivers detained in May were set free on Sunday.", ("CONCEDE", "Norway", "Denmark")),
    ],
)
def test_finds_the_doer(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """The doer stands with the weapon, the attack or the clause in which it struck."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark said that Norway had bombed a school in Aarhus.",
    ],
)
def test_blame_of_another_is_no_attack(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """What a party says of another is blame, not a fact that the report tells."""
    assert not {act for act in acts(sentence) if act[0] in ("ASSAULT",)}
