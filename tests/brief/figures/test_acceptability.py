"""Bars of joint acceptability."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.figures import Accepted, Joint, acceptability_figure

SERIES = ("only those at the table deliver", "the absent may deliver", "the absent deliver too")


def package(n: int, *shares: float, error: float = 0.004) -> Accepted:
    return Accepted(n, f"aid: <{n}>", tuple(Joint(share, error) for share in shares), f"acceptable-{n}")


def widths(drawing: str) -> list[float]:
    root = ElementTree.fromstring(drawing)
    links = list(root.iter("{http://www.w3.org/2000/svg}a"))
    return [float(e.get("width", 0)) for a in links for e in a if (e.get("class") or "").startswith("accepted")]


def test_no_package_gives_no_figure() -> None:
    """There is nothing to accept."""
    assert acceptability_figure(SERIES, []) is None


@given(st.lists(st.tuples(*[st.floats(0, 1)] * 3), min_size=1, max_size=8))
def test_bars_are_as_long_as_the_shares(shares: list[tuple[float, float, float]]) -> None:
    """Lengths are in proportion, in both layouts; what is too short to be seen is a line."""
    figure = acceptability_figure(SERIES, [package(n, *each) for n, each in enumerate(shares, 1)])
    assert figure is not None
    flat = [share for each in shares for share in each]
    for layout in (figure.wide, figure.narrow):
        drawn = widths(layout)
        assert len(drawn) == len(flat)
        most = max(range(len(flat)), key=lambda n: flat[n])
        if flat[most] > 0.05:
            unit = drawn[most] / flat[most]
            assert drawn == pytest.approx([max(share * unit, 1.0) for share in flat], abs=0.2)


def test_errors_links_and_title(
    marks: Callable[..., int], links: Callable[..., list[str]], sound: Callable[..., None]
) -> None:
    """A whisker where the share is above nothing; the title gives the best, and what cannot be told from it."""
    figure = acceptability_figure(SERIES, [package(1, 0, 0.2, 0.5), package(2, 0, 0.2, 0.495), package(3, 0, 0.1, 0.3)])
    assert figure is not None
    sound(figure)
    assert marks(figure.wide, "whisker") == 3 * 6
    assert links(figure.narrow) == ["#acceptable-1", "#acceptable-2", "#acceptable-3"]
    assert figure.title == (
        "The most acceptable package holds in 50% of draws if the absent deliver too, in 0% if only those at the table "
        "deliver; one other cannot be told from it"
    )
    assert figure.rows[3] == (1, "aid: <1>", "the absent deliver too", 0.5, 0.004)


def test_nothing_acceptable_is_said() -> None:
    """No share above nothing."""
    figure = acceptability_figure(("everyone delivers",), [package(1, 0.0)])
    assert figure is not None
    assert figure.title == "None of one package is acceptable to all sides in any draw"
