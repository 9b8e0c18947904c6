"""7. What all this rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.brief import words
from detente.brief.material import Material, file_name
from detente.brief.words import Statement
from detente.case.conflicts import others
from detente.case.model import THIRD_PARTY, Evidence
from detente.ontology.actors import resolve
from detente.reports.report import Report
from detente.settlement.priors import PRIORS, Prior, ranges
from detente.settlement.results import Gap, Method

_GREEK = {
    "theta": "θ", "lambda": "λ", "delta": "δ", "chi": "χ", "pi": "π", "rho": "ρ", "kappa": "κ", "eta": "η", "phi": "φ",
    "n0": "n₀",
}  # fmt: skip
SCEPTIC = (
    (
        "If the sides knew that a deal is better for both, they would sign at once.",
        "The weekly chance of signing stands for everything the model leaves out. Only comparisons of the same draws "
        "with and without the event mean something; the level of the odds is set by base rates.",
    ),
    (
        "Parties bluff, signal and stall, and some talk without meaning it.",
        "None of that is modelled. Offers are worked out anew every week, but nobody here lies to gain time. Demands "
        "may be bluffs only in so far as peaks are uncertain and a red line may not hold.",
    ),
    (
        "A party is not one person, and the agenda is not fixed.",
        "Each side is treated as one actor with one set of weights; the value of a package is the sum of its issues; "
        "nobody can bring in a new issue.",
    ),
    (
        "The absent have interests too.",
        "They only deliver or do not deliver here. Once the record has their positions they can be made parties.",
    ),
    (
        "Even ranges for everything unknown are not ignorance.",
        "They are judgement, and signs follow from them in part. That is why sign shares are called shares of "
        "assumptions, the implied shifts are printed beside them, and a table shows what would turn them.",
    ),
    (
        "The reports may be wrong, or one-sided.",
        "Every value leads back to a sentence, and a person can reject it. What nobody reported is not in here.",
    ),
)


@dataclass(frozen=True, slots=True)
class PriorRow:
    """One assumption of the model with its range."""

    id: str
    text: str
    symbol: str
    range: str
    basis: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report: title, date, how the date was found, where from, and how many entries rest on it or why none do."""

    title: str
    date: str
    dated_by: str
    origin: str
    entries: str


@dataclass(frozen=True, slots=True)
class Rests:
    """Section 7.

    Parameters
    ----------
    voices
        Whether conflicts are mixed, who is not heard, and who is known by the texts alone.
    gaps
        (question, why) of what cannot be worked out.
    dropped
        What was read and has no place in the case.
    priors
        Ranges of what nobody knows.
    reports
        What was read.
    methods
        How it was worked out, (name, value).
    sceptic
        Objections and answers.
    """

    voices: tuple[Statement, ...]
    gaps: tuple[Gap, ...]
    dropped: tuple[Gap, ...]
    priors: tuple[PriorRow, ...]
    reports: tuple[ReportRow, ...]
    methods: tuple[tuple[str, str], ...]
    sceptic: tuple[tuple[str, str], ...] = SCEPTIC


def rests(material: Material) -> Rests:
    """Return assumptions, missing voices, gaps, reports and methods.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    settlement, odds = material.settlement, material.odds
    return Rests(
        (*mixed(material), *voices(material), *strangers(material)),
        tuple(dict.fromkeys(settlement.gaps + odds.gaps)),
        material.dropped,
        _priors(material),
        _reports(material),
        _methods(material),
    )


def mixed(material: Material) -> tuple[Statement, ...]:
    """Warn where the record holds other conflicts than that of the sides, and say what to do.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    names, case = material.names, material.case
    groups = [names.all_parties(group) for group in others(case)]
    if not groups:
        return ()
    sides = names.all_parties(side.id for side in case.sides)
    text = (
        f"The record holds {words.count(len(groups) + 1, 'conflict')} that nothing in it connects: {sides}; "
        f"{'; '.join(groups)}. What is worked out is about {sides}, and what the others want is mixed into its issues: "
        "take the reports of one conflict at a time, each with a record of its own."
    )
    ids = {id for group in others(case) for id in group}
    basis = (id for party in case.parties if party.id in ids for id in party.basis.entries[:1])
    return (Statement(text, tuple(dict.fromkeys(basis))),)


def strangers(material: Material) -> tuple[Statement, ...]:
    """Name the parties that the table of actors does not have.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    unknown = [p for p in material.case.parties if p.id != THIRD_PARTY and resolve(p.name) is None]
    if not unknown:
        return ()
    text = (
        "Not in the table of actors, so known by the name in the texts alone: "
        f"{words.listed([party.name for party in unknown])}. Another name of the same party would be taken for another."
    )
    return (Statement(text, tuple(dict.fromkeys(id for party in unknown for id in party.basis.entries[:1]))),)


def voices(material: Material) -> tuple[Statement, ...]:
    """Say whose voice is missing: sides without positions, and those who must deliver without being heard.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    case, names = material.case, material.names
    heard = {demand.party for demand in case.demands}
    said = []
    if len(case.sides) < 2:
        said.append(Statement(_few_sides(material)))
    for party in case.parties:
        if party.id in heard:
            continue
        asked = asked_of(party.id, material)
        if party.role == "side":
            said.append(
                Statement(
                    f"{words.upper_first(names.party(party.id))} is a side, and the record has no position of it.",
                    party.basis.entries,
                )
            )
        elif asked:
            where = "" if party.at_table else "not at the latest round and "
            name = words.upper_first(names.party(party.id))
            what = words.listed(asked)
            text = f"{name} would have to deliver on {what}, but is {where}without a position in the record."
            said.append(Statement(text, party.basis.entries, party.basis.assumption))
    silent = [
        f"{names.party(side.id)} on {words.listed(issues)}"
        for side in case.sides
        if side.id in heard and (issues := _silent(side.id, material))
    ]
    if silent:
        said.append(Statement(f"Silent on issues that others have raised: {'; '.join(silent)}."))
    return tuple(said)


def asked_of(party: str, material: Material) -> list[str]:
    """Return the names of the issues on which something is asked of a party that only it could deliver.

    Parameters
    ----------
    party
        Its id.
    material
        Case, results and sources.
    """
    asking = (i for i in material.case.issues if any(party in r.deliverers for r in i.hull if r.id != i.status_quo))
    return [words.lower_first(issue.name) for issue in asking]


def unheard(material: Material) -> str:
    """Name in one sentence those who would have to deliver and have no position, most asked first; "" for nobody.

    Parameters
    ----------
    material
        Case, results and sources.
    """
    heard = {demand.party for demand in material.case.demands}
    asked = {p.id: asked_of(p.id, material) for p in material.case.parties if p.role != "side" and p.id not in heard}
    most = sorted((id for id in asked if asked[id]), key=lambda id: -len(asked[id]))
    if not most:
        return ""
    has = words.verb(len(most), "has", "have")
    return words.upper_first(f"{material.names.all_parties(most)} would have to deliver but {has} no position here.")


def _few_sides(material: Material) -> str:
    if not material.case.sides:
        return "No side of the conflict is heard in the record. Without two sides there is no negotiation to work out."
    heard = material.names.party(material.case.sides[0].id)
    return f"Only {heard} is heard. Without the other side's positions there is no negotiation to work out."


def _silent(side: str, material: Material) -> list[str]:
    return [
        words.lower_first(issue.name)
        for issue in material.case.issues
        if any(d.issue == issue.id for d in material.case.demands) and not material.case.demands_of(side, issue.id)
    ]


def _priors(material: Material) -> tuple[PriorRow, ...]:
    if not material.settlement.zones and not material.odds.tracks:
        return ()
    rows = []
    for name, (low, high) in ranges(material.case).items():
        prior = PRIORS[name.partition(".")[0]]
        changed = name in material.case.assumptions
        rows.append(_prior(name, prior, low, high, changed, material))
    return tuple(rows)


def _prior(name: str, prior: Prior, low: float, high: float, changed: bool, material: Material) -> PriorRow:
    party = name.partition(".")[2]
    text = f"{prior.text} ({material.names.party(party)})" if party else prior.text
    reach = f"{_figure(low)} to {_figure(high)}" if low != high else f"fixed at {_figure(low)}"
    if prior.kind != "uniform" and low != high:
        reach += ", nine draws in ten" if prior.kind == "lognormal" else ", even on the log scale"
    basis = (
        f"set in the case; otherwise {_figure(prior.low)} to {_figure(prior.high)} ({prior.basis})"
        if changed
        else prior.basis
    )
    text = material.names.spelled(text.replace("`", ""))
    return PriorRow(f"assume-{name.replace('.', '-')}", text, _symbol(prior.symbol), reach, basis, changed)


def _symbol(symbol: str) -> str:
    """Return a symbol in Greek letters, with its index in brackets."""
    letter, _, index = symbol.partition("_")
    return _GREEK.get(letter, letter) + (f" ({index})" if index else "")


def _figure(x: float) -> str:
    return f"{x:.3g}".replace("-", "−")


def _origin(of: Report | Evidence | None) -> list[str]:
    return [part for part in (of.outlet, file_name(of.path)) if part] if of else []


def _reports(material: Material) -> tuple[ReportRow, ...]:
    """Return the reports, latest last, with those from which nothing was taken."""
    taken: dict[str, list[Evidence]] = {}
    for evidence in material.evidence.values():
        taken.setdefault(evidence.report, []).append(evidence)
    known = {report.id: report for report in material.reports}
    rows = []
    for id in sorted(taken.keys() | known.keys(), key=lambda id: (_date(id, taken, known) or "9", id)):
        report, first = known.get(id), taken.get(id, [None])[0]
        title = (report.title if report else first and first.title) or "Untitled report"
        origin = _origin(report or first) + ([report.url] if report and report.url else [])
        basis = (
            {None: "not found", "argument": "given by the user"}.get(report.date_basis, f"from its {report.date_basis}")
            if report
            else ""
        )
        n = len(taken.get(id, ()))
        rows.append(
            ReportRow(
                title,
                words.long_date(_date(id, taken, known)),
                basis,
                ", ".join(origin),
                f"not read ({report.unread})" if report and report.unread else words.count(n, "entry", "entries"),
            )
        )
    return tuple(rows)


def _date(id: str, taken: Mapping[str, list[Evidence]], known: Mapping[str, object]) -> str | None:
    report = known.get(id)
    if report is not None:
        return getattr(report, "date", None)
    return taken[id][0].date


def _methods(material: Material) -> tuple[tuple[str, str], ...]:
    lines = [("Case", _digests(material))]
    if material.case.date:
        lines.append(("Record reaches up to", words.long_date(material.case.date)))
    lines += [("Settlement", _method(material.settlement.method)), ("Talks", _method(material.odds.method))]
    lines.append(("Horizon of the talks", f"{material.odds.weeks} weeks"))
    if material.settlement.stake_unknown:
        share = words.percent(material.settlement.stake_unknown)
        lines.append(("Draws not used", f"{share}, in which a side has too little at stake to measure what it gains"))
    return tuple(lines)


def _digests(material: Material) -> str:
    """Say which case the results are of, and whether they are of one case."""
    one, other = material.settlement.method.case, material.odds.method.case
    if one == other:
        return f"{material.case.title}, digest {one}"
    return f"{material.case.title}; settlement and talks were worked out on different cases, digests {one} and {other}"


def _method(method: Method) -> str:
    parts = [f"{method.name}, Detente {method.version}"]
    if method.draws is not None:
        parts.append(f"{method.draws:,} draws")
    if method.seed is not None:
        parts.append(f"seed {method.seed}")
    parts += [
        f"{key.replace('_', ' ')} {value}"
        for key, value in sorted(method.parameters.items())
        if isinstance(value, str | int | float)
    ]
    return ", ".join(parts)
