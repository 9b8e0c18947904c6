"""What a party wants, offers, accepts or refuses: speech act x holder x issue x terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.entries import Position, PreconditionKind, Stance
from detente.reading.accords import LIST_ITEM
from detente.reading.agreement import bearers
from detente.reading.attribution import told_by
from detente.reading.conditions import awaited, exchanged, granted_if
from detente.reading.ellipsis import echoes
from detente.reading.figures import without_particle
from detente.reading.frame import Frame, by
from detente.reading.governing import held
from detente.reading.holders import SAYING, holders_of, owners_of
from detente.reading.issues import GENERAL, IssueMention, find_issues, issues_in
from detente.reading.nominals import CONDITION_NOUNS, LIST_NOUNS
from detente.reading.outsiders import foreign
from detente.reading.parser import Token, lemma, marker, subjects, text_of
from detente.reading.plans import author_of, of_plan
from detente.reading.regions import CONDITIONS, local
from detente.reading.rules import BY_ID, VERB_RULES
from detente.reading.sayings import CONTENT
from detente.reading.stances import readings
from detente.reading.stating import Stating
from detente.reading.supposing import as_soon_as
from detente.reading.topic import Topic, by_pronoun

_RED = re.compile(
    r"\b(?:never|ruled? out|rules out|ruling out|under no circumstances|in no circumstances|non-negotiable"
    r"|not negotiable|red lines?|(?:not|never) on offer|out of the question|unthinkable|no bargaining"
    r"|not up for (?:negotiation|discussion|barter|debate)|already rejects? any|no question of"
    r"|not an? (?:inch|single)|so much as an?|slam(?:s|med)? the door|beyond (?:discussion|debate)"
    r"|won't hear of|would not hear of|unacceptable under any|categorically|(?:not"
    r"|never) be party to any)\b",
    re.IGNORECASE,
)


_NO_PRECONDITION = re.compile(
    r"\bwithout (?:any )?pre-?conditions?\b|\bunconditional(?:ly)?\b|\bnot .{0,30}a condition\b", re.IGNORECASE
)


_KEY = re.compile(
    r"\b(?:key|main|central|chief|principal|core|top|most important|foremost|primary) (?:[\w-]+ )?(?:demand"
    r"|condition|concern|goal|aim|requirement|priority|request|issue)s?\b",
    re.IGNORECASE,
)


_FOLLOWED = re.compile(r"\b(?:followed by|and (?:only )?then|after which|to be followed by)\b", re.IGNORECASE)


_AFTER = re.compile(
    r"\b(?:within|in|no later than) (?:[\w-]+ ){0,2}(?:days?|hours?|weeks?|months?|fortnight) (?:of|after"
    r"|from|following)\b"
    r"|\b(?:days?|hours?|weeks?|months?|immediately|directly|right|straight) (?:after|following)\b|\bas soon as\b"
    r"|\b(?:up)?on (?=(?:the )?(?:signature|signing|conclusion))|\bfollowing\b",
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
        return found
    spelled = topic.spelled_out(frame) if topic and not in_accord else ()
    for reading in (*readings(frame, in_accord), *more, *spelled):
        if not held(frame, reading):
            continue
        here = list(_entries(frame, reading))
        if topic and here and by_pronoun(reading) and all(p.issue in GENERAL for p in here):
            here = list(topic.answers(frame, reading)) or here
        found += here or (list(topic.answers(frame, reading)) if topic else [])
        if topic:
            topic.heard(reading)
    if topic is not None:
        found += echoes(frame, topic.before(frame), found)
        topic.see(frame, found)
    return found


# Letters from which on a name is not itself what is asked for, as "the Union" may be: words of an issue inside it count
# for nothing.
_LONG_NAME = 10


def _entries(frame: Frame, reading: Stating) -> Iterator[Position]:
    returned = exchanged(frame) if reading.rule.id != "in-exchange" else []
    granting = reading.stance == "accepts" or reading.rule.id == "would-if"
    ifs = granted_if(frame, reading.cue) if granting else []
    region = [t for t in reading.region if not any(t.idx in span for span in (*returned, *ifs))]
    names = [m for m in frame.resolver.cast.mentions(frame.text) if m.end - m.start > _LONG_NAME]
    pairs = [
        foreign(frame, pair)
        for pair in issues_in(frame.doc, region)
        if _speaks_of(pair, reading) and not any(m.start < pair[0].start and pair[0].end <= m.end for m in names)
    ]
    if not pairs:
        return
    text = frame.text
    condition = _condition(frame, reading)
    # "after the talks" tells when, "not before talks" tells what comes first.
    sooner_ones = [m.issue for m, _ in condition if m.issue != "format" or reading.stance == "rejects"]
    granted = [m.issue for m in find_issues(text) if any(m.start in span for span in ifs) and m.issue not in GENERAL]
    waits = tuple(dict.fromkeys(sooner_ones + _later_than(frame) + granted))
    sooner = {m.issue for m, _ in _put_off(frame, reading)}
    chain: list[str] = []
    for number, (mention, anchor) in enumerate(pairs):
        start, end = _stretch(frame, reading, mention, anchor)
        stretch = text[start:end]
        before = text[pairs[0][0].start : mention.start]
        followed = number > 0 and bool(_FOLLOWED.search(before))
        after = tuple(chain) if followed else tuple(i for i in waits if i != mention.issue)
        first, kind = _precondition(text, stretch, mention, reading) if not followed else (False, None)
        if sooner - {mention.issue} and kind is None and not followed:
            first, kind = True, "order"
        if kind == "order" and (said := _FIRST.search(text, mention.end)):
            end = max(end, said.end())
        red = reading.stance in ("rejects", "demands") and bool(_RED.search(_clause(text, start, end)))
        if not followed:
            chain = [*chain, mention.issue] if number and not _FOLLOWED.search(text[mention.end :]) else [mention.issue]
        key = reading.stance == "demands" and bool(_KEY.search(text[: mention.start]))
        for holder in reading.holders:
            yield Position(
                party=holder,
                issue=mention.issue,
                stance=reading.stance,
                terms=_under_condition(frame, terms(frame, mention, anchor), ifs),
                quote=frame.quote(start, max(end, *(span.stop for span in ifs)) if ifs else end),
                precondition=first,
                red_line=red,
                after=after,
                key=key,
                precondition_kind=kind,
                said_by=told_by(frame.doc, reading.cue, frame.resolver, holder),
                by=by(reading.rule.id, reading.rule.confidence),
            )
    yield from _conditions(frame, reading, condition)


# Words that the terms of a position have at most.
_TERMS = 14


def _under_condition(frame: Frame, said: str, ifs: Iterable[range]) -> str:
    """The terms with the condition under which they are accepted, so that none reads as a plain yes."""
    clauses = (" ".join(frame.sentence.text[span.start : span.stop].split()) for span in ifs)
    return " ".join(" ".join([said, *(c for c in clauses if c not in said)]).split()[:_TERMS]).rstrip(" ,;:")


_BARE = re.compile(r"(?:deal|agreement|accord|treaty|settlement)s?", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:the |its |new |prime |foreign |deputy |a )*(?:ministers?|ministry|ministries|governments?|republic"
    r"|president|presidency|premier|mayor"
    r"|parliament|cabinet|administration|prime minister)",
    re.IGNORECASE,
)


def _as_actor(mention: IssueMention, anchor: Token) -> bool:
    """True where an office acts or has a name behind it: "Prime Minister Rudolf", "talks with the new government"."""
    after = text_of(anchor.doc)[mention.end : mention.end + 2]
    named = bool(re.match(r" [A-ZÀ-Þ]", after))
    return named or anchor.dep_ in ("compound", "flat", "appos") or marker(anchor) in ("by", "with")


_WHOLE = re.compile(
    r"peace|final|comprehensive|overall|global|political|lasting|root causes|settlement|roadmap|all", re.IGNORECASE
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
    return not (
        mention.issue == "format"
        and anchor.dep_ in ("obl", "nmod")
        and marker(anchor) in ("at", "in", "during", "after", "since")
    )


def _precondition(
    text: str, stretch: str, mention: IssueMention, reading: Stating
) -> tuple[bool, PreconditionKind | None]:
    if reading.rule.id in ("condition", "set-as-condition") or lemma(reading.cue) in CONDITION_NOUNS:
        return True, "order"
    if reading.stance not in ("demands", "proposes") or (
        _NO_PRECONDITION.search(stretch)
        and not re.search(r"prerequisite|precondition for|\bbefore (?:any|all|every)", text)
    ):
        return False, None
    if CONTENT.search(text) and (reading.rule.id in ("peace-requires", "demand-noun", "demand-verb", "said-must")):
        return True, "content"
    due = any(m.start() <= mention.start < m.end() for m in _DUE_FIRST.finditer(text))
    return (True, "order") if due or _FIRST.search(text, mention.start) else (False, None)


_FIRST = re.compile(
    r"\b(?:pre-?requisites?(?: for [\w ]{3,20})?|pre-?conditions? (?:for|of) [\w ]{3,20}"
    r"|a (?:pre-)?condition (?:for|of) [\w ]{3,20}"
    r"|before (?:anything|everything|any|all)(?: else)?|must come first|comes? first|first of all|first condition)\b",
    re.IGNORECASE,
)
# "must withdraw first", "has first to free ...": before anything else, which is not told.
_DUE_FIRST = re.compile(
    r"\b(?:must|has to|have to|needs? to|should|wants?|demands?|insists?|asks?)\b[^.;:]{0,70}(?<!the )(?<!a )(?<!its )"
    r"\bfirst(?= ?[,.;:!?\"”]| ?$)|\b(?:must|has to|have to|needs? to|should|wants?|demands?) first\b[^,.;:]*"
    r"|\b(?:has|have) first to\b[^,.;:]*",
    re.IGNORECASE,
)


def _condition(frame: Frame, reading: Stating) -> list[tuple[IssueMention, Token]]:
    """The issues of "until ...", "unless ...", "once ..." that hang on a predicate or its complements.

    Of "before ..." too where something is refused: "no X before Y" puts Y first, "X before Y" puts X first.
    """
    words = CONDITIONS | {"after", "once", "following"}
    found = _hanging(frame, reading.cue, words if reading.stance == "rejects" else words - {"before"})
    if found or reading.stance != "rejects":
        return found
    own = {t.i for t in reading.region}
    return issues_in(frame.doc, [t for t in awaited(frame, reading.cue) if t.i not in own])


def _later_than(frame: Frame) -> list[str]:
    """The issue of "within ten days of ...", "upon ...", "as soon as ...": it comes first."""
    match = _AFTER.search(frame.text)
    if match is None:
        return []
    stop = re.search(r"[,;:.]", frame.text[match.end() :])
    end = match.end() + stop.start() if stop else len(frame.text)
    return [m.issue for m in find_issues(frame.text) if match.end() <= m.start < end and m.issue != "format"][:1]


def _put_off(frame: Frame, reading: Stating) -> list[tuple[IssueMention, Token]]:
    """The issues that are to come later than what is asked for: "a withdrawal before a ceasefire"."""
    if reading.stance not in ("demands", "proposes"):
        return []
    return _hanging(frame, reading.cue, frozenset({"before"}))


def _hanging(frame: Frame, cue: Token, words: frozenset[str] | set[str]) -> list[tuple[IssueMention, Token]]:
    regions = [
        list(t.subtree)
        for t in cue.subtree
        if t.dep_ in ("advcl", "obl", "nmod", "acl") and (marker(t) in words or ("once" in words and as_soon_as(t)))
    ]
    return [pair for region in regions[:1] for pair in issues_in(frame.doc, region)]


def _conditions(frame: Frame, reading: Stating, condition: Iterable[tuple[IssueMention, Token]]) -> Iterator[Position]:
    """Read "Will not X until Y" also demands Y first."""
    if reading.stance != "rejects":
        return
    for mention, anchor in condition:
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


_LEAD = re.compile(
    r"^(?:(?:(?:(?:in|on|under|by|to|of|for|with) )?which|who|except for"
    r"|by|for|that|of|on|about|to|as|with|from|and|or)"
    r"\s+)+(?=\w)",
    re.IGNORECASE,
)


def terms(frame: Frame, mention: IssueMention, anchor: Token) -> str:
    """Return the words of the terms, at most fourteen.

    Parameters
    ----------
    frame
        The sentence.
    mention, anchor
        Where the issue stands in it.
    """
    top = anchor
    while (
        top.dep_ in ("nmod", "compound", "obj", "amod", "obl")
        and top.head.i != top.i
        and mention.start - top.head.idx <= 45
        and top.head.pos_ in ("NOUN", "VERB")
        and top.head.dep_ not in ("ROOT", "conj", "parataxis")
        and len(list(local(top.head))) <= 16
    ):
        top = top.head
    tokens = sorted(local(top), key=lambda t: t.i)
    start = without_particle(frame.text, min(mention.start, tokens[0].idx))
    end = max(mention.end, tokens[-1].idx + len(tokens[-1].text))
    words = _LEAD.sub("", " ".join(frame.sentence.text[start:end].split()))
    return " ".join(words.split()[:_TERMS]).strip(" ,;:—–-")


class Lists:
    """Reads lists under an opening sentence: "The accord provides for:", "Its demands:"; one item a line."""

    def __init__(self) -> None:
        self.holders: tuple[str, ...] = ()
        self.stance: Stance = "accepts"
        self.paragraph = -2
        self.sign = ""

    def positions(self, frame: Frame) -> list[Position]:
        """Return the positions of a list item; an opening sentence is taken note of.

        Parameters
        ----------
        frame
            The sentence.
        """
        text, paragraph = frame.text, frame.sentence.paragraph
        if text.rstrip().endswith(":"):
            self._open(frame)
            return []
        item = LIST_ITEM.match(text)
        if not self.holders or not item or paragraph - self.paragraph > 1 or self._other_list(item[0]):
            self.holders = () if item and self.holders else self.holders
            return []
        self.paragraph = paragraph
        region = tuple(t for t in frame.tokens if t.idx >= item.end())
        if not region:
            return []
        rule = BY_ID["list-item"]
        root = next((t for t in region if t.head.i == t.i), region[0])
        if lemma(root) in VERB_RULES or lemma(root) in SAYING or lemma(root) in ("express", "convey", "condemn"):
            return []
        bound = self.holders
        if self.stance == "accepts" and subjects(root) and set(bound) == set(frame.resolver.cast.pair):
            bound = bearers(frame, root)
        return list(_entries(frame, Stating(bound, self.stance, rule, root, region)))

    def _other_list(self, sign: str) -> bool:
        """True where the sign of an item is of another kind than that of the first: "(a)" after "2."."""
        kind = re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", sign.strip()))
        self.sign = self.sign or kind
        return kind != self.sign

    def _open(self, frame: Frame) -> None:
        text, pair = frame.text, frame.resolver.cast.pair
        root = next((t for t in frame.tokens if t.dep_ == "ROOT"), None)
        owner = [p for t in frame.tokens if lemma(t) in LIST_NOUNS for p in owners_of(frame, t)]
        subject = list(holders_of(frame, root)) if root is not None else []
        self.paragraph, self.holders, self.sign = frame.sentence.paragraph, (), ""
        if _WANTS.search(text) and (owner or subject):
            self.holders, self.stance = tuple(dict.fromkeys(owner or subject)), "demands"
        elif any(of_plan(t) for t in frame.tokens if t.pos_ == "NOUN") and (
            author := author_of(frame) or tuple(subject)
        ):
            self.holders, self.stance = tuple(dict.fromkeys(author)), "proposes"
        elif _UNDERTAKES.search(text) and subject:
            self.holders, self.stance = tuple(dict.fromkeys(subject)), "accepts"
        elif _PROVIDES.search(text) and pair:
            self.holders, self.stance = pair, "accepts"


_WANTS = re.compile(
    r"\b(?:demands?|wants?|list|conditions?|insists?|asks?|calls?|requires?|terms|wishes)\b", re.IGNORECASE
)


_UNDERTAKES = re.compile(r"\b(?:undertakes?|commits?|pledges?|agrees?|shall|will|is to|are to)\b", re.IGNORECASE)
_PROVIDES = re.compile(
    r"\b(?:provides? for|agreed|agree|signed|accord|agreement|undertake|in accordance with|the (?:text|deal"
    r"|plan|protocol|document)|points|consists? of|stipulates?)\b",
    re.IGNORECASE,
)


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
        terms=" ".join("; ".join(words).split()[:_TERMS]),
        precondition=a.precondition or b.precondition,
        precondition_kind=a.precondition_kind or b.precondition_kind,
        red_line=a.red_line or b.red_line,
        after=tuple(dict.fromkeys(a.after + b.after)),
        key=a.key or b.key,
    )
