"""Words for an agreement, by what sort of thing it is: every rule that looks for one takes its words from here.

Rules differ on purpose in the sorts that they take: whoever signs a statement has agreed, but a statement that calls
for something may be one side's alone; a plan is agreed only where somebody says so.
"""

import re

from detente.reading.rule import words

AGREEMENTS = words("agreement accord deal treaty pact protocol memorandum")
"""What sides conclude with each other."""
TRUCES = words("truce ceasefire cease-fire armistice")
"""What stops the fighting."""
SETTLED = words("understanding settlement compromise")
"""What sides come to, on paper or not."""
TEXTS = words("text document paper")
"""What an agreement is written in."""
STATEMENTS = words("declaration statement communique communiqué")
"""What sides may issue together, and each alone."""
OUTLINES = words("plan roadmap charter framework principle")
"""What sides may agree on, and somebody else may have drawn up."""
PARTS = words("article annex chapter")
"""What an agreement is divided into."""


def any_of(*sorts: frozenset[str]) -> str:
    """Return a pattern for the words of some sorts, in the singular and the plural.

    Parameters
    ----------
    sorts
        Sets of words, such as `AGREEMENTS`.

    Examples
    --------
    >>> any_of(frozenset(["treaty", "memorandum"]))
    '(?:memorandum|memoranda|treaties|treaty)'
    """
    forms = {form for sort in sorts for word in sort for form in (word, _plural(word))}
    return f"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})"


def _plural(word: str) -> str:
    endings = {"y": "ies", "um": "a", "x": "xes"}
    for ending, plural in endings.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + plural
    return word + "s"


PAPER = (
    rf"(?:{any_of(AGREEMENTS, TRUCES, SETTLED, TEXTS, STATEMENTS)}|joint statements?|cessation of hostilities"
    r"|road ?maps?|arrangements?|framework|charter|convention|package|minutes)"
)
"""A pattern for whatever an agreement may be called that is made or told of."""

UNDER_PAPER = re.compile(
    rf"\b(?:under|as part of|in line with) (?:the |this |that |its |their )(?:terms of (?:the |this |that ))?"
    rf"(?:(?!proposed|draft|planned|future|possible)[\w-]+ ){{0,2}}?{PAPER}\b",
    re.IGNORECASE,
)
"""A pattern for "Under the accord": what the sentence tells are its terms, in the past as well."""
