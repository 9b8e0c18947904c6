"""What a predicate or a noun is about: what belongs to it, without conditions, times and asides."""

import re
from collections.abc import Iterator, Sequence

from detente.reading.meeting_words import TALK_NOUNS
from detente.reading.parser import Token, child, children, complements, lemma, marker, text_of
from detente.reading.rule import words

# Forms of a verb that are no complement of one of these before it.
_FINITE = {"VB": ("VBZ", "VBD", "VBP"), "VBG": ("VBZ", "VBD", "VBP"), "VBN": ("VBZ", "VBP")}
# "units inside the army after the transition": when, not what.
_LATER = frozenset(["after", "before", "until", "since", "rather", "instead"])
_REASONING = words("say argue claim accuse blame cite note point insist complain allege add stress warn describe call")
CONDITIONS = frozenset(["until", "unless", "before", "without", "till", "except"])
_TIMES = words(
    "rather instead"
    " after once when as while because since if following upon by during although though despite in on at within amid"
)


def region_of(token: Token) -> tuple[Token, ...]:
    """What a predicate is about: its complements without conditions, times and asides."""
    listed = [c for c in children(token, "parataxis") if listed_noun(c)]
    found = [t for each in (*complements(token), *listed) if not _aside(each) for t in pruned(each)]
    return (*found, *_further_clauses(token, found))


def _further_clauses(token: Token, found: Sequence[Token]) -> list[Token]:
    """Read "agreed that ...; that ...; and that ...", wherever the tree hangs the clauses after the first."""
    if not any(c.dep_ == "ccomp" and marker(c) == "that" for c in token.children):
        return []
    seen, more = {t.i for t in found}, []
    for clause in token.doc:
        if clause.i > token.i and clause.i not in seen and clause.dep_ in ("parataxis", "conj", "advcl", "ccomp"):
            that = child(clause, "mark")
            if that is not None and that.text.casefold() == "that" and _LISTED_THAT.search(token.doc.text[: that.idx]):
                more += [t for t in pruned(clause) if t.i not in seen]
                seen |= {t.i for t in more}
    return more


_LISTED_THAT = re.compile(r"[;,] ?(?:and |or |as well as |nor )?$")


# "rejected it, saying the talks were dead": why, not what.
_REASONING = words("say argue claim accuse blame cite complain note explain add describe insist warn contend maintain")


def listed_noun(token: Token) -> bool:
    """True for an item of an enumeration that the parser set beside the verb: a noun without a verb of its own."""
    return token.pos_ in ("NOUN", "PROPN") and child(token, "nsubj", "cop", "aux") is None


def _aside(clause: Token) -> bool:
    opened = marker(clause)
    # Where something was agreed is not what was agreed.
    if clause.dep_ == "obl" and opened in ("at", "in", "during") and lemma(clause) in TALK_NOUNS:
        return True
    # "rejected it, saying that ...": a reason, not what was rejected.
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and lemma(clause) in _REASONING and not opened:
        return True
    if clause.dep_ in ("advcl", "obl", "nmod", "obl:unmarked") and opened in CONDITIONS | (
        _TIMES - {"in", "on", "to", "within", "at"}
    ):
        return True
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and not opened and lemma(clause) in _REASONING:
        return True
    return (clause.dep_ == "advcl" and opened not in ("", "to", "that", "for")) or (
        clause.dep_ == "obl" and opened == "by"
    )


def pruned(token: Token) -> Iterator[Token]:
    """The subtree of a complement without conditions and asides inside it; what stands in brackets is passed over."""
    if not in_brackets(token):
        yield token
    for each in token.children:
        # "is ready to disarm and still demands an amnesty": the second is no complement of "ready".
        if each.dep_ == "conj" and each.pos_ == "VERB" and each.tag_ in _FINITE.get(token.tag_, ()):
            continue
        # "by March, when talks are to start": what is told of a day.
        if each.dep_ == "acl:relcl" and any(c.text.casefold() == "when" for c in children(each, "advmod")):
            continue
        later = each.dep_ == "nmod" and marker(each) in _LATER
        aside = (
            later
            or (each.dep_ in ("advcl", "parataxis", "obl") and _aside(each))
            or (each.dep_ == "parataxis" and not listed_noun(each))
        )
        if not aside:
            yield from pruned(each)
        elif in_brackets(each):
            yield from (
                t for outer in each.children if not in_brackets(outer) and outer.dep_ == "conj" for t in pruned(outer)
            )


def in_brackets(token: Token) -> bool:
    """True for a token between round brackets."""
    text = text_of(token.doc)
    opened = text.rfind("(", 0, token.idx + 1)
    return bool(opened >= 0 and text.find(")", opened) >= token.idx)


def phrase_of(noun: Token, without: Token) -> Iterator[Token]:
    """Yield a noun and what belongs to it, without the clause that qualifies it."""
    yield noun
    for each in noun.children:
        if each.i != without.i and each.dep_ in ("amod", "compound", "nmod", "nmod:poss", "acl", "conj"):
            yield from each.subtree


def local(token: Token) -> Iterator[Token]:
    """A noun or verb with what belongs to it, without coordination and asides."""
    yield token
    for each in token.children:
        if each.dep_ in ("obl", "nmod") and marker(each) == "as":
            continue
        if each.dep_ not in ("conj", "cc", "parataxis", "acl:relcl", "punct", "advcl") or (
            each.dep_ == "advcl" and marker(each) in CONDITIONS
        ):
            yield from local(each)
