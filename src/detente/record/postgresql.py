"""A record in a PostgreSQL database: one record in each schema, mostly the only one, of a database."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select

from detente.errors import RecordError
from detente.record.address import Address
from detente.record.schema import meta

INSTALL = "uv sync --extra postgres (in a clone) or pip install 'detente[postgres]'"
# As long as a SQLite file is waited for.
_PATIENCE_S = 30
_CONNECT_S = 10
# Readers see the record as it was when they began, writers, who take turns, as the last of them has left it.
READS, WRITES = "REPEATABLE READ", "READ COMMITTED"

_TABLES = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
GROUP BY c.relname
"""
_TURN = "SELECT pg_advisory_xact_lock(hashtextextended('detente ' || current_schema(), 0))"


def on_server(address: Address) -> Engine:
    """Return an engine on a database; nothing is connected yet.

    Raises
    ------
    RecordError
        Where psycopg is missing.
    """
    try:
        import psycopg
    except ImportError:
        raise RecordError(f"a server is reached with psycopg, which is not installed: {INSTALL}") from None
    settings: dict[str, Any] = {"connect_timeout": _CONNECT_S, "application_name": "detente"} | address.settings()
    settings |= {"client_encoding": "utf8"}
    settings["options"] = f"{settings.get('options', '')} -c lock_timeout={round(_PATIENCE_S * 1000)}".strip()
    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(**settings), isolation_level=READS)
    event.listen(engine, "begin", _begin)
    return engine


def found(connection: Connection) -> dict[str, str] | None:
    """Return what the database says of itself; {} if it is no record, None if it is empty.

    Raises
    ------
    RecordError
        Where no schema can be used.
    """
    if connection.exec_driver_sql("SELECT current_schema()").scalar() is None:
        raise RecordError("has no schema of that name; make it with `CREATE SCHEMA NAME`, or name another")
    tables = {row.relname: row.columns for row in connection.exec_driver_sql(_TABLES)}
    if not tables:
        return None
    if tables.get("meta") != ["key", "value"]:
        return {}
    return {row.key: row.value for row in connection.execute(select(meta))}


def check_encoding(connection: Connection, address: Address) -> None:
    """Refuse a database that cannot hold every text."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise RecordError(
            f"holds text in {encoding}, which has no room for every letter; make a database for the record with "
            f"`createdb --encoding=UTF8 --template=template0 {address.database}`"
        )


def plain(error: Any, address: Address) -> str:
    """Return what the server, or the way to it, says in words that help, without a password."""
    code = getattr(error, "sqlstate", None)
    said = _without((str(error).strip().splitlines() or [""])[0].removeprefix("connection failed: "), address)
    for codes, words in _STATES.items():
        if code and code.startswith(codes):
            return words.format(said=said)
    if code is None:
        return _unreached(said, address)
    return f"cannot be used as a record: {said} ({code})"


# By the beginning of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
_STATES = {
    ("55P03",): "another program is writing to the record; try again when it has finished",
    ("25006", "42501"): "may not be written to, or not be read, by this user ({said}); ask the owner of the database",
    ("XX001", "XX002"): "is damaged and was left as it is ({said}); bring it back from a backup",
    ("42P01", "42703"): "lacks a part of a record ({said}) and was left as it is; bring it back from a backup",
    ("53",): "was left as it is: the server has no more room ({said}); ask who runs it",
    ("08", "57"): "was left as it is: the server ended the connection ({said}); try again",
    ("3D000",): "is not there ({said}); make it with `createdb`",
}


def _unreached(said: str, address: Address) -> str:
    """Why there is no connection; the server says this in words only, in its own language."""
    if "password" in said:
        return (
            f"the server does not let this user in ({said}); check user and password: the password may stand in "
            "~/.pgpass or PGPASSWORD"
        )
    if "does not exist" in said and "role" not in said:
        return f"there is no such database ({said}); make it with `createdb {address.database}`"
    if "does not exist" in said:
        return f"the server does not know this user ({said}); check the user in the address"
    if "NUL" in said:
        return "what was to be added has the character NUL, which no record holds; take it out"
    if "connection option" in said:
        return f"has a setting that does not exist ({said}); take it out of the address"
    return f"cannot be reached ({said}); check that the server runs, and host, port and settings in the address"


def _without(said: str, address: Address) -> str:
    for secret in address.secrets:
        said = said.replace(secret, "***")
    return said


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(_TURN)
