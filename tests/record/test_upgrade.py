"""A record of version 2 is brought up to this version where it lies."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from detente.entries import Event, Position, Provenance, entry_to_json
from detente.errors import RecordError
from detente.record import Record
from detente.record.statements import details_row
from detente.reports import report_from_text

VERSION_2 = """
CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY (key));
CREATE TABLE reports (id VARCHAR NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id));
CREATE TABLE details (
  number INTEGER NOT NULL, id VARCHAR NOT NULL, report VARCHAR NOT NULL, title VARCHAR NOT NULL, date VARCHAR,
  date_basis VARCHAR, outlet VARCHAR, path VARCHAR NOT NULL, url VARCHAR, kept JSON NOT NULL, dropped JSON NOT NULL,
  PRIMARY KEY (number), UNIQUE (id), FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_details_report ON details (report);
CREATE TABLE entries (
  id VARCHAR NOT NULL, kind VARCHAR NOT NULL, report VARCHAR NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  body JSON NOT NULL, PRIMARY KEY (id), FOREIGN KEY(report) REFERENCES reports (id)
);
CREATE INDEX ix_entries_kind ON entries (kind);
CREATE INDEX ix_entries_report ON entries (report);
CREATE TABLE readings (
  number INTEGER NOT NULL, entry VARCHAR NOT NULL, details VARCHAR NOT NULL, reader VARCHAR NOT NULL,
  reader_version VARCHAR NOT NULL, rule VARCHAR NOT NULL, confidence FLOAT NOT NULL, PRIMARY KEY (number),
  UNIQUE (entry, details, reader, reader_version), FOREIGN KEY(entry) REFERENCES entries (id),
  FOREIGN KEY(details) REFERENCES details (id)
);
CREATE INDEX ix_readings_details ON readings (details);
CREATE INDEX ix_readings_entry ON readings (entry);
INSERT INTO meta VALUES ('format', 'detente-record'), ('version', '2');
"""
REPORT = report_from_text("Arland demands a truce. They met in Oslo.", date="2020-03-02", path="talks.txt")
OLD, NEW = Provenance("rules", "1", "r", 0.5), Provenance("rules", "2", "r", 0.7)
TRUCE = Position("Arland", "ceasefire", "demands", "a truce", REPORT.quote(0, 22), by=NEW)
MET = Event("CONSULT", "Arland", None, "2020-03-02", "Oslo", REPORT.quote(24, 40), by=NEW)
OF_READING = ("reader", "reader_version", "rule", "confidence")
GONE = replace(TRUCE, terms="truce", by=OLD)


def put(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    values = [json.dumps(value) if isinstance(value, list | dict) else value for value in row.values()]
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", values)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Two readings of one report, of which the second counts; and a report without entries."""
    path = tmp_path / "talks.db"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_2)
    known, other = details_row(REPORT), report_from_text("Nothing yet.")
    for report in (REPORT, other):
        put(connection, "reports", {"id": report.id, "text": report.text})
        put(connection, "details", details_row(report))
    for entry in (GONE, TRUCE, MET):
        quote, by = entry.quote, entry.by
        body = {
            key: value for key, value in entry_to_json(entry).items() if not key.startswith(("reader", "rule", "co"))
        }
        place = {"report": REPORT.id, "start": quote.start, "end": quote.end, "body": body}
        put(connection, "entries", {"id": entry.id, "kind": entry.kind, **place})
        read = {"reader": by.reader, "reader_version": by.version, "rule": by.rule, "confidence": by.confidence}
        put(connection, "readings", {"entry": entry.id, "details": known["id"], **read})
    connection.commit()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def test_an_older_record_is_upgraded_where_it_lies(old):
    """It shows what it showed, and can be searched, judged and added to."""
    with Record(old) as record:
        assert record.entries() == [TRUCE, MET]
        assert record.entries()[0].by == NEW
        assert [report.path for report in record.reports()] == ["", "talks.txt"]
        assert [hit.entries for hit in record.search("truce")] == [(TRUCE,)]
    with Record(old) as record:
        record.judge(TRUCE.id, "reject", by="Ana")
        record.add(REPORT, [MET, replace(TRUCE, by=Provenance("rules", "3"))])
        assert TRUCE not in record.entries()
        assert record.seen()[MET.id].first < record.seen()[MET.id].last


def test_an_upgrade_that_fails_leaves_the_older_record(old, monkeypatch):
    """All of it is done or nothing."""
    from detente.record import upgrade

    def fails(*_):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(upgrade, "index_report", fails)
        with pytest.raises(RecordError, match="disk is full"):
            Record(old)
    connection = sqlite3.connect(old)
    assert dict(connection.execute("SELECT key, value FROM meta"))["version"] == "2"
    assert [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name = 'judgements'")] == []
    connection.close()
    with Record(old) as record:
        assert record.entries() == [TRUCE, MET]


def test_a_record_of_version_3_is_upgraded_where_it_lies(tmp_path):
    """It had neither decisions on two entries nor an index of repeats; both are there afterwards."""
    long = " ".join(f"word{n} stands beside word{n * n}" for n in range(40))
    one, two = (report_from_text(f"{long} {end}", date="2020-03-02") for end in ("at last.", "in the end."))
    path = tmp_path / "talks.db"
    with Record(path) as record:
        record.add(REPORT, [TRUCE, MET])
        record.add(one)
        record.add(two)
        record.judge(TRUCE.id, "accept", by="Ana")
        before = record.entries(), record.log()
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE joinings; DROP TABLE sketches; UPDATE meta SET value = '3' WHERE key = 'version'"
    )
    connection.close()
    with Record(path) as record:
        assert (record.entries(), record.log()) == before
        assert {record.report(id).text for id in record.repeats()} < {one.text, two.text}
        assert len(record.repeats()) == 1
