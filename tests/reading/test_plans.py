"""Plans speak for their authors."""

from detente.reading import read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


def test_a_plan_speaks_for_its_author() -> None:
    """What a plan gives is proposed by whoever brought it."""
    text = "Norway and Denmark met. Norway presented a plan on Monday. Under the plan all prisoners would go home."
    assert ("Norway", "prisoners", "proposes") in positions(text)
