"""Entries that tell of the same act, meeting or position, joined across reports: a function of the view, not a change.

Two rules stand above all others: what a person decided on two entries holds, the latest decision first; and what a
single reading tells apart is not joined. Otherwise `same` says of each two whether they tell of the same, an entry
joins others only if it is the same as each of them, and one that fits several stays alone unless its date says which.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from detente.entries import Entry, Joining
from detente.record.grouping import Apart, grouped, parted
from detente.record.telling import Context, Told, tell
from detente.tabled import Tabled


@dataclass(frozen=True, slots=True)
class Joined(Tabled):
    """Entries of one kind that tell of the same.

    Parameters
    ----------
    entries
        The one with the most exact date first, of equals that of the earliest report.
    decisions
        What persons decided on two of them or on one of them and another entry, in the order of time.
    """

    entries: tuple[Entry, ...]
    decisions: tuple[Joining, ...] = ()

    @property
    def first(self) -> Entry:
        """The entry that stands for all."""
        return self.entries[0]


def joined(entries: Iterable[Entry], context: Context) -> list[Joined]:
    """Return the entries, those that tell of the same together, in the order in which they are given.

    Parameters
    ----------
    entries
        The present view, or part of it.
    context
        What else decides.

    Examples
    --------
    >>> from detente.entries import Event, Quote
    >>> one, two = (Event("ASSAULT", "Arland", "Borland", "2020-01-30", None, Quote(r, 0, 4, "raid")) for r in "ab")
    >>> len(joined([one, two], Context({"a": "", "b": ""}, {}, {})))
    1
    """
    told = {entry.id: tell(entry, context) for entry in entries}
    clusters, apart = _decided(told, context.decisions)
    groups = grouped([[told[id] for id in ids] for ids in clusters], apart)
    place = {id: n for n, id in enumerate(told)}
    groups.sort(key=lambda group: min(place[each.id] for each in group))
    decided = _by_entry(context.decisions)
    return [
        Joined(tuple(each.entry for each in sorted(group, key=lambda t: t.rank)), _on(group, decided))
        for group in groups
    ]


def _decided(told: Mapping[str, Told], decisions: Iterable[Joining]) -> tuple[set[frozenset[str]], Apart]:
    """Entries that persons joined, and those that they parted. A decision against a later one has no effect."""
    latest: dict[frozenset[str], Joining] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        if decision.one in told and decision.other in told and decision.one != decision.other:
            latest[frozenset((decision.one, decision.other))] = decision
    home = {id: frozenset({id}) for id in told}
    apart: dict[str, set[str]] = defaultdict(set)
    latest_first = sorted(latest.items(), key=lambda item: (item[1].at, item[1].id, sorted(item[0])), reverse=True)
    for pair, decision in latest_first:
        one, other = sorted(pair)
        if home[one] == home[other]:
            continue
        if decision.decision == "part":
            apart[one].add(other)
            apart[other].add(one)
        elif decision.decision == "join" and not parted(home[one], home[other], apart):
            both = home[one] | home[other]
            home |= dict.fromkeys(both, both)
    return set(home.values()), apart


def _by_entry(decisions: Iterable[Joining]) -> Mapping[str, list[Joining]]:
    found: dict[str, list[Joining]] = defaultdict(list)
    for each in decisions:
        for id in each.on:
            found[id].append(each)
    return found


def _on(group: Collection[Told], decided: Mapping[str, list[Joining]]) -> tuple[Joining, ...]:
    found = {d.id: d for told in group for d in decided.get(told.id, ())}
    return tuple(sorted(found.values(), key=lambda d: (d.at, d.id)))
