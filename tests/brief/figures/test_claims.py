"""Figures side by side."""

import math
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.figures import Counted, Told, claims_figure


def counted(*values: float, comparator: str = "=") -> Counted:
    ends = {"=": (1.0, 1.0), "~": (0.9, 1.1), ">": (1.0, math.inf), "<": (-math.inf, 1.0)}[comparator]
    told = tuple(
        Told(v, comparator, *(v * end for end in ends), f"{v:g} jets", f"Source {n}", href=f"e{n}")  # type: ignore[arg-type]
        for n, v in enumerate(values)
    )
    return Counted("jets <hit>", "jets", len(set(values)) > 1, told)


def places(drawing: str) -> list[float]:
    dots = [e for e in ElementTree.fromstring(drawing).iter() if (e.get("class") or "").startswith("told")]
    return [float(e.get("cx", 0)) for e in dots if e.get("cx")]


def test_nothing_counted_twice_gives_no_figure() -> None:
    """There is nothing to hold a figure against."""
    assert claims_figure([]) is None


@given(st.lists(st.floats(0, 1e12).map(lambda x: round(x, 3)), min_size=2, max_size=9))
def test_places_follow_the_values(values: list[float]) -> None:
    """Larger figures stand farther right, by even steps or by steps of ten, and none outside the drawing."""
    figure = claims_figure([counted(*values)])
    assert figure is not None
    for layout, width in ((figure.wide, 920), (figure.narrow, 344)):
        found = places(layout)
        assert len(found) == len(values)
        assert found == sorted(found)
        assert found[0] >= 0
        assert found[-1] <= width


def test_figures_far_apart_are_told_apart() -> None:
    """Ten and ten thousand: a scale in steps of ten, and it says so."""
    figure = claims_figure([counted(10, 100, 10_000)])
    assert figure is not None
    a, b, c = places(figure.wide)
    assert b - a == pytest.approx((c - a) / 3, abs=0.2)
    assert "scale in steps of ten" in figure.wide


def test_title_names_the_widest_gap(sound: Callable[..., None]) -> None:
    """Of two things the one on which sources differ more times over; who says what."""
    figure = claims_figure([counted(90, 100), counted(13, 41)])
    assert figure is not None
    sound(figure)
    assert figure.title == "Sources differ most on jets <hit>: 13 jets (Source 0) against 41 jets (Source 1)"
    assert "jets &lt;hit&gt;" in figure.wide.lower()
    agreed = claims_figure([counted(5, 5)])
    assert agreed is not None
    assert agreed.title == "No two named sources differ on jets <hit>"


@pytest.mark.parametrize(("comparator", "arrows"), [("=", 0), ("~", 0), (">", 2), ("<", 2)])
def test_at_least_and_up_to_are_arrows(comparator: str, arrows: int, marks: Callable[..., int]) -> None:
    """A bound is no point, and neither is "about"."""
    figure = claims_figure([counted(5, 9, comparator=comparator)])
    assert figure is not None
    heads = [e for e in ElementTree.fromstring(figure.wide).iter() if e.get("class") == "told" and e.get("d")]
    assert len(heads) == arrows
    assert marks(figure.wide, "reach") == {"=": 0, "~": 6}.get(comparator, 2)
    assert marks(figure.narrow, "told open") == (2 if comparator == "~" else 0)


def test_a_denied_figure_is_crossed_out_and_decides_nothing(marks: Callable[..., int]) -> None:
    """It stays in the drawing and in the data, and out of band and title."""
    group = counted(13, 41, 900)
    told = (*group.told[:2], replace(group.told[2], denied=True))
    figure = claims_figure([replace(group, told=told)])
    assert figure is not None
    assert figure.title.endswith("13 jets (Source 0) against 41 jets (Source 1)")
    assert marks(figure.wide, "denied") == 1
    assert [row[-1] for row in figure.rows] == ["denied", "false", "false", "true"]


def test_of_very_many_the_ends_are_drawn() -> None:
    """The rest is counted."""
    figure = claims_figure([counted(*range(1, 31))])
    assert figure is not None
    assert len(places(figure.wide)) == 10
    assert "20 more between these are in the table only" in figure.wide
    assert len(figure.rows) == 31
