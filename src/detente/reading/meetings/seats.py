"""Where talks sit when their sentence does not say: the place that the report names beside talks, or was sent from."""

import re
from collections import Counter
from collections.abc import Iterator

from detente.ontology.actors import find_names
from detente.reports.dateline import MONTH_NUMBER, WEEKDAYS
from detente.reports.report import Report

_NAME = r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: (?:(?:de|la|el|al|du|of|es|es-) ){0,2}[A-ZÀ-Þ][\w'’-]+){0,3})"
_TALKS = (
    r"(?:[Tt]alks|[Rr]ounds?|[Nn]egotiations|[Mm]eetings?|[Ss]ummit|[Ss]essions?|[Cc]onference|[Dd]ialogue|[Pp]lenary"
    r"|[Cc]onsultations|[Dd]iscussions|[Ss]itting|pourparlers|[Dd]elegations|[Nn]egotiators|[Dd]elegates|[Mm]ediators)"
)
_DONE = r"(?:meet|met|sat (?:down|together)|sit down|gathered|convened|sign(?:s|ed)?|initial+ed|negotiat\w+|talking)"
_AT = r"(?:in|at|outside|near) (?:the (?:\w+ )?(?:city|town|village|resort|capital|castle|palace|château|chateau) of )?"
# Where the talks, or those who hold them, are said to be, and what the talks are called after.
_SITTING = (
    re.compile(rf"\b{_TALKS}\b[^.;:\n]{{0,30}}?\b{_AT}{_NAME}"),
    re.compile(rf"\b{_DONE}\b[^.;:\n]{{0,25}}?\b{_AT}{_NAME}"),
    re.compile(rf"\b[Tt]he {_NAME} (?:peace )?(?:talks|negotiations|round|conference|meeting|summit)\b"),
    re.compile(rf"\b(?:left|arrived in|arrived at|back to|returned to) {_NAME}\b[^.;\n]{{0,40}}\b{_TALKS}\b"),
    re.compile(rf"(?<![\w.] )\b[Ii]n {_NAME}(?:,? [\w ]{{0,20}}?)? (?:the )?(?:two |both )?{_TALKS}\b"),
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z]\w+|[A-Z][a-z]+\.? \d{1,2}\b|\d{1,2}/\d{1,2}\b|\d{4}-\d\d-\d\d"
_DATE = rf"(?:[A-Z]\w+day,? )?(?:the )?(?:{_DAY})"
_STATE = r"(?:, [A-Z][\w .]{2,20}?)?"
# "OSLO, Norway, 2 March", "OSLO (Agency) -", "Oslo, Monday 2 March 2020": with a date or a dash, else it is a heading.
_SENT_FROM = re.compile(
    rf"^(?:(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ'’-]+){{0,3}}){_STATE}"
    rf"(?:, {_DATE}| ?\([^)\n]*\) ?[-–—]| ?[–—] (?=[A-Z][a-z])| - (?=[A-Z][a-z]))"
    rf"|(?P<town>[A-ZÀ-Þ][\w'’-]+(?: (?:(?:de|la|el|al|du|es) )?[A-ZÀ-Þ][\w'’-]+){{0,3}}){_STATE}, {_DATE})",
    re.M,
)
_TALKING = r"\b(?:talks|negotiat\w+|meet\w*|met|session|round|delegat\w+|sign\w+|agreed|concluded)\b"
_HERE = r"\b(?:here|in this (?:[\w-]+ )?(?:city|town|village)|back here)\b"
_TALKS_HERE = re.compile(rf"{_TALKING}[^.]{{0,80}}{_HERE}|{_HERE}[^.]{{0,80}}{_TALKING}", re.IGNORECASE)
_NO_PLACES = frozenset(
    ["the", "a", "this", "that", "both", "two", "three", "four", "he", "she", "it", "they", "president", "parliament"]
)


def seat_of(report: Report) -> str | None:
    """Return the place of the talks that a report is about, None where it names none or several alike.

    Parameters
    ----------
    report
        The report.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> seat_of(report_from_text("The talks in Oslo went on. Norway and Denmark met again on Monday."))
    'Oslo'
    """
    named = next((match["place"] for pattern in _SITTING[:3] for match in pattern.finditer(report.title)), None)
    if named and not _is_no_place(named):
        return _plain(named)
    sent = sent_from(report)
    if sent and _TALKS_HERE.search(report.text):
        return sent
    counted = Counter(_sittings(report.text))
    ranked = counted.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    return sent if sent in counted else None


def sent_from(report: Report) -> str | None:
    """Return the place from which a report was sent, None where it does not say."""
    found = _SENT_FROM.search(report.text[:2000])
    if found is None:
        return None
    place = found["city"].title() if found["city"] else found["town"]
    return None if _is_no_place(place) else str(place)


def here(text: str) -> bool:
    """Return True where a sentence speaks of the place it was written in ("here", "in this city")."""
    return re.search(_HERE, text) is not None


def _sittings(text: str) -> Iterator[str]:
    for pattern in _SITTING:
        for match in pattern.finditer(text):
            if not _is_no_place(match["place"]) and not _TO_COME.search(text[: match.start()][-40:]):
                yield _plain(match["place"])


# "Are due to meet in Arva", "the next round, in Arva": where the talks will sit is not where they sit.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|due|set|expected|scheduled|planned|agreed|plans?|to|next|further|another)"
    r"(?: (?:to|again|also|hold|open|a|an|for|further|peace))* $"
)


def _plain(place: str) -> str:
    return re.sub(r"['’]s?$", "", place)


def _is_no_place(name: str) -> bool:
    first = name.split()[0].casefold()
    known = find_names(name)
    if known and known[0].kind != "capital":
        return True
    return first in MONTH_NUMBER or first in WEEKDAYS or first in _NO_PLACES
