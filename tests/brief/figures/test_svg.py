"""Elements of SVG."""

import itertools
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.figures import svg

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80)


@given(TEXTS, st.floats(20, 400))
def test_fit_never_exceeds_its_room(text: str, width: float) -> None:
    """What was fitted is no wider than its room, or is the ellipsis alone."""
    fitted = svg.fit(text, width)
    assert svg.text_width(fitted) <= width or fitted == "…"


@given(TEXTS, st.floats(20, 400), st.integers(1, 4))
def test_wrap_keeps_to_width_and_lines(text: str, width: float, most: int) -> None:
    """No line is too wide and there are no more of them than asked for."""
    lines = svg.wrap(text, width, most=most)
    assert len(lines) <= most
    assert all(svg.text_width(line) <= width or line == "…" for line in lines)


@given(TEXTS)
def test_wrap_loses_nothing_where_there_is_room(text: str) -> None:
    """Lines joined again are the text, white space aside."""
    assert " ".join(svg.wrap(text, 1e6)).split() == text.split()


@given(st.floats(-5, 5), st.floats(0.001, 10))
def test_ticks_cover_their_range_evenly(low: float, reach: float) -> None:
    """Ticks are few, evenly spaced, and enclose the range."""
    ticks = svg.ticks(low, low + reach)
    assert ticks[0] <= low + 1e-9
    assert ticks[-1] >= low + reach - 1e-9
    assert 2 <= len(ticks) <= 12
    steps = [b - a for a, b in itertools.pairwise(ticks)]
    assert max(steps) == pytest.approx(min(steps), rel=1e-6)


@given(TEXTS, TEXTS)
def test_element_escapes_text_and_attributes(content: str, label: str) -> None:
    """Any text survives as text."""
    made = svg.link("x", label, svg.text(0, 0, content))
    (title, text) = ElementTree.fromstring(made)
    assert ElementTree.fromstring(made).get("aria-label", "").split() == label.split()
    assert (title.text or "").split() == label.split()
    assert (text.text or "").split() == content.split()


def test_link_without_a_target_is_no_link() -> None:
    """A mark whose sentence is not at hand is not clickable."""
    assert svg.link(None, "a strike").startswith("<g>")


def test_key_breaks_into_rows() -> None:
    """A key that is too long for a phone takes another row."""
    items = [(lambda x, y: svg.circle(x, y, 3, "dot"), "a rather long label")] * 4
    assert svg.key(items, 10, 900)[1] == 10
    assert svg.key(items, 10, 200)[1] == 10 + 3 * 22
