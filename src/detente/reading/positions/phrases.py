"""Reads the stances said in set phrases ("holds out for", "is out of the question") by the table `rules_of_phrases`."""

import re
from collections.abc import Iterator

from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, ancestors, lemma, negated, subjects, verb_lemma
from detente.reading.grammar.supposing import supposed, unable_by_report
from detente.reading.positions.holders import SAYING, holders_of, speaker_of
from detente.reading.positions.issues import issues_in
from detente.reading.positions.rules_of_phrases import BACKWARD, FORWARD, SPOKEN
from detente.reading.positions.stating import Stating
from detente.reading.positions.verb_stances import REPROACHES, none_of
from detente.reading.positions.verdicts import judged
from detente.reading.rule import Rule
from detente.reading.rules import NOUN_RULES, VERB_RULES, stance_of
from detente.reading.who.viewpoints import viewpoint

_BREAK = re.compile(
    r"[;:–—]| -+ |,\" |(?<!nothing) but (?=(?:\w+ ){0,2}(?:refus|reject|oppos|demand|insist|want|will|would"
    r"|has\b|have\b|is\b|no\b|not\b|rul))"
    r"|, (?:but|while|whereas|though|although|yet|which|who|and (?:it|he|she|they|that"
    r"|the [a-z]+ (?:has|have|is|are|was|were|will|would))\b)"
    r"|\b(?:until|unless|if|while|before|without|as long as|because|since|after|once|provided|except"
    r"|rather than|instead of)\b"
    r"|(?<!more)(?<!less)(?<!fewer)(?<!other) than\b"
)


def by_phrase(frame: Frame) -> Iterator[Stating]:
    """Yield the stances that set phrases of a sentence express.

    Parameters
    ----------
    frame
        The sentence.
    """
    yield from _mistagged(frame)
    yield from judged(frame)
    for rules, read in ((FORWARD, _forward), (BACKWARD, _backward), (SPOKEN, _spoken)):
        for rule in rules:
            for match in _PHRASES[rule.id].finditer(frame.text):
                yield from read(frame, rule, match)


_PHRASES = {rule.id: Caseless(rule.pattern) for rule in (*FORWARD, *BACKWARD, *SPOKEN)}


_NEVER_NOUNS = frozenset(
    ["insists", "accepts", "rejects", "refuses", "proposes", "opposes", "agrees", "seeks", "wants"]
)


def _mistagged(frame: Frame) -> Iterator[Stating]:
    """Read "Oslo accepts observers" where the parser takes the verb for a noun: the name right before it holds."""
    for token in frame.tokens:
        if token.pos_ in ("NOUN", "ADJ", "PROPN") and token.text in _NEVER_NOUNS and verb_lemma(token) in VERB_RULES:
            before = [m for m in frame.resolver.cast.mentions(frame.text) if m.end == token.idx - 1]
            end = next((m.start() for m in _BREAK.finditer(frame.text, token.idx)), len(frame.text))
            region = tuple(t for t in frame.tokens if token.i < t.i and t.idx < end)
            rule = VERB_RULES[verb_lemma(token)]
            if before and region:
                yield Stating((before[0].party,), stance_of(rule), rule, token, region)


def _forward(frame: Frame, rule: Rule, match: re.Match[str]) -> Iterator[Stating]:
    cue = _verb(frame, match)
    if cue is None or _supposed(frame.text, match, cue) or supposed(cue):
        return
    says, refused = stance_of(rule), none_of(cue) or bool(_REFUSED.search(frame.text[: match.start()]))
    if says == "rejects" and unable_by_report(frame, cue):
        return
    if (refused and says not in ("accepts", "rejects")) or _LEFT_UNDONE.match(match[0]):
        return
    if says == "rejects" and _REPROACH.match(frame.text, match.end()):
        return
    if refused:
        says = "rejects" if says == "accepts" else "accepts"
    if rule.says in ("accepts", "demands") and _OWN_DEMAND.match(frame.text, match.end()):
        return
    breaks = [m.start() for m in _BREAK.finditer(frame.text, match.end())]
    # "... and still demands": what a verb of its own says is no part of what stands before it.
    breaks += [t.idx for t in frame.tokens if t.idx >= match.end() and t.dep_ == "conj" and _says_itself(t)]
    end = min(breaks, default=len(frame.text))
    region = tuple(t for t in frame.tokens if match.end() <= t.idx < end or (t.i == cue.i and rule.says == "rejects"))
    if rule.says == "demands":
        region = tuple(t for t in region if not _of_refusal(t))
    holders = _holder(frame, cue)
    if not issues_in(frame.doc, region):
        region = (*region, *_fronted(frame, cue))
    if holders and region:
        yield Stating(holders, says, rule, cue, region)


def _of_refusal(token: Token) -> bool:
    """True under a refusal, which is read by itself: "remained firm on Sunday in its refusal to free them"."""
    return any(
        t.pos_ == "NOUN" and lemma(t) in NOUN_RULES and NOUN_RULES[lemma(t)].says == "rejects"
        for t in (token, *ancestors(token))
    )


def _says_itself(token: Token) -> bool:
    return token.tag_ in ("VBZ", "VBP", "VBD") and (lemma(token) in VERB_RULES or lemma(token) in SAYING)


# "did not meet", "has not lifted": what did not happen was not refused.
_LEFT_UNDONE = re.compile(
    r"(?:did|do|does|has|have|had)(?: ?n't| not| never) (?:sign|meet|talk|negotiate|leave|withdraw|pull back|lift"
    r"|release|sit down|hand over|lay down|surrender|stop|halt|end|abandon)",
    re.IGNORECASE,
)
# "has rejected claims that ..." denies a reproach, whatever it is about.
_REPROACH = re.compile(rf" (?:[\w'-]+ ){{0,2}}(?:{'|'.join(REPROACHES)})s? (?:that|of|by|from|it|its)\b", re.IGNORECASE)
_REFUSED = re.compile(r"(?:\bnot|n't|\bnever|\bhardly|\byet to(?: have)?)\s+$", re.IGNORECASE)
# Before a subject they set a condition or a time.
_SETTING = re.compile(
    r"\W*(?:without|unless|if|until|before|after|when|while|as long as|once|since|under|in|on|at|for|by"
    r"|with|to|from)\b",
    re.IGNORECASE,
)


def _fronted(frame: Frame, cue: Token) -> tuple[Token, ...]:
    """What stands before the subject: "Two passports it won't hear of", "That is what we are holding out for"."""
    subject = next(iter(subjects(cue)), None)
    if subject is None or subject.pos_ not in ("PRON", "PROPN", "NOUN"):
        return ()
    first = min(t.i for t in subject.subtree if t.i <= subject.i)
    before = frame.text[: frame.doc[first].idx]
    start = max((m.end() for m in re.finditer(r"[;.?!]|, (?:but|and) ", before)), default=0)
    if _SETTING.match(before[start:]):
        return ()
    return tuple(t for t in frame.tokens if start <= t.idx and t.i < first)


# To stand by one's own demand is to demand; the noun is read by itself.
_OWN_DEMAND = re.compile(
    r" (?:its|their|his|her|our) (?:\w+ )?(?:demand|call|insistence|claim|request|condition|position|refusal"
    r"|rejection|opposition)s?\b",
    re.IGNORECASE,
)


def _backward(frame: Frame, rule: Rule, match: re.Match[str]) -> Iterator[Stating]:
    text = frame.text
    cue = _verb(frame, match)
    if cue is None or re.search(r"\b(?:not|n't|never|if|whether)\s*$", text[: match.start()]):
        return
    # "sanctions have made the talks impossible" tells what came about.
    if _MADE.search(text[: match.start()]) and match[0].casefold() == "impossible":
        return
    start = max((m.end() for m in _BREAK.finditer(text, 0, match.start())), default=0)
    said = [t for t in frame.tokens if start <= t.idx < match.start() and t.pos_ == "VERB" and lemma(t) in SAYING]
    start = max([start, *(t.idx + len(t.text) for t in said if t.i + 1 < len(frame.doc) and t.nbor().pos_ != "PUNCT")])
    region = tuple(t for t in frame.tokens if start <= t.idx < match.start())
    if rule.says == "demands" and frame.text.rstrip().endswith("?"):
        return
    to = _for_whom(frame) or _to_whom(frame, match.end()) or viewpoint(frame)
    holders = to or _judge(frame, cue) or _speaker(frame, cue)
    if holders and region:
        yield Stating(holders, stance_of(rule), rule, cue, region)


def _spoken(frame: Frame, rule: Rule, match: re.Match[str]) -> Iterator[Stating]:
    cue = _verb(frame, match)
    if cue is None or _supposed(frame.text, match, cue) or frame.text.rstrip().endswith("?"):
        return
    if any(lemma(t) in _PROMISING for t in ancestors(cue)) or cue.dep_ == "acl:relcl":
        return
    end = next((m.start() for m in _BREAK.finditer(frame.text, match.end())), len(frame.text))
    region = tuple(t for t in frame.tokens if match.end() <= t.idx < end)
    holders = _speaker(frame, cue)
    if holders and region:
        yield Stating(holders, stance_of(rule), rule, cue, region)


def _speaker(frame: Frame, cue: Token) -> tuple[str, ...]:
    return speaker_of(frame, cue) or frame.resolver.said or frame.resolver.voice


_MADE = re.compile(r"\b(?:make|makes|made|making|render\w*)\b[^.;,]*$", re.IGNORECASE)
# "promised that there would be no attacks" accepts; the verb says so by itself.
_PROMISING = frozenset(["promise", "pledge", "agree", "undertake", "guarantee", "commit", "vow"])
_JUDGING = frozenset(
    ["consider", "call", "find", "deem", "regard", "see", "describe", "brand", "label", "term", "view"]
)


def _judge(frame: Frame, cue: Token) -> tuple[str, ...]:
    """Read "Oslo considers ... unacceptable", "calls it a precondition"."""
    for verb in (cue, *ancestors(cue)):
        if verb.pos_ == "VERB" and lemma(verb) in _JUDGING:
            return holders_of(frame, verb)
    return ()


def _to_whom(frame: Frame, end: int) -> tuple[str, ...]:
    """Read "is unacceptable to Oslo"."""
    for mention in frame.resolver.cast.mentions(frame.text):
        if mention.start >= end and re.fullmatch(r" (?:to|for)(?: the)? ", frame.text[end : mention.start]):
            return (mention.party,)
    return ()


_FOR = re.compile(r"\b(?:[Ff]or|[Tt]o|[Ii]n the (?:eyes|view) of)(?: the)? $")


def _for_whom(frame: Frame) -> tuple[str, ...]:
    """Read "For Oslo that is out of the question", "To Oslo the treaty is beyond discussion"."""
    for mention in frame.resolver.cast.mentions(frame.text):
        if mention.start < 25 and _FOR.search(frame.text[: mention.start]):
            return (mention.party,)
    return ()


def _verb(frame: Frame, match: re.Match[str]) -> Token | None:
    """The predicate that a phrase stands for: its topmost verb or adjective."""
    inside = [t for t in frame.tokens if match.start() <= t.idx < match.end()]
    if not match[0]:
        return next((t for t in frame.tokens if t.idx >= match.start() and t.pos_ == "VERB"), None)
    heads = [t for t in inside if t.pos_ in ("VERB", "ADJ", "NOUN", "AUX")]
    if not heads:
        return inside[0] if inside else None
    return min(heads, key=lambda t: (sum(1 for _ in ancestors(t)), t.i))


def _supposed(text: str, match: re.Match[str], cue: Token) -> bool:
    before = text[max(0, match.start() - 30) : match.start()].casefold()
    return bool(re.search(r"\b(?:if|whether|should|hop(?:es?|ed|ing)|expect\w*|unless)\b(?: \w+)*\s*$", before))


def _holder(frame: Frame, cue: Token) -> tuple[str, ...]:
    """The subject of the phrase; where the tree has none, the nearest subject or name before it."""
    found = holders_of(frame, cue)
    if not found and cue.tag_ == "VBN":
        found = tuple(dict.fromkeys(p for s in subjects(cue) for p in frame.resolver.single(s)))
    if found or subjects(cue):
        return found
    before = [t for t in frame.tokens if t.i < cue.i and cue.idx - t.idx < 80 and t.dep_.startswith("nsubj")]
    return frame.resolver.single(before[-1]) if before and not negated(before[-1]) else ()
