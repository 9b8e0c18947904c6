"""Troops of a third country: who is no party to the talks has foreign forces, whatever the text calls them."""

from dataclasses import replace

from detente.reading.frame import Frame
from detente.reading.issues import IssueMention
from detente.reading.mentions import kind_of
from detente.reading.parser import Token, children, lemma
from detente.reading.rule import words

_FORCE = words(
    "troop soldier force army military unit fighter contingent garrison battalion warship fleet mercenary base"
)

_LEAVING = words(
    "withdraw withdrawal leave departure depart pullout pull-out go exit removal remove presence evacuate evacuation"
    " remain out pull home reduce reduction retreat quit expel expulsion stay"
)


def foreign(frame: Frame, pair: tuple[IssueMention, Token]) -> tuple[IssueMention, Token]:
    """Return an issue in view; the withdrawal of a third state's troops is about foreign forces, not about territory.

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
    owners = {p for t in near if lemma(t) in _FORCE for p in _owners(frame, t)}
    known = {*frame.resolver.cast.pair, frame.resolver.cast.home}
    third = owners and all(kind_of(p) == "state" and p not in known for p in owners)
    return (replace(mention, issue="foreign_forces"), anchor) if third else pair


def _owners(frame: Frame, noun: Token) -> tuple[str, ...]:
    named = children(noun, "amod", "nmod:poss", "compound", "nmod")
    return tuple(p for c in named if c.pos_ != "PRON" for p in frame.resolver.single(c))
