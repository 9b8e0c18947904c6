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
        ("Danish forces were driven out of Moss in September last year.", ("ASSAULT", None, "Denmark")),
        ("Protesters in Ribe called for better protection on Monday.", ("PROTEST", None, None)),
        ("Some 2,000 opposition supporters demonstrated on Sunday.", ("PROTEST", None, None)),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The war began in 1995, and it has killed 30,000 people.",
        "Denmark said at the time that 44 of its soldiers had been killed.",
        "The Danish army has been flying in tents and fuel since Monday.",
        "Holm held her last rally in Ribe on Monday.",
        "Denmark must start talks and begin to release Norwegian prisoners.",
        "The Danish front has launched no attacks since Monday.",
    ],
)
def test_counts_and_duties_are_no_acts(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A toll, an army's own supplies, a rally of a candidate and what must be done are no acts."""
    assert not acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 380 people, most of them Danes, have been killed since the uprising began in late May.",
        "Norway has killed more than 600 people since 2011, official figures show.",
        "Three Danish officers were killed on Monday when their helicopter crashed into the sea.",
        "Four Danish soldiers were killed in an avalanche on Monday.",
    ],
)
def test_the_dead_of_years_and_of_accidents_were_not_attacked(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A count of the dead since a day, and a crash, tell of no attack."""
    assert not {act for act in acts(sentence) if act[0] == "ASSAULT"}


def test_soldiers_killed_on_a_day_were_attacked(acts: Callable[[str], set[Act]]) -> None:
    """Whoever is killed by the other side is told of as before."""
    assert ("ASSAULT", "Norway", "Denmark") in acts("Norwegian troops killed four Danish soldiers on Monday.")
