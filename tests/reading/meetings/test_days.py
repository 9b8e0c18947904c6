"""The day of a meeting that has none of its own in the text."""

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def rounds(sentence: str, date: str = "2025-06-03") -> list[tuple[str | None, str | None, str]]:
    report = report_from_text(f"{BACKGROUND}\n\n{sentence}", date=date)
    return [(r.date, r.place, r.outcome) for r in read(report).rounds]


def test_fresh_talks_have_the_day_of_the_report() -> None:
    """What has just come to a close, without a day of its own, is news of the day."""
    assert rounds("Talks between Norway and Denmark have come to a close in Geneva without an agreement.") == [
        ("2025-06-03", "Geneva", "no_agreement")
    ]
