"""Every error a user can meet. Each message says what is wrong, where, and what to do.

DetenteError
├── InputError            a file or option that cannot be used (exit code 2)
│   ├── ReportError       a report that cannot be read as text
│   ├── CaseError         a case file with faults, all of them listed with line and column
│   ├── RecordError       a file or database that is no record, is of another version, or cannot be used
│   ├── OntologyError     a table of issues, acts, actors or names with faults
│   ├── ShockError        a shock card with faults
│   └── EndpointError     a language-model endpoint that gives no usable answer within its limits
└── CannotWorkOut         a question the material cannot answer (voices missing, too many sides)
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "CannotWorkOut",
    "CaseError",
    "DetenteError",
    "EndpointError",
    "Fault",
    "InputError",
    "OntologyError",
    "RecordError",
    "ReportError",
    "ShockError",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file.

    Parameters
    ----------
    message
        What is wrong and what to do about it.
    line, column
        Where, counted from 1; None where the place is not known.
    path
        The field, such as ``issues.2.rungs.0.x``.

    Examples
    --------
    >>> str(Fault("x must lie in [0, 1]", 7, 12, "issues.0.rungs.1.x"))
    'line 7, column 12: issues.0.rungs.1.x: x must lie in [0, 1]'
    """

    message: str
    line: int | None = None
    column: int | None = None
    path: str = ""

    def __str__(self) -> str:
        """Return place, field and message in one line."""
        place = f"line {self.line}, column {self.column}" if self.line else ""
        return ": ".join(part for part in (place, self.path, self.message) if part)


class DetenteError(Exception):
    """The root of every error that Detente raises on purpose."""


class InputError(DetenteError):
    """A file or option that cannot be used; the command line ends with exit code 2.

    Parameters
    ----------
    message
        What is wrong and the way out, in one line.
    file
        The file it is about.
    faults
        Every fault found, where there can be more than one.

    Examples
    --------
    >>> print(InputError("the file is empty; give a file with text in it", file="a.txt"))
    a.txt: the file is empty; give a file with text in it
    >>> print(CaseError("1 fault", file="case.yaml", faults=[Fault("unknown issue 'x'", 3, 5)]))
    case.yaml: 1 fault
      line 3, column 5: unknown issue 'x'
    """

    def __init__(self, message: str, *, file: object = None, faults: Sequence[Fault] = ()) -> None:
        self.file = None if file is None else str(file)
        self.faults = tuple(faults)
        head = f"{self.file}: {message}" if self.file else message
        super().__init__("\n".join([head, *(f"  {fault}" for fault in self.faults)]))


class ReportError(InputError):
    """A report that cannot be read as text."""


class CaseError(InputError):
    """A case file with faults; `faults` lists all of them."""


class RecordError(InputError):
    """A file or database that is no record, is of another version, or cannot be reached, read or written."""


def how_many(faults: Sequence[Fault]) -> str:
    """Return the number of faults in words for a message.

    Examples
    --------
    >>> how_many([Fault("x")]), how_many([])
    ('1 fault', '0 faults')
    """
    return f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}"


def nothing_usable(bad: int, part: str) -> str:
    """Return what is said of a file of which each part has a fault.

    Examples
    --------
    >>> nothing_usable(2, "row")
    'none of its 2 row(s) can be used; correct what is wrong with them and give the file again'
    """
    return f"none of its {bad:,} {part}(s) can be used; correct what is wrong with them and give the file again"


class OntologyError(InputError):
    """A table of issues, acts, actors or names with faults."""


class ShockError(InputError):
    """A shock card with faults."""


class EndpointError(InputError):
    """A language-model endpoint that cannot be used, or gives no usable answer within its limits."""


class CannotWorkOut(DetenteError):
    """A question the material cannot answer; the message says which, and what is missing."""
