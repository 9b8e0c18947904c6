"""Version 4: decisions on two entries, and the index of reports that repeat each other."""

import sqlalchemy as sa
from alembic import op

from detente.record.schema import TEXT

revision = "4"
down_revision = "3"
INDEX = True


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "joinings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("one", TEXT, sa.ForeignKey("entries.id"), nullable=False),
        sa.Column("other", TEXT, sa.ForeignKey("entries.id"), nullable=False),
        sa.Column("decision", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("supersedes", TEXT, sa.ForeignKey("joinings.id")),
    )
    op.create_index("ix_joinings_one", "joinings", ["one"])
    op.create_index("ix_joinings_other", "joinings", ["other"])
    op.create_table(
        "sketches",
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report", TEXT, sa.ForeignKey("reports.id"), primary_key=True),
    )
    op.create_index("ix_sketches_report", "sketches", ["report"])
