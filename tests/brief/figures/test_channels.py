"""Shares of the channels."""

from collections.abc import Callable
from dataclasses import replace

from detente.brief.figures import channels_figure
from detente.settlement.results import Spread
from detente.talks.results import Odds


def test_no_share_gives_no_figure(odds: Odds) -> None:
    """An effect of nothing has no shares."""
    assert channels_figure([]) is None
    assert channels_figure([(odds.effects[0], "those present")]) is None


def test_a_bar_per_channel_and_track(marks: Callable[..., int], sound: Callable[..., None], odds: Odds) -> None:
    """Below zero and above it have classes of their own, and each bar its range."""
    rows = [(odds.effects[1], "whoever delivers"), (odds.effects[-1], "absent deliver too")]
    figure = channels_figure(rows)
    assert figure is not None
    sound(figure)
    for layout in (figure.wide, figure.narrow):
        assert marks(layout, "sign negative") == marks(layout, "sign positive") == 2
        assert marks(layout, "whisker") == 3 * 4
    assert figure.title == (
        "Trust (trust in the other side's word) does most to a comprehensive deal: it makes agreement come later; cost "
        "pulls the other way, towards sooner"
    )
    assert figure.rows[1] == ("Limited deal", "whoever delivers", "cost", 0.06, 0, 0.05, 0.2)


def test_a_channel_that_is_not_applied_is_not_zero(odds: Odds) -> None:
    """One track knows a channel that the other does not: words stand in its place."""
    one = replace(odds.effects[1], shapley={"cost": Spread(0, 0, 0)}, shapley_mean={"cost": 0.0})
    figure = channels_figure([(one, "x"), (odds.effects[-1], "y")])
    assert figure is not None
    assert figure.wide.count("not applied") == 1
