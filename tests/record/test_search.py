"""Search by words and by what entries say: one contract for a file and a database."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.entries import Claim, Event, Position, Provenance
from detente.errors import InputError
from detente.record import Record
from detente.reports import report_from_text


def filled(place, report, four):
    other = report_from_text(
        "Norway struck the talks. Cafés in Bergen closed.", date="2019-12-31", outlet="The Courier"
    )
    undated = report_from_text("Borland wants talks.")
    made = Record(place)
    made.add(report, four)
    made.add(other, [Event("ASSAULT", "Norway", None, "2019-12-31", "Bergen", other.quote(0, 13))])
    made.add(undated, [Position("Borland", "format", "demands", "talks", undated.quote(0, 19))])
    return made


@pytest.fixture
def record(place, report, four):
    with filled(place, report, four) as made:
        yield made


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept(request, report, four):
    """The same, for tests that change nothing."""
    place = None if request.param == "sqlite" else request.getfixturevalue("new_database")()
    with filled(place, report, four) as made:
        yield made


def sentences(record, *args, **asked):
    return [hit.sentence for hit in record.search(*args, **asked)]


TALKS, STRUCK, WANTS = "Talks resume", "Norway struck the talks.", "Borland wants talks."
REFUSES, DEMANDS, MET = "Borland refuses.", "Arland demands a truce.", "They met in Oslo on Monday, and 40 were freed."


@pytest.mark.parametrize(
    ("words", "asked", "found"),
    [
        ("talks", {}, [TALKS, STRUCK, WANTS]),
        ("TALK", {}, [TALKS, STRUCK, WANTS]),
        ("struck talks", {}, [STRUCK]),
        ('"struck talks"', {}, []),
        ('"the talks" norway', {}, [STRUCK]),
        ("cafes", {}, ["Cafés in Bergen closed."]),
        ("talks", {"since": "2019"}, [TALKS, STRUCK]),
        ("talks", {"since": "2020-03"}, [TALKS]),
        ("talks", {"until": "2019"}, [STRUCK]),
        ("talks", {"until": "2019-12-30"}, []),
        ("talks", {"until": "2019-12"}, [STRUCK]),
        ("talks", {"kind": "event"}, [STRUCK]),
        ("talks", {"party": "norway"}, [STRUCK]),
        ("", {"party": "Norwegian government"}, []),
        ("", {"party": "Arland"}, [MET, DEMANDS]),
        ("", {"party": "Arland", "issue": "ceasefire"}, [DEMANDS]),
        ("", {"party": "Arland", "type": "CONSULT"}, [MET]),
        ("", {"place": "oslo"}, [MET]),
        ("", {"place": "Oslo", "kind": "round"}, [MET]),
        ("", {"place": "Oslo", "issue": "ceasefire"}, []),
        ("", {"until": "2019"}, ["Cafés in Bergen closed.", STRUCK]),
        ("talks OR struck", {}, []),
        ("talks*", {}, [TALKS, STRUCK, WANTS]),
        ("words:talks", {}, []),
        ("talks & struck | !norway", {}, [STRUCK]),
        ('"talks <-> resume"', {}, [TALKS]),
        ("NORWAY CAFÉ", {}, []),
        ("closing café", {}, ["Cafés in Bergen closed."]),
        ("tal", {}, []),
        ("the", {"kind": "event"}, [STRUCK]),
    ],
)
def test_what_is_found(kept, words, asked, found):
    """Newest report first, within it the later sentence; undated reports last, and not where dates are asked for."""
    assert sentences(kept, words, **asked) == found


def test_a_hit_has_the_entries_that_were_asked_for(kept, four):
    """And the report."""
    (hit,) = kept.search(place="Oslo", kind="event")
    assert hit.entries == (four[1],)
    assert (hit.date, hit.outlet, hit.title) == ("2020-03-02", "The Gazette", "Talks resume")
    (hit,) = kept.search("freed")
    assert set(hit.entries) == {four[0], four[1], four[3]}


def test_what_is_asked_has_to_be_said_by_one_entry(record, report, at):
    """Two entries of a sentence do not make up one together, however many such sentences there are."""
    text = "\n\n".join(f"Arland asked for {n} and Borland refused." for n in range(50))
    many = report_from_text(text, date="2020-01-01")
    entries = []
    for n in range(50):
        start = many.text.index(f"Arland asked for {n} ")
        entries.append(Position("Arland", "aid", "demands", f"{n}", many.quote(start, start + 12)))
        if n != 7:
            entries.append(Claim("Cland", n, "people", "men", "=", "stated", many.quote(start, start + 12)))
        else:
            entries.append(Position("Cland", "aid", "demands", "it", many.quote(start, start + 12)))
    record.add(many, entries)
    assert sentences(record, party="Cland", issue="aid", limit=3) == ["Arland asked for 7 and Borland refused."]


def test_more_sentences_than_fit_into_one_look_are_found(place, monkeypatch):
    """Each of them once, in order."""
    monkeypatch.setattr("detente.record.store._AT_ONCE", 3)
    reports = [report_from_text(f"Talks {n}. More talks {n}.", date=f"2020-01-{n + 10}") for n in range(5)]
    with Record(place) as record:
        for report in reports:
            record.add(report)
        expected = [f"{start} {n}." for n in range(4, -1, -1) for start in ("More talks", "Talks")]
        assert sentences(record, "talks", limit=100) == expected
        assert sentences(record, "talks", limit=4) == expected[:4]


def test_search_follows_the_judgements(record, four):
    """Rejected entries are not found, corrected ones by what they are now."""
    record.judge(four[2].id, "correct", changes={"party": "Borland", "issue": "aid"}, by="Ana")
    assert sentences(record, issue="ceasefire") == []
    assert sentences(record, issue="aid", party="Borland", kind="position") == [DEMANDS]
    record.judge(four[2].id, "reject", by="Ana")
    assert sentences(record, issue="aid", kind="position") == []
    assert sentences(record, "demands truce") == [DEMANDS]


def test_search_follows_a_newer_reading_and_a_new_date(record, report, four):
    """What the newer reader does not find is not found; the date is that known last."""
    record.add(replace(report, date="2021-01-01"), [replace(four[1], by=Provenance("rules", "2"))])
    assert sentences(record, kind="position", party="Arland") == []
    assert sentences(record, place="Oslo", since="2021") == [MET]
    assert sentences(record, "resume", until="2020") == []


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({}, "nothing to search for"),
        ({"words": ' " - * '}, "nothing to search for"),
        ({"issue": "truce"}, "no issue 'truce'"),
        ({"type": "STRIKE"}, "no type 'STRIKE'"),
        ({"since": "March"}, "since: 'March' is no date"),
        ({"words": "talks", "limit": 0}, "at least 1"),
        ({"until": "2020-13"}, "until: '2020-13' is no date"),
    ],
)
def test_what_cannot_be_searched_for(kept, asked, fault):
    """One line says so."""
    with pytest.raises(InputError, match=fault):
        kept.search(**asked)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@settings(max_examples=200, deadline=None)
@given(words=st.text(max_size=30))
def test_any_words_are_only_words(kept, words):
    """Nothing that a person types is taken for an operator, or breaks the look-up."""
    try:
        found = sentences(kept, words)
    except InputError:
        assert not any(c.isalnum() for c in words)
    else:
        assert set(found) <= {TALKS, STRUCK, WANTS, DEMANDS, MET, REFUSES, "Cafés in Bergen closed."}


@pytest.fixture(scope="module")
def both(new_database):
    """An empty record of each sort."""
    with Record() as one, Record(new_database()) as other:
        yield one, other


WORDS = ["strike", "strikes", "Striking", "naïve", "Zürich", "Ünal's", "cease-fire", "3.5", "停火", "перемирие"]
WORDS += ["STRUCK", "talks", "x" * 3000]


@settings(max_examples=50, deadline=None)
@given(
    text=st.lists(st.sampled_from(WORDS) | TEXTS, min_size=1, max_size=8).map(" ".join),
    asked=st.lists(st.sampled_from([*WORDS, '"strikes striking"', "naive", "zurich"]) | TEXTS, min_size=1, max_size=2),
)
def test_a_database_finds_what_a_file_finds(both, text, asked):
    """The same sentences in the same order, whatever the script, the accents and the marks."""
    report = report_from_text(text)
    for record in both:
        record.add(report)
    for words in (" ".join(asked), text[:20], f'"{text[5:25]}"'):
        if any(c.isalnum() for c in words):
            one, other = (record.search(words, limit=50) for record in both)
            assert one == other


def test_a_stretch_longer_than_a_vector_is_found(place):
    """By its words up to the 200,000th character, and it takes nothing away from the others."""
    words = " ".join(f"w{n}" for n in range(40_000))
    whole = report_from_text(f"{words}\n\nTalks were held.")
    report = replace(whole, kept=((len(words) + 2, len(whole.text)),))
    with Record(place) as record:
        record.add(report, [Event("CONSULT", "Arland", None, None, None, report.quote(0, 210_000))])
        assert [len(hit.sentence) for hit in record.search("w7 w15000")] == [210_000]
        assert sentences(record, "talks") == ["Talks were held."]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["peace", "war", "aid", "Oslo"]), min_size=1, max_size=5), min_size=1, max_size=8
    ),
    st.sets(st.sampled_from(["peace", "war", "oslo"]), min_size=1, max_size=3),
    st.integers(1, 5),
)
def test_search_finds_what_reading_every_sentence_finds(texts, asked, limit):
    """The index gives what a look at every sentence gives."""
    reports = [report_from_text(" ".join(text) + f" {n}.", date=f"2020-01-0{n + 1}") for n, text in enumerate(texts)]
    with Record() as record:
        for report in reports:
            record.add(report)
        expected = [r.text for r in reversed(reports) if asked <= set(r.text.casefold().split())]
        assert sentences(record, " ".join(asked), limit=limit) == expected[:limit]
