"""Opening a record's file: refuses everything that is not a record, and never alters what it refuses."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, Pool, QueuePool, StaticPool

from detente.errors import RecordError
from detente.record import search
from detente.record.schema import FORMAT, VERSION, meta, metadata
from detente.record.upgrade import UPGRADED, upgrade

_MAGIC = b"SQLite format 3\0"
# Another program holds the file for milliseconds, one report at a time; the upgrade of a large record takes longer.
_PATIENCE_S = 30
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
        engine = _engine(lambda: sqlite3.connect(":memory:", check_same_thread=False), StaticPool)
        _create(engine)
        return engine
    with refusing(path):
        if not path.exists():
            _make(path)
        version = _check(path)
        engine = _engine(lambda: sqlite3.connect(path, timeout=_PATIENCE_S, check_same_thread=False), QueuePool)
        if version in UPGRADED:
            with writing(engine) as connection:
                upgrade(connection)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that waits for its turn to write, so that what it reads first is not old when it writes."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def refusing(path: Path | None) -> Iterator[None]:
    """Turn a failure of the file system or of SQLite into a RecordError, and name the file in every RecordError."""
    try:
        yield
    except RecordError as exc:
        if exc.file or path is None:
            raise
        raise RecordError(str(exc), file=path) from None
    except OSError as exc:
        raise RecordError(f"cannot be used as a record: {exc.strerror or exc}; {_WAY_OUT}", file=path) from None
    except (DBAPIError, sqlite3.Error) as exc:
        raise RecordError(_plain(str(getattr(exc, "orig", exc))), file=path) from None


def _plain(message: str) -> str:
    if "locked" in message:
        return "another program is writing to the record; try again when it has finished"
    if "readonly" in message:
        return "may not be written to; give yourself the right to write to the file and its folder, or work on a copy"
    if "malformed" in message:
        return "is damaged and was left as it is; use a copy of it, or read the reports again into a new record"
    if "unable to open" in message:
        return "cannot be opened or made; check that its folder exists and may be written to"
    return f"cannot be used as a record: {message}; {_WAY_OUT}"


def _engine(connect: Callable[[], sqlite3.Connection], pool: type[Pool]) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    # The driver would otherwise commit before a CREATE TABLE, and a half-made file could be left behind.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _make(path: Path) -> None:
    """Make a record as a whole beside its place and put it there, unless another program was faster."""
    if not path.parent.is_dir():
        raise RecordError("cannot be made; check that its folder exists and may be written to", file=path)
    folder = tempfile.mkdtemp(prefix=".detente-", dir=path.parent)
    try:
        made = Path(folder) / "record.db"
        engine = _engine(lambda: sqlite3.connect(made), NullPool)
        _create(engine)
        try:
            os.link(made, path)
        except FileExistsError:
            pass
        except OSError:
            # A file system without links; two programs that begin the same record at once are not told apart there.
            os.replace(made, path)
    finally:
        for file in Path(folder).iterdir():
            file.unlink()
        Path(folder).rmdir()


def _create(engine: Engine) -> None:
    with writing(engine) as connection:
        metadata.create_all(connection)
        search.create(connection)
        connection.execute(
            insert(meta), [{"key": "format", "value": FORMAT}, {"key": "version", "value": str(VERSION)}]
        )
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _check(path: Path) -> int:
    """Return the version of a record that can be used."""
    if path.is_dir():
        raise RecordError("is a folder; give a file in it, such as record.db", file=path)
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head != _MAGIC:
        what = "is not a record of Detente" if head else "is empty, not a record"
        raise RecordError(f"{what}; {_WAY_OUT}", file=path)
    return _version(path, _meta(path))


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


def _version(path: Path, found: dict[str, str]) -> int:
    if found.get("format") != FORMAT:
        raise RecordError(f"is a database, but not a record of Detente; {_WAY_OUT}", file=path)
    version = found.get("version", "")
    if version not in {str(known) for known in (VERSION, *UPGRADED)}:
        raise RecordError(
            f"is a record of version {version or 'unknown'}, and this program reads version {VERSION}; "
            "read the reports again into a new record",
            file=path,
        )
    return int(version)
