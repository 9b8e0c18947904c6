"""What came of a meeting: what was agreed on, and what was not."""

import pytest

from detente.reading.meetings.outcomes import agreed_issues
from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("They did not agree on prisoners.", "no_agreement"),
        ("They agreed on nothing.", "no_agreement"),
        ("They were unable to agree on a ceasefire.", "no_agreement"),
        ("They did not agree on prisoners but agreed on a ceasefire.", "agreement"),
        ("They agreed on a ceasefire but failed to agree on prisoners.", "agreement"),
        ("They agreed on nothing except a ceasefire.", "agreement"),
    ],
)
def test_what_was_not_agreed_is_no_outcome(sentence: str, outcome: str) -> None:
    """What the sides failed to agree on is no agreement, and no part of one on something else."""
    text = f"{BACKGROUND}\n\nNorway and Denmark met in Oslo on 2 June. {sentence}"
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [r.outcome for r in entries.rounds] == [outcome]
    assert {i for r in entries.rounds for i in r.agreed} == ({"ceasefire"} if outcome == "agreement" else set())
    assert any(e.type == "AGREE" for e in entries.events) == (outcome == "agreement")


@pytest.mark.parametrize(
    "sentence",
    ["Norway and Denmark have not agreed on a ceasefire.", "Norway and Denmark would have signed a truce on 2 June."],
)
def test_an_agreement_not_reached_is_no_event(sentence: str) -> None:
    """Without an agreement there is neither a signing nor a meeting."""
    entries = read(report_from_text(f"{BACKGROUND}\n\n{sentence}", date="2025-06-03"))
    assert not entries.events
    assert not entries.rounds


@pytest.mark.parametrize("what", ["announced a ceasefire", "signed the accord", "reached an agreement"])
def test_what_neither_side_did_is_no_agreement(what: str) -> None:
    """Nothing is agreed, accepted or done where neither side did it."""
    text = f"{BACKGROUND}\n\nThe talks between Norway and Denmark broke off on Monday. Neither side {what}."
    entries = read(report_from_text(text, date="2025-06-03"))
    assert [(r.outcome, r.agreed) for r in entries.rounds] == [("collapse", ())]
    assert {event.type for event in entries.events} <= {"CONSULT", "REJECT"}
    assert entries.positions == ()


def test_how_an_agreement_came_about_is_not_what_it_is_on() -> None:
    """Talks and mediation that led to a truce are no agreement on the format of talks."""
    assert agreed_issues("A ceasefire was reached after nine days of talks under Swedish mediation.") == ["ceasefire"]
    assert agreed_issues("They agreed to hold a further round of talks in May.") == ["format"]
