"""Parties that a report brings in by saying what they are: "an outfit, Arda Rising", "the radical FRK party"."""

import re

from detente.ontology.actors import find_names, resolve
from detente.reading.cast.nouns import ASSEMBLIES, BANDS, DOCUMENTS, GROUPS, NO_PERSON, ORGANISED_NAME
from detente.reading.cast.persons import LEADING, is_common
from detente.reading.cast.titles import TITLED
from detente.reading.rule import either, words
from detente.reading.who.mentions import Cast

# What a report says that a party is; "a group of men" and "a party to the treaty" are none.
_KIND = either(
    words(
        "party movement group outfit faction militia organisation organization alliance coalition bloc league"
        " federation cartel splinter brotherhood"
    )
    | {"umbrella body", "umbrella"}
)
_WORD = r"[A-ZÀ-Þ][\w'’-]*\w"
_NAME = rf"{_WORD}(?: (?:(?:of|for|al|el|de) (?:the )?)?(?:{_WORD}|\d{{1,2}}\b)){{0,3}}"
_TELLS = r"(?:[\w'’-]+ ){0,4}?"
_GOES_ON = (
    r"(?=[,.;:)—–]| -|$| (?:that|which|who|whose|with|based|allied|loyal|led|headed|of|behind|in|from|opposed|close)\b)"
)
# Whatever helps or reports, or does business, holds no positions in a conflict.
_BUSINESS = r"(?:rights|aid|relief|research|monitoring|advocacy|news|media|energy|oil|mining|consulting|working|study)"
_ASSERTED = tuple(
    re.compile(pattern)
    for pattern in (
        # "Arda Rising, an Islamist party that leads the cabinet"
        rf"(?<![\w'’.-] )(?<![\w'’])(?:[Tt]he |[Aa]nd |[Bb]ut )?(?P<name>{_NAME}), (?:the|an?|another|one of the) "
        rf"(?!{_TELLS}{_BUSINESS} ){_TELLS}(?P<kind>{_KIND}){_GOES_ON}",
        rf"\b(?:by|and|but|with|of|for|against|to|blames?|blamed|accused?s?|says?|said|the|that|while) "
        rf"(?P<name>{_NAME}), (?:the|an?|another|one of the) (?!{_TELLS}{_BUSINESS} ){_TELLS}(?P<kind>{_KIND})"
        rf"{_GOES_ON}",
        # "the Islamist party Arda Rising", "a group calling itself the Valley Tigers"
        rf"\b(?i:the|an?|another|his|her|their|its) (?!{_TELLS}{_BUSINESS} ){_TELLS}(?P<kind>{_KIND})"
        rf"(?: (?:called|named|known as|calling itself|styling itself|which calls itself))? (?:the )?(?P<name>{_NAME})"
        r"(?! (?:leads?|led|heads?|headed|founded|runs?|ran|commands?|commanded|joined|left|set|belongs?)\b)",
        # "a little-known outfit, Arda Rising, said", "Their party, the Valley Action Front"
        rf"\b(?i:an?|another|his|her|their|its) (?!{_TELLS}{_BUSINESS} ){_TELLS}(?P<kind>{_KIND}), "
        rf"(?:the (?P<named>{_NAME})|(?P<name>{_NAME})(?=[,.;]))",
        # "supporters of the Arda Sangh": they follow a party, whatever it is called
        rf"\b(?i:activists?|supporters|militants?|cadres|guerrillas|gunmen|followers|fighters) (?:of|from|for) the "
        rf"(?P<name>{_NAME})",
    )
)
_BESIDE = re.compile(
    rf"\b[Tt]he (?:[a-zà-þ][\w-]+ |[\w-]+-(?:backed|led|based) ){{0,2}}"
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|\d{{1,2}})){{0,2}}) "
    rf"(?P<kind>party|movement|front|alliance|coalition|bloc|camp|faction|militia|league|guerrillas?|rebels)\b"
    r"(?! (?:leader|chief|conference|congress|talks|to)\b)"
)
_ADJECTIVE = re.compile(r"-(?:backed|led|based|linked|allied|dominated|era|born|wide|funded|trained|held|speaking)$")
_ADVERBS = words(
    "still meanwhile however then later earlier now today yesterday tomorrow instead also once indeed finally again"
    " moreover besides here there abroad elsewhere asked yes no inside outside"
)
_MOST = 4


def learn_introduced(cast: Cast, text: str) -> None:
    """Add to a cast the parties of which a report says what they are, though it names them once.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        The sentences of the report, one a line.

    Examples
    --------
    >>> cast = Cast()
    >>> learn_introduced(cast, "A little-known outfit, Arda Rising, said it had planted the bomb.")
    >>> sorted(cast.learned)
    ['Arda Rising']
    """
    for pattern in _ASSERTED:
        for match in pattern.finditer(text):
            name = _trimmed(match["name"] or match["named"])
            if _may_be_party(cast, text, name):
                cast.learned[name] = name
    for match in _BESIDE.finditer(text):
        name = match["name"]
        if _may_be_party(cast, text, name) and not _ADJECTIVE.search(name) and _is_apart(text, name, match["kind"]):
            _learn_beside(cast, name, match["kind"])


def _learn_beside(cast: Cast, name: str, kind: str) -> None:
    """Take "the FRK party" for the FRK, "the June 9 alliance" for one that goes by "June 9" as well."""
    party = name if name.isupper() else f"{name} {kind}"
    for each in (f"{name} {kind}", *([name] if name.isupper() or name[-1].isdigit() else [])):
        cast.learned.setdefault(each, party)


def _is_apart(text: str, name: str, kind: str) -> bool:
    """True for a party by that noun: an acronym or a day, or a name that the report has with the noun again."""
    if name.isupper() or name[-1].isdigit():
        return True
    return len(re.findall(rf"\b{re.escape(name)} {kind}\b", text)) > 1


def _trimmed(name: str) -> str:
    """Leave out what a name does not end or begin with: "The Arda Front's"."""
    return re.sub(r"^(?:The|And|But) |['’]s?$", "", name)


def _may_be_party(cast: Cast, text: str, name: str) -> bool:
    """True for a name that is nobody's else: no place, no person, no office, no day, no paper."""
    if len(name) < 3 or len(name.split()) > _MOST or name in cast.learned or resolve(name) is not None:
        return False
    organised = ORGANISED_NAME.search(name) is not None
    others = [each for each in find_names(name) if each.actor.kind != "group" or each.start == 0]
    if others and not re.search(rf"\b{either(GROUPS | ASSEMBLIES)}s?$", name):
        return False
    first = name.split()[0]
    if (
        first in LEADING
        or first.casefold() in _ADVERBS
        or DOCUMENTS.search(name)
        or re.search(rf"\b{either(BANDS)}\b", name)
    ):
        return False
    if not organised and (NO_PERSON.search(name) or is_common(name) or re.fullmatch(TITLED, first)):
        return False
    if any(is_common(word) for word in name.split()) and not organised and not re.search(r"\d$", name):
        return False
    person = rf"\b{TITLED} {re.escape(name)}\b|\b{re.escape(name)}, (?:who|its leader|\d\d\b)"
    place = rf"\b(?i:in|at|near|outside|around|to) {re.escape(name)}\b"
    return not re.search(person, text) and not re.search(place, text)
