"""What a figure counts."""

import pytest

from detente.reading import read
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Norway puts the number of those uprooted at nearly 100,000.", (100_000, "displaced")),
        ("Norway puts the number of the dead at 2,000.", (2_000, "killed")),
        ("The rebels' strength is estimated at 3,000.", (3_000, "people")),
        ("Some 15,000 people are believed to have died.", (15_000, "killed")),
        ("Twelve prisoners died there on Monday.", (12, "killed")),
        ("Norway signed with fourteen armed groups.", (14, "other")),
    ],
)
def test_what_a_figure_counts(sentence: str, claim: tuple[float, str]) -> None:
    """The unit follows from the noun, from what befell those counted, or from the words before a bare number."""
    found = read(report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")).claims
    assert claim in {(c.value, c.unit) for c in found}
