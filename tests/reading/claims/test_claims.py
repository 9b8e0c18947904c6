"""Figures of record: who says them, and what they count."""

import pytest

from detente.reading.reader import read_by_rules as read
from detente.reports import report_from_text


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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The attack killed 61 people and wounded 120.", {"killed 61 people", "120 wounded"}),
        ("At least 61 were killed and 120 wounded.", {"At least 61 killed", "120 wounded"}),
        ("The attack left 60 wounded and 10 dead.", {"left 60 wounded", "10 killed"}),
        ("Twelve men and women were killed.", {"Twelve men and women killed"}),
        ("The army lost 30 tanks and 200 men.", {"lost 30 tanks", "200 men"}),
    ],
)
def test_a_claim_says_what_its_own_figure_counts(sentence: str, expected: set[str]) -> None:
    """What is counted beside it, and what befell others, is no part of it; the dead and the hurt are called so."""
    found = read(report_from_text(f"Norway and Denmark are at war.\n\n{sentence}", date="2025-06-03")).claims
    assert {claim.what for claim in found} == expected


def test_a_particle_is_no_comparator_in_what_is_counted() -> None:
    """Whoever hands over 120 prisoners hands over no more, in the claim as in the position."""
    entries = read(report_from_text("Norway offered to hand over 120 prisoners of war to Denmark.", date="2025-06-02"))
    assert [claim.what for claim in entries.claims] == ["120 prisoners of war"]
    assert [position.terms for position in entries.positions] == ["120 prisoners of war"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegations will open a fifth round of talks in Rome.",
        "A third ceasefire, agreed in May, also failed.",
        "Men above 50 and boys under 16 will be set free.",
        "A 14-year-old was arrested.",
    ],
)
def test_ordinals_and_ages_are_no_claims(sentence: str) -> None:
    """Neither which one it is nor how old somebody is counts anything."""
    assert read(report_from_text(sentence, date="2025-06-03")).claims == ()
