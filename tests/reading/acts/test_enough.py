"""Whether enough is told of an act."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Gunmen attacked a Danish army base.", ("ASSAULT", None, "Denmark")),
        ("On 22 May gunmen shot 26 people at a market.", ("ASSAULT", None, None)),
        ("Fighting broke out near Ribe on Monday, killing nine people.", ("ASSAULT", None, None)),
        ("The talks were adjourned indefinitely on Monday.", ("REJECT", None, None)),
        ("Hundreds of residents gathered outside the palace on Monday.", ("PROTEST", None, None)),
    ],
)
def test_an_act_may_be_told_without_its_doer(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """What befell people, talks or land is news, whoever did it."""
    assert act in acts(sentence)


def test_an_act_of_nobody_may_be_too_little(acts: Callable[[str], set[Act]]) -> None:
    """To be thrown back tells of an attack only where it says by whom."""
    assert not acts("The Danish coastguards were thrown back on Monday.")


def test_fighting_without_place_or_dead_dates_a_war(acts: Callable[[str], set[Act]]) -> None:
    """That fighting broke out is an act where its place or its dead are told."""
    assert not acts("The latest fighting broke out on 27 May.")


@pytest.mark.parametrize(
    "sentence",
    ["Around 20,000 Danish soldiers are deployed in the south.", "Three Danish ports are blockaded."],
)
def test_a_state_is_no_act(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A passive of the present tells how things are."""
    assert not acts(sentence)
