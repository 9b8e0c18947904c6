"""Opening what is a record and refusing what is not."""

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from detente.entries import Event, Provenance
from detente.errors import RecordError
from detente.record import Record
from detente.record.schema import VERSION, metadata
from detente.reports import report_from_text


def database(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


META = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)"
FORMAT = "INSERT INTO meta VALUES ('format', 'detente-record')"
REFUSED = {
    "text": (lambda p: p.write_text("not a record"), "is not a record of Detente"),
    "empty": (lambda p: p.write_bytes(b""), "is empty"),
    "cut short": (lambda p: p.write_bytes(b"SQLite format 3\0" + b"x" * 2000), "cannot be used as a record"),
    "another database": (lambda p: database(p, "CREATE TABLE t (x)"), "a database, but not a record"),
    "meta of its own": (lambda p: database(p, "CREATE TABLE meta (a, b)"), "a database, but not a record"),
    "meta without format": (lambda p: database(p, META), "a database, but not a record"),
    "another format": (
        lambda p: database(p, META, "INSERT INTO meta VALUES ('format', 'x')"),
        "a database, but not a record",
    ),
    "no version": (lambda p: database(p, META, FORMAT), "of version unknown"),
    "version 1": (
        lambda p: database(p, META, FORMAT, "INSERT INTO meta VALUES ('version', '1')"),
        "of version 1, and this program reads version",
    ),
    "a later version": (
        lambda p: database(p, META, FORMAT, "INSERT INTO meta VALUES ('version', '99')"),
        f"of version 99, and this program reads version {VERSION}; take a newer Detente",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_record_is_refused_and_left_as_it_was(tmp_path: Path, kind: str) -> None:
    """One line with the file's name and the way out; not a byte is changed, no file is left beside it."""
    make, message = REFUSED[kind]
    path = tmp_path / "file.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(RecordError, match=message) as caught:
        Record(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["file.db"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A record is a file."""
    with pytest.raises(RecordError, match="is a folder; give a file in it"):
        Record(tmp_path)


def test_a_record_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The folder is not made."""
    with pytest.raises(RecordError, match="check that its folder exists"):
        Record(tmp_path / "none" / "talks.db")
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_made_with_its_format_and_version(tmp_path: Path) -> None:
    """Any SQLite browser can tell what it is; writers do not block readers."""
    path = tmp_path / "talks.db"
    Record(path).close()
    connection = sqlite3.connect(path)
    assert dict(connection.execute("SELECT key, value FROM meta")) == {
        "format": "detente-record",
        "version": str(VERSION),
    }
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_record_that_another_program_writes_to_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what was to be added is not in it."""
    path = tmp_path / "talks.db"
    connect = sqlite3.connect
    monkeypatch.setattr("detente.record.sqlite._PATIENCE_S", 0.01)
    with Record(path) as record:
        other = connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program is writing"):
            record.add(report_from_text("Arland waits."))
        other.rollback()
        other.close()
        assert record.reports() == []


def test_a_name_with_odd_characters_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Nothing in a path is read as an option."""
    path = tmp_path / "talks?mode=memory&x=1 %20#.db"
    with Record(path) as record:
        record.add(report_from_text("Arland waits."))
    with Record(path) as record:
        assert len(record.reports()) == 1
    assert path.exists()


def filled(path: Path) -> Path:
    with Record(path) as record:
        for n in range(200):
            report = report_from_text(f"Arland waits for day {n}. " * 20)
            record.add(report, [Event("CONSULT", "Arland", None, None, None, report.quote(0, 12))])
    return path


def test_a_damaged_record_says_so_and_is_left_as_it_is(tmp_path: Path) -> None:
    """Pages overwritten in the middle of the file; reading and writing both end in one line."""
    path = filled(tmp_path / "talks.db")
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 8192 - 4096)
    path.write_bytes(content)
    for use in (Record.entries, Record.reports, lambda record: record.add(report_from_text("Arland waits for more."))):
        with pytest.raises(RecordError, match="is damaged and was left as it is") as caught, Record(path) as record:
            use(record)
        assert "\n" not in str(caught.value)
    assert path.read_bytes() == bytes(content)


def test_a_record_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adding and judging say so, and nothing is changed."""
    path = filled(tmp_path / "talks.db")
    before, connect = path.read_bytes(), sqlite3.connect
    address = f"file:{path}?mode=ro"
    monkeypatch.setattr("detente.record.sqlite.sqlite3.connect", lambda *_, **k: connect(address, **{**k, "uri": True}))
    with Record(path) as record:
        assert len(record.search("day 7")) > 0
        entry = record.entries()[0]
        with pytest.raises(RecordError, match="may not be written to"):
            record.add(report_from_text("Arland waits for more."))
        with pytest.raises(RecordError, match="may not be written to"):
            record.judge(entry.id, "reject", by="Ana")
    assert path.read_bytes() == before


def test_a_record_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made beside its place and put there whole."""

    def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("detente.record.search.create", full)
    with pytest.raises(RecordError, match="disk is full"):
        Record(tmp_path / "talks.db")
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_made_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a stick, for instance."""

    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    with Record(tmp_path / "talks.db") as record:
        record.add(report_from_text("Arland waits."))
    assert [file.name for file in tmp_path.iterdir()] == ["talks.db"]


@pytest.mark.parametrize("table", ["reports", "details", "sentences", "entries", "readings", "sightings", "judgements"])
def test_rows_are_never_changed_or_deleted(tmp_path: Path, table: str) -> None:
    """Whatever is added, read again and judged, the rows that were there are there, as they were."""
    path = tmp_path / "talks.db"
    report = report_from_text("Arland met Borland. They talked.", date="2020-03-02")
    event = Event("CONSULT", "Arland", "Borland", None, None, report.quote(0, 18), Provenance("rules", "1"))

    def rows() -> list[tuple[object, ...]]:
        connection = sqlite3.connect(path)
        found = connection.execute(f"SELECT * FROM {table}").fetchall()
        connection.close()
        return found

    with Record(path) as record:
        record.add(report, [event])
        record.judge(event.id, "correct", changes={"place": "Oslo"}, by="Ana")
        before = rows()
        record.add(replace(report, date="2021-01-01"), [replace(event, by=Provenance("rules", "2"))])
        record.judge(event.id, "reject", by="Ana")
        record.judge(event.id, "correct", changes={"date": "2020"}, by="Ben")
        assert set(before) <= set(rows())
        assert before


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_text_is_compared_alike_on_a_server(table: Table) -> None:
    """Ids and times by code point, whatever the server's language: such columns are of the schema's type TEXT."""
    made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert not re.findall(r"^.* VARCHAR(?! COLLATE \"C\").*$", made, re.MULTILINE)
