"""What a figure counts: its noun, its unit, and the words that say so of a bare number."""

import re

from detente.entries import Claim
from detente.reading.fates import KILL, PEOPLE, WOUND, fate_of
from detente.reading.figures import Figure
from detente.reading.frame import Frame
from detente.reading.parser import Token, child, lemma, token_at
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
    " shell bomb barrel"
)
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
    base = lemma(noun)
    if measure := _measure(frame.text, figure):
        return *measure, noun
    fate = fate_of(noun, frame.text, figure)
    if base in _SPARED and fate in ("killed", "wounded"):
        return fate, 1.0, noun
    if base in _UNITS:
        return *_UNITS[base], noun
    bare = noun.i == number.i or noun.pos_ == "NUM"
    unit = _of_people(frame, figure, noun, fate, bare=bare) or _of_things(figure, base, previous)
    unit = unit or _of_number(frame.text, figure, noun, number, previous)
    return (unit, 1.0, noun) if unit else None


# Those who have a unit of their own unless they were killed or wounded.
_SPARED = frozenset(["prisoner", "child", "captive", "detainee"])


def _measure(text: str, figure: Figure) -> tuple[str, float] | None:
    """The unit that the number has itself, or that stands right behind it: "$7 billion", "12 dollars", "30-day"."""
    if figure.unit:
        return figure.unit, 1.0
    after = text[figure.end :]
    if money := re.match(r"(?: [\w-]+){0,1} (dollars?|euros?)\b", after):
        return ("USD" if money[1].startswith("dollar") else "EUR"), 1.0
    hyphened = re.match(r"-(minute|hour|day|week|month|year|km|kilomet(?:er|re)|mile)s?\b", after)
    return _UNITS[hyphened[1]] if hyphened else None


def _of_people(frame: Frame, figure: Figure, noun: Token, fate: str | None, *, bare: bool) -> str | None:
    """What befell people, or that they are people; of a bare number only what befell those counted."""
    base, people = lemma(noun), lemma(noun) in PEOPLE or _is_people(frame, noun)
    if fate and (people or bare or base in KILL | WOUND | {"another", "other", "more"}):
        return fate
    if people and figure.value > _FEW:
        return "displaced" if _UPROOTED.search(frame.text[figure.end :][:80]) else "people"
    return None


# So few people are no figure, unless something befell them.
_FEW = 4


def _of_things(figure: Figure, base: str, previous: Claim | None) -> str | None:
    """Read "200,000 homes" as those who lived there; other things that are counted have no unit of their own."""
    if base == "home" and previous is None and figure.value >= 100:
        return "displaced"
    return "other" if (figure.value >= _ENOUGH or base in ("division", "brigade")) and base in _COUNTED else None


def _of_number(text: str, figure: Figure, noun: Token, number: Token, previous: Claim | None) -> str | None:
    """What a number without a noun counts: what the words before it say, or what the figure before it counts."""
    alone = noun.i == number.i
    if alone and (unit := _by_context(text, figure)):
        return unit
    if previous is None:
        return None
    if noun.pos_ == "NUM" and figure.value >= _ENOUGH and previous.unit in _REPEATED:
        return previous.unit
    of_them = alone and re.match(r" of (?:which|whom|them)\b", text[figure.end :])
    return previous.unit if of_them and lemma(noun) not in _PARTY_COUNTS else None


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
        if head.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and head.idx >= figure.start - 30:
            return head
    for token in frame.doc[number.i :]:
        if token.idx >= figure.end:
            if token.pos_ in ("NOUN", "PROPN") and token.idx - figure.end <= 22:
                following = child(token, "compound")
                return (
                    token.head if token.dep_ == "compound" and token.head.i > token.i and following is None else token
                )
            if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADP") or token.idx - figure.end > 22:
                break
    return number


def _is_people(frame: Frame, noun: Token) -> bool:
    """Plural demonyms count people: "770 Palestinians"."""
    return noun.pos_ == "PROPN" and noun.tag_ in ("NNPS", "NNS") and noun.text.endswith("s")
