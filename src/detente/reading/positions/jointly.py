"""What both sides say, make or no longer dispute: both accept it."""

from collections.abc import Iterator

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.happening import NOBODY
from detente.reading.grammar.parser import Token, auxiliaries, child, lemma, negated, passive, subjects
from detente.reading.grammar.supposing import hypothetical
from detente.reading.positions.agreement_words import AGREEMENTS, STATEMENTS, TRUCES
from detente.reading.positions.holders import holders_of
from detente.reading.positions.stating import Stating
from detente.reading.rules import BY_ID

_BOTH_SAY = BY_ID["both-say"].words | {"tell"}


def of_both(frame: Frame) -> Iterator[Stating]:
    """Read "..., both say", "no longer in dispute between them": what both say, both accept."""
    pair = frame.resolver.cast.pair
    for token in frame.tokens:
        if token.pos_ == "VERB" and lemma(token) in _BOTH_SAY and not negated(token) and len(pair) > 1:
            clause = child(token, "ccomp")
            # "held a round of talks", "made": what both do is no word of theirs.
            if clause is None and lemma(token) in ("hold", "maintain", "want") and child(token, "obj") is not None:
                continue
            told = clause is not None and bool({"had", "has", "have"} & set(auxiliaries(clause)))
            ahead = clause is not None and bool({"will", "would", "must", "should", "be"} & set(auxiliaries(clause)))
            if (
                told
                or (lemma(token) == "tell" and not ahead)
                or not any(frame.resolver.is_pair(s) or _joint_paper(s) for s in subjects(token))
                or hypothetical(token)
            ):
                continue
            yield Stating(pair, "accepts", BY_ID["both-say"], token, tuple(t for t in frame.tokens if t.i != token.i))
    match = _UNDISPUTED.search(frame.text)
    if match and pair:
        cue = min(frame.doc, key=lambda t: abs(t.idx - match.start()))
        yield Stating(pair, "accepts", BY_ID["both-say"], cue, tuple(t for t in frame.tokens if t.i != cue.i))


def _joint_paper(token: Token) -> bool:
    """True for "a joint statement", "their joint communiqué": the word of both."""
    return lemma(token) in STATEMENTS and any(c.text.casefold() in ("joint", "common") for c in token.children)


_FOUNDING = frozenset(["set", "establish", "create", "form", "found", "appoint", "declare", "proclaim"])

# "announced a truce", never "announced sanctions": what two sides can only do together.
_TELLING = frozenset(["announce", "proclaim", "unveil"])
_MUTUAL = AGREEMENTS | TRUCES | frozenset(["exchange", "swap", "cessation", "disengagement", "pause"])


def of_founding(frame: Frame) -> Iterator[Stating]:
    """Yield "They have also set up a joint committee": what both sides make, both accept.

    Parameters
    ----------
    frame
        The sentence.
    """
    pair = frame.resolver.cast.pair
    for token in frame.tokens:
        if (
            token.pos_ != "VERB"
            or lemma(token) not in _FOUNDING | _TELLING
            or negated(token)
            or passive(token)
            or len(pair) < 2
        ):
            continue
        made = child(token, "obj")
        if any(NOBODY & {t.text.casefold() for t in (each, *each.children)} for each in subjects(token)):
            continue
        if made is not None and set(holders_of(frame, token)) == set(pair) and not hypothetical(token):
            if lemma(token) in _TELLING and lemma(made) not in _MUTUAL:
                continue
            done = token.tag_ == "VBD" or bool(set(auxiliaries(token)) & {"have", "had"})
            if done and (lemma(token) != "set" or any(c.text == "up" for c in token.children)):
                yield Stating(pair, "accepts", BY_ID["both-say"], token, tuple(made.subtree))


_UNDISPUTED = Caseless(
    r"\b(?:(?:no longer|not) (?:in dispute|disputed|contested|at issue)|(?:nor|neither) do they (?:differ|disagree)"
    r"|(?:do not|don't) (?:differ|disagree) (?:over|on|about)|(?:is|are) common ground|see eye to eye)\b"
)
