"""Version 5: which words of a report stand for which party, as entries of the kind `naming`.

The tables stay as they are; a program that does not know the kind must not open the record. Records of earlier versions
get the namings of a report when it is read again.
"""

revision = "5"
down_revision = "4"
INDEX = False


def upgrade() -> None:
    """Nothing is to be changed but the number of the version."""
