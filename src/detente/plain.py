"""Results as data that JSON can hold."""

import math
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def plain(value: Any) -> Any:
    """Return dataclasses, mappings and sequences as dicts and lists, always in the same order.

    Parameters
    ----------
    value
        Results of any room; numbers that JSON cannot hold become words, and a pattern its text.

    Examples
    --------
    >>> from detente.settlement.results import Spread
    >>> plain(Spread(0, .5, float("inf")))
    {'low': 0, 'mid': 0.5, 'high': 'Infinity'}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, re.Pattern):
        return value.pattern
    if hasattr(value, "item") and not isinstance(value, str | bytes):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
