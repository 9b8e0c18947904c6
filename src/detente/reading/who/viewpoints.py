"""Whose view a sentence gives: "in the French view", "for Oslo", "as the rebels see it", "Oslo let it be known"."""

import re

from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, lemma

_SIGHT = (
    r"(?:view|eyes|opinion|judge?ment|reading|words?|mind|book|estimation|telling|phrase|account|submission|vision)"
)
_BEFORE = re.compile(
    rf"\b(?:in|to|by|from) (?:the )?(?P<inside>[^,.;:]{{2,40}}?)(?:'s?|’s?)? (?:own )?(?:{_SIGHT}|point of view"
    rf"|lights|way of thinking)\b"
    rf"|\bin the {_SIGHT} of (?:the )?(?P<of>[^,.;:]{{2,50}})"
    r"|\bas (?:the )?(?P<seen>[^,.;:]{2,40}?) (?:sees?|saw|puts?|tells?|told|has|have|had|would have|reads?"
    r"|understands?) it\b"
    r"|\b(?:the )?(?P<held>[^,.;:]{2,40}?) (?:is|are|was|were|remains?) of the (?:view|opinion|belief) that\b"
    r"|\bto hear (?:the )?(?P<told>[^,.;:]{2,40}?) tell it\b"
    r"|(?:^|[,;:] |\b(?:and|but) )[Ff]or (?:the )?(?P<whom>[^,.;:]{2,40}?)(?: |,)(?=.{0,80}\b(?:is|are|was|were"
    r"|remains?|comes?|must|can|will|would|has|have)\b)",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:let|lets|letting|made|makes) (?:it|this|that) (?:be )?(?:known|clear|plain)\b|\bgave notice\b"
    r"|\bgives? notice\b"
)


def viewpoint(frame: Frame) -> tuple[str, ...]:
    """Return the party in whose view a sentence speaks, () where it says none.

    Parameters
    ----------
    frame
        The sentence.
    """
    return _seen_by(frame) or _made_known(frame)


def _seen_by(frame: Frame) -> tuple[str, ...]:
    for match in _BEFORE.finditer(frame.text):
        name = next(k for k, v in match.groupdict().items() if v is not None)
        start, end = match.span(name)
        named = [m for m in frame.resolver.cast.mentions(frame.text) if start <= m.start < end]
        if named and (name == "of" or named[-1].end >= end - 1):
            return (named[-1].party,)
        pronoun = next((t for t in frame.tokens if start <= t.idx < end and t.pos_ == "PRON"), None)
        if pronoun is not None and name != "whom" and not named and " " not in frame.text[start:end].strip():
            return frame.resolver.single(pronoun)
    return ()


def _made_known(frame: Frame) -> tuple[str, ...]:
    """Read "There would be no signature, Oslo let it be known, until ..."."""
    match = _KNOWN.search(frame.text)
    if match is None:
        return ()
    verb = next((t for t in frame.tokens if t.idx >= match.start()), None)
    subject = next((t for t in verb.children if t.dep_.startswith("nsubj")), None) if verb is not None else None
    if subject is not None and (found := frame.resolver.single(subject)):
        return found
    before = [m for m in frame.resolver.cast.mentions(frame.text) if 0 <= match.start() - m.end <= 1]
    return (before[-1].party,) if before else ()


def says(verb: Token) -> bool:
    """Return True for "let it be known" and "made it clear", which say something as "say" does.

    Parameters
    ----------
    verb
        A verb.
    """
    return lemma(verb) in ("let", "make", "give") and _KNOWN.match(verb.doc.text, verb.idx) is not None
