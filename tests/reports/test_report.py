"""What a report is, and that the docs name every form and reason."""

from pathlib import Path

import pytest

from detente.reports import REASONS, SUFFIXES, Dropped, report_from_text

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "files.md").read_text()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_of_file_is_documented(suffix: str) -> None:
    """Its row says what is taken and what the limits are."""
    assert any(suffix in line.split("|")[1] for line in PAGE.splitlines() if line.startswith("|"))


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_documented(reason: str) -> None:
    """In the same words as in the code."""
    assert f"| `{reason}` | {REASONS[reason]} |" in PAGE


def test_stretches_outside_and_inside_the_text() -> None:
    """One from the page around the text brings its characters; one of the text is a span and no longer kept."""
    text = "Talks began.\n\nThe old town hall."
    report = report_from_text(text, outside=(Dropped(0, 0, "menu", "Home"), Dropped(14, 32, "caption")))
    assert [(report.dropped_text(part), part.reason) for part in report.dropped] == [
        ("Home", "menu"),
        ("The old town hall.", "caption"),
    ]
    assert [text[start:end] for start, end in report.kept] == ["Talks began."]
