"""Bringing a record of an earlier version up to this one, in one transaction: it is of the one version or the other."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from detente.record import schema, search
from detente.record.rows import index_report
from detente.record.statements import moment

UPGRADED = (2, 3)


def upgrade(connection: Connection) -> None:
    """Upgrade a record of version 2, which had neither times nor judgements nor an index, or of version 3.

    What a record of version 2 holds counts as seen now, in the order in which it was added. Version 3 had no decisions
    on two entries and did not look for reports that repeat others.

    Parameters
    ----------
    connection
        In a transaction that writes.
    """
    version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "version")).scalar()
    if version == str(schema.VERSION):
        return  # another program was faster
    if version == "2":
        _to_version_3(connection)
    schema.metadata.create_all(connection)
    for id in connection.execute(select(schema.reports.c.id)).scalars().all():
        index_report(connection, id)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "version").values(value=str(schema.VERSION)))


def _to_version_3(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE readings ADD COLUMN original JSON")
    connection.exec_driver_sql("ALTER TABLE readings ADD COLUMN at VARCHAR")
    connection.execute(update(schema.readings).values(at=moment(None, None)))
    schema.metadata.create_all(connection)
    search.create(connection)
    seen = _seen(connection)
    if seen:
        connection.execute(insert(schema.sightings), seen)


def _seen(connection: Connection) -> list[dict[str, Any]]:
    readings, details = schema.readings.c, schema.details.c
    in_order = select(readings.details, readings.reader, readings.reader_version).order_by(readings.number)
    read = list(dict.fromkeys(tuple(row) for row in connection.execute(in_order)))
    known = list(connection.execute(select(details.id).order_by(details.number)).scalars())
    # Details in their own order first: a report without entries has a date as well.
    seen = [(id, "", "") for id in known] + read
    start = datetime.fromisoformat(moment(None, None))
    return [
        {"details": id, "reader": reader, "reader_version": version, "using": "",
         "at": moment(start + timedelta(microseconds=n), None)}
        for n, (id, reader, version) in enumerate(seen)
    ]  # fmt: skip
