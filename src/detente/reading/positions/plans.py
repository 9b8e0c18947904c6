"""Drafts and plans that speak for whoever wrote them: "Under the draft ...", "The blueprint gives ..."."""

import re
from collections.abc import Iterator

from detente.reading.frame import Frame
from detente.reading.grammar.parser import (
    Token,
    agents,
    auxiliaries,
    child,
    children,
    lemma,
    negated,
    passive,
    subjects,
)
from detente.reading.positions.holders import SAYING, holders_of, owners_of
from detente.reading.positions.stating import Stating
from detente.reading.rules import BY_ID

PLAN = frozenset(["draft", "plan", "blueprint", "paper", "formula", "proposal", "scheme", "roadmap", "blueprints"])
BROUGHT = PLAN | {"compromise", "package", "initiative", "framework"}
"""What somebody may draw up besides, and two sides may agree on as well."""
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
        "deliver",
        "send",
        "offer",
        "release",
        "announce",
    ]
)
_PLANNING = frozenset(
    ["call", "provide", "include", "envisage", "foresee", "require", "demand", "propose", "contain",
     "stipulate", "ask",
     "offer", "suggest", "give", "grant", "set", "urge", "envision", "comprise", "cover", "oblige", "leave",
     "allow", "guarantee", "establish", "create", "recommend", "spell", "combine", "oblige", "commit", "allot",
     "reserve", "promise"]
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
    return lemma(token) in PLAN or any(
        lemma(c) in PLAN or c.text.casefold() == "proposed" for c in children(token, "compound", "amod")
    )


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
        follows = self.named
        self.named = bool(author)
        if not self.author:
            return
        for stating in self._terms(frame, follows):
            self.named = True
            yield stating

    def _terms(self, frame: Frame, follows: bool) -> Iterator[Stating]:
        rule = BY_ID["plan-says"]
        seen: set[int] = set()
        for token in frame.tokens:
            clause = token.dep_ in ("ROOT", "conj", "ccomp", "acl:relcl", "acl")
            if token.pos_ != "VERB" or negated(token) or passive(token) or not clause:
                continue
            subject = _speaking(frame, token)
            if subject is not None and not _done_to(token):
                owner = owners_of(frame, subject) or _by(frame, subject) or self.author
                region = tuple(t for t in token.subtree if t.i > token.i and t.i not in seen)
                seen |= {t.i for t in region}
                yield Stating(owner, "proposes", rule, token, (token, *region))
        match = _UNDER.search(frame.text)
        root = next((t for t in frame.tokens if t.dep_ == "ROOT"), None)
        if match and root is not None and not set(auxiliaries(root)) & {"was", "were", "had"}:
            region = tuple(t for t in frame.tokens if not match.start() <= t.idx < match.end())
            yield Stating(self.author, "proposes", rule, root, region)
        elif follows and not seen and root is not None and _would_be(frame, root):
            yield Stating(self.author, "proposes", rule, root, tuple(frame.tokens))


def _speaking(frame: Frame, token: Token) -> Token | None:
    """The plan that is the subject of a verb: named, "it" right after it was named, or what a relative clause is on."""
    subject = next(iter(subjects(token)), None)
    if token.dep_ in ("acl:relcl", "acl") and (subject is None or subject.text.casefold() in ("which", "that")):
        subject = token.head if token.tag_ in ("VBG", "VBZ", "VBD", "VB", "VBP") else None
    if subject is None:
        return None
    if subject.text.casefold() == "it" and frame.resolver.paper == "plan":
        return subject if lemma(token) in _PLANNING or _ahead(token) else None
    return subject if of_plan(subject) else None


def _ahead(token: Token) -> bool:
    """Read "would extend", "would have extended", and what is coordinated with it."""
    while not auxiliaries(token) and token.dep_ == "conj":
        token = token.head
    return "would" in auxiliaries(token)


def _would_be(frame: Frame, root: Token) -> bool:
    """Read "A joint force would be set up." right after the terms of a plan."""
    subject = next(iter(subjects(root)), None)
    return (
        subject is not None
        and subject.pos_ != "PRON"
        and "would" in auxiliaries(root)
        and not negated(root)
        and lemma(root) not in SAYING
        and not _ASIDE.search(frame.text)
    )


# What somebody says or makes hang on something is no term of a plan.
_ASIDE = re.compile(
    r"[\"“”]|\b(?:says?|said|told|according|believes?|hopes?|if|unless|welcome|mean|need|take|probably|likely)\b",
    re.IGNORECASE,
)


def _by(frame: Frame, noun: Token) -> tuple[str, ...]:
    """Read "the plan proposed by Oslo"."""
    found = [p for c in children(noun, "acl", "acl:relcl") for a in agents(c) for p in frame.resolver.single(a)]
    return tuple(dict.fromkeys(found))


def _done_to(token: Token) -> bool:
    return lemma(token) in ("fail", "fall", "come", "remain", "have", "be", "go", "meet", "stand", "receive", "win")


_BROKERS = frozenset(["mediator", "envoy", "facilitator", "broker"])


def author_of(frame: Frame) -> tuple[str, ...]:
    """The party that wrote or brought the plan that a sentence names."""
    for token in frame.tokens:
        if token.pos_ != "NOUN" or not (of_plan(token) or lemma(token) in BROUGHT):
            continue
        # "The mediators' plan": whoever they are, it is the plan that was named before.
        own = child(token, "nmod:poss")
        owners = owners_of(frame, token) if own is None or lemma(own) not in _BROKERS else ()
        if owners:
            return owners
        verb = token.head
        if verb.pos_ == "VERB" and lemma(verb) in _WRITING and token.dep_ in ("obj", "nsubj:pass"):
            found = _named_in(frame, agents(verb)) if passive(verb) else holders_of(frame, verb)
            if found:
                return tuple(found)
        for clause in children(token, "acl:relcl", "acl"):
            if lemma(clause) in _WRITING:
                found = _named_in(frame, agents(clause) or subjects(clause))
                if found:
                    return found
    return ()


def _named_in(frame: Frame, nouns: list[Token]) -> tuple[str, ...]:
    """The parties of some nouns, and of those that stand beside a place or a name in the tree ("envoy A, and B")."""
    beside = [c for noun in nouns for c in noun.subtree if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    return tuple(dict.fromkeys(p for each in (*nouns, *beside) for p in frame.resolver.single(each)))
