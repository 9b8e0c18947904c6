"""States that no table knows, brought in by the report itself."""

import pytest

from detente.reading.cast import cast_of
from detente.reading.cast.realms import learn_realms
from detente.reading.grammar.parser import parse
from detente.reading.who.mentions import Cast


def states(text: str) -> set[str]:
    cast = Cast()
    learn_realms(cast, text)
    return cast.states


@pytest.mark.parametrize(
    "text",
    [
        "The army of Arlandia shelled the town.\nArlandian troops then moved in.",
        "Arlandia's government said it would sign.\nThe king of Arlandia agreed.",
        "Troops crossed into Arlandia on Sunday.\nThe Arlandian government protested.",
        "Arlandia on Monday refused to talk.\nThe Arlandian army said it had lost a drone.",
        "The Republic of Arlandia was founded late.\nMany Arlandians left.",
    ],
)
def test_a_state_is_learned_by_what_states_have(text: str) -> None:
    """An army, a government or a king of its own, told of twice or with its adjective, make a state."""
    assert states(text) == {"Arlandia"}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Halden University spoke.\nHalden students cheered.",
        "The Christian government of the day fell.\nChristina left.",
        "The mayor of Halden met the army of volunteers.\nHalden is a town.",
        "The Norwegian government and the king of Norway agreed.",
        "The government of Rudolf Elf resigned.",
    ],
)
def test_towns_people_and_known_states_are_not(text: str) -> None:
    """Universities, beliefs, towns, persons and states of the table are no new states."""
    assert states(text) == set()


def test_the_government_is_that_of_the_state_that_the_report_brings_in() -> None:
    """Neither the host of the talks nor the only state of the table is meant by "the government"."""
    cast = cast_of(
        parse(
            [
                "The army of Arlandia shelled villages held by the Ardan Front.",
                "The two sides signed a truce in Oslo with the help of Norway.",
                "The Ardan Front said the government had broken it.",
                "Norway's foreign minister invited both sides to Oslo.",
                "The Arlandian army denied it.",
            ]
        )
    )
    assert (cast.home, cast.group, cast.mediators) == ("Arlandia", "Ardan Front", ("Norway",))
