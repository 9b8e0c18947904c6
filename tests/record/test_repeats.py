"""Reports that repeat an earlier one are found, whatever the order, and nothing else is."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record import Record
from detente.record.repeats import SIMILAR, runs
from detente.reports import report_from_text


def prose(seed: int, words: int = 200) -> str:
    dice = random.Random(seed)
    return " ".join("".join(dice.choice("abdegiklmnoprstu") for _ in range(dice.randint(2, 8))) for _ in range(words))


def found(*reports):
    with Record() as record:
        for report in reports:
            record.add(report)
        return record.repeats()


def test_a_copy_and_an_update_are_marked_with_the_report_that_they_repeat():
    """The copy wholly; the update with the share of it that is old. Another report stays without a mark."""
    first = report_from_text(prose(1), date="2020-03-02")
    copy = report_from_text(prose(1).replace(" ", "\n", 9), date="2020-03-03")
    update = report_from_text(f"{prose(1)} {prose(2, 60)}", date="2020-03-04")
    marked = found(first, report_from_text(prose(3), date="2020-03-05"), update, copy)
    assert marked.keys() == {copy.id, update.id}
    assert (marked[copy.id].of, marked[copy.id].similarity, marked[copy.id].share) == (first.id, 1, 1)
    assert marked[update.id].of == first.id
    assert 0.7 < marked[update.id].share < 0.8


def test_the_earlier_by_date_is_the_one_repeated():
    """Also where it was added later."""
    late, early = report_from_text(prose(1), date="2020-03-09"), report_from_text(prose(1) + ".", date="2020-03-02")
    assert found(late, early).keys() == {late.id}


def test_short_texts_repeat_nothing():
    """A sentence in common says nothing."""
    one, two = (report_from_text(f"Talks were held in Oslo on {day}.") for day in ("Monday", "Sunday"))
    assert found(one, two) == {}


def test_what_a_page_has_beside_the_report_does_not_count():
    """Two reports of one outlet share its menu."""
    menu = prose(9, 200)
    made = [report_from_text(f"{menu}\n\n{prose(n, 60)}") for n in (1, 2)]
    reports = [replace(r, kept=((len(menu) + 2, len(r.text)),)) for r in made]
    assert found(*reports) == {}
    assert len(found(*made)) == 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 160), min_size=2, max_size=5, unique=True), st.randoms(use_true_random=False))
def test_what_is_found_is_what_comparing_all_pairs_finds(cuts, dice):
    """Similarities are exact; the index misses none that is clearly above the threshold, in any order of adding."""
    texts = [" ".join(prose(1, 200).split()[cut:]) + " " + prose(cut + 10, cut) for cut in cuts]
    reports = [report_from_text(text, date=f"2020-03-{n + 1:02}") for n, text in enumerate(texts)]
    marked = found(*dice.sample(reports, len(reports)))
    for n, report in enumerate(reports):
        shares = {r.id: len(runs(r) & runs(report)) / len(runs(r) | runs(report)) for r in reports[:n]}
        best = max(shares.values(), default=0)
        if report.id in marked:
            assert marked[report.id].similarity == shares[marked[report.id].of] >= SIMILAR
        else:
            assert best < 0.7
