"""Blame in a speaker's own words: "A said that B had broken the truce", "B, A charged, was hiding behind C"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.arguments import doing, other_party, parties_of
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import unreal
from detente.reading.grammar.parser import (
    Token,
    ancestors,
    auxiliaries,
    children,
    lemma,
    marker,
    negated,
    subjects,
)
from detente.reading.positions.holders import SAYING, holders_of
from detente.reading.rule import words

_WRONGS = words(
    "violate breach break attack shell bomb kill murder lie hide sabotage block obstruct undermine kidnap abduct "
    "steal"
    " provoke betray cheat drag delay stall abuse torture massacre arm protect shield fuel occupy destroy invade "
    "ignore"
    " fabricate threaten use shoot fire harbour harbor finance torpedo prolong refuse wreck exploit manipulate"
    " blackmail starve persecute oppress target deceive renege burn raze loot rape execute fail disregard flout mock"
    " jeopardise jeopardize derail scuttle block detain hijack misuse evade dodge defy infringe encroach encourage"
    " foment incite abet launder smuggle infiltrate trespass menace bully terrorise terrorize plunder pillage"
    " falsify forge rig poison slaughter butcher bombard gas torch ram annex humiliate"
    " insult backtrack stonewall filibuster prevaricate stall spy eavesdrop conspire plot scheme collude connive"
)
_MODAL = frozenset(["will", "would", "could", "might", "may", "should", "can", "must", "shall"])
TELLING = SAYING | frozenset(["charge", "allege", "claim", "complain", "report", "accuse", "snort", "protest"])


def blames(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Yield the blame that a speaker lays on another party in a clause of a sentence.

    Parameters
    ----------
    frame
        The sentence.
    known
        What was read from it already; blame of the same party by the same speaker is not read again.
    """
    yield from _mutual(frame)
    yield from _charges(frame)
    have = {(event.actor, event.recipient) for event in known if event.type == "ACCUSE"}
    attackers = {event.actor for event in known if event.type == "ASSAULT"}
    for token in frame.doc:
        wrong = token.pos_ == "VERB" and (_is_wrong(token) or _complained_of(token)) and _asserted(token)
        if wrong or _is_faulted(token):
            for speaker, blamed in _pairs(frame, token):
                if (speaker, blamed) not in have and blamed not in attackers:
                    have.add((speaker, blamed))
                    source = by("blamed-by-speaker", 0.5)
                    date = frame.day_of(spoken=True)
                    yield Event("ACCUSE", speaker, blamed, date, None, frame.whole(), by=source)


_BOTH_WAYS = re.compile(
    r"\b(?:accus\w+|blam\w+|condemn\w+|denounc\w+) (?:each other|one another)\b"
    r"|\b(?i:each|either|both) (?:sides? |part(?:y|ies) )?(?:[\w]+ )?(?:accus|blam|condemn)\w+ the other\b"
    r"|\b(?:trad\w+|exchang\w+|swapp\w+) (?:blame|accusations|recriminations)\b"
)


def _mutual(frame: Frame) -> Iterator[Event]:
    """Read "both sides accused each other", "the two traded blame"."""
    pair = frame.resolver.cast.pair
    if len(pair) == 2 and _BOTH_WAYS.search(frame.text):
        date = frame.day_of(spoken=True)
        for speaker, blamed in (pair, pair[::-1]):
            yield Event("ACCUSE", speaker, blamed, date, None, frame.whole(), by=by("accuse", 0.65))


_ACCUSING = words("accusation allegation")
_ANSWERING = words("deny reject dismiss refute dispute rebut answer face")


def _charges(frame: Frame) -> Iterator[Event]:
    """Read "A denied accusations by B", "A dismissed B's allegations that ...": B accuses A."""
    for noun in frame.doc:
        if noun.pos_ != "NOUN" or lemma(noun) not in _ACCUSING:
            continue
        by_whom = [c for c in children(noun, "nmod") if marker(c) in ("by", "from")]
        told_by = parties_of(frame, [*children(noun, "nmod:poss", "amod", "compound"), *by_whom])
        blamed = parties_of(frame, (c for c in children(noun, "nmod") if marker(c) == "against"))
        if not blamed and lemma(noun.head) in _ANSWERING and noun.dep_ in ("obj", "obl"):
            blamed = parties_of(frame, subjects(noun.head))
        if len(told_by) == 1 and blamed and blamed[0] != told_by[0]:
            date = frame.day_of(spoken=True)
            yield Event("ACCUSE", told_by[0], blamed[0], date, None, frame.whole(), by=by("accuse", 0.6))


_OPENING = frozenset(["use", "employ", "open", "launch", "start", "begin", "carry", "stage", "mount", "commit"])
_FIRE = frozenset(
    [
        "fire",
        "attack",
        "offensive",
        "war",
        "assault",
        "raid",
        "strike",
        "massacre",
        "aggression",
        "crime",
        "gas",
        "weapon",
        "shield",
        "bomb",
        "munition",
        "child",
        "torture",
    ]
)


_DUTIES = words("honour honor keep respect fulfil fulfill implement stop comply abide cooperate listen care")
_WISHES = words("want seek desire intend")
_PEACE = words("peace agreement settlement truce ceasefire talks talk solution compromise end deal")
_BAD = words("guilty responsible complicit culpable intransigent insincere dishonest treacherous")
_GOOD = words("serious sincere genuine trustworthy interested honest")
_VILLAINS = words(
    "murderer terrorist liar aggressor criminal traitor butcher occupier killer assassin bandit coward hypocrite "
    "puppet"
    " thief crime genocide aggression blackmail provocation violation betrayal massacre obstacle sabotage lie"
)


# "An act of terrorism".
_CRIMES = words("terrorism terror aggression war piracy sabotage barbarism vengeance betrayal")


_FAULTS = _DUTIES | _WISHES | _GOOD | _BAD | _VILLAINS | {"blame", "act"}


def _is_faulted(token: Token) -> bool:
    """Read "A is responsible for", "A is not serious", "they are murderers", "A does not want peace"."""
    base = lemma(token)
    if base not in _FAULTS or set(auxiliaries(token)) & _MODAL:
        return False
    bad = negated(token)
    if base == "blame" and children(token, "cop") and any(c.text == "to" for c in token.children):
        return not bad
    if token.pos_ == "VERB":
        wished = base in _WISHES and any(lemma(c) in _PEACE for c in children(token, "obj", "xcomp", "ccomp"))
        never = base == "intend" and token.tag_ in ("VBD", "VBN") and any(t.text == "never" for t in token.children)
        return (bad and (base in _DUTIES or wished)) or never
    if not children(token, "cop"):
        return False
    if token.pos_ == "ADJ":
        return base in _GOOD if bad else base in _BAD
    crime = base == "act" and any(lemma(c) in _CRIMES for c in children(token, "nmod"))
    return token.pos_ == "NOUN" and not bad and (crime or base in _VILLAINS)


_COMPLAINING = frozenset(["complain", "charge", "allege", "deplore", "lament", "protest", "fume", "thunder", "snort"])


def _complained_of(token: Token) -> bool:
    """Read "A complained that B was holding 23 men": whatever is complained of is a wrong."""
    complains = lemma(token.head) in _COMPLAINING or token.head.text.casefold() in _TOLD
    return token.dep_ == "ccomp" and (complains or (lemma(token.head) == "complaint"))


_DEMANDING = words("make raise present set add come put table pose impose bring invent")
_DEMANDS = words("demand condition term requirement precondition")
_TOO_MUCH = re.compile(
    r"\b(?:new|fresh|last-minute|impossible|unacceptable|unreasonable|excessive|unrealistic|extreme|maximalist"
    r"|ever-growing|endless|further) (?:\w+ )?(?:demand|condition|term|requirement|precondition)s?\b"
    r"|\b(?:demands?|conditions?|terms) (?:[\w'-]+ ){0,4}?(?:that|which) (?:nobody|no one|no \w+|it|they) could"
    r" (?:never |possibly |not )?(?:meet|accept|fulfil|agree|sign)"
)


def _moves_the_goal(token: Token) -> bool:
    """Read "made demands that nobody could meet", "came back with a new condition"."""
    if lemma(token) not in _DEMANDING or not any(lemma(t) in _DEMANDS for t in token.subtree):
        return False
    return _TOO_MUCH.search(token.doc.text, token.idx) is not None


def _is_wrong(token: Token) -> bool:
    base = lemma(token)
    if _moves_the_goal(token):
        return True
    if base == "fail":
        return any(marker(c) == "to" for c in children(token, "xcomp"))
    return base in _WRONGS or (base in _OPENING and any(lemma(c) in _FIRE for c in children(token, "obj")))


def _asserted(token: Token) -> bool:
    return not negated(token) and not unreal(token) and not set(auxiliaries(token)) & _MODAL and token.tag_ != "VB"


def _pairs(frame: Frame, token: Token) -> Iterator[tuple[str, str]]:
    told_by = speakers(frame, token)
    if len(told_by) == 1:
        blamed = parties_of(frame, doing(token))
        if token.pos_ == "NOUN":
            blamed = parties_of(frame, (c for c in children(token, "nmod") if marker(c) == "by")) or blamed
            owners = [c for noun in doing(token) for c in children(noun, "nmod:poss", "amod")]
            blamed = blamed or parties_of(frame, owners)
        if not blamed or blamed == list(told_by):
            blamed = _the_enemy(frame, token, told_by[0])
        yield from ((told_by[0], party) for party in blamed[:1] if party != told_by[0])


_ENEMY = frozenset(["enemy", "adversary", "opponent", "aggressor", "occupier", "side", "regime"])


def _the_enemy(frame: Frame, token: Token, speaker: str) -> list[str]:
    """Whom a speaker means by "the enemy", or by "they" in a quotation."""
    for noun in doing(token):
        they = noun.text.casefold() == "they" and frame.text[: token.idx].count('"') % 2 == 1
        other = any(c.text.casefold() == "other" for c in noun.children)
        if they or (lemma(noun) in _ENEMY and (lemma(noun) != "side" or other)):
            return other_party(frame, [speaker])
    return []


def speakers(frame: Frame, token: Token) -> Sequence[str]:
    """Return who says the clause of a verb: the subject of a verb of speech around it, or the quotation's speaker.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    return said_by(frame, token) or _set_in(frame, token) or _according(frame)


_ACCORDING = Caseless(r"\baccording to (?:the |its )?")


def _according(frame: Frame) -> Sequence[str]:
    """Read "According to A, B has broken the truce"."""
    match = _ACCORDING.search(frame.text)
    if match is None:
        return ()
    return [m.party for m in frame.resolver.cast.mentions(frame.text) if 0 <= m.start - match.end() < _NEAR][:1]


# Characters between "according to" and the name of whoever is the source ("according to sources in the army of A").
_NEAR = 12


def said_by(frame: Frame, token: Token) -> Sequence[str]:
    """Return who says a clause under a verb of speech, or a quotation; what is only set beside a verb is left aside.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb.
    """
    below = token
    for above in ancestors(token):
        told = below.dep_ in ("ccomp", "parataxis", "obj", "xcomp") or marker(below) == "that"
        told = told or (below.dep_ == "iobj" and any(marker(c) == "that" for c in children(below, "acl", "acl:relcl")))
        if (lemma(above) in TELLING or above.text.casefold() in _TOLD) and told:
            return holders_of(frame, above) or (parties_of(frame, subjects(above)) if above.pos_ == "ADJ" else ())
        if above.pos_ == "NOUN" and lemma(above) in _CHARGES and below.dep_ in ("acl", "ccomp", "acl:relcl"):
            return parties_of(frame, children(above, "nmod:poss", "amod", "compound")) or parties_of(
                frame, (c for c in children(above, "nmod") if marker(c) in ("by", "from", "of"))
            )
        below = above
    return _quoted(frame, token)


# "A's claim that B shelled the town" is A's blame; "alleged" is now and then taken for an adjective.
_CHARGES = words("accusation allegation charge claim complaint assertion")
_TOLD = frozenset(["alleged", "charged", "claimed"])


def _set_in(frame: Frame, token: Token) -> Sequence[str]:
    """Read "A, B charged, was hiding", "A shelled the town, B said"."""
    for each in [token, *ancestors(token)]:
        for beside in children(each, "parataxis", "ccomp"):
            if lemma(beside) in TELLING and beside.pos_ == "VERB":
                return holders_of(frame, beside)
    return ()


def _quoted(frame: Frame, token: Token) -> Sequence[str]:
    quoted = frame.text[: token.idx].count('"') % 2 == 1 or frame.text.count('"') == 1
    return frame.resolver.voice if quoted else ()
