"""Entries that tell of the same are joined: a partition, whatever the order, that persons can change."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Event, Joining, Position, Provenance, Quote, Round
from detente.errors import RecordError
from detente.record import Record, grouping
from detente.record.joining import _decided, joined
from detente.record.telling import Context, same, tell, told_apart
from detente.reports import report_from_text

START = datetime(2020, 4, 1, tzinfo=UTC)
DAYS = ("2020-03-02", "2020-03-03", "2020-03-04", "2020-03", "2020", None)
PLACES = ("Oslo", "Bergen", "Norway", None)

EVENTS = st.builds(
    Event,
    st.sampled_from(["ASSAULT", "CONSULT"]),
    st.sampled_from(["Arland", "Borland", None]),
    st.sampled_from(["Borland", "Norway", None]),
    st.sampled_from(DAYS),
    st.sampled_from(PLACES),
    st.builds(lambda r, n: Quote(r, n, n + 4, "raid"), st.sampled_from("abc"), st.integers(0, 9)),
)
ROUNDS = st.builds(
    Round,
    st.sampled_from(DAYS),
    st.sampled_from(PLACES),
    st.sampled_from([("Arland", "Borland"), ("Arland", "Borland", "Norway"), ("Arland", "Norway")]),
    st.sampled_from(["unknown", "scheduled", "collapse"]),
    st.builds(lambda r, n: Quote(r, n, n + 5, "talks"), st.sampled_from("abc"), st.integers(0, 9)),
)
POSITIONS = st.builds(
    Position,
    st.sampled_from(["Arland", "Borland"]),
    st.just("prisoners"),
    st.sampled_from(["demands", "accepts"]),
    st.sampled_from(["all prisoners of war", "release of prisoners", "release", "the sick"]),
    st.builds(lambda r, n: Quote(r, n, n + 5, "terms"), st.sampled_from("abc"), st.integers(0, 9)),
)
ENTRIES = st.lists(EVENTS | ROUNDS | POSITIONS, min_size=1, max_size=7, unique_by=lambda e: e.id)
DECISIONS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["join", "part", "leave"])), max_size=5
)


def decided(entries, choices):
    made = []
    for n, (a, b, decision) in enumerate(choices):
        one, other = sorted(entries[i % len(entries)].id for i in (a, b))
        kinds = {e.kind for e in entries if e.id in (one, other)}
        if one != other and len(kinds) == 1:
            made.append(Joining(one, other, decision, "Ana", f"2020-05-{n + 1:02}"))
    return made


def context(decisions=(), copies=False):
    return Context(dict.fromkeys("abc", "2020-03-05"), {}, dict.fromkeys("bc", "a") if copies else {}, decisions)


def partition(groups):
    return {frozenset(e.id for e in group.entries) for group in groups}


@settings(max_examples=300, deadline=None)
@given(ENTRIES, DECISIONS, st.booleans(), st.data())
def test_joining_is_a_partition_that_the_order_does_not_change(entries, choices, copies, data):
    """Every entry is in one group, of one kind; shuffled entries and decisions give the same groups."""
    made = decided(entries, choices)
    groups = joined(entries, context(made, copies))
    assert sorted(e.id for g in groups for e in g.entries) == sorted(e.id for e in entries)
    assert all(len({e.kind for e in g.entries}) == 1 for g in groups)
    shuffled = joined(data.draw(st.permutations(entries)), context(data.draw(st.permutations(made)), copies))
    assert partition(shuffled) == partition(groups)


@settings(max_examples=300, deadline=None)
@given(ENTRIES, st.booleans())
def test_without_a_person_any_two_joined_are_the_same_and_no_reading_tells_them_apart(entries, copies):
    """Checked on every pair; to be the same is symmetric, so all that is joined is the same with each other."""
    known = context(copies=copies)
    told = {e.id: tell(e, known) for e in entries}
    for a, b in itertools.product(told.values(), repeat=2):
        assert same(a, b) == same(b, a)
        assert told_apart(a, b) == told_apart(b, a)
    for group in joined(entries, known):
        for a, b in itertools.combinations(group.entries, 2):
            assert same(told[a.id], told[b.id])
            assert not told_apart(told[a.id], told[b.id])


@settings(max_examples=200, deadline=None)
@given(ENTRIES, DECISIONS)
def test_the_latest_decisions_hold(entries, choices):
    """Going back from the latest: each is obeyed where those after it leave room, by brute force."""
    made = decided(entries, choices)
    together = partition(joined(entries, context(made)))
    home = {id: group for group in together for id in group}
    latest = {(d.one, d.other): d for d in made}
    obeyed: list[Joining] = []
    for decision in sorted(latest.values(), key=lambda d: d.at, reverse=True):
        if decision.decision != "leave" and possible([*obeyed, decision]):
            obeyed.append(decision)
            assert (home[decision.one] == home[decision.other]) == (decision.decision == "join"), decision


def possible(decisions):
    """Whether some partition obeys all of them."""
    ids = sorted({id for d in decisions for id in (d.one, d.other)})
    return any(
        all((labels[ids.index(d.one)] == labels[ids.index(d.other)]) == (d.decision == "join") for d in decisions)
        for labels in itertools.product(range(len(ids)), repeat=len(ids))
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENTS | ROUNDS | POSITIONS, min_size=2, max_size=2, unique_by=lambda e: e.id), st.booleans())
def test_two_entries_are_joined_if_and_only_if_they_are_the_same(entries, copies):
    """Where entries are filed by date, party and words hides none."""
    known = context(copies=copies)
    one, two = (tell(entry, known) for entry in entries)
    assert len(joined(entries, known)) == (1 if same(one, two) else 2)


def close(words):
    """Quotes in one of two places of each of three reports."""
    return st.builds(lambda r, n, word: Quote(r, n, n + 4, word), st.sampled_from("abc"), st.integers(0, 1), words)


NEAR = ("2020-03-02", "2020-03-03", "2020-03")
AROUND = ("Oslo", "northern Oslo", None)
TALKS = st.sampled_from([("Arland", "Borland"), ("Arland", "Borland", "Norway")])
ALIKE = st.one_of(
    st.builds(
        Event,
        st.just("ASSAULT"),
        st.sampled_from(["Arland", None]),
        st.just("Borland"),
        st.sampled_from(NEAR),
        st.sampled_from(AROUND),
        close(st.sampled_from(["raid", "bomb"])),
    ),
    st.builds(
        Round,
        st.sampled_from([*NEAR, None]),
        st.sampled_from(AROUND),
        TALKS,
        st.sampled_from(["unknown", "scheduled"]),
        close(st.just("talk")),
    ),
    st.builds(
        Position,
        st.just("Arland"),
        st.just("prisoners"),
        st.just("demands"),
        st.sampled_from(["sick prisoners", "prisoners of war", "the release of sick prisoners", "the release of all"]),
        close(st.just("free")),
    ),
)
READ_BY = st.frozensets(st.sampled_from(["rules", "model"]), max_size=2)
PAIRS = st.tuples(EVENTS | ROUNDS | POSITIONS, READ_BY), st.tuples(ALIKE, READ_BY)


@pytest.mark.parametrize("pairs", PAIRS, ids=["far", "close"])
@settings(max_examples=300, deadline=None)
@given(st.data(), DECISIONS, st.sampled_from([{}, {"b": "a", "c": "a"}, {"c": "b"}]), st.sampled_from([0, 3]))
def test_what_is_joined_is_what_comparing_each_with_each_joins(pairs, data, choices, origins, few):
    """Where entries are filed, and groups summed up from a given size on, hides none and adds none."""
    drawn = data.draw(st.lists(pairs, min_size=3, max_size=20, unique_by=lambda pair: pair[0].id))
    entries = [entry for entry, _ in drawn]
    read = {entry.id: {(entry.quote.report, reader, "1") for reader in by} for entry, by in drawn}
    known = Context(dict.fromkeys("abc", "2020-03-05"), read, origins, decided(entries, choices))
    told = {entry.id: tell(entry, known) for entry in entries}
    clusters, apart = _decided(told, known.decisions)
    expected = by_comparing([[told[id] for id in ids] for ids in clusters], apart)
    with mock.patch.object(grouping, "FEW", few):
        found = partition(joined(entries, known))
    assert found == {frozenset(t.id for t in group) for group in expected}


def by_comparing(clusters, apart):
    """Each cluster, the most exact dates first, goes to the group all of which it fits, by the rules in the docs."""
    groups = []
    for cluster in sorted((sorted(c, key=lambda t: t.rank) for c in clusters), key=lambda c: c[0].rank):
        fitting = [group for group in groups if all(fit(cluster, other, apart) for other in group)]
        entry = cluster[0].entry
        if isinstance(entry, Event | Round):
            exact = [g for g in fitting if entry.date and g[0][0].entry.date == entry.date]
            at_place = [g for g in exact if g[0][0].entry.place == entry.place]
            fitting = at_place or exact or (fitting if len(fitting) == 1 else [])
        if fitting:
            fitting[0].append(cluster)
        else:
            groups.append([cluster])
    return [[told for cluster in group for told in cluster] for group in groups]


def fit(some, others, apart):
    pairs = list(itertools.product(some, others))
    if any(b.id in apart.get(a.id, ()) or told_apart(a, b) for a, b in pairs):
        return False
    return any(same(a, b) for a, b in pairs)


def raid(report, **more):
    return replace(Event("ASSAULT", "Arland", "Borland", "2020-03-02", "Oslo", report.quote(0, 6)), **more)


REPORTS = [report_from_text(f"Raid {n} on Oslo.", date=f"2020-03-0{n}") for n in (3, 4, 5)]
ONE, TWO, THREE = (raid(report) for report in REPORTS)


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 1),
        ({"date": "2020-03"}, 1),
        ({"date": "2020-03-03"}, 1),
        ({"date": "2020-03-03", "place": None}, 2),
        ({"date": "2020-03-04"}, 2),
        ({"date": "2020"}, 2),
        ({"date": None}, 2),
        ({"place": "Bergen"}, 2),
        ({"place": "northern Oslo"}, 1),
        ({"place": "Borland"}, 1),
        ({"place": None}, 1),
        ({"actor": None}, 1),
        ({"actor": None, "place": None}, 2),
        ({"actor": "Borland", "recipient": "Arland"}, 2),
        ({"type": "COERCE"}, 2),
    ],
)
def test_which_events_are_the_same(change, count):
    """Type and parties, dates to a day where the place is the same, places that do not contradict each other."""
    with Record() as record:
        record.add(REPORTS[0], [ONE])
        record.add(REPORTS[1], [replace(TWO, **change)])
        assert len(record.joined()) == count


def test_a_position_repeated_in_other_words_is_one():
    """Other terms, another stance and a new red line are others."""
    want = Position("Arland", "prisoners", "demands", "the release of all prisoners", REPORTS[0].quote(0, 4))
    for change, count in (
        ({"terms": "prisoners released"}, 1),
        ({"terms": "the return of the dead"}, 2),
        ({"stance": "accepts"}, 2),
        ({"red_line": True}, 2),
    ):
        with Record() as record:
            record.add(REPORTS[0], [want])
            record.add(REPORTS[1], [replace(want, quote=REPORTS[1].quote(0, 4), **change)])
            assert len(record.joined("position")) == count, change


def test_a_copied_report_adds_a_quote_and_no_event():
    """Even where the date is not known: the words are the same."""
    text = "Arland raided Oslo. " + " ".join(f"word{n} and word{n * n}" for n in range(40))
    reports = [report_from_text(text + end, date="2020-03-02") for end in (" So far.", " For now.")]
    raids = [Event("ASSAULT", "Arland", None, None, None, report.quote(0, 18)) for report in reports]
    with Record() as record:
        for report, entry in zip(reports, raids, strict=True):
            record.add(report, [entry])
        assert [len(each.entries) for each in record.joined()] == [2]


def three():
    record = Record()
    for report, entry in zip(REPORTS, (ONE, TWO, THREE), strict=True):
        record.add(report, [entry])
    return record


def test_a_person_parts_joins_and_takes_it_back():
    """The entries stay as they were; each decision supersedes that before it on the same two."""
    with three() as record:
        before = record.entries()
        parted = record.join(ONE.id, TWO.id, "part", by="Ana", note="two raids")
        assert len(record.joined()) == 2
        undone = record.join(TWO.id[:8], ONE.id[:8], "leave", by="Ana")
        assert len(record.joined()) == 1
        assert undone.supersedes == parted.id
        assert record.entries() == before
        assert [(each.decision, each.note) for each in record.log()] == [("part", "two raids"), ("leave", "")]


def test_a_decision_outlasts_corrections_and_newer_readings():
    """It is on the act, not on a row: a corrected form and a counterpart are parted as the entry was."""
    with three() as record:
        record.join(ONE.id, TWO.id, "part", by="Ana")
        record.join(ONE.id, THREE.id, "part", by="Ana")
        record.judge(ONE.id, "correct", changes={"date": "2020-03"}, by="Ana")
        newer = replace(TWO, quote=REPORTS[1].quote(0, 14), by=Provenance("hand", "2"))
        record.add(REPORTS[1], [newer])
        assert newer in record.entries()
        assert sorted(len(each.entries) for each in record.joined()) == [1, 2]


def test_two_that_cannot_be_the_same_are_refused():
    """An entry and itself; a position and an event; what is not there."""
    want = Position("Arland", "aid", "demands", "aid", REPORTS[0].quote(0, 4))
    with three() as record:
        record.add(REPORTS[0], [ONE, want])
        for other, words in ((ONE.id, "are one entry"), (want.id, "cannot tell of the same"), ("zz", "no entry 'zz'")):
            with pytest.raises(RecordError, match=words):
                record.join(ONE.id, other, by="Ana")


STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 2)),
    st.tuples(st.just("judge"), st.integers(0, 2), st.sampled_from(["accept", "reject", "correct"])),
    st.tuples(st.sampled_from(["join", "part", "leave"]), st.integers(0, 2), st.integers(0, 2)),
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_order_of_adding_judging_joining_and_reading_again_gives_the_same_view(data):
    """Each step has its own time; the order in which they reach the file does not matter."""
    steps = list(enumerate(data.draw(st.lists(STEPS, min_size=2, max_size=9))))
    with Record() as one, Record() as two:
        assert shown(played(one, steps)) == shown(played(two, data.draw(st.permutations(steps))))


def played(record, steps):
    """All steps, those on entries after what adds them; every report is added once at least."""
    raids = (ONE, TWO, THREE)
    for n, (report, entry) in enumerate(zip(REPORTS, raids, strict=True)):
        record.add(report, [entry], at=START + timedelta(seconds=n))
    for number, (what, a, *rest) in steps:
        at = START + timedelta(minutes=number + 1)
        if what == "add":
            newer = replace(raids[a], by=Provenance("hand", "2"), quote=REPORTS[a].quote(0, 9))
            record.add(REPORTS[a], [newer], at=at)
        elif what == "judge":
            changes = {"place": "Bergen"} if rest[0] == "correct" else None
            record.judge(raids[a].id, rest[0], changes=changes, by="Ana", at=at)
        elif a != rest[0]:
            record.join(raids[a].id, raids[rest[0]].id, what, by="Ana", at=at)
    return record


def shown(record):
    return [(each.entries, [d.id for d in each.decisions]) for each in record.joined()], [d.id for d in record.log()]
