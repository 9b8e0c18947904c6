"""Requests: whom they are made of, and which are acts."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

NAMES = {"Arland": "Arland", "Borland": "Borland", "Corland": "Corland", "Security Council": "United Nations"}


def requests(sentence: str) -> set[tuple[str | None, str | None]]:
    entries = read(report_from_text(sentence, date="2025-06-03"), names=NAMES)
    return {(event.actor, event.recipient) for event in entries.events if event.type == "REQUEST"}


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("Arland urged Borland and Corland to stop the shelling.", {("Arland", "Borland"), ("Arland", "Corland")}),
        ("Arland asked Borland for more missiles.", {("Arland", "Borland")}),
        ("Arland pleaded with Borland to hold the line.", {("Arland", "Borland")}),
        ("Arland formally asked Borland to send the fugitive home.", {("Arland", "Borland")}),
        ("Arland turned to the Security Council on Friday.", {("Arland", "United Nations")}),
        (
            "The Security Council called on Arland to leave the port and on Borland to open it.",
            {("United Nations", "Arland"), ("United Nations", "Borland")},
        ),
        ("Arland sought the mediation of the Security Council.", {("Arland", "United Nations")}),
        ("Arland sent troops to the island at the request of Borland.", {("Borland", "Arland")}),
        ("Arland sent troops to the island at Borland's request.", {("Borland", "Arland")}),
    ],
)
def test_acts_of_asking(sentence: str, pairs: set[tuple[str, str]]) -> None:
    """A plea, a call for help, a formal request, one to several or to a body is an act."""
    assert requests(sentence) == pairs


@pytest.mark.parametrize(
    "sentence",
    [
        "Arland called on Borland to leave the valley.",
        "Arland called the Borland offer a joke.",
        "Neither Arland nor Borland has asked the Security Council.",
        "Nobody in Arland asked the Security Council to come.",
        "Arland turned down the Borland offer.",
        "Arland asked for 36 million dollars in aid to Borland.",
        "Arland asked the Security Council whether it would meet.",
    ],
)
def test_no_acts_of_asking(sentence: str) -> None:
    """What one party wants of the other is a position, and other uses of the same verbs are no requests."""
    assert not requests(sentence)
