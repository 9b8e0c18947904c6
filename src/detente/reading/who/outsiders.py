"""Troops of a third country: who is no party to the talks has foreign forces, whatever the text calls them."""

from dataclasses import replace

from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, children, lemma, marker
from detente.reading.positions.issues import IssueMention
from detente.reading.rule import words
from detente.reading.who.mentions import Mention, kind_of

_FORCE = words(
    "troop soldier force army military unit fighter contingent garrison battalion warship fleet mercenary base"
)

_LEAVING = words(
    "withdraw withdrawal leave departure depart pullout pull-out go exit removal remove presence evacuate evacuation"
    " remain out pull home reduce reduction retreat quit expel expulsion stay keep recall bring evict vacate station"
)

# Said of a party itself: "Norway will pull out of Sweden".
_LEAVING_ITSELF = words(
    "withdraw withdrawal leave departure pullout pull-out pull evacuate evacuation retreat quit vacate"
)

# How often a state may be named as one who acts where a report speaks of it as a place.
_ASIDE = 2
_ON = words("soil territory ground")


def foreign(frame: Frame, pair: tuple[IssueMention, Token]) -> tuple[IssueMention, Token]:
    """Return an issue in view; the withdrawal of a third state's troops is about foreign forces, not about territory.

    So are a party's own troops where they are in a third state, or are to go home.

    Parameters
    ----------
    frame
        The sentence.
    pair
        Words that name an issue, with their anchor in the tree.
    """
    mention, anchor = pair
    if mention.issue not in ("territory", "forces") or len(frame.resolver.cast.pair) < 2:
        return pair
    near = [*anchor.subtree, anchor.head]
    if not any(lemma(t) in _LEAVING for t in (anchor, *near)):
        return pair
    troops = [t for t in near if lemma(t) in _FORCE]
    owners = {p for t in troops for p in _owners(frame, t)}
    third = owners and all(kind_of(p) == "state" and p not in _known(frame) for p in owners)
    homeward = owners and any(lemma(t) == "home" for t in near)
    theirs = bool(troops) or lemma(anchor) in _LEAVING_ITSELF
    outside = third or homeward or (theirs and _abroad(frame, anchor))
    return (replace(mention, issue="foreign_forces"), anchor) if outside else pair


def _known(frame: Frame) -> set[str | None]:
    return {*frame.resolver.cast.pair, frame.resolver.cast.home}


def _abroad(frame: Frame, anchor: Token) -> bool:
    """True where troops are, or leave, a state that is neither of the two parties: they took no land of the other."""
    above = anchor.head if lemma(anchor.head) in _LEAVING else anchor
    cast, inside = frame.resolver.cast, {t.idx: t for t in above.subtree}
    places = [m for m in cast.mentions(frame.text) if m.start in inside and _is_there(inside[m.start], m)]
    aside = [m.party for m in places if m.party not in _known(frame)]
    return any(kind_of(party) == "state" and cast.counts[party] <= _ASIDE for party in aside)


def _is_there(token: Token, mention: Mention) -> bool:
    if mention.kind == "people":
        return lemma(token.head) in _ON
    if token.dep_ == "obj":
        return mention.kind == "name" and lemma(token.head) in _LEAVING_ITSELF
    return mention.kind == "name" and token.dep_ in ("obl", "nmod") and marker(token) in ("in", "from", "of", "out")


def _owners(frame: Frame, noun: Token) -> tuple[str, ...]:
    named = children(noun, "amod", "nmod:poss", "compound", "nmod")
    return tuple(p for c in named if c.pos_ != "PRON" for p in frame.resolver.single(c))
