"""Stances that a sentence lends from the one before."""

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

MET = "Norway and Denmark met in Oslo. "


def test_a_condition_is_no_echo() -> None:
    """What somebody would have to do is not done; without the condition it is."""
    supposed = read(
        report_from_text(f"{MET}Denmark would accept observers if Norway does the same.", date="2025-06-02")
    )
    assert {p.party for p in supposed.positions if p.stance == "accepts"} == {"Denmark"}
    done = read(report_from_text(f"{MET}Denmark accepts observers from Sweden. So does Norway.", date="2025-06-02"))
    assert {p.party for p in done.positions if p.stance == "accepts"} == {"Denmark", "Norway"}


def test_who_asks_for_a_seat_is_not_at_the_talks() -> None:
    """No meeting and no talks of the one that asks."""
    text = f"{MET}Sweden insists on a truce before any withdrawal of Danish troops and demands a seat at the talks."
    found = read(report_from_text(text, date="2025-06-02"))
    assert not [e for e in found.events if e.type == "CONSULT" and "Sweden" in (e.actor, e.recipient)]
