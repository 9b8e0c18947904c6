"""Blame in a speaker's own words: "A said that B had broken the truce", "B, A charged, was hiding behind C"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.arguments import doing, other_party, parties_of, undergone
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
    token_at,
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


def _is_faulted(token: Token) -> bool:
    """Read "A is responsible for", "A is not serious", "they are murderers", "A does not want peace"."""
    if set(auxiliaries(token)) & _MODAL:
        return False
    base, bad = lemma(token), negated(token)
    if token.pos_ == "VERB":
        wished = base in _WISHES and any(lemma(c) in _PEACE for c in children(token, "obj", "xcomp", "ccomp"))
        never = base == "intend" and token.tag_ in ("VBD", "VBN") and any(t.text == "never" for t in token.children)
        return (bad and (base in _DUTIES or wished)) or never
    if not children(token, "cop"):
        return False
    if token.pos_ == "ADJ":
        return base in _GOOD if bad else base in _BAD
    return token.pos_ == "NOUN" and not bad and base in _VILLAINS


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


_HARMING = (
    r"(?:attack|march on|go back (?:with|to)|open fire|bomb|shell|hit|storm|dissolve|stay away|strike|crush|destroy"
    r"|retaliate|invade|annihilate|punish|shoot|eliminate|wipe out|fight on"
    r"|hit back|use force|go to war|declare (?:war|martial law)|return to arms|take up arms|walk (?:away|out)"
    r"|(?:leave|quit|boycott) the (?:\w+ )?(?:talks|table|negotiations|process)|pull out of|take to the streets"
    r"|impose (?:\w+ )?sanctions|cut off|respond (?:\w+ )?(?:with|by) (?:\w+ )?force|respond (?:\w+ )?militarily"
    r"|respond(?= if\b| should\b|[.,;]|$)"
    r"|respond (?:strongly|harshly|decisively|in kind|accordingly|forcefully|severely|with all)"
    r"|have no (?:choice|option|alternative) but to|teach \w+ a lesson|avenge|take revenge|resort to (?:force|arms)"
    r"|fight (?:back|until|to the)|launch (?:an?|its|the|another|new) (?:\w+ )?(?:attack|offensive|strike|war"
    r"|invasion)"
    r"|(?:expand|widen|intensify|step up) (?:the|its|their) (?:war|offensive|attacks|operations?|strikes)"
    r"|use (?:all|every|any) (?:available |possible |necessary )?means|send (?:in )?(?:its |the )?(?:troops|tanks)"
    r"|be met with (?:\w+ )?force|be (?:fired (?:on|at|upon)|shot|destroyed|crushed|sunk|regrouped|eliminated)"
    r"|resume (?:(?:the|its|their|his) )?(?:\w+ )?(?:war|attacks?|fighting|offensive|strikes|hostilities|bombing"
    r"|struggle)"
    r"|pay (?:a|the) (?:\w+ )?price|face (?:\w+ ){0,2}(?:consequences|attacks?|sanctions|war|destruction"
    r"|revolution|force)"
    r"|be (?:treated|regarded|considered|seen|viewed) as (?:an act of war|a declaration of war|an act of aggression)"
    r"|[\w ]{3,40} by force|veto|blockade|raze|flatten|behead|flood|sink|torch|burn down|shut down"
    r"|snap (?:\w+ ){0,2}?back|turn off|seal off"
    r"|(?:close|shut|seal|block|mine|cut) (?:off )?(?:the|its|their|his|every|all) |(?:hold every|hold all|seize"
    r"|detain|arrest|deport|expel) "
    r"|(?:stop|halt|cut|withhold|freeze|end|suspend) (?:(?:the|its|their|all|any"
    r"|emergency) )?(?:[\w-]+ ){0,2}?(?:suppl(?:y|ies)"
    r"|aid|payments?|deliver(?:y|ies)|exports?|trade|gas|power|water|money|funding|visas?|cooperation|talks)"
    r"|(?:break|sever|cut) (?:off )?(?:all |its |diplomatic )?(?:relations|ties)"
    r"|(?:re-?)?impose (?:\w+ ){0,3}?(?:tariffs|duties"
    r"|sanctions|embargo|blockade)|(?:roll|march|send (?:\w+ )?(?:troops|tanks|soldiers)) into|take (?:it|them|him"
    r"|her|\w+) to (?:the )?"
    r"(?:\w+ )?(?:court|arbitration)|(?:be )?at liberty to|be (?:closed|shut|cut off|turned off|blocked|blown up"
    r"|bombed|seized"
    r"|reversed|reimposed|re-imposed|restored in full|revoked|suspended|withdrawn|snapped back|cancelled"
    r"|vetoed|deported|expelled|arrested|buried|beheaded|executed|held responsible|treated|regarded as|removed by"
    r"|razed"
    r"|thrown out)\b|pull (?:(?:\w+ ){1,3})?out|speak\b|leave (?:the )?(?:government|cabinet|coalition|pact|treaty"
    r"|alliance)"
    r"|suffer the consequences|continue (?:the|its|their|our|his) (?:\w+ )?(?:war|attacks?|offensive|strikes"
    r"|struggle|operations?)|have to bear the consequences)"
)
_WOULD = re.compile(
    rf"\b(?:will|would|shall|'ll|'d|(?:is|are|was|were) going to) (?!not "
    rf"|never )(?:\w+ ){{0,2}}?{_HARMING}\b(?! only)"
)
_READY = re.compile(
    r"\b(?:(?:will|would|shall) not hesitate"
    r"|(?:is|are|was|were|be|stands?|stood|remains?) (?:\w+ )?(?:ready|prepared|poised|determined|resolved)"
    rf"|reserv\w+ (?:the|its|their) right|resolved?|swore) to {_HARMING}\b"
)
_PRICE = re.compile(
    r"(?<!\bwho )\b(?:will|would|shall|'ll) (?!not |never )(?:\w+ )?(?:pay (?:a|the|dearly|for)\b"
    r"|face (?:\w+ )?(?:consequences|retaliation)"
    r"|(?:be|mean|constitute|amount to) (?:an act of |a declaration of )?war\b"
    r"|be (?:\w+ )?(?:hell to pay|fair game|(?:a |a legitimate |legitimate |lawful |military )targets?)\b"
    r"|be met with (?:\w+ )?force|suffer (?:the )?consequences|regret (?:it|this)|be (?:crushed|annihilated"
    r"|wiped out))"
)
# "Now our attacks will start again": theirs who say so.
_OURS = re.compile(
    r"\b(?i:our) (?:[\w-]+ ){0,2}(?:attacks|strikes|operations|offensive|retaliation|war|armed struggle|raids"
    r"|response|revenge) (?:will|shall) (?:\w+ )?(?:start|begin|resume|continue|go on|intensify|follow|come|be)\b"
    r"(?! if)"
)
_MIGHT = re.compile(
    r"\b(?:will|would|shall|going to|ready|prepared|poised|determined|resolv\w+|reserv\w+|or|swore)\b|'(?:ll|d)\b"
)
_VOWED = re.compile(r"\b(?:warn(?:s|ed|ing)|caution(?:s|ed)|vow(?:s|ed)|swears|swore|threat\w*)\b")
_OR_ELSE = re.compile(
    rf"\bor (?:else |be |it will |they will |(?:risk|face) ){{0,2}}{_HARMING}\b"
    r"|\bor (?:else )?(?:there|they|it) (?:would|will) be \W?hell"
    r"|\bor be (?:bombed|removed|expelled|treated|destroyed|deported|shot|attacked|crushed|evicted|disarmed"
    r"|invaded)\b"
)
_IF = re.compile(
    r"\b(?:if|unless|should|failing|otherwise|any|whoever|whatever|until|or else|if not|once|again)\b", re.IGNORECASE
)


def threats(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Yield the threat that a party makes in words of its own: "we will strike if they come", said A.

    Parameters
    ----------
    frame
        The sentence.
    known
        What was read from it already.
    """
    if any(event.type == "THREATEN" for event in known) or not _MIGHT.search(frame.text):
        return
    match = _READY.search(frame.text) or _OR_ELSE.search(frame.text) or _PRICE.search(frame.text)
    match = match or _OURS.search(frame.text)
    if match is None and (_IF.search(frame.text) or _VOWED.search(frame.text)):
        match = _WOULD.search(frame.text)
    if match is None:
        return
    token = token_at(frame.doc, match.start(), match.end())
    speaker = [] if token is None else _threatening(frame, token)
    nobody = _AT_NOBODY.search(frame.text) is not None
    others = _told(frame, speaker)
    if not others and not nobody:
        others = other_party(frame, speaker) or _threatened(frame, speaker)
    for other in others or ((None,) if speaker else ()):
        date = frame.day_of(spoken=True)
        yield Event("THREATEN", speaker[0], other, date, None, frame.whole(), by=by("threaten", 0.5))


# To leave, or to shoot at whoever comes, is aimed at nobody in particular.
_AT_NOBODY = re.compile(
    r"\b(?:walk (?:away|out)|stay away|declare martial law|dissolve (?:the )?parliament|resign"
    r"|(?:leave|quit|boycott) the|whatever|whoever|anyone|anything|any (?:ship|aircraft|vessel))\b",
    re.IGNORECASE,
)
_PAYING = frozenset(["pay", "face", "suffer", "bear"])


_WARNING = words("tell warn caution inform notify remind assure")


def _told(frame: Frame, speaker: Sequence[str]) -> list[str]:
    """Read "A warned B that ...", "B was told by A that ...": whoever is told is threatened."""
    telling = [t for t in frame.doc if t.pos_ == "VERB" and lemma(t) in _WARNING]
    nouns = [noun for token in telling for noun in children(token, "obj", "iobj", "nsubj:pass")]
    return [party for party in parties_of(frame, nouns) if party not in speaker][:1] if speaker else []


def _threatened(frame: Frame, speaker: Sequence[str]) -> list[str]:
    """Whom an outsider threatens: the one main party that the sentence names."""
    named = [m.party for m in frame.resolver.cast.mentions(frame.text) if m.party in frame.resolver.cast.pair]
    return list(dict.fromkeys(named)) if speaker and len(set(named)) == 1 and speaker[0] not in named else []


def _threatening(frame: Frame, token: Token) -> list[str]:
    """Who threatens: whoever says it, where it is they who will strike, or the others who will be struck."""
    said = list(speakers(frame, token) or frame.resolver.said or frame.resolver.voice)
    acting = parties_of(frame, subjects(token))
    if not said:
        return acting if _READY.search(frame.text) else []
    struck = undergone(token) or lemma(token) in _PAYING
    return said if struck or not acting or acting == said else []


def _asserted(token: Token) -> bool:
    return not negated(token) and not unreal(token) and not set(auxiliaries(token)) & _MODAL and token.tag_ != "VB"


def _pairs(frame: Frame, token: Token) -> Iterator[tuple[str, str]]:
    told_by = speakers(frame, token)
    if len(told_by) == 1:
        blamed = parties_of(frame, doing(token))
        if token.pos_ == "NOUN":
            blamed = parties_of(frame, (c for c in children(token, "nmod") if marker(c) == "by")) or blamed
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


_ACCORDING = re.compile(r"\baccording to (?:the |its )?", re.IGNORECASE)


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
