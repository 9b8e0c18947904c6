"""A record in a SQLite file: opened without altering what is no record, made as a whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.pool import NullPool, Pool, QueuePool, StaticPool

from detente.errors import RecordError
from detente.record.schema import meta

WAY_OUT = "give the path of a record, or one that does not exist yet"
_MAGIC = b"SQLite format 3\0"
# Another program holds the file for milliseconds, one report at a time; the upgrade of a large record takes longer.
_PATIENCE_S = 30
# SQLite's own 2 MB and 1,000 pages are for small files: of a large record each batch of reports touches a few thousand
# pages, which were read again each time, and written twice.
_CACHE_KB, _CHECKPOINT_PAGES = 65_536, 8_000


def in_memory() -> Engine:
    """Return an engine on an empty database that is gone with it."""
    return _engine(lambda: sqlite3.connect(":memory:", check_same_thread=False), StaticPool)


def in_file(path: Path) -> Engine:
    """Return an engine on a file."""
    return _engine(lambda: sqlite3.connect(path, timeout=_PATIENCE_S, check_same_thread=False), QueuePool)


def found(path: Path) -> dict[str, str] | None:
    """Return what the file says of itself, read without write access; {} if it is no record, None if it is not there.

    Raises
    ------
    RecordError
        Where it is no database.
    """
    if not path.exists():
        return None
    if path.is_dir():
        raise RecordError("is a folder; give a file in it, such as record.db")
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head != _MAGIC:
        what = "is not a record of Detente" if head else "is empty, not a record"
        raise RecordError(f"{what}; {WAY_OUT}")
    return _meta(path)


def make(path: Path, fill: Callable[[Engine], None]) -> None:
    """Make a record as a whole beside its place and put it there, unless another program was faster."""
    if not path.parent.is_dir():
        raise RecordError("cannot be made; check that its folder exists and may be written to")
    folder = tempfile.mkdtemp(prefix=".detente-", dir=path.parent)
    try:
        made = Path(folder) / "record.db"
        engine = _engine(lambda: sqlite3.connect(made), NullPool)
        fill(engine)
        # Readers never wait.
        raw = engine.raw_connection()
        raw.cursor().execute("PRAGMA journal_mode = WAL")
        raw.close()
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


def plain(message: str) -> str:
    """Return what SQLite says in words that help."""
    if "locked" in message:
        return "another program is writing to the record; try again when it has finished"
    if "readonly" in message:
        return "may not be written to; give yourself the right to write to the file and its folder, or work on a copy"
    if "malformed" in message:
        return "is damaged and was left as it is; use a copy of it, or read the reports again into a new record"
    if "unable to open" in message:
        return "cannot be opened or made; check that its folder exists and may be written to"
    return f"cannot be used as a record: {message}; {WAY_OUT}"


def _engine(connect: Callable[[], sqlite3.Connection], pool: type[Pool]) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    # The driver would otherwise commit before a CREATE TABLE, and a half-made file could be left behind.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _meta(path: Path) -> dict[str, str]:
    """Read the table of that name; empty where there is none of our form."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True), poolclass=NullPool
    )
    with engine.connect() as connection:
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info('meta')").scalars().all()
        if columns != ["key", "value"]:
            return {}
        return {row.key: row.value for row in connection.execute(select(meta))}
