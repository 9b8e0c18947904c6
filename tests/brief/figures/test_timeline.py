"""The timeline."""

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from detente.brief.figures import Mark, timeline_figure
from detente.brief.figures.timeline import TALKS


def marks(dates: Sequence[str], lane: str = "Xland") -> list[Mark]:
    return [Mark(n, date, lane, "pressure", f"event {n}", f"entry-{n}") for n, date in enumerate(dates, 1)]


def links(svg: str) -> list[str]:
    return [a.get("href", "") for a in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}a")]


def test_nothing_dated_gives_no_figure() -> None:
    """Without a date there is nothing to draw."""
    assert timeline_figure([]) is None


def test_each_mark_is_drawn_once_and_leads_to_its_sentence() -> None:
    """Both layouts have one link per event."""
    figure = timeline_figure(marks(["2025-05-16", "2025-06-01", "2025-06-01"]))
    assert figure is not None
    for layout in (figure.wide, figure.narrow):
        assert sorted(links(layout)) == ["#entry-1", "#entry-2", "#entry-3"]


def test_dates_of_talks_are_kept_where_not_all_fit() -> None:
    """Of many dates the talks stay, and the figure says how many are left out."""
    many = [
        *marks([f"2024-{m:02}-{d:02}" for m in range(1, 13) for d in (1, 15)]),
        Mark(99, "2020-01-01", TALKS, "talks", "round"),
    ]
    figure = timeline_figure(many)
    assert figure is not None
    assert "1 Jan 2020" in figure.narrow
    assert ">2020<" in figure.wide
    assert "12 more dates are in the list only" in figure.wide
    assert "list only" not in figure.narrow


def test_lanes_that_do_not_fit_become_others() -> None:
    """A phone has room for the busiest actors; nobody's event is lost."""
    many = [Mark(n, "2025-01-01", f"Party {n}", "words", "said", f"e{n}") for n in range(12)]
    figure = timeline_figure(many)
    assert figure is not None
    assert "Others" in figure.narrow
    assert len(links(figure.narrow)) == len(links(figure.wide)) == 12


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("2025-06-01", "2025-06-02", "1 day"),
        ("2025-05-16", "2025-06-01", "2 weeks"),
        ("2022-05", "2025-05-16", "3 years"),
        ("2025-01", "2025-02-03", "1 month"),
        ("2025-01", "2025-01-03", None),
    ],
)
def test_time_between_dates_is_written(before: str, after: str, gap: str | None) -> None:
    """Days, weeks, months or years; nothing where the dates are too vague."""
    figure = timeline_figure(marks([before, after]))
    assert figure is not None
    assert (f"{gap} later" in figure.narrow) if gap else ("later" not in figure.narrow)


def test_impossible_day_is_no_error() -> None:
    """A case edited by hand may have a 31st of June."""
    assert timeline_figure(marks(["2025-06-31", "2025-07-01"])) is not None
