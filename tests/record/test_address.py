"""Addresses of databases, and that no password is shown."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import RecordError
from detente.record.address import Address, place_of

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(user=WORDS, password=WORDS, database=WORDS, schema=WORDS)
def test_what_is_written_is_what_the_server_is_asked_for(user, password, database, schema):
    """Whatever marks stand in a name, once they are written as an address has them."""
    parts = (quote(part, safe="") for part in (user, password, database, schema))
    address = place_of("postgresql://{}:{}@db.example.org:5433/{}?options={}".format(*parts))
    assert address.settings() == {
        "dbname": database, "user": user, "password": password, "host": "db.example.org", "port": 5433,
        "options": schema,
    }  # fmt: skip
    again = place_of(str(address))
    assert again.settings() == {name: value for name, value in address.settings().items() if name != "password"}


@given(start=st.sampled_from(["", "#", "/", "?", "@", ":", "%", "[", "/5?a=", "5/x", "1/", "x/y@z/"]), end=st.text())
def test_no_password_is_shown(start, end):
    """Neither in the address nor in the error, however the password was written."""
    secret = "Xq7-secret"
    text = (
        f"postgresql://ana:{start}{secret}@db.example.org/talks?password={secret}&sslpassword={secret}&x={quote(end)}"
    )
    assert secret not in told(text)


def told(text):
    """What is shown of an address, or said about it."""
    try:
        place = place_of(text)
    except RecordError as error:
        return f"{error} {error!r}"
    return f"{place} {place!r}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgres:///talks", "postgresql:///talks"),
        ("postgresql://db/talks", "postgresql://db/talks"),
        ("POSTGRESQL://db:5433/talks", "postgresql://db:5433/talks"),
        ("postgresql://[::1]:5433/talks", "postgresql://[::1]:5433/talks"),
        ("postgresql://ana@%2Fvar%2FRun/talks", "postgresql://ana@%2Fvar%2FRun/talks"),
        ("postgresql://db/talks?options=-csearch_path%3Dtwo", "postgresql://db/talks?options=-csearch_path%3Dtwo"),
    ],
)
def test_an_address_is_shown_as_it_is_used(text, shown):
    """One form for all of them."""
    assert isinstance(place_of(text), Address)
    assert str(place_of(text)) == shown


@pytest.mark.parametrize("text", ["talks.db", "a/b/talks.db", "/a//b.db", "C:\\talks.db", "postgresql", "a:b", "a:/b"])
def test_what_does_not_begin_like_an_address_is_a_file(text):
    """Whatever colons and slashes are in it."""
    assert place_of(text) == Path(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("mysql://db/talks", "mysql://...: a record is a file or a database at postgresql://"),
        ("sqlite:///talks.db", "sqlite://...: a record is a file"),
        ("postgresql://db", "names no database"),
        ("postgresql://db/", "names no database"),
        ("postgresql://db:port/talks", "cannot be read as an address"),
        ("postgresql://db:99999/talks", "cannot be read as an address"),
        ("postgresql://db/talks?sslmode", "cannot be read as an address"),
        ("postgresql://[db/talks", "cannot be read as an address"),
    ],
)
def test_what_is_no_address_is_refused(text, fault):
    """With the form that it should have."""
    with pytest.raises(RecordError) as error:
        place_of(text)
    assert fault in str(error.value)
    assert "postgresql://USER@HOST:PORT/DATABASE" in str(error.value)
