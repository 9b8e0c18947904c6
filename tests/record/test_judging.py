"""What persons decide on entries, and what becomes of it when a report is read again."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from detente.case import Case
from detente.entries import Entry, Event, Position, Provenance, Round
from detente.errors import RecordError
from detente.record import Record
from detente.reports import Report

OLD, NEW = Provenance("rules", "1"), Provenance("rules", "2")


def read(record: Record, report: Report, by: Provenance, *entries: Entry) -> None:
    record.add(report, [replace(entry, by=by) for entry in entries])


def test_a_rejected_entry_is_out_of_view_and_still_there(report, four):
    """In entries, sources and the case; the log says who, when and why."""
    position = four[2]
    with Record() as record:
        record.add(report, four)
        judgement = record.judge(position.id, "reject", by="Ana", note="it was Borland")
        assert position not in record.entries()
        assert position.id not in record.sources()
        assert Case.from_record(record).demands == ()
        assert record.entry(position.id) == position
        assert record.log() == [judgement]
        assert (judgement.by, judgement.note, judgement.supersedes) == ("Ana", "it was Borland", None)


def test_a_corrected_entry_comes_corrected_and_names_the_judge(report, four):
    """The reader stays in its provenance; only the fields given are changed."""
    position = four[2]
    with Record() as record:
        record.add(report, four)
        made = record.judge(position.id, "correct", changes={"party": "Borland", "after": ""}, by="Ana")
        (found,) = record.entries("position")
        assert found == replace(position, party="Borland", after=())
        assert found.by.judgement == made
        assert (found.by.reader, found.by.confidence) == ("rules", 0.8)
        source = record.source(found.id)
        assert source.judged == f"corrected by Ana on {made.at[:10]}"
        assert source.reader == "rules 1 (positions.demand)"
        assert made.changes == {"party": "Borland", "after": []}


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"terms": "a truce at once"}, True),
        ({"issue": "aid"}, False),
        ({"stance": "proposes"}, False),
        ({"party": "Borland"}, False),
    ],
)
def test_a_rejected_entry_stays_rejected_when_read_again(report, four, at, change, same):
    """The newer reader's entry on overlapping words with the same party, issue and stance is the same one."""
    again = replace(four[2], quote=at("Arland demands a truce"), **change)
    with Record() as record:
        read(record, report, OLD, four[2])
        record.judge(four[2].id, "reject", by="Ana")
        read(record, report, NEW, again)
        assert record.entries() == ([] if same else [again])


def test_the_same_words_elsewhere_are_another_entry(report, four, at):
    """Quotes that do not overlap are judged apart."""
    again = replace(four[2], quote=at("Borland refuses"))
    with Record() as record:
        read(record, report, OLD, four[2])
        record.judge(four[2].id, "reject", by="Ana")
        read(record, report, NEW, again)
        assert record.entries() == [again]


def test_an_event_rejected_for_its_date_does_not_hide_the_right_one(report, four):
    """Dates that contradict each other make two entries; one that says less is the same."""
    wrong = replace(four[1], date="2020-02-24")
    for date, left in (("2020-03-02", 1), ("2020-02", 0), (None, 0)):
        with Record() as record:
            read(record, report, OLD, wrong)
            record.judge(wrong.id, "reject", by="Ana")
            read(record, report, NEW, replace(wrong, date=date))
            assert len(record.entries()) == left


def test_a_corrected_entry_stays_corrected_when_read_again(report, four, at):
    """Whether the newer reader makes the old mistake, gets it right, or finds nothing there."""
    wrong, right = four[2], replace(four[2], party="Borland")
    again = replace(wrong, terms="truce", quote=at("Arland demands a truce"))
    for newer in ([again], [replace(right, terms="truce")], [right], [four[1]]):
        with Record() as record:
            read(record, report, OLD, wrong)
            record.judge(wrong.id, "correct", changes={"party": "Borland"}, by="Ana")
            read(record, report, NEW, *newer)
            assert record.entries("position") == [right]
            assert record.entries("position")[0].by.judgement.by == "Ana"


def test_an_accepted_entry_stays_as_it_was_accepted(report, four):
    """A newer reader's other words for it do not replace it, and its silence does not remove it."""
    for newer in (replace(four[2], terms="truce"), four[1]):
        with Record() as record:
            read(record, report, OLD, four[2])
            record.judge(four[2].id, "accept", by="Ana")
            read(record, report, NEW, newer)
            assert record.entries("position") == [four[2]]


def test_unsure_takes_back_and_marks(report, four):
    """The entry is as the reader has it, and goes when a newer reader does not find it."""
    with Record() as record:
        read(record, report, OLD, four[2])
        record.judge(four[2].id, "reject", by="Ana")
        record.judge(four[2].id, "unsure", by="Ben")
        (found,) = record.entries()
        assert found.by.judged.startswith("held unsure by Ben")
        read(record, report, NEW, four[1])
        assert record.entries() == [four[1]]


def test_what_one_reading_tells_apart_is_judged_apart(report, four, at):
    """Two strikes in the same words, on two places, are two events."""
    quote = at("They met in Oslo")
    one = Event("ASSAULT", "Arland", "Borland", None, "Oslo", quote)
    two = replace(one, place=None)
    with Record() as record:
        read(record, report, OLD, one, two)
        record.judge(one.id, "reject", by="Ana")
        assert record.entries() == [two]


def test_the_last_word_counts_and_names_the_one_before(report, four):
    """Nothing is deleted: the log keeps all of them in order."""
    with Record() as record:
        record.add(report, four)
        first = record.judge(four[2].id, "reject", by="Ana")
        second = record.judge(four[2].id, "accept", by="Ben", note="seen the video")
        third = record.judge(four[2].id, "correct", changes={"terms": "a truce now"}, by="Ana")
        assert (second.supersedes, third.supersedes) == (first.id, second.id)
        assert record.log() == [first, second, third]
        assert record.entries("position")[0].terms == "a truce now"


def test_a_correction_is_corrected_and_rejected_by_its_own_id(report, four):
    """A second correction builds on the first; rejecting the corrected form rejects the entry."""
    with Record() as record:
        record.add(report, four)
        first = record.judge(four[2].id, "correct", changes={"party": "Borland"}, by="Ana")
        second = record.judge(first.result, "correct", changes={"terms": "peace"}, by="Ben")
        (found,) = record.entries("position")
        assert (found.party, found.terms, second.entry) == ("Borland", "peace", four[2].id)
        record.judge(first.result, "accept", by="Cem")
        assert record.entries("position") == [replace(four[2], party="Borland")]
        record.judge(second.result, "reject", by="Ana")
        assert record.entries("position") == []


def test_a_clock_that_was_set_back_does_not_undo_a_judgement(report, four):
    """A later judgement is later, whatever the clock says."""
    with Record() as record:
        record.add(report, four)
        record.judge(four[2].id, "reject", by="Ana", at=datetime(2999, 1, 1, tzinfo=UTC))
        record.judge(four[2].id, "accept", by="Ben")
        assert len(record.entries("position")) == 1


@pytest.mark.parametrize(
    ("kind", "changes", "fault"),
    [
        ("position", {"issue": "truce"}, "issue: 'truce' is not one of"),
        ("position", {"stance": "wants"}, "stance: 'wants' is not one of demands, proposes"),
        ("position", {"quote": "x"}, "quote: a position has no such field"),
        ("position", {"party": " "}, "party: must be text"),
        ("position", {"precondition": "yes"}, "precondition: 'yes' is neither true nor false"),
        ("position", {"precondition": "true"}, "precondition_kind: say which"),
        ("position", {"precondition_kind": "order"}, "of use only where precondition is true"),
        ("position", {"after": "aid, truce"}, "after: 'truce' is not one of"),
        ("event", {"type": "STRIKE"}, "type: 'STRIKE' is not one of"),
        ("event", {"date": "2020-02-30"}, "date: '2020-02-30' is no date"),
        ("event", {"date": "٢٠٢٠"}, "is no date"),
        ("claim", {"value": "many"}, "value: 'many' is not a number"),
        ("claim", {"value": "nan"}, "is not a number"),
        ("claim", {"unit": "men"}, "unit: 'men' is not one of people"),
        ("claim", {"comparator": ">="}, "comparator: '>=' is not one of =, >"),
        ("round", {"parties": ""}, "parties: a round needs"),
        ("round", {"outcome": "good"}, "outcome: 'good' is not one of"),
        ("round", {"outcome": "unknown"}, "nothing is corrected"),
        ("claim", {}, "nothing is corrected"),
    ],
)
def test_a_correction_is_held_to_the_codebook(report, four, kind, changes, fault):
    """One line says the field and what it may be; nothing is written."""
    (entry,) = (entry for entry in four if entry.kind == kind)
    with Record() as record:
        record.add(report, four)
        with pytest.raises(RecordError, match=fault):
            record.judge(entry.id, "correct", changes=changes, by="Ana")
        assert record.log() == []
        assert set(record.entries()) == set(four)


def test_corrections_are_read_as_a_person_writes_them(report, four):
    """Numbers, lists, nothing for unknown, true and false; parties of talks are sorted."""
    claim, event, position, round_ = four
    with Record() as record:
        record.add(report, four)
        record.judge(claim.id, "correct", changes={"value": "1e3", "source": "Arland", "status": "attributed"}, by="A")
        record.judge(event.id, "correct", changes={"actor": "Cland", "date": "", "place": "null"}, by="A")
        record.judge(position.id, "correct", changes={"precondition": "true", "precondition_kind": "order"}, by="A")
        record.judge(round_.id, "correct", changes={"mediators": "Sweden, Norway", "agreed": ""}, by="A")
        assert set(record.entries()) == {
            replace(claim, value=1000.0, source="Arland", status="attributed"),
            replace(event, actor="Borland", recipient="Cland", date=None, place=None),
            replace(position, precondition=True, precondition_kind="order"),
            replace(round_, mediators=("Norway", "Sweden"), agreed=()),
        }


@pytest.mark.parametrize(
    ("entry", "decision", "options", "fault"),
    [
        ("zz", "accept", {}, "there is no entry 'zz'"),
        ("", "accept", {}, "there is no entry ''"),
        ("all", "accept", {}, "more than one entry begins with"),
        ("one", "keep", {}, "'keep' is no decision"),
        ("one", "accept", {"changes": {"terms": "x"}}, "fields are changed to correct"),
        ("one", "accept", {"by": "  "}, "needs the name of who decides"),
    ],
)
def test_a_judgement_that_cannot_be_made_is_not_written(report, tmp_path, entry, decision, options, fault):
    """The message names the record and what is wrong."""
    entries = [Position("Arland", "aid", "demands", f"{n}", report.quote(0, 5)) for n in range(40)]
    ids = sorted(each.id for each in entries)
    shared = next(a[0] for a, b in itertools.pairwise(ids) if a[0] == b[0])
    with Record(tmp_path / "r.db") as record:
        record.add(report, entries)
        with pytest.raises(RecordError, match=fault) as caught:
            record.judge({"all": shared, "one": ids[0]}.get(entry, entry), decision, **{"by": "Ana", **options})
        assert str(tmp_path) in str(caught.value)
        assert record.log() == []


def test_the_login_name_is_the_default(report, four, monkeypatch):
    """As the system has it."""
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    with Record() as record:
        record.add(report, four)
        assert record.judge(four[0].id, "accept").by == "ana"


def test_first_and_last_seen(report, four):
    """Times of the first and of the last reading with an entry."""
    days = [datetime(2020, 3, day, tzinfo=UTC) for day in (5, 7, 6)]
    with Record() as record:
        for day in days:
            record.add(report, four[:1], at=day)
        record.add(report, [replace(four[0], by=NEW), four[1]], at=days[2])
        seen = record.seen()
        assert (seen[four[0].id].first[:10], seen[four[0].id].last[:10]) == ("2020-03-05", "2020-03-07")
        assert seen[four[0].id].readers == ("rules 1", "rules 2")
        assert seen[four[1].id].first[:10] == "2020-03-06"


def test_original_words_are_kept_beside_what_they_mean(report, four):
    """Where the reader gives them."""
    by = Provenance("rules", "1", original=(("party", "the capital"),))
    with Record() as record:
        record.add(report, [replace(four[2], by=by)])
        record.judge(four[2].id, "correct", changes={"party": "Borland"}, by="Ana")
        assert record.entries()[0].by.original == (("party", "the capital"),)


def test_rounds_of_other_parties_are_other_rounds(report, four):
    """Parties are what tells rounds apart."""
    again = replace(four[3], parties=("Arland", "Cland"))
    assert isinstance(again, Round)
    with Record() as record:
        read(record, report, OLD, four[3])
        record.judge(four[3].id, "reject", by="Ana")
        read(record, report, NEW, again)
        assert record.entries() == [again]
