"""How the brief says things: numbers, dates, names and verbs in plain English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.brief.dates import date_parts as date_parts
from detente.brief.dates import dated as dated
from detente.brief.dates import long_date as long_date
from detente.brief.dates import on_date as on_date
from detente.brief.dates import short_date as short_date
from detente.brief.numbers import figure as figure
from detente.brief.numbers import leaning as leaning
from detente.brief.numbers import percent as percent
from detente.brief.numbers import points as points
from detente.brief.numbers import ratios as ratios
from detente.brief.numbers import share_words as share_words
from detente.brief.numbers import signed as signed
from detente.brief.numbers import span as span
from detente.brief.numbers import stakes as stakes
from detente.brief.quoting import is_clause as is_clause
from detente.brief.quoting import quoted as quoted
from detente.brief.quoting import quoted_terms as quoted_terms
from detente.case.model import THIRD_PARTY, Case, Demand, Happening
from detente.entries import Outcome
from detente.ontology.actors import resolve
from detente.ontology.articles import is_plural, with_article
from detente.settlement.results import Composition, Package

_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905

_ACTS = {
    "AGREE": ("reached an agreement with", "an agreement was reached with", "agreement"),
    "CONSULT": ("held talks with", "talks were held with", "talks"),
    "SUPPORT": ("backed", "support was given to", "support"),
    "CONCEDE": ("made a concession to", "a concession was made to", "concession"),
    "COOPERATE": ("cooperated with", "there was cooperation with", "cooperation"),
    "AID": ("gave aid to", "aid was given to", "aid"),
    "RETREAT": ("withdrew before", "there was a withdrawal before", "withdrawal"),
    "REQUEST": ("appealed to", "an appeal was made to", "appeal"),
    "ACCUSE": ("accused", "an accusation was made against", "accusation"),
    "REJECT": ("rejected or broke off with", "there was a rejection of", "rejection"),
    "THREATEN": ("threatened", "a threat was made against", "threat"),
    "PROTEST": ("protested against", "there was a protest against", "protest"),
    "SANCTION": ("imposed sanctions or cuts on", "sanctions or cuts were imposed on", "sanctions"),
    "MOBILIZE": ("mobilised against", "there was a mobilisation against", "mobilisation"),
    "COERCE": ("coerced", "coercion was used against", "coercion"),
    "ASSAULT": ("attacked", "an attack was made on", "attack"),
}
_ALONE = {
    "AGREE": "reached an agreement",
    "CONSULT": "held talks",
    "SUPPORT": "gave support",
    "CONCEDE": "made a concession",
    "COOPERATE": "cooperated",
    "AID": "gave aid",
    "RETREAT": "withdrew",
    "REQUEST": "made an appeal",
    "ACCUSE": "made an accusation",
    "REJECT": "rejected or broke off",
    "THREATEN": "made a threat",
    "PROTEST": "protested",
    "SANCTION": "imposed sanctions or cuts",
    "MOBILIZE": "mobilised forces",
    "COERCE": "used coercion",
    "ASSAULT": "carried out an attack",
}
STANCES = {"demands": "demands", "proposes": "proposes", "accepts": "accepts", "rejects": "refuses"}
CHANNELS = {
    "cost": "what fighting on costs",
    "information": "what the sides learn about each other's strength",
    "audience": "what conceding costs a side at home",
    "trust": "trust in the other side's word",
    "third party": "what others from outside add to a deal",
    "retaliation": "a reprisal and a pause in the talks",
}
OUTCOMES = {
    "agreement": "something was agreed",
    "no_agreement": "nothing was agreed",
    "collapse": "the talks broke off",
    "scheduled": "scheduled; not known to have been held",
    "unknown": "the outcome is not reported",
}
DELIVER = {
    "table": "only those at the table deliver",
    "unknown": "the absent may or may not deliver",
    "willing": "the absent deliver too",
}
TRACK_NAMES = {"limited": "Limited deal", "truce": "Truce", "comprehensive": "Comprehensive deal"}
TRACK_MEANING = {
    "limited": "steps that can be taken while the fighting goes on, such as an exchange of prisoners; a step counts "
    "where it gains one side and costs none, and what all accept already is no gain",
    "truce": "an end to the fighting without a settlement",
    "comprehensive": "a settlement of everything at stake",
}
SOLUTION_NAMES = {
    "nash": "Nash bargaining solution",
    "kalai-smorodinsky": "Kalai-Smorodinsky solution",
    "egalitarian": "Best for the side worse off (max-min)",
    "utilitarian": "Largest sum",
    "weighted-mean": "Weighted mean of positions (simple baseline)",
    "weighted-median": "Weighted median of positions (simple baseline)",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or phrase with what it rests on.

    Parameters
    ----------
    text
        Plain text; whoever shows it escapes it.
    entries
        Ids of the entries it rests on.
    assumption
        The assumption it rests on, "" for none.
    """

    text: str
    entries: tuple[str, ...] = ()
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Plain names for the ids of a case; an unknown id stands for itself.

    Parameters
    ----------
    case
        The case.

    Examples
    --------
    >>> Names(Case("Nothing yet")).party("nobody-known")
    'nobody-known'
    """

    case: Case
    parties: dict[str, str] = field(init=False)
    issues: dict[str, str] = field(init=False)
    rungs: dict[tuple[str, str], str] = field(init=False)
    demands: dict[str, Demand] = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "parties", {THIRD_PARTY: "a third party"} | {p.id: p.name for p in self.case.parties})
        put(self, "issues", {i.id: i.name for i in self.case.issues})
        put(self, "rungs", {(i.id, r.id): r.label for i in self.case.issues for r in i.rungs})
        put(self, "demands", {d.id: d for d in self.case.demands})

    def party(self, id: str | None) -> str:
        """Return the party's name as it stands inside a sentence, "somebody" for None."""
        return with_article(self.parties.get(id, id)) if id else "somebody"

    def does(self, id: str, verb: str) -> str:
        """Return a party's name with a verb in the third person: "Arland wants", "armed groups want"."""
        first, _, rest = verb.partition(" ")
        form = first.removesuffix("s") if self.many(id) else first
        return " ".join(part for part in (self.party(id), form, rest) if part)

    def many(self, id: str) -> bool:
        """Return whether the party's name takes a verb in the plural."""
        return is_plural(self.parties.get(id, id))

    def spelled(self, text: str) -> str:
        """Return the text of a quantity with the name of the side that it calls "the side with the lower id"."""
        sides = sorted(side.id for side in self.case.sides)
        return text.replace("the side with the lower id", self.party(sides[0])) if sides else text

    def issue(self, id: str) -> str:
        """Return the issue's name."""
        return self.issues.get(id) or id.replace("_", " ").replace("-", " ").capitalize()

    def rung(self, issue: str, rung: str) -> str:
        """Return the rung's label."""
        return self.rungs.get((issue, rung)) or rung.replace("_", " ").replace("-", " ")

    def all_parties(self, ids: Iterable[str]) -> str:
        """Return the names of several parties as a list in words."""
        return listed([self.party(id) for id in ids])

    def all_issues(self, ids: Iterable[str]) -> str:
        """Return the names of several issues as a list in words."""
        return listed([lower_first(self.issue(id)) for id in ids])

    def changes(self, package: Package) -> list[tuple[str, str]]:
        """Return (issue name, rung label) where a package differs from the status quo."""
        status_quo = {issue.id: issue.status_quo for issue in self.case.issues}
        return [(self.issue(i), self.rung(i, r)) for i, r in sorted(package.items()) if status_quo.get(i) != r]

    def package(self, package: Package) -> str:
        """Return what a package changes, in one line."""
        changed = [f"{lower_first(issue)}: {rung}" for issue, rung in self.changes(package)]
        return "; ".join(changed) or "everything stays as it is"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return a list in words.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def lower_first(text: str) -> str:
    """Return `text` with a small first letter, unless its first word is a name or an abbreviation.

    Examples
    --------
    >>> lower_first("Security guarantees"), lower_first("NATO")
    ('security guarantees', 'NATO')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return `text` with a capital first letter.

    Examples
    --------
    >>> upper_first("the West")
    'The West'
    """
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and a full stop.

    Examples
    --------
    >>> sentence("no deal")
    'No deal.'
    """
    text = upper_first(text.strip())
    return text if not text or text[-1] in ".!?" else f"{text}."


def count(n: int, singular: str, plural: str = "", *, first: bool = False) -> str:
    """Return a number of things in words; with a capital letter where it comes first in a sentence.

    Examples
    --------
    >>> count(2, "party", "parties"), count(1, "report"), count(40, "draw")
    ('two parties', 'one report', '40 draws')
    """
    noun = singular if n == 1 else plural or f"{singular}s"
    text = f"{_SMALL[n] if 0 <= n < len(_SMALL) else format(n, ',')} {noun}"
    return upper_first(text) if first else text


def verb(n: int, singular: str, plural: str) -> str:
    """Return the form of a verb that goes with n things."""
    return singular if n == 1 else plural


def happened(event: Happening, names: Names) -> str:
    """Say what an event was.

    Examples
    --------
    >>> happened(Happening("ASSAULT", None, None, None), Names(Case("c")))
    'somebody carried out an attack'
    """
    active, passive, _ = _ACTS.get(event.type, (event.type.lower(), event.type.lower(), event.type.lower()))
    place = _place(event, names)
    if event.recipient is None:
        return f"{names.party(event.actor)} {_ALONE.get(event.type, event.type.lower())}{place}"
    if event.actor is None:
        return f"{passive} {names.party(event.recipient)}; by whom is not said{place}"
    return f"{names.party(event.actor)} {active} {names.party(event.recipient)}{place}"


def _place(event: Happening, names: Names) -> str:
    """Return the place in brackets, nothing where it is the country of one of the two: that says nothing new."""
    if not event.place:
        return ""
    place, country = event.place.casefold(), resolve(event.place)
    same = {name.text.casefold() for name in country.named if name.kind == "name"} if country else {place}
    known = {names.parties.get(id, id).casefold() for id in (event.actor, event.recipient) if id}
    return "" if place in same and same & known else f" ({event.place})"


def act(type: str) -> str:
    """Return the noun for an event type.

    Examples
    --------
    >>> act("ASSAULT")
    'attack'
    """
    return _ACTS[type][2] if type in _ACTS else type.lower()


def demanded(demand: Demand, names: Names, *, terms: bool = True) -> str:
    """Say what a party holds on an issue, with the terms in the words of the text unless its quote follows.

    Examples
    --------
    >>> demanded(Demand("a", "aid", "all", "rejects", "any aid", red_line=True), Names(Case("c")))
    'a rules out, on aid: all (“any aid”)'
    """
    how = STANCES[demand.stance]
    if demand.red_line:
        how = "rules out" if demand.stance == "rejects" else "will not do without"
    what = coded(demand, names) if terms else names.rung(demand.issue, demand.rung)
    source = according(demand.said_by)
    return f"{names.does(demand.party, how)}, on {lower_first(names.issue(demand.issue))}: {what}{source}"


def according(said_by: str) -> str:
    """Return on whose word alone something is known, in brackets; "" where the party or the report says it.

    Examples
    --------
    >>> according("Ukraine"), according("")
    (' (according to Ukraine)', '')
    """
    return f" (according to {said_by})" if said_by else ""


def coded(demand: Demand, names: Names) -> str:
    """Return the option that a demand is about, with the words of the text."""
    option = names.rung(demand.issue, demand.rung)
    said = quoted_terms(demand, names.case.evidence) if demand.terms != option else ""
    return f"{option} ({said})" if said else option


def met(outcome: Outcome, agreed: str) -> str:
    """Say how a round ended.

    Examples
    --------
    >>> met("no_agreement", "prisoners"), met("agreement", ""), met("collapse", "")
    ('no wider agreement, but one on prisoners', 'something was agreed', 'the talks broke off')
    """
    if not agreed:
        return OUTCOMES[outcome]
    wider = {"agreement": "there was agreement on", "no_agreement": "no wider agreement, but one on"}
    return f"{wider.get(outcome, OUTCOMES[outcome] + ', with agreement on')} {agreed}"


def in_composition(composition: Composition) -> str:
    """Say who is taken to deliver.

    Examples
    --------
    >>> in_composition("table")
    'if only those at the table deliver'
    """
    return f"if {DELIVER[composition]}"
