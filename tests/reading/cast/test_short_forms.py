"""Short forms of bodies that a report names in full."""

from detente.reading.cast import cast_of
from detente.reading.grammar.parser import parse
from detente.reading.who.mentions import Cast


def cast(*sentences: str) -> Cast:
    return cast_of(parse(sentences))


def test_short_forms_of_bodies() -> None:
    """One body alone with that noun is meant by it; with a second one in the text nobody is."""
    one, again = "The International Criminal Court waits.", "Then the court tried Anna."
    assert cast(one, again).learned.get("the court") == "International Criminal Court"
    assert "the court" not in cast(one, "The Supreme Court of Norway waits.", again).learned
