"""Names of parties in a sentence, and what is known of the cast of a report."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from detente.ontology.actors import Found, find_names, resolve
from detente.ontology.spotting import places_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence that stands for an actor.

    Parameters
    ----------
    start, end
        Character span in the sentence.
    party
        The actor's name as entries carry it.
    kind
        name | capital | people | metonym | leader | person.
    """

    start: int
    end: int
    party: str
    kind: str


@dataclass
class Cast:
    """The actors of one report.

    Parameters
    ----------
    learned
        Names that the report explains or the caller gave, with their party.
    counts
        How often each party is named, places not counted.
    pair
        The two main parties, in order of their names; empty where fewer than two are named.
    home
        The state whose "government" and "army" the report means, None where unclear.
    group
        The main party that is no state ("the rebels"), None where there is none.
    mediators
        Those whom the report says to host or to broker.
    then
        Names that meant another party in the year of the report than they do today.
    opposition
        Whether "the opposition" is that group.
    states
        States that no table knows, which the report itself brings in.
    """

    learned: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    pair: tuple[str, ...] = ()
    home: str | None = None
    group: str | None = None
    mediators: tuple[str, ...] = ()
    then: Mapping[str, str] = field(default_factory=dict)
    opposition: bool = False
    states: set[str] = field(default_factory=set)
    _seen: dict[tuple[str, int], list[Mention]] = field(default_factory=dict, repr=False)
    _known: dict[str, list[Found]] = field(default_factory=dict, repr=False)

    def mentions(self, text: str) -> list[Mention]:
        """Return the names in a sentence: the longest where they overlap, learned ones before those of the ontology."""
        key = text, len(self.learned)
        if key not in self._seen:
            self._seen[key] = self._find(text)
        return self._seen[key]

    def unlearn(self, name: str) -> None:
        """Give up what a name was taken for."""
        self.learned.pop(name, None)
        self._seen.clear()

    def kind(self, party: str) -> str:
        """Return what a party is, as `kind_of`; a state that the report brings in is one."""
        return "state" if party in self.states else kind_of(party)

    def _find(self, text: str) -> list[Mention]:
        found = list(self._learned_mentions(text))
        if text not in self._known:
            self._known[text] = find_names(text)
        found += [Mention(f.start, f.end, self._in_its_time(text, f), f.kind) for f in self._known[text]]
        found.sort(key=lambda m: (-(m.end - m.start), m.start))
        chosen: list[Mention] = []
        for mention in found:
            if not any(mention.start < other.end and other.start < mention.end for other in chosen):
                chosen.append(mention)
        return self._owned(text, sorted(chosen, key=lambda m: m.start))

    def _owned(self, text: str, found: list[Mention]) -> list[Mention]:
        """Read "the Norwegian Security Council": a house that several have is that of whose name stands before it."""
        for i, (owner, house) in enumerate(pairwise(found), 1):
            beside = text[owner.end : house.start] in (" ", "'s ", "’s ")
            if (
                beside
                and house.kind == "metonym"
                and owner.kind in ("name", "people")
                and self.kind(owner.party) == "state"
            ):
                found[i] = replace(house, party=owner.party)
        return found

    def _in_its_time(self, text: str, found: Found) -> str:
        """Whom a name meant when the report was written ("Moscow" in 1961)."""
        return self.then.get(text[found.start : found.end], found.actor.name)

    def _learned_mentions(self, text: str) -> Iterator[Mention]:
        for name, party in self.learned.items():
            for start in places_of(name, text):
                yield Mention(start, start + len(name), party, self.kinds.get(name, "name"))


def kind_of(party: str) -> str:
    """Return the kind that the table of actors has for a party, "unknown" where it does not have it.

    Examples
    --------
    >>> kind_of("Norway"), kind_of("Arland")
    ('state', 'unknown')
    """
    actor = resolve(party)
    return actor.kind if actor else "unknown"
