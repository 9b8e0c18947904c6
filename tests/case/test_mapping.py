"""Positions on their rungs, and who delivers."""

import pytest

from detente.case.mapping import ENDING, KEEPING, USUAL, Placed, Sided, place, side_up
from detente.case.model import THIRD_PARTY
from detente.entries import Position, Quote, Stance
from detente.ontology import issues

SIDES = ("arland", "borland")


def said(party: str, issue: str, stance: Stance, terms: str, quote: str = "") -> Position:
    text = quote or terms
    return Position(party, issue, stance, terms, Quote("r1", 0, len(text), text))


def placed(*positions: Position, sides: tuple[str, ...] = SIDES) -> tuple[Placed, Sided]:
    """The last of several positions on one issue, in the light of all of them."""
    sided = side_up(issues()[positions[0].issue], positions, sides)
    asked = [place(p, sided) for p in positions if p.stance in ("demands", "proposes")]
    return place(positions[-1], sided, asked), sided


@pytest.mark.parametrize(
    ("issue", "stance", "terms", "rung"),
    [
        ("ceasefire", "demands", "an unconditional truce of 30 days", "temporary"),
        ("ceasefire", "demands", "an end to the fighting for good", "lasting"),
        ("prisoners", "accepts", "swap of 1,000 on each side", "numbers"),
        ("prisoners", "demands", "release of all prisoners", "all"),
        ("prisoners", "proposes", "the sick and wounded go home", "categories"),
        ("sanctions", "demands", "sanctions eased in stages", "eased"),
        ("guarantees", "demands", "written assurances", "assurances"),
        ("recognition", "rejects", "recognition in law", "legal"),
        ("status", "demands", "autonomy for the hills", "autonomy"),
    ],
)
def test_terms_point_to_their_rung(issue: str, stance: Stance, terms: str, rung: str) -> None:
    """Words of the table of issues, figures among them."""
    assert placed(said("Arland", issue, stance, terms))[0].rung == rung


def test_terms_weigh_more_than_the_rest_of_the_quote() -> None:
    """The quote may name another party's wish in passing."""
    position = said("Arland", "nuclear", "demands", "limits", "it wants limits, not that the programme be dismantled")
    assert placed(position)[0].rung == "limits"


def test_without_a_word_for_a_rung_the_usual_one_is_assumed() -> None:
    """And the assumption is named."""
    found, _ = placed(said("Arland", "aid", "demands", "help"))
    assert (found.rung, found.assumption) == ("free", USUAL)


@pytest.mark.parametrize("stance", ["rejects", "accepts"])
def test_an_answer_without_terms_is_to_what_another_asks(stance: Stance) -> None:
    """Whoever says no to "the offer" says it to what is on the table."""
    offer = said("Arland", "prisoners", "proposes", "exchange of the wounded")
    found, _ = placed(offer, said("Borland", "prisoners", stance, "the offer"))
    assert found.rung == "categories"
    assert found.assumption


def test_asking_for_the_status_quo_is_a_refusal_of_change() -> None:
    """A rung that holds without a deal cannot be asked for; the next one is refused."""
    found, _ = placed(said("Arland", "sanctions", "demands", "restrictions to stay in place"))
    assert (found.rung, found.stance, found.assumption) == ("eased", "rejects", KEEPING)


@pytest.mark.parametrize("terms", ["allow foreign troops on its soil", "the presence of foreign troops"])
def test_refusing_the_status_quo_is_asking_for_its_end(terms: str) -> None:
    """Who will have no foreign troops does not refuse that they leave."""
    found, _ = placed(said("Arland", "foreign_forces", "rejects", terms))
    assert (found.rung, found.stance, found.assumption) == ("gone", "demands", ENDING)


def test_on_two_sided_land_each_asks_what_the_other_leaves() -> None:
    """A single gainer stands at one; of two the first by id stands at zero."""
    wish = said("Arland", "territory", "demands", "withdrawal from the hills")
    alone, sided = placed(wish)
    assert (alone.rung, sided.low, sided.high) == ("low-leaves-part", ("borland",), ("arland",))
    against = said("Borland", "territory", "demands", "withdrawal from the coast")
    first, sided = placed(against, wish)
    assert (first.rung, sided.low, sided.high) == ("high-leaves-part", ("arland",), ("borland",))
    assert sided.deliverers(sided.kind.rung("high-leaves-part")) == ("borland",)


def test_on_two_sided_land_one_refuses_what_one_would_leave() -> None:
    """The refusal and the other's demand meet on the same rung."""
    wish = said("Arland", "territory", "demands", "withdrawal from the hills")
    found, _ = placed(wish, said("Borland", "territory", "rejects", "any withdrawal beyond the present line"))
    assert found.rung == "low-leaves-part"


def test_an_offer_of_ones_own_withdrawal_is_no_gain() -> None:
    """It stands where the one who offers it leaves."""
    wish = said("Borland", "territory", "demands", "withdrawal from the hills")
    found, sided = placed(wish, said("Arland", "territory", "proposes", "its own withdrawal from part of the hills"))
    assert (found.rung, sided.low) == ("low-leaves-part", ("arland",))


def test_somebody_from_outside_asks_the_side_that_is_named() -> None:
    """The side named in the terms is the one to leave."""
    sides = ("kenya", "uganda")
    wish = said("Kenya", "territory", "demands", "the whole lake")
    found, sided = placed(wish, said("Norway", "territory", "demands", "withdrawal of Kenyan troops"), sides=sides)
    assert sided.kind.rung(found.rung).x < sided.sq.x
    assert sided.deliverers(sided.kind.rung(found.rung)) == ("kenya",)


@pytest.mark.parametrize(
    ("terms", "deliverers"),
    [
        ("guarantees by NATO", ("nato",)),
        ("robust guarantees", (THIRD_PARTY,)),
        ("guarantees by Uganda", ("uganda",)),
        ("guarantees by Uganda and by Norway", ("norway",)),
    ],
)
def test_third_parties_are_those_the_words_name(terms: str, deliverers: tuple[str, ...]) -> None:
    """A side that is named itself delivers, unless somebody from outside is named too."""
    _, sided = placed(said("Kenya", "guarantees", "demands", terms), sides=("kenya", "uganda"))
    assert sided.deliverers(sided.kind.rung("robust")) == deliverers


def test_nobody_delivers_the_status_quo() -> None:
    """It holds without a deal."""
    for kind in issues().values():
        sided = side_up(kind, [], SIDES)
        assert sided.deliverers(sided.sq) == ()
        assert all(sided.deliverers(rung) for rung in kind.rungs if rung.id != kind.status_quo)


@pytest.mark.parametrize("stance", ["demands", "proposes", "accepts", "rejects"])
@pytest.mark.parametrize("party", ["Arland", "Borland", "Norway"])
def test_every_position_finds_a_rung(stance: Stance, party: str) -> None:
    """Whatever the issue and the words; nobody ends up asking for or refusing the status quo."""
    for kind in issues().values():
        for terms in ("x", "all of it", "things stay as they are", "its own forces", kind.rungs[1].label):
            found, _ = placed(said(party, kind.id, stance, terms))
            assert kind.rung(found.rung)
            assert found.stance == "accepts" or found.rung != kind.status_quo


TRIO = ("denmark", "norway", "sweden")


def test_two_that_ask_a_third_to_leave_stand_together() -> None:
    """Whom the terms name gives; the two are not set against each other."""
    wishes = [said(name, "territory", "demands", "withdrawal of Norway's troops") for name in ("Denmark", "Sweden")]
    found, sided = placed(*wishes, sides=TRIO)
    assert (found.rung, sided.low, sided.high) == ("low-leaves-part", ("norway",), ("denmark", "sweden"))
    assert sided.giving == ("norway",)


def test_where_the_terms_name_nobody_the_one_that_refuses_is_asked() -> None:
    """Of three, two ask for a withdrawal and the third will not have it."""
    wishes = [said(name, "territory", "demands", "withdrawal from the hills") for name in ("Denmark", "Sweden")]
    found, sided = placed(*wishes, said("Norway", "territory", "rejects", "any withdrawal"), sides=TRIO)
    assert (found.rung, sided.low) == ("low-leaves-part", ("norway",))


def test_of_three_the_two_that_are_not_named_give_nothing() -> None:
    """A demand on one of them is no demand on the other."""
    _, sided = placed(said("Denmark", "prisoners", "demands", "Norway frees all prisoners"), sides=TRIO)
    assert sided.giving == ("norway",)


def test_foreign_forces_are_withdrawn_by_whose_they_are() -> None:
    """Not by the state that they leave; a guarantee "from" a side stays that side's to give."""
    sides = ("kenya", "uganda", "norway")
    demand = said("Uganda", "foreign_forces", "demands", "the withdrawal of all foreign troops from Kenya")
    grant = said("Norway", "foreign_forces", "accepts", "some of its troops leave")
    _, sided = placed(demand, grant, sides=sides)
    assert sided.outsiders == ("norway",)
    _, unanswered = placed(demand, sides=sides)
    assert "kenya" not in unanswered.outsiders
    _, guaranteed = placed(said("Uganda", "guarantees", "demands", "security guarantees from Norway"), sides=sides)
    assert guaranteed.outsiders == ("norway",)
