"""Abbreviations that a report explains, and acronyms that act: "the Valley Liberation Front (VLF)"."""

import re
from collections import Counter
from collections.abc import Sequence

from detente.ontology.actors import Actor, find_names, resolve
from detente.ontology.spotting import places_of
from detente.reading.cast.nouns import BANDS, DOCUMENTS, OPPOSING, ORGANISED, REBELS
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.rule import either, words
from detente.reading.who.mentions import Cast

_ABBREVIATED = re.compile(
    r"(?P<long>(?:[A-Z][\w'-]+|of|for|the|and|de|to|in|e|du)(?: (?:[A-Z][\w'-]+|of|for|the|and|de|to|in|e"
    r"|du|la))* ?)\((?:the )?(?P<short>[A-Z][A-Za-z/-]*[A-Z][A-Za-z/-]*)\)"
)
_KNOWN_AS = re.compile(
    r"(?P<long>[A-Z][\w'-]+(?: (?:of|for|the|and|de|[A-Z][\w'-]+)){1,6}),? (?:[–—-] )?(?:or|(?:also )?known (?:as|by "
    r"(?:its|the|their)(?: \w+)? (?:initials|acronym|abbreviation))|abbreviated(?: as| to)?|called|in short) (?:the )?"
    r"(?P<short>[A-Z][A-Z-]{1,8})\b"
)
_ACRONYM = re.compile(r"(?<![\w.])[A-Z][A-Z/-]{1,7}(?![\w.])")
# Of agencies and newspapers, units, and words in capitals.
_NO_ACTORS = words(
    "GMT UTC EST TV AM PM OK USD EUR POW POWS CEO VIP BREAKING LIVE UPDATE CORRECTION ADVERTISEMENT FOR IMMEDIATE"
    " RELEASE NOTE EXPLAINED ANALYSIS COMMENT WHAT WHO WHY HOW AND THE NOT NO YES II III IV VI VII AFP AP BBC CNN KCNA"
    " TASS ANSA DPA UPI MENU SHARE MAIL READ MORE GDP HIV AIDS SMS PR Q A PRESENTER REPORTER HOST ANCHOR"
)
_KIND_OF_GROUP = either({noun.casefold() for noun in ORGANISED} | REBELS | BANDS | {"group", "splinter", "wing"})
# What a party stands for, before its name: "the loyalist FRK", "the anti-union CDA".
_LEANING = (
    r"ruling|loyalist|unionist|nationalist|(?:ultra)?-?(?:royalist|republican|monarchist|federalist|secessionist)|islamist|jihadist"
    r"|leftist|rightist|marxist|maoist|trotskyist|socialist|communist|liberal|conservative|centrist|populist|secular"
    r"|left-wing|right-wing|far-left|far-right|centre-left|centre-right|center-left|center-right|anti-\w+|pro-\w+"
    r"|outlawed|banned|breakaway"
)
_LEADER = r"(?i:leaders?|founder|supporters|followers|cadres|guerrillas|rebels|fighters|activists)"
_MODIFIERS = r"(?:[a-z-]+ ){0,3}?"


def learn_abbreviations(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add to a cast the abbreviations that a report explains, and acronyms that act without being explained.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    """
    text = "\n".join(text_of(doc) for doc in docs)
    _learn_bracketed(cast, text)
    _learn_known_as(cast, text)
    _learn_acronyms(cast, text, docs)


def _learn_bracketed(cast: Cast, text: str) -> None:
    for match in _ABBREVIATED.finditer(text):
        short, parts = match["short"], match["long"].split()
        long = _long_form(parts, short)
        if long is None:
            continue
        long = _last_of_two(long, short)
        if DOCUMENTS.search(long):
            continue
        known = resolve(short) or resolve(long) or _owner_in(long)
        used = len(re.findall(rf"(?<![\w(]){re.escape(short)}(?!\w)(?!\))", text))
        party = known.name if known else (short if used else long)
        for name in (short, long):
            if resolve(name) is None:
                cast.learned.setdefault(name, party)


def _last_of_two(long: str, short: str) -> str:
    """Read "Rudolf and the Ruritanian Front (RF)": the front alone is meant."""
    tail = re.split(r" and (?:the )?", long)[-1]
    known = resolve(short)
    return tail if known is not None and resolve(tail) == known else long


def _owner_in(long: str) -> Actor | None:
    """A mission or an office carries the name of the body it belongs to ("United Nations Mission")."""
    if not re.search(
        r"\b(?:Mission|Office|Agency|Force|Operation|Command Post|Envoy|Programme|Commission"
        r"|High Commissioner)\b",
        long,
    ):
        return None
    found = find_names(long)
    return found[0].actor if found else None


def _long_form(parts: list[str], short: str) -> str | None:
    """The words before the bracket whose capitals spell the abbreviation's first letter onwards."""
    capitals = [i for i, word in enumerate(parts) if word[0].isupper()]
    if not capitals:
        return None
    first = next(
        (i for i in capitals if parts[i][0] == short[0] and len(capitals) - capitals.index(i) <= len(short) + 1), None
    )
    if first is None:
        first = capitals[max(0, len(capitals) - len(short))]
    long = " ".join(parts[first:])
    return long if len(long) > 3 and long != short else None


def _learn_known_as(cast: Cast, text: str) -> None:
    """Read "the Valley Liberation Front, or VLF", "known by its initials VLF"."""
    for match in _KNOWN_AS.finditer(text):
        short, long = match["short"], match["long"]
        initials = "".join(word[0] for word in re.split(r"[ -]", long) if word[0].isupper())
        if not (set(short) - {"-"} <= set(initials)) or DOCUMENTS.search(long):
            continue
        known = resolve(short) or resolve(long)
        for name in (short, long):
            if resolve(name) is None:
                cast.learned.setdefault(name, known.name if known else short)


def _learn_acronyms(cast: Cast, text: str, docs: Sequence[Doc]) -> None:
    """An acronym that is a subject or has agents of its own is taken for an organisation."""
    seen: Counter[str] = Counter()
    for doc in docs:
        if text_of(doc).isupper():
            continue
        for match in _ACRONYM.finditer(text_of(doc)):
            seen[match[0]] += 1
    speakers = set(re.findall(r"(?m)^([A-Z][A-Z .'-]+):", text))
    for short, number in seen.items():
        if (
            (number >= 2 or _is_explained(short, text))
            and short not in speakers
            and short not in _NO_ACTORS
            and short not in cast.learned
            and resolve(short) is None
            and not re.search(rf"\b(?:sign|join|ratif)\w*(?: of| to)?(?: the)? {re.escape(short)}\b", text)
            and short.strip("IVX-/") != ""
        ):
            cast.learned[short] = short


def _is_explained(short: str, text: str) -> bool:
    """Read "the CDA, a party that ...", "the opposition CDA", "his own party, the CDA": named once, and a group."""
    return any(
        _GROUP_BEHIND.match(text, start + len(short))
        or _GROUP_BEFORE.search(text, max(0, start - _REACH), start)
        or (_LED.search(text, max(0, start - _REACH), start) and not _ITS_CHIEF.match(text, start + len(short)))
        for start in places_of(short, text)
        if text[start - 1 : start] != "."
    )


_GROUP_BEHIND = re.compile(rf", (?:a|an|the|another) {_MODIFIERS}{_KIND_OF_GROUP}\b")
_GROUP_BEFORE = re.compile(rf"\b(?:{_KIND_OF_GROUP}, (?:the )?|(?i:{either(OPPOSING)}|{_LEANING}) )\Z")
_LED = re.compile(rf"\b{_LEADER} (?:of|for|from) (?:the |its |his )?(?:[a-z-]+ ){{0,2}}\Z")
_ITS_CHIEF = re.compile(r" (?:[a-z]+ )?chief")
# Characters before an abbreviation within which it is said of what kind it is.
_REACH = 40
