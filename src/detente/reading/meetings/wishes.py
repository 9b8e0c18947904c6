"""Whether a meeting or a signing is only wished for, refused or supposed."""

import re

from detente.reading.frame import Frame
from detente.reading.grammar.happening import NOBODY, denied
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, lemma, marker, negated
from detente.reading.rule import words

# "They called for talks" tells of no meeting.
_WISHED = words(
    "call demand propose want offer refuse postpone cancel suggest urge seek reject boycott appeal hope threaten"
    " decline ask request effort attempt bid push try oppose rule"
    " exclude"
)
_READY = frozenset(["ready", "prepared", "willing", "unwilling", "reluctant", "able", "unable", "likely"])
_CONDITIONAL = frozenset(["if", "unless", "without", "until"])


def wished(token: Token) -> bool:
    """True where a meeting is only asked for, refused or supposed, or did not happen."""
    if supposed(token) or _by_nobody(token) or _only_possible(token):
        return True
    if _setting(token):
        return False
    for above in [token, *ancestors(token)][:5]:
        if above.dep_ == "amod":
            continue
        if above.pos_ in ("VERB", "NOUN") and lemma(above) in _WISHED:
            return True
        if above.pos_ == "VERB" and negated(above):
            return lemma(above) not in ("yield", "produce", "bring", "end", "lead", "agree")
        if above.pos_ == "VERB" and not (above.tag_ == "VB" and marker(above) == "to"):
            return False
    return False


def _only_possible(token: Token) -> bool:
    """Read "Talks could resume in May", "might meet": nothing is fixed."""
    verb = token if token.pos_ == "VERB" else token.head if token.dep_.startswith("nsubj") else None
    return verb is not None and bool({"could", "may", "might"} & set(auxiliaries(verb)))


def _setting(token: Token) -> bool:
    """Read "At the first round in Arva the two did not shake hands": what they did not do, they did not do there."""
    before = token.pos_ == "NOUN" and token.dep_ == "obl" and token.i < token.head.i
    return before and marker(token) in ("at", "during", "after")


def _by_nobody(token: Token) -> bool:
    """True for "Neither side signed", "nobody met"."""
    who = children(token, "nsubj", "nsubj:pass") if token.pos_ == "VERB" else []
    return any(t.text.casefold() in NOBODY for each in who for t in [each, *children(each, "det")])


def supposed(token: Token) -> bool:
    """True under a condition ("if they met"), and for what somebody is only ready to do."""
    if denied(token) or any(c.dep_ == "advcl" and marker(c) in ("if", "unless") for c in token.children):
        return True
    for above in [token, *ancestors(token)][:5]:
        if above.i != token.i and above.text.casefold() in _READY:
            return True
        if above.dep_ == "advcl" and marker(above) in _CONDITIONAL:
            return True
        if above.dep_ == "advcl" and marker(above) == "before" and _shut_out(above.head):
            return True
    return False


def _shut_out(verb: Token) -> bool:
    """Read "ruled out a release before they signed": what is refused till then need never come."""
    return negated(verb) or lemma(verb) in _REFUSING


_REFUSING = words("rule refuse reject exclude insist demand require forbid oppose want must decline")


def only_supposed(frame: Frame, match: re.Match[str]) -> bool:
    """Return True where every verb in a stretch is only supposed, or somebody is only ready for it.

    Parameters
    ----------
    frame
        The sentence.
    match
        The stretch.
    """
    inside = [t for t in frame.doc if match.start() <= t.idx < match.end() and t.pos_ == "VERB"]
    return bool(inside) and all(supposed(token) for token in inside)
