"""What an answer without an issue of its own is about."""

from detente.reading import read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_the_subject_of_the_sentence_before_is_meant_by_the_demand() -> None:
    """An answer without an issue of its own takes that of the demand before it."""
    text = "Norway and Denmark met. Norway demanded an unconditional ceasefire. Denmark rejected the demand."
    assert ("Denmark", "ceasefire", "rejects") in positions(text)
