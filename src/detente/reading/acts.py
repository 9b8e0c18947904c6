"""Acts told by a verb with the right object: one table of frames, verb and object to type of event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.entries import Event
from detente.ontology.actors import resolve
from detente.reading.frame import Frame, by
from detente.reading.parser import (
    Token,
    agents,
    auxiliaries,
    children,
    conjuncts,
    lemma,
    marker,
    negated,
    passive,
    subjects,
)
from detente.reading.places import place_in
from detente.reading.rules import BY_ID


@dataclass(frozen=True, slots=True)
class Act:
    """A verb and what must stand beside it.

    Parameters
    ----------
    rule
        Id of the rule.
    verbs
        Dictionary forms.
    objects
        Pattern that an object, a particle or a phrase beside the verb must match; None where nothing need stand there.
    toward
        Words that open the phrase with the recipient.
    other
        True where the recipient is the other main party unless the sentence names one.
    """

    rule: str
    verbs: frozenset[str]
    objects: str | None
    toward: frozenset[str] = frozenset()
    other: bool = False


def _act(rule: str, verbs: str, objects: str | None, toward: str = "", *, other: bool = False) -> Act:
    return Act(rule, frozenset(verbs.split()), objects, frozenset(toward.split()), other)


ACTS = (
    _act(
        "thanks",
        "express convey voice extend offer",
        r"gratitude|thanks|appreciation|satisfaction|congratulations",
        "to at with",
    ),
    _act(
        "own-truce",
        "declare announce proclaim begin extend order",
        r"(?:unilateral )?(?:cease-?fire|truce|halt|pause)",
        other=True,
    ),
    _act(
        "call-up",
        "call mobilise mobilize",
        r"up.*(?:reserv\w*|squadrons?|troops|men|conscripts?)|reserv\w*|conscripts?",
    ),
    _act("on-alert", "put place", r"alert|war footing"),
    _act(
        "cut-off",
        "suspend stop cut halt end ban forbid freeze block withhold",
        r"aid|assistance|credits?|exports?|imports?|arms sales|trade|cooperation|money|accounts|assets|funding"
        r"|gas|supplies|visits|flights",
        "to from against with for",
        other=True,
    ),
    _act(
        "recall-envoy",
        "recall expel eject withdraw",
        r"ambassador|envoys?|diplomats?|inspectors?|charge",
        "from of",
    ),
    _act(
        "impose",
        "impose slap clamp adopt tighten",
        r"sanctions?|embargo|blockade|ban|restrictions",
        "on against upon",
    ),
    _act(
        "cross-into",
        "cross push advance storm march thrust pour",
        r"into|across|past|through",
        "into across",
        other=True,
    ),
    _act(
        "stay-away",
        "stay boycott pull walk withdraw",
        r"away|boycott|out of (?:the )?(?:talks|negotiations|process|conference|government|commission)",
        "from",
    ),
    _act("break-off-ties", "break sever cut", r"relations|ties|contacts|talks|negotiations|off", "with", other=True),
)


def acts(frame: Frame) -> Iterator[Event]:
    """Yield the acts of a sentence that the table of frames describes.

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ != "VERB" or not happened(frame, token):
            continue
        base = lemma(token)
        for act in ACTS:
            if base in act.verbs and (act.objects is None or _beside(token, act.objects)):
                yield from _events(frame, token, act)
                break


def happened(frame: Frame, token: Token) -> bool:
    """True for what was done: past, perfect, or the present tense of a chronicle.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    aux = set(auxiliaries(token))
    if negated(token) or aux & {
        "will",
        "would",
        "shall",
        "should",
        "must",
        "can",
        "could",
        "may",
        "might",
        "'ll",
        "'d",
    }:
        return False
    if marker(token) in ("if", "unless", "whether", "to"):
        return False
    chronicle = token.dep_ in ("ROOT", "conj", "parataxis") and bool(frame.context or frame.dates)
    return token.tag_ in ("VBD", "VBN") or (token.tag_ in ("VBZ", "VBP", "NNS") and chronicle)


def _beside(token: Token, pattern: str) -> bool:
    near = [
        t
        for c in token.children
        if c.dep_ not in ("nsubj", "advcl", "ccomp", "parataxis", "conj", "punct", "obl:agent")
        for t in ([c, *c.children] if c.dep_ != "nsubj:pass" else c.subtree)
    ]
    words = " ".join(t.text for t in sorted(near, key=lambda t: t.i)).casefold()
    return re.search(rf"\b(?:{pattern})\b", words) is not None


def _events(frame: Frame, token: Token, act: Act) -> Iterator[Event]:
    resolver = frame.resolver
    doers = agents(token) if passive(token) else subjects(token)
    actors = list(dict.fromkeys(p for doer in doers for p in resolver.single(doer)))
    recipients = [p for p in _toward(frame, token, act) if p not in actors]
    if not actors:
        return
    if not recipients and act.other and len(resolver.cast.pair) == 2 and actors[0] in resolver.cast.pair:
        recipients = [p for p in resolver.cast.pair if p not in actors]
    if act.other and len(actors) > 1:
        return
    rule = BY_ID[act.rule]
    tokens = [t for t in token.subtree if abs(t.idx - token.idx) < 160 and t.dep_ != "punct"]
    quote = frame.quote(min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens))
    date = frame.date_for(token) or frame.report.date
    for actor in actors:
        for recipient in _or_unknown(recipients):
            yield Event(
                rule.says, actor, recipient, date, place_in(frame, token), quote, by=by(rule.id, rule.confidence)
            )


def _or_unknown(parties: Sequence[str]) -> Sequence[str | None]:
    return parties or (None,)


def _toward(frame: Frame, token: Token, act: Act) -> list[str]:
    """The recipient: after its preposition, or as owner of the object ("froze Norwegian assets")."""
    found: list[str] = []
    objects = children(token, "obj", "nsubj:pass")
    for each in [*children(token, "obl", "iobj", "nmod", "obj"), *(c for o in objects for c in children(o, "nmod"))]:
        if marker(each) in act.toward:
            found += [p for noun in conjuncts(each) for p in frame.resolver.single(noun)]
            found += [p for c in children(each, "nmod", "nmod:poss", "amod") for p in frame.resolver.single(c)]
    if not found:
        found = [
            p for o in objects for c in children(o, "amod", "nmod:poss", "compound") for p in frame.resolver.single(c)
        ]
    return list(dict.fromkeys(found))


_MEETING = frozenset(
    [
        "meet",
        "see",
        "receive",
        "confer",
        "telephone",
        "phone",
        "visit",
        "greet",
        "brief",
        "host",
        "talk",
        "speak",
        "dine",
        "negotiate",
        "consult",
        "sit",
        "call",
    ]
)
_TRAVEL = frozenset(["fly", "travel", "go", "arrive", "land", "come", "return", "journey", "head"])
_WITH = frozenset(["with", "to", "between", "by"])


def meetings(frame: Frame) -> Iterator[Event]:
    """Yield the talks of two parties that a verb of meeting tells of ("A saw B", "A flew to B's capital").

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ != "VERB" or not happened(frame, token):
            continue
        base = lemma(token)
        if base in _MEETING:
            yield from _met(frame, token, _partners(frame, token, base))
        elif base in _TRAVEL:
            yield from _met(frame, token, _hosts(frame, token))


def _partners(frame: Frame, token: Token, base: str) -> list[str]:
    direct = base in ("meet", "see", "receive", "telephone", "phone", "visit", "brief", "host", "consult")
    nouns = children(token, "obj", "nsubj:pass") if direct else []
    nouns += [c for c in children(token, "obl", "nmod") if marker(c) in _WITH]
    return [p for noun in nouns for each in conjuncts(noun) for p in frame.resolver.single(each)]


def _hosts(frame: Frame, token: Token) -> list[str]:
    """A capital that somebody travels to stands for the government seen there."""
    names = frame.resolver.cast.mentions(frame.text)
    places = [c for c in children(token, "obl", "nmod", "obj") if marker(c) in ("to", "in")]
    inside = [m for c in places for m in names if m.start <= c.idx < m.end]
    return [m.party for m in inside if m.kind in ("capital", "metonym")]


def _met(frame: Frame, token: Token, partners: list[str]) -> Iterator[Event]:
    who = agents(token) if passive(token) and agents(token) else subjects(token)
    actors = list(dict.fromkeys(p for each in who for p in frame.resolver.single(each)))
    others = [p for p in dict.fromkeys(partners) if p not in actors]
    rule = BY_ID["saw"]
    if not actors or len(actors) > 3 or not others:
        return
    tokens = [t for t in token.subtree if abs(t.idx - token.idx) < 160 and t.dep_ != "punct"]
    quote = frame.quote(min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens))
    date = frame.date_for(token) or frame.report.date
    for actor in actors:
        for other in others:
            first, second = sorted((actor, other))
            yield Event("CONSULT", first, second, date, place_in(frame, token), quote, by=by(rule.id, rule.confidence))


_DEEDS = frozenset(
    [
        "attack",
        "raid",
        "strike",
        "abduction",
        "kidnapping",
        "seizure",
        "shelling",
        "bombing",
        "killing",
        "murder",
        "ambush",
        "bombardment",
        "assassination",
        "capture",
        "invasion",
        "incursion",
        "massacre",
        "airstrike",
        "offensive",
    ]
)
_IDLE = re.compile(
    r"\b(?:halt|end|stop|cease|threat|risk|fear|prevent|against|without|no|any|further"
    r"|accus\w+)\b(?: \w+){0,3}$",
    re.I,
)


def deeds(frame: Frame) -> Iterator[Event]:
    """Yield attacks told by a noun with a known doer ("the abduction of two envoys by the movement").

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ != "NOUN" or lemma(token) not in _DEEDS or _IDLE.search(frame.text[: token.idx].rstrip()):
            continue
        behind = [*children(token, "nmod", "obl"), *children(token.head, "obl", "obl:agent")]
        actors = [p for c in behind if marker(c) == "by" for p in frame.resolver.single(c)]
        if actors:
            yield _deed(frame, token, actors)


def _deed(frame: Frame, token: Token, actors: Sequence[str]) -> Event:
    targets = [c for c in children(token, "nmod") if marker(c) in ("of", "on", "against")]
    nouns = [noun for c in targets for noun in (c, *children(c, "nmod", "amod", "nmod:poss"))]
    recipient = next((p for noun in nouns for p in frame.resolver.single(noun) if p not in actors), None)
    end = max([token.idx + len(token.text), *(t.idx + len(t.text) for t in token.subtree if t.idx - token.idx < 120)])
    rule, quote = BY_ID["deed"], frame.quote(token.idx, end)
    date, place = frame.date_for(token), place_in(frame, token)
    return Event("ASSAULT", actors[0], recipient, date, place, quote, by=by(rule.id, rule.confidence))


def _is_body(party: str) -> bool:
    actor = resolve(party)
    return actor is not None and actor.kind == "body"


_RESOLVES = re.compile(r"\bresolution\b|\bSecurity Council\b|\bGeneral Assembly\b")


def resolutions(frame: Frame) -> Iterator[Event]:
    """Yield the requests of an international body to the parties that a sentence names after its demand.

    Parameters
    ----------
    frame
        The sentence.
    """
    text, cast = frame.text, frame.resolver.cast
    match = re.search(
        r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|ask(?:s|ed)?)\b", text
    )
    if match is None or not _RESOLVES.search(text[: match.start()]):
        return
    body = next((m.party for m in cast.mentions(text[: match.start()]) if _is_body(m.party)), None)
    asked = [m.party for m in cast.mentions(text) if m.start > match.end() and m.party in cast.pair]
    if re.search(r"\b(?:both|the two|the parties)\b", text[match.end() :]):
        asked = list(cast.pair)
    rule = BY_ID["resolution"]
    for party in dict.fromkeys(asked):
        if body is not None and party != body:
            date = frame.date_for() or frame.report.date
            yield Event("REQUEST", body, party, date, None, frame.whole(), by=by(rule.id, rule.confidence))
