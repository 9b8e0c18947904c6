"""Threats in a speaker's own words: "we will strike if they come", said A."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.arguments import other_party, parties_of, undergone
from detente.reading.acts.spoken_blame import speakers
from detente.reading.frame import Frame, by
from detente.reading.grammar.parser import Token, children, lemma, subjects, token_at
from detente.reading.rule import words

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
