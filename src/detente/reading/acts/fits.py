"""Which acts of the table a verb may tell of: by its form, and by the words that stand beside it."""

import re
from collections.abc import Sequence

from detente.reading.acts.act import Act
from detente.reading.acts.arguments import doing, undergoing, undergone
from detente.reading.acts.table import BY_VERB
from detente.reading.frame import Frame
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.parser import Token, auxiliaries, children, lemma, lemma_as


def candidates(frame: Frame, token: Token) -> Sequence[Act]:
    """Return the acts that a word may tell of; in a chronicle a noun may be a verb that the tagger has mistaken.

    Parameters
    ----------
    frame
        The sentence.
    token
        A word of it.
    """
    if token.pos_ == "VERB":
        return BY_VERB.get(lemma(token), ())
    if token.dep_ == "ROOT" and children(token, "nsubj") and not children(token, "cop"):
        return BY_VERB.get(lemma_as(token.text, "VERB"), ())
    if token.tag_ == "NN" and token.dep_ == "ROOT" and token.i > 0 and _past_for_noun(token):
        return BY_VERB.get(lemma_as(token.text, "VERB"), ())
    if token.tag_ == "NN" and token.dep_ == "ROOT" and token.i > 0 and token.nbor(-1).tag_ in ("NNS", "NNPS"):
        return BY_VERB.get(lemma(token), ()) if told_in_present(frame.report.text) else ()
    if token.tag_ == "NNS" and token.i > 0 and told_in_present(frame.report.text) and token.text.islower():
        after_noun = token.nbor(-1).pos_ in ("NOUN", "PROPN") and token.nbor(-1).text != "-"
        after_noun = after_noun or (token.i == 1 and token.nbor(-1).tag_ == "VBG")
        return BY_VERB.get(lemma_as(token.text, "VERB"), ()) if after_noun else ()
    return ()


def _past_for_noun(token: Token) -> bool:
    """Read "gunmen shot 26 people", where the tagger takes a past form for a noun."""
    base = lemma_as(token.text, "VERB")
    return base != token.text.casefold() and base in BY_VERB and bool(children(token, "obj"))


def fresh(token: Token) -> bool:
    """Return True for a main verb in the past or the perfect: news, where a participle or pluperfect is background.

    Parameters
    ----------
    token
        A verb.
    """
    helped = {"has", "have", "was", "were"} | ({"had"} if token.dep_ == "ccomp" else set())
    mistaken = token.tag_ == "VBN" and not auxiliaries(token) and bool(children(token, "nsubj"))
    finite = mistaken or token.tag_ in ("VBD", "VBP", "VB") or bool(set(auxiliaries(token)) & helped)
    return finite and token.dep_ in ("ROOT", "conj", "parataxis", "ccomp")


_END = re.compile(r"[;:(]|\b(?:which|who|while|because|although|when|as soon as)\b|, (?=and|but)")


# How many words behind a verb may tell what it is about; whoever is warned may have a long name.
_REACH, _FAR = 10, 14


def _beside(frame: Frame, token: Token, reach: int) -> str:
    """The next words after a verb in its clause, and what a passive is done to."""
    start = token.idx + len(token.text)
    stop = _END.search(frame.text, start)
    following = " ".join(frame.text[start : stop.start() if stop else None].split()[:reach])
    if frame.text[: token.idx].endswith("test-"):
        following = f"test- {following}"
    if undergone(token):
        done_to = [t.text for noun in children(token, "nsubj:pass") for t in noun.subtree]
        return " ".join(done_to or [t.text for noun in undergoing(token) for t in noun.subtree]) + " " + following
    before = [t for noun in undergoing(token) if noun.i < token.i for t in (*children(noun, *_PREMODIFIERS), noun)]
    return " ".join([*(t.text for t in before), following])


_PREMODIFIERS = ("amod", "compound")


def fits(frame: Frame, token: Token, act: Act) -> bool:
    """Return True where the words that an act needs stand beside its verb, and none that make it figurative.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    act
        One of its candidates.
    """
    if act.who is not None and not by_such(frame, token, act.who):
        return False
    if act.beside is None and act.never is None:
        return True
    text = _beside(frame, token, _FAR if act.rule.says in ("THREATEN", "CONCEDE") else _REACH)
    needed = act.beside is None or act.beside.search(text) is not None
    return needed and not (act.never is not None and act.never.search(_REASON.split(text, maxsplit=1)[0]))


# Why and when something was done does not make it figurative: "suspended the talks after the bombing of a hospital",
# "shelled a post on the eve of talks".
_REASON = re.compile(
    r"\b(?:after|following|amid|despite|because|due to|in (?:response|protest|retaliation)|over the|as a result"
    r"|before|ahead of|on the eve of|during|while|when|until|since)\b|, as\b"
)


def by_such(frame: Frame, token: Token, who: re.Pattern[str]) -> bool:
    """Return True where the subject of a verb, or what stands before one without a subject, has such a word.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    who
        Words for those who do such things.
    """
    nouns = doing(token)
    near = min((t.idx for noun in nouns for t in noun.subtree), default=max(0, token.idx - 40))
    return who.search(frame.text[near : token.idx]) is not None
