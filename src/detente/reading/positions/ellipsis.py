"""Stances that a clause takes over from the one before: "So did Oslo", "Nor does Oslo", "Oslo followed suit"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.entries import Position, Stance
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.grammar.parser import negated
from detente.reading.rules import BY_ID

_AUX = r"(?:did|does|do|has|have|had|will|would|is|are|was|were|can|could)"
_SAME = Caseless(
    rf"(?P<front>(?:^|[,;:.–—-]|\band\b|\bbut\b|\bas\b)\s*(?:and |but )?(?:so|nor|neither|as"
    rf"|just as) {_AUX}(?:n't)? )(?=[\w\"“])"
    rf"|\b(?:{_AUX} (?:so )?(?:too|as well|likewise|the same|so)(?=[ .,;]|$)|(?:follow(?:s|ed)|following) suit"
    r"|(?:is|are|was|were) of (?:the same|like|one) (?:opinion|mind|view)|(?:took|takes|take|shares?"
    r"|shared) (?:the same"
    r"|this|that) (?:view|line|position|demand|opinion)|(?:said|says|wants?|wanted|demand(?:s|ed)) (?:much )?the same"
    r"|echo(?:es|ed) (?:this|that|it|the (?:call|demand|appeal|refusal))|back(?:s|ed) (?:this|that"
    r"|the) (?:demand|call|appeal)"
    r"|join(?:s|ed) (?:in )?(?:this|that|the) (?:demand|call|appeal))"
)
_OPPOSITE = re.compile(rf"\b{_AUX}(?: not|n't)(?= ?[.;,]|$| ?[\"”])", re.IGNORECASE)
_TURNED: dict[Stance, Stance] = {
    "accepts": "rejects",
    "rejects": "accepts",
    "demands": "rejects",
    "proposes": "rejects",
}
# Letters that a clause without a content of its own has at most in front of its verb.
_FEW = 60


_IN_CONDITION = re.compile(r"\b(?:if|unless|provided|until|once|whether|should)\b[^,;:.]*$", re.IGNORECASE)


def echoes(frame: Frame, before: Sequence[Position], here: Sequence[Position]) -> Iterator[Position]:
    """Yield the stances of the clause before for whoever a sentence says to share them, or not to.

    Parameters
    ----------
    frame
        The sentence.
    before, here
        Positions of the sentence before, and of this one.
    """
    for match in (*_SAME.finditer(frame.text), *_OPPOSITE.finditer(frame.text)):
        # "if Norway does the same" is a condition: nobody has done it.
        if _IN_CONDITION.search(frame.text[: match.start()]):
            continue
        front = match.groupdict().get("front")
        if front and _goes_on(frame, match.end()):
            continue
        holders = _named(frame, match.end()) if front else _subject(frame, match.start())
        start = frame.sentence.start + match.start()
        own = [p for p in here if p.quote.start < start]
        if match.re is _OPPOSITE and not front and (own or match.start() > _FEW):
            continue
        taken = own or before
        for position in taken:
            stance = _TURNED[position.stance] if match.re is _OPPOSITE else position.stance
            for holder in holders:
                if holder != position.party:
                    kept = stance == position.stance
                    yield replace(
                        position, party=holder, stance=stance, quote=frame.whole(), red_line=False, said_by=None,
                        precondition=position.precondition and kept, by=by("echo", BY_ID["echo"].confidence),
                    )  # fmt: skip


def _goes_on(frame: Frame, place: int) -> bool:
    """True for "Nor does the paper say ...": the clause has a verb of its own."""
    stop = re.search(r"[,;:.?!]", frame.text[place:])
    end = place + stop.start() if stop else len(frame.text)
    return any(
        place <= t.idx < end and t.pos_ in ("VERB", "ADJ") and t.dep_ not in ("amod", "acl", "acl:relcl")
        for t in frame.tokens
    )


def _named(frame: Frame, place: int) -> tuple[str, ...]:
    """Who stands behind "so did": "So did Oslo and the rebels"."""
    stop = re.search(r"[,;:.?!(]", frame.text[place:])
    end = place + stop.start() if stop else len(frame.text)
    nouns = [t for t in frame.tokens if place <= t.idx < end and t.pos_ in ("NOUN", "PROPN", "PRON")]
    return tuple(dict.fromkeys(p for t in nouns[:6] for p in frame.resolver.single(t)))


def _subject(frame: Frame, place: int) -> tuple[str, ...]:
    """Who stands in front of "followed suit": the nearest subject."""
    start = max((m.end() for m in re.finditer(r"[;:.]|, (?:but|and|while) ", frame.text[:place])), default=0)
    nouns = [t for t in frame.tokens if start <= t.idx < place and t.pos_ in ("NOUN", "PROPN", "PRON")]
    found = [p for t in nouns if not negated(t) for p in frame.resolver.single(t)]
    return tuple(dict.fromkeys(found))
