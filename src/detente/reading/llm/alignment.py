"""Finds the stretch of a report that a quote was copied from, or nothing."""

import re

from detente.reading.llm.sections import Section
from detente.reports.report import Report

_MARKS = re.compile("[\"'`´“”„‟«»‘’‚‛‹›″′＂]")


def folded(text: str) -> tuple[str, list[int]]:
    r"""Return a text with plain quotation marks and single spaces, and the place of each character in the given one.

    Parameters
    ----------
    text
        Any text.

    Examples
    --------
    >>> folded("a  “b”\n")
    ("a 'b' ", [0, 1, 3, 4, 5, 6])
    """
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if not character.isspace():
            characters.append("'" if _MARKS.match(character) else character)
        elif characters and characters[-1] == " ":
            continue
        else:
            characters.append(" ")
        places.append(place)
    return "".join(characters), places


def align(quote: str, section: Section, report: Report) -> tuple[int, int] | None:
    """Return where a quote stands in a report: character by character, else with spaces and quotation marks made equal.

    Parameters
    ----------
    quote
        What is said to be copied from the section.
    section
        What was sent.
    report
        The report it is of.

    Returns
    -------
    tuple of int, or None
        Span in `report.text` of the first such stretch of whole words that is all of the report; None where there is
        none.

    Examples
    --------
    >>> from detente.reading.llm.sections import sections
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Norway said “never   again” twice.")
    >>> align('said "never again"', sections(report)[0], report), align("said nothing", sections(report)[0], report)
    ((7, 27), None)
    """
    quote = quote.strip()
    if not quote:
        return None
    exact = _find(quote, section.text, list(section.origin), report, quote)
    if exact is not None:
        return exact
    text, places = folded(section.text)
    wanted = folded(quote)[0]
    return _find(wanted, text, [section.origin[place] for place in places], report, wanted)


def _find(wanted: str, text: str, origin: list[int], report: Report, quote: str) -> tuple[int, int] | None:
    at = text.find(wanted)
    while at != -1:
        start, end = origin[at], origin[at + len(wanted) - 1] + 1
        # A stretch that runs over a dropped part (a photo credit, a link) is no quote of the report.
        if _whole_words(text, at, at + len(wanted)) and folded(report.text[start:end])[0] == folded(quote)[0]:
            return start, end
        at = text.find(wanted, at + 1)
    return None


def _whole_words(text: str, start: int, end: int) -> bool:
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))
