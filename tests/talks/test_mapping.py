"""From the record's events to cards, and what follows none."""

from dataclasses import replace

import pytest

from detente.case.model import Basis, Case, Evidence, Happening, Meeting, Party
from detente.entries import Claim, Quote
from detente.ontology import acts
from detente.talks import cards, events, follows, mapped
from detente.talks.mapping import _table, rules
from detente.talks.victims import victims

SIDES = (Party("arland", "Arland", "side", True), Party("borland", "Borland", "side", True))


def case_of(quote="", sentence="", *, type="ASSAULT", actor="arland", recipient="borland", date="2030-03-01", met=None):
    act = Happening(type, actor, recipient, date, basis=Basis(("e",)))
    meetings = (Meeting(met, None, ("arland", "borland"), "no_agreement"),) if met else ()
    evidence = {"e": Evidence(quote, sentence or quote, "r1")}
    return Case("talks", SIDES, meetings=meetings, happenings=(act,), evidence=evidence)


def test_every_rule_names_a_card_that_stands_for_its_types():
    """What comes back counts as the reprisal of the same card, and no type is without a word."""
    for rule in rules():
        assert set(rule.types) <= set(cards()[rule.card].events)
    ruled = {type for rule in rules() for type in rule.types}
    assert set(acts()) == ruled | set(_table()[1])


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"quote": "shells fell on a field"}, "assault"),
        ({"quote": "shells fell on a field", "met": "2030-03-02"}, "strike-before-talks"),
        ({"quote": "shells fell on a field", "met": "2030-03-08"}, "strike-before-talks"),
        ({"quote": "shells fell on a field", "met": "2030-03-09"}, "assault"),
        ({"quote": "shells fell on a field", "met": "2030-03-01"}, "assault"),
        ({"quote": "shells hit a school", "met": "2030-03-02"}, "strike-on-civilians"),
        ({"quote": "froze arms deliveries", "type": "SANCTION"}, "arms-halted"),
        ({"quote": "banned imports of grain", "type": "SANCTION"}, "sanctions-raised"),
        ({"quote": "freed forty prisoners", "type": "CONCEDE"}, "prisoner-release"),
        ({"quote": "eased its embargo", "type": "CONCEDE"}, "sanctions-lifted"),
        ({"quote": "declared a truce of three days", "type": "CONCEDE"}, "concession"),
        ({"quote": "will resume arms deliveries", "type": "AID"}, "arms-resumed"),
        ({"quote": "threatened to leave", "type": "THREATEN"}, "coercion"),
    ],
)
def test_the_first_rule_that_fits_counts(given, kind):
    """By type, victims, days before a round and words; a round on the same day may have come first."""
    found = mapped(case_of(**given))[0]
    assert found.card is not None
    assert found.card.kind == kind
    assert (found.actor, found.target) == ("arland", "borland")


def test_a_speech_falls_on_its_own_audience():
    """Who swears never to concede ties himself: the card's target is the speaker."""
    found = mapped(case_of("will never give up the valley", type="REJECT"))[0]
    assert (found.card.kind, found.actor, found.target) == ("red-line-speech", "borland", "arland")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"actor": None}, "nobody is named as the one who did it"),
        ({"recipient": None}, "nobody is named as the one it was done to"),
        ({"recipient": "arland"}, "done by a party to itself"),
        ({"recipient": "norway"}, "not done to a side"),
        ({"date": "2030-03"}, r"its day is not known (2030-03)"),
        ({"date": None}, "its day is not known"),
        ({"type": "CONSULT"}, "a meeting"),
        ({"type": "REJECT"}, "a refusal"),
        ({"type": "AID"}, "unless arms are taken up again"),
    ],
)
def test_what_follows_no_card_says_why(given, why):
    """Nothing is dropped in silence: who, whom, when, or the kind of act."""
    case = case_of("something happened", **given)
    found = mapped(case)[0]
    assert found.card is None
    assert why in found.why
    assert follows(found) == found.why
    assert events(case) == ()


CIVILIANS = [
    "A market was shelled and four died",
    "Missiles struck an apartment block",
    "Two nurses were killed in the raid",
    "The blast left passengers dead",
    "A passenger train derailed after an explosion",
    "Drones hit buses full of commuters",
    "Bombs destroyed homes in the valley",
    "Rockets set a church on fire; worshippers died",
    "The army shelled villages near the border",
    "Gunmen shot the mayor in his own house",
    "The airliner was shot down over the sea",
    "Raiders burned down fishermen's huts and a bakery",
    "A bomb went off in a stadium and killed three tourists",
]
OTHERS = [
    "No civilians were hurt in the attack on the bridge",
    "The attack hit the bridge without civilian losses",
    "Rebels shelled the bridge",
    "The bridge was hit by rebels",
    "Residents fled after the attack on the bridge",
    "The army attacked to protect civilians",
    "Children were evacuated before the strike on the bridge",
    "Shells hit the bridge",
]
MILITARY = [
    "Drones attacked five air bases",
    "Eight soldiers were killed in the ambush",
    "The raid destroyed a warship",
    "Shelling wounded conscripts",
    "A bomb killed sailors on their way home",
    "A bomber wounded the army chief",
    "Two bombers were hit on the ground",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "civilians") for text in CIVILIANS),
        *((text, "untold") for text in OTHERS),
        *((text, "military") for text in MILITARY),
        ("Shells hit a barracks and a school", "both"),
    ],
)
def test_who_was_hit_is_what_the_words_say_and_no_more(text, kind):
    """Those hit are named; those who did it, fled, or were spared are not taken for victims."""
    case = case_of(text)
    assert victims(case, case.happenings[0])[0] == kind


def test_the_quote_goes_before_the_sentence_and_figures_before_both():
    """A sentence may tell of two acts; a figure on people says who they were."""
    both = "Drones attacked an air base while shells hit a school"
    case = case_of("Drones attacked an air base", both)
    assert victims(case, case.happenings[0]) == ("military", "air base")
    figure = Claim("Borland", 4, "killed", "pupils killed", "=", "attributed", Quote("r1", 0, 10, "shells hit"))
    assert victims(case, case.happenings[0], (figure,))[0] == "civilians"
    elsewhere = replace(figure, quote=Quote("r2", 0, 10, "shells hit"))
    assert victims(case, case.happenings[0], (elsewhere,))[0] == "military"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Arland", "its author"),
        ("Borland", "the side it was done to"),
        ("Observers", "Observers"),
        (None, "the report"),
    ],
)
def test_who_tells_of_it_is_shown(source, told):
    """A figure's source says whose word it is; who claims an act changes no range."""
    case = case_of("Shells hit a barracks, killing nine")
    figure = Claim(source, 9, "killed", "people killed", "=", "attributed", Quote("r1", 24, 36, "killing nine"))
    found = mapped(case, (figure,))[0]
    assert found.told_by == told
    assert found.card.kind == mapped(case)[0].card.kind


def test_what_is_only_alleged_says_so():
    """Where every quote doubts the act, the line does as well."""
    assert follows(mapped(case_of("allegedly shelled a barracks"))[0]).endswith("as alleged only")
