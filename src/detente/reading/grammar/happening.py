"""Whether a predicate tells of something that happened: no wish, plan, condition, denial or question."""

import re

from detente.reading.frame import Frame
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.parser import (
    Token,
    ancestors,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    subjects,
)
from detente.reading.rule import words

SPOKEN = frozenset(["ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT", "PROTEST"])
"""Types of events that are acts of speech: "accuses" in the present tense is such an act, "attacks" is a habit."""
DOUBTED = frozenset(["allegedly", "reportedly", "supposedly", "purportedly"])
"""What only describes somebody ("the children allegedly taken by ...") and is in doubt is no act that is reported."""
MODALS = words("will would shall should must can could may might wo ca need to")
"""What is only to come, possible or due has not happened."""
_PHASES = frozenset(["begin", "start", "continue", "keep", "resume", "manage", "proceed"])
# What is wanted, refused, denied or only possible does not happen by being told.
UNREAL = words(
    "want demand refuse deny hope fear expect threaten promise pledge propose offer urge ask call require insist"
    " suggest vow plan intend prepare try seek wish consider agree undertake dispute doubt forbid prevent stop"
    " avoid dissuade rule warn order allow let need help fail accuse suspect imagine favour oppose"
)


NOBODY = frozenset(["no", "neither", "nobody", "none"])
# "Ready to sign" has not signed.
_INCLINED = words(
    "ready willing unwilling prepared unprepared reluctant loath able unable keen eager free likely unlikely poised due"
    " anxious determined minded disposed inclined set bound quick slow"
)
_TO_DO = frozenset(["xcomp", "advcl", "ccomp", "acl", "obl"])

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


_ANNOUNCING = frozenset(["announce", "say", "declare", "decide", "confirm", "state", "tell", "inform", "order", "warn"])
_COMING = frozenset(["will", "would", "'ll", "shall"])
_CONDITION = re.compile(r"\b(?:if|unless|until|should|otherwise|could|might|may)\b")


def announced(frame: Frame, token: Token) -> bool:
    """Return True for what its doer has declared to be done from now on: "said that it would no longer take part".

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    said = token.head
    while said.dep_ == "conj" and said.pos_ == "VERB" and lemma(said) not in _ANNOUNCING:
        said = said.head
    told = token.dep_ in ("ccomp", "xcomp", "conj", "parataxis") and lemma(said) in _ANNOUNCING
    coming = bool(set(auxiliaries(token)) & _COMING) or (token.dep_ == "xcomp" and marker(token) == "to")
    return told and coming and happened(frame, said, spoken=True) and not _CONDITION.search(frame.text)


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
    if negated(token) or "be" in aux or aux & MODALS or frame.text.rstrip(" \"'”").endswith("?"):
        return False
    if any(c.text.casefold() in NOBODY for noun in subjects(token) for c in (noun, *noun.children)):
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
    if denied(token):
        return True
    below = token
    for above in [token, *ancestors(token)]:
        if marker(above) in ("if", "unless", "whether", "until", "lest", "before") and above.dep_ != "obl":
            return True
        if _awaited(above):
            return True
        if above.i != token.i and below.dep_ in ("xcomp", "ccomp", "csubj") and lemma(above) in UNREAL:
            return True
        if above.i != token.i and lemma(above) in _INCLINED and marker(below) == "to" and below.dep_ in _TO_DO:
            return True
        if above.i != token.i and below.dep_ in ("conj", "xcomp") and _modal_above(above, below):
            return True
        below = above
    return False


def _awaited(clause: Token) -> bool:
    """Read "will sign only once A has freed them": what is waited for has not happened."""
    if not clause.children:
        return False
    opening = {c.text.casefold() for c in children(clause, "mark", "advmod") if c.i < clause.i}
    only, perfect = "only" in opening, set(auxiliaries(clause)) & {"has", "have"}
    if not only and not perfect:
        return False  # Most clauses: no more need be asked.
    said = _ONCE.search(clause.doc.text[: clause.idx]) is not None
    return said or bool(opening & ({"once", "after", "when"} if only else {"once"}))


# The parser often hangs "once" elsewhere.
_ONCE = re.compile(r"\b[Oo]nce (?:[\w'-]+ ){1,4}?(?:has|have) (?:\w+ )?$")


def denied(token: Token) -> bool:
    """Return True in a report that somebody denies: "dismissed reports that they had met".

    Parameters
    ----------
    token
        A verb.
    """
    return any(
        above.pos_ == "NOUN" and lemma(above) in _REPORTS and lemma(above.head) in _DENYING
        for above in ancestors(token)
    )


_REPORTS = frozenset(["report", "claim", "rumour", "rumor", "allegation", "suggestion", "speculation", "accusation"])
_DENYING = frozenset(["deny", "dismiss", "reject", "refute", "doubt", "dispute"])


def _modal_above(above: Token, below: Token) -> bool:
    """Read "would stop and withdraw": a bare verb coordinated with one under a modal shares it."""
    return (
        below.tag_ in ("VB", "VBN", "VBP") and bool(set(auxiliaries(above)) & MODALS) and child(below, "nsubj") is None
    )


_HAVING = words("have get see keep leave")


def _tense(frame: Frame, token: Token, aux: set[str], spoken: bool) -> bool:
    if token.tag_ in ("VBD", "VBN"):
        if token.tag_ == "VBN" and aux & {"is", "are"} and not aux & {"been", "being"} and not spoken:
            # "Troops are deployed in the south" is a state, "the road is closed by the army" news of a chronicle.
            return bool(frame.context or frame.dates) or told_in_present(frame.report.text)
        # "Freed 40 jailed members": what stands between a verb and its object only describes it.
        described = token.dep_ == "amod" or (token.dep_ == "xcomp" and not aux and lemma(token.head) not in _HAVING)
        return not (token.tag_ == "VBN" and described)
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
    return beside and marker(token) in ("by", "", "with", "after") and not (set(auxiliaries(head)) & MODALS)


_TOLD_BESIDE = frozenset(["VBD", "VBN", "NN", "NNS", "NNP", "NNPS", "VBG"])
