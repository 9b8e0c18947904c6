"""Sections hold every sentence whole, fit, overlap, and know where each character comes from."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading.llm.sections import SECTION, sections
from detente.reports import report_from_text, sentences

TEXTS = st.lists(
    st.sampled_from(["Norway spoke at length.", "Denmark left.", "\n\n", "No!", "x" * 70 + "."]), max_size=40
)


@settings(deadline=None)
@given(TEXTS.map(" ".join), st.integers(1, 200), st.integers(0, 3))
def test_sections_cover_the_report(text, size, overlap):
    """Every sentence is in a section; none is cut; a section is too long only where one sentence is."""
    report = report_from_text(text)
    spans = [(s.start, s.end) for s in sentences(report)]
    parts = sections(report, size=size, overlap=overlap)
    assert {span for part in parts for span in part.sentences} == set(spans)
    for part in parts:
        assert len(part.text) <= size or len(part.sentences) == 1
        assert len(part.text) == len(part.origin)
        assert all(c == report.text[i] or c in " \n" for c, i in zip(part.text, part.origin, strict=True))
    firsts = [part.sentences[0] for part in parts]
    assert firsts == sorted(set(firsts))


@settings(deadline=None)
@given(st.integers(8, 40))
def test_two_sentences_in_a_row_are_in_one_section(number):
    """An entry that rests on two sentences finds both in some section."""
    report = report_from_text(" ".join(f"Norway spoke {n} times." for n in range(number)))
    spans = [(s.start, s.end) for s in sentences(report)]
    parts = sections(report, size=80)
    assert len(parts) > 1
    for pair in pairwise(spans):
        assert any(set(pair) <= set(part.sentences) for part in parts)


def test_a_news_report_is_one_section():
    """Nothing is cut that need not be."""
    report = report_from_text("Norway spoke at length about the truce. " * 150)
    assert len(report.text) < SECTION
    assert len(sections(report)) == 1
