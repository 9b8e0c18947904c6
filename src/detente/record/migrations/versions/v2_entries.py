"""Version 2: reports, details, entries and readings. The oldest that is read; nothing leads to it."""

revision = "2"
down_revision = None
INDEX = False


def upgrade() -> None:
    """Do nothing."""
