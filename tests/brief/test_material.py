"""What a brief is made of."""

from detente.brief.material import Material, anchors, gather
from detente.case.model import Case, Evidence
from detente.entries import Claim, Provenance, Quote
from detente.settlement.results import Settlement
from detente.talks.results import Odds

CLAIM = Claim(
    None, 3, "days", "a truce", "=", "stated", Quote("r1", 0, 6, "3 days"), Provenance("rules", "2", "n", 0.5)
)


def test_claim_without_a_sentence_takes_the_report_from_its_neighbours(istanbul: Case) -> None:
    """Title and date of a claim's report are those of another entry of that report."""
    evidence = gather(istanbul, [CLAIM], {})[CLAIM.id]
    assert (evidence.quote, evidence.title, evidence.date) == ("3 days", "Report", "2025-06-02")
    assert (evidence.reader, evidence.confidence) == ("rules 2 (n)", 0.5)


def test_claim_of_an_unknown_report_is_kept() -> None:
    """Nothing is lost where no other entry knows the report."""
    assert gather(Case("c"), [CLAIM], {})[CLAIM.id].report == "r1"


def test_given_sentence_comes_first() -> None:
    """A sentence from the record beats the bare quote."""
    given = {CLAIM.id: Evidence("3 days", "For 3 days.", "r1")}
    assert gather(Case("c"), [CLAIM], given)[CLAIM.id].sentence == "For 3 days."


def test_sources_of_the_record_serve_as_evidence() -> None:
    """What `Record.sources` returns can be passed as it is."""
    from detente.record import Record
    from detente.reports import report_from_text

    report = report_from_text("They offered 3 days of rest.", date="2020-01-01")
    claim = Claim(None, 3, "days", "rest", "=", "stated", report.quote(13, 19))
    with Record() as record:
        record.add(report, [claim])
        evidence = gather(Case("c"), [claim], record.sources())[claim.id]
    assert isinstance(evidence, Evidence)
    assert evidence.sentence == "They offered 3 days of rest."


def test_anchors_differ_for_different_entries() -> None:
    """Ids that look alike after cleaning keep anchors of their own."""
    ids = ["a b", "a_b", "a/b", 'x"><script>']
    made = anchors({id: Evidence("q", "s", "r") for id in ids})
    assert len(set(made.values())) == len(ids)
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in made.values())


def test_href_skips_entries_without_a_sentence(istanbul: Case, settlement: Settlement, odds: Odds) -> None:
    """A link leads to an entry that can be shown, or nowhere."""
    material = Material(istanbul, settlement, odds)
    assert material.href(("unknown", "e02")) == "entry-e02"
    assert material.href(("unknown",)) is None
