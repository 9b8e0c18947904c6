"""Sentences with exact spans."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reports import report_from_text, sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(report_from_text(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Example met Gen. Smith at 4 p.m. on Friday in Oslo.", 1),
        ("U.S. President Rudolf spoke. The E.U. welcomed it.", 2),
        ('"We will not sign," he said. "Never."', 2),
        ("They met at 4 p.m. The talks failed.", 2),
        ("Will it hold? Nobody knows! So far, it does.", 3),
        ("The figure was 1.5 million. It had been 3.2 in May.", 2),
        ("1. The parties met. 2. They parted.", 2),
        ("He spoke to J. Smith of the No. 10 committee.", 1),
    ],
)
def test_ends(text: str, count: int) -> None:
    """Abbreviations, initials, numbers and quotes do not mislead."""
    assert len(texts(text)) == count


def test_dateline_stands_apart() -> None:
    """The place and date before the first sentence are no part of it."""
    assert texts("Truce\n\nOSLO, June 2, 2025 - Both sides kept quiet.")[1:] == [
        "OSLO, June 2, 2025 -",
        "Both sides kept quiet.",
    ]


def test_hard_wrapped_lines_are_one_sentence() -> None:
    """A long line that runs on into the next belongs to the same sentence; a heading does not."""
    assert len(texts("The two delegations met for three hours in the old town hall\nand parted without a word.\n")) == 1
    assert len(texts("What divides them\nthe guns and the king, one hears.\n")) == 2


def test_parts() -> None:
    """Headline and standfirst are marked, paragraphs counted."""
    stand = "It was meant to bring peace, but it might have had the opposite effect."
    body = "The two delegations met for three hours in the old town hall on Monday and agreed to meet again in a week."
    parts = [
        (s.part, s.paragraph) for s in sentences(report_from_text(f"Truce holds\n\n{stand}\n\n{body}\n\n{body} Yes."))
    ]
    assert parts[:3] == [("headline", 0), ("standfirst", 1), ("body", 2)]


@given(st.text(max_size=400))
def test_spans_are_exact(text: str) -> None:
    """Each sentence is exactly its stretch of the text, inside a kept span, in order."""
    report = report_from_text(text)
    found = sentences(report)
    assert all(report.text[s.start : s.end] == s.text for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(any(a <= s.start and s.end <= b for a, b in report.kept) or "\n" in s.text for s in found)
