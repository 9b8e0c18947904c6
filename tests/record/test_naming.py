"""What persons decide on names, and what becomes of the entries that were read from them."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from detente.entries import Claim, Event, Naming, Position, Provenance, Round
from detente.errors import RecordError
from detente.record import Record
from detente.record.exporting import export
from detente.record.importing import import_csv, import_lines
from detente.reports import report_from_text

REPORT = report_from_text(
    "The junta wants a truce. Norway met the junta's envoys. It freed 40 men, the junta said.", date="2020-03-02"
)
JUNTA = Naming("Arland", REPORT.quote(0, 9), Provenance("rules", "1", "name-description", 0.6))


def by(**words: str) -> Provenance:
    return Provenance("rules", "1", original=tuple(words.items()))


TRUCE = Position("Arland", "ceasefire", "demands", "a truce", REPORT.quote(0, 23), by=by(party="The junta"))
MET = Event("CONSULT", "Arland", "Norway", None, None, REPORT.quote(25, 54), by=by(actor="the junta's"))
FREED = Claim("Arland", 40, "people", "freed", "=", "attributed", REPORT.quote(56, 71), by=by(source="it"))
TALKS = Round(
    None, "Oslo", ("Arland", "Norway"), "unknown", REPORT.quote(25, 54),
    by=Provenance("rules", "1", original=(("parties.Arland", "the junta"), ("parties.Norway", "Norway"))),
)  # fmt: skip
ALL = [TRUCE, MET, FREED, TALKS]


@pytest.fixture
def record():
    with Record() as kept:
        kept.add(REPORT, [*ALL, JUNTA])
        yield kept


def test_a_naming_is_no_entry(record):
    """It is listed by itself, with who read it and how surely; entries, search and counts are without it."""
    assert record.namings() == [JUNTA]
    assert record.namings()[0].by == JUNTA.by
    assert {entry.kind for entry in record.entries()} == {"position", "event", "claim", "round"}
    assert all(hit.entries for hit in record.search(party="Arland"))
    with Record() as other:
        assert other.add(REPORT, [*ALL, JUNTA]).entries == len(ALL)
    assert record.seen()[JUNTA.id].readers == ("rules 1",)


def test_a_corrected_name_corrects_what_was_read_from_it(record):
    """In every field that these words became, in any case and genitive; not where the text has another word."""
    made = record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
    truce, met, freed, talks = (record.entries(kind)[0] for kind in ("position", "event", "claim", "round"))
    assert truce == replace(TRUCE, party="Sweden")
    assert (met.actor, met.recipient) == ("Norway", "Sweden")
    assert freed == FREED
    assert talks.parties == ("Norway", "Sweden")
    assert truce.by.renamed == (made,)
    assert (truce.by.before, truce.by.original) == (TRUCE.id, TRUCE.by.original)
    assert truce.by.judged == f"name corrected by Ana on {made.at[:10]}"
    assert record.source(truce.id).judged == truce.by.judged
    assert [n.party for n in record.namings()] == ["Sweden"]
    assert [hit.entries for hit in record.search(party="Sweden", kind="position")] == [(truce,)]
    assert record.log() == [made]


def test_a_rejected_name_leaves_the_words(record):
    """Nobody knows who it is then, and nothing is lost."""
    record.judge(JUNTA.id, "reject", by="Ana")
    assert record.namings() == []
    assert record.entries("position") == [replace(TRUCE, party="the junta")]
    assert record.entries("round")[0].parties == ("Norway", "the junta")


@pytest.mark.parametrize("decision", ["accept", "unsure"])
def test_the_last_word_on_a_name_counts(record, decision):
    """A later decision takes the correction back."""
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
    record.judge(JUNTA.id, decision, by="Ben")
    assert set(record.entries()) == set(ALL)
    assert record.namings() == [JUNTA]


def test_a_correction_of_the_entry_itself_stays(record):
    """Who said that the position is Norway's had looked at it; other fields that were corrected stay as well."""
    record.judge(TRUCE.id, "correct", changes={"party": "Norway"}, by="Ana")
    record.judge(MET.id, "correct", changes={"place": "Oslo"}, by="Ana")
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ben")
    assert record.entries("position")[0].party == "Norway"
    (met,) = record.entries("event")
    assert (met.actor, met.recipient, met.place) == ("Norway", "Sweden", "Oslo")
    assert met.by.judged.startswith("corrected by Ana on ")
    assert ", name corrected by Ben on " in met.by.judged


def test_an_entry_with_a_corrected_name_can_be_judged_by_the_id_that_is_shown(record):
    """And joined; the correction of the name stays on top."""
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
    (shown,) = record.entries("position")
    assert shown.id != TRUCE.id
    made = record.judge(shown.id[:10], "correct", changes={"terms": "a truce now"}, by="Ana")
    assert made.entry == TRUCE.id
    assert record.entries("position") == [replace(TRUCE, party="Sweden", terms="a truce now")]
    with pytest.raises(RecordError, match="there is no entry 'zzz'"):
        record.judge("zzz", "accept", by="Ana")
    met = record.entries("event")[0]
    assert [a.event.first.id for a in record.claims(event=met.id)] == [met.id]
    record.judge(record.entries("position")[0].id, "reject", by="Ana")
    assert record.entries("position") == []


def test_a_later_reading_is_corrected_too(record):
    """The newer reader finds the words elsewhere, and more from them; another party for them is another statement."""
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
    new = Provenance("rules", "2", original=(("party", "The junta"),))
    later = replace(JUNTA, quote=REPORT.quote(36, 45), by=new)
    more = replace(TRUCE, issue="aid", by=new)
    record.add(REPORT, [more, later])
    assert {n.party for n in record.namings()} == {"Sweden"}
    assert record.entries() == [replace(more, party="Sweden")]
    record.add(REPORT, [replace(more, party="Borland", by=replace(new, version="3"))])
    assert record.entries() == [replace(more, party="Borland")]


def test_parties_have_the_names_of_the_reports(record):
    """Also those of which no entry was read; not words that point back."""
    more = report_from_text("The ruling junta left.", date="2020-03-09")
    record.add(more, [Naming("Arland", more.quote(0, 16))])
    (arland,) = (named for named in record.parties() if named.party == "Arland")
    assert [(n.name, n.first, n.last) for n in arland.names] == [
        ("Arland", "2020-03-02", "2020-03-09"),
        ("the junta", "2020-03-02", "2020-03-02"),
        ("the ruling junta", "2020-03-09", "2020-03-09"),
    ]
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
    (sweden,) = (named for named in record.parties() if named.party == "Sweden")
    assert "the junta" in [n.name for n in sweden.names]
    assert sweden.entries == {"position": 1, "event": 1, "round": 1}


def test_names_go_out_and_come_back(record, tmp_path):
    """With the decisions on them; a search takes along those that changed what it found."""
    record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana", at=datetime(2020, 4, 1, tzinfo=UTC))
    record.judge(TRUCE.id, "accept", by="Ana", at=datetime(2020, 4, 1, tzinfo=UTC) + timedelta(days=1))
    for asked in ({}, {"kind": "position"}):
        export(record, tmp_path / "a.jsonl", "jsonl", **asked)
        with Record() as other:
            done = import_lines(other, tmp_path / "a.jsonl")
            assert (done.skipped, done.reports) == (0, 1)
            assert other.entries("position") == record.entries("position")
            assert other.entries("position")[0].by == record.entries("position")[0].by
            assert other.namings() == record.namings()
            if not asked:
                assert other.statements(other.ids()) == record.statements(record.ids())
                assert done.entries == len(ALL)


def test_an_export_without_names_is_taken_in(record, tmp_path):
    """The first version of the form had none."""
    export(record, tmp_path / "a.jsonl", "jsonl")
    lines = (tmp_path / "a.jsonl").read_text().replace('"version": 2}', '"version": 1}', 1)
    (tmp_path / "a.jsonl").write_text(lines)
    with Record() as other:
        assert import_lines(other, tmp_path / "a.jsonl").reports == 1


def test_it_is_the_same_in_a_file_and_a_database(place):
    """Of both, the rows that are not needed for entries stay where they are."""
    with Record(place) as kept:
        kept.add_many([(REPORT, [*ALL, JUNTA])])
        assert set(kept.entries()) == set(ALL)
        kept.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana")
        assert kept.entries("position") == [replace(TRUCE, party="Sweden")]
        assert [n.party for n in kept.namings()] == ["Sweden"]
        assert kept.joined("position")[0].first.party == "Sweden"


def test_tables_and_other_programs_see_the_corrected_name(record, tmp_path):
    """A table says who decided, and comes back without adding anything; JSON-LD says what it was before."""
    made = record.judge(JUNTA.id, "correct", changes={"party": "Sweden"}, by="Ana", note="see page 2")
    export(record, tmp_path / "a.csv", "csv", kind="position")
    (row,) = csv.DictReader((tmp_path / "a.csv").read_text().splitlines())
    assert (row["party"], row["decision"], row["decided_by"], row["note"]) == ("Sweden", "correct", "Ana", "see page 2")
    assert import_csv(record, tmp_path / "a.csv").new == 0
    export(record, tmp_path / "a.jsonld", "jsonld", kind="position")
    nodes = {node["id"]: node for node in json.loads((tmp_path / "a.jsonld").read_text())["@graph"]}
    node = nodes[f"urn:detente:entry:{record.entries('position')[0].id}"]
    assert node["wasRevisionOf"] == f"urn:detente:entry:{TRUCE.id}"
    assert node["wasGeneratedBy"] == [f"urn:detente:judgement:{made.id}"]
    assert nodes[node["wasGeneratedBy"][0]]["wasAssociatedWith"] == "urn:detente:person:Ana"
