"""The ways in which a report can bring in a party that no table of actors knows."""

import re
from collections.abc import Sequence

from detente.ontology.actors import find_names, meant_by
from detente.reading.cast.abbreviations import learn_abbreviations
from detente.reading.cast.bands import learn_bands
from detente.reading.cast.communities import learn_communities
from detente.reading.cast.introduced import learn_introduced
from detente.reading.cast.negotiating import learn_negotiating
from detente.reading.cast.nouns import ASSEMBLIES, BANDS
from detente.reading.cast.organisations import learn_organisations
from detente.reading.cast.realms import learn_realms
from detente.reading.grammar.parser import Doc, plain, text_of
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

# With these "the rebels" are somebody else.
_UNARMED = re.compile(rf"\b{either(ASSEMBLIES)}$")
_COLLECTIVES = ("armed groups", *sorted(BANDS))


def learn_parties(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add to a cast the parties that a report names, each way after those that are surer.

    A party comes in by a name that it shares with another ("the Serbs"), by an abbreviation, as a community within a
    state, as a state with an army and a government, as one who negotiates or fights, by what the report says that it
    is, as an organisation named in full, as a band of a place or a leader, or as "the rebels" without a name.
    The nouns by which groups are told stand in `detente.reading.cast.nouns`.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    """
    text = "\n".join(text_of(doc) for doc in docs)
    _learn_shared_names(cast, text)
    learn_abbreviations(cast, docs)
    learn_communities(cast, text)
    learn_realms(cast, text)
    learn_negotiating(cast, text)
    learn_introduced(cast, text)
    learn_organisations(cast, text)
    learn_bands(cast, text)
    _learn_collectives(cast, text)


def _learn_shared_names(cast: Cast, text: str) -> None:
    """Take "the Serbs" for those Serbs of whom the report speaks by another name as well."""
    for name, (actor, kind) in meant_by(text).items():
        cast.learned.setdefault(plain(name), actor.name)
        cast.kinds.setdefault(plain(name), kind)


def _learn_collectives(cast: Cast, text: str) -> None:
    """Take "the rebels" for a party where the report names no armed group but speaks of them again and again."""
    own = {party for party in cast.learned.values() if party in cast.learned and not _UNARMED.search(party)}
    if own or any(found.actor.kind == "group" for found in find_names(text)):
        return
    counted = {name: len(re.findall(rf"\b{name.removesuffix('s')}s?\b", text, re.IGNORECASE)) for name in _COLLECTIVES}
    name = max(counted, key=lambda each: counted[each])
    if counted[name] >= 3:
        for form in (name, name.capitalize(), name.removesuffix("s")):
            cast.learned.setdefault(form, name)
