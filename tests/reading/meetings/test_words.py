"""Which words tell of a meeting or a signing."""

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text

BACKGROUND = "Norway and Denmark are at war. Norway fights Denmark."


def test_a_chronicle_agrees_in_the_present() -> None:
    """In a chronicle "agree" tells of what was agreed on."""
    lines = "\n".join(
        ["1 May 2025 - Rain.", "3 May 2025 - Norway and Denmark agree on a ceasefire in Oslo.", "4 May 2025 - A car."]
    )
    found = read(report_from_text(f"{BACKGROUND}\n\n{lines}\n6 May 2025 - Wind.", date="2025-06-03"))
    assert [(r.date, r.outcome) for r in found.rounds] == [("2025-05-03", "agreement")]
