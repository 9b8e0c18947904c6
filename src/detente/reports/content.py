"""What a file, or one part of a file with many reports, says, before it is made a report."""

import re
from dataclasses import dataclass

from detente.reports.report import Dropped


@dataclass(frozen=True, slots=True)
class Content:
    """A text with what is known about it.

    Parameters
    ----------
    text
        The main text.
    title, date, outlet, url
        From its metadata, None where they say nothing; the date is an ISO day.
    place
        Where it stands in a file of many reports, such as "line 7"; "" for a file of one.
    name
        What marks it out in that file, such as "7".
    outside
        Stretches that stand around the text and are not in it.
    """

    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    place: str = ""
    name: str = ""
    outside: tuple[Dropped, ...] = ()


def iso_day(value: object) -> str | None:
    """Return the day of an ISO date or time, None for anything else.

    Examples
    --------
    >>> iso_day("2025-06-02T23:30:00+03:00"), iso_day("2025-02-30"), iso_day("2 June")
    ('2025-06-02', None, None)
    """
    import datetime as dt

    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ].*)?", value.strip()):
        return None
    try:
        return dt.date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return None
