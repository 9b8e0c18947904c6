"""A case written and read as YAML."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from detente.case import (
    Agreed,
    Amount,
    Basis,
    Case,
    Constraint,
    Demand,
    Evidence,
    Happening,
    Issue,
    Meeting,
    Order,
    Party,
    Rung,
    dump,
    load,
    update,
)
from detente.errors import CaseError, Fault

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
ids = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,6}", fullmatch=True)
dates = st.sampled_from([None, "2025", "2025-06", "2025-06-02", "0033-01-01"])
units = st.floats(0, 1)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case whose references hold."""
    entries = draw(st.lists(ids, max_size=4, unique=True))

    def basis() -> Basis:
        return Basis(tuple(draw(st.lists(st.sampled_from(entries), max_size=3))) if entries else (), draw(texts))

    def some(values: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), max_size=3)))

    people = sorted(draw(st.lists(ids, min_size=1, max_size=4, unique=True)))
    roles = st.sampled_from(["side", "mediator", "outside"])
    parties = tuple(Party(id, draw(texts), draw(roles), draw(st.booleans()), basis()) for id in people)
    issues = []
    for id in sorted(draw(st.lists(ids, min_size=1, max_size=3, unique=True))):
        xs = sorted(draw(st.lists(units, min_size=2, max_size=4, unique=True)))
        names = draw(st.lists(ids, min_size=len(xs), max_size=len(xs), unique=True))
        rungs = tuple(
            Rung(name, x, draw(texts), some(people), draw(st.booleans()), draw(st.booleans()), basis())
            for name, x in zip(names, xs, strict=True)
        )
        low, high = sorted((draw(units), draw(units)))
        role = draw(st.sampled_from(["stake", "termination", "procedure"]))
        flags = draw(st.booleans()), draw(st.booleans())
        issues.append(Issue(id, draw(texts), role, rungs, draw(st.sampled_from(names)), *flags, (low, high), basis()))
    steps = [(issue.id, rung.id) for issue in issues for rung in issue.rungs]
    step = st.sampled_from(steps)
    keys = st.tuples(st.sampled_from(people), step, st.sampled_from(["demands", "proposes", "accepts", "rejects"]))
    demands = tuple(
        Demand(
            who,
            *where,
            stance,
            draw(texts),
            *(draw(st.booleans()) for _ in range(3)),
            draw(st.sampled_from([None, "order", "content"])),
            draw(dates),
            basis(),
            draw(texts),
        )
        for who, where, stance in draw(st.lists(keys, max_size=4, unique=True))
    )
    named = [issue.id for issue in issues]
    pairs = draw(st.lists(st.tuples(st.sampled_from(named), st.sampled_from([*named, "*"])), max_size=2))
    orders = tuple(
        Order(draw(st.sampled_from(people)), a, b, draw(texts), basis(), draw(dates), draw(texts))
        for a, b in pairs
        if a != b
    )
    outcome = st.sampled_from(["agreement", "no_agreement", "collapse", "scheduled", "unknown"])
    maybe = st.sampled_from([None, *people])
    rules = draw(st.lists(ids, max_size=2, unique=True))
    bounds = st.floats(-1e6, 1e6)
    sides = [party.id for party in parties if party.role == "side"]
    return Case(
        draw(texts),
        parties,
        tuple(issues),
        demands,
        orders,
        tuple(
            Agreed(*draw(step), some(people), draw(dates), draw(st.booleans()), basis(), draw(dates))
            for _ in range(draw(st.integers(0, 2)))
        ),
        tuple(Constraint(id, draw(texts), (draw(step),), basis()) for id in rules),
        tuple(
            Meeting(
                draw(dates), draw(st.none() | texts), some(people), draw(outcome), some(people), some(named), basis()
            )
            for _ in range(2)
        ),
        tuple(
            Happening(draw(texts), draw(maybe), draw(maybe), draw(dates), draw(st.none() | texts), basis())
            for _ in range(2)
        ),
        {id: draw(units) for id in sides},
        {id: tuple(sorted((draw(bounds), draw(bounds)))) for id in draw(st.lists(ids, max_size=2, unique=True))},
        {
            id: Evidence(
                draw(texts),
                draw(texts),
                draw(texts),
                draw(st.none() | texts),
                draw(dates),
                None,
                None,
                draw(texts),
                draw(units),
            )
            for id in entries
        },
        draw(dates),
    )


@settings(max_examples=40, deadline=None)
@given(cases())
def test_what_is_dumped_loads_as_the_same_case(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    """Writing and reading give the same case, digest and text."""
    path = tmp_path_factory.mktemp("case") / "case.yaml"
    dump(case, path)
    again = load(path)
    assert again == case
    assert again.digest == case.digest
    text = path.read_text(encoding="utf-8")
    dump(again, path)
    assert path.read_text(encoding="utf-8") == text


HAND = """\
# Talks that nobody has reported on.
title: The river
parties:
  - {id: upstream}      # holds the dam
  - {id: downstream, name: Downstream}
  - {id: bank, role: outside}
issues:
  - id: water
    status_quo: none
    # What a gauge can measure.
    rungs:
      - {id: none, x: 0}
      - {id: half, x: 0.5, deliverers: [upstream]}
      - {id: full, x: 1, deliverers: [upstream, bank]}
demands:
  # Said in every speech.
  - {party: downstream, issue: water, stance: demands, rung: full, date: 2025-06-02}
  - {party: upstream, issue: water, stance: rejects, rung: full, red_line: true, date: 2025}
orders:
"""


@pytest.fixture
def hand(tmp_path: Path) -> Path:
    """A file that a person wrote."""
    path = tmp_path / "river.yaml"
    path.write_text(HAND, encoding="utf-8")
    return path


def test_a_case_by_hand_needs_neither_entries_nor_evidence(hand: Path) -> None:
    """Names come from ids, sides sit at the table, and what a demand names is stated."""
    case = load(hand)
    assert case.party("upstream") == Party("upstream", "upstream", "side", True)
    assert case.table == {"upstream", "downstream"}
    assert [party.id for party in case.parties] == ["bank", "downstream", "upstream"]
    assert [(rung.id, rung.label, rung.stated) for rung in case.issue("water").rungs] == [
        ("none", "none", False),
        ("half", "half", False),
        ("full", "full", True),
    ]
    assert [demand.date for demand in case.demands] == ["2025-06-02", "2025"]
    assert (case.orders, case.evidence) == ((), {})


def test_an_issue_of_the_table_has_its_name_from_there(tmp_path: Path) -> None:
    """A person need not write it out."""
    rungs = "[{id: a, x: 0}, {id: b, x: 1}]"
    path = tmp_path / "case.yaml"
    path.write_text(f"title: t\nissues:\n  - {{id: bodies, status_quo: a, rungs: {rungs}}}\n", encoding="utf-8")
    assert load(path).issues[0].name == "The dead and the missing"


def test_comments_survive_reading_changing_and_writing(hand: Path) -> None:
    """Everything that did not change stays as the person wrote it."""
    case = load(hand)
    issue = case.issue("water")
    rungs = (issue.rungs[0], replace(issue.rungs[1], x=0.4), issue.rungs[2])
    key = replace(case.demands[0], key=True)
    changed = replace(case, issues=(replace(issue, rungs=rungs),), demands=(key, case.demands[1]), date="2025-06-03")
    update(changed, hand)
    assert load(hand) == changed
    text = hand.read_text(encoding="utf-8")
    for comment in (
        "# Talks that nobody has reported on.",
        "# holds the dam",
        "# What a gauge",
        "# Said in every speech.",
    ):
        assert comment in text
    assert "{id: half, x: 0.4, deliverers: [upstream]}" in text


def test_nothing_changed_changes_nothing_but_layout(hand: Path) -> None:
    """Writing back twice gives the same bytes."""
    case = load(hand)
    update(case, hand)
    once = hand.read_bytes()
    update(load(hand), hand)
    assert hand.read_bytes() == once
    assert load(hand) == case


def test_rows_that_come_and_go_leave_the_others_alone(hand: Path) -> None:
    """A demand dropped and one added, with the other's comment kept."""
    case = load(hand)
    added = Demand("upstream", "water", "half", "proposes", "half of it")
    changed = replace(case, demands=(case.demands[0], added))
    update(changed, hand)
    again = load(hand)
    assert {demand.id for demand in again.demands} == {demand.id for demand in changed.demands}
    assert "# Said in every speech." in hand.read_text(encoding="utf-8")


FAULTY = """\
title: The river
parties:
  - {id: upstream}
  - {id: upstream}
  - {id: downstream, role: boss}
issues:
  - id: water
    status_quo: gone
    phi: [0.8, 0.2]
    rungs:
      - {id: none, x: 0.5, lable: nothing}
      - {id: full, x: 0.2}
  - id: fish
    status_quo: none
    rungs:
      - {id: none, x: 0}
      - {id: all, x: 1.5}
demands:
  - {party: nobody, issue: water, stance: demands, rung: full}
  - {party: downstream, issue: water, stance: wishes, rung: full}
  - {party: downstream, issue: water, stance: demands, rung: quarter}
  - {party: downstream, stance: demands, rung: quarter}
  - {party: downstream, issue: fish, stance: demands, rung: all, red_line: "yes"}
constraints:
  - {id: r, text: t, forbids: [[water, full], [water, none]]}
orders: none
reservation: {sea: 0.5}
assumptions: {kappa: [1, 0.3]}
"""
EXPECTED = [
    (4, 6, "parties.1.id", "twice"),
    (5, 22, "parties.2.role", "'side', 'mediator', 'guarantor', 'spoiler' or 'outside'"),
    (8, 5, "issues.0.status_quo", "unknown rung 'gone'; known: full, none"),
    (9, 5, "issues.0.phi", "[low, high]"),
    (11, 28, "issues.0.rungs.0.lable", "unknown key; known: "),
    (12, 20, "issues.0.rungs.1.x", "rising order"),
    (17, 19, "issues.1.rungs.1.x", "less than or equal to 1"),
    (19, 6, "demands.0.party", "unknown party 'nobody'; known: downstream, upstream"),
    (20, 39, "demands.1.stance", "'demands', 'proposes', 'accepts' or 'rejects'"),
    (21, 56, "demands.2.rung", "unknown rung 'quarter'"),
    (22, 5, "demands.3.issue", "is missing"),
    (23, 66, "demands.4.red_line", "must be true or false (given: 'yes')"),
    (25, 47, "constraints.0.forbids.1", "twice"),
    (26, 1, "orders", "must be a list"),
    (27, 15, "reservation.sea", "unknown side 'sea'"),
    (28, 15, "assumptions.kappa", "[low, high]"),
]


def test_every_fault_is_named_at_its_line_and_column(tmp_path: Path) -> None:
    """All of them in one go, in the order of the file, and no fault that is not there."""
    path = tmp_path / "case.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    with pytest.raises(CaseError, match=rf"case\.yaml: {len(EXPECTED)} faults") as caught:
        load(path)
    found = [(fault.line, fault.column, fault.path) for fault in caught.value.faults]
    assert found == [expected[:3] for expected in EXPECTED]
    for fault, (*_, words) in zip(caught.value.faults, EXPECTED, strict=True):
        assert words in fault.message


@pytest.mark.parametrize(
    ("line", "path", "words"),
    [
        ("title: 5", "title", "must be text"),
        ("title: t\nparties: [{id: a}, 5]", "parties.1", "mapping"),
        ("title: t\nparties: [{id: 7}]", "parties.0.id", "must be text"),
        ("title: t\nparties: [{id: a b}]", "parties.0.id", "without spaces"),
        ("title: t\nreservation: [a]", "reservation", "must be a mapping"),
        ("title: t\ndate: 2025-6", "date", "such as"),
        ("title: t\nassumptions: {o: [.nan, 1]}", "assumptions.o.0", "finite"),
        ("title: t\nassumptions: {o: [.inf, 1]}", "assumptions.o.0", "finite"),
        ("title: t\nassumptions: {o: 1}", "assumptions.o", "list"),
        ("parties: [{id: a}]", "title", "is missing"),
        ("title: t\nevidence: {e1: {quote: q, text: x}}", "evidence.e1.text", "unknown key; known: quote, sentence"),
        ("title: t\nnotes: []", "notes", "unknown key; known: title"),
        (
            "title: t\nevidence: {e1: {quote: q}}\nparties: [{id: a, entries: [e1, e2]}]",
            "parties.0.entries.1",
            "no evidence for entry 'e2'",
        ),
        ("title: t\nissues: [{id: a, status_quo: b, rungs: []}]", "issues.0.rungs", "at least two rungs"),
    ],
)
def test_single_faults(tmp_path: Path, line: str, path: str, words: str) -> None:
    """Wrong types, missing and unknown keys, in plain words."""
    file = tmp_path / "case.yaml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load(file)
    fault = next(fault for fault in caught.value.faults if fault.path == path)
    assert words in fault.message
    assert fault.line
    assert fault.column


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "mapping"),
        (b"- a\n- b\n", "mapping"),
        (b"just text", "mapping"),
        (b"title: [", "not YAML"),
        (b"title: \xff\xfe", "not UTF-8"),
        (b"title: t\ntitle: u\n", "not YAML"),
        (b"title: !!python/object/apply:os.system [ls]\n", "title"),
        (BOMB.encode(), "aliases"),
        (b"title: " + b"[" * 5000, "nested too deeply"),
        (b"title: a\x00b", "not YAML"),
    ],
)
def test_a_file_that_is_no_case_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """With the file's name and what is wrong; a bomb as soon as its first alias is met."""
    path = tmp_path / "case.yaml"
    path.write_bytes(content)
    with pytest.raises(CaseError, match=words) as caught:
        load(path)
    assert "case.yaml" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """So is a folder."""
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(CaseError, match="cannot be read"):
            load(path)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    """Nothing half-written, neither the file nor a part of it."""
    with pytest.raises(CaseError, match="cannot be written"):
        dump(Case("t"), tmp_path / "no" / "case.yaml")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CaseError, match="cannot be written"):
        dump(Case("t"), tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_the_istanbul_case_is_a_readable_file(istanbul: Case) -> None:
    """Explained at the top, lists of ids in one line, what has its default left out."""
    stream = io.StringIO()
    dump(istanbul, stream)
    text = stream.getvalue()
    assert text.startswith("# A Detente case")
    assert "deliverers: [russia, ukraine]" in text
    assert "sacred: false" not in text
    assert max(map(len, text.splitlines())) <= 120


odd = st.recursive(
    st.sampled_from([None, True, 0, -1.5, "", "*", "a b", "upstream", "water", "full"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "issue", "entries", "x"]), inner)
    ),
    max_leaves=4,
)


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in nested mappings and lists."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in items for place in places(item, (*path, key)))]


def faults_in(path: Path) -> tuple[Fault, ...]:
    """The faults of a file, none where it loads."""
    try:
        load(path)
    except CaseError as exc:
        return exc.faults or (Fault("none named"),)
    return ()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_file_broken_anywhere_has_faults_or_loads(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever stands where: one kind of error, with a place for every fault, and never another."""
    whole = YAML(typ="safe", pure=True).load(HAND)
    whole |= {"agreed": [{"issue": "water", "rung": "half", "parties": ["upstream", "downstream"]}]}
    whole |= {"orders": [{"party": "bank", "first": "water", "then": "*"}], "reservation": {"upstream": 0.5}}
    whole |= {"constraints": [{"id": "r", "text": "t", "forbids": [["water", "full"]]}], "assumptions": {"o": [0, 1]}}
    whole |= {"happenings": [{"type": "ASSAULT", "actor": "bank"}], "meetings": [{"parties": ["bank"]}]}
    whole |= {"evidence": {"e": {"quote": "q"}}}
    *parents, last = data.draw(st.sampled_from(places(whole)[1:]))
    target = whole
    for key in parents:
        target = target[key]
    target[last] = data.draw(odd)
    path = tmp_path_factory.mktemp("odd") / "case.yaml"
    with path.open("w", encoding="utf-8") as file:
        YAML().dump(whole, file)
    faults = faults_in(path)
    assert all(fault.line and fault.column for fault in faults)


def test_who_judged_a_source_comes_back_from_the_file(tmp_path: Path) -> None:
    """A case file keeps a person's decision beside the quote."""
    judged = "corrected by Ana on 2025-06-03"
    text = f"title: talks\nparties: []\nevidence:\n  e1: {{quote: no, judged: {judged}}}\n"
    (tmp_path / "case.yaml").write_text(text)
    case = load(tmp_path / "case.yaml")
    assert case.evidence["e1"].judged == judged
    dump(case, tmp_path / "again.yaml")
    assert load(tmp_path / "again.yaml").evidence == case.evidence


def test_faults_of_form_are_told_in_plain_words(tmp_path: Path) -> None:
    """No regular expression is shown to whoever wrote a date or an id in another form."""
    path = tmp_path / "case.yaml"
    path.write_text("title: Talks\ndate: 3 May 2024\nparties:\n  - id: a b\n", encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load(path)
    dated, named = caught.value.faults
    assert "a date such as 2025-06-02" in dated.message
    assert "without spaces" in named.message


ENDLESS = """\
title: Talks
parties: [{id: a}, {id: b}, {id: c}]
reservation: {a: 0.4, b: {lognormal: [0.2, 0.5]}, c: {normal: [0.2, 0.5]}}
capability: {a: -1, b: [1, 2], nobody: 3}
"""


def test_a_reservation_value_without_ends_needs_preferences(tmp_path):
    """A share of what is at stake lies in [0, 1]; draws of a lognormal or normal do not, so these are refused."""
    path = tmp_path / "case.yaml"
    path.write_text(ENDLESS, encoding="utf-8")
    found = {fault.path: fault.message for fault in faults_in(path)}
    assert set(found) == {"reservation.b", "reservation.c", "capability.a", "capability.nobody"}
    assert "lognormal has no ends" in found["reservation.b"]
    assert found["capability.a"] == "is 0 or more"
    assert "unknown side 'nobody'" in found["capability.nobody"]


BASED = """\
title: Talks
parties: [{id: a}, {id: b}]
issues: [{id: pie, free: true, rungs: [{id: x}, {id: y}]}]
preferences:
  - party: a
    weights: {pie: {value: [0.5, 1], assumption: what its delegate said}}
    values: {pie: {x: {value: {lognormal: [0.2, 0.5]}, entries: [e1]}, y: 0}}
reservation: {a: {value: 0.1, assumption: a guess}}
evidence: {e1: {quote: we want x}}
"""


def test_amounts_carry_what_they_rest_on(tmp_path):
    """Weights, values and reservation values come back from a file with their entries and assumptions."""
    (path := tmp_path / "case.yaml").write_text(BASED, encoding="utf-8")
    case = load(path)
    (row,) = case.preferences
    assert row.weights["pie"] == Amount(0.5, 1, basis=Basis((), "what its delegate said"))
    assert row.values["pie"]["x"] == Amount(0.2, 0.5, "lognormal", Basis(("e1",)))
    assert case.reservation["a"] == Amount(0.1, 0.1, basis=Basis((), "a guess"))
    dump(case, again := tmp_path / "again.yaml")
    assert load(again) == case
    path.write_text(BASED.replace("[e1]", "[e2]"), encoding="utf-8")
    assert [fault.path for fault in faults_in(path)] == ["preferences.0.values.pie.x.entries.0"]
