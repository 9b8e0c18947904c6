"""Where something happened, as the text names the place."""

import re

from detente.reading.frame import Frame
from detente.reading.parser import Token
from detente.reports.dateline import MONTH_NUMBER, WEEKDAYS

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|to|from|on) (?:the )?(?:(?:city|town|village|port|capital"
    r"|island|district|province|region|camp|hotel|château|chateau|suburb|resort) of "
    r"|(?:[A-Z][a-z]+ )?(?:capital|city|town|port)(?: city)? of |(?:occupied|southern|northern|eastern"
    r"|western|central) )?"
    r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: (?:(?:es|de|la|el|al|du|sur) ){0,2}[A-ZÀ-Þ][\w'’-]+)*)"
)
# "Lillehammer, a small town in Norway": the second only says where the first one lies.
_WITHIN = re.compile(r", (?:a|an|the|its) [a-z -]{2,40} ")
_NOT_PLACES = frozenset(
    [
        "the",
        "a",
        "government",
        "council",
        "army",
        "war",
        "president",
        "minister",
        "party",
        "un",
        "u.n",
        "eu",
        "nato",
        "twitter",
        "x",
        "telegram",
        "facebook",
        "january",
        "security",
        "general",
        "assembly",
        "parliament",
        "congress",
        "commission",
        "agreement",
        "protocol",
        "accord",
        "court",
        "article",
        "resolution",
        "operation",
    ]
)


def place_in(frame: Frame, token: Token | None = None) -> str | None:
    """Return the place nearest to a predicate in its sentence, None where no place is named.

    Parameters
    ----------
    frame
        The sentence.
    token
        The predicate; None for the first place.
    """
    text = frame.text
    persons = [
        (m.start, m.end)
        for m in frame.resolver.cast.mentions(text)
        if m.kind in ("person", "people", "metonym", "leader")
    ]
    found: list[tuple[int, str]] = []
    for match in _PLACE.finditer(text):
        first = match["place"].split()[0].casefold()
        here = match.start("place"), match.end("place")
        preposition = match[0].split()[0].casefold()
        if first in _NOT_PLACES or first in MONTH_NUMBER or first in WEEKDAYS or match["place"].isupper():
            continue
        if any(a < here[1] and here[0] < b for a, b in persons) or preposition in ("to", "from", "on", "around"):
            continue
        if not (found and _WITHIN.fullmatch(text[found[-1][0] + len(found[-1][1]) : match.start()])):
            found.append((here[0], match["place"]))
    if not found:
        return None
    at = token.idx if token is not None else 0
    place = min(found, key=lambda item: abs(item[0] - at))[1]
    return re.sub(r"'s?$", "", place)
