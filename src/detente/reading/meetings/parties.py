"""Who met: those whom the words around a meeting make meet or sign, or both sides where it speaks of both."""

import re
from itertools import pairwise

from detente.reading.frame import Frame
from detente.reading.grammar.parser import (
    Token,
    agents,
    ancestors,
    children,
    conjuncts,
    lemma,
    marker,
    passive,
    subjects,
    token_at,
)
from detente.reading.meetings.cues import Cue
from detente.reading.meetings.patterns import SIGNING, labelled
from detente.reading.meetings.words import ACCORDS, TALK_NOUNS
from detente.reading.rule import words
from detente.reading.who.mentions import Cast, Mention, kind_of
from detente.reading.who.placenames import is_place
from detente.reading.who.roles import ROLES, named_parties

_OF_TALKS = re.compile(
    r"\b(?:(?:peace|direct|first|second|third|fourth|fifth|sixth|latest|last|next|new|previous|opening"
    r"|closing|current|earlier|further|this) (?:[\w-]+ ){0,3}?(?:talks|negotiations|round|session|plenary"
    r"|meeting)|round of talks|the (?:talks|negotiations))\b",
    re.IGNORECASE,
)
# What one side can do by itself: without both as its subject it is no agreement of the two.
_ALONE = words("agree settle consent accept announce adopt approve endorse finalise finalize draw renew extend prolong")
_MEET = frozenset(["meet", "receive", "see", "telephone", "join"])


def who_met(cast: Cast, frame: Frame, cue: Cue) -> tuple[str, ...]:
    """Return those whom the words around a cue make meet or sign; else the pair, where nobody else is named.

    Parameters
    ----------
    cast
        Who is who in the report.
    frame
        The sentence.
    cue
        What tells of the meeting.
    """
    met = max(
        _before(cast, frame, cue.start),
        _around(cast, frame, cue.token) if cue.span is None else _who_met(cast, frame, cue.span),
        key=len,
    )
    if len(met) >= _TWO:
        return met
    if _with_stranger(frame, cue) or _of_outsiders(cast, frame, cue):
        return ()
    both = _both(cast, frame, cue) if cue.span is None else _of_pair(cast, frame, cue)
    return both or _coordinated(cast, frame)


# So few meet at least.
_TWO = 2


def _nouns(frame: Frame, cue: Cue) -> list[Token]:
    """The talks that a cue names."""
    if cue.span is None:
        return [cue.token] if lemma(cue.token) in TALK_NOUNS else []
    inside = [t for t in frame.doc if cue.start <= t.idx < cue.end + _BEHIND]
    return [t for t in inside if t.pos_ == "NOUN" and lemma(t) in TALK_NOUNS]


# Characters behind "will hold" within which it says what is held.
_BEHIND = 30


def _with_stranger(frame: Frame, cue: Cue) -> bool:
    """Read "after a meeting with Rudolf Rassendyll", "talks with the Swedish government": not with the other side."""
    nouns = [noun for each in _nouns(frame, cue) for noun in (each, each.head) if noun.pos_ in ("NOUN", "VERB", "ADJ")]
    whom = [p for noun in nouns for c in children(noun, "nmod", "obl") if marker(c) == "with" for p in conjuncts(c)]
    parties = {party for each in whom for party in frame.resolver.parties(each)}
    if parties & set(frame.resolver.cast.pair):
        return False
    # Both sides may be said to have talks with a body that mediates between them.
    known = any(not is_body(party) for party in parties)
    return known or (not parties and any(each.pos_ == "PROPN" for each in whom))


def _of_outsiders(cast: Cast, frame: Frame, cue: Cue) -> bool:
    """Read "the Union will hold a meeting on Arland": a body meets, not the two sides."""
    nouns = _nouns(frame, cue)
    verbs = [n.head for n in nouns if n.dep_ == "obj" and lemma(n.head) in _CONVENING]
    who = [p for verb in verbs for each in subjects(verb) for p in frame.resolver.parties(each)]
    both = any(frame.resolver.is_pair(token) for token in frame.doc)
    named = {m.party for m in cast.mentions(frame.text) if may_meet(frame, m)} & set(cast.pair)
    who += [p for n in nouns if lemma(n) in _OF_MEMBERS for p in named_parties(cast, n)]
    return bool(who) and all(is_body(p) for p in who) and not both and len(named) < _TWO


# A body's own: its members come to it.
_OF_MEMBERS = frozenset(["summit", "session", "plenary"])
_CONVENING = frozenset(["hold", "convene", "call"])


def _coordinated(cast: Cast, frame: Frame) -> tuple[str, ...]:
    """The only two that a sentence about a meeting names side by side ("the rift between A and B", "told A and B")."""
    text = frame.text
    here = [m for m in cast.mentions(text) if m.kind != "capital" and may_meet(frame, m)]
    sides = [m for m in here if not is_body(m.party) and m.party not in cast.mediators]
    pairs = {
        tuple(sorted((a.party, b.party)))
        for a, b in pairwise(sides)
        if a.party != b.party and _SIDE_BY_SIDE.fullmatch(text[a.end : b.start])
    }
    alone = len(pairs) == 1 and {m.party for m in sides} == set(next(iter(pairs)))
    return next(iter(pairs)) if alone else ()


_SIDE_BY_SIDE = re.compile(
    r"(?:'s)?(?: \([A-Z-]+\))?(?: [a-z-]+){0,2} (?:and|with) (?:the |its |that of (?:the )?)?(?:[a-z-]+ ){0,2}"
)


def _at_place(cast: Cast, token: Token) -> bool:
    """True for a capital or a state where somebody meets, not who meets."""
    text = token.doc.text
    return any(m.start <= token.idx < m.end and is_place(text, m) for m in cast.mentions(text))


def _before(cast: Cast, frame: Frame, edge: int) -> tuple[str, ...]:
    """Those named one after the other right before a meeting ("A, B and C sat down")."""
    text, run = frame.text, list[str]()
    for mention in reversed([m for m in cast.mentions(text) if m.end <= edge + 1]):
        gap = text[mention.end : edge]
        if is_place(text, mention):
            break
        if not re.fullmatch(r"(?:,| and|, and)? ?(?:the |its |of )?(?:[\w-]+ ){0,2}(?:(?:,|and) )?", gap):
            break
        run.append(mention.party)
        edge = mention.start
    kept = [p for p in dict.fromkeys(run) if p not in cast.mediators]
    return tuple(sorted(kept)) if 3 <= len(kept) <= 7 else ()


def _around(cast: Cast, frame: Frame, token: Token) -> tuple[str, ...]:
    verb = next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB"), None)
    nouns = [c for c in token.subtree if c.dep_ == "nmod" and _among(c, token)]
    nouns = [c for c in nouns if not _of_place(c, token)]
    acting = [s for s in (subjects(verb) if verb is not None else []) if lemma(s) not in TALK_NOUNS]
    who = [*acting, *(p for c in nouns for p in conjuncts(c))]
    if verb is not None:
        who += [p for c in _with(verb) for p in conjuncts(c)]
    found = list(dict.fromkeys(p for each in who if not _at_place(cast, each) for p in frame.resolver.single(each)))
    if len(found) > 2 or not set(found) - set(cast.mediators):
        found = [p for p in found if p not in cast.mediators and not is_body(p)]
    return tuple(sorted(found)) if 2 <= len(found) <= 7 else ()


def _among(noun: Token, token: Token) -> bool:
    """Read "talks with", "a meeting between", and only of the meeting itself "of the two"."""
    return marker(noun) in ("with", "between") or (marker(noun) == "of" and noun.head.i == token.i)


def _of_place(noun: Token, token: Token) -> bool:
    """Read "talks in the Ruritanian resort of Streslau": what hangs on a place tells where they are held."""
    for above in ancestors(noun):
        if above.i == token.i:
            return False
        if marker(above) in ("in", "at", "near"):
            return True
    return False


def _who_met(cast: Cast, frame: Frame, span: tuple[int, int]) -> tuple[str, ...]:
    """The subjects of the verbs in a stretch, with whom they meet or sign."""
    found: list[str] = []
    for verb in (t for t in frame.doc if t.pos_ == "VERB" and span[0] <= t.idx < span[1]):
        brought = children(verb, "obj") if lemma(verb) == "bring" else subjects(verb)
        for token in [*(p for c in brought for p in conjuncts(c)), *(p for c in _with(verb) for p in conjuncts(c))]:
            if not _at_place(cast, token):
                found += [p for p in frame.resolver.single(token) if p not in found]
    sides = [p for p in found if p not in cast.mediators]
    kept = sides if len(found) > _TWO or not sides else found
    return tuple(sorted(kept)) if 2 <= len(kept) <= 7 else ()


def _both(cast: Cast, frame: Frame, cue: Cue) -> tuple[str, ...]:
    """The pair, where the sentence speaks of both, or of talks or a signing without naming anybody else."""
    pair = cast.pair
    if cue.token.pos_ == "VERB" and lemma(cue.token) in _ALONE and not _was_agreed(cue.token):
        who = [p for each in subjects(cue.token) for p in frame.resolver.parties(each)]
        if (
            subjects(cue.token)
            and len(set(who)) < 2
            and not any(_are_many(frame, each) for each in subjects(cue.token))
        ):
            return ()
    named = _named(cast, frame)
    together = any(frame.resolver.is_pair(token) for token in frame.doc) or _by_number(cue.token)
    together = together or (not named and (_by_name(frame, cue.token) or _by_many(frame, cue.token)))
    talks = cue.manner == "signed" or lemma(cue.token) in TALK_NOUNS
    return pair if set(named) >= set(pair) or together or (talks and set(named) <= set(pair)) else ()


def _was_agreed(token: Token) -> bool:
    """Read "The truce was agreed on Monday", "was extended": by both, where nobody is said to have done it."""
    undergone = passive(token) or any(lemma(each) in ACCORDS for each in subjects(token))
    return lemma(token) in _BY_BOTH and undergone and not agents(token)


_BY_BOTH = frozenset(["agree", "settle", "extend", "renew", "prolong", "finalise", "finalize"])


def _of_pair(cast: Cast, frame: Frame, cue: Cue) -> tuple[str, ...]:
    """The pair, where the sentence speaks of both sides or of talks."""
    pair, text = cast.pair, frame.text
    named = _named(cast, frame)
    together = any(frame.resolver.is_pair(token) for token in frame.doc) or bool(_OF_TALKS.search(text))
    one = len(set(named) & set(pair)) == 1 and set(named) <= set(pair)
    of_talks = one and (SIGNING.search(text) or re.search(r"\b(?:talks|negotiations)\b", text[cue.start : cue.end]))
    label = labelled(text)
    alone = label is not None and label[:2] == cue.span and not set(named) - set(pair)
    many = not named and (_by_many(frame, cue.token) or _by_name(frame, cue.token) or _by_number(cue.token))
    conference = not named and _CONFERENCE.search(text) is not None
    return pair if set(named) >= set(pair) or together or of_talks or alone or many or conference else ()


_CONFERENCE = re.compile(
    r"\b(?:conference|summit|talks|negotiations|plenary|session|dialogue|sitting|meeting"
    r"|rounds?(?! of (?!talks|negotiations|the talks|the negotiations))|cycle of (?:talks|negotiations))\b",
    re.IGNORECASE,
)
# After these a name says what is talked about: "the conference on Arland", "a plan for Arland".
_TOPIC = re.compile(r"\b(?:on|about|over|concerning|regarding|for)(?: the)? (?:future of |status of )?$", re.IGNORECASE)
# "Oslo, Norway,": where a place lies.
_LIES_IN = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+, $")
_TELLING = words("say announce tell report add claim call describe note write state")


def _named(cast: Cast, frame: Frame) -> list[str]:
    """Who is named as somebody that may meet: no place or topic, no body, nobody who mediates or tells."""
    text = frame.text
    named = [m.party for m in cast.mentions(text) if m.kind != "capital" and may_meet(frame, m)]
    return [p for p in dict.fromkeys(named) if not is_body(p) and p not in cast.mediators]


def may_meet(frame: Frame, mention: Mention) -> bool:
    """Return True for somebody who is named as such: no place, no topic of talks, and nobody who only tells of them.

    Parameters
    ----------
    frame
        The sentence.
    mention
        A name in it.
    """
    text, before = frame.text, frame.text[: mention.start]
    if is_place(text, mention) or _TOPIC.search(before):
        return False
    if mention.kind == "name" and _LIES_IN.search(before) and re.match(r"[,.;]| on\b|$", text[mention.end :]):
        return False
    token = token_at(frame.doc, mention.start, mention.end)
    if token is None:
        return True
    head = token.head if token.dep_ in ("amod", "compound", "nmod:poss", "flat") else token
    if mention.kind == "people" and token.dep_ == "amod" and head.pos_ == "NOUN" and lemma(head) not in ROLES:
        return False
    return not (head.dep_ == "nsubj" and lemma(head.head) in _TELLING)


# Those who come to talks for their sides: in the plural, and nobody's in particular, they are of both.
_COMERS = words(
    "panel delegation team negotiator leader president minister commander general envoy representative delegate chief"
    " official premier head statesman plenipotentiary expert ambassador side party people officer community"
    " camp faction man adversary rival foe enemy belligerent neighbour neighbor principal counterpart committee"
    " commission"
)
_PLURAL_PRONOUNS = frozenset(["they", "these", "those", "both"])
_JOINT = frozenset(["joint", "mixed", "bilateral", "common", "military", "general", "border", "high-level"])


def _are_many(frame: Frame, token: Token) -> bool:
    """True for "they", "the panels", "the joint commission": both sides, unless somebody owns them."""
    if frame.resolver.is_pair(token):
        return True
    if token.pos_ == "PRON":
        return token.text.casefold() in _PLURAL_PRONOUNS
    base, beside = lemma(token), {t.text.casefold() for t in token.children}
    if base in ("committee", "commission"):
        return bool(beside & _JOINT)
    if base == "minister":
        beside -= {"foreign"}
    owners = [frame.resolver.single(c) for c in children(token, "nmod:poss", "amod", "nmod", "compound")]
    owned = any(owner and owner != frame.resolver.cast.pair for owner in owners) and not beside & {"their"}
    return base in _COMERS and token.text.casefold() not in (base, "people's") and not owned and not beside & _FEW


# "Some leaders", "rebel leaders", "government ministers" are not all who sit at the table.
_FEW = words(
    "some several many other rebel government opposition military religious political local foreign party army church"
    " no few tribal community european arab african western regional"
)


def _by_many(frame: Frame, token: Token) -> bool:
    """True where those who meet or agree are both sides without their names."""
    verb = next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB"), None)
    return verb is not None and any(_are_many(frame, each) for each in subjects(verb))


_NUMBERS = frozenset(["two", "three", "four", "five", "six", "seven"])


def _by_number(token: Token) -> bool:
    """True where "the seven", "the four delegations" meet or agree: all who sit at the table."""
    verb = next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB"), None)
    who = subjects(verb)[:1] if verb is not None else []
    words = [{t.text.casefold() for t in [each, *each.children]} for each in who if each.pos_ in ("NUM", "NOUN")]
    plain = all(t.dep_ in ("det", "nummod", "punct") for each in who for t in each.children)
    return plain and any("the" in each and each & _NUMBERS for each in words)


def _by_name(frame: Frame, token: Token) -> bool:
    """True where several people meet of whom the report does not say for whom they speak: its leaders, most likely."""
    verb = next((t for t in [token, *ancestors(token)] if t.pos_ == "VERB"), None)
    who = [t for each in (subjects(verb) if verb is not None else []) for t in conjuncts(each)]
    names = {t.i for t in who if t.pos_ == "PROPN" and not frame.resolver.single(t)}
    return len(names) >= _COUPLE and len(names) == len({t.i for t in who})


# So many who meet each other are no single person's doing.
_COUPLE = 2


def _with(verb: Token) -> list[Token]:
    """Return with whom somebody meets or signs, by the verb or by its object ("held talks with")."""
    others = [
        c
        for c in children(verb, "obl", "nmod", "obj", "obl:agent")
        if marker(c) in ("with", "between", "by") or (c.dep_ == "obj" and lemma(verb) in _MEET)
    ]
    inside = [c for o in children(verb, "obj", "obl", "nsubj", "nsubj:pass") for c in children(o, "nmod", "acl")]
    return others + [c for c in inside if marker(c) in ("with", "between")]


def is_body(party: str) -> bool:
    """Return True for an international body or a coalition."""
    return kind_of(party) in ("body", "coalition")
