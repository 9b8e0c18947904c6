"""Communities within a state: "ethnic Danes" and "Norwegian Swedes" are parties of their own."""

import re
from itertools import pairwise

from detente.ontology.actors import Actor, Found, find_names, named_so, resolve
from detente.reading.cast.nouns import REBELS
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

_REBEL = re.compile(rf"\b(?P<rebel>(?i:{either(REBELS | {'breakaway'})}) (?P<people>[A-ZÀ-Þ][\w-]+s))\b")
_ETHNIC = re.compile(r"\b[Ee]thnic (?P<people>[A-ZÀ-Þ][\w-]+s)\b")


def learn_communities(cast: Cast, text: str) -> None:
    """Add to a cast the communities that a report names by two peoples or places, or calls ethnic.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        The sentences of the report, one a line.

    Examples
    --------
    >>> cast = Cast()
    >>> learn_communities(cast, "The Norwegian Danes met the ethnic Swedes.")
    >>> sorted(set(cast.learned.values()))
    ['Norwegian Danes', 'ethnic Swedes']
    """
    found = find_names(text)
    for first, second in pairwise(found):
        if _is_community(text, first, second):
            _learn(cast, text[first.start : second.end], text[first.start : second.end])
    _learn_rebels(cast, text)
    for people in sorted({match["people"] for match in _ETHNIC.finditer(text)}):
        known = {
            actor.name for each in found if (actor := resolve(f"{text[each.start : each.end]} {people}")) is not None
        }
        party = known.pop() if len(known) == 1 else f"ethnic {people}"
        for name in (f"ethnic {people}", f"Ethnic {people}"):
            _learn(cast, name, party)
        _learn_bare(cast, text, people, party)


def _learn_rebels(cast: Cast, text: str) -> None:
    """Take "rebel Danes" for a party, and "the Danes" for them: those of their own state are called otherwise."""
    for people in sorted({match["people"] for match in _REBEL.finditer(text)}):
        state = next((found.actor for found in find_names(people)), None) or _shared_by(people)
        if state is None:
            continue
        used = sorted(match["rebel"] for match in _REBEL.finditer(text) if match["people"] == people)
        party = _named_in_full(cast, text, people) or used[-1][0].lower() + used[-1][1:]
        adjectives = {name.text for name in state.named if name.kind == "people" and not name.text.endswith("s")}
        one = people.removesuffix("s")
        rebels = used[-1][0].lower() + used[-1][1:]
        forms = {party, rebels, rebels[0].upper() + rebels[1:], people, *({one} if adjectives - {one} else ())}
        for form in (*forms, f"local {people}", *({f"rebel {one}", f"Rebel {one}"})):
            cast.learned[form] = party
            cast.kinds[form] = "people"


def _named_in_full(cast: Cast, text: str, people: str) -> str | None:
    """The community that a report names in full beside its rebels: "rebel Danes" are its "Norwegian Danes"."""
    one = people.removesuffix("s")
    full = re.compile(rf"\w+ {re.escape(one)}s?")
    groups = [f.actor for f in find_names(text) if f.actor.kind == "group"]
    known = {actor.name for actor in groups if any(n.kind == "people" and n.text == one for n in actor.named)}
    known |= {party for name, party in cast.learned.items() if full.fullmatch(name) and not _REBEL.match(name)}
    return known.pop() if len(known) == 1 else None


def _shared_by(people: str) -> Actor | None:
    """A state of whose people a name is, though others bear it as well."""
    return next((actor for actor in named_so(people) if actor.kind == "state"), None)


def _is_community(text: str, first: Found, second: Found) -> bool:
    """True for two names of peoples, the second in the plural: "Norwegian Danes", not "Norwegian Danish talks"."""
    plural = second.kind == "people" and text[second.start : second.end].endswith("s")
    return first.kind == "people" and plural and text[first.end : second.start] == " " and first.actor != second.actor


def _learn(cast: Cast, name: str, party: str) -> None:
    for each in (name, name.removesuffix("s")):
        cast.learned.setdefault(each, party)
        cast.kinds.setdefault(each, "people")


def _learn_bare(cast: Cast, text: str, people: str, party: str) -> None:
    """Take "the Danes" for the ethnic Danes where nothing else in the report names their state."""
    state = next((found.actor for found in find_names(people)), None)
    others = [f for f in find_names(text) if f.actor == state and f.kind != "people"]
    if state is not None and not others:
        _learn(cast, people, party)
