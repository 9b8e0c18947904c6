"""What a party wants, offers, accepts or refuses: speech act x holder x issue x terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.entries import Position
from detente.reading.frame import Frame, by
from detente.reading.grammar.parser import Token, lemma, marker, subjects, text_of
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, any_of
from detente.reading.positions.conditions import exchanged, granted_if
from detente.reading.positions.ellipsis import echoes
from detente.reading.positions.governing import held
from detente.reading.positions.issues import GENERAL, IssueMention, find_issues, issues_in
from detente.reading.positions.preconditions import FIRST, FOLLOWED, awaited_issues, comes_first, later_than, put_off
from detente.reading.positions.regions import local
from detente.reading.positions.stances import readings
from detente.reading.positions.stating import Stating
from detente.reading.positions.terms import LONGEST, terms, under_condition
from detente.reading.positions.topic import Topic, by_pronoun, refers, weighs
from detente.reading.rule import words
from detente.reading.rules import BY_ID
from detente.reading.who.attribution import told_by
from detente.reading.who.outsiders import foreign

_RED = re.compile(
    r"\b(?:never|ruled? out|rules out|ruling out|under no circumstances|in no circumstances|non-negotiable"
    r"|not negotiable|red lines?|(?:not|never) on offer|out of the question|unthinkable|no bargaining"
    r"|not up for (?:negotiation|discussion|barter|debate)|already rejects? any|no question of"
    r"|not an? (?:inch|single)|so much as an?|slam(?:s|med)? the door|beyond (?:discussion|debate)"
    r"|won't hear of|would not hear of|unacceptable under any|categorically|(?:not"
    r"|never) be party to any)\b",
    re.IGNORECASE,
)


_KEY = re.compile(
    r"\b(?:key|main|central|chief|principal|core|top|most important|foremost|primary) (?:[\w-]+ )?(?:demand"
    r"|condition|concern|goal|aim|requirement|priority|request|issue)s?\b",
    re.IGNORECASE,
)


def positions(
    frame: Frame, *, in_accord: bool = False, topic: Topic | None = None, more: Iterable[Stating] = ()
) -> list[Position]:
    """Return the positions of one sentence.

    Parameters
    ----------
    frame
        The sentence.
    in_accord
        True where the sentence stands in the text of an agreement, so that duties are accepted terms.
    topic
        What was spoken of before, changed in place.
    more
        Further stances of the sentence, such as those of a plan.
    """
    found: list[Position] = []
    if frame.text.rstrip(" \"'").endswith("?"):
        if topic is not None:
            topic.see(frame, found)
        return found
    spelled = topic.spelled_out(frame) if topic and not in_accord else ()
    for reading in (*readings(frame, in_accord), *more, *spelled):
        if not held(frame, reading):
            continue
        here = list(topic.on_plan(frame, reading)) if topic else []
        here = here or list(entries_of(frame, reading))
        if topic and all(p.issue in GENERAL for p in here):
            here = list(topic.on_accord(frame, reading)) or here
        if topic and here and _points_back(reading, here):
            here = list(topic.answers(frame, reading)) or here
        found += here or (list(topic.answers(frame, reading)) if topic else [])
        if topic:
            topic.heard(reading)
    if topic is not None:
        found += echoes(frame, topic.before(frame), found)
        topic.see(frame, found)
    return found


def _points_back(reading: Stating, found: list[Position]) -> bool:
    """True for "rejected it", "accepted the offer", "refused to discuss either point": no issue of its own."""
    issues = {position.issue for position in found}
    return (by_pronoun(reading) and issues <= GENERAL) or (
        refers(reading) and issues <= (GENERAL | {"format"} if weighs(reading) else GENERAL)
    )


# Letters from which on a name is not itself what is asked for, as "the Union" may be: words of an issue inside it count
# for nothing.
_LONG_NAME = 10


def entries_of(frame: Frame, reading: Stating) -> Iterator[Position]:
    """Yield the positions that a stance comes to: one for each holder and issue.

    Parameters
    ----------
    frame
        The sentence.
    reading
        A stance in it.
    """
    returned = exchanged(frame) if reading.rule.id != "in-exchange" else []
    granting = reading.stance == "accepts" or reading.rule.id == "would-if"
    ifs = granted_if(frame, reading.cue) if granting else []
    pairs = _issues(frame, reading, [*returned, *ifs])
    if not pairs:
        return
    text = frame.text
    conditions = awaited_issues(frame, reading)
    waits = _awaited(frame, reading, conditions, ifs)
    sooner = {m.issue for m, _ in put_off(frame, reading)}
    chain: list[str] = []
    for number, (mention, anchor) in enumerate(pairs):
        start, end = _stretch(frame, reading, mention, anchor)
        stretch = text[start:end]
        before = text[pairs[0][0].start : mention.start]
        followed = number > 0 and bool(FOLLOWED.search(before))
        after = tuple(chain) if followed else tuple(i for i in waits if i != mention.issue)
        first, kind = comes_first(text, stretch, mention, reading) if not followed else (False, None)
        if sooner - {mention.issue} and kind is None and not followed:
            first, kind = True, "order"
        if kind == "order" and (said := FIRST.search(text, mention.end)):
            end = max(end, said.end())
        red = reading.stance in ("rejects", "demands") and bool(_RED.search(_clause(text, start, end)))
        if not followed:
            chain = [*chain, mention.issue] if number and not FOLLOWED.search(text[mention.end :]) else [mention.issue]
        key = reading.stance == "demands" and bool(_KEY.search(text[: mention.start]))
        for holder in reading.holders:
            yield Position(
                party=holder,
                issue=mention.issue,
                stance=reading.stance,
                terms=under_condition(frame, terms(frame, mention, anchor), ifs),
                quote=frame.quote(start, max(end, *(span.stop for span in ifs)) if ifs else end),
                precondition=first,
                red_line=red,
                after=after,
                key=key,
                precondition_kind=kind,
                said_by=told_by(frame.doc, reading.cue, frame.resolver, holder),
                by=by(reading.rule.id, reading.rule.confidence),
            )
    yield from _conditions(frame, reading, conditions)


def _issues(frame: Frame, reading: Stating, without: Iterable[range]) -> list[tuple[IssueMention, Token]]:
    """The issues that a stance speaks of, but for those in the stretches left out and inside long names."""
    region = [t for t in reading.region if not any(t.idx in span for span in without)]
    names = [m for m in frame.resolver.cast.mentions(frame.text) if m.end - m.start > _LONG_NAME]
    return [
        foreign(frame, pair)
        for pair in issues_in(frame.doc, region)
        if _speaks_of(pair, reading) and not any(m.start < pair[0].start and pair[0].end <= m.end for m in names)
    ]


def _awaited(
    frame: Frame, reading: Stating, conditions: Iterable[tuple[IssueMention, Token]], ifs: Iterable[range]
) -> tuple[str, ...]:
    """The issues that have to come first, whatever else the sentence is about."""
    # "after the talks" tells when, "not before talks" tells what comes first.
    sooner = [m.issue for m, _ in conditions if m.issue != "format" or reading.stance == "rejects"]
    inside = [m for m in find_issues(frame.text) if any(m.start in span for span in ifs)]
    granted = [m.issue for m in inside if m.issue not in GENERAL]
    return tuple(dict.fromkeys(sooner + later_than(frame) + granted))


_BARE = re.compile(any_of(AGREEMENTS, SETTLED), re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:the |its |new |prime |foreign |deputy |defence |defense |interior |a )*"
    r"(?:ministers?|ministry|ministries|governments?|republic"
    r"|president|presidency|premier|mayor"
    r"|parliament|cabinet|administration|prime minister)",
    re.IGNORECASE,
)


def _as_actor(mention: IssueMention, anchor: Token) -> bool:
    """True where an office acts or has a name behind it: "Prime Minister Rudolf", "talks with the new government"."""
    after = text_of(anchor.doc)[mention.end : mention.end + 2]
    named = bool(re.match(r" [A-ZÀ-Þ]", after))
    return named or anchor.dep_ in ("compound", "flat", "appos") or marker(anchor) in ("by", "with", "according")


_NAME = re.compile(r"(?:Government|Administration|Council|Authority) of [A-Z]")
_WHOLE = re.compile(
    r"peace|negotiated|final|framework|comprehensive|overall|global|political|lasting|root causes|settlement|roadmap"
    r"|all",
    re.IGNORECASE,
)


def _speaks_of(pair: tuple[IssueMention, Token], reading: Stating) -> bool:
    """Read "Signed the accord" says nothing of its terms; "agreed at talks" is no position on talks."""
    mention, anchor = pair
    text = text_of(anchor.doc)[mention.start : mention.end]
    if mention.issue == "settlement" and reading.stance in ("accepts", "proposes") and not _WHOLE.search(text):
        return False
    if (
        mention.issue == "settlement"
        and lemma(reading.cue) in ("want", "need", "seek", "expect")
        and _BARE.fullmatch(text)
    ):
        return False
    if mention.issue == "governance" and _OFFICE.fullmatch(text) and _as_actor(mention, anchor):
        return False
    # "officers of the Government of Accord": a name, where something is agreed.
    if (
        mention.issue == "governance"
        and reading.stance == "accepts"
        and _NAME.match(text_of(anchor.doc), mention.start)
    ):
        return False
    return not (
        mention.issue == "format"
        and anchor.dep_ in ("obl", "nmod")
        and marker(anchor) in ("at", "in", "during", "after", "since")
        # "a seat at the talks" is about who talks.
        and lemma(anchor.head) not in _TAKING_PART
    )


_TAKING_PART = words(
    "take join participate include involve place role seat part say voice share presence"
    " participation chair representation"
)


def _conditions(frame: Frame, reading: Stating, conditions: Iterable[tuple[IssueMention, Token]]) -> Iterator[Position]:
    """Read "Will not X until Y" also demands Y first."""
    if reading.stance != "rejects":
        return
    for mention, anchor in conditions:
        start, end = _stretch(frame, reading, mention, anchor)
        for holder in reading.holders:
            yield Position(
                holder, mention.issue, "demands", terms(frame, mention, anchor), frame.quote(start, end), True,
                precondition_kind="order", said_by=told_by(frame.doc, reading.cue, frame.resolver, holder),
                by=by("condition", BY_ID["condition"].confidence),
            )  # fmt: skip


def _stretch(frame: Frame, reading: Stating, mention: IssueMention, anchor: Token) -> tuple[int, int]:
    """From the holder or the cue to the end of the issue's phrase."""
    holder = next((s for s in subjects(reading.cue)), reading.cue)
    phrase = list(local(anchor))
    starts = [t.idx for t in (reading.cue, holder)] + [mention.start]
    start, end = (
        min(starts),
        max([mention.end, reading.cue.idx + len(reading.cue.text)] + [t.idx + len(t.text) for t in phrase]),
    )
    return start, end


def _clause(text: str, start: int, end: int) -> str:
    return text[max(0, start - 40) : end + 40]


def merge(found: list[Position]) -> list[Position]:
    """Keep one entry per party, issue and stance: terms joined, flags of any, the best quote.

    What a party is only said to want gives way to its own word, so that the terms of the two are not mixed.

    Parameters
    ----------
    found
        Positions in the order of the text.
    """
    kept: dict[tuple[str, str, str], Position] = {}
    for position in found:
        key = position.party, position.issue, position.stance
        same = kept.get(key)
        if same is None or (same.said_by and not position.said_by):
            kept[key] = position
        elif same.said_by == position.said_by:
            kept[key] = _joined(same, position)
    return list(kept.values())


def _joined(a: Position, b: Position) -> Position:
    best = a if a.by.confidence >= b.by.confidence else b
    words = [
        a.terms,
        *(
            [b.terms]
            if b.terms.casefold() not in a.terms.casefold() and a.terms.casefold() not in b.terms.casefold()
            else []
        ),
    ]
    return replace(
        best,
        terms=" ".join("; ".join(words).split()[:LONGEST]),
        precondition=a.precondition or b.precondition,
        precondition_kind=a.precondition_kind or b.precondition_kind,
        red_line=a.red_line or b.red_line,
        after=tuple(dict.fromkeys(a.after + b.after)),
        key=a.key or b.key,
    )
