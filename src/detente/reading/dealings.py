"""Agreements told in passing, with their date: "under the truce agreed by both on 24 June"."""

import re
from collections.abc import Iterator
from itertools import combinations

from detente.entries import Event
from detente.reading.frame import Frame, by

_AGREED = re.compile(
    r"\b(?:agreements?|accords?|truce|cease-?fire|protocol|treaty|declaration|deal|pact|memorandum|communiqu[eé]"
    r"|statement|understandings?|armistice|principles|timetable|framework|settlement)\b"
    r"(?P<between>(?: [\w'-]+){0,5}?),? (?:which (?:was|they) |that (?:was|they) )?"
    r"(?:signed|concluded|reached|agreed|approved|initial+ed|struck|negotiated|sealed|adopted)\b"
    r"(?P<after>[^.;:]{0,45})"
)
_AHEAD = re.compile(r"\b(?:will|would|shall|to|be|not|never|no|if|until|before|unless|could|must|should)\b")


def dealings(frame: Frame) -> Iterator[Event]:
    """Yield the agreements of the main parties that a sentence recalls with their date, whatever its tree.

    Parameters
    ----------
    frame
        The sentence.
    """
    text, pair = frame.text, frame.resolver.cast.pair
    if not frame.dates or len(pair) < 2:
        return
    for match in _AGREED.finditer(text):
        when = next((d for d in frame.dates if match.start("after") <= d.start <= match.end() and d.past), None)
        if when is None or _AHEAD.search(match["between"]) or _AHEAD.search(text[: match.start()][-14:]):
            continue
        if _is_theirs(frame, match):
            quote, source = frame.quote(match.start(), when.end), by("sign", 0.55)
            for first, second in combinations(sorted(pair), 2):
                yield Event("AGREE", first, second, when.past, None, quote, by=source)


def _is_theirs(frame: Frame, match: re.Match[str]) -> bool:
    """True unless others are named as those who agreed."""
    cast = frame.resolver.cast
    inside = {m.party for m in cast.mentions(frame.text) if match.start() <= m.start < match.end()}
    return bool(inside & set(cast.pair)) or not re.match(r" by [A-Z]", match["after"])
