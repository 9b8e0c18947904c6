"""What was spoken of last: "it", "this", "the demand" in a sentence that names no issue itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from detente.entries import Position, Stance
from detente.reading.agreement_words import AGREEMENTS, SETTLED, TRUCES, any_of
from detente.reading.frame import Frame, by
from detente.reading.holders import holders_of, speaker_of
from detente.reading.issues import GENERAL, IssueMention, find_issues
from detente.reading.modals import has_to
from detente.reading.parser import Token, auxiliaries, extent, lemma, marker, negated, subjects, text_of
from detente.reading.plans import of_plan
from detente.reading.rule import words
from detente.reading.rules import BY_ID
from detente.reading.stating import Stating
from detente.reading.supposing import hypothetical

# Characters between two sentences that are about the same thing.
_NEAR = 420
_ANSWERED: dict[Stance, tuple[Stance, ...]] = {
    "rejects": ("demands", "proposes", "accepts"),
    "accepts": ("demands", "proposes"),
    "demands": (),
    "proposes": (),
}
_PLURAL = re.compile(r"\b(?:both|these|those|them|demands|proposals|terms|ideas|all (?:of )?th\w+)\b", re.IGNORECASE)
_ANAPHORA = frozenset(
    [
        "it", "this", "that", "these", "those", "them", "demand", "proposal", "idea", "offer", "suggestion",
        "request",
        "condition", "plan", "notion", "call", "scheme", "formula", "point", "one", "so", "all", "practice",
        "question",
        "matter", "clause", "step", "move",
    ]
)  # fmt: skip
# Rules whose holder is not said beside the stance: too little to go on for a pronoun as well.
_ABSTRACT = frozenset(["accord-says", "said-would", "duty", "both-say", "list-item", "plan-says", "treaty-present"])
_PRONOUNS = frozenset(["it", "this", "that", "these", "those", "them", "one"])


class Topic:
    """Keeps the positions and the issues of the sentences before."""

    def __init__(self) -> None:
        self.about: list[Position] = []
        self.just_said: list[Position] = []
        self.paragraph = -1
        self.number = -9
        self.now: tuple[str, ...] = ()
        self.demanding: tuple[str, ...] = ()
        self.heard_at = -9
        self.issues: list[tuple[IssueMention, str]] = []
        self.issues_at = (-9, -9)
        # What the plan in view is about above all, with the words for it: its first term.
        self.plan: tuple[str, str] | None = None
        # What both sides accepted is a truce; where an agreement was named last.
        self.truce = False
        self.accord_at = -9

    def see(self, frame: Frame, found: list[Position]) -> None:
        """Take note of the positions of a sentence, and of the issues that it names.

        Parameters
        ----------
        frame
            The sentence.
        found
            Its positions.
        """
        self.just_said, self.paragraph = found, frame.sentence.paragraph
        truce = {p.party for p in found if (p.issue, p.stance) == ("ceasefire", "accepts")}
        self.truce = self.truce or (len(truce) > 1 and truce >= set(frame.resolver.cast.pair))
        if _MADE.search(frame.text):
            self.accord_at = frame.sentence.start
        if frame.resolver.paper != "plan" or self.plan is None:
            self.plan = next(((p.issue, p.terms) for p in found if p.by.rule == "plan-says"), self.plan)
        if found:
            self.about, self.number = found, frame.sentence.start
        if self.now:
            self.demanding, self.heard_at, self.now = self.now, frame.sentence.start, ()
        named = [(m, frame.text[m.start : m.end]) for m in find_issues(frame.text) if m.issue not in GENERAL]
        specific = [(m, words) for m, words in named if m.issue != "format"]
        if named:
            self.issues, self.issues_at = specific or named, (frame.sentence.start, frame.sentence.paragraph)

    def before(self, frame: Frame) -> list[Position]:
        """Return the positions of the sentence just before in the same paragraph.

        Parameters
        ----------
        frame
            The sentence.
        """
        return self.just_said if frame.sentence.paragraph == self.paragraph else []

    def heard(self, reading: Stating) -> None:
        """Take note of who makes demands, whatever they are about.

        Parameters
        ----------
        reading
            A stance.
        """
        self.now = reading.holders if reading.stance == "demands" else self.now

    def answers(self, frame: Frame, reading: Stating) -> Iterator[Position]:
        """Yield the positions of a stance without words for an issue: "Oslo rejected the demand", "wants it lifted".

        Parameters
        ----------
        frame
            The sentence.
        reading
            The stance.
        """
        found = {(p.issue, p.terms): p for p in self._answered(frame, reading)}
        here = dict(self._named(frame, reading)) if _which(reading) else {}
        issues = here or dict(found.keys()) or dict(self._named(frame, reading))
        yield from _stated(frame, reading, issues)

    def on_plan(self, frame: Frame, reading: Stating) -> Iterator[Position]:
        """Yield the positions of "accepted the plan", "rejected it" after the terms of a plan: on its main issue.

        Parameters
        ----------
        frame
            The sentence.
        reading
            The stance.
        """
        parties = tuple(p for p in reading.holders if p in frame.resolver.cast.pair)
        if self.plan is None or not parties or reading.rule.id not in _ANSWERING:
            return
        on = [c for c in reading.cue.children if c.dep_ in ("obj", "nsubj:pass") or marker(c) in ("to", "with")]
        named = any(of_plan(c) and _definite(c) for c in on)
        it = frame.resolver.paper == "plan" and any(c.text.casefold() in ("it", "this") for c in on)
        if named or it:
            yield from _stated(frame, replace(reading, holders=parties), dict([self.plan]))

    def on_accord(self, frame: Frame, reading: Stating) -> Iterator[Position]:
        """Yield the demand that what was agreed be carried out: about the truce, or the settlement as a whole.

        Parameters
        ----------
        frame
            The sentence.
        reading
            The stance.
        """
        near = frame.sentence.start - self.accord_at <= _NEAR or _MADE.search(frame.text)
        if reading.stance != "demands" or not near or not any(lemma(t) in _KEEPING for t in reading.region):
            return
        kept = [t for t in reading.region if t.text.casefold() == "it" or lemma(t) in AGREEMENTS | SETTLED]
        if kept:
            issue = "ceasefire" if self.truce else "settlement"
            yield from _stated(frame, reading, {issue: text_of(frame.doc)[kept[0].idx :].rstrip(". ")})

    def spelled_out(self, frame: Frame) -> Iterator[Stating]:
        """Yield what must be done, said right after a demand ("He wants three things. They must ...").

        Parameters
        ----------
        frame
            The sentence.
        """
        demanding = set(self.demanding)
        if len(demanding) != 1 or frame.sentence.start - self.heard_at > _NEAR or frame.resolver.voice:
            return
        for token in frame.tokens:
            if not ({"must"} & set(auxiliaries(token)) or has_to(token)) or negated(token) or hypothetical(token):
                continue
            subject = next(iter(subjects(token)), None)
            if subject is None or subject.text.casefold() in ("we", "you", "i", "those", "one"):
                continue
            if token.pos_ == "VERB" and not demanding & set(holders_of(frame, token)) and not speaker_of(frame, token):
                yield Stating(tuple(demanding), "demands", BY_ID["spelled-out"], token, tuple(token.subtree))

    def _answered(self, frame: Frame, reading: Stating) -> list[Position]:
        """The positions of others that a stance answers."""
        if not self.about or frame.sentence.start - self.number > _NEAR or not _refers(reading):
            return []
        last = self.about[-1]
        if last.by.rule == "plan-says" and not set(reading.holders) & set(frame.resolver.cast.pair):
            return []
        others = [p for p in self.about if p.issue == last.issue or _PLURAL.search(frame.text)]
        wanted = _ANSWERED.get(reading.stance, ())
        return [p for p in others if p.stance in wanted and p.party not in reading.holders]

    def _named(self, frame: Frame, reading: Stating) -> Iterator[tuple[str, str]]:
        """The one issue of the sentence before, or of the beginning of this one."""
        cue = min(t.idx for t in (reading.cue, *reading.region))
        before = [m for m in find_issues(frame.text[:cue]) if m.issue not in GENERAL]
        if not by_pronoun(reading) or reading.rule.id in _ABSTRACT:
            return
        if before:
            yield before[-1].issue, frame.text[before[-1].start : before[-1].end]
        elif self.issues and frame.sentence.start - self.issues_at[0] <= _NEAR:
            kinds = {m.issue for m, _ in self.issues}
            if len(kinds) == 1 and frame.sentence.paragraph - self.issues_at[1] <= 1:
                yield self.issues[-1][0].issue, self.issues[-1][1]


_MADE = re.compile(rf"\b{any_of(AGREEMENTS, TRUCES, SETTLED)}\b", re.IGNORECASE)
# "called on both to carry it out in full".
_KEEPING = words(
    "carry implement implementation respect honour honor observe fulfil fulfill abide comply uphold adhere apply"
)
# Rules by which a plan is accepted or rejected as a whole.
_ANSWERING = frozenset(
    ["accept-verb", "reject-verb", "rule-out", "ready-to", "unready-to", "will-not", "unwilling", "yes-or-no"]
)


def _definite(noun: Token) -> bool:
    """True for "the plan", "its proposal", not for "any formula that"."""
    return any(c.dep_ == "nmod:poss" or c.text.casefold() in ("the", "this", "that") for c in noun.children)


def _stated(frame: Frame, reading: Stating, issues: Mapping[str, str]) -> Iterator[Position]:
    start, end = extent([reading.cue, *subjects(reading.cue), *reading.region])
    for issue, terms in issues.items():
        for holder in reading.holders:
            yield Position(
                holder, issue, reading.stance, terms, frame.quote(start, end),
                by=by(reading.rule.id, reading.rule.confidence - 0.1),
            )  # fmt: skip


def _refers(reading: Stating) -> bool:
    """True where the content of a stance is a pronoun, a word like "the demand", or is left out."""
    words = [t for t in reading.region if t.pos_ in ("NOUN", "PRON", "PROPN", "VERB") and t.i != reading.cue.i]
    return not words or (lemma(words[0]) in _ANAPHORA and len(words) <= 4)


def _which(reading: Stating) -> bool:
    return any(t.text.casefold() == "which" and t.dep_ == "obj" for t in reading.cue.children)


def by_pronoun(reading: Stating) -> bool:
    """True where the content of a stance begins with a pronoun for what was named before."""
    if _which(reading):
        return True
    words = [t for t in reading.region if t.pos_ in ("NOUN", "PRON", "PROPN") and t.i > reading.cue.i]
    return bool(words) and words[0].text.casefold() in _PRONOUNS
