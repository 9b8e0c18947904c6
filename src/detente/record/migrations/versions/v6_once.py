"""Version 6: what follows from other rows is written down once, and the indexes that are left follow the reports.

The quote of an entry stands in its text, a sentence is known by its place, a sketch is one row. The room that becomes
free in a file is used by what is added later.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from detente.record.schema import TEXT

revision = "6"
down_revision = "5"
INDEX = True

_ENTRIES = sa.table("entries", sa.column("id", sa.String), sa.column("body", sa.JSON))
_AT_ONCE = 10_000


def upgrade() -> None:
    """Make the tables anew whose rules are others, and take the quotes out of the entries."""
    _entries()
    _readings()
    op.drop_index("ix_sightings_details", "sightings")
    _sentences()
    _sketches()


def _entries() -> None:
    op.drop_index("ix_entries_kind", "entries")
    connection = op.get_bind()
    changed = _ENTRIES.update().where(_ENTRIES.c.id == sa.bindparam("key")).values(body=sa.bindparam("rest"))
    for rows in _batches(connection):
        connection.execute(changed, [{"key": row.id, "rest": _rest(row.body)} for row in rows])


def _batches(connection: Any) -> Iterator[Any]:
    last = ""
    while rows := connection.execute(
        sa.select(_ENTRIES).where(_ENTRIES.c.id > last).order_by(_ENTRIES.c.id).limit(_AT_ONCE)
    ).all():
        yield rows
        last = rows[-1].id


def _rest(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in ("quote", "id", "span")}


def _readings() -> None:
    op.rename_table("readings", "readings_5")
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("entry", TEXT, sa.ForeignKey("entries.id"), nullable=False),
        sa.Column("details", TEXT, sa.ForeignKey("details.id"), nullable=False),
        sa.Column("reader", TEXT, nullable=False),
        sa.Column("reader_version", TEXT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("original", sa.JSON),
        sa.Column("at", TEXT),
        sa.UniqueConstraint("details", "entry", "reader", "reader_version", "at"),
    )
    same = "entry, details, reader, reader_version, rule, confidence, original, at"
    op.execute(f"INSERT INTO readings ({same}) SELECT {same} FROM readings_5 ORDER BY number")
    op.drop_table("readings_5")


def _sentences() -> None:
    op.rename_table("sentences", "sentences_5")
    op.create_table(
        "sentences",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", TEXT, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("part", TEXT, nullable=False),
        sa.UniqueConstraint("report", "start", "end"),
    )
    same = 'report, start, "end", part'
    op.execute(f"INSERT INTO sentences ({same}) SELECT {same} FROM sentences_5 ORDER BY number")
    op.drop_table("sentences_5")


def _sketches() -> None:
    op.drop_table("sketches")
    op.create_table(
        "sketches",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", TEXT, sa.ForeignKey("reports.id"), nullable=False, unique=True),
        sa.Column("bands", sa.LargeBinary, nullable=False),
    )
