"""Requests of an international body to the parties: resolutions, whether told or printed in full."""

import re
from collections.abc import Iterator

from detente.entries import Event
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.rules import BY_ID
from detente.reading.who.mentions import kind_of

# "It also calls on ...", after a sentence about a resolution.
_IT = re.compile(
    r"\W*(?:[Ii]n it, |[Ii]n addition, )?(?:[Ii]t|[Tt]he (?:text|document|measure|council|draft)|[Oo]ther provisions)"
    r"\b"
)


def _goes_on(frame: Frame, place: int) -> bool:
    return frame.resolver.resolving and _IT.match(frame.text, 0, place) is not None


_RESOLVES = re.compile(r"\bresolution\b|\bSecurity Council\b|\bGeneral Assembly\b")


_ASKS = Caseless(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?"
    r"|request(?:s|ed|ing)?|requir(?:es|ed|ing)|appeal(?:s|ed|ing)? (?:to|for)|instruct(?:s|ed|ing)?)\b"
)
# An item of a resolution printed in full: "2. Calls upon both Governments to ...".
_ITEM = re.compile(
    r"\W*(?:\(?\w{1,3}[.)] )?(?:(?:Also|Further|Strongly|Again|Urgently) )?(?:Calls? (?:up)?on|Demands|Urges|Requests"
    r"|Invites|Insists|Appeals to|calls (?:up)?on|demands that)\b"
)
_BODY = "United Nations"
_NUMBERED = re.compile(r"\b[Rr]esolution \d{2,4}\b")
_COUNCIL = re.compile(r"\b(?:Security Council|General Assembly|United Nations)\b")
_PASSES = re.compile(r"\b(?:pass(?:es|ed)|adopt(?:s|ed)|approv(?:es|ed)) (?:\w+ ){0,3}(?:resolution )?\d{2,4}\b")
# A resolution that asks for this without naming anybody asks both sides.
_PEACE = re.compile(r"\b(?:cease-?fire|truce|hostilities|fighting|armistice|violence|withdrawal)\b")


def resolutions(frame: Frame) -> Iterator[Event]:
    """Yield the requests of an international body to the parties that a sentence names after its demand.

    Parameters
    ----------
    frame
        The sentence.
    """
    text, cast = frame.text, frame.resolver.cast
    match = _ASKS.search(text) or _PASSES.search(text)
    item = _ITEM.match(text)
    if item is not None and _RESOLVES.search(frame.report.text):
        body: str | None = _BODY
        match = item
    elif match is None or not (_RESOLVES.search(text[: match.start()]) or _goes_on(frame, match.start())):
        return
    else:
        body = next((m.party for m in cast.mentions(text[: match.start()]) if kind_of(m.party) == "body"), None)
        body = body or (_BODY if _COUNCIL.search(frame.report.text) or _NUMBERED.search(text) else None)
    asked = [m.party for m in cast.mentions(text) if m.start > match.end() and m.party in cast.pair]
    if re.search(r"\b(?:both|the two|the parties)\b", text[match.end() :]):
        asked = list(cast.pair)
    if not asked and _PEACE.search(text[match.end() :]):
        asked = list(cast.pair)
    rule = BY_ID["resolution"]
    frame.resolver.resolving = True
    for party in dict.fromkeys(asked):
        if body is not None and party != body:
            date = frame.day_of()
            yield Event("REQUEST", body, party, date, None, frame.whole(), by=by(rule.id, rule.confidence))
