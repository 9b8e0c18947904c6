"""Every entry of an answer is taken whole or turned down with its reason; no answer breaks the check."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ontology import issues
from detente.ontology.acts import acts
from detente.reading.llm import schema
from detente.reading.llm.checks import Check
from detente.reading.llm.grounds import Grounds
from detente.reading.llm.sections import sections
from detente.reports import load, report_from_text

from .conftest import CLAIM, EVENT, GOOD, NOTHING, POSITION, ROUND, TEXT

REPORT = report_from_text(TEXT, date="2025-06-03")
CHECK = Check(REPORT, sections(REPORT)[0], Grounds(REPORT, {}))


@pytest.mark.parametrize(
    ("kind", "entry", "change", "reason"),
    [
        ("positions", POSITION, {"quote": "demands"}, "single word"),
        ("positions", POSITION, {"quote": TEXT[TEXT.index("Norway said") :]}, "longer than two sentences"),
        ("positions", POSITION, {"after": ["ceasefire"]}, "cannot come before itself"),
        ("positions", POSITION, {"terms": "for 60 days"}, "number that the text does not have: 60"),
        ("positions", POSITION, {"issue": "weather"}, "issue: there is no issue 'weather'"),
        ("positions", POSITION, {"stance": "hopes"}, "stance"),
        ("positions", POSITION, {"precondition": True}, "precondition"),
        ("positions", POSITION, {"red_line": "yes"}, "red_line"),
        ("positions", POSITION, {"party": "Sweden"}, "“Sweden” is no party that the text names"),
        ("events", EVENT, {"recipient": "Denmark"}, "the same"),
        ("events", EVENT, {"type": "KILL"}, "no type of event 'KILL'"),
        ("events", EVENT, {"date": "2025-06-31"}, "date “2025-06-31”"),
        ("events", EVENT, {"place": "Paris"}, "place “Paris”"),
        ("claims", CLAIM, {"value": 13}, "figure 13"),
        ("claims", CLAIM, {"value": "12"}, "value"),
        ("claims", CLAIM, {"unit": "souls"}, "unit"),
        ("claims", CLAIM, {"source": "Reuters"}, "source “Reuters”"),
        ("claims", CLAIM, {"source": None}, "attributed where it has a source"),
        ("claims", CLAIM, {"status": "stated"}, "stated where the report itself"),
        ("rounds", ROUND, {"parties": ["Norway"]}, "two parties"),
        ("rounds", ROUND, {"parties": ["Norway", "Oslo"]}, "two parties"),
        ("rounds", ROUND, {"mediators": ["Sweden"]}, "“Sweden”"),
        ("rounds", ROUND, {"agreed": ["weather"]}, "agreed.0"),
        ("rounds", ROUND, {"note": "hello"}, "note"),
    ],
)
def test_reasons(kind, entry, change, reason):
    """Each fault is named, and takes no other entry with it."""
    checked = CHECK.answer(json.dumps(GOOD | {kind: [entry | change, entry]}))
    assert len(checked.entries) == 4
    (down,) = checked.turned_down
    assert down.kind == kind.removesuffix("s")
    assert reason in down.reason
    assert json.loads(down.given)["quote"] == (entry | change)["quote"]


@pytest.mark.parametrize(
    ("kind", "entry"), [("positions", POSITION), ("events", EVENT), ("claims", CLAIM), ("rounds", ROUND)]
)
def test_no_field_can_be_missing(kind, entry):
    """A field that is left out is a fault, not a default."""
    for name in entry:
        left = {key: value for key, value in entry.items() if key != name}
        (down,) = CHECK.answer(json.dumps(NOTHING | {kind: [left]})).turned_down
        assert down.reason.startswith(f"{name}: ")


def test_parties_of_talks_are_sorted():
    """Where the order means nothing it is that of the alphabet."""
    met = EVENT | {"type": "CONSULT", "actor": "Norway", "recipient": "Denmark"}
    (event,) = CHECK.answer(json.dumps(NOTHING | {"events": [met]})).entries
    assert (event.actor, event.recipient) == ("Denmark", "Norway")


def test_an_act_of_nobody_named_is_an_act():
    """Where the text does not say who, it stays unknown."""
    (event,) = CHECK.answer(json.dumps(NOTHING | {"events": [EVENT | {"actor": None, "recipient": None}]})).entries
    assert (event.actor, event.recipient) == (None, None)


def test_a_party_is_no_mediator():
    """Who meets does not mediate as well."""
    (met,) = CHECK.answer(json.dumps(NOTHING | {"rounds": [ROUND | {"mediators": ["Norway"]}]})).entries
    assert (met.parties, met.mediators) == (("Denmark", "Norway"), ())


def test_long_terms_are_cut():
    """Terms keep to the codebook's length; the quote has the rest."""
    (position,) = CHECK.answer(json.dumps(NOTHING | {"positions": [POSITION | {"terms": "so " * 40}]})).entries
    assert len(position.terms.split()) == 14


def as_answer(gold: dict) -> dict:
    """Hand-annotated entries in the form in which a model would give them."""
    flags = [{"key": False, "precondition": "order" if e["precondition"] else None} for e in gold["positions"]]
    positions = [entry | flag for entry, flag in zip(gold["positions"], flags, strict=True)]
    kinds = gold | {"positions": positions}
    return {
        kind: [{name: entry[name] for name in form.model_fields} for entry in kinds[kind]]
        for kind, form in schema.FORMS.items()
    }


def test_what_people_took_from_reports_passes(gold):
    """Of the entries that people annotated by hand, 93 in 100 hold; most others name a party that the text does not."""
    passed = given = 0
    for path in sorted(gold.glob("*/*.txt")):
        noted = json.loads(path.with_suffix(".json").read_text())
        report = load(path, date=noted["date"] if len(noted["date"] or "") == 10 else None)
        whole = sections(report, size=10**9)[0]
        checked = Check(report, whole, Grounds(report, {})).answer(json.dumps(as_answer(noted)))
        assert not checked.unreadable
        passed += len(checked.entries)
        given += len(checked.entries) + len(checked.turned_down)
    assert given > 1000
    assert passed / given > 0.92


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.floats(),
        st.integers(),
        st.text(max_size=8),
        st.sampled_from([*TEXT.split(), "ceasefire", "ASSAULT", "killed", "=", "stated", "2025-06-02", "Norway"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)
ENTRIES = st.one_of(
    VALUES,
    *(
        st.fixed_dictionaries({key: st.one_of(st.just(value), VALUES) for key, value in entry.items()})
        for entry in (POSITION, EVENT, CLAIM, ROUND)
    ),
)
ANSWERS = st.fixed_dictionaries({kind: st.lists(ENTRIES, max_size=3) for kind in NOTHING})


@settings(max_examples=300, deadline=None)
@given(st.one_of(ANSWERS, VALUES))
def test_whatever_comes_back_what_is_taken_holds(answer):
    """From any answer, what is taken quotes the report and keeps to the ontology; the rest has a reason."""
    checked = CHECK.answer(json.dumps(answer))
    if isinstance(answer, dict) and not checked.unreadable and set(answer) == set(NOTHING):
        assert len(checked.entries) + len(checked.turned_down) == sum(map(len, answer.values()))
    for entry in checked.entries:
        assert REPORT.text[entry.quote.start : entry.quote.end] == entry.quote.text
        if entry.kind == "position":
            assert entry.issue in issues()
            assert entry.party in ("Norway", "Denmark")
        if entry.kind == "event":
            assert entry.type in acts()
    assert all(down.reason for down in checked.turned_down)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_an_answer_or_unreadable(text):
    """Words that are no answer are said to be none."""
    checked = CHECK.answer(text)
    assert checked.unreadable
    assert checked.faults() == [{"fault": checked.unreadable}]
