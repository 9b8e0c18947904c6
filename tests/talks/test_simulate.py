"""The talks over time: which channel can move which track, and in which direction."""

from dataclasses import replace

import numpy as np
import pytest

from detente.case.model import Case, Issue, Party, Rung
from detente.errors import InputError
from detente.settlement.draws import draw
from detente.settlement.surplus import surplus
from detente.talks import CHANNELS, TRACKS, find_shock, simulate
from detente.talks.pulse import pulse
from detente.talks.tracks import ALL_CHANNELS, ground, readiness

N = 400
LIMITED, TRUCE, COMPREHENSIVE = range(3)
COST, INFORMATION, AUDIENCE, TRUST = (1 << CHANNELS.index(c) for c in ("cost", "information", "audience", "trust"))


@pytest.fixture(scope="module")
def ran(istanbul):
    """Readiness on three tracks for every set of channels, everybody delivering: (3, N, 64)."""
    drawn = draw(istanbul, N)
    parts = surplus(istanbul, drawn)
    felt = pulse(istanbul, find_shock(istanbul), drawn)
    return readiness(ground(istanbul, drawn, parts, "willing"), felt, np.arange(ALL_CHANNELS + 1), 26)


@pytest.fixture(scope="module")
def odds(istanbul):
    return simulate(istanbul, (find_shock(istanbul),), draws=2000)


def test_cost_alone_never_lowers_truce_and_comprehensive(ran):
    """Dearer war makes its alternatives no worse."""
    for track in (TRUCE, COMPREHENSIVE):
        assert (ran[track, :, COST] >= ran[track, :, 0]).all()
        assert (ran[track, :, COST] > ran[track, :, 0]).any()


@pytest.mark.parametrize("channel", [AUDIENCE, TRUST])
def test_audience_and_trust_alone_never_raise(ran, channel):
    """Dearer concessions and less trust make deals no better."""
    for track in (TRUCE, COMPREHENSIVE):
        assert (ran[track, :, channel] <= ran[track, :, 0]).all()
        assert (ran[track, :, channel] < ran[track, :, 0]).any()


@pytest.mark.parametrize("channel", [COST, INFORMATION, TRUST, COST | INFORMATION | TRUST])
def test_war_value_cancels_on_the_limited_track(ran, channel):
    """While fighting goes on anyway, cost, information and trust have exactly no effect on a swap."""
    assert (ran[LIMITED, :, channel] == ran[LIMITED, :, 0]).all()


def test_readiness_is_at_most_one_a_week(ran):
    """A is a probability in each of the weeks."""
    assert (ran >= 0).all()
    assert (ran <= 26).all()


def test_table_unknown_willing(istanbul):
    """More deliverers never lower the odds, draw by draw."""
    drawn = draw(istanbul, N)
    parts = surplus(istanbul, drawn)
    runs = [
        readiness(ground(istanbul, drawn, parts, c), None, np.array([0]), 4) for c in ("table", "unknown", "willing")
    ]
    assert (runs[0] <= runs[1]).all()
    assert (runs[1] <= runs[2]).all()


def test_no_package_is_a_structural_zero(istanbul):
    """A content precondition whose deliverer is absent: the odds are exactly zero, and so is every effect."""
    odds = simulate(istanbul, (find_shock(istanbul),), draws=N)
    table = next(o for o in odds.tracks if (o.track, o.composition) == ("comprehensive", "table"))
    assert table.structural_zero == 1.0
    assert (table.without.high, table.with_shock.high) == (0.0, 0.0)
    effect = next(e for e in odds.effects if (e.track, e.composition) == ("comprehensive", "table"))
    assert effect.share_structural_zero == 1.0
    assert effect.hazard_ratio is None
    assert any("no package, no effect" in gap.why for gap in odds.gaps)


def test_the_case_the_project_started_from(odds):
    """Limited above comprehensive, both signs where nobody knows who delivers, and a sign is never certain."""
    by = {(o.track, o.composition): o for o in odds.tracks}
    assert by["limited", "unknown"].without.mid > by["comprehensive", "unknown"].without.mid
    assert by["limited", "unknown"].without.mid > by["truce", "unknown"].without.mid
    effect = next(e for e in odds.effects if (e.track, e.composition) == ("comprehensive", "unknown"))
    assert effect.share_positive > 0.05
    assert effect.share_negative > 0.05


def test_shares_add_to_one_and_shapley_to_the_log_ratio(odds):
    """Four shares add up to 1, and channel means to the mean log hazard ratio."""
    for effect in odds.effects:
        shares = effect.share_positive, effect.share_negative, effect.share_none, effect.share_structural_zero
        assert sum(shares) == pytest.approx(1.0, abs=1e-12)


def test_shapley_adds_up_per_draw(ran):
    """Shares add up to the log hazard ratio of the full shock to 1e-12, in every live draw."""
    from detente.talks.attribution import shapley

    for track in range(len(TRACKS)):
        worth = np.log(ran[track][(ran[track] > 0).all(axis=1)])
        assert np.abs(shapley(worth).sum(axis=1) - (worth[:, -1] - worth[:, 0])).max() < 1e-12


def test_a_shock_of_size_zero_does_exactly_nothing(istanbul):
    """With every amount at zero no draw has an effect."""
    shock = find_shock(istanbul)
    nothing = {
        "cost": {"amount": (0.0, 0.0), "half-life": (8.0, 52.0)},
        "information": {"target-down": (0, 0), "actor-up": (0, 0), "temperature": (1, 1), "half-life": (8, 52)},
        "retaliation": {"probability": (0, 0), "ratio": (0, 0), "lag": (3, 3), "suspension": (0, 0), "length": (1, 1)},
    }
    odds = simulate(istanbul, (replace(shock, channels=nothing),), draws=N)
    for effect in odds.effects:
        assert effect.share_none + effect.share_structural_zero == 1.0
        assert effect.difference.r90 == (0.0, 0.0)


def test_without_a_shock_there_are_odds_and_no_effects(istanbul):
    """The baseline stands alone, and the missing event is named."""
    odds = simulate(istanbul, draws=N)
    assert len(odds.tracks) == 9
    assert odds.effects == ()
    assert [gap.question for gap in odds.gaps] == ["what an event did to the odds"]


def test_the_baseline_does_not_depend_on_the_shock(istanbul, odds):
    """The same draws run without the shock, whichever shock is looked at."""
    alone = simulate(istanbul, draws=2000)
    assert [o.without for o in alone.tracks] == [o.without for o in odds.tracks]


def test_same_seed_same_result(istanbul, odds):
    """Results are reproducible to the last bit; another seed gives others."""
    shock = find_shock(istanbul)
    assert simulate(istanbul, (shock,), draws=2000) == odds
    assert simulate(istanbul, (shock,), draws=2000, seed=2).tracks != odds.tracks


def test_a_longer_horizon_never_lowers_the_odds(istanbul, odds):
    """More weeks, more chances."""
    longer = simulate(istanbul, draws=2000, weeks=52)
    for short, long in zip(odds.tracks, longer.tracks, strict=True):
        assert long.without.mid >= short.without.mid


@pytest.mark.parametrize("sides", [0, 1, 3])
def test_other_than_two_sides_is_a_gap_not_a_crash(sides):
    """With one side or three nothing is made up."""
    parties = tuple(Party(f"p{n}", f"P{n}", "side", True) for n in range(sides))
    rungs = (Rung("no", 0, "no"), Rung("yes", 1, "yes", stated=True))
    case = Case("few", parties, (Issue("land", "Land", "stake", rungs, "no"),))
    odds = simulate(case, draws=10)
    assert odds.tracks == ()
    assert odds.gaps[0].question == "how likely agreement is"


def test_bad_arguments(istanbul):
    """Two shocks, no draws and no weeks are refused."""
    shock = find_shock(istanbul)
    for wrong in ({"shocks": (shock, shock)}, {"draws": 0}, {"weeks": 0}):
        with pytest.raises(InputError):
            simulate(istanbul, **wrong)


def test_three_sides_with_reservation_values_have_odds(istanbul):
    """What a side has without a deal lowers the odds; without the values talks says why it cannot run."""
    parties = tuple(replace(p, role="side", at_table=True) if p.id == "the-west" else p for p in istanbul.parties)
    three = replace(istanbul, parties=parties)
    silent = simulate(three, draws=50)
    assert silent.tracks == ()
    assert "reservation: {russia: 0.4, the-west: 0.4, ukraine: 0.4}" in silent.gaps[0].why
    values = {"russia": 0.1, "the-west": 0.1, "ukraine": 0.1}
    low, high = (
        simulate(replace(three, reservation=values | {"the-west": r}), (find_shock(three),), draws=200)
        for r in (0.1, 0.6)
    )
    mids = [next(t.without.mid for t in odds.tracks if (t.track, t.composition) == ("comprehensive", "willing"))
            for odds in (low, high)]  # fmt: skip
    assert mids[0] > mids[1] > 0
    assert {row.party for row in low.ledger} <= {"russia", "ukraine", "the-west", ""}


def test_a_reprisal_swaps_actor_and_target_only(istanbul):
    """Whoever looks on keeps his own place."""
    parties = tuple(replace(p, role="side", at_table=True) if p.id == "the-west" else p for p in istanbul.parties)
    drawn = draw(replace(istanbul, parties=parties), 5)
    shock = find_shock(istanbul)
    assert pulse(istanbul, shock, drawn).swap.tolist() == [2, 1, 0]
    assert pulse(istanbul, replace(shock, actor="nato"), drawn).swap.tolist() == [0, 1, 2]


def test_one_thread_or_two_give_the_same_bytes(istanbul, monkeypatch):
    """Draws are shared out between threads, and no bit of the result depends on how."""
    from detente.talks import tracks

    shock = find_shock(istanbul)
    made = []
    for worth in (1, 10**9):
        monkeypatch.setattr(tracks, "_WORTH_A_THREAD", worth)
        made.append(simulate(istanbul, (shock,), draws=301))
    assert made[0] == made[1]


def test_all_that_is_wrong_is_named_at_once(istanbul):
    """A negative cost of war, a ratio of 1, a chance above 1, an unknown channel, no draws: one error, five faults."""
    shock = find_shock(istanbul)
    reply = dict(shock.channels["retaliation"]) | {"ratio": (0.5, 1.0), "probability": (0.5, 1.2)}
    bad = replace(shock, channels={**shock.channels, "retaliation": reply, "noise": {"amount": (0, 1)}})
    case = replace(istanbul, assumptions={"war-cost": (-0.1, 0.1)})
    with pytest.raises(InputError) as caught:
        simulate(case, (bad,), draws=0)
    named = {fault.path for fault in caught.value.faults}
    assert named == {
        "",
        "channels.noise",
        "channels.retaliation.probability",
        "channels.retaliation.ratio",
        "assumptions.war-cost",
    }
