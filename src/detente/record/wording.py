"""Whether two texts speak of the same thing, as far as their words show."""

import re

_DULL = re.compile(
    "a|about|after|all|an|and|another|any|are|as|at|barely|be|been|before|between|by|close|each|every|few|fewer|five|for|"
    "four|from|had|half|has|have|in|into|is|it|its|least|less|many|more|nearly|no|not|of|on|only|or|other|others|over|"
    "several|six|some|ten|than|that|the|their|them|these|those|three|to|two|under|up|was|were|which|who|will|with|"
    "(?:hour|minute|day|week|month|year)s?"
)


def content(text: str, *dull: str) -> frozenset[str]:
    """Return the words that tell what is spoken of, without endings of the plural and words of measure.

    Parameters
    ----------
    text
        In English.
    *dull
        More words that tell nothing, such as the unit of a figure.

    Examples
    --------
    >>> sorted(content("the release of all prisoners"))
    ['prisoner', 'release']
    """
    found = re.findall(r"[^\W\d]+", text.casefold())
    kept = {word.removesuffix("s") for word in found if not _DULL.fullmatch(word)}
    return frozenset(kept - {word.casefold().removesuffix("s") for word in dull})


def akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether half of the words of the shorter text stand in the other; without words nothing is akin.

    Examples
    --------
    >>> akin(content("prisoners of war"), content("all prisoners"))
    True
    """
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= 0.5
