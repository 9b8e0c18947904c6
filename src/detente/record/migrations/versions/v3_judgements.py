"""Version 3: when reports were read, what persons decided, words as they stand, and the index of the search.

What a record of version 2 holds counts as seen now, in the order in which it was added.
"""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

from detente.record.schema import TEXT
from detente.record.statements import moment

revision = "3"
down_revision = "2"
INDEX = True


def upgrade() -> None:
    """Give readings their times, and add the tables."""
    now = moment(None, None)
    _readings(now)
    sightings = _sightings()
    _sentences()
    _judgements()
    seen = _seen(now)
    if seen:
        op.bulk_insert(sightings, seen)


def _readings(now: str) -> None:
    """The table anew: SQLite cannot take the old rule, that a reader finds an entry once only, out of it."""
    op.rename_table("readings", "readings_2")
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
        sa.UniqueConstraint("entry", "details", "reader", "reader_version", "at"),
    )
    old = "entry, details, reader, reader_version, rule, confidence"
    copied = sa.text(f"INSERT INTO readings ({old}, at) SELECT {old}, :now FROM readings_2 ORDER BY number")
    op.execute(copied.bindparams(now=now))
    op.drop_table("readings_2")
    op.create_index("ix_readings_entry", "readings", ["entry"])
    op.create_index("ix_readings_details", "readings", ["details"])


def _sightings() -> sa.Table:
    table = op.create_table(
        "sightings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("details", TEXT, sa.ForeignKey("details.id"), nullable=False),
        sa.Column("reader", TEXT, nullable=False),
        sa.Column("reader_version", TEXT, nullable=False),
        sa.Column("using", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.UniqueConstraint("details", "reader", "reader_version", "using", "at"),
    )
    op.create_index("ix_sightings_details", "sightings", ["details"])
    return table


def _sentences() -> None:
    op.create_table(
        "sentences",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("report", TEXT, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("part", TEXT, nullable=False),
    )
    op.create_index("ix_sentences_report", "sentences", ["report"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("entry", TEXT, sa.ForeignKey("entries.id"), nullable=False),
        sa.Column("decision", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("result", TEXT, sa.ForeignKey("entries.id")),
        sa.Column("supersedes", TEXT, sa.ForeignKey("judgements.id")),
    )
    op.create_index("ix_judgements_entry", "judgements", ["entry"])
    op.create_index("ix_judgements_result", "judgements", ["result"])


def _seen(now: str) -> list[dict[str, Any]]:
    """A row for each report and for each reader of it, a microsecond apart."""
    connection = op.get_bind()
    known = connection.execute(sa.text("SELECT id FROM details ORDER BY number")).scalars()
    # Details in their own order first: a report without entries has a date as well.
    seen = [(id, "", "") for id in known]
    in_order = connection.execute(sa.text("SELECT details, reader, reader_version FROM readings ORDER BY number"))
    seen += dict.fromkeys(tuple(row) for row in in_order)
    start = datetime.fromisoformat(now)
    return [
        {"details": id, "reader": reader, "reader_version": version, "using": "",
         "at": moment(start + timedelta(microseconds=n), None)}
        for n, (id, reader, version) in enumerate(seen)
    ]  # fmt: skip
