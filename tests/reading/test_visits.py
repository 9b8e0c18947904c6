"""Talks told by a verb of meeting, calling or travel."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The premier of Norway flew to Copenhagen on Monday.", ("CONSULT", "Denmark", "Norway")),
        ("The presidents of Norway and Sweden spoke by telephone.", ("CONSULT", "Norway", "Sweden")),
        ("The Swedish president spoke by telephone with the president of Denmark.", ("CONSULT", "Denmark", "Sweden")),
        ("The Swedish foreign minister discussed the truce with the Danish premier.", ("CONSULT", "Denmark", "Sweden")),
        ("In a phone call with the Danish premier, the Swedish envoy offered help.", ("CONSULT", "Denmark", "Sweden")),
    ],
)
def test_reads_talks_of_two(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Whoever saw, called or visited somebody held talks with them."""
    assert act in acts(sentence)
