"""What a report is: one text with its date, the stretches that belong to it and those that do not."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from detente.entries import Quote

DateBasis = Literal["argument", "metadata", "dateline", "weekday"]
Part = Literal["headline", "standfirst", "body"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the text that is not the report.

    Parameters
    ----------
    start, end
        Character span, end exclusive.
    reason
        What it is: menu, promotion, caption, byline, author, comments, repeat.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text as it was read.

    Parameters
    ----------
    title
        Its headline, or "".
    date
        ISO day of the report, None where unknown.
    date_basis
        Where the date comes from: argument | metadata | dateline | weekday; None where unknown.
    outlet
        Who published it, None where unknown.
    path
        The file, "" for a text that came from elsewhere.
    text
        The characters of the file exactly as on disk (of the extracted text for HTML).
    kept
        Spans of `text` that are the report, in order.
    dropped
        Spans that are not, with the reason.

    Examples
    --------
    >>> Report("", None, None, None, "", "Talks began.").id
    'ec507fcc6e5e0d7e'
    """

    title: str
    date: str | None
    date_basis: DateBasis | None
    outlet: str | None
    path: str
    text: str
    kept: tuple[tuple[int, int], ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def id(self) -> str:
        """First sixteen hexadecimal digits of the SHA-256 of the text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def quote(self, start: int, end: int) -> Quote:
        """Return the exact stretch from `start` to `end`.

        Parameters
        ----------
        start, end
            Character span in `text`, end exclusive, at least one character.
        """
        return Quote(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report.

    Parameters
    ----------
    start, end
        Character span in the report's text, end exclusive.
    text
        The characters of that span.
    paragraph
        Number of its paragraph among the kept ones, from 0.
    part
        headline | standfirst | body.
    """

    start: int
    end: int
    text: str
    paragraph: int
    part: Part = "body"
