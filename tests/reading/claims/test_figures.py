"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.claims.figures import find_figures


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("over 470 drones", ">", 470, ""),
        ("to hand over 120 men", "=", 120, ""),
        ("turned over 40 bodies", "=", 40, ""),
        ("more than 1.2 million people", ">", 1_200_000, ""),
        ("a hundred drones", "=", 100, ""),
        ("four thousand two hundred men", "=", 4200, ""),
        ("twenty-seven months", "=", 27, ""),
        ("approximately $7 billion", "~", 7e9, "USD"),
        ("US$25 million", "=", 25e6, "USD"),
        ("three-quarters of them", "=", 0.75, "share"),
        ("a third of the fleet", "=", 0.333, "share"),
        ("one in three", "=", 0.333, "share"),
        ("68.7 percent", "=", 0.687, "share"),
        ("half a million people", "=", 500_000, ""),
        ("2 1/2 years", "=", 2.5, ""),
        ("7 000 people", "=", 7000, ""),
        ("12 or more ships", ">", 12, ""),
        ("nearly 3,800 dead", "<", 3800, ""),
        ("barely an hour", "<", 1, ""),
        ("ten thousand at the very most", "<", 10_000, ""),
        ("must not exceed 12 months", "<", 12, ""),
        ("no more than one division", "<", 1, ""),
        ("not fewer than 1,000 men", ">", 1000, ""),
        ("a six-month truce", "=", 6, ""),
    ],
)
def test_values(text: str, comparator: str, value: float, unit: str) -> None:
    """Value, comparator and unit of one number."""
    figure = find_figures(text)[0]
    assert (figure.comparator, figure.unit) == (comparator, unit)
    assert figure.value == pytest.approx(value, rel=1e-3)


def test_ranges_are_two_figures() -> None:
    """A range is at least its low end and at most its high end."""
    assert [(f.comparator, f.value) for f in find_figures("five to eight years")] == [(">", 5), ("<", 8)]
    assert [(f.comparator, f.value) for f in find_figures("between 100 and 500 men")] == [(">", 100), ("<", 500)]


@pytest.mark.parametrize("text", ["Article 5", "resolution 435", "an army", "U-2", "paragraph 4", "a day of talks"])
def test_names_with_numbers(text: str) -> None:
    """Articles, resolutions and names are no figures."""
    assert find_figures(text) == []


@given(st.integers(0, 999_999_999))
def test_digits_with_commas(number: int) -> None:
    """Any whole number with commas is read back."""
    assert [f.value for f in find_figures(f"There were {number:,} of them")] == [number]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("for an hour and a half", 1.5, ""),
        ("two and a half thousand people", 2500.0, ""),
        ("half a century of war", 50.0, "years"),
        ("a quarter of an hour", 15.0, "minutes"),
        ("the million Europeans", 1e6, ""),
        ("three out of ten", 0.3, "share"),
    ],
)
def test_halves_and_parts(text: str, value: float, unit: str) -> None:
    """A half belongs to the number or measure before it; a part of a measure is a length of its own."""
    assert [(f.value, f.unit) for f in find_figures(text)] == [(value, unit)]


def test_a_range_of_shares() -> None:
    """Read "six or seven out of ten" as two shares."""
    assert [(f.comparator, f.value) for f in find_figures("six or seven out of ten")] == [(">", 0.6), ("<", 0.7)]


@pytest.mark.parametrize(
    "text",
    ["15:30 Students gathered", "14.00 Talks begin", "at a quarter to ten", "at half past six", "ten minutes to five"],
)
def test_a_clock_time_is_no_figure(text: str) -> None:
    """Read "15:30" as a time of day."""
    assert find_figures(text) == []


@pytest.mark.parametrize(
    "text",
    ["the second half of the year", "in the first half of November", "the other half of it", "on the twenty-second"],
)
def test_a_part_of_a_period_is_no_share(text: str) -> None:
    """Halves of a year are dates, the other half is nobody's count, and an ordinal is none."""
    assert find_figures(text) == []
