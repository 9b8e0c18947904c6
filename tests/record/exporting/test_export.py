"""Each form of export of the same record, and the way back."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Provenance
from detente.errors import InputError, RecordError, ReportError
from detente.record import Record
from detente.record.exporting import export
from detente.record.exporting.cells import _RISKY, defused, told_back
from detente.record.exporting.flat import COLUMNS
from detente.record.importing import import_csv, import_lines, is_export

from .conftest import entries_of, report


def everything(record: Record) -> tuple[object, ...]:
    """All that can be seen of a record."""
    together = [(each.entries, each.decisions) for each in record.joined()]
    return record.entries(), record.log(), record.reports(), record.seen(), record.sources(), together


def test_json_lines_give_an_equal_record(record, tmp_path):
    """Twice the same file adds nothing; the exports of both are the same bytes."""
    export(record, tmp_path / "a.jsonl", "jsonl")
    assert is_export(tmp_path / "a.jsonl")
    with Record() as other:
        import_lines(other, tmp_path / "a.jsonl")
        assert everything(other) == everything(record)
        assert set(other.search("truce")) == set(record.search("truce"))
        again = import_lines(other, tmp_path / "a.jsonl")
        assert (again.reports, again.entries, again.skipped) == (0, 0, 0)
        export(other, tmp_path / "b.jsonl", "jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


STEP = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 2), st.sets(st.integers(0, 3)), st.sampled_from("12")),
    st.tuples(st.just("judge"), st.integers(0, 11), st.sampled_from(["accept", "reject", "unsure", "correct"])),
    st.tuples(
        st.sampled_from(["join", "part", "leave"]),
        st.integers(0, 3),
        st.lists(st.integers(0, 2), min_size=2, max_size=2),
    ),
)


def took(record: Record, steps: list[tuple]) -> None:
    at = datetime(2025, 6, 2, tzinfo=UTC)
    for n, step in enumerate(steps):
        if step[0] in ("join", "part", "leave"):
            one, other = (entries_of(report(f" Day {day}."))[step[1]].id for day in step[2])
            if one != other and {one, other} <= record.seen().keys():
                record.join(one, other, step[0], by="Ana", at=at + timedelta(minutes=n))
            continue
        made = report(f" Day {step[1] % 3}.")
        found = entries_of(made, Provenance("rules", step[-1] if step[0] == "add" else "1"))
        when = at + timedelta(minutes=n)
        if step[0] == "add":
            record.add(made, [found[i] for i in sorted(step[2])], at=when)
            continue
        entry = found[step[1] % 4]
        changes = {"quote": None} if entry.kind == "none" else CHANGES[entry.kind] if step[2] == "correct" else {}
        try:
            record.judge(entry.id, step[2], changes=changes, by=f"Ana {n}", at=when)
        except RecordError:
            assert entry.id not in record.seen()


CHANGES = {
    "claim": {"value": "7"}, "event": {"date": ""}, "position": {"key": "true"}, "round": {"mediators": ""},
}  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.lists(STEP, max_size=10), st.integers(0, 10))
def test_whatever_was_added_and_judged_comes_back_equal(tmp_path_factory, steps, cut):
    """Also into a record that had a part of it, in whatever order."""
    folder = tmp_path_factory.mktemp("export")
    with Record() as one, Record() as other, Record() as third:
        took(one, steps)
        export(one, folder / "all.jsonl", "jsonl")
        import_lines(other, folder / "all.jsonl")
        assert everything(other) == everything(one)
        took(third, steps[:cut])
        import_lines(third, folder / "all.jsonl")
        assert everything(third) == everything(one)
        # Of one day, the sentences that came first into a record stand first in it.
        assert set(third.search("truce", limit=99)) == set(one.search("truce", limit=99))


@settings(max_examples=15, deadline=None)
@given(st.lists(STEP, max_size=10), st.sampled_from([{"kind": "claim"}, {"party": "Norway"}, {"place": "Oslo"}]))
def test_a_search_as_json_lines_has_what_it_found_as_it_stands(tmp_path_factory, steps, asked):
    """With the judgements on it; other entries that come along are only what those link to."""
    folder = tmp_path_factory.mktemp("export")
    with Record() as one, Record() as other:
        took(one, steps)
        done = export(one, folder / "some.jsonl", "jsonl", **asked)
        import_lines(other, folder / "some.jsonl")
        found = {entry.id: entry for hit in one.search(**asked, limit=999) for entry in hit.entries}
        assert done.entries == len(found)
        there = {entry.id: entry for entry in other.entries()}
        assert {id: there.get(id) for id in found} == found
        on_two = [each for each in one.log() if len(each.on) == 2 and other.known(each.on) == set(each.on)]
        assert [each for each in other.log() if len(each.on) == 2] == on_two
        assert set(there) <= {entry.id for entry in one.entries()}


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_for_each_entry_that_stands(record, tmp_path):
    """Every column in its place; rejected entries are not there."""
    done = export(record, tmp_path / "a.csv", "csv")
    rows = {row["id"]: row for row in cells(tmp_path / "a.csv")}
    assert list(next(iter(rows.values()))) == list(COLUMNS)
    assert done.entries == len(rows) == len(record.entries()) == 8
    for entry in record.entries():
        row = rows[entry.id]
        assert (row["kind"], told_back(row["quote"])) == (entry.kind, entry.quote.text)
        assert told_back(row["quote"]) in told_back(row["sentence"])
    (claim,) = (row for row in rows.values() if row["kind"] == "claim" and row["reader"] != "acled")
    assert (claim["value"], claim["what"], claim["decision"]) == ("41.0", "'=freed", "correct")
    assert (claim["note"], json.loads(claim["original"])) == ("'@see the list", {"party": "Oslo"})


def test_no_cell_begins_as_a_formula_does(record, tmp_path):
    """But for numbers, which are no text."""
    export(record, tmp_path / "a.csv", "csv")
    for row in cells(tmp_path / "a.csv"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@given(st.text() | st.tuples(st.sampled_from(_RISKY), st.text()).map("".join))
def test_defusing_is_undone(text):
    """For any text; what is defused begins with no sign of a formula."""
    assert told_back(defused(text)) == text
    assert not defused(text).startswith(tuple(c for c in _RISKY if c != "'"))


def test_csv_comes_back_as_entries_with_their_sentences(record, tmp_path):
    """In the record that it is from it adds nothing; in another one every field is as it was."""
    export(record, tmp_path / "a.csv", "csv")
    assert import_csv(record, tmp_path / "a.csv").new == 0
    with Record() as other:
        assert import_csv(other, tmp_path / "a.csv").new == 8

        def said(entry):
            quote = replace(entry.quote, report="", start=0, end=len(entry.quote.text))
            return replace(entry, quote=quote, by=replace(entry.by, judgement=None))

        assert sorted(map(str, map(said, other.entries()))) == sorted(map(str, map(said, record.entries())))
        assert {report.outlet for report in other.reports()} == {"The Gazette", "ACLED"}


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("quote", "never said", "does not stand in the sentence"),
        ("issue", "weather", "not one of"),
        ("precondition", "perhaps", "neither true nor false"),
        ("after", "aid", "JSON"),
        ("after", '["weather"]', "not one of"),
        ("confidence", "2", "in [0, 1]"),
        ("start", "7", "where the quote stood"),
        ("report_date", "soon", "no day"),
        ("kind", "rumour", "none of"),
    ],
)
def test_an_edited_row_that_cannot_be_is_named(record, tmp_path, column, value, why):
    """With line, column and name; the others are taken."""
    export(record, tmp_path / "a.csv", "csv")
    rows = cells(tmp_path / "a.csv")
    at = next(n for n, row in enumerate(rows) if row["kind"] == "position")
    rows[at][column] = value
    with (tmp_path / "a.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(COLUMNS))
        writer.writeheader()
        writer.writerows(rows)
    told = []
    with Record() as other:
        done = import_csv(other, tmp_path / "a.csv", lambda fault: told.append(str(fault)))
    assert (done.new, done.skipped) == (7, 1)
    (fault,) = told
    assert f"column {list(COLUMNS).index(column) + 1} ({column}): " in fault
    assert why in fault


def test_a_search_is_exported_with_its_filters(record, tmp_path):
    """Entries once each; sentences from which nothing was read stand there without one."""
    export(record, tmp_path / "a.csv", "csv", kind="event", party="Norway", since="2020-03-02", until="2020-03-02")
    assert {(row["kind"], row["date"]) for row in cells(tmp_path / "a.csv")} == {("event", "2020-03-02")}
    done = export(record, tmp_path / "b.csv", "csv", "truce")
    rows = cells(tmp_path / "b.csv")
    assert sorted(row["kind"] for row in rows) == ["", "position"]
    assert (done.entries, done.sentences) == (1, 1)
    with pytest.raises(InputError, match="no issue 'weather'"):
        export(record, tmp_path / "c.csv", "csv", issue="weather")
    assert not (tmp_path / "c.csv").exists()


def test_parquet_has_typed_columns(record, tmp_path):
    """The rows of the CSV file, with numbers, truths and lists."""
    import duckdb

    export(record, tmp_path / "it's.parquet", "parquet")
    with duckdb.connect(":memory:") as connection:
        found = connection.read_parquet(str(tmp_path / "it's.parquet"))
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert list(rows[0]) == list(COLUMNS)
    (position,) = (row for row in rows if row["kind"] == "position")
    assert (position["precondition"], position["after"], position["actor"]) == (True, ["aid"], None)
    (claim,) = (row for row in rows if row["kind"] == "claim" and row["reader"] != "acled")
    assert (claim["value"], claim["parties"], claim["start"]) == (41.0, None, report().text.index("40 were"))


def test_parquet_without_its_library_says_how_to_install_it(record, tmp_path, monkeypatch):
    """And leaves nothing behind."""
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(InputError, match=r"detente\[parquet\]"):
        export(record, tmp_path / "a.parquet", "parquet")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_json_ld_is_provenance_and_annotation(record, tmp_path):
    """Read by a library for linked data: quotes by words and by place, readers, persons, corrections."""
    import rdflib
    from rdflib.namespace import PROV, RDF

    export(record, tmp_path / "a.jsonld", "jsonld")
    graph = rdflib.Graph().parse(tmp_path / "a.jsonld", format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    text = {str(r.id): r.text for r in record.reports()}
    annotations = list(graph.subjects(RDF.type, oa.Annotation))
    assert len(annotations) == len(record.entries())
    for annotation in annotations:
        target = graph.value(annotation, oa.hasTarget)
        source = text[str(graph.value(target, oa.hasSource)).rpartition(":")[2]]
        by_type = {graph.value(node, RDF.type): node for node in graph.objects(target, oa.hasSelector)}
        place, words = by_type[oa.TextPositionSelector], by_type[oa.TextQuoteSelector]
        start, end = (int(graph.value(place, name)) for name in (oa.start, oa.end))
        assert source[start:end] == str(graph.value(words, oa.exact))
        assert source[:start].endswith(str(graph.value(words, oa.prefix)))
        assert source[end:].startswith(str(graph.value(words, oa.suffix)))
        entry = graph.value(annotation, oa.hasBody)
        assert graph.value(entry, PROV.wasDerivedFrom) == graph.value(target, oa.hasSource)
        by = graph.value(graph.value(entry, PROV.wasGeneratedBy), PROV.wasAssociatedWith)
        assert (by, RDF.type, PROV.Agent) in graph
    (revised,) = graph.subjects(PROV.wasRevisionOf)
    assert "corrected by Ana Berg" in str(graph.value(graph.value(revised, PROV.wasGeneratedBy), rdflib.RDFS.label))
    body = json.loads((tmp_path / "a.jsonld").read_text())
    assert all(isinstance(value, str | dict) and "http" not in str(key) for key, value in body["@context"].items())


SECRETS = ("Rassendyll", "Borland", "Gazette", "truce", "freed", "Ana", "Berg", "Oslo", "ACLED", "Front",
           "example", "talks", "Narvik", "crowd", "rules", "acled", "Dahl")  # fmt: skip


@pytest.mark.parametrize("format", ["csv", "jsonl", "jsonld", "parquet"])
def test_a_redacted_export_names_no_source_and_has_no_words(record, tmp_path, format):
    """Nor an id of the record, of which somebody who has the text could find the report."""
    done = export(record, tmp_path / "a", format, redact=True)
    written = (tmp_path / "a").read_bytes().decode("utf-8", "replace")
    assert done.entries == 8
    for word in SECRETS:
        assert word not in written.split("@graph")[-1], word
    for id in [*(e.id for e in record.entries()), *record.ids(), *(j.id for j in record.log())]:
        assert id not in written
    assert "ceasefire" in written
    assert "Norway" in written


def test_two_redacted_exports_cannot_be_laid_beside_each_other(record, tmp_path):
    """Ids and the names for unknown parties are drawn anew; within one export they hold together."""
    for name in "ab":
        export(record, tmp_path / f"{name}.csv", "csv", redact=True)
    one, other = (cells(tmp_path / f"{name}.csv") for name in "ab")
    for column in ("id", "report"):
        assert not {row[column] for row in one} & {row[column] for row in other}
    names = [{row[c] for row in rows for c in ("actor", "recipient", "party")} for rows in (one, other)]
    assert {name for name in names[0] & names[1] if name} == {"Norway"}
    assert len({row["report"] for row in one}) == 4
    assert [row["id"] for row in one] == sorted(row["id"] for row in one)


def test_no_record_is_made_of_a_redacted_export(record, tmp_path):
    """It says why."""
    export(record, tmp_path / "a.jsonl", "jsonl", redact=True)
    with pytest.raises(ReportError, match="redacted"):
        is_export(tmp_path / "a.jsonl")


def test_a_file_that_cannot_be_written_is_named(record, tmp_path):
    """Before anything is done."""
    with pytest.raises(InputError, match="no such folder"):
        export(record, tmp_path / "none" / "a.csv", "csv")
