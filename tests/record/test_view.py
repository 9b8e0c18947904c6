"""The view is a function of what the record holds, not of the order in which it came."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Claim, Event, Naming, Position, Provenance
from detente.record import Record
from detente.reports import report_from_text

REPORTS = [
    report_from_text("Arland demands a truce. Arland struck Oslo.", date="2020-03-02"),
    report_from_text("Borland offers aid to 40 men. Borland waits.", date="2020-03-03"),
]
START = datetime(2020, 4, 1, tzinfo=UTC)


def readings():
    """Two readers' and two versions' readings of the reports, and one under another date.

    Parties are read from their names; the two versions find one of these at different places.
    """
    one, two = REPORTS
    demands = Position("Arland", "ceasefire", "demands", "a truce", one.quote(0, 22))
    strike = Event("ASSAULT", "Arland", None, "2020-03-02", "Oslo", one.quote(24, 42))
    offers = Position("Borland", "aid", "proposes", "aid", two.quote(0, 18))
    names = [Naming("Arland", one.quote(0, 6)), Naming("Borland", two.quote(0, 7))]
    again = [Naming("Arland", one.quote(24, 30))]
    men = Claim("Borland", 40, "people", "men", "~", "attributed", two.quote(22, 28))
    for report, entries in (
        (
            one,
            {"1": [demands, strike, names[0]], "2": [*again, replace(demands, terms="truce", quote=one.quote(7, 22))]},
        ),
        (two, {"1": [offers, names[1]], "2": [offers, men, names[1]]}),
    ):
        for version, found in entries.items():
            for reader in ("rules", "llm"):
                yield report, [replace(e, by=Provenance(reader, version, "", 0.5, ORIGINAL)) for e in found]
    yield replace(one, date="2020-03-09"), [replace(strike, date="2020-03-09", by=Provenance("rules", "2"))]


ORIGINAL = (("party", "Arland"), ("actor", "ARLAND"), ("source", "Borland"))
READINGS = list(readings())
IDS = sorted({entry.id for _, entries in READINGS for entry in entries})
CHANGES = {
    "position": {"party": "Cland"},
    "event": {"place": "Bergen"},
    "claim": {"value": "41"},
    "naming": {"party": "Cland"},
}
KIND = {entry.id: entry.kind for _, entries in READINGS for entry in entries}

ADD = st.tuples(st.just("add"), st.integers(0, len(READINGS) - 1))
JUDGE = st.tuples(st.just("judge"), st.sampled_from(IDS), st.sampled_from(["accept", "reject", "correct", "unsure"]))


def played(record, steps):
    """Do the steps that can be done; a judgement on what is not there yet waits until all is there."""
    waiting = []
    for number, step in steps:
        if not done(record, number, step):
            waiting.append((number, step))
    for number, step in waiting:
        done(record, number, step)
    return record


def done(record, number, step):
    at = START + timedelta(minutes=number)
    if step[0] == "add":
        report, entries = READINGS[step[1]]
        record.add(report, entries, at=at)
        return True
    known = record.seen()
    if step[1] not in known:
        return False
    changes = CHANGES[KIND[step[1]]] if step[2] == "correct" else None
    record.judge(step[1], step[2], changes=changes, by="Ana", at=at)
    return True


def shown(record):
    stated = [*record.entries(), *record.namings()]
    view = [(e, e.by.judgement and e.by.judgement.id, e.by.renamed, e.by.before, e.by.reader) for e in stated]
    found = [
        (hit.report, hit.date, hit.sentence, hit.entries)
        for kind in ("position", "event", "claim")
        for hit in record.search(kind=kind, limit=100)
    ]
    log = [(judgement.id, judgement.entry, judgement.decision) for judgement in record.log()]
    return view, record.reports(), sorted(found, key=repr), log, record.seen()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_of_adding_judging_and_reading_again_gives_the_same_view(data):
    """Each step has its own time; the order in which they reach the file does not matter."""
    steps = list(enumerate(data.draw(st.lists(ADD | JUDGE, min_size=2, max_size=9))))
    shuffled = data.draw(st.permutations(steps))
    with Record() as one, Record() as two:
        assert shown(played(one, steps)) == shown(played(two, shuffled))


@settings(max_examples=40, deadline=None)
@given(st.lists(ADD | JUDGE, min_size=1, max_size=8))
def test_the_index_is_that_of_the_view(steps):
    """A search by kind finds each entry that stands, and nothing else."""
    with Record() as record:
        played(record, list(enumerate(steps)))
        for kind in ("position", "event", "claim"):
            found = {entry for hit in record.search(kind=kind, limit=100) for entry in hit.entries}
            assert found == set(record.entries(kind))


@settings(max_examples=40, deadline=None)
@given(st.lists(ADD, min_size=1, max_size=6), st.sampled_from(IDS), st.lists(ADD, max_size=6))
def test_a_rejected_entry_never_comes_back_by_itself(before, id, after):
    """Whatever is read again, and by whom."""
    with Record() as record:
        played(record, list(enumerate(before)))
        if id not in record.seen():
            return
        record.judge(id, "reject", by="Ana", at=START + timedelta(days=1))
        for number, step in enumerate(after):
            done(record, 10_000 + number, step)
        assert id not in {entry.id for entry in record.entries()}
