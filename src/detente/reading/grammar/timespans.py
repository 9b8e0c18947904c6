"""Stretches of time that only say when something was: "over the past two decades", "a year after the raid"."""

import re

from detente.reading.claims.figures import Figure

_TIME = r"(?:(?:minute|hour|day|week|month|year|decade|fortnight)s?|half an hour)"
_LONG = r"(?:month|year|decade)s?"
_RECENT = re.compile(
    r"\b(?:(?:in|over|during|for|within|throughout) (?:the )?|the |these )(?:past|last|previous|preceding|recent) "
    r"(?:few |couple of )?$",
    re.IGNORECASE,
)
_UTMOST = re.compile(
    r"\b(?:(?:dead|bloodi|heavi|bigg|larg|long|high|low|strong|grav|fierc|deadli|hard|sharp|clos|great|short)est"
    r"|worst|best|most \w+)\b[^.;,]* (?:in|for) (?:[a-z]+ ){0,3}$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    rf" {_TIME} (?:ago|before|previously|since|apart|away|earlier|of (?:each other|one another))\b", re.IGNORECASE
)
_AFTER = re.compile(rf" {_LONG} after\b| {_TIME} (?:from now|on,|to the day|hence)")
_BOUND = re.compile(r"\b(?:will|would|shall|must|should|may|can|(?:is|are|was|were|has|have|had) to)\b")
_OF_A_MONTH = re.compile(
    rf" {_TIME} (?:of|in) (?:this (?:month|year)|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)


def places_in_time(text: str, figure: Figure) -> bool:
    """Read "over the past two decades", "a year after the raid" as dates; a duty's "30 days after" it is a figure.

    Parameters
    ----------
    text
        The sentence.
    figure
        A number in it.
    """
    after = text[figure.end : figure.end + 60]
    if not re.match(rf" {_TIME}\b", after, re.IGNORECASE):
        return False
    before = text[: figure.start]
    return bool(
        _RECENT.search(before)
        or _UTMOST.search(before)
        or _AWAY.match(after)
        or _OF_A_MONTH.match(after)
        or (_AFTER.match(after) and not _BOUND.search(text))
    )
