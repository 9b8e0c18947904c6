"""Who speaks in a transcript."""

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_a_label_says_who_speaks() -> None:
    """In a transcript "we" is whoever stands before the colon."""
    text = "Norway and Denmark took questions.\n\nMinister of Norway: We demand the release of all prisoners."
    assert ("Norway", "prisoners", "demands") in positions(text)
