"""Which words tell of a meeting or a signing that took place: talks ended, the sides met, an accord was signed."""

import re
from typing import Literal

from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, lemma, marker, text_of
from detente.reading.positions.agreement_words import AGREEMENTS, OUTLINES, SETTLED, STATEMENTS, TEXTS, TRUCES
from detente.reading.rule import words

Manner = Literal["held", "signed"]

TALK_NOUNS = words(
    "talk negotiation meeting session summit conference plenary sitting encounter dialogue parley round contact"
    " discussion consultation cycle"
)
TALKS = r"(?:talks|negotiations|meetings?|sessions?|rounds?|summits?|conferences?|plenary)"
"""A pattern for talks and for their sittings; "talk" and "contact" say too little by themselves."""
SIGNING_NOUNS = frozenset(["signing", "initialling"])
_BY_NAME = frozenset(["name", "signature", "initial", "pen"])
# What talks do, and what is done with them; "explained the talks" tells of no meeting.
_RUN = words(
    "adjourn begin break bring close collapse come conclude continue end fail finish go hold last lead meet open"
    " produce reconvene resume rise see enter get make founder"
    " focus centre center deal expect"
    " stall start suspend take wind yield be run schedule set plan due fix convene"
)
# What talks are said to have been.
_WERE = words(
    "constructive productive positive useful fruitful fruitless cordial frank tense difficult tough serious"
    " inconclusive successful friendly intense good first second last"
)
_HOLD = words(
    "hold host open close attend conclude finish resume adjourn begin have chair start end leave convene continue"
    " complete mediate broker wrap follow"
)
_ON_THE_OCCASION = frozenset(["after", "at", "during", "following", "in", "for", "since", "from"])
# "On the third day of talks", "on the sidelines of the summit".
_PARTS = frozenset(["day", "morning", "night", "evening", "afternoon", "sideline", "margin"])
# What is signed or reached; without one of these, "reached the capital" is no agreement.
ACCORDS = AGREEMENTS | TRUCES | SETTLED | TEXTS | STATEMENTS | OUTLINES | {"cessation"}
_MEET = frozenset(["meet", "convene", "reconvene", "confer", "parley", "negotiate", "talk"])
_SIT = frozenset(["sit", "come", "get", "gather", "return", "go", "be", "face"])
SIGN = words(
    "sign initial conclude strike seal reach adopt announce draw broker renew extend prolong approve endorse finalise"
    " finalize clinch ink hammer thrash"
)
_ISSUE = frozenset(["issue", "release", "publish"])
_BY_HAND = frozenset(["sign", "initial"])
AGREEING = frozenset(["agree", "settle", "consent", "accept"])
_TABLE = re.compile(r"\b(?:together|down|table|face to face|face-to-face|again|back)\b", re.IGNORECASE)


def manner_of(token: Token, chronicle: bool) -> Manner | None:
    """Return whether a word tells of a meeting that was held or of a signing, None where it tells of neither.

    Parameters
    ----------
    token
        The word.
    chronicle
        True where the report tells what happened in the present.
    """
    base = lemma(token)
    if token.pos_ in ("NOUN", "PROPN"):
        if base in _ROUNDS and any(marker(c) == "of" and not _is_of_talks(c) for c in children(token, "nmod")):
            return None
        manner: Manner | None = "held" if base in TALK_NOUNS else "signed" if base in SIGNING_NOUNS else None
        return manner if manner and _took_place(token) else None
    if token.pos_ != "VERB":
        return None
    if base in AGREEING:
        told = token.tag_ in ("VBD", "VBN") or "did" in auxiliaries(token)
        return "signed" if told or (token.tag_ in ("VBP", "VBZ") and chronicle) else None
    if base in _ISSUE and any(
        c.text.casefold() in ("joint", "common") for o in children(token, "obj") for c in o.children
    ):
        return "signed" if _of_accord(token) else None
    if base in SIGN or (base in ("put", "affix", "append", "set") and _object(token, _BY_NAME)):
        return "signed" if _of_accord(token) else None
    if base == "come" and any(lemma(c) in ACCORDS and marker(c) == "to" for c in children(token, "obl")):
        return "signed"
    if base in _MEET or (base in _SIT and _together(token)):
        return "held"
    return None


_ROUNDS = frozenset(["round", "cycle", "session"])
_HAS_ROUNDS = frozenset(["diplomacy", "mediation", "party", "side", "conversation"])


def _is_of_talks(noun: Token) -> bool:
    """True for a round "of talks", "of diplomacy" or "of the Arland Conference", not for one of drinks."""
    return noun.pos_ == "PROPN" or lemma(noun) in TALK_NOUNS | _HAS_ROUNDS


def _took_place(noun: Token) -> bool:
    """True where what is said of talks or a signing has them happen, or where the sentence is no more than a label."""
    below = noun
    while below.dep_ in ("nmod", "compound", "conj", "appos") and below.head.pos_ in ("NOUN", "PROPN", "NUM"):
        if below.dep_ == "compound" and lemma(below.head) not in TALK_NOUNS | SIGNING_NOUNS | {"ceremony"}:
            return False
        below = below.head
    verb = below.head
    if below.dep_ == "ROOT" or verb.pos_ not in ("VERB", "AUX", "ADJ"):
        return below.dep_ in ("ROOT", "parataxis", "list")
    if below.dep_.startswith("nsubj"):
        return lemma(verb) in _RUN or lemma(verb) in _WERE or lemma(noun) in SIGNING_NOUNS
    if below.dep_ == "obj":
        return lemma(verb) in _HOLD
    return below.dep_ in ("obl", "nmod", "obl:unmarked") and (
        marker(below) in _ON_THE_OCCASION
        or (lemma(below) in _PARTS and marker(below) in ("on", "by"))
        or (lemma(verb) in _SIT and _together(verb))
        or lemma(verb) == "summon"
    )


def is_due(noun: Token) -> bool:
    """Return True for talks that are still to come: "talks due to begin on Friday".

    Parameters
    ----------
    noun
        A word for talks.
    """
    return _DUE.match(text_of(noun.doc), noun.idx + len(noun.text)) is not None


_DUE = re.compile(
    r",? (?:which (?:are|is) |that (?:are|is) )?(?:due|scheduled|planned|expected|set|slated) (?:to|for)\b"
)


def _of_accord(verb: Token) -> bool:
    if lemma(verb) in ("put", "affix", "append", "set"):
        return True
    nouns = children(verb, "obj", "nsubj:pass", "nsubj", "obl", "compound")
    if any(lemma(each) in ACCORDS for noun in nouns for each in [noun, *children(noun, "conj", "nmod", "compound")]):
        return True
    above = list(ancestors(verb))[:2] if verb.dep_.startswith("acl") else []
    pronoun = any(noun.pos_ == "PRON" and noun.dep_ != "nsubj" for noun in nouns) or _alone(verb)
    return any(lemma(noun) in ACCORDS for noun in above) or (lemma(verb) in _BY_HAND and pronoun)


def _alone(verb: Token) -> bool:
    """True for "Signed.", "Signed yesterday in Oslo by both": the title or the line before says what."""
    return verb.tag_ in ("VBN", "VBD") and verb.i == 0 and not children(verb, "obj", "nsubj", "nsubj:pass")


def _object(verb: Token, bases: frozenset[str] | set[str]) -> bool:
    return any(lemma(each) in bases for each in children(verb, "obj"))


def _together(verb: Token) -> bool:
    near = [c for c in verb.children if c.dep_ in ("advmod", "compound:prt", "obl", "xcomp", "obl:unmarked")]
    words = " ".join(t.text for c in near for t in c.subtree)
    if lemma(verb) in ("be", "face"):
        return bool(re.search(r"\b(?:table|face to face)\b", words))
    return bool(_TABLE.search(words)) and not (lemma(verb) in ("return", "go") and "table" not in words)
