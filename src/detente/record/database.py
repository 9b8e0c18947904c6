"""Opening a record: refuses everything that is not one, and never alters what it refuses."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import DBAPIError

from detente.errors import RecordError
from detente.record import postgresql, search, sqlite
from detente.record.address import Address
from detente.record.schema import FORMAT, OLDEST, VERSION, meta, metadata

_WRITES: Mapping[str, dict[str, Any]] = {
    "sqlite": {"writes": True},
    "postgresql": {"writes": True, "isolation_level": postgresql.WRITES},
}


def open_engine(place: Path | Address | None, *, make: bool = True) -> Engine:
    """Return an engine on a record.

    Parameters
    ----------
    place
        A file, or a database on a server; None for a record in memory.
    make
        Whether one is made where there is none.

    Raises
    ------
    RecordError
        Where there is none and none is to be made; where it is no record, is of a version that this program does not
        read, or cannot be reached, read or written.
    """
    if place is None:
        engine = sqlite.in_memory()
        _fill(engine)
        return engine
    with refusing(place):
        return _on_server(place, make) if isinstance(place, Address) else _in_file(place, make)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that waits for its turn to write, so that what it reads first is not old when it writes."""
    options = _WRITES[engine.dialect.name]
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def refusing(place: Path | Address | None) -> Iterator[None]:
    """Turn a failure of file system, database or server into a RecordError, and name the record in every one."""
    try:
        yield
    except RecordError as exc:
        if exc.file or place is None:
            raise
        raise RecordError(str(exc), file=place) from None
    except OSError as exc:
        raise RecordError(f"cannot be used as a record: {exc.strerror or exc}; {sqlite.WAY_OUT}", file=place) from None
    except (DBAPIError, sqlite3.Error) as exc:
        error = getattr(exc, "orig", exc)
        said = postgresql.plain(error, place) if isinstance(place, Address) else sqlite.plain(str(error))
        raise RecordError(said, file=place) from None


def _in_file(path: Path, make: bool) -> Engine:
    found = sqlite.found(path)
    if found is None and make:
        sqlite.make(path, _fill)
        found = sqlite.found(path)
    return _upgraded(sqlite.in_file(path), _version(found, sqlite.WAY_OUT))


def _on_server(address: Address, make: bool) -> Engine:
    engine = postgresql.on_server(address)
    try:
        with engine.connect() as connection:
            found = postgresql.found(connection)
        if found is None and make:
            found = _filled(engine, address)
        return _upgraded(engine, _version(found, "give the address of a record, or of an empty database"))
    except BaseException:
        engine.dispose()
        raise


def _filled(engine: Engine, address: Address) -> dict[str, str] | None:
    """Make a record in an empty database, unless another program was faster."""
    with writing(engine) as connection:
        if postgresql.found(connection) is None:
            postgresql.check_encoding(connection, address)
            _tables(connection)
        return postgresql.found(connection)


def _fill(engine: Engine) -> None:
    with writing(engine) as connection:
        _tables(connection)


def _tables(connection: Connection) -> None:
    # Without a look at what is there: on a server that would be the tables of other schemas too.
    metadata.create_all(connection, checkfirst=False)
    search.create(connection)
    connection.execute(insert(meta), [{"key": "format", "value": FORMAT}, {"key": "version", "value": str(VERSION)}])


def _version(found: dict[str, str] | None, way_out: str) -> int:
    """Return the version of a record that can be used."""
    if found is None:
        raise RecordError("there is no such record; make one with `detente record add`")
    if found.get("format") != FORMAT:
        raise RecordError(f"is a database, but not a record of Detente; {way_out}")
    version = found.get("version", "")
    if version.isascii() and version.isdecimal() and OLDEST <= int(version) <= VERSION:
        return int(version)
    newer = version.isascii() and version.isdecimal() and int(version) > VERSION
    raise RecordError(
        f"is a record of version {version or 'unknown'}, and this program reads version {VERSION}; "
        + ("take a newer Detente" if newer else "read the reports again into a new record")
    )


def _upgraded(engine: Engine, version: int) -> Engine:
    if version < VERSION:
        from detente.record.upgrade import upgrade

        with writing(engine) as connection:
            upgrade(connection)
    return engine
