"""3. Why there is no deal, and the cheapest way out."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material
from detente.brief.words import Statement
from detente.case.model import Demand
from detente.settlement.results import Blocker, BlockerTag, Concessions
from detente.settlement.stances import too_little

SHOWN = 6
_NOUNS = {"demands": "demand", "proposes": "proposal", "accepts": "acceptance", "rejects": "refusal"}
TAGS: dict[BlockerTag, tuple[str, str]] = {
    "explicit": ("Stated against stated", "demands that the parties themselves have stated cannot hold together"),
    "constraint": ("Stated demands and a rule", "stated demands and a rule across issues cannot hold together"),
    "absent": ("Somebody is missing", "a demand needs somebody who is not at the table"),
    "presumed": ("Presumed opposition", "the other side has said nothing, and silence is not taken as consent"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A demand in a blocker with the words it rests on."""

    said: Statement
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A blocker as a reader sees it; `number` is its place among all blockers."""

    number: int
    tag: str
    label: str
    text: str
    chance: str
    parts: tuple[Part, ...]
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A concession set: who drops what."""

    parts: tuple[Statement, ...]
    cost: str
    cheapest: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The concession sets in which the same parties move."""

    who: str
    ways: tuple[Way, ...]
    more: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """Section 3.

    Parameters
    ----------
    lead
        Statements to begin with.
    shown
        Blockers made of stated demands, or the first others where there are none.
    more
        (label, meaning, blockers) of the others, by tag.
    way_lead, ways
        Concession sets by who concedes, cheapest first.
    """

    lead: tuple[Statement, ...]
    shown: tuple[Block, ...]
    more: tuple[tuple[str, str, tuple[Block, ...]], ...]
    way_lead: tuple[Statement, ...]
    ways: tuple[Ways, ...]


def blocked(material: Material) -> Blocked:
    """Return blockers and concession sets.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    blockers = material.settlement.blockers
    numbered = list(enumerate(blockers, 1))
    stated = [each for each in numbered if each[1].tag in ("explicit", "constraint")]
    others = [each for each in numbered if each[1].tag not in ("explicit", "constraint")]
    cut = min(len(stated), SHOWN) or 1
    shown, rest = [*stated, *others][:cut], [*stated, *others][cut:]
    more = tuple(
        (label, meaning, tuple(_block(n, b, material) for n, b in rest if b.tag == tag))
        for tag, (label, meaning) in TAGS.items()
        if any(b.tag == tag for _, b in rest)
    )
    return Blocked(
        _lead(material, len(stated)),
        tuple(_block(n, b, material) for n, b in shown),
        more,
        _way_lead(material),
        _ways(material),
    )


def _lead(material: Material, stated: int) -> tuple[Statement, ...]:
    settlement = material.settlement
    if not material.case.demands:
        return (Statement("No position is in the record, so nothing can be said about what stands in the way."),)
    if len(material.case.sides) < 2 and not settlement.blockers:
        return (Statement("Fewer than two sides are heard, so nothing can be said about what stands between them."),)
    if not settlement.blockers:
        return (
            Statement("No demand in the record excludes another: nothing that was stated stands in the way of a deal."),
        )
    tags = [
        f"in {words.count(n, 'of them', 'of them')}, {meaning}"
        for tag, (_, meaning) in TAGS.items()
        if (n := sum(b.tag == tag for b in settlement.blockers))
    ]
    n = settlement.blocker_count
    said = [
        f"{words.count(n, 'obstacle stands', 'obstacles stand', first=True)} in the way of all that is asked for. "
        f"{'Each' if n > 1 else 'It'} is minimal: without any one of its parts, the rest could hold."
    ]
    if len(tags) > 1:
        said.append(words.sentence("; ".join(tags)))
    if settlement.blocker_count > len(settlement.blockers):
        said.append(f"The first {len(settlement.blockers)} are listed.")
    if not stated:
        said.append("None of them is made of stated demands alone.")
    return tuple(Statement(text) for text in said)


def _block(number: int, blocker: Blocker, material: Material) -> Block:
    names = material.names
    parts = []
    for id in blocker.demands:
        demand = names.demands.get(id)
        if demand is None:
            parts.append(Part(Statement(id), ()))
            continue
        quotes = material.quotes(demand)
        rest = tuple(id for id in demand.basis.entries if id not in dict(quotes))
        said = Statement(words.sentence(words.demanded(demand, names, terms=not quotes)), rest, demand.basis.assumption)
        parts.append(Part(said, quotes))
    chance = _chance(blocker, names)
    return Block(
        number, blocker.tag, TAGS[blocker.tag][0], told(blocker, material), chance, tuple(parts), blocker.context
    )


def told(blocker: Blocker, material: Material) -> str:
    """Say in plain sentences who asks what, and why it cannot be had.

    Parameters
    ----------
    blocker
        Where a demand of it is unknown, or it has none, its own text stands.
    material
        Case, results and sources.
    """
    demands = [material.names.demands[id] for id in blocker.demands if id in material.names.demands]
    if not demands or len(demands) < len(blocker.demands):
        return words.sentence(blocker.text)
    about = words.upper_first(material.names.all_issues(blocker.issues))
    around = words.listed(list(blocker.context))
    says = _against_itself(demands, material) or words.listed([_says(demand, material) for demand in demands])
    if len(demands) == 1:
        return words.sentence(f"{about}: {says}{f', but {around}' if around else '; that cannot be met'}")
    clash = "the two cannot both be met" if len(demands) == 2 else "these cannot all be met"
    return words.sentence(f"{about}: {says}; {clash}{f' while {around}' if around else ''}")


def _says(demand: Demand, material: Material) -> str:
    verb = "rules out" if demand.stance == "rejects" and demand.red_line else words.STANCES[demand.stance]
    what = words.quoted_terms(demand, material.case.evidence) or material.names.rung(demand.issue, demand.rung)
    # "refuses “it would never sign”" says the opposite of what was meant: the option comes first, then the words.
    what = words.coded(demand, material.names) if words.is_clause(what) else what
    why = " as too little" if too_little(material.case, demand) else ""
    return f"{material.names.does(demand.party, verb)} {what}{why}{words.according(demand.said_by)}"


def _against_itself(demands: Sequence[Demand], material: Material) -> str:
    """Say that one wants what the other refuses in the same words; "" where it is not so."""
    wanting = [d for d in demands if d.stance != "rejects"]
    refusing = [d for d in demands if d.stance == "rejects"]
    if len(wanting) != 1 or len(refusing) != 1:
        return ""
    (one,), (other,) = wanting, refusing
    if (one.rung, one.terms) != (other.rung, other.terms) or too_little(material.case, other):
        return ""
    verb = "rules this out" if other.red_line else "refuses this"
    refusing_one = f"{material.names.does(other.party, verb)}{words.according(other.said_by)}"
    return f"{_says(one, material)} and {refusing_one}"


def _chance(blocker: Blocker, names: words.Names) -> str:
    """Say how often a blocker binds: a red line may turn out not to be one, and silence may be assent."""
    if blocker.probability >= 1:
        return "stands in the way in every draw"
    chance = words.percent(blocker.probability)
    demands = [names.demands[id] for id in blocker.demands if id in names.demands]
    red = any(demand.red_line and not demand.sacred for demand in demands)
    why = ["a red line turns out not to be one"] if red else []
    why += ["silence is taken as assent"] if blocker.tag == "presumed" or not red else []
    return f"stands in the way in {chance} of the draws; in the others {words.listed(why, 'or')}"


def _way_lead(material: Material) -> tuple[Statement, ...]:
    settlement = material.settlement
    if not settlement.concessions:
        return ()
    shown = len(settlement.concessions)
    n = settlement.concession_count
    sets = words.count(n, "smallest set of concessions", "smallest sets of concessions", first=True)
    said = (
        f"{sets} would let everything else hold. They are counted, not recommended: a red line or a condition of any "
        "deal counts three, a demand called key counts two, any other demand one."
    )
    cut = f" The first {shown} are listed." if settlement.concession_count > shown else ""
    return (Statement(said + cut),)


def _ways(material: Material) -> tuple[Ways, ...]:
    groups: dict[tuple[str, ...], list[Concessions]] = {}
    for concessions in material.settlement.concessions:
        movers = tuple(sorted(party for party, n in concessions.by.items() if n))
        groups.setdefault(movers, []).append(concessions)
    return tuple(_movers(who, sets, material) for who, sets in groups.items())


def _movers(who: Sequence[str], sets: Sequence[Concessions], material: Material) -> Ways:
    one = len(who) == 1 and not material.names.many(who[0])
    move = f"{'alone ' if len(who) == 1 else ''}{'moves' if one else 'move'}"
    ways = [_way(concessions, material) for concessions in sets]
    return Ways(f"If {material.names.all_parties(who)} {move}", tuple(ways[:2]), tuple(ways[2:]))


def _way(concessions: Concessions, material: Material) -> Way:
    names = material.names
    parts = []
    for id in concessions.demands:
        demand = names.demands.get(id)
        if demand is None:
            parts.append(Statement(id))
            continue
        what = f"{words.lower_first(names.issue(demand.issue))}: {words.coded(demand, names)}"
        its = "their" if names.many(demand.party) else "its"
        drops, source = names.does(demand.party, "drops"), words.according(demand.said_by)
        text = f"{drops} {its} {_NOUNS[demand.stance]} on {what}{source}"
        parts.append(Statement(words.sentence(text), demand.basis.entries, demand.basis.assumption))
    return Way(tuple(parts), f"counts {concessions.cost:g}", concessions.cheapest)
