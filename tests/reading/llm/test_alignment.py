"""Quotes are found where they stand, spaces and quotation marks aside, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading.llm.alignment import align, folded
from detente.reading.llm.sections import sections
from detente.reports import Dropped, Report, report_from_text

WORDS = st.sampled_from(
    ["Norway", "“never”", "Denmark’s", "army,", "it's", "«no»", "truce", "30", "«", "—", "\u00a0", "\n"]
)


def found(quote: str, report: Report) -> str | None:
    for section in sections(report):
        span = align(quote, section, report)
        if span:
            return report.text[slice(*span)]
    return None


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_what_was_copied_is_found(words, data):
    """A stretch of whole words is found with its own characters, however its spaces and quotation marks look."""
    report = report_from_text(" ".join(words))
    parts = sections(report)
    if not parts:
        return
    there = parts[0].text.split()
    start = data.draw(st.integers(0, len(there) - 1))
    end = data.draw(st.integers(start + 1, len(there)))
    copied = " ".join(there[start:end])
    changed = data.draw(
        st.sampled_from([copied, copied.replace("’", "'"), copied.replace("“", '"').replace(" ", "\n ")])
    )
    stretch = found(changed, report)
    assert stretch is not None
    assert folded(stretch)[0] == folded(changed.strip())[0]
    assert stretch in report.text


@settings(deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_whatever_is_found_stands_there(text, quote):
    """In any text any quote is either an equal stretch of it or nothing."""
    report = report_from_text(text)
    stretch = found(quote, report)
    assert stretch is None or folded(stretch)[0] == folded(quote.strip())[0]


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_the_places(text):
    """Every character of the folded text comes from its place in the given one, and folding again changes nothing."""
    plain, places = folded(text)
    assert len(plain) == len(places)
    assert places == sorted(set(places))
    assert all(a == text[i] or a in " '" for a, i in zip(plain, places, strict=True))
    assert folded(plain)[0] == plain


TEXT = "Norway said on Monday that it “will never\naccept” the ceasefire. Denmark was silent."


@pytest.mark.parametrize(
    ("quote", "stretch"),
    [
        ("it “will never\naccept” the ceasefire", "it “will never\naccept” the ceasefire"),
        ("it \"will never accept' the ceasefire", "it “will never\naccept” the ceasefire"),
        (" said on Monday ", "said on Monday"),
        ("the ceasefire. Denmark was", "the ceasefire. Denmark was"),
        ("Norway said that it", None),
        ("Norway said ... it", None),
        ("norway said on Monday", None),
        ("the cease", None),
        ("day that it", None),
        ("", None),
        (" \n", None),
        ("Norway accepts the ceasefire", None),
    ],
)
def test_quotes(quote, stretch):
    """Whole words in one piece, their letters as they are."""
    assert found(quote, report_from_text(TEXT)) == stretch


def test_the_exact_stretch_goes_first():
    """Where a text has both, the stretch with the same quotation marks is taken."""
    report = report_from_text("He said “no deal” once. He said 'no deal' twice.")
    assert found("'no deal'", report) == "'no deal'"


def test_nothing_outside_the_report():
    """A part that was dropped is neither quoted nor quoted across."""
    text = "Norway refused the truce.\nPhoto: Somebody\nDenmark was silent."
    report = Report("", None, None, None, "", text, ((0, 25), (42, 61)), (Dropped(26, 41, "caption"),))
    assert found("Photo: Somebody", report) is None
    assert found("refused the truce. Denmark was silent.", report) is None
    assert found("Denmark was silent.", report) == "Denmark was silent."
