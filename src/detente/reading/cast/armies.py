"""An army that fights and negotiates for itself: a party where a report speaks of no government beside it."""

import re
from collections.abc import Sequence

from detente.ontology.actors import resolve
from detente.reading.caseless import Caseless
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

_ARMY = r"(?:army|military|armed forces|junta)"
_ARMED = Caseless(_ARMY)
_GOVERNMENT = re.compile(
    r"(?i:\b(?:the|its|their|a|[a-z]+al|[a-z]+an|[a-z]+ese|[a-z]+ish)(?:'s)?) (?:[a-z]+ )?(?:government|cabinet)\b"
)
# Times that the report has the army act before it is taken for the party that the state would be.
_OFTEN = 3


def learn_army(cast: Cast, docs: Sequence[Doc]) -> None:
    """Set an army in the place of its state where nothing is said of a government.

    Parameters
    ----------
    cast
        The cast, its main parties chosen; changed in place.
    docs
        The parsed sentences.
    """
    state = cast.home
    if state is None or cast.group is None or state not in cast.pair:
        return
    text = "\n".join(text_of(doc) for doc in docs)
    if not _ARMED.search(text):
        return
    names = _names(cast, state)
    own = re.findall(rf"\b{either(names)}(?:'s)? (?P<army>(?i:{_ARMY}))\b", text)
    acting = re.findall(rf"\b[Tt]he (?:{either(names)} )?{_ARMY}(?:'s)?\b(?! (?:chief|court)\b)", text)
    governed = re.search(
        rf"\b{either(names)}(?:'s)? (?:[a-z]+ )?(?i:government|president|prime minister|premier)\b", text
    )
    if not own or len(own) + len(acting) < _OFTEN or governed or _GOVERNMENT.search(text):
        return
    _put_in_place(cast, state, f"{state} {own[0].casefold().replace('armed forces', 'army')}", names)


def _names(cast: Cast, state: str) -> set[str]:
    actor = resolve(state)
    known = {named.text for named in actor.named if named.kind in ("name", "people")} if actor else {state}
    return known | {name for name, party in cast.learned.items() if party == state and cast.kinds.get(name) != "person"}


def _put_in_place(cast: Cast, state: str, name: str, names: set[str]) -> None:
    known = resolve(name)
    party = known.name if known else name
    nouns = ("army", "military", "armed forces", "junta")
    for noun in nouns:
        for each in (f"the {noun}", f"The {noun}", *(f"{n}'s {noun}" for n in names), *(f"{n} {noun}" for n in names)):
            cast.learned.setdefault(each, party)
    cast.learned.setdefault("Junta", party)
    for person, side in cast.learned.items():
        if side == state and cast.kinds.get(person) == "person":
            cast.learned[person] = party
    cast.counts[party] += cast.counts.pop(state, 0)
    cast.pair = tuple(sorted(party if each == state else each for each in cast.pair))
    cast.home = party
