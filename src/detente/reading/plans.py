"""Drafts and plans that speak for whoever wrote them: "Under the draft ...", "The blueprint gives ..."."""

import re
from collections.abc import Iterator

from detente.reading.frame import Frame
from detente.reading.holders import holders_of, owners_of
from detente.reading.parser import Token, agents, auxiliaries, child, children, lemma, negated, passive, subjects
from detente.reading.rules import BY_ID
from detente.reading.stating import Stating

PLAN = frozenset(["draft", "plan", "blueprint", "paper", "formula", "proposal", "scheme", "roadmap", "blueprints"])
_WRITING = frozenset(
    [
        "draft",
        "table",
        "present",
        "submit",
        "circulate",
        "hand",
        "unveil",
        "publish",
        "propose",
        "author",
        "give",
        "outline",
        "float",
        "put",
        "bring",
        "lay",
        "draw",
        "devise",
        "work",
        "advance",
        "sponsor",
        "prepare",
        "propose",
    ]
)
_PLANNING = frozenset(
    ["call", "provide", "include", "envisage", "foresee", "require", "demand", "propose", "contain",
     "stipulate", "ask",
     "offer", "suggest", "give", "grant", "set", "urge"]
)  # fmt: skip
_UNDER = re.compile(
    r"\b(?:under|according to|by|in) (?:the|its|his|her|their|this|that|such a) (?:[\w-]+ ){0,2}?"
    r"(?:draft|plan|blueprint|paper|formula|proposal|scheme|roadmap)\b",
    re.IGNORECASE,
)


def of_plan(token: Token) -> bool:
    """Return True for a plan or a draft, a draft resolution too.

    Parameters
    ----------
    token
        A noun.
    """
    return lemma(token) in PLAN or any(lemma(c) in PLAN for c in children(token, "compound", "amod"))


class Plans:
    """Follows whose plan a report speaks of."""

    def __init__(self) -> None:
        self.author: tuple[str, ...] = ()
        self.named = False

    def readings(self, frame: Frame) -> Iterator[Stating]:
        """Yield what a plan proposes in a sentence, for its author.

        Parameters
        ----------
        frame
            The next sentence.
        """
        author = author_of(frame)
        self.author = author or self.author
        self.named = bool(author)
        if not self.author:
            return
        rule = BY_ID["plan-says"]
        for token in frame.tokens:
            clause = token.dep_ in ("ROOT", "conj", "ccomp", "acl:relcl", "acl")
            if token.pos_ != "VERB" or negated(token) or passive(token) or not clause:
                continue
            subject = child(token, "nsubj")
            if token.dep_ in ("acl:relcl", "acl") and (subject is None or subject.text.casefold() in ("which", "that")):
                subject = token.head if token.tag_ in ("VBG", "VBZ", "VBD", "VB", "VBP") else None
            it = subject is not None and subject.text.casefold() == "it" and frame.resolver.paper == "plan"
            if subject is not None and (of_plan(subject) or (it and lemma(token) in _PLANNING)) and not _done_to(token):
                owner = owners_of(frame, subject) or _by(frame, subject) or self.author
                yield Stating(owner, "proposes", rule, token, tuple(t for t in token.subtree if t.i > token.i))
        match = _UNDER.search(frame.text)
        root = next((t for t in frame.tokens if t.dep_ == "ROOT"), None)
        if match and root is not None and not set(auxiliaries(root)) & {"was", "were", "had"}:
            region = tuple(t for t in frame.tokens if not match.start() <= t.idx < match.end())
            yield Stating(self.author, "proposes", rule, root, region)


def _by(frame: Frame, noun: Token) -> tuple[str, ...]:
    """Read "the plan proposed by Oslo"."""
    found = [p for c in children(noun, "acl", "acl:relcl") for a in agents(c) for p in frame.resolver.single(a)]
    return tuple(dict.fromkeys(found))


def _done_to(token: Token) -> bool:
    return lemma(token) in ("fail", "fall", "come", "remain", "have", "be", "go", "meet", "stand", "receive", "win")


def author_of(frame: Frame) -> tuple[str, ...]:
    """The party that wrote or brought the plan that a sentence names."""
    for token in frame.tokens:
        if token.pos_ != "NOUN" or not of_plan(token):
            continue
        owners = owners_of(frame, token)
        if owners:
            return owners
        verb = token.head
        if verb.pos_ == "VERB" and lemma(verb) in _WRITING and token.dep_ in ("obj", "nsubj:pass"):
            found = (
                [p for a in agents(verb) for p in frame.resolver.single(a)]
                if passive(verb)
                else holders_of(frame, verb)
            )
            if found:
                return tuple(found)
        for clause in children(token, "acl:relcl", "acl"):
            if lemma(clause) in _WRITING:
                found = [p for s in (agents(clause) or subjects(clause)) for p in frame.resolver.single(s)]
                if found:
                    return tuple(dict.fromkeys(found))
    return ()
