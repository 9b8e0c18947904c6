"""Papers that are made or approved: the accord that was signed, the plan that both sides have said yes to."""

import re

from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, agents, children, lemma, marker, negated, passive
from detente.reading.positions.agreement_words import AGREEMENTS, OUTLINES, PARTS, SETTLED, TEXTS, TRUCES
from detente.reading.positions.holders import holders_of
from detente.reading.positions.plans import of_plan
from detente.reading.rule import words

# What a statement says is one side's word as often as that of both.
ACCORDS = AGREEMENTS | TRUCES | SETTLED | TEXTS | PARTS | {"communique", "communiqué"}
REACHING = words("reach conclude strike achieve find obtain make sign seal announce")


def is_made(noun: Token) -> bool:
    """True for "signed an accord", "reached a deal": it is made, however indefinite."""
    verb = noun.head
    return (
        noun.dep_ in ("obj", "obl")
        and lemma(verb) in REACHING | {"agree"}
        and verb.tag_ in ("VBD", "VBN")
        and not negated(verb)
    )


def plan_of_both(frame: Frame, token: Token) -> bool:
    """Read "Under the plan, approved by the two ministers, ...": both have said yes to what the sentence tells."""
    pair = frame.resolver.cast.pair
    if marker(token) != "under" or not (of_plan(token) or lemma(token) in OUTLINES | {"map"}) or len(pair) < 2:
        return False
    by = [a for c in children(token, "acl", "acl:relcl") if lemma(c) in _APPROVING for a in agents(c)]
    return set(pair) <= {p for a in by for p in frame.resolver.parties(a)}


UNDER_WHICH = re.compile(r"\b(?:(?:under|by|through) which|whereby|where)\b")


def under_which(token: Token) -> Token | None:
    """Return the paper of "signed a deal under which Norway will withdraw": it holds what is told, and was made."""
    clause = token
    while clause.dep_ == "conj":
        clause = clause.head
    whereby = any(c.text.casefold() in ("which", "whereby") and c.dep_ != "nsubj" for c in clause.children)
    paper = clause.head
    named = lemma(paper) in ACCORDS | OUTLINES or (lemma(paper) == "map" and paper.nbor(-1).text == "road")
    told = named and (is_made(paper) or _approved(paper) or (passive(paper.head) and not of_plan(paper)))
    return paper if clause.dep_ in ("acl:relcl", "acl") and whereby and told else None


_APPROVING = words("approve agree sign endorse accept adopt ratify initial back")


def _approved(paper: Token) -> bool:
    """True for "approved a plan": whoever says yes to a paper says yes to what stands in it."""
    verb = paper.head
    return paper.dep_ == "obj" and lemma(verb) in _APPROVING and verb.tag_ in ("VBD", "VBN") and not negated(verb)


def bound_by(frame: Frame, paper: Token | None, bearing: tuple[str, ...]) -> tuple[str, ...]:
    """Return who accepts what stands in a paper: those who have to do it, but for a plan that one side alone approved.

    Parameters
    ----------
    frame
        The sentence.
    paper
        The paper that a clause tells of.
    bearing
        Who has to do what the clause tells.
    """
    if paper is None or is_made(paper) or not _approved(paper):
        return bearing
    pair, approving = frame.resolver.cast.pair, holders_of(frame, paper.head)
    return bearing if set(pair) <= set(approving) else tuple(p for p in approving if p in pair)
