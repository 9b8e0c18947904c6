"""Whether two words of a sentence stand in one clause: a place or a day belongs to what happens in its own."""

from collections.abc import Sequence

from detente.reading.grammar.parser import Token, ancestors, child, children, lemma
from detente.reading.meetings.words import TALK_NOUNS


def of_another_clause(at: Token, token: Token) -> bool:
    """Return whether a word tells of what somebody else does than whoever a predicate is about.

    In "The blast in Arva came hours before the two sat down in Oslo", "Arva" is in another clause than "sat", and
    "Oslo" is not.

    Parameters
    ----------
    at
        A place or a date.
    token
        The predicate, or the noun that tells of an act.
    """
    theirs, ours = _clause(at), _clause(token)
    above = [token, *ancestors(token)]
    if theirs is None or ours is None or theirs.i == ours.i or at.i in {t.i for t in above}:
        return False
    over, under = [ours, *ancestors(ours)], [theirs, *ancestors(theirs)]
    shared = next((t.i for t in over if t.i in {b.i for b in under}), None)
    return any(_stands_alone(t, token) for t in (*_up_to(under, shared), *_up_to(over, shared)))


def in_clause_of(at: Token, token: Token) -> bool:
    """Return whether two words hang on the same predicate.

    Parameters
    ----------
    at, token
        Two words of a sentence.
    """
    theirs, ours = _clause(at), _clause(token)
    return theirs is None or ours is None or theirs.i == ours.i


def _clause(token: Token) -> Token | None:
    """The predicate of the clause that a word stands in."""
    return next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB" or child(t, "cop") is not None), None)


def _up_to(chain: Sequence[Token], end: int | None) -> Sequence[Token]:
    return chain[: next((n for n, t in enumerate(chain) if t.i == end), len(chain))]


def _stands_alone(clause: Token, token: Token) -> bool:
    """True for a clause with a subject of its own, and for one that only says more of somebody."""
    if clause.dep_ in ("acl", "acl:relcl"):
        return clause.head.i != token.i and lemma(clause.head) not in TALK_NOUNS and lemma(clause) not in _OF_TALKS
    if any(t.text.casefold() == "where" for t in children(clause, "advmod", "mark", "obl")):
        return False
    own = any(t.text.casefold() not in _RELATIVE for t in children(clause, "nsubj", "nsubj:pass"))
    return own and clause.dep_ in ("advcl", "ccomp", "conj", "parataxis", "csubj")


# "After talks in Arva, which ended on Saturday": what the parser hangs on the place is told of the talks.
_OF_TALKS = frozenset(["end", "begin", "open", "close", "conclude", "last", "start", "finish"])
_RELATIVE = frozenset(["which", "who", "that", "where"])


_GOING = frozenset(["fly", "travel", "go", "arrive", "come", "return", "journey", "head", "drive", "gather", "cross"])


def went_to(token: Token) -> bool:
    """Return True where somebody went somewhere, and for what they went to do ("flew to Oslo to meet them").

    Parameters
    ----------
    token
        A verb.
    """
    if lemma(token) in _GOING and token.tag_ == "VBD":
        return True
    purpose = token.dep_ == "advcl" and any(c.text.casefold() == "to" for c in children(token, "mark"))
    return purpose and lemma(token.head) in _GOING and token.head.tag_ == "VBD"
