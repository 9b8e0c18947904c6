"""Bringing a record of an earlier version up to this one, in one transaction: it is of the one version or the other.

The steps are alembic's scripts in `migrations/versions`, one for each version; which of them a record has behind it is
the version in its table `meta`.
"""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, select, update

from detente.record import schema, search
from detente.record.rows import index_report

FOLDER = Path(__file__).parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Upgrade a record.

    Parameters
    ----------
    connection
        In a transaction that writes.
    """
    version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "version")).scalar_one()
    steps = steps_from(version)  # none where another program was faster
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()
    if any(step.module.INDEX for step in steps):
        _index(connection)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "version").values(value=str(schema.VERSION)))


def steps_from(version: str) -> list[Script]:
    """Return the scripts that lead from a version to the present one, in order."""
    scripts = ScriptDirectory(str(FOLDER))
    return list(scripts.iterate_revisions(str(schema.VERSION), version))[::-1]


def _index(connection: Connection) -> None:
    search.drop(connection)
    search.create(connection)
    for id in connection.execute(select(schema.reports.c.id)).scalars().all():
        index_report(connection, id)
