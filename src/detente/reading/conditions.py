"""What somebody makes a condition of: "will not ... unless", "only if", "in exchange for", "conditional on"."""

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses import VERB_RULES, Stating, holders_of, hypothetical
from detente.reading.frame import Frame
from detente.reading.issues import GENERAL, issues_in
from detente.reading.parser import Token, ancestors, auxiliaries, lemma, marker, negated, subjects
from detente.reading.rules import BY_ID

_CONDITION = re.compile(
    r"\b(?:unless|only if|only when|only after|provided(?: that)?|on (?:the |one )?condition(?: that| of)?|as long as"
    r"|so long as|if|conditional (?:up)?on|contingent (?:up)?on|dependent (?:up)?on)\b|(?<!not )\buntil\b",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(r"\bin (?:exchange|return) for\b", re.IGNORECASE)
_TYING = re.compile(
    r"\b(?:condition(?:s|ed)?|makes?|made|keeps?|kept)\b[^.;:]{3,70}?\b"
    r"(?:(?:conditional|contingent|dependent|depend) (?:up)?on|(?<!conditional )on)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;:–—()\"]| -+ |, (?:but|while|whereas|though|although|yet|and (?:it|he|she|they|that)\b|said|says)"
)
# What stands under a condition is refused, offered or threatened.
_WILLING = frozenset(["ready", "willing", "prepared", "prepare", "open"])
_STOPPING = frozenset(
    ["threaten", "leave", "quit", "continue", "resume", "fight", "boycott", "withhold", "stay", "go", "keep"]
)


def conditions(frame: Frame) -> Iterator[Stating]:
    """Yield what a party asks for as a condition of something else.

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _CONDITION.finditer(frame.text):
        yield from _required(frame, match)
    for match in _EXCHANGE.finditer(frame.text):
        yield from _required(frame, match, exchange=True)


def _required(frame: Frame, match: re.Match[str], *, exchange: bool = False) -> Iterator[Stating]:
    stop = _END.search(frame.text, match.end())
    end = stop.start() if stop else len(frame.text)
    region = tuple(t for t in frame.tokens if match.end() <= t.idx < end)
    if not any(mention.issue not in GENERAL for mention, _ in issues_in(frame.doc, region)):
        return
    cue = next((t for t in _above(frame, match, region) if _conditional(t, match[0].casefold(), exchange)), None)
    if cue is None:
        return
    holders = holders_of(frame, cue) or frame.resolver.voice
    if holders:
        yield Stating(holders, "demands", BY_ID["in-exchange" if exchange else "condition"], cue, region)


def _above(frame: Frame, match: re.Match[str], region: Sequence[Token]) -> Iterator[Token]:
    """The predicates that a condition hangs on, the nearest first: those with a subject, outside of it."""
    at = next((t for t in frame.tokens if t.idx >= match.start()), None)
    inside = {t.i for t in region}
    for above in ancestors(at) if at is not None else ():
        if above.i not in inside and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and subjects(above):
            yield above


_GOING_ON = frozenset(["continue", "fight", "resume", "withhold", "keep"])


def _only(cue: Token) -> bool:
    return any(c.text.casefold() == "only" for c in cue.children) and bool({"will", "would"} & set(auxiliaries(cue)))


def _conditional(cue: Token, word: str, exchange: bool) -> bool:
    base, chain = lemma(cue), [cue, *(c for c in cue.children if c.dep_ in ("xcomp", "ccomp"))]
    says = VERB_RULES[base].says if base in VERB_RULES else ""
    if hypothetical(cue):
        return False
    if exchange:
        return says in ("proposes", "accepts") or base in _WILLING
    if word == "if":
        return says in ("proposes", "accepts") or base in _WILLING or _only(cue)
    refused = any(negated(t) for t in chain) or says == "rejects"
    if word == "until":
        return refused or any(lemma(t) in _GOING_ON for t in chain)
    if word.endswith("long as") and refused:
        return False
    ahead = bool(
        {"will", "would", "'ll", "'d", "can", "could", "wo", "ca"} & {a for t in chain for a in auxiliaries(t)}
    )
    return refused or ahead or says in ("proposes", "accepts") or base in _WILLING | _STOPPING


def tied(frame: Frame) -> Iterator[Stating]:
    """Yield "made its consent conditional on ...", "conditioned ... on ...".

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _TYING.finditer(frame.text):
        verb = next((t for t in frame.tokens if t.idx == match.start()), None)
        if (
            verb is None
            or verb.pos_ != "VERB"
            or negated(verb)
            or (lemma(verb) != "condition" and "depend" not in match[0] and "con" not in match[0])
        ):
            continue
        stop = _END.search(frame.text, match.end())
        end = stop.start() if stop else len(frame.text)
        region = tuple(t for t in frame.tokens if match.end() <= t.idx < end and marker(t) != "by")
        holders = holders_of(frame, verb)
        if holders and region:
            yield Stating(holders, "demands", BY_ID["condition"], verb, region)


def granted_if(frame: Frame, cue: Token) -> list[range]:
    """Return the character spans of the conditions under which somebody grants something: "accepts it if ...".

    Parameters
    ----------
    frame
        The sentence.
    cue
        The predicate that grants it.
    """
    spans = []
    for match in _CONDITION.finditer(frame.text):
        stop = _END.search(frame.text, match.end())
        end = stop.start() if stop else len(frame.text.rstrip(" .!\"'"))
        region = [t for t in frame.tokens if match.end() <= t.idx < end]
        at = next((t for t in frame.tokens if t.idx >= match.start()), cue)
        aside = match[0].casefold() == "until" or frame.text[: match.start()].casefold().endswith("even ")
        if not aside and region and match.start() > cue.idx and cue.i in {t.i for t in ancestors(at)}:
            spans.append(range(match.start(), end))
    return spans


def exchanged(frame: Frame) -> list[range]:
    """Return the character spans of what comes back in an exchange, which is neither asked nor offered.

    Parameters
    ----------
    frame
        The sentence.
    """
    spans = []
    for match in _EXCHANGE.finditer(frame.text):
        stop = re.search(r"[,;:]", frame.text[match.end() :])
        spans.append(range(match.start(), match.end() + stop.start() if stop else len(frame.text)))
    return spans
