"""What a predicate or a noun is about: what belongs to it, without conditions, times and asides."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.grammar.parser import Token, child, children, complements, lemma, lemma_as, marker, text_of
from detente.reading.meetings.words import TALK_NOUNS
from detente.reading.rule import words

# Forms of a verb that are no complement of one of these before it.
_FINITE = {"VB": ("VBZ", "VBD", "VBP"), "VBG": ("VBZ", "VBD", "VBP"), "VBN": ("VBZ", "VBP")}
# "units inside the army after the transition": when, not what.
_LATER = frozenset(["after", "before", "until", "since", "rather", "instead"])
# "rejected it, saying the talks were dead": why, not what.
_REASONING = words(
    "say argue claim accuse blame cite note point insist complain allege add stress warn describe call explain contend"
    " maintain"
)
CONDITIONS = frozenset(["until", "unless", "before", "without", "till", "except"])
_TIMES = words(
    "rather instead"
    " after once when as while because since if following upon by during although though despite in on at within amid"
)
_EFFORTS = words("effort bid attempt hope order")


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


def enumerated(token: Token, region: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Return the items of "agreed to do A, to do B and to do C", wherever the tree hangs those after the first.

    Parameters
    ----------
    token
        The predicate.
    region
        What it is about by the tree.

    Returns
    -------
    list of tuple of Token
        One region per item, none where there is one item only.
    """
    doc = token.doc
    first = next((t for t in doc[token.i + 1 :] if t.text.casefold() == "to"), None)
    between = doc[token.i + 1 : first.i] if first is not None else []
    if first is None or first.i + 1 >= len(doc) or any(t.pos_ == "VERB" or t.text in _BREAKS for t in between):
        return []
    to_do = _to_do(first)
    starts = [first, *(t for t in doc[first.i + 1 :] if _next_item(t) and _to_do(t) == to_do)]
    stop = next((t.i for t in doc[first.i :] if t.text in _BREAKS), len(doc))
    starts = [t for t in starts if t.i < stop]
    if len(starts) < 2:
        return []
    inside = {t.i for t in region}
    below = {t.i for t in starts[-1].head.subtree} | {t.i for t in starts[-1].nbor().subtree}
    told = {t.i for clause in doc if _in_which(clause) for t in clause.subtree}
    items = [tuple(t for t in doc[a.i + 1 : b.i] if t.i not in told) for a, b in pairwise(starts)]
    last = tuple(t for t in doc[starts[-1].i + 1 : stop] if t.i not in told and (t.i in inside or t.i in below))
    return [*items, last]


_BREAKS = frozenset([";", ":", '"', "“", "”", "—", "–"])


def _to_do(to: Token) -> bool:
    """True for an infinitive, whatever the parser takes "exchange" for."""
    following = to.nbor() if to.i + 1 < len(to.doc) else to
    bare = following.pos_ in ("VERB", "NOUN", "ADJ") and lemma_as(following.text, "VERB") == following.text.casefold()
    return following.tag_ == "VB" or (bare and following.tag_ not in ("NNS", "VBG"))


def _next_item(to: Token) -> bool:
    """True for the "to" in ", to", "and to", "and not to", "and also to"."""
    if to.text.casefold() != "to" or to.i < 2:
        return False
    before = to.nbor(-1)
    while before.text.casefold() in ("not", "also", "then", "finally") and before.i:
        before = before.nbor(-1)
    return before.text.casefold() in (",", "and", "or", "nor")


def listed_noun(token: Token) -> bool:
    """True for an item of an enumeration that the parser set beside the verb: a noun without a verb of its own."""
    return token.pos_ in ("NOUN", "PROPN") and child(token, "nsubj", "cop", "aux") is None


def _aside(clause: Token) -> bool:
    opened = marker(clause)
    # Where something was agreed is not what was agreed.
    if clause.dep_ == "obl" and opened in ("at", "in", "during") and lemma(clause) in TALK_NOUNS:
        return True
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and not opened and lemma(clause) in _REASONING:
        return True
    # "in an effort to end the war" tells what for.
    if clause.dep_ in ("obl", "nmod") and opened in ("in", "as") and lemma(clause) in _EFFORTS:
        return True
    if clause.dep_ in ("advcl", "obl", "nmod", "obl:unmarked") and opened in CONDITIONS | (
        _TIMES - {"in", "on", "to", "within", "at"}
    ):
        return True
    return (clause.dep_ == "advcl" and opened not in ("", "to", "that", "for", "about", "over", "from")) or (
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
        if _in_which(each) or _set_against(each):
            continue
        aside = (
            (each.dep_ in ("advcl", "parataxis", "obl") and _aside(each))
            or (each.dep_ == "nmod" and (marker(each) in _LATER or (lemma(each) in _EFFORTS and _aside(each))))
            or (each.dep_ == "parataxis" and not listed_noun(each))
        )
        if not aside:
            yield from pruned(each)
        elif in_brackets(each):
            yield from (
                t for outer in each.children if not in_brackets(outer) and outer.dep_ == "conj" for t in pruned(outer)
            )


def _set_against(noun: Token) -> bool:
    """True for the second noun of "a treaty, not a truce", "a treaty rather than a truce"."""
    if noun.dep_ != "conj" or noun.pos_ != "NOUN":
        return False
    return any(c.text.casefold() in ("not", "rather") and c.dep_ in ("advmod", "cc") for c in noun.children)


def _in_which(clause: Token) -> bool:
    """True for "a zone in which no weapons may be kept", "by March, when talks are to start": what is told of it."""
    if clause.dep_ == "nmod":
        return _of_which(clause)
    if clause.dep_ == "acl:relcl" and any(c.text.casefold() == "when" for c in children(clause, "advmod")):
        return True
    return clause.dep_ in ("acl:relcl", "advcl") and any(_of_which(c) for c in clause.children)


def _of_which(word: Token) -> bool:
    return word.text.casefold() == "which" and marker(word) in ("in", "under", "by", "through", "on", "at", "from")


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
