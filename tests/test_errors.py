"""Errors: one tree, and messages that lead out."""

import inspect

from detente import errors
from detente.errors import CaseError, DetenteError, Fault


def test_every_exported_error_is_in_the_tree():
    """All exceptions descend from DetenteError and stand in the drawing at the top of the module."""
    for name in errors.__all__:
        thing = getattr(errors, name)
        if inspect.isclass(thing) and issubclass(thing, Exception):
            assert issubclass(thing, DetenteError)
            assert name in errors.__doc__


def test_faults_are_listed_with_place_and_field():
    """Each fault stands on a line of its own below the file's name."""
    error = CaseError("2 faults", file="c.yaml", faults=[Fault("bad", 1, 2, "a.b"), Fault("worse")])
    assert str(error).splitlines() == ["c.yaml: 2 faults", "  line 1, column 2: a.b: bad", "  worse"]
