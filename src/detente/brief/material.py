"""What a brief is made of, with the look-ups that every section needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass, field, fields
from typing import TYPE_CHECKING

from detente.brief.words import Names
from detente.case.model import Case, Demand, Evidence
from detente.entries import Claim
from detente.reports.report import Report
from detente.settlement.results import Gap, Settlement
from detente.talks.results import Odds

if TYPE_CHECKING:
    from detente.record import Source
    from detente.talks.signmap import SignMap


@dataclass(frozen=True, slots=True)
class Material:
    """Case, results and sources of one brief.

    Parameters
    ----------
    case, settlement, odds
        The model and its results.
    claims
        Figures with who says so.
    dropped
        What was read and has no place in the case, and why.
    reports
        The reports themselves, where they are at hand: they say how their dates were found.
    given
        Entry id to quote, for what the case does not have.
    sign_map
        Where the event raises and where it lowers the odds, None where it was not worked out.
    evidence
        Entry id to quote, for the case and the claims.
    names, anchors
        Plain names of ids; entry id to the id of its element on the page.
    """

    case: Case
    settlement: Settlement
    odds: Odds
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Gap, ...] = ()
    reports: tuple[Report, ...] = ()
    given: InitVar["Mapping[str, Evidence | Source] | None"] = None
    sign_map: "SignMap | None" = None
    evidence: Mapping[str, Evidence] = field(init=False)
    names: Names = field(init=False)
    anchors: Mapping[str, str] = field(init=False)

    def __post_init__(self, given: "Mapping[str, Evidence | Source] | None") -> None:
        known = gather(self.case, self.claims, given or {})
        object.__setattr__(self, "evidence", known)
        object.__setattr__(self, "names", Names(self.case))
        object.__setattr__(self, "anchors", anchors(known))

    def href(self, entries: Sequence[str]) -> str | None:
        """Return the anchor of the first entry that has a sentence."""
        return next((self.anchors[id] for id in entries if id in self.anchors), None)

    def quotes(self, demand: Demand) -> tuple[tuple[str, str], ...]:
        """Return (entry id, quote) for what a demand rests on."""
        return tuple((id, self.evidence[id].quote) for id in demand.basis.entries if id in self.evidence)


def gather(case: Case, claims: Sequence[Claim], given: Mapping[str, "Evidence | Source"]) -> dict[str, Evidence]:
    """Return the evidence of the case and of the claims; a claim without a sentence is shown by its quote.

    Parameters
    ----------
    case
        Its evidence comes first.
    claims
        Figures; their reports' titles and dates are taken from other entries of the same report.
    given
        Evidence from elsewhere, by entry id.
    """
    known = {id: as_evidence(source) for id, source in given.items()} | dict(case.evidence)
    reports = {evidence.report: evidence for evidence in known.values()}
    for claim in claims:
        if claim.id not in known:
            known[claim.id] = _from_claim(claim, reports.get(claim.quote.report))
    return known


def file_name(path: str | None) -> str:
    r"""Return the last part of where a report lies: the folders above it are the business of one machine.

    Examples
    --------
    >>> file_name("/home/me/talks/second round.txt"), file_name("C:\\talks\\crawl.warc.gz"), file_name(None)
    ('second round.txt', 'crawl.warc.gz', '')
    """
    return re.split(r"[/\\]", path or "")[-1]


def as_evidence(source: "Evidence | Source") -> Evidence:
    """Return a source of the record as evidence; both have the same fields."""
    if isinstance(source, Evidence):
        return source
    return Evidence(**{f.name: getattr(source, f.name) for f in fields(Evidence)})


def _from_claim(claim: Claim, report: Evidence | None) -> Evidence:
    by = claim.by
    reader = f"{by.reader} {by.version}" + (f" ({by.rule})" if by.rule else "")
    quote = claim.quote.text
    if report is None:
        return Evidence(quote, quote, claim.quote.report, reader=reader, confidence=by.confidence, judged=by.judged)
    about = (report.report, report.title, report.date, report.outlet, report.path)
    return Evidence(quote, quote, *about, reader, by.confidence, by.judged)


def anchors(entries: Mapping[str, Evidence]) -> dict[str, str]:
    """Return an element id for every entry id; ids that a person wrote may hold anything.

    Examples
    --------
    >>> anchors({"e 1": Evidence("q", "s", "r"), "e_1": Evidence("q", "s", "r")})
    {'e 1': 'entry-e_1', 'e_1': 'entry-e_1-2'}
    """
    taken: dict[str, str] = {}
    for id in sorted(entries):
        base = "entry-" + re.sub(r"[^A-Za-z0-9_-]", "_", id)
        name, n = base, 1
        while name in taken.values():
            n += 1
            name = f"{base}-{n}"
        taken[id] = name
    return taken
