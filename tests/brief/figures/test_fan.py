"""The fan of odds over the weeks."""

import re
from collections.abc import Callable
from dataclasses import replace

from detente.brief.figures import fan_figure
from detente.talks.results import HORIZONS, Odds


def test_no_odds_give_no_figure(odds: Odds) -> None:
    """Tracks without weeks cannot be drawn."""
    assert fan_figure([]) is None
    assert fan_figure([(replace(odds.tracks[0], by_weeks=()), "whoever delivers")]) is None


def test_a_fan_per_live_track_with_and_without_the_event(odds: Odds, sound: Callable[..., None]) -> None:
    """Two bands and a line without, three broken lines with; a track without a package is said in words."""
    rows = [(odds.tracks[0], "those present"), (odds.tracks[3], "those present")]
    figure = fan_figure(rows)
    assert figure is not None
    sound(figure)
    for layout in (figure.wide, figure.narrow):
        assert len(re.findall(r'<path [^>]*class="fan r', layout)) == 2
        assert len(re.findall(r'<path [^>]*class="fan-with', layout)) == 3
        assert "no package is possible" in layout
    assert len(figure.rows) == 1 + 2 * 2 * len(HORIZONS)


def test_weeks_stand_to_scale(odds: Odds) -> None:
    """Thirteen weeks lie at a quarter of fifty-two."""
    figure = fan_figure([(odds.tracks[0], "those present")])
    assert figure is not None
    middle = re.search(r'd="M([^"]*)" class="fan-middle"', figure.wide)
    assert middle is not None
    x = [float(point.split(",")[0]) for point in middle[1].split("L")]
    assert abs((x[2] - x[0]) / (x[-1] - x[0]) - 13 / 52) < 0.01


def test_without_an_event_nothing_is_compared(odds: Odds) -> None:
    """No broken line and no word of an event."""
    track = odds.tracks[0]
    alone = replace(track, by_weeks=tuple(replace(at, with_shock=None) for at in track.by_weeks))
    figure = fan_figure([(alone, "those present")])
    assert figure is not None
    assert "event" not in figure.title + figure.note + figure.wide
    assert "fan-with" not in figure.wide
