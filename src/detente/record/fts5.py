"""The index of the search in a SQLite file: a full-text table (FTS5), and the facets of each of its rows.

The full-text table keeps no text: that stands in the reports. To take a row out it is told what it was given.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, column, select, text
from sqlalchemy import table as table_of

from detente.record.statements import AT_ONCE

# Words are what lies between blanks and marks, without accents and in small letters, cut to their stem (Porter).
TOKENIZER = "porter unicode61 remove_diacritics 2"
_TABLES = (
    f"CREATE VIRTUAL TABLE found USING fts5(words, facets, content = '', columnsize = 0, tokenize = '{TOKENIZER}')",
    # A batch of reports is one stretch of the index, and fewer of them are merged again and again.
    f"INSERT INTO found (found, rank) VALUES ('hashsize', {8 << 20})",
    "INSERT INTO found (found, rank) VALUES ('automerge', 8)",
    "CREATE TABLE found_rows (row INTEGER PRIMARY KEY, facets VARCHAR NOT NULL)",
)

_ROWS = table_of("found_rows", column("row"), column("facets"))


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Take the index out, where there is one."""
    for table in ("found", "found_rows"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def forget(connection: Connection, report: str, rows: Mapping[int, str]) -> None:
    """Take the rows of a report out of the index.

    Parameters
    ----------
    connection
        In a transaction that writes.
    report
        Its id.
    rows
        Number to text of all that the index may hold of it.
    """
    numbers = list(rows)
    for start in range(0, len(numbers), AT_ONCE):
        asked = select(_ROWS).where(_ROWS.c.row.in_(numbers[start : start + AT_ONCE]))
        old = [{"row": row.row, "words": rows[row.row], "facets": row.facets} for row in connection.execute(asked)]
        if old:
            gone = "INSERT INTO found (found, rowid, words, facets) VALUES ('delete', :row, :words, :facets)"
            connection.execute(text(gone), old)
            connection.execute(text("DELETE FROM found_rows WHERE row = :row"), [{"row": row["row"]} for row in old])


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
        given = [{"row": row["row"], "words": row["words"], "facets": " ".join(row["facets"])} for row in rows]
        connection.execute(text("INSERT INTO found (rowid, words, facets) VALUES (:row, :words, :facets)"), given)
        faceted = [{"row": row["row"], "facets": row["facets"]} for row in given]
        connection.execute(text("INSERT INTO found_rows (row, facets) VALUES (:row, :facets)"), faceted)


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
