"""The index of the search in a SQLite file: a full-text table (FTS5), and which of its rows belong to which report."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

# Words are what lies between blanks and marks, without accents and in small letters, cut to their stem (Porter).
TOKENIZER = "porter unicode61 remove_diacritics 2"
_TABLES = (
    f"CREATE VIRTUAL TABLE found USING fts5(words, facets, tokenize = '{TOKENIZER}')",
    "CREATE TABLE found_rows (row INTEGER PRIMARY KEY, report VARCHAR NOT NULL)",
    "CREATE INDEX found_rows_of_report ON found_rows (report)",
)


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Take the index out, where there is one."""
    for table in ("found", "found_rows"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def forget(connection: Connection, report: str) -> None:
    """Take the rows of a report out of the index."""
    old = list(connection.execute(text("SELECT row FROM found_rows WHERE report = :id"), {"id": report}).scalars())
    if old:
        connection.execute(text("DELETE FROM found WHERE rowid = :row"), [{"row": row} for row in old])
        connection.execute(text("DELETE FROM found_rows WHERE report = :id"), {"id": report})


def put(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into the index that it does not hold.

    Parameters
    ----------
    connection
        In a transaction that writes.
    rows
        `row`: number; `report`: id; `words`: text; `facets`: made-up words.
    """
    if rows:
        found = text("INSERT INTO found (rowid, words, facets) VALUES (:row, :words, :facets)")
        connection.execute(found, [{**row, "facets": " ".join(row["facets"])} for row in rows])
        numbered = [{"row": row["row"], "report": row["report"]} for row in rows]
        connection.execute(text("INSERT INTO found_rows (row, report) VALUES (:row, :report)"), numbered)


def look_up(
    connection: Connection, phrases: Sequence[str], facets: Iterable[str], span: tuple[int, int], limit: int
) -> list[int]:
    """Return the last rows in a span that have all the phrases and facets, the last first."""
    terms = _terms(phrases, facets)
    source = "found WHERE found MATCH :terms AND" if terms else "found_rows WHERE"
    name = "rowid" if terms else "row"
    statement = text(f"SELECT {name} FROM {source} {name} BETWEEN :first AND :last ORDER BY {name} DESC LIMIT :limit")
    asked = {"terms": terms, "first": span[0], "last": span[1], "limit": limit}
    return list(connection.execute(statement, asked).scalars())


def _terms(phrases: Iterable[str], facets: Iterable[str]) -> str:
    """The look-up; what a person wrote is only ever quoted."""
    words = [f'words : "{phrase}"' for phrase in phrases]
    return " AND ".join([*words, *(f"facets : {facet}" for facet in sorted(facets))])
