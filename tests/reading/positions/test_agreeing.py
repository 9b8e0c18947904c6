"""Who has agreed with whom."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def agreements(text: str) -> set[tuple[str | None, str | None]]:
    return {(e.actor, e.recipient) for e in read(report_from_text(text, date="2025-06-03")).events if e.type == "AGREE"}


@pytest.mark.parametrize(
    "text",
    [
        "Denmark agreed to the plan of the mediators.",
        "Denmark has agreed to observers.",
        "Denmark accepted the offer.",
    ],
)
def test_one_side_alone_has_no_agreement(text: str) -> None:
    """What it accepts is a position."""
    assert not agreements(f"Norway and Denmark met in Oslo. {text}")


@pytest.mark.parametrize("text", ["Denmark agreed a truce with Norway.", "Both agreed to a truce."])
def test_two_sides_agree(text: str) -> None:
    """By name, or as both."""
    assert ("Denmark", "Norway") in agreements(f"Norway and Denmark met in Oslo. {text}")


def test_three_sides_agree_two_by_two() -> None:
    """An accord of three is one of every two of them."""
    text = (
        "Norway, Denmark and Sweden signed a truce in Oslo on Monday. The three parties agreed to free all prisoners."
    )
    assert agreements(text) == {("Denmark", "Norway"), ("Denmark", "Sweden"), ("Norway", "Sweden")}
    holders = {p.party for p in read(report_from_text(text)).positions if p.issue == "prisoners"}
    assert holders == {"Denmark", "Norway", "Sweden"}
