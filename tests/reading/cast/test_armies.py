"""An army that negotiates for itself, in the place of its state."""

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse

TOLD = (
    "Norway's army and the Ardan Front signed a truce in Stockholm.",
    "The Ardan Front said the army had shelled its positions.",
    "The army denied it.",
    "The Ardan Front took two towns in Norway.",
)


def test_an_army_without_a_government_is_the_party() -> None:
    """Where nothing is said of a government, the army is who fights and signs."""
    found = cast_of(parse(TOLD))
    assert (found.pair, found.home) == (("Ardan Front", "Norway army"), "Norway army")


def test_the_army_of_a_government_is_its_state() -> None:
    """One word of the government, and the army acts for the state."""
    found = cast_of(parse([*TOLD, "The government wants talks."]))
    assert (found.pair, found.home) == (("Ardan Front", "Norway"), "Norway")
