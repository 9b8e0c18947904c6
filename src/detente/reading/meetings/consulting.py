"""Talks told by a noun, or by the place that somebody visits: "after a meeting with A", "on a visit to A"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from detente.entries import Event
from detente.reading.acts.arguments import doers, parties_of
from detente.reading.frame import Frame, by
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.happening import happened
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, conjuncts, lemma, marker
from detente.reading.grammar.places import place_in
from detente.reading.meetings.wishes import wished
from detente.reading.meetings.words import is_due
from detente.reading.rule import words
from detente.reading.rules import BY_ID
from detente.reading.who.placenames import is_place

_TALKS = words(
    "talk meeting negotiation discussion consultation conversation dialogue summit session round call visit parley"
    " encounter exchange dinner lunch audience contact trip trilateral bilateral"
)
# Said of talks as a subject these have them take place; "talks with A matter" does not.
_TAKING_PLACE = words(
    "begin start open resume continue end conclude close finish last collapse fail break stall produce bring yield take"
    " run adjourn go drag focus centre center touch deal lead result follow deadlock founder cover occur proceed"
)
_HOLDING = words(
    "hold have conduct open begin start resume continue attend join lead chair host end finish conclude complete"
    " adjourn wrap leave reopen pursue make pay place hail describe emerge restart"
)
_COMING = words("arrive fly travel come go be land head return gather sit meet set leave stay remain convene")
_UNDER = frozenset(["after", "during", "following", "at", "in", "by", "from", "on", "through", "over", "since", "amid"])
_PARTS = words(
    "round day hour series week breakdown collapse end failure resumption start beginning outcome result conclusion"
    " close night month session opening rounds sidelines margin minute bout phase"
)
_CALLING = words("phone telephone video conference videoconference tele")


def consultations(frame: Frame) -> Iterator[Event]:
    """Yield the talks that a sentence tells of by a noun, with who talked.

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ == "NOUN" and lemma(token) in _TALKS and not wished(token):
            yield from _of_noun(frame, token)
        if token.pos_ == "VERB" and lemma(token) in ("bring", "get", "sit", "seat") and happened(frame, token):
            yield from _brought(frame, token)


def _brought(frame: Frame, verb: Token) -> Iterator[Event]:
    """Read "A brought B and C together", "brought B and C to the table"."""
    brought = [each for noun in children(verb, "obj", "nsubj:pass") for each in conjuncts(noun)]
    parties = sorted(dict.fromkeys(parties_of(frame, brought)))
    if len(parties) == 2 and _TOGETHER.search(frame.text, verb.idx):
        first, second = parties
        date, place = frame.date_for(verb), place_in(frame, verb)
        yield Event("CONSULT", first, second, date, place, frame.whole(), by=by("saw", _SURE))


_TOGETHER = re.compile(r"\b(?:together|(?:to|at|around) (?:the|one|a) (?:negotiating |same )?table|face to face)\b")


def _of_noun(frame: Frame, noun: Token) -> Iterator[Event]:
    base, head = lemma(noun), _head_of(noun)
    if base == "call" and not _by_telephone(noun):
        return
    verb = next((above for above in ancestors(head) if above.pos_ in ("VERB", "AUX")), None)
    if not _told(frame, head, verb):
        return
    for first, second in _who(frame, noun, head, verb):
        span = [t for t in (*noun.subtree, noun) if abs(t.idx - noun.idx) < _REACH and t.dep_ != "punct"]
        start = min(t.idx for t in span)
        end = max(t.idx + len(t.text) for t in span)
        quote = frame.whole() if end - start < _SHORT else frame.quote(start, end)
        yield Event("CONSULT", first, second, frame.date_for(noun), place_in(frame, noun), quote, by=by("saw", _SURE))


_REACH, _SHORT = 160, 25
_SURE = BY_ID["saw"].confidence


def _by_telephone(noun: Token) -> bool:
    beside = {lemma(c) for c in children(noun, "compound", "amod")} & _CALLING
    return bool(beside) or (marker(noun) in ("in", "during", "after") and bool(_with(noun)))


def _head_of(noun: Token) -> Token:
    """Read "three rounds of talks", "the second day of the meeting": the phrase that the talks stand in."""
    while noun.dep_ == "nmod" and marker(noun) == "of" and lemma(noun.head) in _PARTS:
        noun = noun.head
    return noun


def _told(frame: Frame, head: Token, verb: Token | None) -> bool:
    """True where what is said of talks has them happen."""
    text = frame.text
    if is_due(head):
        return False
    if marker(head) == "for" and verb is None:
        return bool(children(head.head, "cop")) and head.head.pos_ == "PROPN"
    if head.dep_ == "ROOT" or verb is None:
        return _verbless(frame, head) or _under_way(head)
    if text.rstrip(" \"'”").endswith("?"):
        return False
    opened = marker(head)
    if head.dep_.startswith("nsubj"):
        if lemma(head.head) in ("way", "progress"):
            return True
        return head.head is verb and lemma(verb) in _TAKING_PLACE | _HOLDING and happened(frame, verb)
    if head.dep_ == "obj":
        return lemma(verb) in _HOLDING and happened(frame, verb)
    if opened == "for":
        return lemma(verb) in _COMING and happened(frame, verb)
    return head.dep_ in ("obl", "nmod", "obl:agent") and opened in _UNDER and _past(frame, verb)


def _past(frame: Frame, verb: Token) -> bool:
    """True for what is over: what is said or done after talks, whether denied, wished or not."""
    aux = set(auxiliaries(verb))
    return verb.tag_ in ("VBD", "VBN") or bool(aux & {"has", "have", "was", "were", "did"}) or happened(frame, verb)


def _verbless(frame: Frame, head: Token) -> bool:
    """True for a line of a chronicle without a verb ("Talks with A in Oslo")."""
    plain = not any(t.pos_ in ("VERB", "AUX") for t in frame.doc)
    return plain and (bool(frame.context or frame.dates) or told_in_present(frame.report.text))


def _under_way(head: Token) -> bool:
    return any(lemma(c) == "way" for c in head.children)


def _with(noun: Token) -> list[Token]:
    """Those named after "with" or "between" a meeting, with all that is coordinated."""
    return [each for c in children(noun, "nmod", "obl") if marker(c) in _AMONG for each in conjuncts(c)]


_AMONG = frozenset(["with", "between", "among", "amongst", "to", "of"])


def _who(frame: Frame, noun: Token, head: Token, verb: Token | None) -> list[tuple[str, str]]:
    """Every two who talked: those between whom, or whoever held the talks and with whom."""
    between = [c for each in {noun.i: noun, head.i: head}.values() for c in children(each, "nmod", "obl")]
    if verb is not None and (head.dep_ == "obj" or head.dep_.startswith("nsubj")):
        between += [c for c in children(verb, "obl") if marker(c) in ("with", "between")]
    both = _named(frame, [c for c in between if marker(c) in ("between", "among", "amongst")])
    both = both or _named(frame, [c for c in between if marker(c) == "of"])
    both = both or _named(frame, children(noun, "amod", "compound", "nmod:poss"))
    if len(both) in (2, 3):
        return list(combinations(sorted(both), 2))
    others = _named(frame, [c for c in between if marker(c) == "with"])
    if lemma(noun) in ("visit", "trip", "call"):
        others += _visited(frame, [c for c in between if marker(c) == "to"])
    owners = _named(frame, children(noun, "nmod:poss", "amod", "compound")) or _acting(frame, verb)
    if not owners or len(owners) > _FEW or len(others) > _FEW:
        return []
    found = {(min(a, b), max(a, b)) for a in owners for b in others if a != b and b not in owners}
    return sorted(found)


_FEW = 3


def _acting(frame: Frame, verb: Token | None) -> list[str]:
    if verb is None:
        root = next((t for t in frame.doc if t.dep_ == "ROOT"), None)
        return [] if root is None else parties_of(frame, conjuncts(root))
    return doers(frame, verb)


def _named(frame: Frame, nouns: Sequence[Token]) -> list[str]:
    mentions = frame.resolver.cast.mentions(frame.text)
    here = [n for c in nouns for n in conjuncts(c)]
    placed = {m.start for m in mentions if is_place(frame.text, m)}
    at = {n.i for n in here for m in mentions if m.start in placed and m.start <= n.idx < m.end}
    return list(dict.fromkeys(p for n in here if n.i not in at for p in frame.resolver.single(n)))


def _visited(frame: Frame, nouns: Sequence[Token]) -> list[str]:
    """Whose capital or country somebody goes to."""
    mentions = frame.resolver.cast.mentions(frame.text)
    inside = [m.party for c in nouns for n in conjuncts(c) for m in mentions if m.start <= n.idx < m.end]
    return list(dict.fromkeys(inside)) or parties_of(frame, nouns)
