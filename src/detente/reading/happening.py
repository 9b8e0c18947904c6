"""Whether a predicate tells of something that happened: no wish, plan, condition, denial or question."""

import functools
import re

from detente.reading.frame import Frame
from detente.reading.parser import Token, ancestors, auxiliaries, child, children, lemma, marker, negated, subjects
from detente.reading.rule import words

SPOKEN = frozenset(["ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT", "PROTEST"])
"""Types of events that are acts of speech: "accuses" in the present tense is such an act, "attacks" is a habit."""
DOUBTED = frozenset(["allegedly", "reportedly", "supposedly", "purportedly"])
"""What only describes somebody ("the children allegedly taken by ...") and is in doubt is no act that is reported."""
_MODALS = words("will would shall should must can could may might wo ca need to")
_PHASES = frozenset(["begin", "start", "continue", "keep", "resume", "manage", "proceed"])
# What is wanted, refused, denied or only possible does not happen by being told.
UNREAL = words(
    "want demand refuse deny hope fear expect threaten promise pledge propose offer urge ask call require insist"
    " suggest vow plan intend prepare try seek wish consider agree undertake dispute doubt forbid prevent stop"
    " avoid dissuade warn order allow let need help fail accuse suspect imagine favour oppose"
)


_DECIDING = frozenset(["vote", "decide", "agree", "resolve"])


def decided(frame: Frame, token: Token) -> bool:
    """Return True for what was decided: "voted to extend the embargo".

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    head = token.head
    return token.tag_ == "VB" and marker(token) == "to" and lemma(head) in _DECIDING and happened(frame, head)


def happened(frame: Frame, token: Token, *, spoken: bool = False) -> bool:
    """Return True for what was done: past, perfect, or the present tense of a chronicle.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    spoken
        True for an act of speech, which the present tense reports as well.
    """
    aux = set(auxiliaries(token))
    if negated(token) or aux & _MODALS or frame.text.rstrip(" \"'”").endswith("?"):
        return False
    if any(c.text.casefold() in ("no", "neither") for noun in subjects(token) for c in children(noun, "det")):
        return False
    if token.dep_ in ("acl", "amod") and any(c.text.casefold() in DOUBTED for c in token.children):
        return False
    if unreal(token) or (marker(token) == "to" and lemma(token.head) not in _PHASES):
        return False
    return _tense(frame, token, aux, spoken)


def unreal(token: Token) -> bool:
    """Return True inside a condition, and in what somebody wants, denies or only might do.

    Parameters
    ----------
    token
        A verb.
    """
    below = token
    for above in [token, *ancestors(token)]:
        if marker(above) in ("if", "unless", "whether", "until", "lest", "before") and above.dep_ != "obl":
            return True
        if above.i != token.i and below.dep_ in ("xcomp", "ccomp", "csubj") and lemma(above) in UNREAL:
            return True
        if above.i != token.i and below.dep_ in ("conj", "xcomp") and _modal_above(above, below):
            return True
        below = above
    return False


def _modal_above(above: Token, below: Token) -> bool:
    """Read "would stop and withdraw": a bare verb coordinated with one under a modal shares it."""
    return below.tag_ in ("VB", "VBN") and bool(set(auxiliaries(above)) & _MODALS) and child(below, "nsubj") is None


def _tense(frame: Frame, token: Token, aux: set[str], spoken: bool) -> bool:
    if token.tag_ in ("VBD", "VBN"):
        return not (token.tag_ == "VBN" and token.dep_ == "amod")
    if token.tag_ == "VBG":
        return bool(aux & {"is", "are", "was", "were", "been", "'s", "'re"}) or _participle(token)
    if token.tag_ in ("VB", "VBP") and not aux and not marker(token) and _looks_past(token):
        return True
    if token.tag_ == "VB":
        return token.dep_ == "xcomp" and lemma(token.head) in _PHASES and not negated(token.head)
    if token.pos_ == "NOUN":
        return child(token, "nsubj", "obj") is not None or told_in_present(frame.report.text)
    if token.tag_ in ("VBZ", "VBP"):
        main = token.dep_ in ("ROOT", "conj", "parataxis", "ccomp", "acl:relcl", "advcl")
        return spoken or (main and (bool(frame.context or frame.dates) or told_in_present(frame.report.text)))
    return token.text.casefold().endswith("ed") and not aux and not marker(token)


_SAME_IN_THE_PAST = frozenset(["put", "hit", "cut", "let", "shut", "set", "quit", "split"])


def _looks_past(token: Token) -> bool:
    """True for a past form that the tagger took for a bare one ("overran", "put" with a subject of its own)."""
    word = token.text.casefold()
    return word != lemma(token) or (
        word in _SAME_IN_THE_PAST and token.dep_ == "ROOT" and child(token, "nsubj") is not None
    )


def _participle(token: Token) -> bool:
    """Read "withdrew, burning villages", "by closing the border", "began shelling"."""
    if token.dep_ == "xcomp":
        return lemma(token.head) in _PHASES and not negated(token.head)
    if token.dep_ == "conj" and token.head.tag_ == "VBG":
        return _participle(token.head)
    head = token.head
    beside = token.dep_ in ("advcl", "acl", "conj", "parataxis") and head.tag_ in _TOLD_BESIDE
    return beside and marker(token) in ("by", "", "with", "after") and not (set(auxiliaries(head)) & _MODALS)


_TOLD_BESIDE = frozenset(["VBD", "VBN", "NN", "NNS", "NNP", "NNPS", "VBG"])


_STAMPED = re.compile(
    r"(?m)^\W{0,3}(?:\d{1,2}[:.]\d\d\b|\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]+(?: (?:\d{4}\b|[-–:.])|[.:] )|\d{4}\b ?[-–:]"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* \d{1,2}\b)"
)


@functools.lru_cache(maxsize=64)
def told_in_present(text: str) -> bool:
    r"""Return True for a live blog or a chronicle: line after line opens with a time or a date.

    Parameters
    ----------
    text
        A whole report.

    Examples
    --------
    >>> told_in_present("09:40 Rain.\n10:05 Talks open.\n11:15 A car.\n12:00 Lunch.")
    True
    >>> told_in_present("Rain fell at 09:40.")
    False
    """
    return len(_STAMPED.findall(text)) >= 4


_CLOCK = re.compile(r"(?m)^\W{0,3}(?:\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b)")


@functools.lru_cache(maxsize=64)
def told_live(text: str) -> bool:
    r"""Return True for a live blog: line after line opens with an hour, so what it tells happens on the day.

    Parameters
    ----------
    text
        A whole report.

    Examples
    --------
    >>> told_live("09:40 Rain.\n10:05 Talks open.\n11:15 A car.\n12:00 Lunch.")
    True
    """
    return len(_CLOCK.findall(text)) >= 4
