"""Whether a predicate states anything: "might accept", "hoping it would accept" and "if it accepted" do not."""

import re
from itertools import pairwise

from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, lemma, marker, negated, subjects
from detente.reading.positions.holders import SAYING
from detente.reading.rule import words
from detente.reading.rules import NOUN_RULES, VERB_RULES

_PROMISES = frozenset(["pledge", "guarantee", "assurance", "promise", "condition", "warning"])


def inside_a_demand(token: Token) -> bool:
    """Read "A pledge that the alliance will not expand" is no refusal by the alliance."""
    chain = [token, *ancestors(token)]
    for below, above in pairwise(chain):
        base = lemma(above)
        demanded = (
            base in NOUN_RULES
            or base in _PROMISES
            or (base in VERB_RULES and VERB_RULES[base].says in ("demands", "proposes") and base not in SAYING)
        )
        if demanded and below.dep_ in ("acl", "ccomp", "acl:relcl", "nmod", "advcl"):
            return True
    return False


def unable_by_report(frame: Frame, token: Token) -> bool:
    """True where somebody else says that a party cannot do something: that is no refusal of its own."""
    if not set(auxiliaries(token)) & {"can", "could", "ca"} or token.dep_ != "ccomp":
        return False
    speakers = {p for each in subjects(token.head) for p in frame.resolver.parties(each)}
    about = {p for each in subjects(token) for p in frame.resolver.parties(each)}
    return bool(speakers and about) and not speakers & about


def hypothetical(token: Token) -> bool:
    """Read "If it accepted", "might accept", "hoping it would accept" state no position."""
    aux = set(auxiliaries(token))
    unsure = aux & {"might", "may"} or ("could" in aux and not _said_so(token))
    if (unsure and not negated(token)) or {"would", "have"} <= aux:
        return True
    if lemma(token.head) in ("seem", "appear") and token.dep_ == "xcomp":
        return True
    return supposed(token) or _ONLY_ONCE.search(token.doc.text, max(0, token.idx - 60), token.idx) is not None


# "only once Arland had accepted it": the parser often hangs such a clause elsewhere.
_ONLY_ONCE = re.compile(r"\bonly (?:after|once|when|if) (?:[\w'-]+ ){1,4}?(?:had |has |have )?$")
_GUESSES = words("report rumour rumor speculation possibility prospect hope fear notion")
_NOT_YET = frozenset(["if", "unless", "whether", "until", "till", "once", "before"])


def _said_so(token: Token) -> bool:
    """Read "Oslo said it could accept ...": a way of saying yes."""
    return token.dep_ == "ccomp" and lemma(token.head) in _SAYING_SO


_SAYING_SO = words("say indicate tell state declare announce signal confirm")
# Whoever hopes, fears, denies or presses for something has not got it.
_WISHING = words("hope expect doubt push pressure persuade force convince wait fear deny accuse fail suspect")


def supposed(token: Token) -> bool:
    """Read "hoping it would accept", "denied that it accepted", "if it accepted": somebody's guess, not a stance."""
    if marker(token) in ("if", "whether", "should", "unless") or _asked_how(token):
        return True
    chain = [token, *ancestors(token)]
    for below, above in pairwise(chain):
        if lemma(above) in _WISHING and (below.dep_ in ("xcomp", "ccomp", "advcl") or marker(below) in ("of", "that")):
            return True
        if lemma(above) in _GUESSES and below.dep_ == "acl":
            return True
        if below.dep_ == "advcl" and (marker(below) in _NOT_YET or as_soon_as(below) or _only_when(below)):
            return True
    return False


def _asked_how(token: Token) -> bool:
    """Read "to work out how the fighters will hand over ...", "discussed where the prisoners are to be freed"."""
    asks = [c for c in children(token, "advmod") if c.text.casefold() in ("how", "where", "why")]
    return bool(asks) and token.dep_ in ("ccomp", "xcomp", "advcl", "acl", "csubj") and asks[0].i < token.i


def _only_when(clause: Token) -> bool:
    """Read "peace will come only when they agree to a truce"."""
    first = [t.text.casefold() for t in clause.subtree[:2]]
    before = clause.doc.text[: clause.subtree[0].idx].rstrip().casefold()
    when = ("when", "after", "once")
    return (first[0] in when and before.endswith("only")) or (first[0] == "only" and first[-1] in when)


def as_soon_as(clause: Token) -> bool:
    """Return True for a clause opened by "as soon as" or "once"."""
    return any(c.text.casefold() == "soon" for c in clause.children) or any(
        c.text.casefold() == "once" for c in children(clause, "mark", "advmod")
    )
