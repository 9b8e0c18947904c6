"""What a figure counts: its noun, its unit, and the words that say so of a bare number."""

import re

from detente.entries import Claim
from detente.reading.claims.fates import KILL, OFFICIALS, PEOPLE, WOUND, fate_of
from detente.reading.claims.figures import Figure
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, child, children, lemma, marker, token_at
from detente.reading.rule import words

_UNITS: dict[str, tuple[str, float]] = {
    word: (unit, factor)
    for words, unit, factor in (
        ("minute", "minutes", 1),
        ("hour", "hours", 1),
        ("day", "days", 1),
        ("week", "days", 7),
        ("fortnight", "days", 14),
        ("month", "months", 1),
        ("year", "years", 1),
        ("decade", "years", 10),
        ("kilometer kilometre km", "km", 1),
        ("mile", "km", 1.609),
        ("meter metre", "km", 0.001),
        ("dollar", "USD", 1),
        ("euro", "EUR", 1),
        ("prisoner pow captive detainee internee", "prisoners", 1),
        ("body corpse remains", "bodies", 1),
        ("child minor orphan", "children", 1),
        ("refugee", "displaced", 1),
        ("aircraft airplane plane jet warplane bomber helicopter", "aircraft", 1),
        ("drone uav", "drones", 1),
        ("missile rocket", "missiles", 1),
        ("vehicle tank truck lorry carrier", "vehicles", 1),
        ("base airbase airfield", "bases", 1),
        ("site facility", "sites", 1),
        ("casualty", "killed", 1),
    )
    for word in words.split()
}
# Things that are counted without a unit of their own, and from how many on a number of them is a figure.
_COUNTED = words(
    "weapon warhead centrifuge ship vessel boat seat squadron kilogram tonne ton village house home battalion brigade"
    " division camp group faction family school hospital bridge checkpoint violation attack strike mine rifle gun"
    " shell bomb barrel town city settlement district round raid airstrike outpost station signatory country movement"
    " party kilogramme warship frigate"
)
# What is shared out, which is a figure however few it is, where it is not the ones known already.
_SHARED_OUT = words("ministry portfolio seat governorship province post ministership")
_ENOUGH = 5
_TOLL = re.compile(r"\b(?:the )?(?:dead|death toll|deaths|fatalities|killed)\b[^.;]{0,60}$", re.IGNORECASE)
_UPROOTED = re.compile(
    r"\b(?:refugees?|displaced|uprooted|homeless)\b[^.;]{0,60}$|^[^.;]{0,60}\b(?:uprooted|displaced|homeless|fled|(?:driven"
    r"|forced|chased) (?:out|from (?:their|its) (?:homes?|houses|villages)))\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:prisoners?|captives?|detainees?|pows?)\b[^.;]{0,70}$|^[^.;]{0,40}\b(?:prisoners|captives|detainees)\b",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\b(?:strength|fighters|troops|soldiers|combatants|guerrillas|force|men|observers)\b[^.;]{0,60}$", re.IGNORECASE
)
_PARTY_COUNTS = words(
    "side party delegation government leader president minister country state nation men army round point time issue"
    " other way sentence capital group team half"
)


def what_is_counted(frame: Frame, figure: Figure, previous: Claim | None) -> tuple[str, float, Token] | None:
    """Return what a figure counts: the unit, the factor to it, and the noun; None where it is no figure of record.

    Parameters
    ----------
    frame
        The sentence.
    figure
        A number in it.
    previous
        The claim before it in the sentence, whose unit a bare number repeats.
    """
    number = token_at(frame.doc, figure.start, figure.end)
    if number is None:
        return None
    noun = _noun(frame, figure, number)
    if noun.i == number.i and (numbered := _numbered(frame, figure)) is not None:
        noun = numbered
    base = lemma(noun)
    if measure := _measure(frame.text, figure):
        return *measure, noun
    fate = fate_of(noun, frame.text, figure)
    if base in _SPARED and fate in ("killed", "wounded"):
        return fate, 1.0, noun
    if base in _UNITS:
        return *_UNITS[base], noun
    if base == "camp" and figure.value > 1 and _is_struck(noun):
        return "bases", 1.0, noun
    bare = noun.i == number.i or noun.pos_ == "NUM"
    unit = _of_people(frame, figure, noun, fate, previous, bare=bare) or _of_things(frame.text, figure, base, previous)
    unit = unit or _of_number(frame.text, figure, noun, number, previous)
    return (unit, 1.0, noun) if unit else None


# Those who have a unit of their own unless they were killed or wounded.
_SPARED = frozenset(["prisoner", "child", "captive", "detainee"])


def _is_struck(noun: Token) -> bool:
    """Read "struck two camps of the group" as bases; a camp that nobody attacks may be one of refugees."""
    verb = noun.head
    return noun.dep_ in ("obj", "nsubj:pass") and lemma(verb) in _STRIKING


_STRIKING = words("strike attack bomb raid hit shell destroy overrun storm target pound")


def _measure(text: str, figure: Figure) -> tuple[str, float] | None:
    """The unit that the number has itself, or that stands right behind it: "$7 billion", "12 dollars", "30-day"."""
    if figure.unit:
        return figure.unit, 1.0
    after = text[figure.end :]
    if money := re.match(r"(?: [\w-]+){0,1} (dollars?|euros?)\b", after):
        return ("USD" if money[1].startswith("dollar") else "EUR"), 1.0
    hyphened = re.match(r"-(minute|hour|day|week|month|year|km|kilomet(?:er|re)|mile)s?\b", after)
    return _UNITS[hyphened[1]] if hyphened else None


def _of_people(
    frame: Frame, figure: Figure, noun: Token, fate: str | None, previous: Claim | None, *, bare: bool
) -> str | None:
    """What befell people, or that they are people; of a bare number only what befell those counted."""
    if bare and _FROM_EACH.match(frame.text, figure.end):
        return "people"
    base, people = lemma(noun), lemma(noun) in PEOPLE or _is_people(frame, noun)
    if fate and (people or bare or base in KILL | WOUND | OFFICIALS | {"another", "other", "more"}):
        return fate
    if people and (_DEAD_AT.search(frame.text[: figure.start]) or _dead_as_well(noun, previous)):
        return "killed"
    if people and figure.value > _FEW:
        return "displaced" if _UPROOTED.search(frame.text[figure.end :][:80]) else "people"
    return "people" if figure.value > _FEW and base in OFFICIALS and figure.value >= 2 * _ENOUGH else None


# "Put the number of its dead at 40 civilians", "the toll has reached 863 civilians".
_DEAD_AT = re.compile(
    r"\b(?:(?:number|total) of (?:the |its |their )?(?:dead|killed|deaths|fatalities)|death toll|toll|its dead"
    r"|its losses)\b[^.;,]{0,40}? (?:at|to|is|was|reached|reaches|of|exceeds|exceeded) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)


_FROM_EACH = re.compile(r" (?:from|for|of|on) (?:each|either|both)(?: of the)? (?:sides?|part(?:y|ies)|delegations?)\b")


def _dead_as_well(noun: Token, previous: Claim | None) -> bool:
    """Read "the number of its dead at 40 civilians and 11 soldiers": the second figure counts what the first does."""
    beside = noun.dep_ == "conj" and any(t.pos_ == "NUM" for t in noun.head.children)
    return beside and previous is not None and previous.unit == "killed" and previous.what.endswith("killed")


# So few people are no figure, unless something befell them.
_FEW = 4


def _of_things(text: str, figure: Figure, base: str, previous: Claim | None) -> str | None:
    """Read "200,000 homes" as those who lived there; other things that are counted have no unit of their own."""
    after = text[figure.end :]
    if base == "home" and previous is None and figure.value >= 100:
        return "displaced"
    if (
        base in _SHARED_OUT
        and figure.value > 1
        and not _KNOWN_ONES.search(text[: figure.start])
        and not _ACTING.match(after)
    ):
        return "other"
    return "other" if (figure.value >= _ENOUGH or base in ("division", "brigade")) and base in _COUNTED else None


_ACTING = re.compile(r" (?:foreign|defen[cs]e|interior|finance|health) minist", re.IGNORECASE)
_KNOWN_ONES = re.compile(r"\b(?:the|these|those|both|all|other|its|their) $", re.IGNORECASE)


def _numbered(frame: Frame, figure: Figure) -> Token | None:
    """Read "put the number of attacks since May at 130": what a bare number at the end counts."""
    match = None if figure.unit else _NUMBER_OF.search(frame.text, 0, figure.start)
    if match is None:
        return None
    found = token_at(frame.doc, match.start("what"), match.end("what"))
    return found if found is not None and found.pos_ == "NOUN" else None


_NUMBER_OF = re.compile(
    r"\b(?:number|total) of (?:the |its |their |such )?(?:[a-z-]+ )?(?P<what>[a-z-]+s|people|men|women)\b[^.;,]{0,70}?"
    r" (?:at|is|was|to|as|reached|stands|stood at)(?: [a-z]+){0,2} $",
    re.IGNORECASE,
)


def _of_number(text: str, figure: Figure, noun: Token, number: Token, previous: Claim | None) -> str | None:
    """What a number without a noun counts: what the words before it say, or what the figure before it counts."""
    alone = noun.i == number.i
    if alone and (unit := _by_context(text, figure)):
        return unit
    if previous is None:
        return "people" if alone and figure.value >= 2 * _ENOUGH and _OF_WHOM.match(text, figure.end) else None
    if noun.pos_ == "NUM" and figure.value >= _ENOUGH and previous.unit in _REPEATED:
        return previous.unit
    of_them = alone and re.match(r" of (?:which|whom|them)\b", text[figure.end :])
    return previous.unit if of_them and lemma(noun) not in _PARTY_COUNTS else None


# With no figure before them, "of them" and "of its own" are people far more often than things.
_OF_WHOM = re.compile(r" of (?:whom|them)\b")
# What a bare number after another figure counts as well: "60 people on Monday and 120 on Tuesday".
_REPEATED = frozenset(["killed", "wounded", "prisoners", "people", "displaced"])


def _by_context(text: str, figure: Figure) -> str | None:
    """What a bare number counts, by the nearest word before it: "the number of those uprooted at nearly 100,000"."""
    if figure.value < 2 * _ENOUGH:
        return None
    before = text[: figure.start]
    kinds = (("killed", _TOLL), ("displaced", _UPROOTED), ("prisoners", _HELD), ("people", _STRENGTH))
    found = [(match.start(), unit) for unit, pattern in kinds if (match := pattern.search(before)) and match.end()]
    return max(found)[1] if found else None


def _noun(frame: Frame, figure: Figure, number: Token) -> Token:
    """The noun that is counted: the head of the number, or the first noun after it."""
    if number.dep_.startswith("nummod") or number.dep_ in ("compound", "amod", "det", "advmod"):
        head = number.head
        apart = any(t.pos_ == "VERB" and t.dep_ != "amod" for t in frame.doc[number.i : head.i])
        if head.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and head.idx >= figure.start - 30 and not apart:
            return _headed(head)
    of_whom = next((c for c in children(number, "nmod") if marker(c) == "of" and c.pos_ in ("NOUN", "PROPN")), None)
    if of_whom is not None and of_whom.i > number.i and figure.value > 1:
        return of_whom
    if _RATE.match(frame.text, figure.end):
        return number
    for token in frame.doc[number.i :]:
        if token.idx >= figure.end:
            if token.pos_ in ("NOUN", "PROPN") and token.idx - figure.end <= 22:
                following = child(token, "compound")
                return (
                    token.head if token.dep_ == "compound" and token.head.i > token.i and following is None else token
                )
            jailed = token.tag_ == "VBN" and token.idx == figure.end + 1 and not figure.unit
            if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADP") and not jailed:
                break
            if token.idx - figure.end > 22:
                break
    return number


# "As many as a thousand a day": what is counted stands elsewhere.
_RATE = re.compile(r" (?:an?|per) (?:hour|day|week|month|year|night)\b")


def _headed(noun: Token) -> Token:
    """The noun that another one only qualifies: the supporters of "2,000 opposition supporters"."""
    while (
        noun.dep_ == "compound"
        and noun.head.i > noun.i
        and noun.head.pos_ == noun.pos_ == "NOUN"
        and lemma(noun) not in _UNITS
    ):
        noun = noun.head
    return noun


def _is_people(frame: Frame, noun: Token) -> bool:
    """Plural demonyms count people: "770 Palestinians"."""
    return noun.text[0].isupper() and noun.tag_ in ("NNPS", "NNS") and noun.text.endswith("s") and noun.i > 0
