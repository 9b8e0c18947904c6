"""What belongs to a predicate, and which items it has."""

import pytest

from detente.reading.grammar.parser import parse
from detente.reading.positions.regions import enumerated, region_of


def items(text: str) -> list[str]:
    doc = parse([text])[0]
    verb = next(t for t in doc if t.text in ("agreed", "undertook", "promised"))
    return [" ".join(t.text for t in item).rstrip(" ,.") for item in enumerated(verb, region_of(verb))]


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("They agreed to set up a body, to exchange prisoners and to reopen the road.", ["set", "exchange", "reopen"]),
        ("They agreed to a truce, to a swap and to talks.", ["a", "a", "talks"]),
        ("It promised not to recruit minors and not to lay mines.", ["recruit", "lay"]),
        ("They undertook to stop firing, and also to leave the town.", ["stop", "leave"]),
    ],
)
def test_every_infinitive_is_an_item(text: str, firsts: list[str]) -> None:
    """Wherever the tree hangs those after the first."""
    assert [item.split()[0] for item in items(text)] == firsts


@pytest.mark.parametrize(
    "text",
    ["They agreed to meet.", "They agreed to send observers to Oslo.", "They agreed on a truce.", "They agreed."],
)
def test_one_item_is_no_list(text: str) -> None:
    """A single infinitive, a place or a noun."""
    assert not items(text)
