"""Opening what is a record and refusing what is not."""

import sqlite3
from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.record import Record
from detente.record.schema import VERSION
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
    "a later version": (
        lambda p: database(p, META, FORMAT, "INSERT INTO meta VALUES ('version', '99')"),
        f"of version 99, and this program reads version {VERSION}; read the reports again",
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
    monkeypatch.setattr("detente.record.database._PATIENCE_S", 0.01)
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
