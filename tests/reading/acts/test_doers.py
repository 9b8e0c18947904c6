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
        "A Danish officer said Norwegian troops had shelled the school overnight.",
    ],
)
def test_an_attack_that_a_side_reports_is_an_attack(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """What a party reports of another's attack is that attack, and no accusation besides."""
    assert acts(sentence) == {("ASSAULT", "Norway", "Denmark")}


def test_an_attack_in_a_quotation_is_blame(acts: Callable[[str], set[Act]]) -> None:
    """What a speaker says of an attack in words of his own is blame."""
    assert acts('"Norway bombed a school," the Danish president said.') == {("ACCUSE", "Denmark", "Norway")}
