"""Whether a report is a chronicle or a live blog, which tells in the present of what was done."""

import functools
import re

_STAMPED = re.compile(
    r"(?m)^\W{0,3}(?:\d{1,2}[:.]\d\d\b|\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]+(?: (?:\d{4}\b|[-–:.])|[.:] )|\d{4}\b ?[-–:]"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* \d{1,2}\b)"
)


@functools.lru_cache(maxsize=64)
def told_in_present(text: str) -> bool:
    r"""Return True for a live blog or a chronicle: line after line opens with a time or a date.

    Parameters
    ----------
    text
        A whole report.

    Examples
    --------
    >>> told_in_present("09:40 Rain.\n10:05 Talks open.\n11:15 A car.\n12:00 Lunch.")
    True
    >>> told_in_present("Rain fell at 09:40.")
    False
    """
    return len(_STAMPED.findall(text)) >= 4


_CLOCK = re.compile(r"(?m)^\W{0,3}(?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b)")


@functools.lru_cache(maxsize=64)
def told_live(text: str) -> bool:
    r"""Return True for a live blog: line after line opens with an hour, so what it tells happens on the day.

    Parameters
    ----------
    text
        A whole report.

    Examples
    --------
    >>> told_live("09:40 Rain.\n10:05 Talks open.\n11:15 A car.\n12:00 Lunch.")
    True
    """
    return len(_CLOCK.findall(text)) >= 4
