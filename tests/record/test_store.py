"""Adding to a record and reading its present view."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Claim, Entry, Event, Position, Provenance, Round
from detente.errors import RecordError
from detente.record import Added, Record
from detente.reports import Report, report_from_text

TEXT = "Talks resume\n\nArland demands a truce. Borland refuses. They met in Oslo on Monday, and 40 were freed."
RULES = Provenance("rules", "1", "positions.demand", 0.8)


def entries_of(report: Report, by: Provenance = RULES) -> list[Entry]:
    """One entry of each kind."""

    def at(text: str):  # type: ignore[no-untyped-def]
        start = report.text.index(text)
        return report.quote(start, start + len(text))

    return [
        Claim(None, 40, "people", "freed", "=", "stated", at("40 were freed"), by),
        Event("CONSULT", "Arland", "Borland", "2020-03-02", "Oslo", at("They met in Oslo"), by),
        Position("Arland", "ceasefire", "demands", "a truce", at("demands a truce"), after=("aid",), key=True, by=by),
        Round("2020-03-02", "Oslo", ("Arland", "Borland"), "unknown", at("met in Oslo"), ("Norway",), ("aid",), by),
    ]


def test_what_was_added_comes_back_as_it_was(report: Report) -> None:
    """Reports with all they hold; entries with spans and provenance, in the order of the text."""
    with Record() as record:
        assert record.add(report, entries_of(report)) == Added(1, 4)
        assert record.reports() == [report]
        assert record.report(report.id) == report
        found = record.entries()
        assert [entry.kind for entry in found] == ["position", "event", "round", "claim"]
        assert set(found) == set(entries_of(report))
        assert {entry.by for entry in found} == {Provenance("rules", "1", "positions.demand", 0.8)}


def test_the_same_twice_adds_nothing(report: Report) -> None:
    """Neither does the same text under another path."""
    with Record() as record:
        record.add(report, entries_of(report))
        assert record.add(report, entries_of(report)) == Added(0, 0)
        assert record.add(replace(report, path="moved/talks.txt"), entries_of(report)) == Added(0, 0)
        assert record.reports() == [report]
        assert len(record.entries()) == 4


def test_a_file_keeps_what_was_added(report: Report, tmp_path: Path) -> None:
    """And opening it again adds to it."""
    path = tmp_path / "talks.db"
    with Record(path) as record:
        record.add(report, entries_of(report)[:2])
    with Record(path) as record:
        assert record.add(report, entries_of(report)) == Added(0, 2)
    with Record(str(path)) as record:
        assert len(record.entries()) == 4
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]


def test_entries_are_chosen_by_kind_and_report(report: Report) -> None:
    """Reports stand in the order of their dates, those without a date first."""
    other, undated = report_from_text("Arland waits.", date="2020-01-01"), report_from_text("Nothing yet.")
    said = Position("Arland", "aid", "demands", "aid", other.quote(0, 6))
    with Record() as record:
        record.add(report, entries_of(report))
        record.add(other, [said])
        record.add(undated)
        assert [found.date for found in record.reports()] == [None, "2020-01-01", "2020-03-02"]
        assert record.entries("position")[0] == said
        assert len(record.entries("position")) == 2
        assert record.entries(report=other.id) == [said]
        assert record.entries("claim", other.id) == []


def test_a_source_has_the_sentence_around_the_quote(report: Report) -> None:
    """With the report's title, date, outlet and path, and who read it."""
    position = entries_of(report)[2]
    with Record() as record:
        record.add(report, [position])
        source = record.source(position.id)
        with pytest.raises(KeyError):
            record.source("nothing")
    assert source.quote == "demands a truce"
    assert source.sentence == "Arland demands a truce."
    assert (source.title, source.date, source.outlet) == ("Talks resume", "2020-03-02", "The Gazette")
    assert (source.path, source.reader, source.confidence) == ("talks.txt", "rules 1 (positions.demand)", 0.8)


def test_a_quote_across_sentences_has_all_of_them(report: Report) -> None:
    """From the start of the first to the end of the last."""
    start = report.text.index("a truce")
    quote = report.quote(start, report.text.index("refuses") + 4)
    event = Event("REJECT", "Borland", "Arland", None, None, quote)
    with Record() as record:
        record.add(report, [event])
        assert record.source(event.id).sentence == "Arland demands a truce. Borland refuses."


def test_a_new_version_of_a_reader_goes_before_the_old_one(report: Report) -> None:
    """What it does not find any more is out of view; nothing is deleted, and another reader's entries stay."""
    old, new = Provenance("rules", "1"), Provenance("rules", "2")
    claim, event, position, round_ = entries_of(report, old)
    with Record() as record:
        record.add(report, [claim, event, replace(position, by=Provenance("hand", "1"))])
        assert record.add(report, [replace(event, by=new), replace(round_, by=new)]) == Added(0, 1)
        assert set(record.entries()) == {event, position, round_}
        assert {entry.by.version for entry in record.entries("event")} == {"2"}
        record.add(report, [claim, event])
        assert set(record.entries()) == {event, position, round_}


def test_a_date_given_later_goes_before_none(report: Report) -> None:
    """The report is the same text; entries read under the new date replace those read under the old."""
    undated = replace(report, date=None, date_basis=None)
    by = Provenance("rules", "1")
    vague = Event("CONSULT", "Arland", "Borland", None, "Oslo", report.quote(0, 12), by)
    exact = replace(vague, date="2020-03-02")
    with Record() as record:
        record.add(undated, [vague])
        assert record.add(report, [exact]) == Added(0, 1)
        assert record.reports() == [report]
        assert record.entries() == [exact]


def test_an_entry_of_two_readers_is_there_once(report: Report) -> None:
    """With the surer one's provenance."""
    position = entries_of(report)[2]
    with Record() as record:
        record.add(report, [replace(position, by=Provenance("rules", "1", "r", 0.6))])
        record.add(report, [replace(position, by=Provenance("hand", "1", "", 1.0))])
        (found,) = record.entries()
        assert found.by.reader == "hand"


@pytest.mark.parametrize(("start", "report_id"), [(1, None), (0, "elsewhere")])
def test_a_quote_that_does_not_stand_there_is_refused_and_nothing_is_written(
    report: Report, start: int, report_id: str | None
) -> None:
    """Neither the report nor the entries before it."""
    good = entries_of(report)[0]
    quote = replace(report.quote(0, 5), report=report_id or report.id, start=start, end=start + 5)
    with Record() as record:
        with pytest.raises(RecordError, match=r"stand at|of report"):
            record.add(report, [good, Event("AGREE", "A", "B", None, None, quote)])
        assert (record.reports(), record.entries()) == ([], [])


def test_names_are_those_parties_that_the_table_of_actors_lacks(report: Report) -> None:
    """A state is known; outlets and sources of figures are no parties."""
    claim = Claim("The Gazette", 40, "people", "freed", "=", "attributed", report.quote(0, 5))
    met = Round(None, None, ("Arland", "Norway"), "unknown", report.quote(0, 5))
    with Record() as record:
        record.add(report, [claim, met])
        assert record.names() == {"Arland": "Arland"}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(range(4)), max_size=8), st.lists(st.sampled_from(range(4)), max_size=8))
def test_the_order_of_adding_changes_nothing(first: list[int], second: list[int]) -> None:
    """The view is a function of what was added, once or more often."""
    report = report_from_text(TEXT, date="2020-03-02")
    made = entries_of(report)
    with Record() as one, Record() as two:
        one.add(report, [made[n] for n in [*first, *second]])
        two.add(report, [made[n] for n in second])
        two.add(report, [made[n] for n in first])
        assert one.entries() == two.entries()
        assert one.sources() == two.sources()


def test_untrusted_text_is_only_kept(tmp_path: Path) -> None:
    """Quotes, markup and SQL come back as they are."""
    text = "Robert'); DROP TABLE reports;-- <script>alert(1)</script> \u202e \U0001f54a."
    report = report_from_text(text)
    with Record(tmp_path / "talks.db") as record:
        record.add(report, [Event("AGREE", "'; --", None, None, None, report.quote(0, len(text)))])
        assert record.reports()[0].text == text
        assert record.entries()[0].quote.text == text


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.sets(st.integers(0, 3)), st.booleans()), max_size=6),
    st.integers(0, 6),
)
def test_many_at_once_are_as_one_after_the_other(chosen: list[tuple[int, set[int], bool]], cut: int) -> None:
    """Whatever is new or there already, given twice, or read by another version."""
    read = [
        (report, [entries_of(report, replace(RULES, version="2") if newer else RULES)[n] for n in sorted(picked)])
        for number, picked, newer in chosen
        for report in [report_from_text(f"{TEXT} Day {number}.", date="2020-03-02")]
    ]
    at = datetime(2025, 6, 2, tzinfo=UTC)
    with Record() as one, Record() as other:
        counted = [one.add(report, entries, at=at) for report, entries in read]
        added = [other.add_many(part, at=at) for part in (read[:cut], read[cut:])]
        assert sum(each.reports for each in added) == sum(each.reports for each in counted)
        assert sum(each.entries for each in added) == sum(each.entries for each in counted)
        assert one.entries() == other.entries()
        assert one.seen() == other.seen()
        assert one.search("truce", limit=100) == other.search("truce", limit=100)


def test_of_many_none_is_added_where_one_is_wrong(report: Report) -> None:
    """The message is that of adding one."""
    wrong = replace(entries_of(report)[0], quote=replace(report.quote(0, 5), start=1, end=6))
    with Record() as record:
        with pytest.raises(RecordError, match="stand at"):
            record.add_many([(report_from_text("Talks began."), ()), (report, [wrong])])
        assert record.reports() == []
