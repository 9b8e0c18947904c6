"""Blame in a speaker's own words: "A said that B had broken the truce", "B, A charged, was hiding behind C"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.arguments import doing, other_party, parties_of
from detente.reading.clauses import SAYING, holders_of
from detente.reading.frame import Frame, by
from detente.reading.parser import Token, ancestors, auxiliaries, children, lemma, marker, negated
from detente.reading.rule import words

_WRONGS = words(
    "violate breach break attack shell bomb kill murder lie hide sabotage block obstruct undermine kidnap abduct steal"
    " provoke betray cheat drag delay stall abuse torture massacre arm protect shield fuel occupy destroy invade ignore"
    " fabricate threaten use shoot fire harbour harbor finance torpedo prolong refuse wreck exploit manipulate"
    " blackmail starve persecute oppress target deceive renege burn raze loot rape execute"
)
_MODAL = frozenset(["will", "would", "could", "might", "may", "should", "can", "must", "shall"])
_TELLING = SAYING | frozenset(["charge", "allege", "claim", "complain", "report", "accuse", "snort", "protest"])


def blames(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Yield the blame that a speaker lays on another party in a clause of a sentence.

    Parameters
    ----------
    frame
        The sentence.
    known
        What was read from it already; blame of the same party by the same speaker is not read again.
    """
    yield from _mutual(frame)
    have = {(event.actor, event.recipient) for event in known if event.type == "ACCUSE"}
    attackers = {event.actor for event in known if event.type == "ASSAULT"}
    for token in frame.doc:
        if token.pos_ == "VERB" and _is_wrong(token) and _asserted(token):
            for speaker, blamed in _pairs(frame, token):
                if (speaker, blamed) not in have and blamed not in attackers:
                    have.add((speaker, blamed))
                    source = by("blamed-by-speaker", 0.5)
                    date = frame.date_for() if frame.dates else frame.report.date
                    yield Event("ACCUSE", speaker, blamed, date, None, frame.whole(), by=source)


_BOTH_WAYS = re.compile(
    r"\b(?:accus\w+|blam\w+|condemn\w+|denounc\w+) (?:each other|one another)\b"
    r"|\b(?:trad\w+|exchang\w+|swapp\w+) (?:blame|accusations|recriminations)\b"
)


def _mutual(frame: Frame) -> Iterator[Event]:
    """Read "both sides accused each other", "the two traded blame"."""
    pair = frame.resolver.cast.pair
    if len(pair) == 2 and _BOTH_WAYS.search(frame.text):
        date = frame.date_for() or frame.report.date
        for speaker, blamed in (pair, pair[::-1]):
            yield Event("ACCUSE", speaker, blamed, date, None, frame.whole(), by=by("accuse", 0.65))


_OPENING = frozenset(["open", "launch", "start", "begin", "carry", "stage", "mount", "commit"])
_FIRE = frozenset(
    ["fire", "attack", "offensive", "war", "assault", "raid", "strike", "massacre", "aggression", "crime"]
)


def _is_wrong(token: Token) -> bool:
    base = lemma(token)
    return base in _WRONGS or (base in _OPENING and any(lemma(c) in _FIRE for c in children(token, "obj")))


_WOULD = re.compile(
    r"\b(?:will|would|shall|'ll|'d) (?:\w+ ){0,2}?(?:attack|bomb|strike|crush|destroy|retaliate|invade|annihilate"
    r"|punish|shoot|respond (?:with|by) force|resume (?:the |its |their )?(?:war|attacks|fighting|offensive|strikes))\b"
)
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)


def threats(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Yield the threat that a party makes in words of its own: "we will strike if they come", said A.

    Parameters
    ----------
    frame
        The sentence.
    known
        What was read from it already.
    """
    match = _WOULD.search(frame.text)
    if match is None or not _IF.search(frame.text) or any(event.type == "THREATEN" for event in known):
        return
    speaker = frame.resolver.said or frame.resolver.voice
    for other in other_party(frame, speaker):
        date = frame.date_for() or frame.report.date
        yield Event("THREATEN", speaker[0], other, date, None, frame.whole(), by=by("threaten", 0.5))


def _asserted(token: Token) -> bool:
    return not negated(token) and not set(auxiliaries(token)) & _MODAL and token.tag_ != "VB"


def _pairs(frame: Frame, token: Token) -> Iterator[tuple[str, str]]:
    told_by = speakers(frame, token)
    if len(told_by) == 1:
        blamed = parties_of(frame, doing(token))
        yield from ((told_by[0], party) for party in blamed[:1] if party != told_by[0])


def speakers(frame: Frame, token: Token) -> Sequence[str]:
    """Return who says the clause of a verb: the subject of a verb of speech around it, or the quotation's speaker.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    return said_by(frame, token) or _set_in(frame, token)


def said_by(frame: Frame, token: Token) -> Sequence[str]:
    """Return who says a clause under a verb of speech, or a quotation; what is only set beside a verb is left aside.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    below = token
    for above in ancestors(token):
        told = below.dep_ in ("ccomp", "parataxis", "obj", "xcomp") or marker(below) == "that"
        if lemma(above) in _TELLING and told:
            return holders_of(frame, above)
        below = above
    return _quoted(frame, token)


def _set_in(frame: Frame, token: Token) -> Sequence[str]:
    """Read "A, B charged, was hiding", "A shelled the town, B said"."""
    for each in [token, *ancestors(token)]:
        for beside in children(each, "parataxis", "ccomp"):
            if lemma(beside) in _TELLING and beside.pos_ == "VERB":
                return holders_of(frame, beside)
    return ()


def _quoted(frame: Frame, token: Token) -> Sequence[str]:
    quoted = frame.text[: token.idx].count('"') % 2 == 1 or frame.text.count('"') == 1
    return frame.resolver.voice if quoted else ()
