"""`detente record import` and `detente record export` as a person calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente import cli_options
from detente.cli import main
from detente.record.importing import DATASETS

TABLES = Path(__file__).parent / "record" / "importing" / "tables"
REPORT = "2 March 2020\n\nNorway rejected the ceasefire. Denmark demands the release of all prisoners.\n"


def detente(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_command_takes_all_kinds_of_sources(here):
    """A folder with reports and tables of every form, an export; what each gave is told, also where it is piped."""
    folder = here / "all"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.jsonl").write_text(json.dumps({"text": REPORT.replace("2 March", "3 March")}))
    (folder / "other.csv").write_text("a,b\n1,2\n")
    for table in TABLES.iterdir():
        (folder / table.name).write_bytes(table.read_bytes())
    first = detente("record", "import", "r.db", folder)
    assert first.exit_code == 0, first.output
    done = {Path(row.pop("source")).name: row for row in json.loads(first.stdout)["imported"]}
    assert done["acled.csv"] == {"rows": 3, "new": 3, "superseded": 0, "skipped": 0}
    assert sorted(done) == ["acled.csv", "all", "gdelt.export.CSV", "polecat.txt", "ucdp-ged.csv"]
    assert done["all"]["reports_added"] == 2
    assert done["all"]["entries_added"] > 2
    assert "other.csv: line 1: the header is that of no known table" in first.stderr
    again = json.loads(detente("record", "import", "r.db", folder).stdout)["imported"]
    assert not any(row.get("new") or row.get("entries_added") or row.get("reports_added") for row in again)
    assert detente("record", "export", "r.db", "-o", "all.jsonl").exit_code == 0
    assert detente("record", "import", "s.db", "all.jsonl").exit_code == 0
    shown = [json.loads(detente("record", "show", name, "--json").stdout) for name in ("r.db", "s.db")]
    assert shown[0] == shown[1]
    apart = json.loads(detente("record", "show", "s.db", "--apart", "--json").stdout)
    # A row is one event, or two where each side did it to the other; the numbers of people killed come beside it.
    rows = {entry["report"] for entry in apart if entry["reader"] in DATASETS}
    assert len(rows) == sum(row.get("new", 0) for row in done.values())


def test_a_row_of_a_table_is_shown_found_judged_and_logged(here):
    """Like any other entry; a type that no source maps stands in brackets."""
    assert detente("record", "import", "r.db", TABLES / "acled.csv", "--dataset-version", "24").exit_code == 0
    (hit,) = json.loads(detente("record", "search", "r.db", "Agreement", "--party", "Oslo").stdout)
    (entry,) = hit["entries"]
    assert (entry["reader"], entry["reader_version"], entry["type"]) == ("acled", "24/2", None)
    judged = detente("record", "judge", "r.db", entry["id"], "correct", "--set", "type=AGREE", "--by", "Ana")
    assert "(Strategic developments: Agreement) Northern Front -> Norway in Oslo" in " ".join(judged.stdout.split())
    assert "2020-03 AGREE Northern Front and Norway in Oslo" in judged.stdout
    (logged,) = json.loads(detente("record", "log", "r.db").stdout)
    assert logged["judged"]["original"]["row"] == "NOR3"


def test_what_a_person_sees_fits_a_terminal(here, monkeypatch):
    """Lines with counts; JSON with --json."""
    monkeypatch.setattr(cli_options, "_looking", lambda: True)
    done = detente("record", "import", "r.db", TABLES / "acled.csv", "--json")
    assert json.loads(done.stdout)["record"] == "r.db"
    for format in ("csv", "parquet", "jsonl", "jsonld"):
        told = detente("record", "export", "r.db", "--kind", "event", "-o", f"o.{format}")
        assert told.stdout == f"o.{format}: 4 entries from 3 report(s)\n"
    piped = detente("record", "export", "r.db", "--redacted", "-o", "red.csv", "--json")
    assert json.loads(piped.stdout) == {
        "file": "red.csv", "format": "csv", "redacted": True, "reports": 3, "entries": 5, "sentences": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (("import", "r.db"), ("nothing to import",)),
        (("import", "r.db", "none.csv"), ("none.csv", "no such file")),
        (("import", "r.db", "notes.csv"), ("notes.csv", "line 1", "no known table")),
        (("import", "r.db", "notes.csv", "--format", "acled"), ("notes.csv", "lacks event_id_cnty")),
        (("import", "r.db", "http://127.0.0.1:1/a"), ("127.0.0.1", "--allow-private")),
        (("import", "r.db", "ftp://example.org/a"), ("only http and https",)),
        (("add", "r.db", "http://localhost/a"), ("localhost", "--allow-private")),
        (("export", "none.db", "-o", "a.csv"), ("none.db", "no such record")),
    ],
)
def test_bad_input_leaves_nothing_behind(here, args, parts):
    """One line that names it, exit code 2, no record."""
    (here / "notes.csv").write_text("a,b\n1,2\n")
    result = detente("record", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(part in result.stderr for part in parts), result.stderr
    assert [file.name for file in here.iterdir()] == ["notes.csv"]


def test_an_export_needs_a_form_and_never_goes_over_the_record(here):
    """The record stays as it was."""
    detente("record", "import", "r.csv", TABLES / "acled.csv")
    before = (here / "r.csv").read_bytes()
    for output, why in (("o.xyz", "--format csv|parquet|jsonl|jsonld"), ("r.csv", "is the record itself")):
        result = detente("record", "export", "r.csv", "-o", output)
        assert result.exit_code == 2
        assert why in result.stderr
    assert (here / "r.csv").read_bytes() == before


def test_an_export_of_a_database_may_replace_a_file(here):
    """An address is no file that could be the same; what is said is that nobody answers there."""
    (here / "o.csv").write_text("an earlier export")
    result = detente("record", "export", "postgresql://127.0.0.1:1/talks", "-o", "o.csv")
    assert (result.exit_code, result.stderr.startswith("detente: postgresql://127.0.0.1:1/talks: ")) == (2, True)
    assert (here / "o.csv").read_text() == "an earlier export"


def test_what_is_passed_by_is_told_in_one_way(here):
    """Whatever the kind of source: its place, why, and how many of them; nothing else is lost."""
    table = (TABLES / "acled.csv").read_text()
    (here / "bad.csv").write_text(table.replace("2020-03-31", "2020-13-31"))
    (here / "bad.jsonl").write_text(json.dumps({"text": REPORT}) + "\n{\n")
    assert detente("record", "import", "r.db", TABLES / "acled.csv").exit_code == 0
    assert detente("record", "export", "r.db", "-o", "rows.jsonl").exit_code == 0
    assert detente("record", "export", "r.db", "-o", "cells.csv").exit_code == 0
    rows = (here / "rows.jsonl").read_text().splitlines()
    (here / "rows.jsonl").write_text("\n".join([*rows[:2], "{", *rows[2:]]))
    cells = (here / "cells.csv").read_text()
    (here / "cells.csv").write_text(cells.replace("event,", "evnt,", 1))
    for name in ("bad.csv", "bad.jsonl", "rows.jsonl", "cells.csv"):
        done = detente("record", "import", f"{name}.db", name)
        assert done.exit_code == 0, done.output
        (line,) = done.stderr.splitlines()
        assert line.startswith(f"detente: {name}: line ")
        assert line.endswith("; passed by")
        assert json.loads(done.stdout)["imported"][0]["skipped"] == 1
