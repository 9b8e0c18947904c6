"""A record of each earlier version, in a file or a database, is brought up to this version where it lies.

`versions` holds the tables as each version made them.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from detente.entries import Event, Naming, Position, Provenance, entry_to_json
from detente.errors import RecordError
from detente.record import Record, schema, upgrade
from detente.record.address import place_of
from detente.record.database import open_engine
from detente.record.statements import details_row
from detente.reports import report_from_text

TABLES = Path(__file__).parent / "versions"
REPORT = report_from_text("Arland demands a truce. They met in Oslo.", date="2020-03-02", path="talks.txt")
OTHER = report_from_text("Nothing yet.")
OLD, NEW = Provenance("rules", "1", "r", 0.5), Provenance("rules", "2", "r", 0.7)
TRUCE = Position("Arland", "ceasefire", "demands", "a truce", REPORT.quote(0, 22), by=NEW)
MET = Event("CONSULT", "Arland", None, "2020-03-02", "Oslo", REPORT.quote(24, 40), by=NEW)
THEY = Naming("Arland", REPORT.quote(24, 28), by=NEW)
GONE = replace(TRUCE, terms="truce", by=OLD)
DAYS = {"1": "2020-03-03T00:00:00.000000Z", "2": "2020-03-04T00:00:00.000000Z"}


def tables(version: int, place: str) -> str:
    """The statements that make the tables."""
    sort = "postgresql" if "://" in place else "sqlite"
    made = (TABLES / f"{version}.sql").read_text()
    index = TABLES / f"{version}-{sort}.sql"
    made += index.read_text() if index.exists() else ""
    return (
        made.replace("VARCHAR", 'VARCHAR COLLATE "C"')
        if sort == "postgresql"
        else made.replace("SERIAL", "INTEGER").replace("BYTEA", "BLOB")
    )


def rows(version: int) -> list[tuple[str, dict[str, object]]]:
    """Two readings of one report, of which the second counts, with a naming where there are any; and a report alone."""
    made: list[tuple[str, dict[str, object]]] = []
    for report in (REPORT, OTHER):
        made += [("reports", {"id": report.id, "text": report.text}), ("details", details_row(report))]
    known = details_row(REPORT)["id"]
    for entry in (GONE, TRUCE, MET, *([THEY] if version > 4 else [])):
        quote, by = entry.quote, entry.by
        body = {
            key: value for key, value in entry_to_json(entry).items() if not key.startswith(("reader", "rule", "co"))
        }
        if version > 5:
            body = {key: value for key, value in body.items() if key not in ("quote", "id", "span")}
        place = {"report": REPORT.id, "start": quote.start, "end": quote.end, "body": body}
        made.append(("entries", {"id": entry.id, "kind": entry.kind, **place}))
        read = {"reader": by.reader, "reader_version": by.version, "rule": by.rule, "confidence": by.confidence}
        when = {"at": DAYS[by.version]} if version > 2 else {}
        made.append(("readings", {"entry": entry.id, "details": known, **read, **when}))
    if version > 2:
        for number, at in DAYS.items():
            by = {"reader": "rules", "reader_version": number, "using": "", "at": at}
            made.append(("sightings", {"details": known, **by}))
        by = {"reader": "", "reader_version": "", "using": "", "at": DAYS["1"]}
        made.append(("sightings", {"details": details_row(OTHER)["id"], **by}))
    return made


def put(place: str, version: int) -> None:
    """Make a record as a program of that version made it."""
    if "://" in place:
        import psycopg

        connection, mark = psycopg.connect(place, autocommit=False), "%s"
        connection.execute(tables(version, place))
    else:
        connection, mark = sqlite3.connect(place), "?"
        connection.executescript(tables(version, place))
    for table, row in rows(version):
        values = [json.dumps(value) if isinstance(value, list | dict) else value for value in row.values()]
        names = ", ".join(f'"{name}"' for name in row)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join([mark] * len(row))})", values)
    connection.commit()
    if mark == "?":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


@pytest.fixture(params=range(schema.OLDEST, schema.VERSION))
def version(request):
    return request.param


@pytest.fixture
def old(place, version):
    put(place, version)
    return place


def test_an_older_record_is_upgraded_where_it_lies(old, version):
    """It shows what it showed, and can be searched, judged and added to."""
    with Record(old) as record:
        assert record.entries() == [TRUCE, MET]
        assert record.entries()[0].by == NEW
        assert record.namings() == ([THEY] if version > 4 else [])
        assert [report.path for report in record.reports()] == ["", "talks.txt"]
        if version == 2:
            assert [hit.entries for hit in record.search("truce")] == [(TRUCE,)]
    with Record(old) as record:
        record.judge(TRUCE.id, "reject", by="Ana")
        record.add(REPORT, [MET, replace(TRUCE, by=Provenance("rules", "3"))])
        assert TRUCE not in record.entries()
        assert record.seen()[MET.id].first < record.seen()[MET.id].last
        assert [hit.sentence for hit in record.search("Oslo met")] == ["They met in Oslo."]


@pytest.mark.parametrize("version", range(schema.OLDEST, schema.VERSION + 1))
def test_an_upgraded_record_has_the_tables_of_a_new_one(old):
    """Columns, keys, indexes and rules; alembic finds nothing to change. The index of the search is made anew.

    The tables kept here for the present version, which the next one will be held against, are those that it makes.
    """

    def ours(thing, name, sort, *_):
        return not (sort == "table" and name.startswith("found"))

    engine = open_engine(place_of(old))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_an_upgrade_that_fails_leaves_the_older_record(place, monkeypatch):
    """All of it is done or nothing."""
    put(place, 2)

    def fails(*_):
        raise RecordError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(upgrade, "index_report", fails)
        with pytest.raises(RecordError, match="disk is full"):
            Record(place)
    monkeypatch.setattr(upgrade, "steps_from", lambda version: [])
    monkeypatch.setattr("detente.record.database.VERSION", 2)
    with Record(place) as record, record._engine.connect() as connection:
        names = {name for name in schema.metadata.tables if connection.dialect.has_table(connection, name)}
        assert names == {"meta", "reports", "details", "entries", "readings"}
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'version'").scalar() == "2"
    monkeypatch.undo()
    with Record(place) as record:
        assert record.entries() == [TRUCE, MET]


def test_two_programs_upgrade_once(place):
    """The one that comes second finds nothing to do."""
    from detente.record.database import writing

    put(place, 2)
    with Record(place) as record:
        with writing(record._engine) as connection:
            upgrade.upgrade(connection)
        assert record.entries() == [TRUCE, MET]


def test_a_script_leads_to_every_version():
    """One from each to the next, up to the present one, and each says whether the index is made anew."""
    scripts = ScriptDirectory(str(upgrade.FOLDER))
    assert [step.revision for step in upgrade.steps_from(str(schema.OLDEST))] == [
        str(version) for version in range(schema.OLDEST + 1, schema.VERSION + 1)
    ]
    assert scripts.get_heads() == [str(schema.VERSION)]
    assert scripts.get_bases() == [str(schema.OLDEST)]
    assert all(isinstance(step.module.INDEX, bool) for step in scripts.walk_revisions())


def test_the_example_of_a_new_version_works(place, tmp_path, monkeypatch):
    """The script in CONTRIBUTING.md, as the next one."""
    page = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text()
    script = re.search(r'```python\n("""Version.*?)```', page, re.DOTALL).group(1)
    shutil.copytree(upgrade.FOLDER, tmp_path / "migrations")
    present = schema.VERSION
    script = re.sub(r'^revision = ".*"', f'revision = "{present + 1}"', script, flags=re.MULTILINE)
    script = re.sub(r'^down_revision = ".*"', f'down_revision = "{present}"', script, flags=re.MULTILINE)
    (tmp_path / "migrations" / "versions" / "next.py").write_text(script)
    Record(place).close()
    monkeypatch.setattr(upgrade, "FOLDER", tmp_path / "migrations")
    monkeypatch.setattr(schema, "VERSION", present + 1)
    monkeypatch.setattr("detente.record.database.VERSION", present + 1)
    with Record(place) as record, record._engine.connect() as connection:
        assert connection.dialect.has_table(connection, "weather")
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'version'").scalar() == str(present + 1)


def test_an_older_record_that_may_only_be_read_says_so(database, sql):
    """It is left as it is: somebody who may write has to open it first."""
    put(database, 2)
    sql("CREATE ROLE old_reader LOGIN PASSWORD 'x'", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO old_reader")
    try:
        with pytest.raises(RecordError, match="may not be written to"):
            Record(re.sub("//.*@", "//old_reader:x@", database))
        assert sql("SELECT value FROM meta WHERE key = 'version'") == [("2",)]
    finally:
        sql("DROP OWNED BY old_reader", "DROP ROLE old_reader")


def test_what_an_upgrade_and_a_server_need_is_not_loaded_for_a_file():
    """Opening a record stays fast."""
    code = "import sys; from detente.record import Record; Record().close(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"alembic", "mako", "psycopg"} & set(loaded)
    assert "sqlalchemy" in loaded


def test_an_upgraded_record_finds_repeats(place):
    """Reports that repeat each other are found in an upgraded record."""
    put(place, 2)
    long = " ".join(f"word{n} stands beside word{n * n}" for n in range(40))
    one, two = (report_from_text(f"{long} {end}", date="2020-03-02") for end in ("at last.", "in the end."))
    with Record(place) as record:
        record.add(one)
        record.add(two)
        assert {record.report(id).text for id in record.repeats()} < {one.text, two.text}
        assert len(record.repeats()) == 1
