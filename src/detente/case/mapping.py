"""From the words of a position to a rung of its issue's ladder, and from a ladder of the ontology to one of a case."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.case.material import basis, party_id
from detente.case.model import THIRD_PARTY, Basis, Issue, Rung
from detente.entries import Entry, Position, Stance
from detente.ontology.actors import find_actors
from detente.ontology.articles import with_article
from detente.ontology.issues import IssueKind, LadderRung

GAINING: tuple[Stance, ...] = ("demands", "proposes")
TERMS_WEIGHT = 2
"""Terms state what is asked for; the quote around them often names other things too."""
# A name after these is where something is, not who is to do it; a guarantee from somebody is his to give.
_PLACED = re.compile(
    r"\b(?:(?:in|into|inside|within|on|across|throughout)|"
    r"(?:withdr\w+|depart\w*|pull\w*|remov\w+|exit\w*|leav\w+|evacuat\w+|expulsion)\b.{0,60}\bfrom)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LADDER = "ladder, coordinates, deliverers and phi as in the table of issues"
USUAL = "the terms name no rung: taken as the usual one"
ANSWER = "the terms name no rung: taken as an answer to what another party asks for"
KEEPING = "asks that things stay as they are: taken as a refusal of the next rung"
ENDING = "refuses what there is now: taken as asking for its end"
_STAYS = re.compile(
    r"^\W*(?:to )?(?:keep|maintain|preserv|retain|continu|uphold)\w*\b"
    r"|\b(?:stay|remain|keep|continu|leave|left)\w*\b.{0,30}"
    r"\b(?:in place|in force|unchanged|as (?:it|they) (?:is|are))\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:its|their) (?:own )?(?:\w+ )?(?:troops|forces|army|soldiers|units|withdrawal|pull-?back)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A position on its rung.

    Parameters
    ----------
    position
        As read.
    party, rung
        Ids.
    stance
        As read, except that asking for the status quo is a refusal of change.
    assumption
        What the placing rests on beside the words; "" for the words alone.
    """

    position: Position
    party: str
    rung: str
    stance: Stance
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Sided:
    """An issue of the ontology with the sides in their places on its ladder.

    Parameters
    ----------
    kind
        The issue.
    sides
        All side ids.
    giving
        Those that give what is asked for: all but those that ask, of more than two the ones that the terms name; where
        none asks, those that refuse.
    low, high
        On a two-sided ladder, those at 0 and those at 1: rungs above the status quo cost `low`, those below it `high`.
    outsiders
        Ids of those outside whom the positions name as deliverers.
    """

    kind: IssueKind
    sides: tuple[str, ...]
    giving: tuple[str, ...]
    low: tuple[str, ...]
    high: tuple[str, ...]
    outsiders: tuple[str, ...]

    @property
    def sq(self) -> LadderRung:
        """The status-quo rung."""
        return self.kind.rung(self.kind.status_quo)

    def givers(self, rung: LadderRung) -> tuple[str, ...]:
        """Return the sides that give something up for a rung."""
        if self.kind.two_sided and (self.low or self.high):
            return self.low if rung.x > self.sq.x else self.high
        return self.giving

    def deliverers(self, rung: LadderRung) -> tuple[str, ...]:
        """Return the ids of those who must do something for a rung, nobody for the status quo."""
        if rung.id == self.kind.status_quo:
            return ()
        who = {"both": self.sides, "other": self.givers(rung), "third": self.outsiders}
        # What falls to "the other" falls to somebody the text does not name where a single side is known.
        return tuple(sorted({id for by in rung.by for id in who[by] or (THIRD_PARTY,)}))


def side_up(kind: IssueKind, positions: Sequence[Position], sides: tuple[str, ...]) -> Sided:
    """Return an issue with the sides in their places.

    Parameters
    ----------
    kind
        The issue.
    positions
        All positions on it.
    sides
        All side ids, sorted.
    """
    asking = {party_id(p.party) for p in positions if p.stance in GAINING and not offers(p)}
    refusing = {party_id(p.party) for p in positions if p.stance == "rejects"}
    gainers = tuple(id for id in sides if id in asking)
    refusers = tuple(id for id in sides if id in refusing)
    giving = tuple(id for id in sides if id not in gainers) if gainers else refusers
    leavers = _leavers(positions, sides)
    if len(sides) > 2 and leavers and not leavers & asking:
        giving = tuple(id for id in sides if id in leavers)
    low, high = _places(gainers, refusers, sides, leavers)
    if not giving and len(sides) > 1:
        giving = sides
    return Sided(kind, sides, giving, low, high, _outsiders(positions, sides))


def offers(position: Position) -> bool:
    """Tell whether a party proposes to give something up itself."""
    return position.stance == "proposes" and bool(_OFFERS.search(position.terms))


def place(position: Position, sided: Sided, asked: Iterable[Placed] = ()) -> Placed:
    """Place a position on a rung of its issue's ladder.

    Parameters
    ----------
    position
        Any position on the issue.
    sided
        The issue with the sides in their places.
    asked
        What has been asked for on this issue, for a refusal or acceptance that does not say of what.
    """
    party = party_id(position.party)
    reach = _reach(position, party, sided)
    scores = {rung.id: score(rung, position) for rung in reach}
    best = [rung for rung in reach if scores[rung.id] == max(scores.values())]
    if position.stance == "rejects" and score(sided.sq, position) > scores[best[0].id]:
        return Placed(position, party, nearest(reach, sided).id, "demands", ENDING)
    if scores[best[0].id]:
        rung, assumption = nearest(best, sided), ""
    elif position.stance not in GAINING and (answered := _answered(party, reach, asked, sided)):
        rung, assumption = answered, ANSWER
    elif position.stance in GAINING and _STAYS.search(position.terms):
        rung, assumption = sided.sq, ""
    else:
        rung = nearest([rung for rung in reach if rung.usual] or reach, sided)
        assumption = USUAL if len(sided.kind.rungs) > 2 else ""
    if rung.id == sided.kind.status_quo and position.stance in GAINING:
        return Placed(position, party, _next(party, sided), "rejects", KEEPING)
    return Placed(position, party, rung.id, position.stance, assumption)


def score(rung: LadderRung, entry: Entry) -> int:
    """Return how strongly the words of an entry point to a rung."""
    terms = entry.terms if isinstance(entry, Position) else ""
    in_terms = sum(bool(word.search(terms)) for word in rung.words)
    return TERMS_WEIGHT * in_terms + sum(bool(word.search(entry.quote.text)) for word in rung.words)


def nearest(rungs: Iterable[LadderRung], sided: Sided) -> LadderRung:
    """Return the usual one of several rungs, else the one nearest to the status quo: read no more into the words."""
    return min(rungs, key=lambda rung: (not rung.usual, abs(rung.x - sided.sq.x), rung.x))


def issue(sided: Sided, stated: Mapping[str, Basis], positions: Sequence[Position], names: Mapping[str, str]) -> Issue:
    """Return the issue of a case.

    Parameters
    ----------
    sided
        The issue with the sides in their places.
    stated
        What each stated rung rests on, by rung id.
    positions
        All positions on it.
    names
        Party id to name, for the labels.
    """
    kind = sided.kind
    fill = {key: _joined(ids, names) for key, ids in (("low", sided.low), ("high", sided.high))}
    rungs = tuple(
        Rung(
            rung.id,
            rung.x,
            rung.label.format_map(fill) if kind.two_sided else rung.label,
            sided.deliverers(rung),
            rung.robust,
            rung.id in stated,
            stated.get(rung.id, Basis()),
        )
        for rung in kind.rungs
    )
    return Issue(
        kind.id,
        kind.name,
        kind.role,
        rungs,
        kind.status_quo,
        kind.separable,
        kind.repeatable,
        kind.phi,
        basis(positions, LADDER),
        reversible=kind.reversible,
        reversal=kind.reversal,
    )


def _places(
    gainers: tuple[str, ...], refusers: tuple[str, ...], sides: tuple[str, ...], leavers: set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who stands at 0 and who at 1: those who gain at 1, those from whom they ask it at 0.

    Where several gain, it is asked of whom their terms name, else of those who refuse without asking anything; where
    each asks it of another, the first by id stands at 0.
    """
    asked_of = leavers or set(refusers)
    if len(gainers) > 1 and (not asked_of or asked_of & set(gainers)):
        return gainers[:1], gainers[1:]
    if len(sides) > 2 and gainers and asked_of and not asked_of & set(gainers):
        low = tuple(id for id in sides if id in asked_of)
    else:
        low = tuple(id for id in sides if id not in gainers) if gainers else (refusers or sides)[:1]
    return low, tuple(id for id in sides if id not in low)


def _leavers(positions: Iterable[Position], sides: Sequence[str]) -> set[str]:
    """The sides that those who ask for something name as the ones to give it."""
    asking = [p for p in positions if p.stance in GAINING and not offers(p) and party_id(p.party) in sides]
    return {id for p in asking for id in _named(p) if id in sides}


def _outsiders(positions: Sequence[Position], sides: tuple[str, ...]) -> tuple[str, ...]:
    """Who is to deliver what the sides cannot: whom they name, and whoever from outside grants or refuses it.

    Where they name nobody from outside, the sides that grant it, or else a side that another side names: "the
    withdrawal of all foreign troops from Arland" falls to the side whose troops they are, not to Arland.
    """
    own = [p for p in positions if party_id(p.party) in sides]
    asking = [p for p in own if p.stance in GAINING] or own or positions
    named = {id for p in asking for id in _named(p)}
    answering = {party_id(p.party) for p in positions if p.stance not in GAINING} - set(sides)
    outside = (named - set(sides)) | answering
    granting = {party_id(p.party) for p in own if p.stance == "accepts" or offers(p)}
    return tuple(sorted(outside or granting or (named if own else ())))


def _named(position: Position) -> set[str]:
    for text in (position.terms, position.quote.text):
        acting = [actor for start, _, actor in find_actors(text) if not _PLACED.search(text[:start])]
        found = {party_id(actor.name) for actor in acting} - {party_id(position.party)}
        if found:
            return found
    return set()


def _reach(position: Position, party: str, sided: Sided) -> list[LadderRung]:
    """The rungs that a position can be about: one refuses and grants what costs oneself, and asks what costs others."""
    rungs = [r for r in sided.kind.rungs if position.stance != "rejects" or r.id != sided.kind.status_quo]
    if not sided.kind.two_sided or not (sided.low or sided.high):
        return rungs
    gives = position.stance in ("accepts", "rejects") or offers(position)
    leaver = party if party in sided.sides else _leaver(position, sided)
    if leaver is None:
        return rungs
    costs_low = (leaver in sided.low) == (gives or party not in sided.sides)
    return [r for r in rungs if r.id == sided.kind.status_quo or (r.x > sided.sq.x) == costs_low]


def _leaver(position: Position, sided: Sided) -> str | None:
    """The side that somebody from outside wants to give something up, where the terms name just one."""
    named = [id for id in sided.sides if id in _named(position)]
    return named[0] if len(named) == 1 else None


def _answered(party: str, reach: Sequence[LadderRung], asked: Iterable[Placed], sided: Sided) -> LadderRung | None:
    ids = {placed.rung for placed in asked if placed.party != party and placed.stance in GAINING}
    wanted = [rung for rung in reach if rung.id in ids]
    return min(wanted, key=lambda rung: abs(rung.x - sided.sq.x)) if wanted else None


def _next(party: str, sided: Sided) -> str:
    """The first rung beyond the status quo, on the side that costs the party where the ladder has two."""
    two = sided.kind.two_sided and party in (*sided.low, *sided.high)
    beyond = [r for r in sided.kind.rungs if r.id != sided.kind.status_quo]
    own = [r for r in beyond if not two or (r.x > sided.sq.x) == (party in sided.low)]
    return min(own, key=lambda r: abs(r.x - sided.sq.x)).id


def _joined(ids: Sequence[str], names: Mapping[str, str]) -> str:
    return " and ".join(with_article(names[id]) for id in ids) or "the other side"
