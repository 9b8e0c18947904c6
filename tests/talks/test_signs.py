"""Which way a channel may move a track: over the whole prior, whatever the draws, whatever the size of the event."""

from dataclasses import replace

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.settlement.priors import PRIORS
from detente.settlement.results import COMPOSITIONS
from detente.talks import Shock, cards
from detente.talks.paired import basis, paired
from detente.talks.tracks import readiness

LIMITED, TRUCE, COMPREHENSIVE = range(3)
SIDES = ("russia", "ukraine")


def values(prior):
    return st.floats(prior.low, prior.high)


@st.composite
def assumed(draw):
    """One value of every assumption, each side's own where it has one."""
    known = {}
    for name, prior in PRIORS.items():
        for key in [f"{name}.{side}" for side in SIDES] if prior.each_side else [name]:
            value = draw(values(prior))
            known[key] = (value, value)
    return known


def sizes(low, high):
    """A size within the widest card that ships, and a half-life."""
    return st.tuples(st.floats(low, high), st.floats(3, 80))


def fading(size):
    return {"amount": (size[0], size[0]), "half-life": (size[1], size[1])}


def shock(channels, actor="ukraine", both=()):
    target = next(side for side in SIDES if side != actor)
    return Shock("known", "known", "own", actor, target, None, channels, to_both=both)


def run(case, assumptions, channels, seed, composition, **kinds):
    """Return G without and with the event (3, n, 2)."""
    base = basis(replace(case, assumptions=assumptions), 4, seed, composition)
    return paired(base, (shock(channels, **kinds),)).g


whole_prior = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
given_all = given(
    assumptions=assumed(),
    size=sizes(0, 0.2),
    seed=st.integers(1, 10_000),
    composition=st.sampled_from(COMPOSITIONS),
    actor=st.sampled_from(SIDES),
)


@whole_prior
@given_all
def test_cost_alone_never_lowers_and_leaves_the_limited_track(istanbul, assumptions, size, seed, composition, actor):
    """A war that costs more makes truce and deal no worse by comparison; a swap while fighting goes on is as it was."""
    g = run(istanbul, assumptions, {"cost": fading(size)}, seed, composition, actor=actor)
    assert (g[LIMITED, :, 1] == g[LIMITED, :, 0]).all()
    assert (g[TRUCE, :, 1] >= g[TRUCE, :, 0]).all()
    assert (g[COMPREHENSIVE, :, 1] >= g[COMPREHENSIVE, :, 0]).all()


@whole_prior
@given_all
def test_audience_alone_never_raises(istanbul, assumptions, size, seed, composition, actor):
    """Conceding that costs more at home makes no deal likelier, on any track."""
    g = run(istanbul, assumptions, {"audience": fading(size)}, seed, composition, actor=actor)
    assert (g[:, :, 1] <= g[:, :, 0]).all()


@whole_prior
@given_all
def test_trust_alone_never_raises_and_leaves_the_limited_track(istanbul, assumptions, size, seed, composition, actor):
    """Less trust makes truce and deal no likelier; a swap, which both carry out at once, needs none."""
    g = run(istanbul, assumptions, {"trust": fading((size[0] * 5, size[1]))}, seed, composition, actor=actor)
    assert (g[LIMITED, :, 1] == g[LIMITED, :, 0]).all()
    assert (g[TRUCE:, :, 1] <= g[TRUCE:, :, 0]).all()


@whole_prior
@given_all
def test_information_alone_leaves_limited_and_truce(istanbul, assumptions, size, seed, composition, actor):
    """What the sides expect of fighting moves the comprehensive track only, either way."""
    learned = {
        "target-down": (size[0],) * 2,
        "actor-up": (size[0] / 2,) * 2,
        "temperature": (1.1, 1.1),
        "half-life": (size[1],) * 2,
    }
    g = run(istanbul, assumptions, {"information": learned}, seed, composition, actor=actor)
    assert (g[:COMPREHENSIVE, :, 1] == g[:COMPREHENSIVE, :, 0]).all()


@whole_prior
@given_all
def test_an_inducement_never_lowers(istanbul, assumptions, size, seed, composition, actor):
    """What a third party adds to the value of a deal makes none less likely."""
    channels = {"third party": fading(size)}
    g = run(istanbul, assumptions, channels, seed, composition, actor=actor, both=("third party",))
    assert (g[:, :, 1] >= g[:, :, 0]).all()


@whole_prior
@given_all
def test_suspended_talks_never_agree_more(istanbul, assumptions, size, seed, composition, actor):
    """A reprisal that carries nothing and only keeps the sides from meeting lowers every track or leaves it."""
    reply = {
        "probability": (1, 1), "ratio": (0.5, 0.5), "lag": (1, 1),
        "suspension": (min(1.0, size[0] * 5),) * 2, "length": (size[1],) * 2,
    }  # fmt: skip
    g = run(istanbul, assumptions, {"retaliation": reply}, seed, composition, actor=actor)
    assert (g[:, :, 1] <= g[:, :, 0]).all()


@whole_prior
@given(
    assumptions=assumed(),
    kind=st.sampled_from(sorted(cards())),
    seed=st.integers(1, 10_000),
    masks=st.tuples(st.integers(0, 63), st.integers(0, 63)),
)
def test_more_who_deliver_and_more_weeks_never_lower_the_odds(istanbul, assumptions, kind, seed, masks):
    """Table, unknown, willing, draw by draw, with any card and any set of channels; and a longer horizon."""
    case = replace(istanbul, assumptions=assumptions)
    found = []
    for composition in COMPOSITIONS:
        ran = paired(base := basis(case, 3, seed, composition), (shock(cards()[kind].channels),))
        found += [readiness(base.ground, ran.felt, np.array(masks), weeks) for weeks in (13, 26)]
    for short, long in zip(found[::2], found[1::2], strict=True):
        assert (short <= long).all()
    for few, many in ((found[0], found[2]), (found[2], found[4])):
        assert (few <= many).all()
