"""The effect figures."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

from detente.brief.figures import effect_figure, signs_figure
from detente.brief.figures.effect import WHOEVER, labelled
from detente.settlement.results import COMPOSITIONS
from detente.talks.results import Odds


def test_no_track_gives_no_figure() -> None:
    """Without odds there is nothing to draw."""
    assert effect_figure((), 26, True) is None
    assert signs_figure(()) is None


def test_bars_stand_with_and_without_the_event(odds: Odds) -> None:
    """Two bars per live track and composition; a structural zero is said in words."""
    figure = effect_figure(odds.tracks, odds.weeks, True)
    assert figure is not None
    for layout in (figure.wide, figure.narrow):
        bars = [
            e.get("class") for e in ElementTree.fromstring(layout).iter() if (e.get("class") or "").startswith("range")
        ]
        live = sum(track.structural_zero < 1 for track in odds.tracks)
        assert len(bars) == 2 * live + 2  # and two in the key
        assert "no package is possible" in layout


def test_without_an_event_there_is_one_bar(odds: Odds) -> None:
    """No bar and no key for an event that nobody looked at."""
    tracks = [replace(track, with_shock=None) for track in odds.tracks]
    figure = effect_figure(tracks, odds.weeks, False)
    assert figure is not None
    assert "with the event" not in figure.wide
    assert "range with" not in figure.wide.replace("range without", "")


def test_sign_shares_fill_the_bar(odds: Odds) -> None:
    """The parts of a bar add up to its whole width, and none is told by colour alone."""
    figure = signs_figure(odds.effects)
    assert figure is not None
    root = ElementTree.fromstring(figure.wide)
    parts = [e for e in root.iter() if (e.get("class") or "").startswith("sign ") and float(e.get("height", 0)) == 26]
    total = sum(float(e.get("width", 0)) for e in parts)
    assert abs(total - (920 - 300) * len(labelled(odds.effects))) < len(parts)
    assert "not probability" in figure.title
    assert "hatch" in figure.wide


def test_compositions_that_are_all_the_same_become_one(odds: Odds) -> None:
    """Who delivers is left open where it makes no difference."""
    same = [replace(odds.tracks[0], composition=composition) for composition in COMPOSITIONS]
    assert [who for _, who in labelled(same)] == [WHOEVER]
    assert len(labelled([same[0], same[1], odds.tracks[2]])) == 3


def test_titles_state_what_the_event_does(odds: Odds, sound: Callable[..., None]) -> None:
    """How far the middle moves at most beside what nobody knows; on which tracks it lowers the odds."""
    figure, signs = effect_figure(odds.tracks, odds.weeks, True), signs_figure(odds.effects)
    assert figure is not None
    assert signs is not None
    sound(figure)
    sound(signs)
    assert figure.title == (
        "The event moves the odds less than what nobody knows: at most, for a limited deal (absent deliver too), from "
        "64% to 61% in the middle draw, where nine draws in ten reach from 12% to 98%"
    )
    assert signs.title == (
        "The event lowers the odds more often for a comprehensive deal (absent deliver too) and a limited deal "
        "(whoever delivers), raises them for a comprehensive deal (absent may deliver) (shares of draws, not "
        "probability)"
    )
    same = signs_figure([replace(e, share_positive=0.6, share_negative=0.1) for e in odds.effects[1:]])
    assert same is not None
    assert same.title.startswith("The event raises the odds in more draws than it lowers them, wherever a package")


def test_no_track_with_a_package_is_told(odds: Odds) -> None:
    """A structural zero everywhere is the finding."""
    dead = [replace(track, structural_zero=1.0) for track in odds.tracks]
    figure = effect_figure(dead, 26, True)
    assert figure is not None
    assert figure.title.startswith("No package is possible on any track")
