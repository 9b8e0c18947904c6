"""Rows of published tables as events; the tables are made up, in the columns that the publishers document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ontology import acts
from detente.record import Record
from detente.record.importing import DATASETS, import_table
from detente.record.importing.datasets import party

TABLES = Path(__file__).parent / "tables"
FILES = {"acled": "acled.csv", "ucdp-ged": "ucdp-ged.csv", "gdelt": "gdelt.export.CSV", "polecat": "polecat.txt"}


@pytest.fixture(params=sorted(FILES))
def dataset(request):
    return DATASETS[request.param]


def imported(name):
    with Record() as record:
        import_table(record, TABLES / FILES[name])
        return {dict(entry.by.original)["row"]: entry for entry in record.entries()}


def test_a_row_is_an_event_that_leads_back_to_it(dataset):
    """Reader, id of the row, title of its report; each column that has a value stands in the text."""
    with Record() as record:
        done = import_table(record, TABLES / FILES[dataset.id], version="24.1")
        assert (done.rows, done.new, done.superseded, done.skipped) == (len(record.entries()), done.rows, 0, 0)
        for entry in record.entries():
            report = record.report(entry.quote.report)
            row = dict(entry.by.original)["row"]
            assert (entry.kind, entry.by.reader, entry.by.version) == ("event", dataset.id, "24.1")
            assert (report.title, report.outlet) == (f"{dataset.name} {row}", dataset.name)
            assert report.path.endswith(f"#{row}")
            assert f"\n{dataset.key}: {row}\n" in report.text


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("acled", "NOR1", (None, "Norway", "Northern Front", "2020-03-02", "Narvik")),
        ("acled", "NOR2", (None, "Protesters (Norway)", None, "2020-03", "Oslo")),
        ("acled", "NOR3", (None, "Northern Front", "Norway", "2020-03", "Oslo")),
        ("ucdp-ged", "1001", (None, "Norway", "Northern Front", "2020-03-02", "Narvik town")),
        ("ucdp-ged", "1002", (None, "Northern Front", "Lake Guard", "2020-03", "Nordland county")),
        ("ucdp-ged", "1003", (None, "Lake Guard", "Civilians", "2020", "Nordland county")),
        ("ucdp-ged", "1004", (None, "Lake Guard", "Civilians", None, "Nordland county")),
        ("gdelt", "9001", ("CONSULT", "Norway", "Sweden", "2020-03-02", "Oslo, Oslo, Norway")),
        ("gdelt", "9002", ("ASSAULT", "REBEL", "Norway", "2020-03-02", "Oslo, Oslo, Norway")),
        ("gdelt", "9003", (None, "Norway", None, "2020-03-02", "Oslo, Oslo, Norway")),
        ("polecat", "20200303-1", ("REQUEST", "Sweden", "Norway", "2020-03-02", "Oslo")),
        ("polecat", "20200303-2", ("CONSULT", "Denmark", "Sweden", "2020-03-02", "Bergen")),
        ("polecat", "20200303-3", (None, None, None, "2020-03-02", "NOR")),
    ],
)
def test_fields(name, row, expected):
    """A type only where the dataset codes in PLOVER or CAMEO; dates no more exact than the dataset says they are."""
    event = imported(name)[row]
    assert (event.type, event.actor, event.recipient, event.date, event.place) == expected


def test_a_type_that_no_source_maps_stands_beside_the_event():
    """In the dataset's own words."""
    kinds = {
        ("acled", "NOR1"): "Battles: Armed clash", ("ucdp-ged", "1003"): "one-sided violence",
        ("gdelt", "9003"): "CAMEO 010", ("polecat", "20200303-3"): "WONDER",
    }  # fmt: skip
    for (name, row), kind in kinds.items():
        event = imported(name)[row]
        assert event.type is None
        assert dict(event.by.original)["type"] == kind


def test_notes_are_the_quote_where_there_are_any():
    """Otherwise the columns that make it an event, in one line."""
    acled, gdelt = imported("acled"), imported("gdelt")
    assert acled["NOR1"].quote.text == "On 2 March 2020, forces of both sides clashed near Narvik. Two were killed."
    assert acled["NOR3"].quote.text.startswith("event_date: 2020-03-31 | event_type: Strategic developments | ")
    assert gdelt["9001"].quote.text == (
        "SQLDATE: 20200302 | Actor1Name: SWEDEN | EventCode: 046 | Actor2Name: NORWAY | "
        "ActionGeo_FullName: Oslo, Oslo, Norway"
    )


def test_an_address_in_a_row_is_that_of_the_report():
    """What is no address is not taken for one."""
    with Record() as record:
        import_table(record, TABLES / FILES["gdelt"])
        found = {report.title: report.url for report in record.reports()}
    assert found == {
        "GDELT 2.0 9001": "https://example.org/talks", "GDELT 2.0 9002": None,
        "GDELT 2.0 9003": "https://example.org/said",
    }  # fmt: skip


def test_every_cameo_code_of_the_ontology_gives_its_type(tmp_path):
    """And leads back: the code stands among those of the type."""
    line = (TABLES / FILES["gdelt"]).read_text().splitlines()[0].split("\t")
    codes = sorted(code for act in acts().values() for code in act.cameo)
    made = ["\t".join([f"{n}", *line[1:26], code, *line[27:]]) for n, code in enumerate(codes)]
    (tmp_path / "all.tsv").write_text("\n".join(made))
    with Record() as record:
        import_table(record, tmp_path / "all.tsv")
        found = {dict(event.by.original)["type"].split()[1]: event.type for event in record.entries()}
    assert sorted(found) == codes
    assert all(code in acts()[type].cameo for code, type in found.items())


@given(st.text(max_size=40))
def test_a_name_is_kept_where_nobody_is_known_by_it(name):
    """Never emptied, never invented."""
    assert party(name) == (name or None) or party(name) in {party(party(name)), None}
