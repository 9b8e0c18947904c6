"""Finds the date of a report in its first lines: bylines, datelines, "published" and "updated" notes."""

import datetime as dt
import re
from collections.abc import Iterator

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?"
MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBER, key=len, reverse=True))})\b\.?"

_DAY = r"(?P<d{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)"
_FULL_DATE = re.compile(
    "|".join(
        (
            rf"\b{_DAY.format(1)} (?:of )?(?P<m1>{MONTH}),? {_YEAR.format(1)}\b",
            rf"\b(?P<m2>{MONTH}) {_DAY.format(2)},? {_YEAR.format(2)}\b",
            rf"\b{_YEAR.format(3)}-(?P<m3>0[1-9]|1[0-2])-(?P<d3>[0-2]\d|3[01])\b",
            r"\b(?P<d4>[0-2]?\d|3[01])(?P<sep>[./])(?P<m4>0?[1-9]|1[0-2])(?P=sep)(?P<y4>(?:19|20)\d\d)\b",
        )
    ),
    re.IGNORECASE,
)
_DAY_AND_WEEKDAY = re.compile(
    rf"\b(?P<w>{'|'.join(WEEKDAYS)}),? (?:the )?(?:(?P<m1>{MONTH}) {_DAY.format(1)}"
    rf"|{_DAY.format(2)} (?:of )?(?P<m2>{MONTH}))"
    r"(?!,? \d{4})",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|updated|posted|issued|transmission|transmitted|broadcast|date)\b", re.IGNORECASE
)

# What may stand in lower case beside place and date.
_AROUND = frozenset(
    ["published", "updated", "posted", "issued", "by", "on", "at", "of", "the", "am", "pm", "p", "m", "a", "local"]
)
# "STOCKHOLM, 2 June -", "OSLO (Agency) —", "GENEVA: ", before the sentence.
OPENING = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [^.;:–—]{2,45}?\.?(?: [^.;:–—]{1,20}?)?)?(?: \([^)]{2,20}\))?(?:"
    r" ?(?:–|—|--) ?| - |: )(?=[A-Z\"“])"
)
# A dateline stands at the top; further down a full date is more often a date the report speaks about.
TOP_LINES = 12
SHORT_LINE_WORDS = 16
DATELINE_REACH = 70


def parse_dates(text: str) -> list[dt.date]:
    """Return every date with day, month and year in a text, in its order.

    Parameters
    ----------
    text
        Any text; day comes before month in numeric dates.

    Examples
    --------
    >>> parse_dates("Istanbul, 2 June 2025; Sept. 24, 2015; 2003-02-30")
    [datetime.date(2025, 6, 2), datetime.date(2015, 9, 24)]
    """
    return [date for _, date in _dates_with_place(text)]


def find_date(text: str) -> str | None:
    r"""Return the ISO day that the first lines give as the report's own, None where they give none.

    Parameters
    ----------
    text
        The whole text, menus and bylines included: the date often stands there.

    Examples
    --------
    >>> find_date("Truce holds\n\nISTANBUL, 2 June 2025 - Both sides kept quiet.")
    '2025-06-02'
    >>> find_date("Truce holds\n\nThe truce of 2 June 2025, they said, was holding along the line.") is None
    True
    """
    for line in _top_lines(text):
        found = _dates_with_place(line)
        short = _is_note(line)
        if found and (short or _is_dateline(line, found[0][0])):
            return (found[-1] if short else found[0])[1].isoformat()
    return None


def is_dateline(line: str) -> bool:
    """Return whether a line is place and date and nothing else: no part of a sentence.

    Parameters
    ----------
    line
        One line.

    Examples
    --------
    >>> is_dateline("Oslo, Monday, 2 June 2025 | By Anna Berg"), is_dateline("They met on 2 June 2025 in Oslo")
    (True, False)
    """
    found = _FULL_DATE.sub(" ", line)
    words = re.findall(r"[^\W\d_]+", found)
    own = all(word[0].isupper() or word in _AROUND for word in words)
    return found != line and own and len(words) <= SHORT_LINE_WORDS and not line.endswith(".")


def opens_with_dateline(line: str) -> bool:
    """Return whether a line begins with place and date, or place and agency, and goes on with a sentence.

    Examples
    --------
    >>> opens_with_dateline("OSLO (Agency) - Both sides"), opens_with_dateline("OSLO, 2 June 2025 - Both sides")
    (True, True)
    >>> opens_with_dateline("Oslo said that both sides")
    False
    """
    found = [] if is_dateline(line) else _dates_with_place(line)
    return bool(OPENING.match(line)) or bool(found and _is_dateline(line, found[0][0]))


def find_weekday_year(text: str) -> int | None:
    """Return the year in which a weekday with day and month falls, where only one year of the text fits.

    Parameters
    ----------
    text
        The whole text; the years that it names are the candidates.

    Examples
    --------
    >>> find_weekday_year("They met on Monday, June 2nd. The war of 2022 entered 2025.")
    2025
    """
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)}
    fitting = [_years_that_fit(match, years) for match in _DAY_AND_WEEKDAY.finditer(text)]
    if not fitting:
        return None
    common = set.intersection(*fitting)
    return common.pop() if len(common) == 1 else None


def weekday_dates(text: str, year: int) -> list[dt.date]:
    """Return the dates of weekday, day and month in a text, in the given year."""
    return [date for match in _DAY_AND_WEEKDAY.finditer(text) if (date := _without_year(match, year))]


def month_number(name: str) -> int:
    """Return 1..12 for a month's name or its abbreviation."""
    return MONTH_NUMBER[name.rstrip(".").casefold()]


def _years_that_fit(match: re.Match[str], years: set[int]) -> set[int]:
    weekday = WEEKDAYS.index(match["w"].casefold())
    return {year for year in years if (date := _without_year(match, year)) and date.weekday() == weekday}


def _without_year(match: re.Match[str], year: int) -> dt.date | None:
    day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
    return make_date(year, month_number(month), int(day))


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _dates_with_place(text: str) -> list[tuple[int, dt.date]]:
    return [(match.start(), date) for match in _FULL_DATE.finditer(text) if (date := _from_match(match))]


def _from_match(match: re.Match[str]) -> dt.date | None:
    for form in "1234":
        if match["y" + form]:
            month = match["m" + form]
            number = int(month) if month.isdigit() else month_number(month)
            return make_date(int(match["y" + form]), number, int(match["d" + form]))
    return None


def _is_note(line: str) -> bool:
    """A line of its own for place and date, or a note on when the report came out; no sentence."""
    words = len(line.split())
    return words <= 6 or (words <= SHORT_LINE_WORDS and not line.endswith(".")) or bool(_PUBLISHED.search(line))


def _is_dateline(line: str, place: int) -> bool:
    """A dateline opens the line with a place, in capitals or set off by a dash or a colon after the date."""
    head = line[: place + 40]
    return place <= DATELINE_REACH and bool(
        re.match(r"[A-Z][A-Z .'’/-]{2,}[,(]", line) or re.search(r"\d{4}\s*(?:[-–—:.)]|--)\s", head)
    )


def _top_lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:6000].splitlines())
    for number, line in enumerate(line for line in lines if line):
        if number >= TOP_LINES:
            return
        yield line
