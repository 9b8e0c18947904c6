"""Opening a record's file: refuses everything that is not a record, and never alters what it refuses."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, StaticPool

from detente.errors import RecordError
from detente.record.schema import FORMAT, VERSION, meta, metadata

_MAGIC = b"SQLite format 3\0"
_WAY_OUT = "give the path of a record, or one that does not exist yet"


def open_engine(path: Path | None) -> Engine:
    """Return an engine on a record, made where there is none yet.

    Parameters
    ----------
    path
        The file; None for a record in memory.

    Raises
    ------
    RecordError
        Where the file is not a record, is of another version, or cannot be read or written.
    """
    if path is None:
        engine = _engine(lambda: sqlite3.connect(":memory:", check_same_thread=False), in_memory=True)
        _create(engine)
        return engine
    with refusing(path):
        existed = path.exists()
        if existed:
            _check(path)
        engine = _engine(lambda: sqlite3.connect(path))
        if not existed:
            _create(engine)
    return engine


@contextmanager
def refusing(path: Path | None) -> Iterator[None]:
    """Turn a failure of the file system or of SQLite into a RecordError."""
    try:
        yield
    except OSError as exc:
        raise RecordError(f"cannot be used as a record: {exc.strerror or exc}; {_WAY_OUT}", file=path) from None
    except (DBAPIError, sqlite3.Error) as exc:
        raise RecordError(_plain(str(getattr(exc, "orig", exc))), file=path) from None


def _plain(message: str) -> str:
    if "locked" in message:
        return "another program is writing to the record; try again when it has finished"
    if "unable to open" in message:
        return "cannot be opened or made; check that its folder exists and may be written to"
    return f"cannot be used as a record: {message}; {_WAY_OUT}"


def _engine(connect: Callable[[], sqlite3.Connection], *, in_memory: bool = False) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool if in_memory else NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    # The driver would otherwise commit before a CREATE TABLE, and a half-made file could be left behind.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _create(engine: Engine) -> None:
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(
            insert(meta), [{"key": "format", "value": FORMAT}, {"key": "version", "value": str(VERSION)}]
        )
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _check(path: Path) -> None:
    if path.is_dir():
        raise RecordError("is a folder; give a file in it, such as record.db", file=path)
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head != _MAGIC:
        what = "is not a record of Detente" if head else "is empty, not a record"
        raise RecordError(f"{what}; {_WAY_OUT}", file=path)
    _check_format(path, _meta(path))


def _meta(path: Path) -> dict[str, str]:
    """Read the table of that name without write access; empty where there is none of our form."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True), poolclass=NullPool
    )
    with engine.connect() as connection:
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info('meta')").scalars().all()
        if columns != ["key", "value"]:
            return {}
        return {row.key: row.value for row in connection.execute(select(meta))}


def _check_format(path: Path, found: dict[str, str]) -> None:
    if found.get("format") != FORMAT:
        raise RecordError(f"is a database, but not a record of Detente; {_WAY_OUT}", file=path)
    if found.get("version") != str(VERSION):
        raise RecordError(
            f"is a record of version {found.get('version')}, and this program reads version {VERSION}; "
            "read the reports again into a new record",
            file=path,
        )
