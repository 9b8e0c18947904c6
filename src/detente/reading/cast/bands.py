"""Armed bands known by a place or a leader, and mutineers: "Ardan militants", "the Rupert rebels", "the junta"."""

import re
from collections import Counter

from detente.ontology.actors import Actor, find_names, resolve
from detente.reading.cast.nouns import BANDS, NO_PERSON
from detente.reading.cast.persons import is_common
from detente.reading.rule import either, words
from detente.reading.who.mentions import Cast

_BANDS = BANDS | words("militants secessionists mutineers")
_NAMED = re.compile(
    rf"(?<![.:] )\b(?!(?:The|A|An|And|But|Then|When|While)\b)(?P<name>[A-ZÀ-Þ][a-zà-þ]+(?:[ -][A-ZÀ-Þ][a-zà-þ]+)?)"
    rf" (?P<band>{either(_BANDS)})\b"
)
# A creed is shared by many bands.
_CREED = re.compile(
    r"(?:ist|ists|Shia|Shiite|Sunni|Muslim|Islamic|Christian|Catholic|Protestant|Communist|Western|Arab|Armed|Former"
    r"|Foreign|Local|Northern|Southern|Eastern|Western|Many|Some|Several|Other|Most|Few|All|Both|These|Those|When|While)$"
)
# A region with organs of its own is a party by its own name.
_ORGANS = (
    r"(?:'s|’s)? (?:[a-z]+ ){0,1}?(?:government|president|authorities|leadership|leaders?|parliament|army"
    r"|prime minister|foreign minister|premier|administration|republic)\b"
)


def learn_bands(cast: Cast, text: str) -> None:
    """Add to a cast the bands that a report names by a place, a people or a leader, and those who rose in a mutiny.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        The sentences of the report, one a line.

    Examples
    --------
    >>> cast = Cast()
    >>> learn_bands(cast, "The Ardan militants left. Ardan militants came back, the Ardan militants say.")
    >>> sorted(set(cast.learned.values()))
    ['Ardan militants']
    """
    counted = Counter((match["name"], match["band"]) for match in _NAMED.finditer(text))
    for (name, band), number in sorted(counted.items()):
        region = _region(name)
        if region is not None and not _has_organs(region, text):
            _learn_separatists(cast, region, name, band)
        elif number > 1 and _is_new(cast, name):
            _learn(cast, f"{name} {band}", f"{name} {band}")
    _learn_mutineers(cast, text)


def _region(name: str) -> Actor | None:
    """The region without a state whose people a name is: "Ardan" of Arda."""
    found = find_names(name)
    actor = found[0].actor if len(found) == 1 and found[0].end - found[0].start == len(name) else None
    return actor if actor is not None and actor.kind == "group" and actor.of and _is_region(actor) else None


def _is_region(actor: Actor) -> bool:
    return any(name.kind in ("capital", "people") for name in actor.named) and actor.name.istitle()


def _has_organs(region: Actor, text: str) -> bool:
    return re.search(rf"\b{either(frozenset(region.names))}{_ORGANS}", text) is not None


def _learn_separatists(cast: Cast, region: Actor, name: str, band: str) -> None:
    """Take "Ardan separatists" for a party, and "the Ardans" for them: the region itself is a place."""
    party = f"{name} {band}"
    _learn(cast, party, party)
    for each in {name, f"{name}s"} - {region.name}:
        cast.learned.setdefault(each, party)
        cast.kinds.setdefault(each, "people")


def _is_new(cast: Cast, name: str) -> bool:
    return not (
        find_names(name) or name in cast.learned or _CREED.search(name) or NO_PERSON.search(name) or is_common(name)
    )


def _learn(cast: Cast, name: str, party: str) -> None:
    for each in (name, name.removesuffix("s")):
        if resolve(each) is None:
            cast.learned.setdefault(each, party)


_MUTINY = re.compile(r"\b(?:mutin(?:y|ies|eers?|ous|ied)|rebel (?:soldiers|officers|troops))\b")
RISEN = (
    "junta",
    "mutineers",
    "rebels",
    "rebel soldiers",
    "rebel officers",
    "rebel troops",
    "mutinous soldiers",
    "putschists",
)
_ONE_RISEN = re.compile(rf"\b(?:{either({each.removesuffix('s') for each in RISEN})})s?\b", re.IGNORECASE)
# Times that a report must speak of those who rose before they are a party.
_OFTEN = 3


def _learn_mutineers(cast: Cast, text: str) -> None:
    """Take "the junta" or "the mutineers" for one party where soldiers have risen and no movement has a name."""
    if not _MUTINY.search(text) or _names_movement(text):
        return
    ones = [match[0].casefold() for match in _ONE_RISEN.finditer(text)]
    counted = {form: ones.count(form) + ones.count(form.removesuffix("s")) for form in RISEN}
    if sum(counted.values()) < _OFTEN:
        return
    party = "junta" if counted["junta"] else max(RISEN, key=lambda form: counted[form])
    for form in (each for each in RISEN if counted[each]):
        for name in {form, form.removesuffix("s"), form.capitalize(), f"military {form}"}:
            cast.learned.setdefault(name, party)


_OF_A_PLACE = re.compile(r"\b(?:of|in|from|to|into|near) (?:the )?$")


def _names_movement(text: str) -> bool:
    """True where a report names an armed group; a region in which something happens is none."""
    return any(
        found.actor.kind == "group" and not _OF_A_PLACE.search(text, max(0, found.start - 12), found.start)
        for found in find_names(text)
    )
