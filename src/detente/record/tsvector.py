"""The index of the search in a PostgreSQL database: a row per sentence with a tsvector, and a GIN index on it.

The server's own dictionaries play no part: words are cut to their stems here, by the tokenizer that a SQLite record
uses, so that both find the same. Facets stand in the same vector, without a position.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from detente.record.fts5 import TOKENIZER

_TABLES = (
    'CREATE TABLE found (number BIGINT PRIMARY KEY, report VARCHAR COLLATE "C" NOT NULL, words TSVECTOR NOT NULL)',
    "CREATE INDEX found_of_report ON found (report)",
    "CREATE INDEX found_words ON found USING gin (words)",
)
# A vector takes words of 2,046 bytes, and 1 MB of them; a sentence that is longer is a data dump.
_LONGEST_WORD, _LONGEST_SENTENCE = 2000, 200_000


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Take the index out, where there is one."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS found")


def forget(connection: Connection, report: str, _: Mapping[int, str]) -> None:
    """Take the rows of a report out of the index; parameters as in `fts5.forget`."""
    connection.execute(text("DELETE FROM found WHERE report = :id"), {"id": report})


def put(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into the index that it does not hold; parameters as in `fts5.put`."""
    if rows:
        words = stems([row["words"][:_LONGEST_SENTENCE] for row in rows])
        found = text("INSERT INTO found (number, report, words) VALUES (:row, :report, CAST(:words AS tsvector))")
        vectors = [_vector(each, row["facets"]) for each, row in zip(words, rows, strict=True)]
        numbered = [{"row": row["row"], "report": row["report"]} for row in rows]
        connection.execute(found, [row | {"words": each} for row, each in zip(numbered, vectors, strict=True)])


def look_up(
    connection: Connection, phrases: Sequence[str], facets: Iterable[str], span: tuple[int, int], limit: int
) -> list[int]:
    """Return the last rows in a span that have all the phrases and facets, the last first."""
    asked = stems(phrases)
    if not all(asked):
        return []  # marks only, which stand in no index
    terms = " & ".join([*(" <-> ".join(map(_word, words)) for words in asked), *map(_quoted, sorted(facets))])
    matching = "words @@ CAST(:terms AS tsquery) AND" if terms else ""
    statement = text(
        f"SELECT number FROM found WHERE {matching} number BETWEEN :first AND :last ORDER BY number DESC LIMIT :limit"
    )
    given = {"first": span[0], "last": span[1], "limit": limit} | ({"terms": terms} if terms else {})
    return list(connection.execute(statement, given).scalars())


def stems(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text in order, as SQLite has them in its index.

    Examples
    --------
    >>> stems(["The talks resumed.", "Cafés"])
    [['the', 'talk', 'resum'], ['cafe']]
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE cut USING fts5(words, content = '', tokenize = '{TOKENIZER}')")
        connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(cut, instance)")
        connection.executemany("INSERT INTO cut (rowid, words) VALUES (?, ?)", enumerate(texts))
        found: list[list[str]] = [[] for _ in texts]
        for number, word in connection.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
            found[number].append(word)
        return found
    finally:
        connection.close()


def _vector(words: Iterable[str], facets: Iterable[str]) -> str:
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words, start=1):
        places.setdefault(_word(word), []).append(str(place))
    return " ".join([*(f"{word}:{','.join(at)}" for word, at in places.items()), *map(_quoted, facets)])


def _word(word: str) -> str:
    """A word of a text; the letter before it tells it from a facet."""
    if len(word.encode()) > _LONGEST_WORD:
        word = hashlib.sha256(word.encode()).hexdigest()
    return _quoted("w" + word)


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
