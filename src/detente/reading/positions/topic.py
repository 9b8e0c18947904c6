"""What was spoken of last: "it", "this", "the demand" in a sentence that names no issue itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from detente.entries import Position, Stance
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.grammar.modals import has_to
from detente.reading.grammar.parser import Token, auxiliaries, child, extent, lemma, marker, negated, subjects, text_of
from detente.reading.grammar.supposing import hypothetical
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, TRUCES, any_of
from detente.reading.positions.holders import holders_of, speaker_of
from detente.reading.positions.issues import GENERAL, IssueMention, find_issues, issues_in
from detente.reading.positions.plans import BROUGHT, of_plan
from detente.reading.positions.stating import Stating
from detente.reading.rule import words
from detente.reading.rules import BY_ID

# Characters between two sentences that are about the same thing.
_NEAR = 420
_ANSWERED: dict[Stance, tuple[Stance, ...]] = {
    "rejects": ("demands", "proposes", "accepts"),
    "accepts": ("demands", "proposes"),
    "demands": (),
    "proposes": (),
}
_PLURAL = re.compile(
    r"\b(?:both|either|neither|these|those|them|demands|points|proposals|terms|ideas|all (?:of )?th\w+)\b",
    re.IGNORECASE,
)
_ANAPHORA = frozenset(
    [
        "it", "this", "that", "these", "those", "them", "demand", "proposal", "idea", "offer", "suggestion",
        "request",
        "condition", "plan", "notion", "call", "scheme", "formula", "point", "one", "so", "all", "practice",
        "question",
        "matter", "clause", "step", "move", "resolution", "text", "draft", "document", "paper",
    ]
)  # fmt: skip
_PAPERS = frozenset(["resolution", "text", "draft", "document", "paper"])
# "refused to discuss either point": what is refused is the point.
_WEIGHING = frozenset(
    [
        "discuss", "consider", "accept", "hear", "entertain", "contemplate", "meet", "grant", "do", "take",
        "debate", "negotiate", "examine",
    ]
)  # fmt: skip
# Rules whose holder is not said beside the stance: too little to go on for a pronoun as well.
_ABSTRACT = frozenset(["accord-says", "said-would", "duty", "both-say", "list-item", "plan-says", "treaty-present"])
_PRONOUNS = frozenset(["it", "this", "that", "these", "those", "them", "one"])


_PLANS = "|".join(sorted(BROUGHT))
_NEW_PLAN = Caseless(rf"\b(?:an?|new|its own|(?:his|her|their|its)) (?:[\w-]+ ){{0,3}}?(?:{_PLANS})\b")
_PLAN_GOES_ON = re.compile(rf"(?:It|This)\b|(?:Under )?[Tt]he (?:[\w-]+ ){{0,2}}?(?:{_PLANS})\b", re.ASCII)
_HELD = frozenset(["prisoners", "hostages", "children"])
_GONE = frozenset(["displaced", "children"])
_PERSONS = _HELD | _GONE
_FREEING = frozenset(["release", "liberation", "freeing", "freedom"])
_RETURNING = frozenset(["return", "repatriation"])
# Nobody but a captive is held: "19 soldiers are being held", "the two men, jailed in May".
_CAPTIVE = re.compile(
    r"\b(?:(?:is|are|was|were|been|being|still) (?:being )?(?:held|detained|jailed|imprisoned|arrested|captured)"
    r"|(?:held|detained|jailed|imprisoned|captured|arrested|is holding|are holding|holds|took) (?:\w+ ){0,3}?"
    r"(?:soldiers|men|fighters|officers|troops|guards|policemen|sailors|pilots|people|members|activists|leaders))\b"
)


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
        # What the plan told of last is about above all, with the words for it, and where it was told of; who was held
        # or driven out.
        self.plan: tuple[str, str] | None = None
        self.plan_at = self.held_at = -9
        self.held: tuple[str, str] | None = None
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
        if found:
            self.about, self.number = found, frame.sentence.start
        if self.now:
            self.demanding, self.heard_at, self.now = self.now, frame.sentence.start, ()
        named = [(m, frame.text[m.start : m.end]) for m in find_issues(frame.text) if m.issue not in GENERAL]
        specific = [(m, words) for m, words in named if m.issue != "format"]
        self._see_plan(frame, named, [(p.issue, p.terms) for p in found if p.by.rule == "plan-says"])
        self._see_held(frame, named)
        if named:
            self.issues, self.issues_at = specific or named, (frame.sentence.start, frame.sentence.paragraph)

    def _see_plan(self, frame: Frame, named: list[tuple[IssueMention, str]], proposed: list[tuple[str, str]]) -> None:
        """Keep what a plan is about first: its first term, "a plan for a truce", "It would prolong the truce"."""
        new = _NEW_PLAN.search(frame.text)
        going_on = frame.sentence.start - self.plan_at <= _NEAR and _PLAN_GOES_ON.match(frame.text) is not None
        if new is not None or (proposed and frame.resolver.paper != "plan"):
            self.plan = None
        if new is not None or going_on or proposed:
            self.plan_at = frame.sentence.start
            later = [
                (m.issue, words) for m, words in named if m.issue != "format" and (not new or m.start > new.start())
            ]
            self.plan = self.plan or next(iter((*proposed, *later)), None)

    def _see_held(self, frame: Frame, named: list[tuple[IssueMention, str]]) -> None:
        """Keep who was held or driven out, for "demanded their release"."""
        found = next(((m.issue, words) for m, words in reversed(named) if m.issue in _PERSONS), None)
        captive = _CAPTIVE.search(frame.text)
        if found is None and captive is not None:
            found = "prisoners", captive[0]
        if found is not None:
            self.held, self.held_at = found, frame.sentence.start

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
        issues = (
            here or dict(found.keys()) or dict(self._named(frame, reading)) or dict(self._of_persons(frame, reading))
        )
        yield from _stated(frame, reading, issues)

    def on_plan(self, frame: Frame, reading: Stating) -> Iterator[Position]:
        """Yield the positions of "accepted the plan", "rejected it" after a plan was told of: on its main issue.

        Parameters
        ----------
        frame
            The sentence.
        reading
            The stance.
        """
        parties = tuple(p for p in reading.holders if p in frame.resolver.cast.pair)
        if self.plan is not None and parties and self._of_plan(frame, reading):
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
        if not self.about or frame.sentence.start - self.number > _NEAR or not refers(reading):
            return []
        # A demand since then whose content nobody understood may be what is answered.
        if self.heard_at > self.number:
            return []
        # "rejected the resolution" is about what it asks for first, "rejected that" about what was said last; but a
        # demand to talk that stands beside others is seldom the one that is meant.
        whole = any(lemma(t) in _PAPERS for t in reading.region)
        last = (
            self.about[0] if whole else next((p for p in reversed(self.about) if p.issue != "format"), self.about[-1])
        )
        if last.by.rule == "plan-says" and not set(reading.holders) & set(frame.resolver.cast.pair):
            return []
        others = [p for p in self.about if p.issue == last.issue or _PLURAL.search(frame.text)]
        wanted = _ANSWERED.get(reading.stance, ())
        return [p for p in others if p.stance in wanted and p.party not in reading.holders]

    def _of_plan(self, frame: Frame, reading: Stating) -> bool:
        """True for "rejected it" and "accepted the mediator's proposal" not long after a plan was told of."""
        far = frame.sentence.start - self.plan_at
        if far > 2 * _NEAR or reading.stance not in ("accepts", "rejects") or reading.rule.id in _ABSTRACT:
            return False
        on = [c for c in reading.cue.children if c.dep_ in ("obj", "nsubj:pass") or marker(c) in ("to", "with")]
        if any(_is_plan(c) and _definite(c) and not _has_issue(frame, c) for c in on):
            return True
        just_told = frame.resolver.paper == "plan" or (far <= _NEAR and not self._answered(frame, reading))
        return just_told and any(c.text.casefold() in ("it", "this") for c in on)

    def _of_persons(self, frame: Frame, reading: Stating) -> Iterator[tuple[str, str]]:
        """Read "demanded their release" after those were named who are held."""
        if self.held is None or frame.sentence.start - self.held_at > _NEAR:
            return
        for token in reading.region:
            owner = child(token, "nmod:poss") if lemma(token) in _FREEING or lemma(token) in _RETURNING else None
            wanted = _HELD if lemma(token) in _FREEING else _GONE
            if owner is not None and owner.text.casefold() in ("their", "his", "her") and self.held[0] in wanted:
                start, end = extent([owner, token])
                yield self.held[0], frame.text[start:end]
                return

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


_MADE = Caseless(rf"\b{any_of(AGREEMENTS, TRUCES, SETTLED)}\b")
# "called on both to carry it out in full".
_KEEPING = words(
    "carry implement implementation respect honour honor observe fulfil fulfill abide comply uphold adhere apply"
)


def _is_plan(noun: Token) -> bool:
    return of_plan(noun) or lemma(noun) in BROUGHT


def _has_issue(frame: Frame, noun: Token) -> bool:
    """True for "the proposal to free prisoners", whatever plan was told of before."""
    return any(m.issue not in GENERAL | {"format"} for m, _ in issues_in(frame.doc, noun.subtree))


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


def refers(reading: Stating) -> bool:
    """Return True where the content of a stance is a pronoun, a word like "the demand", or is left out.

    Parameters
    ----------
    reading
        The stance.
    """
    words = [t for t in reading.region if t.pos_ in ("NOUN", "PRON", "PROPN", "VERB") and t.i != reading.cue.i]
    if words and lemma(words[0]) in _WEIGHING:
        words = words[1:] or words
    words = [t for t in words if t.dep_ != "nmod:poss"] or words
    return not words or (lemma(words[0]) in _ANAPHORA and len(words) <= 4)


def weighs(reading: Stating) -> bool:
    """Return True for "refused to discuss it": the word for talks is no content.

    Parameters
    ----------
    reading
        The stance.
    """
    words = [t for t in reading.region if t.pos_ == "VERB" and t.i != reading.cue.i]
    return bool(words) and lemma(words[0]) in _WEIGHING and refers(reading)


def _which(reading: Stating) -> bool:
    return any(t.text.casefold() == "which" and t.dep_ == "obj" for t in reading.cue.children)


def by_pronoun(reading: Stating) -> bool:
    """True where the content of a stance begins with a pronoun for what was named before."""
    if _which(reading):
        return True
    words = [t for t in reading.region if t.pos_ in ("NOUN", "PRON", "PROPN") and t.i > reading.cue.i]
    return bool(words) and words[0].text.casefold() in _PRONOUNS
