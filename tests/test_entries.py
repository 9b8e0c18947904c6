"""Entries: ids from content, and JSON there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.entries import (
    ENTRY_TYPES,
    Claim,
    Entries,
    Event,
    Position,
    Provenance,
    Quote,
    Round,
    entry_from_json,
    entry_to_json,
)

QUOTE = Quote("r1", 3, 8, "truce")
SAMPLES = (
    Position(
        "A",
        "ceasefire",
        "demands",
        "now",
        QUOTE,
        True,
        False,
        ("aid",),
        True,
        "order",
        Provenance("rules", "2", "p1", 0.5),
        "Borland",
    ),
    Event("ASSAULT", "A", None, "2025-06", "Port", QUOTE),
    Claim("B", 0.75, "share", "drones downed", "~", "attributed", QUOTE),
    Round("2025-06-02", None, ("A", "B"), "collapse", QUOTE, ("C",), ("prisoners",)),
)


@pytest.mark.parametrize("entry", SAMPLES, ids=[entry.kind for entry in SAMPLES])
def test_json_round_trip(entry):
    """What is written as JSON comes back equal, with the same id and provenance."""
    again = entry_from_json(entry.kind, "r1", entry_to_json(entry))
    assert again == entry
    assert again.id == entry.id
    assert again.by == entry.by


def test_every_kind_is_sampled():
    """The samples above cover the four kinds."""
    assert {entry.kind for entry in SAMPLES} == set(ENTRY_TYPES)


@given(st.sampled_from(["value", "unit", "what", "source"]))
def test_content_changes_the_id(field):
    """Two claims that differ in one field have different ids."""
    from dataclasses import replace

    claim = SAMPLES[2]
    changed = replace(claim, **{field: 0.5 if field == "value" else "other"})
    assert changed.id != claim.id


def test_reader_does_not_change_the_id():
    """Another reader that finds the same entry adds nothing."""
    from dataclasses import replace

    assert replace(SAMPLES[0], by=Provenance("llm", "9", "", 0.1)).id == SAMPLES[0].id


@pytest.mark.parametrize(("start", "end", "text"), [(0, 3, "truce"), (5, 5, ""), (4, 2, "ab")])
def test_quote_needs_its_exact_span(start, end, text):
    """A quote whose span and characters disagree is refused."""
    with pytest.raises(ValueError, match="exact span"):
        Quote("r1", start, end, text)


def test_entries_to_json_has_the_four_lists():
    """The codebook's form has four lists, empty ones included."""
    entries = Entries("r1", positions=(SAMPLES[0],))
    body = entries.to_json()
    assert list(body) == ["positions", "events", "claims", "rounds"]
    assert body["positions"][0]["quote"] == "truce"
    assert len(entries) == 1
