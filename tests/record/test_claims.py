"""Figures side by side: on which event, from whom, what follows, what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.entries import Claim, Event, Quote
from detente.record import Record
from detente.record.claims import Said, bounds, things
from detente.reports import report_from_text


class Told:
    """A report with a strike in its second sentence and figures by their words."""

    def __init__(self, text, date="2020-03-03", outlet=None):
        self.report = report_from_text(text, date=date, outlet=outlet)
        self.entries = []

    def quote(self, words):
        start = self.report.text.index(words)
        return self.report.quote(start, start + len(words))

    def strike(self, words="struck Oslo", **more):
        fields = {"date": "2020-03-02", "place": "Oslo"} | more
        self.entries.append(Event("ASSAULT", "Arland", "Borland", quote=self.quote(words), **fields))
        return self

    def claim(self, value, unit, words, source=None, comparator="=", status="stated"):
        self.entries.append(Claim(source, value, unit, words, comparator, status, self.quote(words)))
        return self


def accounts(*tellings, **asked):
    with Record() as record:
        for each in tellings:
            record.add(each.report, each.entries)
        return record.claims(**asked)


def test_a_figure_belongs_to_the_event_told_with_it():
    """In its sentence; before it in the paragraph; not across paragraphs."""
    text = "Arland struck Oslo with 40 drones. They killed 12.\n\nTalks cost 9 dollars. Then it rained."
    told = (
        Told(text)
        .strike()
        .claim(40, "drones", "40 drones")
        .claim(12, "killed", "killed 12")
        .claim(9, "USD", "9 dollars")
    )
    first, rest = accounts(told)
    assert [thing.about for thing in first.things] == ["40 drones", "killed 12"]
    assert (rest.event, [thing.about for thing in rest.things]) == (None, ["9 dollars"])


def test_of_two_events_in_a_sentence_the_nearer_has_the_figure():
    """By the characters between them."""
    told = Told("Arland struck Oslo with 40 drones and then raided Bergen with 9 tanks.").strike()
    told.strike("raided Bergen", place="Bergen").claim(40, "drones", "40 drones").claim(9, "vehicles", "9 tanks")
    assert [[thing.unit for thing in account.things] for account in accounts(told)] == [["drones"], ["vehicles"]]


def two(one="12 killed", other="12 killed", sources=(None, None), outlets=("Gazette", "Herald"), **more):
    made = []
    for n, (words, source, outlet) in enumerate(zip((one, other), sources, outlets, strict=True)):
        told = Told(f"Arland struck Oslo: {words}. Day {n}.", f"2020-03-0{n + 3}", outlet).strike()
        made.append(told.claim(int(words.split()[0]), "killed", words, source, **more))
    return accounts(*made)


def test_figures_of_several_reports_on_one_event_stand_side_by_side():
    """With the range; two outlets are two sources."""
    (account,) = two("12 killed", "15 dead")
    (thing,) = account.things
    assert (thing.low, thing.high, thing.sources) == (12, 15, ("Gazette", "Herald"))
    assert [c.what for c in account.contradictions] == ["15 dead: Gazette and Herald give figures that do not overlap"]


@pytest.mark.parametrize(
    ("sources", "outlets", "expected"),
    [
        (("Arland", "the Arland"), ("Gazette", "Herald"), ("Arland", "the Arland")),
        (("the UN", "United Nations"), ("Gazette", "Herald"), ("United Nations",)),
        ((None, "gazette"), ("Gazette", "Herald"), ("Gazette",)),
        (("Arland", None), ("Gazette", "Herald"), ("Arland", "Herald")),
    ],
)
def test_who_repeats_one_source_is_no_second_source(sources, outlets, expected):
    """Two outlets that quote one office; an outlet that quotes another."""
    (account,) = two(sources=sources, outlets=outlets)
    assert account.things[0].sources == expected


def test_a_copy_is_no_second_source():
    """Whatever outlet prints it."""
    rest = " ".join(f"word{n} and word{n * n}" for n in range(40))
    said = [(f"Arland struck Oslo: 12 killed. {rest} {end}.", outlet) for end, outlet in (("now", "A"), ("then", "B"))]
    made = [Told(text, outlet=outlet).strike().claim(12, "killed", "12 killed") for text, outlet in said]
    (account,) = accounts(*made)
    assert len(account.things[0].said) == 2
    assert len(account.things[0].sources) == 1


@pytest.mark.parametrize(
    ("comparator", "status", "count"), [("=", "stated", 1), (">", "stated", 0), ("~", "stated", 1), ("=", "denied", 0)]
)
def test_only_figures_that_cannot_both_be_true_contradict_each_other(comparator, status, count):
    """At least 12 and at least 15 can; what is denied is no figure."""
    (account,) = two("12 killed", "15 killed", comparator=comparator, status=status)
    assert len(account.contradictions) == count


def test_a_source_that_says_otherwise_later_is_told_so():
    """It may have learned more."""
    (account,) = two("12 killed", "15 killed", sources=("Borland", "Borland"))
    assert [c.what for c in account.contradictions] == ["12 killed: Borland says otherwise later"]


def test_a_share_of_a_total_gives_the_part_and_the_rest():
    """With the figures that they rest on."""
    told = Told("Arland struck Oslo with 470 drones. Borland downed three quarters of them. Half of all voters knew.")
    told.strike().claim(470, "drones", "470 drones", comparator=">")
    told.claim(0.75, "share", "downed three quarters of them", "Borland").claim(0.5, "share", "Half of all voters")
    (account,) = accounts(told)
    assert [(d.value, d.unit, d.comparator, len(d.parts)) for d in account.derived] == [
        (353, "drones", "~", 2), (118, "drones", "~", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts", "rest", "impossible"),
    [
        ("12 people, including 3 children", [3], [9], 0),
        ("12 people, among them 3 children and 4 others", [3, 4], [5], 0),
        ("12 people, including 13 children", [13], [], 1),
        ("12 people, among them 9 children and 4 others", [9, 4], [], 1),
        ("12 people and 3 children", [3], [], 0),
    ],
)
def test_parts_of_a_whole_are_taken_from_it_or_contradict_it(text, parts, rest, impossible):
    """Only where the text says that they are parts."""
    told = Told(f"Arland struck Oslo and killed {text}.").strike().claim(12, "killed", "killed 12 people")
    for value, words in zip(parts, ("children", "others"), strict=False):
        told.claim(value, "children" if words == "children" else "people", f"{value} {words}")
    (account,) = accounts(told)
    assert [d.value for d in account.derived] == rest
    assert [c.what for c in account.contradictions] == ["the parts are more than the whole"] * impossible


def test_what_is_asked_for_is_what_is_shown():
    """By event, by party, by words; what follows from a figure comes with it."""
    told = Told("Arland struck Oslo with 470 drones. Borland downed three quarters of them.\n\nIt cost 9 dollars. So.")
    told.strike().claim(470, "drones", "470 drones").claim(0.75, "share", "three quarters of them", "Borland")
    told.claim(9, "USD", "9 dollars")
    (account,) = accounts(told, event=told.entries[0].id[:8])
    assert len(account.things) == 2
    (account,) = accounts(told, what="drones")
    assert (len(account.things), len(account.derived)) == (1, 2)
    assert len(accounts(told, party="Borland")) == 1
    assert accounts(told, party="Norway") == []


CLAIMS = st.lists(
    st.builds(
        lambda value, comparator, source, n: Claim(
            source, value, "killed", "people killed", comparator, "stated", Quote("r", n, n + 1, "9")
        ),
        st.integers(0, 9), st.sampled_from("=<>~"), st.sampled_from(["A", "B"]), st.integers(0, 99),
    ),
    min_size=1, max_size=5, unique_by=lambda claim: claim.id,
)  # fmt: skip
REPORT = report_from_text("9")


@given(CLAIMS)
def test_the_range_and_the_sources_are_those_of_the_figures(claims):
    """Of one thing: least, greatest, and each source once."""
    (thing,) = things([Said(claim, REPORT, claim.source) for claim in claims], one_event=True)
    assert (thing.low, thing.high) == (min(c.value for c in claims), max(c.value for c in claims))
    assert set(thing.sources) == {c.source for c in claims}
    assert all(bounds(c)[0] <= c.value <= bounds(c)[1] for c in claims)
