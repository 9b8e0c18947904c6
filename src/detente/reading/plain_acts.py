"""Acts read from the order of words alone, where the tree of a sentence is wrong: "A's army shelled B's lines"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts import happened
from detente.reading.frame import Frame, by
from detente.reading.mentions import Mention, is_place
from detente.reading.parser import Token, lemma
from detente.reading.places import place_in
from detente.reading.rules import BY_ID

_VERBS = {
    verb: rule
    for rule, verbs in {
        "accuse": "accuse blame condemn denounce criticise criticize castigate",
        "threaten": "warn threaten",
        "assault": "attack shell bomb bombard raid storm invade strafe",
        "support": "thank praise applaud congratulate commend",
        "sanction": "freeze sanction embargo",
        "retreat": "pull withdraw",
        "appeal": "urge implore",
    }.items()
    for verb in verbs.split()
}
_GAP = re.compile(r"(?:'s)?(?: [\w'.-]+){0,5}? ?")
_STOP = re.compile(r"[,;:()]|\b(?:that|which|who|and|but|as|when|while|because|for|over)\b")
_TROOPS = re.compile(r"\b(?:troops|forces|soldiers|men|army|units|fighters|tanks)\b.{0,15}\b(?:out|back|from|away)\b")
_PLACES = re.compile(
    r" (?:[\w-]+ ){0,2}(?:villages?|towns?|cit(?:y|ies)|positions?|suburbs?|lines?|camps?|houses|civilians)\b"
)
_OTHERS = frozenset(["accuse", "threaten", "appeal", "support"])


def plain_acts(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Yield acts whose doer stands right before the verb, or after "by".

    Parameters
    ----------
    frame
        The sentence.
    known
        Acts that were read from it already; no act of the same kind by the same party is read again.
    """
    have = {(event.type, event.actor) for event in known}
    mentions = frame.resolver.cast.mentions(frame.text)
    for token in frame.doc:
        rule = BY_ID.get(_VERBS.get(_verb(token), ""))
        if rule is None:
            continue
        doer = _doer(frame, token, mentions)
        if doer is None or (rule.says, doer.party) in have or not _fits(frame, token, rule.id):
            continue
        target = _target(frame, token, mentions, doer)
        if target is None and rule.id == "threaten":
            target = _other(frame, doer)
        if target is None and rule.id not in ("threaten", "retreat", "assault"):
            continue
        if rule.id == "assault" and target is None and not _PLACES.match(frame.text, token.idx + len(token.text)):
            continue
        if rule.id == "appeal" and {doer.party, target.party if target else ""} <= set(frame.resolver.cast.pair):
            continue
        end = target.end if target and target.end > token.idx else token.idx + len(token.text)
        date = frame.date_for(token) or frame.report.date
        yield Event(
            rule.says, doer.party, target.party if target and rule.id != "retreat" else None, date,
            None if rule.id in _OTHERS else place_in(frame, token),
            frame.quote(min(doer.start, token.idx), max(end, doer.end)), by=by(rule.id, rule.confidence - 0.1),
        )  # fmt: skip


def _other(frame: Frame, doer: Mention) -> Mention | None:
    """The other of the two main parties, for an act that is aimed at nobody by name."""
    pair = frame.resolver.cast.pair
    if len(pair) != 2 or doer.party not in pair:
        return None
    return Mention(doer.start, doer.end, next(p for p in pair if p != doer.party), "name")


def _verb(token: Token) -> str:
    """The dictionary form of a word that looks like a finite verb or a participle, whatever the tagger says."""
    if token.tag_ in ("VBD", "VBZ", "VBP", "VBN") or (token.pos_ in ("VERB", "NOUN") and token.text.endswith("ed")):
        base: str = lemma(token)
        return base if base in _VERBS else _bare(token.text.casefold())
    return ""


def _bare(word: str) -> str:
    return next((verb for verb in (word.removesuffix("ed"), word.removesuffix("d")) if verb in _VERBS), "")


def _doer(frame: Frame, token: Token, mentions: Sequence[Mention]) -> Mention | None:
    text = frame.text
    passive = re.match(r" by (?:the |its |members of the )?(?:[\w-]+ ){0,2}", text[token.idx + len(token.text) :])
    if passive:
        first = token.idx + len(token.text)
        return next((m for m in mentions if first < m.start <= first + passive.end() + 2), None)
    before = [m for m in mentions if m.end <= token.idx]
    if not before or not happened(frame, token):
        return None
    gap = text[before[-1].end : token.idx]
    if not _GAP.fullmatch(gap) or re.search(r"\b(?:not|to|would|will|could|by|was|were|is|are|been)\b", gap):
        return None
    lead = text[max(0, before[-1].start - 14) : before[-1].start]
    beside = is_place(text, before[-1]) or re.search(r"\b(?:against|by|of|on|to|with)(?: the)? $", lead)
    return None if beside else before[-1]


def _target(frame: Frame, token: Token, mentions: Sequence[Mention], doer: Mention) -> Mention | None:
    text = frame.text
    start = token.idx + len(token.text)
    stop = _STOP.search(text, start)
    limit = min(stop.start() if stop else len(text), start + 45)
    after = next((m for m in mentions if start < m.start < limit and m.party != doer.party), None)
    if after is not None or doer.start < token.idx:
        return after
    return next((m for m in mentions if m.end < token.idx and m.party != doer.party), None)


def _fits(frame: Frame, token: Token, rule: str) -> bool:
    after = frame.text[token.idx + len(token.text) :]
    if rule == "retreat":
        return bool(_TROOPS.search(after[:60]))
    if rule == "threaten":
        return bool(re.search(r"\b(?:will|would|if|to|strike|war|action|force|retaliat\w+|consequences)\b", after))
    if rule == "sanction":
        return bool(re.search(r"\b(?:assets|money|accounts|funds)\b", after[:40]))
    return True
