"""Talks of two parties told by a verb of meeting, calling or travel: "A saw B", "A flew to B's capital"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.arguments import doing, parties_of, undergone
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import happened
from detente.reading.grammar.parser import Token, agents, children, conjuncts, lemma, marker
from detente.reading.grammar.places import place_in
from detente.reading.rule import words
from detente.reading.rules import BY_ID

_MEETING = words(
    "meet see receive confer telephone phone visit greet brief host talk speak dine negotiate"
    " consult sit call discuss converse lunch parley huddle shuttle correspond"
)
_TALKS = words("talk meeting discussion consultation conversation session")
_TRAVEL = words("fly travel go arrive land come return journey head")
_WITH = words("with to between by")


def meetings(frame: Frame) -> Iterator[Event]:
    """Yield the talks of two parties that a verb of meeting tells of ("A saw B", "A flew to B's capital").

    Parameters
    ----------
    frame
        The sentence.
    """
    yield from _phoned(frame)
    for token in frame.doc:
        base = lemma(token)
        if token.pos_ != "VERB" or base not in _OF_MEETING or not happened(frame, token):
            continue
        if base in _TOGETHER and token.tag_ != "VBG":
            yield from _each_other(frame, token)
        elif base in _DIRECT and _each_the_other(children(token, "obj")):
            yield from _each_other(frame, token, shared=True)
        if base in _SHARING and (base == "discuss" or _exchanged(token)):
            yield from _each_other(frame, token, shared=True)
            if base == "exchange":
                yield from _met(frame, token, _partners(frame, token, base))
        if base == "pay" and any(lemma(o) == "visit" for o in children(token, "obj")):
            visits = [c for o in children(token, "obj") for c in children(o, "nmod")]
            yield from _met(frame, token, _hosts(frame, token, visits))
        if base in _MEETING or (base == "hold" and any(lemma(o) in _TALKS for o in children(token, "obj"))):
            yield from _met(frame, token, _partners(frame, token, base))
        elif base in _TRAVEL and _to_talk(frame, token):
            yield from _met(frame, token, _seen_there(frame, token))


# A capital that somebody only travels to or lives in is a place; who goes there to talk sees its government.
_PURPOSE = re.compile(
    r"\b(?:for (?:(?:the|more|further|new|urgent|\w+ days? of|a|an|\w+ rounds? of|[\w-]+) )?(?:[\w-]+ )?"
    r"(?:talks|consultations|discussions|negotiations|meetings?|visit|summit)"
    r"|on an? (?:[\w-]+ ){0,3}(?:visit|mission|trip)"
    r"|to (?:meet|see|talk|discuss|negotiate|confer|mediate|consult|brief|persuade|press|urge|convince|hand|deliver"
    r"|explain|present|broker|patch|seek|secure|win|hold)"
    r"|with (?:an?|the|his|her|its|their) (?:[\w'-]+ ){0,3}(?:offer|plan|proposals?|letter|message|draft|terms|ideas)"
    r"|and (?:saw|met|talked|spoke|conferred|negotiated|discussed|held|was received))\b"
)


def _to_talk(frame: Frame, token: Token) -> bool:
    return _PURPOSE.search(frame.text, token.idx) is not None


def _partners(frame: Frame, token: Token, base: str) -> list[str]:
    if base == "negotiate" and undergone(token):
        return []  # "The truce had been negotiated by A with B" tells how it came about.
    if base == "shuttle":
        nouns = [c for c in children(token, "obl", "nmod") if marker(c) == "between"]
        return [p for noun in nouns for each in conjuncts(noun) for p in frame.resolver.single(each)]
    objects = children(token, "obj", "nsubj:pass")
    if any(noun.text.casefold() in _THINGS for noun in objects if base in _OF_TALKS) or _each_the_other(objects):
        return []
    nouns = objects if base in _DIRECT else []
    # "Telephoned his congratulations to A": what is sent is no talk.
    nouns += [c for c in children(token, "obl", "nmod") if marker(c) in _WITH and not (base in _CALLING and nouns)]
    nouns += [c for o in children(token, "obl", "obl:agent") for c in children(o, "nmod") if lemma(o) in _LINES]
    nouns += [
        c for o in children(token, "obj") if base in _WITH_OBJECT for c in children(o, "nmod") if marker(c) == "with"
    ]
    return [p for noun in nouns for each in conjuncts(noun) for p in frame.resolver.single(each)]


_WITH_OBJECT = words("hold discuss exchange")
_DIRECT = words("meet see receive telephone phone visit brief host consult")
_CALLING = words("telephone phone")
# "The talks and A, which hosted them": talks are hosted, a town is visited.
_OF_TALKS, _THINGS = words("host visit see"), words("them it these those")


def _each_the_other(objects: Sequence[Token]) -> bool:
    """Read "the delegations see each other in Oslo": they met nobody besides."""
    return any(
        c.text.casefold() in ("other", "another") for noun in objects for c in noun.children if c.dep_ == "fixed"
    )


_LINES = words("telephone phone videolink video-link")
_PHONED = re.compile(
    r"\b(?:spoke|spoken|talked|conferred|speak) (?:[\w]+ )?(?:by|on|over) (?:the )?(?:tele)?phone\b(?! (?:with|to))"
)


def _phoned(frame: Frame) -> Iterator[Event]:
    """Read "the president of A and the premier of B spoke by telephone", whatever its tree."""
    yield from _in_call(frame)
    match = _PHONED.search(frame.text)
    if match is None:
        return
    before = [m.party for m in frame.resolver.cast.mentions(frame.text) if m.end <= match.start() <= m.end + 90]
    parties = sorted(dict.fromkeys(before))
    if len(parties) == 2 and re.search(r"\band\b", frame.text[: match.start()]):
        rule, date = BY_ID["saw"], frame.date_for()
        first, second = parties
        yield Event("CONSULT", first, second, date, None, frame.whole(), by=by(rule.id, rule.confidence))


_ON_THE_PHONE = Caseless(
    r"\b(?:by|on|over) (?:the )?(?:tele)?phone\b|\bin an? (?:[\w-]+ )?(?:(?:tele)?phone|video) (?:call|conversation)\b"
)


def on_the_phone(text: str) -> bool:
    """Return True for what is said by telephone, where nobody meets.

    Parameters
    ----------
    text
        A sentence.
    """
    return _ON_THE_PHONE.search(text) is not None


# "In a call with A on Sunday, the premier of B said ...".
_OPENING = re.compile(
    r"(?:In|During|After|Following) (?:an? |the |his |her |two |talks|\w+ (?:days|hours) of )(?:[\w-]+ ){0,4}?"
    r"(?:call|conversation|meeting|talks|discussions?|visit|summit|lunch|dinner)?\b(?: with| to) "
    r"(?P<with>[^,;]{3,80}), (?P<who>[^,;]{3,45})"
)
_TELLING = words("tell inform assure warn ask urge")


def _in_call(frame: Frame) -> Iterator[Event]:
    """Read "A told B by telephone that ...", "In a call with A, B offered ..."."""
    mentions, rule = frame.resolver.cast.mentions(frame.text), BY_ID["saw"]
    pairs: list[tuple[str, str]] = []
    opened = _OPENING.match(frame.text)
    if opened is not None:
        met = [m.party for m in mentions if opened.start("with") <= m.start < opened.end("with")][:1]
        who = [m.party for m in mentions if opened.start("who") <= m.start < opened.end("who")][:1]
        pairs += [(a, b) for a in met for b in who]
    if _ON_THE_PHONE.search(frame.text):
        for token in frame.doc:
            if token.pos_ == "VERB" and lemma(token) in _TELLING and happened(frame, token):
                told = parties_of(frame, children(token, "obj", "iobj"))
                pairs += [(a, b) for a in parties_of(frame, doing(token)) for b in told]
    for first, second in {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}:
        date = frame.date_for() if frame.dates else None
        yield Event("CONSULT", first, second, date, None, frame.whole(), by=by(rule.id, rule.confidence))


_TOGETHER = words("speak talk meet confer telephone negotiate convene gather")
_SHARING = words("discuss exchange trade")
_OF_MEETING = _TOGETHER | _DIRECT | _SHARING | _MEETING | _TRAVEL | {"pay", "hold"}
_VIEWS = words("view letter message note word idea draft greeting proposal paper")
_QUARREL = words("angry harsh heated bitter sharp hot hard cross unkind")


def _exchanged(token: Token) -> bool:
    """What is exchanged is a talk; "angry words" are none."""
    said = [noun for noun in children(token, "obj") if lemma(noun) in _VIEWS]
    return any(not {lemma(c) for c in children(noun, "amod")} & _QUARREL for noun in said)


def _each_other(frame: Frame, token: Token, *, shared: bool = False) -> Iterator[Event]:
    """Read "the presidents of A and B spoke by telephone", "the two sides met for three hours"."""
    actors = parties_of(frame, (each for noun in doing(token) for each in conjuncts(noun)))
    with_others = (children(token, "obj") and not shared) or any(
        marker(c) in ("to", "with") for c in children(token, "obl")
    )
    if len(actors) == 2 and not with_others:
        first, second = sorted(actors)
        # Of the main parties `rounds` knows more: a day that is only near may not make a second meeting.
        date = frame.date_for(token) if frame.dates or set(actors) != set(frame.resolver.cast.pair) else None
        rule = BY_ID["saw"]
        place = place_in(frame, token)
        yield Event("CONSULT", first, second, date, place, frame.whole(), by=by(rule.id, rule.confidence))


def _seen_there(frame: Frame, token: Token) -> list[str]:
    """Whom a traveller sees: one of the two sides who goes to talks in a third state does not go to see that state."""
    pair = frame.resolver.cast.pair
    own = set(parties_of(frame, doing(token))) & set(pair)
    return [party for party in _hosts(frame, token) if not own or party in pair]


def _hosts(frame: Frame, token: Token, also: Sequence[Token] = ()) -> list[str]:
    """A capital that somebody travels to stands for the government seen there."""
    names = frame.resolver.cast.mentions(frame.text)
    places = [*also, *(c for c in children(token, "obl", "nmod", "obj") if marker(c) in _TO)]
    inside = [m for c in places for m in names if m.start <= c.idx < m.end]
    return [m.party for m in inside if m.kind in ("capital", "metonym")]


_TO = words("to in for")


def _met(frame: Frame, token: Token, partners: list[str]) -> Iterator[Event]:
    actors = parties_of(frame, agents(token)) or parties_of(frame, doing(token))
    others = [p for p in dict.fromkeys(partners) if p not in actors]
    rule = BY_ID["saw"]
    if not actors or len(actors) > 3 or not others:
        return
    tokens = [t for t in token.subtree if abs(t.idx - token.idx) < 160 and t.dep_ != "punct"]
    quote = frame.quote(min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens))
    date = frame.date_for(token)
    for actor in actors:
        for other in others:
            first, second = sorted((actor, other))
            yield Event("CONSULT", first, second, date, place_in(frame, token), quote, by=by(rule.id, rule.confidence))
