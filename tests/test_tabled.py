"""Results as tables."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.tabled import MOST, Tabled


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    name: str
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Result(Tabled):
    """A result with single fields and rows."""

    title: str
    rows: tuple[Row, ...] = ()
    more: Any = None


def cells(html: str) -> list[str]:
    """Return the texts of all cells."""
    return [unescape(text) for text in re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL)]


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=30))
def test_every_text_is_shown_and_none_is_markup(title: str, names: list[str]) -> None:
    """Escaped; rows beyond the limit are counted."""
    html = Result(title, tuple(Row(name) for name in names))._repr_html_()
    assert not re.findall(r"<(?!/?(?:table|tr|td|th|thead|tbody|caption|p|strong)\b)", html)
    assert (title or "–") in cells(html)
    shown = [name for name in names[:MOST] if any(names)]
    assert all(name in cells(html) for name in shown if name)
    if len(names) > MOST:
        assert f"{len(names) - MOST} more not shown" in html


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        ((), "–"),
        (True, "yes"),
        (1 / 3, "0.333"),
        (1500.0, "1,500"),
        ({"a": 1, "b": (1, 2)}, "a: 1; b: 1; 2"),
        (frozenset({"b", "a"}), "a; b"),
        (Row("x", 2.0), "name x, amount 2"),
        (tuple(range(MOST + 3)), "; ".join(map(str, range(MOST))) + "; 3 more"),
        ("x" * 1000, "x" * 299 + "…"),
    ],
)
def test_a_value_is_said_in_one_line(value: Any, said: str) -> None:
    """What is not there is a dash; what is long is cut."""
    assert said in cells(Result("t", more=value)._repr_html_())


def test_a_column_without_any_value_is_left_out() -> None:
    """It would say nothing."""
    html = Result("t", (Row("a"), Row("b")))._repr_html_()
    assert "amount" not in html
    assert "amount" in Result("t", (Row("a"), Row("b", 1.0)))._repr_html_()
