"""What a report is: one text with its date, the stretches that belong to it and those that do not."""

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.entries import Quote
from detente.reports.foreign import prevailing

DateBasis = Literal["argument", "metadata", "dateline", "weekday"]
Part = Literal["headline", "standfirst", "body"]
# Why a stretch is not the report.
REASONS: Mapping[str, str] = {
    "menu": "menu, link bar or legal notice of the page",
    "promotion": "points to other stories, newsletters or subscriptions",
    "caption": "caption or credit of a picture",
    "byline": "who wrote it and how long it takes to read",
    "author": "note on the author",
    "comments": "readers' comments, press contacts, and what follows them",
    "repeat": "stands in the text already",
    "language": "in another language than English",
    "table": "table",
    "running": "running title or number of a printed page",
    "beside": "stands on the page beside the main text",
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the text, or of the page around it, that is not the report.

    Parameters
    ----------
    start, end
        Character span, end exclusive; for a stretch outside the text both are the place where it stood.
    reason
        What it is: one of `REASONS`.
    outside
        Its characters, where they are not part of the report's text: the menu of a web page, a page's running title.
    """

    start: int
    end: int
    reason: str
    outside: str = ""


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
        The file, "" for a text that came from elsewhere; where the file holds several reports, "FILE#PLACE".
    text
        The characters of the file exactly as on disk (of the extracted text for all but .txt and JSONL).
    kept
        Spans of `text` that are the report, in order.
    dropped
        Spans that are not, with the reason.
    url
        The address that it was published at, None where unknown.

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
    url: str | None = None

    @property
    def id(self) -> str:
        """First sixteen hexadecimal digits of the SHA-256 of the text."""
        return _digest(self.text)

    @property
    def language(self) -> str | None:
        """ISO 639-1 code of the language that prevails in what is kept, None where it is not sure."""
        return prevailing(self.text, self.kept)

    @property
    def unread(self) -> str | None:
        """Why no reader takes anything from it, such as "language: fr"; None for a report that can be read.

        Examples
        --------
        >>> text = "Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir bientôt."
        >>> Report("", None, None, None, "", text).unread
        'language: fr'
        """
        return None if self.language in (None, "en") else f"language: {self.language}"

    def dropped_text(self, part: Dropped) -> str:
        """Return the characters of a dropped stretch, in the text or outside it.

        Parameters
        ----------
        part
            One of `dropped`.
        """
        return part.outside or self.text[part.start : part.end]

    def quote(self, start: int, end: int) -> Quote:
        """Return the exact stretch from `start` to `end`.

        Parameters
        ----------
        start, end
            Character span in `text`, end exclusive, at least one character.
        """
        return Quote(self.id, start, end, self.text[start:end])


# Every quote carries the id of its report: hashing a long text anew for each would take time in its square.
@functools.lru_cache(maxsize=16)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


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
