"""Rows of published tables as events; the tables are made up, in the columns that the publishers document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import ReportError
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
        found = {dict(entry.by.original)["row"]: [] for entry in record.entries("event")}
        for entry in record.entries("event"):
            found[dict(entry.by.original)["row"]].append(entry)
        return found


def test_a_row_is_an_event_that_leads_back_to_it(dataset):
    """Reader, id of the row, title of its report; each column that has a value stands in the text."""
    with Record() as record:
        done = import_table(record, TABLES / FILES[dataset.id], version="24.1")
        assert (done.rows, done.new, done.superseded, done.skipped) == (len(record.reports()), done.rows, 0, 0)
        for entry in record.entries("event"):
            report = record.report(entry.quote.report)
            row = dict(entry.by.original)["row"]
            assert (entry.kind, entry.by.reader, entry.by.version) == ("event", dataset.id, "24.1/2")
            assert (report.title, report.outlet) == (f"{dataset.name} {row}", dataset.name)
            assert report.path.endswith(f"#{row}")
            assert f"\n{dataset.key}: {row}\n" in report.text


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("acled", "NOR1", ("ASSAULT", "Norway", "Northern Front", "2020-03-02", "Narvik")),
        ("acled", "NOR2", ("PROTEST", "Protesters (Norway)", None, "2020-03", "Oslo")),
        ("acled", "NOR3", (None, "Northern Front", "Norway", "2020-03", "Oslo")),
        ("ucdp-ged", "1001", ("ASSAULT", "Norway", "Northern Front", "2020-03-02", "Narvik town")),
        ("ucdp-ged", "1002", ("ASSAULT", "Northern Front", "Lake Guard", "2020-03", "Nordland county")),
        ("ucdp-ged", "1003", ("ASSAULT", "Lake Guard", "Civilians", "2020", "Nordland county")),
        ("ucdp-ged", "1004", ("ASSAULT", "Lake Guard", "Civilians", None, "Nordland county")),
        ("gdelt", "9001", ("CONSULT", "Norway", "Sweden", "2020-03-02", "Oslo, Oslo, Norway")),
        ("gdelt", "9002", ("ASSAULT", "REBEL", "Norway", "2020-03-02", "Oslo, Oslo, Norway")),
        ("gdelt", "9003", (None, "Norway", None, "2020-03-02", "Oslo, Oslo, Norway")),
        ("polecat", "20200303-1", ("REQUEST", "Sweden", "Norway", "2020-03-02", "Oslo")),
        ("polecat", "20200303-2", ("CONSULT", "Denmark", "Sweden", "2020-03-02", "Bergen")),
        ("polecat", "20200303-3", (None, None, None, "2020-03-02", "NOR")),
    ],
)
def test_fields(name, row, expected):
    """A type only where a source that was read gives it; dates no more exact than the dataset says they are."""
    found = imported(name)[row]
    assert expected in [(event.type, event.actor, event.recipient, event.date, event.place) for event in found]


def test_a_type_that_no_source_maps_stands_beside_the_event():
    """In the dataset's own words."""
    kinds = {
        ("acled", "NOR3"): "Strategic developments: Agreement",
        ("gdelt", "9003"): "CAMEO 010", ("polecat", "20200303-3"): "WONDER",
    }  # fmt: skip
    for (name, row), kind in kinds.items():
        (event,) = imported(name)[row]
        assert event.type is None
        assert dict(event.by.original)["type"] == kind


def test_notes_are_the_quote_where_there_are_any():
    """Otherwise the columns that make it an event, in one line."""
    acled, gdelt = imported("acled"), imported("gdelt")
    assert acled["NOR1"][0].quote.text == "On 2 March 2020, forces of both sides clashed near Narvik. Two were killed."
    assert acled["NOR3"][0].quote.text.startswith("event_date: 2020-03-31 | event_type: Strategic developments | ")
    assert gdelt["9001"][0].quote.text == (
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


def acled(tmp_path, type, sub_type, first, second, fatalities="0"):
    """What is made of a row of ACLED with these values."""
    names = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,location,fatalities"
    row = f"X1,2020-03-02,{type},{sub_type},{first},{second},Oslo,{fatalities}"
    (tmp_path / "a.csv").write_text(f"{names}\n{row}\n")
    with Record() as record:
        import_table(record, tmp_path / "a.csv")
        return record.entries(), record.claims()


@pytest.mark.parametrize(
    ("type", "sub_type", "sides", "expected"),
    [
        ("Battles", "Armed clash", ("A", "B"), [("ASSAULT", "A", "B"), ("ASSAULT", "B", "A")]),
        ("Violence against civilians", "Attack", ("Civilians (Norway)", "A"), [("ASSAULT", "A", "Civilians (Norway)")]),
        ("Explosions/Remote violence", "Grenade", ("A", "Civilians (X)"), [("ASSAULT", "A", "Civilians (X)")]),
        ("Explosions/Remote violence", "Grenade", ("A", ""), [("ASSAULT", "A", None)]),
        ("Explosions/Remote violence", "Air/drone strike", ("A", "B"), [(None, "A", "B")]),
        ("Riots", "Violent demonstration", ("Rioters (Norway)", ""), [("PROTEST", "Rioters (Norway)", None)]),
        ("Riots", "Mob violence", ("Rioters (Norway)", ""), [(None, "Rioters (Norway)", None)]),
        ("Protests", "Excessive force against protesters", ("A", "Protesters (X)"), [(None, "A", "Protesters (X)")]),
    ],
)
def test_who_did_it_is_said_only_where_the_type_says_so(tmp_path, type, sub_type, sides, expected):
    """In a battle both did; of other violence the side that bears no arms did not; otherwise nobody knows."""
    found, _ = acled(tmp_path, type, sub_type, *sides)
    assert sorted(((e.type, e.actor, e.recipient) for e in found), key=repr) == sorted(expected, key=repr)


def test_fatalities_are_claims_of_the_dataset_on_the_event(tmp_path):
    """With the column as the quote; a zero says that none were reported, which is no figure."""
    found, (account,) = acled(tmp_path, "Battles", "Armed clash", "A", "B", "12")
    (claim,) = (each for each in found if each.kind == "claim")
    assert (claim.value, claim.unit, claim.comparator, claim.source) == (12, "killed", "=", None)
    assert claim.quote.text == "fatalities: 12"
    assert account.event.first.kind == "event"
    (thing,) = account.things
    assert (thing.low, thing.high, thing.sources) == (12, 12, ("ACLED",))
    assert acled(tmp_path, "Battles", "Armed clash", "A", "B", "0")[1] == []


def test_estimates_of_the_ucdp_stand_side_by_side():
    """At least the low, about the best, at most the high one: one range, and no contradiction."""
    with Record() as record:
        import_table(record, TABLES / FILES["ucdp-ged"])
        accounts = record.claims(party="Norway")
        assert len(record.entries("claim")) == 12
    (account,) = accounts
    (thing,) = account.things
    assert [(s.claim.comparator, s.claim.value) for s in thing.said] == [("~", 2), ("<", 3), (">", 2)]
    assert (thing.low, thing.high, account.contradictions, account.derived) == (2, 3, (), ())


def test_a_number_that_is_none_is_named(tmp_path):
    """With line and column; nothing of the row is taken."""
    with pytest.raises(ReportError, match=r"line 2, column 8 \(fatalities\): 'some' is no number of people"):
        acled(tmp_path, "Battles", "Armed clash", "A", "B", "some")
