"""The tables of a record, for SQLite and PostgreSQL alike. Rows are only ever added; ids derive from content.

`reports` holds each text once; `details` what is known about it; `sentences` where its sentences stand. `entries` holds
each entry once, whoever read it, and the corrected forms that persons gave, and so which words stand for which party
(kind `naming`); `readings` says who found an entry, under which details, with which confidence; `sightings` when a
report was read, by whom; `judgements` what persons decided on an entry, `joinings` what they decided on two. `sketches`
is an index, no truth of its own: it is made from the reports.

What follows from other rows is written down once: the quote of an entry stands in the text of its report. An index on
values that come in no order costs the more the larger it is, so only ids have one; the others begin with the report or
its details, whose rows come together.
"""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

FORMAT = "detente-record"
# A change of the tables makes a new version: its number here, the tables below, and a script in `migrations/versions`
# that leads there from the version before (see CONTRIBUTING.md).
VERSION = 6
OLDEST = 2

# Sorted and compared by code point on both: a server would otherwise follow its own language.
TEXT = String().with_variant(String(collation="C"), "postgresql")

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("text", Text, nullable=False),
)

details = Table(
    "details",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("title", TEXT, nullable=False),
    Column("date", TEXT),
    Column("date_basis", TEXT),
    Column("outlet", TEXT),
    Column("path", TEXT, nullable=False),
    Column("url", TEXT),
    Column("kept", JSON, nullable=False),
    Column("dropped", JSON, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("part", TEXT, nullable=False),
    UniqueConstraint("report", "start", "end"),
)

entries = Table(
    "entries",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("kind", TEXT, nullable=False),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", JSON, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry", ForeignKey("entries.id"), nullable=False),
    Column("details", ForeignKey("details.id"), nullable=False),
    Column("reader", TEXT, nullable=False),
    Column("reader_version", TEXT, nullable=False),
    Column("rule", TEXT, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("original", JSON),
    Column("at", TEXT),
    UniqueConstraint("details", "entry", "reader", "reader_version", "at"),
)

# One row each time that a report is added. Times, here and elsewhere, are UTC in ISO form: they sort as text.
sightings = Table(
    "sightings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("details", ForeignKey("details.id"), nullable=False),
    Column("reader", TEXT, nullable=False),
    Column("reader_version", TEXT, nullable=False),
    Column("using", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    UniqueConstraint("details", "reader", "reader_version", "using", "at"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("entry", ForeignKey("entries.id"), nullable=False, index=True),
    Column("decision", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("note", Text, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("result", ForeignKey("entries.id"), index=True),
    Column("supersedes", ForeignKey("judgements.id")),
)

# Whether two entries tell of the same: `one` is the smaller id.
joinings = Table(
    "joinings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("one", ForeignKey("entries.id"), nullable=False, index=True),
    Column("other", ForeignKey("entries.id"), nullable=False, index=True),
    Column("decision", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("note", Text, nullable=False),
    Column("supersedes", ForeignKey("joinings.id")),
)

# Reports with a band in common may repeat each other; all bands of a report together, one after the other.
sketches = Table(
    "sketches",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report", ForeignKey("reports.id"), nullable=False, unique=True),
    Column("bands", LargeBinary, nullable=False),
)
