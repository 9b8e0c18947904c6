"""How the brief writes dates that are known to the day, the month or the year."""

import re

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def long_date(iso: str | None) -> str:
    """Return an ISO day, month or year in words.

    Examples
    --------
    >>> long_date("2025-06-02"), long_date("2022-05"), long_date(None)
    ('2 June 2025', 'May 2022', 'date unknown')
    """
    parts = date_parts(iso)
    if parts is None:
        return iso or "date unknown"
    year, month, day = parts
    return " ".join(str(part) for part in (day, _MONTHS[month - 1] if month else None, year) if part)


def short_date(iso: str | None) -> str:
    """Return a date with the month in three letters.

    Examples
    --------
    >>> short_date("2025-06-02")
    '2 Jun 2025'
    """
    parts = date_parts(iso)
    if parts is None:
        return iso or "undated"
    year, month, day = parts
    return " ".join(str(part) for part in (day, _MONTHS[month - 1][:3] if month else None, year) if part)


def date_parts(iso: str | None) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day, None for what is unknown; None for what is no ISO date."""
    found = _DATE.fullmatch(iso or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return (year or 0, month, day) if month is None or 1 <= month <= 12 else None


def dated(text: str) -> str:
    """Return a text with its ISO days in words.

    Examples
    --------
    >>> dated("agreed on 2025-05-16 and carried out")
    'agreed on 16 May 2025 and carried out'
    """
    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", lambda found: long_date(found.group()), text)


def on_date(iso: str | None) -> str:
    """Return a date with its preposition, "" where unknown.

    Examples
    --------
    >>> on_date("2025-06-02"), on_date("2022-05"), on_date(None)
    (' on 2 June 2025', ' in May 2022', '')
    """
    parts = date_parts(iso)
    if parts is None:
        return ""
    return f" {'on' if parts[2] else 'in'} {long_date(iso)}"
