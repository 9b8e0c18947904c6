"""Acts told by set phrases and by what was told before: "left the table", "swapped prisoners", "so did B"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.entries import Event
from detente.reading.acts.arguments import other_party, parties_of
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import MODALS, SPOKEN, unreal
from detente.reading.grammar.parser import Token, auxiliaries, children, conjuncts, marker, negated, subjects
from detente.reading.grammar.places import place_in
from detente.reading.positions.agreement_words import AGREEMENTS, TRUCES, any_of

# Characters between a party's name and what it did, at most.
_SHORT = 20
# "The front henceforth considers itself no longer bound by", "responded by declaring that it was no longer bound by".
_LONG = 60
_TWO = 2
GRATEFUL = frozenset(["grateful", "thankful", "indebted"])


def of_gratitude(frame: Frame, token: Token) -> Iterator[Event]:
    """Read "A is grateful to B and C"."""
    to = [each for c in children(token, "obl", "nmod") if marker(c) == "to" for each in conjuncts(c)]
    actors = parties_of(frame, subjects(token))
    if len(actors) == 1 and not negated(token) and not unreal(token) and not set(auxiliaries(token)) & MODALS:
        for recipient in parties_of(frame, to):
            if recipient not in actors:
                date = frame.date_for(token) or frame.report.date
                yield Event("SUPPORT", actors[0], recipient, date, None, frame.whole(), by=by("thanks", 0.6))


_SO_DID = re.compile(
    r"(?:^\W*|\band )[Ss]o (?:did|does|do|has|have) (?P<after>[^.;,]{3,60})|\bas did (?P<as>[^.;,]{3,60})"
    r"|^(?P<before>[^.;,]{3,50}) (?:did (?:so,? )?(?:too|likewise|the same)|followed suit)\b"
)


def likewise(frame: Frame, found: Sequence[Event]) -> Iterator[Event]:
    """Read "So did B", "B followed suit": what was told last was done by another as well."""
    match = _SO_DID.search(frame.text)
    if match is None:
        return
    told = [e for e in found or frame.resolver.acts if e.type in SPOKEN | {"SANCTION"}][-1:]
    span = match.span(str(match.lastgroup))
    named = [m.party for m in frame.resolver.cast.mentions(frame.text) if span[0] <= m.start < span[1]]
    for event in told:
        for party in dict.fromkeys(named):
            if party not in (event.actor, event.recipient):
                date = frame.date_for() if frame.dates else event.date
                yield replace(event, actor=party, date=date, quote=frame.whole())


_SWAP = Caseless(
    r"\b(?:prisoner|captive|body|hostage|pow)s? (?:swap|exchange)\b.{0,30}?\b(?:saw|freed|took place"
    r"|was (?:carried out|completed|held)|brought home|went ahead|released)\b"
    r"|\b(?:swapped|exchanged|traded|exchanging|swapping) (?:[\w,.'-]+ ){0,5}(?:prisoners|captives|bodies|hostages"
    r"|detainees|soldiers|servicemen|remains|pows|inmates|convicts|airmen|engineers?|journalists?)\b"
    r"|\b(?:prisoners|captives|bodies|hostages|detainees|soldiers|remains) (?:were|have been|had been) (?:swapped"
    r"|exchanged)\b"
    r"|\b(?:released|freed|handed over|set free|returned) (?:[\w,.]+ ){0,3}in (?:exchange|return) for (?:[\w,.]+ ){0,5}"
    r"(?:prisoners|captives|bodies|hostages|detainees|soldiers)\b"
)


def of_swap(frame: Frame) -> Iterator[Event]:
    """A swap that was carried out is cooperation of both sides."""
    match, pair = _SWAP.search(frame.text), frame.resolver.cast.pair
    if match:
        named = dict.fromkeys(m.party for m in frame.resolver.cast.mentions(frame.text))
        pair = tuple(sorted(named)) if len(named) == _TWO else pair
    if match and len(pair) == 2 and not re.search(r"\b(?:will|would|shall|to) \w*$", frame.text[: match.start()]):
        quote = frame.quote(*match.span())
        yield Event("COOPERATE", *pair, frame.date_for(), None, quote, by=by("swap", 0.6))


_PEACE = any_of(AGREEMENTS, TRUCES)
# Phrases whose verb the tagger takes for something else, or that tell by a denial.
_PHRASES = (
    (
        "REJECT",
        "renounce",
        re.compile(rf"\b(?:tore|tears|ripped|rips) up (?:the|its|an?) (?:[\w-]+ ){{0,3}}{_PEACE}\b"),
    ),
    (
        "REJECT",
        "renounce",
        re.compile(
            rf"\bno longer (?:recogni[sz]\w+|(?:consider\w* (?:itself|themselves) |is |are |was |were )?bound by)"
            rf" (?:[\w-]+ ){{0,3}}{_PEACE}\b"
        ),
    ),
    (
        "REJECT",
        "end-truce",
        re.compile(
            rf"\b(?:put|puts|placed|held|has put|have put) (?:[^.;:]{{0,60}} )?{_PEACE}\b[^.;:]{{0,60}}? "
            r"(?:in abeyance|on hold|on ice)\b",
            re.IGNORECASE,
        ),
    ),
    ("CONCEDE", "let-go", re.compile(r"\b(?:set|sets|has set|have set) free (?!to\b|from\b)(?=\w+)")),
    (
        "SUPPORT",
        "support",
        re.compile(r"\b(?:thanked|praised|congratulated|commended|applauded|lauded)\b(?= (?:the )?[A-Z])"),
    ),
    ("COERCE", "lay-siege", re.compile(r"\b(?:laid|lays|laying) siege to\b")),
    (
        "REJECT",
        "fail-to-come",
        re.compile(
            r"\b(?:did not|didn't|does not|failed to) (?:come|attend|turn up|show up|appear)"
            r"(?: at all| (?:at|to|for) the (?:\w+ )?(?:talks|session|meeting|table|conference)|(?= *[.;,]))"
        ),
    ),
)


def of_phrases(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Read set phrases by the order of their words: whoever is named just before did it to the other side."""
    for says, rule, pattern in _PHRASES:
        match = pattern.search(frame.text)
        if match is None or any(event.type == says for event in known):
            continue
        before = [m for m in frame.resolver.cast.mentions(frame.text) if m.end <= match.start()]
        if before and match.start() - before[-1].end < (_LONG if "bound" in match[0] else _SHORT):
            found = _next_named(frame, match) if says in _NAMING else other_party(frame, [before[-1].party])
            if says == "SUPPORT" and not found:
                continue
            other = next((party for party in found if party != before[-1].party), None)
            quote = frame.quote(before[-1].start, match.end())
            date = frame.day_of()
            yield Event(says, before[-1].party, other, date, None, quote, by=by(rule, 0.6))


# The recipient of these stands right behind, or there is none.
_NAMING = frozenset(["SUPPORT", "CONCEDE"])
_BEHIND = re.compile(r"(?: [\w'.-]+){0,4}? ")


def _next_named(frame: Frame, match: re.Match[str]) -> list[str]:
    after = [m for m in frame.resolver.cast.mentions(frame.text) if m.start >= match.end()][:1]
    return [m.party for m in after if _BEHIND.fullmatch(frame.text, match.end(), m.start)]


_LEAVING = re.compile(
    r"\b(?:left|leaves|quit) the (?:negotiating |bargaining )?table\b|\bwalk(?:ed|s) (?:out|away) (?:of"
    r"|from) the (?:[\w-]+ )?(?:talks|table|negotiations|meeting|session)\b",
    re.IGNORECASE,
)


def of_leaving(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Whoever is named last before "left the table" broke the talks off."""
    match, pair = _LEAVING.search(frame.text), frame.resolver.cast.pair
    if match is None or any(event.type == "REJECT" for event in known):
        return
    before = [m for m in frame.resolver.cast.mentions(frame.text[: match.start()]) if m.party in pair]
    if before:
        token = min(frame.doc, key=lambda t: abs(t.idx - match.start()))
        other = next(iter(other_party(frame, [before[-1].party])), None)
        quote = frame.quote(before[-1].start, match.end())
        date, place = frame.date_for(token), place_in(frame, token)
        yield Event("REJECT", before[-1].party, other, date, place, quote, by=by("walk-out", 0.6))
