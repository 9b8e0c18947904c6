"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading import read
from detente.reading.figures import find_figures
from detente.reports import report_from_text


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("over 470 drones", ">", 470, ""),
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
    ("sentence", "unit", "value", "source", "status"),
    [
        ("The shelling killed 12 people and wounded another sixty.", "killed", 12, None, "stated"),
        ("Norway said 40 soldiers had been killed.", "killed", 40, "Norway", "attributed"),
        ("According to Norway, the raid caused $7 billion in damage.", "USD", 7e9, "Norway", "attributed"),
        ("The attack reportedly took 18 months to plan.", "months", 18, None, "hedged"),
        ("Norway repeated its demand for a 30-day ceasefire.", "days", 30, "Norway", "attributed"),
        ("The talks lasted two weeks.", "days", 14, None, "stated"),
    ],
)
def test_claims(sentence: str, unit: str, value: float, source: str | None, status: str) -> None:
    """What a figure counts, who says so, and how sure they are."""
    claims = read(report_from_text(sentence, date="2025-06-03")).claims
    match = [c for c in claims if c.unit == unit]
    assert [(c.value, c.source, c.status) for c in match] == [(value, source, status)]
