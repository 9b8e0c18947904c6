"""The tables of a record. Rows are only ever added; ids derive from content.

`reports` holds each text once; `details` what is known about it (a later row goes before an earlier one). `entries`
holds each entry once, whoever read it; `readings` says who found it, under which details, with which confidence.
"""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

FORMAT = "detente-record"
VERSION = 2

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
)

details = Table(
    "details",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("date", String),
    Column("date_basis", String),
    Column("outlet", String),
    Column("path", String, nullable=False),
    Column("url", String),
    Column("kept", JSON, nullable=False),
    Column("dropped", JSON, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", JSON, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry", ForeignKey("entries.id"), nullable=False, index=True),
    Column("details", ForeignKey("details.id"), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("reader_version", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("entry", "details", "reader", "reader_version"),
)
