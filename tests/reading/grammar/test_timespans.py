"""Stretches of time that say when something was, and those that are figures."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def durations(text: str) -> list[tuple[str, float, str]]:
    report = report_from_text(f"Norway and Denmark are at war.\n\n{text}", date="2025-06-03")
    return [(claim.comparator, claim.value, claim.unit) for claim in read(report).claims]


@pytest.mark.parametrize(
    "text",
    [
        "In the past ten days the army has advanced.",
        "Over the last two decades the movement has split.",
        "It is the worst clash in more than four years.",
        "Two years after they fought, the rivals met again.",
        "The rivals met again three months after the raid.",
        "The guns fell silent within two hours of each other.",
        "The envoy resigned in the first two weeks of January.",
    ],
)
def test_when_something_was_is_no_figure(text: str) -> None:
    """What places something in time counts nothing of record."""
    assert durations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce is to last three months.", ("=", 3, "months")),
        ("The talks ended after eleven days of haggling.", ("=", 11, "days")),
        ("Norway will withdraw within two weeks of the signing.", ("<", 14, "days")),
        ("The vote will be held six months after the signing.", ("=", 6, "months")),
        ("The war has lasted over six years.", (">", 6, "years")),
        ("The army will be rebuilt over six years.", ("=", 6, "years")),
    ],
)
def test_lengths_and_terms_are_figures(text: str, expected: tuple[str, float, str]) -> None:
    """How long talks, a war or a truce last, and the time that a plan gives, are figures."""
    assert durations(text) == [expected]
