"""Reading whole reports: exact quotes, same text same entries, no repeats, and what the seed report says."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Entries
from detente.ontology import issues
from detente.ontology.acts import acts
from detente.reading.reader import read_by_rules as read
from detente.reports import Report, load, report_from_text

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason=f"the annotated reports are not at {GOLD}")
FRAGMENTS = [
    "Norway",
    "Denmark's army",
    "both sides",
    "rejects",
    "said that it would never",
    "an unconditional 30-day ceasefire",
    "until",
    "withdrawing",
    "any peace requires",
    "(as suggested by",
    ")",
    "The second round of talks in Oslo",
    "ended abruptly",
    "on Monday",
    "over 470 drones",
    "a third of",
    "“",
    "”",
    "’s",
    ".",
    ",",
    ";",
    "\n\n",
    "\n- ",
    "…",
    "—",
    "prisoners",
    "signed",
    "killed 12 people",
]


def check(report: Report, entries: Entries) -> None:
    for entry in entries:
        quote = entry.quote
        assert report.text[quote.start : quote.end] == quote.text
        assert quote.report == report.id == entries.report
        assert quote.text in report.text
        assert 0 <= entry.by.confidence <= 1
        assert entry.by.reader == "rules"
        assert entry.by.rule
    assert all(p.issue in issues() for p in entries.positions)
    assert all((p.precondition_kind is not None) == p.precondition for p in entries.positions)
    assert all(e.type in acts() for e in entries.events)
    assert len({(p.party, p.issue, p.stance) for p in entries.positions}) == len(entries.positions)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=25))
def test_quotes_are_exact_in_any_text(parts: list[str]) -> None:
    """Whatever the text, every quote is an exact stretch of it."""
    report = report_from_text(" ".join(parts), date="2025-06-03")
    check(report, read(report))


def test_reading_twice_gives_the_same() -> None:
    """Entries derive from the text alone, ids included."""
    text = "Norway and Denmark met in Oslo on Monday. Norway rejected a ceasefire. Denmark attacked Norway on Sunday."
    first, second = (read(report_from_text(text, date="2025-06-03")) for _ in range(2))
    assert first == second
    assert [e.id for e in first] == [e.id for e in second]


def test_repeats_are_one_entry() -> None:
    """What a text says twice is one entry."""
    text = "Norway rejected the ceasefire.\n\nLater the report said it again: Norway rejected the ceasefire."
    assert [(p.party, p.stance) for p in read(report_from_text(text)).positions] == [("Norway", "rejects")]


def test_names_of_the_caller() -> None:
    """A name that the caller explains stands for its party."""
    report = report_from_text("The Lakeside Committee rejected the ceasefire.")
    assert not read(report).positions
    assert read(report, names={"Lakeside Committee": "Norway"}).positions[0].party == "Norway"


def test_titles_explain_people() -> None:
    """A person is resolved by title and state, and by surname from there on."""
    text = "Norwegian Foreign Minister Anna Example spoke on Monday. Example rejected the ceasefire."
    assert [p.party for p in read(report_from_text(text)).positions] == ["Norway"]


def test_what_is_no_report_yields_nothing() -> None:
    """Comments and links are not read."""
    text = "Truce holds\n\nBoth sides kept quiet along the river.\n\nLeave a Reply\n\nNorway must reject the ceasefire!"
    assert not read(report_from_text(text)).positions


def test_unknown_date_stays_unknown() -> None:
    """Without the report's date a weekday is no date."""
    assert [e.date for e in read(report_from_text("Denmark attacked Norway on Sunday.")).events] == [None]


@pytest.fixture(scope="module")
def seed() -> Entries:
    if not GOLD.exists():
        pytest.skip(f"the annotated reports are not at {GOLD}")
    return read(load(GOLD / "seed" / "seed.txt", date="2025-06-03"))


@needs_gold
def test_seed_attacks(seed: Entries) -> None:
    """Both attacks of 1 June 2025 are there, each with actor and recipient."""
    assaults = {(e.actor, e.recipient) for e in seed.events if e.type == "ASSAULT" and e.date == "2025-06-01"}
    assert {("Ukraine", "Russia"), ("Russia", "Ukraine")} <= assaults


@needs_gold
def test_seed_conditions(seed: Entries) -> None:
    """Order and content of preconditions, red lines and the key demand are told apart."""
    found = {(p.party, p.issue, p.stance): p for p in seed.positions}
    assert found["Ukraine", "ceasefire", "demands"].precondition_kind == "order"
    assert found["Ukraine", "guarantees", "demands"].precondition_kind == "content"
    assert found["Ukraine", "territory", "rejects"].red_line
    assert found["Ukraine", "recognition", "rejects"].red_line
    assert found["Russia", "alignment", "demands"].key
    assert found["Ukraine", "prisoners", "demands"].after == ("ceasefire",)


@needs_gold
def test_seed_rounds(seed: Entries) -> None:
    """The three rounds of the seed report, with dates and outcomes."""
    assert {(r.date, r.outcome) for r in seed.rounds} == {
        ("2025-06-02", "collapse"),
        ("2025-05-16", "agreement"),
        ("2022-05", "collapse"),
    }


@needs_gold
@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_annotated_report_is_read(path: Path) -> None:
    """No crash and exact quotes on every annotated report."""
    date = json.loads(path.with_suffix(".json").read_text())["date"]
    report = load(path, date=date if date and len(date) == 10 else None)
    check(report, read(report))


def test_what_is_to_come_first() -> None:
    """Read "X before Y" with X first, and "no X before Y" with Y first."""
    text = "Norway and Denmark are at war.\n\nNorway demands that Denmark withdraw its troops before a ceasefire."
    (asked,) = read(report_from_text(text)).positions
    assert (asked.issue, asked.precondition_kind, asked.after) == ("territory", "order", ())
    text = "Norway and Denmark are at war.\n\nNorway refuses a ceasefire before a withdrawal from the border."
    refused = {p.stance: p for p in read(report_from_text(text)).positions}["rejects"]
    assert (refused.issue, refused.after) == ("ceasefire", ("territory",))
