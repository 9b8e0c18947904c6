"""Where talks sit when their sentence does not say: the headline's place, a dateline's where the text says "here"."""

import re

from detente.reports.report import Report

_DATELINE = re.compile(
    r"^(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ'’-]+){0,3})(?:, [^.\n]{0,40}?)?(?: ?\([^)]*\))?(?:,| -| –| —|:|\n)",
    re.M,
)
_IN_HEADLINE = re.compile(
    r"\b(?:[Tt]alks|[Rr]ound|[Nn]egotiations|[Mm]eeting|[Ss]ummit|[Ss]ession|[Cc]onference|[Mm]eet|[Mm]et|[Ss]ign)\b"
    r"[^.,;:]{0,30}?\b(?:in|at) (?P<place>[A-ZÀ-Þ][\w'’-]+)"
)
_TALKING = r"\b(?:talks|negotiat\w+|meet\w*|met|session|round|delegat\w+|sign\w+|agreed|concluded)\b"
_HERE = r"\b(?:here|in this (?:city|town|village))\b"
_TALKS_HERE = re.compile(rf"{_TALKING}[^.]{{0,80}}{_HERE}|{_HERE}[^.]{{0,80}}{_TALKING}")


def seat_of(report: Report) -> str | None:
    """The place of the talks that the headline names, or of a dateline where the text says "here"."""
    named = _IN_HEADLINE.search(report.title)
    if named:
        return named["place"]
    city = _DATELINE.search(report.text[:2000])
    return city["city"].title() if city and _TALKS_HERE.search(report.text) else None
