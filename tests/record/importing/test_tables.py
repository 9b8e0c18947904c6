"""Taking tables into a record: bad rows, new forms of a row, packed files, interruption."""

import csv
import gzip
import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import ReportError
from detente.record import Record
from detente.record.importing import DATASETS, import_table
from detente.record.importing.rowtext import report_of_row, values_of
from detente.record.importing.table import Row

TABLES = Path(__file__).parent / "tables"
ACLED = (TABLES / "acled.csv").read_text()
HEADER = tuple(ACLED.splitlines()[0].split(","))


def row(**values: str) -> dict[str, str]:
    usual = {"event_id_cnty": "NOR9", "event_date": "2020-05-01", "time_precision": "1", "event_type": "Battles"}
    return usual | {"location": "Bergen"} | values


def table(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, HEADER, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("values", "place", "why"),
    [
        ({"event_date": "May"}, "line 3, column 2 (event_date)", "no day"),
        ({"event_date": "2020-02-30"}, "line 3, column 2 (event_date)", "calendar"),
        ({"event_date": ""}, "line 3, column 2 (event_date)", "no day"),
        ({"event_id_cnty": " "}, "line 3, column 1 (event_id_cnty)", "no id"),
        ({"notes": "a\0b"}, "line 3, column 28 (notes)", "UTF-8"),
    ],
)
def test_a_bad_row_is_named_with_line_and_column_and_the_others_are_taken(tmp_path, values, place, why):
    """It is counted; without somebody to tell, it is an error."""
    path = table(tmp_path / "a.csv", row(event_id_cnty="NOR8"), row(**values), row(event_id_cnty="NOR10"))
    told = []
    with Record() as record:
        done = import_table(record, path, on_fault=lambda fault: told.append(str(fault)))
        assert (done.rows, done.new, done.skipped) == (2, 2, 1)
        assert {dict(entry.by.original)["row"] for entry in record.entries()} == {"NOR8", "NOR10"}
        with pytest.raises(ReportError, match=why):
            import_table(record, path)
    (fault,) = told
    assert fault.startswith(f"{path}: {place}: ")
    assert why in fault


def test_rows_of_another_length_and_bytes_that_are_no_utf8_are_named(tmp_path):
    """A row may span lines; its first is named."""
    good = ACLED.splitlines()[1]
    body = "\n".join([ACLED.splitlines()[0], '"NOR1\n",2', good, good.replace("Narvik", "Narv\xefk")])
    (tmp_path / "a.csv").write_bytes(body.encode("latin-1"))
    told = []
    with Record() as record:
        assert import_table(record, tmp_path / "a.csv", on_fault=lambda f: told.append(str(f))).rows == 1
    assert [fault.removeprefix(f"{tmp_path}/a.csv: ") for fault in told] == [
        "line 2, column 3: has 2 values, and the table 31 columns",
        "line 5, column 22 (location): is not UTF-8; save the table as UTF-8",
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "no known table"),
        (ACLED.splitlines()[0] + "\n", "none of its 0 row"),
        (ACLED.replace("notes", "source"), "two columns are called 'source'"),
        ("\0\0", "no table in UTF-8"),
    ],
)
def test_what_is_no_table_leaves_the_record_as_it_was(tmp_path, content, why):
    """The message says what is missing."""
    (tmp_path / "a.csv").write_text(content)
    with Record() as record:
        with pytest.raises(ReportError, match=why):
            import_table(record, tmp_path / "a.csv", on_fault=lambda _: None)
        assert record.reports() == []


def test_a_named_form_that_it_is_not_says_what_lacks(tmp_path):
    """Also of the form without a header."""
    with Record() as record:
        with pytest.raises(ReportError, match="lacks Event ID, Event Date"):
            import_table(record, TABLES / "acled.csv", name="polecat")
        with pytest.raises(ReportError, match="61 between tabs"):
            import_table(record, TABLES / "acled.csv", name="gdelt")


def packed(path: Path, data: bytes, suffix: str) -> Path:
    made = path / f"a{suffix}"
    if suffix.endswith(".zip"):
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", data)
            archive.writestr("readme.md", "x")
    else:
        made.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    return made


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".zip"])
def test_packed_tables_are_as_plain_ones(tmp_path, suffix):
    """So is one with a byte order mark, and one with semicolons."""
    rows = list(csv.reader(io.StringIO(ACLED)))
    semicolons = io.StringIO()
    csv.writer(semicolons, delimiter=";").writerows(rows)
    with Record() as record:
        import_table(record, TABLES / "acled.csv")
        before = record.entries()
        import_table(record, packed(tmp_path, b"\xef\xbb\xbf" + ACLED.encode(), suffix))
        import_table(record, packed(tmp_path, semicolons.getvalue().encode(), suffix))
        assert record.entries() == before


@pytest.mark.parametrize("suffix", [".csv.gz", ".zip"])
def test_a_table_that_unfolds_without_end_is_not_read_to_it(tmp_path, suffix):
    """What came before is taken, and the line is named."""
    data = ACLED.encode() + b"x,x,x,x,x,x,x,x,x,x,x,x,x,x,x\n" * 800_000
    told = []
    with Record() as record:
        done = import_table(record, packed(tmp_path, data, suffix), on_fault=lambda f: told.append(str(f)))
    assert done.rows == 3
    assert "times its size" in told[-1]


def test_the_same_table_twice_adds_nothing():
    """Nor does it in a newer version, as far as the rows are the same; who read it then is known."""
    with Record() as record:
        import_table(record, TABLES / "acled.csv", version="1")
        before = [entry.id for entry in record.entries()]
        assert import_table(record, TABLES / "acled.csv", version="1").new == 0
        assert import_table(record, TABLES / "acled.csv", version="2").new == 0
        assert [entry.id for entry in record.entries()] == before
        assert {entry.by.version for entry in record.entries()} == {"2/2"}


def test_a_corrected_row_takes_the_place_of_the_earlier_one(tmp_path):
    """The earlier one stays in the record and out of view, whatever is imported again."""
    first = table(tmp_path / "a.csv", row(location="Bergen"), row(event_id_cnty="NOR8"))
    second = table(tmp_path / "b.csv", row(location="Oslo"), row(event_id_cnty="NOR8"))
    with Record() as record:
        import_table(record, first)
        (old,) = (entry for entry in record.entries() if dict(entry.by.original)["row"] == "NOR9")
        done = import_table(record, second)
        assert (done.rows, done.new, done.superseded) == (2, 1, 1)
        assert sorted(entry.place for entry in record.entries()) == ["Bergen", "Oslo"]
        assert record.entry(old.id).place == "Bergen"
        import_table(record, first)
        assert sorted(entry.place for entry in record.entries()) == ["Bergen", "Oslo"]
        assert len(record.search("", place="Oslo")) == 1


def test_a_judgement_on_a_row_holds(tmp_path):
    """Rejected stays rejected when the table is imported in a newer version; shown, found and logged like any other."""
    path = table(tmp_path / "a.csv", row())
    with Record() as record:
        import_table(record, path, version="1")
        (entry,) = record.entries()
        record.judge(entry.id, "correct", changes={"type": "ASSAULT"}, by="Ana")
        import_table(record, path, version="2")
        (stands,) = record.entries()
        assert (stands.type, stands.by.judged[:16]) == ("ASSAULT", "corrected by Ana")
        assert record.search(type="ASSAULT")[0].entries == (stands,)
        record.judge(stands.id, "reject", by="Ana")
        import_table(record, path, version="3")
        assert record.entries() == []


def test_an_event_without_a_type_is_in_no_case():
    """A model of acts has no place for it."""
    from detente.case.material import material

    with Record() as record:
        import_table(record, TABLES / "polecat.txt")
        assert len(record.entries()) == 3
        assert {event.type for event in material(record).events} == {"REQUEST", "CONSULT"}


VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(HEADER), VALUES))
def test_a_row_can_be_told_back_from_its_text(values):
    """Every value that is not empty, whatever stands in it; the quote is the notes."""
    given_row = dict.fromkeys(HEADER, "") | values | {"event_id_cnty": "X1", "event_date": "2020-01-01"}
    made = Row(2, HEADER, tuple(given_row.values()))
    report, start = report_of_row(DATASETS["acled"], made, path="a.csv", date=None, url=None)
    assert values_of(report.text) == {name: value for name, value in given_row.items() if value.strip()}
    quote = report.text[start : report.kept[0][1]]
    if given_row["notes"].strip():
        assert quote.replace("\n    ", "\n") == given_row["notes"].strip()
    else:
        assert quote.startswith("event_date: 2020-01-01")


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["Oslo", "Bergen"])), min_size=1, max_size=8))
def test_of_each_row_the_form_that_came_last_stands(tmp_path_factory, given_rows):
    """Unless it had been there before: then it was superseded already."""
    folder = tmp_path_factory.mktemp("rows")
    expected: dict[str, list[str]] = {}
    with Record() as record:
        for n, (id, place) in enumerate(given_rows):
            import_table(record, table(folder / f"{n}.csv", row(event_id_cnty=f"N{id}", location=place)))
            if place not in expected.setdefault(f"N{id}", []):
                expected[f"N{id}"].append(place)
        found = {dict(entry.by.original)["row"]: entry.place for entry in record.entries()}
        assert len(record.entries()) == len(expected)
    assert found == {id: places[-1] for id, places in expected.items()}


IMPORTS = """
import sys
from pathlib import Path
from detente.record import Record
from detente.record.importing import import_table

with Record(sys.argv[1]) as record:
    import_table(record, Path(sys.argv[2]), progress=lambda line: print(line, flush=True))
"""


def test_a_killed_import_leaves_whole_rows_and_goes_on_where_it_stopped(tmp_path):
    """`kill -9` in the middle; the end is that of an import that nobody killed."""
    path = table(tmp_path / "a.csv", *(row(event_id_cnty=f"N{n}") for n in range(4000)))
    command = [sys.executable, "-c", IMPORTS, str(tmp_path / "r.db"), str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with Record(tmp_path / "r.db") as record:
        before = record.entries()
        assert 500 <= len(before) == len(record.reports()) < 4000
        assert import_table(record, path).new == 4000 - len(before)
        assert len(record.entries()) == 4000
        assert len(record.search(kind="event", limit=9999)) == 4000
