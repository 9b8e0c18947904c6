"""Where a record is: a file, or the address of a PostgreSQL database. An address is shown without its password."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from detente.errors import RecordError

FORM = "postgresql://USER@HOST:PORT/DATABASE"
_SCHEMES = ("postgresql", "postgres")
_SECRET = ("password", "sslpassword")


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a PostgreSQL server.

    Parameters
    ----------
    database
        Its name.
    user, password, host, port
        None for what the server's library takes by itself: PGUSER, ~/.pgpass, the socket of this machine.
    options
        Further settings of a connection, such as ``sslmode``.

    Examples
    --------
    >>> str(place_of("postgresql://ana:secret@db.example.org/talks?sslmode=require"))
    'postgresql://ana@db.example.org/talks?sslmode=require'
    """

    database: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    host: str | None = None
    port: int | None = None
    options: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        """Return the address, to be shown."""
        who = f"{quote(self.user, safe='')}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        shown = [(name, value) for name, value in self.options if name not in _SECRET]
        query = f"?{urlencode(shown, quote_via=quote, safe='/')}" if shown else ""
        return f"postgresql://{who}{_host(self.host)}{port}/{quote(self.database, safe='')}{query}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be shown."""
        given = [self.password, *(value for name, value in self.options if name in _SECRET)]
        return tuple(secret for secret in given if secret)

    def settings(self) -> dict[str, Any]:
        """Return the address as psycopg takes it."""
        named: dict[str, Any] = {"dbname": self.database, "user": self.user, "password": self.password}
        named |= {"host": self.host, "port": self.port}
        return dict(self.options) | {name: value for name, value in named.items() if value is not None}


def place_of(text: str) -> Path | Address:
    """Return the place that a person means: an address where it begins like one, otherwise a file.

    Parameters
    ----------
    text
        As it was typed.

    Raises
    ------
    RecordError
        Where it begins like an address and is none of a record.

    Examples
    --------
    >>> place_of("talks.db").name
    'talks.db'
    >>> place_of("mysql://db.example.org/talks")
    Traceback (most recent call last):
    detente.errors.RecordError: mysql://...: a record is a file or a database at postgresql://USER@HOST:PORT/DATABASE
    """
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", text)
    if not scheme:
        return Path(text)
    # What follows the scheme is not shown: a password may stand anywhere in an address that cannot be read.
    start = f"{scheme[1]}://..."
    if scheme[1].lower() not in _SCHEMES:
        raise RecordError(f"a record is a file or a database at {FORM}", file=start)
    try:
        return _address(urlsplit(text))
    except ValueError:
        way_out = f"write {FORM}, and %23 for #, %2F for /, %3A for :, %40 for @ in a password"
        raise RecordError(f"cannot be read as an address; {way_out}", file=start) from None


def _address(split: SplitResult) -> Address:
    path = split.path.removeprefix("/")
    # Such marks stand there where a password holds them as they are.
    if split.fragment or any(mark in path for mark in "/@:") or "@" in split.query:
        raise ValueError
    options = tuple(parse_qsl(split.query, keep_blank_values=True, strict_parsing=bool(split.query)))
    port, database = split.port, unquote(path, errors="strict")
    if not database:
        raise RecordError(f"names no database; write {FORM}", file="postgresql://...")
    user, password, host = (
        unquote(part) if part else None for part in (split.username, split.password, _host_of(split))
    )
    return Address(database, user, password, host, port, options)


def _host_of(split: SplitResult) -> str | None:
    """The host as written: a socket's folder, unlike a name, is not the same in small letters."""
    written = split.netloc.rpartition("@")[2]
    bare = split.hostname or ""
    start = written.lower().find(bare.lower())
    return written[start : start + len(bare)] or None


def _host(host: str | None) -> str:
    if host and ":" in host:
        return f"[{host}]"
    return quote(host or "", safe="")
