"""Talks told by a verb of meeting, calling or travel."""

from collections.abc import Callable

import pytest

Act = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The premier of Norway flew to Copenhagen for talks on Monday.", ("CONSULT", "Denmark", "Norway")),
        ("The Swedish envoy went to Oslo and saw the foreign minister.", ("CONSULT", "Norway", "Sweden")),
        ("The envoys of Norway and Denmark saw each other at Stockholm.", ("CONSULT", "Denmark", "Norway")),
        ("The presidents of Norway and Sweden spoke by telephone.", ("CONSULT", "Norway", "Sweden")),
        ("The Swedish president spoke by telephone with the president of Denmark.", ("CONSULT", "Denmark", "Sweden")),
        ("The Swedish foreign minister discussed the truce with the Danish premier.", ("CONSULT", "Denmark", "Sweden")),
        ("In a phone call with the Danish premier, the Swedish envoy offered help.", ("CONSULT", "Denmark", "Sweden")),
    ],
)
def test_reads_talks_of_two(acts: Callable[[str], set[Act]], sentence: str, act: Act) -> None:
    """Whoever saw, called or visited somebody held talks with them."""
    assert act in acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bishop of Ribe arrived in Oslo on Monday.",
        "The exiled poet, who lives in the Danish city of Ribe, is travelling to Stockholm.",
        "Finland mediated the talks, and Sweden hosted them.",
        "The Swedish king telephoned his congratulations to the Danish president.",
    ],
)
def test_who_travels_or_lives_somewhere_has_met_nobody(acts: Callable[[str], set[Act]], sentence: str) -> None:
    """A capital that somebody goes to is a place unless they go there to talk."""
    assert not {act for act in acts(sentence) if act[0] == "CONSULT" and act[1:] != ("Denmark", "Norway")}
