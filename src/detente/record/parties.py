"""Who is named in a record, under which names, from which report to which."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.entries import Entry, Naming
from detente.ontology.actors import resolve
from detente.record.naming import as_party
from detente.record.search import parties_of
from detente.record.telling import same_party
from detente.tabled import Tabled


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a party.

    Parameters
    ----------
    name
        As the reader gave it, or as the text has it where the reader says so.
    first, last
        Dates of the first and the last report that has it, None where no date is known.
    reports
        Ids of all that have it, sorted.
    """

    name: str
    first: str | None
    last: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named(Tabled):
    """A party, or another source of claims, with its names.

    Parameters
    ----------
    party
        The name that the table of actors has for it, or the one that most reports have.
    actor
        Its id in the table of actors, None where the table does not have it.
    names
        Those of most reports first.
    entries
        How many name it, by kind.
    """

    party: str
    actor: str | None
    names: tuple[Name, ...]
    entries: Mapping[str, int]


def parties(entries: Iterable[Entry], dates: Mapping[str, str | None], namings: Iterable[Naming] = ()) -> list[Named]:
    """Return who is named, those in most entries first.

    Parameters
    ----------
    entries
        The present view.
    dates
        Report id to ISO date.
    namings
        Which words stand for which party.

    Examples
    --------
    >>> from detente.entries import Event, Quote
    >>> asked = Event("REQUEST", "the UN", "Arland", None, None, Quote("r", 0, 5, "asked"))
    >>> [(each.party, each.actor is not None) for each in parties([asked], {"r": "2020-03-02"})]
    [('Arland', False), ('United Nations', True)]
    """
    reports: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        for party in {same_party(name) for name in parties_of(entry)}:
            counts[party][entry.kind] += 1
        for party, name in _names(entry):
            reports[party][name].add(entry.quote.report)
    for naming in namings:
        reports[same_party(naming.party)][as_party(naming.quote.text)].add(naming.quote.report)
        reports[same_party(naming.party)][" ".join(naming.party.split())].add(naming.quote.report)
    made = [_named(party, reports[party], counts[party], dates) for party in reports]
    return sorted(made, key=lambda n: (-sum(n.entries.values()), n.party))


def learned(found: Iterable[Named]) -> dict[str, str]:
    """Return names that the table of actors does not have and that only one party bears, with the name of that party.

    Words of a text that do not begin as a name does ("the capital", "they") say who is meant in that text alone.

    Parameters
    ----------
    found
        Parties with their names.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for each in found:
        for name in each.names:
            bearers[name.name].add(each.party)
    return {
        name: next(iter(parties))
        for name, parties in sorted(bearers.items())
        if len(parties) == 1 and resolve(name) is None and name[:1].isupper()
    }


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    """Parties with the names that an entry has for them, resolved and as in the text."""
    for name in parties_of(entry):
        yield same_party(name), " ".join(name.split())
    for field, words in entry.by.original:
        value = getattr(entry, field, None)
        if isinstance(value, str) and value in parties_of(entry) and words.strip() and not _POINTS.fullmatch(words):
            yield same_party(value), as_party(words)


# Words that point back to a name are none.
_POINTS = re.compile(
    r"\s*(?:i|we|he|she|it|they|me|us|him|her|them|my|our|his|its|their|who|which|that|both|each|neither|one|others?)\s*",
    re.IGNORECASE,
)


def _named(
    party: str, names: Mapping[str, set[str]], counts: Mapping[str, int], dates: Mapping[str, str | None]
) -> Named:
    made = []
    for name, reports in names.items():
        known = sorted(date for report in reports if (date := dates[report]))
        made.append(Name(name, known[0] if known else None, known[-1] if known else None, tuple(sorted(reports))))
    made.sort(key=lambda n: (-len(n.reports), n.name))
    actor = resolve(made[0].name)
    return Named(
        actor.name if actor else made[0].name, actor.id if actor else None, tuple(made), dict(sorted(counts.items()))
    )
