"""What several sections say of one thing is one entry."""

import itertools

import pytest

from detente.entries import Event, Quote, Round
from detente.reading.llm.merging import merged


def quote(start: int) -> Quote:
    return Quote("r", start, start + 4, "word")


def met(start: int, date: str | None, place: str | None, outcome: str = "unknown", **more) -> Round:
    return Round(date, place, ("A", "B"), outcome, quote(start), **more)


def test_meetings_told_twice_are_put_together():
    """The fuller date, place and outcome stay; mediators and what was agreed add up."""
    first = met(0, "2025-06", None, mediators=("C",), agreed=("aid",))
    second = met(9, "2025-06-02", "Bergen", "agreement", mediators=("D",), agreed=("aid", "bodies"))
    (joined,) = merged("r", [second, first]).rounds
    assert (joined.date, joined.place, joined.outcome) == ("2025-06-02", "Bergen", "agreement")
    assert (joined.mediators, joined.agreed, joined.quote) == (("C", "D"), ("aid", "bodies"), quote(0))


@pytest.mark.parametrize(
    "other",
    [
        met(9, "2025-06-03", "Bergen"),
        met(9, "2025-06-02", "Bergen", "scheduled"),
        Round("2025-06-02", "Bergen", ("A", "C"), "unknown", quote(9)),
        met(9, None, None),
    ],
    ids=["day", "ahead", "parties", "unknown"],
)
def test_other_meetings_stay_apart(other):
    """Another day, other parties, or a meeting still to come is a meeting of its own."""
    assert len(merged("r", [met(0, "2025-06-02", "Bergen"), other]).rounds) == 2


def test_the_order_of_answers_means_nothing():
    """Entries stand in the order of the text, whatever section gave them first."""
    found = [Event("ASSAULT", "A", "B", f"2025-06-0{n}", None, quote(n * 10)) for n in (1, 2, 3)]
    results = {merged("r", order) for order in itertools.permutations(found)}
    assert [event.quote.start for event in results.pop().events] == [10, 20, 30]
    assert not results
