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


def test_a_day_that_is_not_known_is_a_span_over_its_month_or_year() -> None:
    """It reaches over every date that falls into it, and over no other; the caption and the data say what is known."""
    figure = timeline_figure(marks(["2025-05", "2025-05-16", "2025-05-30", "2025-06-02", "2024"]))
    assert figure is not None
    root = ElementTree.fromstring(figure.wide)
    spans = [e for e in root.iter() if (e.get("class") or "").startswith("span pressure")]
    dates = [float(e.get("x", 0)) for e in root.iter() if e.get("class") == "when small" and e.get("y") == "14"]
    ends = sorted((float(e.get("x", 0)), float(e.get("x", 0)) + float(e.get("width", 0))) for e in spans)
    covered = [[n for n, x in enumerate(dates) if a < x < b] for a, b in ends]
    assert covered == [[0], [1, 2, 3]]
    assert "day not known" in figure.wide
    assert [row[2] for row in figure.rows[1:]] == ["month", "day", "day", "day", "year"]
    assert len(links(figure.narrow)) == 5


def test_dates_of_rounds_are_shaded_in_both_layouts() -> None:
    """One band per date with a round, and one in the key."""
    many = [Mark(n, f"2025-05-0{n}", TALKS, "talks", "round", f"e{n}", n != 2) for n in (1, 2, 3)]
    figure = timeline_figure(many)
    assert figure is not None
    assert figure.wide.count('class="round"') == figure.narrow.count('class="round"') == 3


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (
            ["2025-05-30", "2025-06-01", "2025-05-20", "2025-06"],
            "two acts of force or pressure in the week up to the last",
        ),
        ([], "no acts of force or pressure on record in the week up to the last"),
    ],
)
def test_title_counts_pressure_before_the_last_round(given: list[str], title: str) -> None:
    """Only what is known to the day is counted as of that week."""
    rounds = [
        Mark(90 + n, date, TALKS, "talks", "round", None, True) for n, date in enumerate(("2025-05-16", "2025-06-02"))
    ]
    figure = timeline_figure([*marks(given), *rounds])
    assert figure is not None
    assert figure.title == f"Two dates with rounds of talks between 16 May 2025 and 2 Jun 2025; {title}"


def test_title_without_a_round() -> None:
    """No round is no error."""
    figure = timeline_figure(marks(["2025-05-30", "2025-06-01"]))
    assert figure is not None
    assert figure.title == "No dated round of talks; two acts of force or pressure between 30 May 2025 and 1 Jun 2025"
