"""Confidence of entries: every rule has one, and every entry that is read carries it."""

import json

import pytest

from detente.entries import Entries, Event, Provenance, Quote
from detente.reading.confidence import CONFIDENCE_FILE, confidence, measured
from detente.reading.reader import read_by_rules as read
from detente.reading.rules import RULES
from detente.reports import report_from_text

TABLE = json.loads(CONFIDENCE_FILE.read_text())
TEXT = "Norway rejected the ceasefire. Denmark attacked Norway on 3 June 2025. At least 12 people were killed."


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_confidence(rule):
    """Measured, or that of its kind; never certain."""
    assert 0 < confidence(rule.kind, rule.id) < 1


def test_every_measured_rule_is_a_rule():
    """A line for a rule that no table of the reader has any more: the file is old, run evaluation/calibrate.py."""
    source = "".join(path.read_text() for path in CONFIDENCE_FILE.parent.rglob("*.py"))
    ids = {id for of_kind in TABLE.values() for id in of_kind["rules"]}
    assert {id for id in ids if not id.startswith("claim-") and f'"{id}"' not in source} == set()


def test_unmeasured_rules_have_the_share_of_their_kind():
    """A rule that never fired on the annotated reports is as good as its kind."""
    assert confidence("claim", "claim-eggs") == TABLE["claim"]["all"]["confidence"]


def test_only_the_confidence_changes():
    """Content, id and rule of an entry stay."""
    event = Event(
        "AGREE", "Denmark", "Norway", None, None, Quote("r", 0, 4, "Oslo"), Provenance("rules", "1", "x", 1.0)
    )
    (found,) = measured(Entries("r", events=(event,)))
    assert (found, found.id) == (event, event.id)
    assert found.by == Provenance("rules", "1", "x", confidence("event", "x"))


def test_what_is_read_carries_it():
    """Each entry of a report has the confidence of its kind and rule."""
    entries = list(read(report_from_text(TEXT, date="2025-06-04")))
    assert len(entries) >= 3
    assert all(entry.by.confidence == confidence(entry.kind, entry.by.rule) for entry in entries)
