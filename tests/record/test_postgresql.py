"""A record on a PostgreSQL server: made, shared, and refused in words that help; no password is ever shown."""

import builtins
import re
import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from detente.entries import Event
from detente.errors import RecordError
from detente.record import Added, Record
from detente.reports import report_from_text

REPORT = report_from_text("Arland met Borland in Oslo. They talked.", date="2020-03-02")
MET = Event("CONSULT", "Arland", "Borland", None, "Oslo", REPORT.quote(0, 26))
PASSWORD = "open-sesame"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "share-a-record.md"


def refused(address, use=lambda record: None):
    """What is said: one line that names the record and has no password in it."""
    with pytest.raises(RecordError) as caught, Record(address) as record:
        use(record)
    said = str(caught.value)
    assert said.startswith("postgresql://")
    assert PASSWORD not in said
    assert "\n" not in said
    return said


def adds(record):
    record.add(report_from_text("Arland waits."))


def test_a_record_is_made_in_an_empty_database(database, sql):
    """With format and version, as in a file; what is added is counted, and comes back."""
    with Record(database) as record:
        assert record.add(REPORT, [MET]) == Added(1, 1)
        assert record.add(REPORT, [MET]) == Added(0, 0)
    with Record(database) as record:
        assert (record.reports(), record.entries()) == ([REPORT], [MET])
        assert record.judge(MET.id[:5], "reject", by="Ana").entry == MET.id
        assert (record.entries(), record.search(place="Oslo")) == ([], [])
    assert sorted(sql("SELECT key, value FROM meta"))[0] == ("format", "detente-record")


def test_looking_makes_no_record(database, sql):
    """An empty database stays empty."""
    with pytest.raises(RecordError, match="there is no such record; make one"):
        Record(database, make=False)
    assert sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace") == [(0,)]


def test_schemas_are_records_of_their_own(database, sql):
    """Named in the address as PostgreSQL names them, and neither sees the other's tables."""
    sql("CREATE SCHEMA one", "CREATE SCHEMA two")
    for schema, seen in (("one", "one"), ("two", "two,one,public")):
        with Record(f"{database}?options=-csearch_path%3D{seen}") as record:
            assert record.reports() == []
            record.add(report_from_text(f"Talks in {schema}."))
    with Record(f"{database}?options=-csearch_path%3Done") as record:
        assert [report.text for report in record.reports()] == ["Talks in one."]
    assert "has no schema of that name" in refused(f"{database}?options=-csearch_path%3Dthree")


def test_extensions_do_not_make_a_database_full(database, sql):
    """Their tables are not the user's."""
    sql("CREATE EXTENSION pg_stat_statements")
    with Record(database) as record:
        assert record.reports() == []


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["CREATE TABLE mine (x int)"], "is a database, but not a record of Detente; give the address of a record, or"),
        (["CREATE TABLE meta (a int, b int)"], "is a database, but not a record"),
        (["CREATE TABLE meta (key text, value text)", "INSERT INTO meta VALUES ('format', 'x')"], "not a record"),
        (["CREATE TABLE meta (key text, value text)", "INSERT INTO meta VALUES ('format', 'detente-record')"],
         "of version unknown"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused_and_left_as_it_was(database, sql, statements, said):
    """No table is added."""
    sql(*statements)
    tables = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    before = sql(tables)
    assert said in refused(database)
    assert sql(tables) == before


def test_a_newer_version_is_refused_and_left_as_it_was(database, sql):
    """As in a file."""
    Record(database).close()
    sql("UPDATE meta SET value = '99' WHERE key = 'version'")
    assert "is a record of version 99, and this program reads version" in refused(database, adds)
    assert sql("SELECT count(*) FROM reports") == [(0,)]


def test_a_database_that_cannot_hold_every_letter_is_refused(server, database, sql):
    """And stays empty."""
    sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    said = refused(f"{server}/latin")
    assert "holds text in LATIN1" in said
    assert "createdb --encoding=UTF8 --template=template0 latin" in said
    sql("DROP DATABASE latin WITH (FORCE)")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("ana:open-sesame@", "ana:wrong@"), "check user and password"),
        (("ana:open-sesame@", "ana:@"), "check user and password"),
        (("ana:open-sesame@", "nobody-here:open-sesame@"), "check user and password"),
        (("/talks", "/not-there"), "there is no such database"),
        (("127.0.0.1", "no-such-host.invalid"), "cannot be reached"),
    ],
)
def test_what_cannot_be_reached_says_why(server, monkeypatch, change, said):
    """And what to do; a password that the server knows by other ways plays no part here."""
    monkeypatch.setenv("PGPASSFILE", "/nowhere/pgpass")
    assert said in refused(f"{server}/talks".replace(*change))


def test_a_server_that_is_not_there_says_so():
    """Within seconds."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        address = f"postgresql://ana:{PASSWORD}@127.0.0.1:{sock.getsockname()[1]}/talks"
    assert "cannot be reached" in refused(address)


def test_a_setting_that_there_is_not_says_so(database):
    """The address is at fault, not the server."""
    assert "has a setting that does not exist" in refused(f"{database}?colour=red")


def test_without_psycopg_the_way_to_it_is_named(monkeypatch):
    """Only an address asks for it."""
    imported = builtins.__import__

    def missing(name, *args, **kwargs):
        if name.partition(".")[0] == "psycopg":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert "pip install 'detente[postgres]'" in refused(f"postgresql://ana:{PASSWORD}@db.example.org/talks")
    with Record() as record:
        assert record.reports() == []


@pytest.fixture
def reader(database, sql):
    """The address of a record for somebody who may only read."""
    with Record(database) as record:
        record.add(REPORT, [MET])
    sql("DROP ROLE IF EXISTS reader", f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")  # fmt: skip
    yield database.replace("//ana:", "//reader:")
    sql("DROP OWNED BY reader", "DROP ROLE reader")


@pytest.mark.parametrize("setting", ["", "?options=-cdefault_transaction_read_only%3Don"])
def test_a_record_that_may_only_be_read_is_read(reader, setting):
    """By rights, or as a standby server is; adding and judging say so."""
    with Record(reader + setting) as record:
        assert [hit.entries for hit in record.search("Oslo")] == [(MET,)]
    for use in (adds, lambda record: record.judge(MET.id, "reject", by="Ana")):
        assert "may not be written to" in refused(reader + setting, use)
    with Record(reader) as record:
        assert (record.entries(), record.log()) == ([MET], [])


def test_those_who_may_add_need_no_right_to_change(database, sql, reader):
    """The server itself can see to it that rows are only added, with the rights that the how-to page gives."""
    sql(*(line.replace("analysts", "reader") for line in re.findall("GRANT .* TO analysts", PAGE.read_text())))
    with Record(reader) as record:
        record.judge(MET.id, "correct", changes={"place": "Bergen"}, by="Ana")
        adds(record)
        assert [hit.entries[0].place for hit in record.search(kind="event")] == ["Bergen"]


def test_a_record_that_another_program_writes_to_says_so(database, monkeypatch):
    """After a while; readers do not wait, and what was to be added is not in it."""
    from detente.record.database import writing

    monkeypatch.setattr("detente.record.postgresql._PATIENCE_S", 0.1)
    with Record(database) as record, Record(database) as other, writing(other._engine):
        with pytest.raises(RecordError, match="another program is writing"):
            adds(record)
        assert record.reports() == []


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("XX001", "is damaged and was left as it is"),
        ("XX002", "is damaged and was left as it is"),
        ("53100", "the server has no more room"),
        ("57P01", "the server ended the connection"),
        ("22000", "cannot be used as a record: what the server says (22000)"),
    ],
)
def test_what_the_server_says_is_passed_on_in_plain_words(database, sql, state, said):
    """A trigger says what a broken disk would; nothing of the report is kept."""
    with Record(database):
        sql(f"CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'what the server says' USING ERRCODE = '{state}'; END $$",
            "CREATE TRIGGER fails BEFORE INSERT ON sightings EXECUTE FUNCTION fails()")  # fmt: skip
    assert said in refused(database, adds)
    assert sql("SELECT count(*) FROM reports") == [(0,)]


def test_a_record_that_lacks_a_table_says_so(database, sql):
    """Nothing is made in its place."""
    Record(database).close()
    sql("DROP TABLE judgements")
    assert "lacks a part of a record" in refused(database, Record.log)
    assert sql("SELECT to_regclass('judgements')") == [(None,)]


def test_a_connection_that_is_cut_loses_one_report_at_most(database, sql):
    """The record goes on with a new one."""
    with Record(database) as record:
        record.add(REPORT, [MET])
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'detente'")
        with pytest.raises(RecordError, match="the server ended the connection"):
            adds(record)
        adds(record)
        assert len(record.reports()) == 2


def test_a_character_that_a_server_cannot_hold_is_replaced_or_named(place):
    """The same in a file: a report that is loaded has none, one that somebody made is refused as a whole."""
    made = report_from_text("Arland \0 waits.", path="nul.txt", outlet="The \0 Gazette")
    assert (made.text, made.outlet) == ("Arland \ufffd waits.", "The \ufffd Gazette")
    with Record(place) as record:
        for wrong in ({"text": "Arland \0 waits."}, {"title": "\0"}, {"outlet": "The \0 Gazette"}):
            with pytest.raises(RecordError, match=r"report nul\.txt has the character NUL"):
                record.add(replace(made, **wrong))
        assert record.reports() == []
        record.add(made)
        assert record.reports() == [made]


def test_a_reader_sees_one_state(database):
    """What is added while it reads is not half in what it sees."""
    from sqlalchemy import text

    with Record(database) as record, Record(database) as other:
        with record._engine.connect() as connection:
            count = text("SELECT count(*) FROM reports")
            assert connection.execute(count).scalar() == 0
            adds(other)
            assert connection.execute(count).scalar() == 0
        assert len(record.reports()) == 1


def test_two_that_begin_a_record_at_once_begin_the_same(database):
    """The second waits, and finds it made."""
    faults, begun = [], threading.Barrier(4)

    def begins(n):
        begun.wait()
        try:
            with Record(database) as record:
                record.add(report_from_text(f"Arland waits for day {n}."))
        except RecordError as error:
            faults.append(error)

    threads = [threading.Thread(target=begins, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with Record(database) as record:
        assert len(record.reports()) == 4
