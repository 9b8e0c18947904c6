"""Whom an act was aimed at, where the object of its verb does not say so."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Norway bombed Ribe on Monday. The attack was condemned by Sweden.", ("ACCUSE", "Sweden", "Norway")),
        ("Norway bombed Ribe. Sweden condemned the attack on Moss.", ("ACCUSE", "Sweden", None)),
        (
            "The minister of Norway put the failure down to the bad faith of the other side.",
            ("ACCUSE", "Norway", "Denmark"),
        ),
        (
            "Norway blamed the failure on what it called the bad faith of the other side.",
            ("ACCUSE", "Norway", "Denmark"),
        ),
        ("Sweden issued a licence that allows trade with Denmark.", ("CONCEDE", "Sweden", "Denmark")),
        ("Norway thanked Sweden, Finland and Iceland, which mediated, and Estonia.", ("SUPPORT", "Norway", "Iceland")),
        ("Norway thanked Sweden, Finland and Iceland, which mediated, and Estonia.", ("SUPPORT", "Norway", "Estonia")),
        ("Each side has moved 50,000 soldiers to the border.", ("MOBILIZE", "Denmark", "Norway")),
        ("The Norwegian army has moved tanks towards Ribe.", ("MOBILIZE", "Norway", "Denmark")),
        ("Both sides fired mortars near Ribe on Monday.", ("ASSAULT", "Denmark", "Norway")),
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


@pytest.mark.parametrize(
    "sentence",
    ["Sweden sent advisers and Finnish volunteers to support Denmark.", "The commander ordered his men to attack."],
)
def test_advisers_and_orders_move_no_army(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """Help for another's army and an order to attack are no mobilisation."""
    assert not {act for act in acts(sentence) if act[0] == "MOBILIZE"}
