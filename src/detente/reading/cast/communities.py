"""Communities within a state: "ethnic Danes" and "Norwegian Swedes" are parties of their own."""

import re
from itertools import pairwise

from detente.ontology.actors import Found, find_names, resolve
from detente.reading.mentions import Cast

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
    for people in sorted({match["people"] for match in _ETHNIC.finditer(text)}):
        known = {
            actor.name for each in found if (actor := resolve(f"{text[each.start : each.end]} {people}")) is not None
        }
        party = known.pop() if len(known) == 1 else f"ethnic {people}"
        for name in (f"ethnic {people}", f"Ethnic {people}"):
            _learn(cast, name, party)
        _learn_bare(cast, text, people, party)


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
