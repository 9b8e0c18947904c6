"""How the brief writes shares, ranges and differences: never more digits than they bear, never a lone number."""

import math

from detente.settlement.results import Spread

_MINORITY = 0.2
"""Share of the draws with a sign up to which the other sign does not count: judgement."""


def percent(p: float) -> str:
    """Return a share as a percentage that never rounds something to nothing.

    Examples
    --------
    >>> percent(0), percent(0.004), percent(0.124), percent(0.997), percent(1)
    ('0%', 'under 1%', '12%', 'over 99%', '100%')
    """
    if 0 < p < 0.01:
        return "under 1%"
    if 0.99 < p < 1:
        return "over 99%"
    return f"{p:.0%}"


def span(spread: Spread) -> str:
    """Return a spread of shares as a range with its middle.

    Examples
    --------
    >>> span(Spread(.03, .06, .12))
    '3% to 12% (middle 6%)'
    >>> span(Spread(0, 0, 0))
    '0% throughout'
    """
    low, mid, high = percent(spread.low), percent(spread.mid), percent(spread.high)
    if low == high:
        return f"{low} throughout"
    return f"{low} to {high} (middle {mid})"


def points(spread: Spread) -> str:
    """Return a spread of differences of shares in percentage points.

    Examples
    --------
    >>> points(Spread(-.04, -.004, .012))
    '−4.0 to +1.2 points (middle −0.4)'
    """
    low, mid, high = (signed(100 * x, 1) for x in (spread.low, spread.mid, spread.high))
    return f"{low} points throughout" if low == high else f"{low} to {high} points (middle {mid})"


def signed(x: float, digits: int = 2) -> str:
    """Return a number with its sign and a real minus.

    Examples
    --------
    >>> signed(-.5), signed(.25), signed(-.0001)
    ('−0.50', '+0.25', '0.00')
    """
    if not math.isfinite(x):
        return "beyond measure"
    text = f"{x:+.{digits}f}"
    return f"{0:.{digits}f}" if float(text) == 0 else text.replace("-", "−")


def figure(x: float) -> str:
    """Return a number with no more digits than anybody needs.

    Examples
    --------
    >>> figure(3.2e-5), figure(-.0291), figure(1.1666), figure(52)
    ('0', '−0.029', '1.17', '52')
    """
    return f"{round(x, 3 if abs(x) < 0.1 else 2) + 0.0:.10g}".replace("-", "−")


def stakes(spread: Spread) -> str:
    """Return a spread in stake units.

    Examples
    --------
    >>> stakes(Spread(-.2, 0, .1))
    '−0.20 to +0.10 (middle 0.00)'
    """
    low, mid, high = signed(spread.low), signed(spread.mid), signed(spread.high)
    return f"{low} throughout" if low == high else f"{low} to {high} (middle {mid})"


def ratios(spread: Spread) -> str:
    """Return a spread of ratios.

    Examples
    --------
    >>> ratios(Spread(.5, .9, 1.4))
    '×0.50 to ×1.40 (middle ×0.90)'
    """
    low, mid, high = (
        f"×{x:.2f}" if math.isfinite(x) else "beyond measure" for x in (spread.low, spread.mid, spread.high)
    )
    return f"{low} throughout" if low == high else f"{low} to {high} (middle {mid})"


def leaning(positive: float, negative: float) -> str:
    """Return which way draws lean: raises | lowers where one sign has at least four fifths of those with a sign, or "".

    The only rule by which an event is said to work one way; every sentence and every cell of a map goes by it.

    Examples
    --------
    >>> leaning(0.4, 0.1), leaning(0.05, 0.4), leaning(0.2, 0.1), leaning(0, 0)
    ('raises', 'lowers', '', '')
    """
    if positive + negative <= 0 or min(positive, negative) / (positive + negative) > _MINORITY:
        return ""
    return "raises" if positive > negative else "lowers"


def share_words(p: float) -> str:
    """Return a share of draws in words, for prose.

    Examples
    --------
    >>> share_words(0), share_words(1), share_words(.313)
    ('in no draw', 'in every draw', 'in 31% of draws')
    """
    if p <= 0:
        return "in no draw"
    return "in every draw" if p >= 1 else f"in {percent(p)} of draws"
