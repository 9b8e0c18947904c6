"""Where one line of a heading ends: what its last and the next line's first words tell."""

import re

_STOP = tuple('.!?:;…"”’')
_OPEN = re.compile(
    r"(?:\b(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|as|that|since|until|till|before|after|between|against"
    r"|its|their|his|her|our|said|says)|[,–—-])$",
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"(?:The|An?|In|On|At|It|He|She|They|We|This|That|These|Those|But|And|For|From|After|Before|Under|His|Her|Its|Their"
    r"|Both|Neither|No|As|When|While|Meanwhile|However|According|Also|There|If|By|With) "
)


def is_closed(line: str) -> bool:
    """Return whether a line ends with a mark that closes a sentence.

    Examples
    --------
    >>> is_closed("Truce holds."), is_closed("Truce holds")
    (True, False)
    """
    return line.endswith(_STOP)


def is_open(line: str) -> bool:
    """Return whether the last word of a line asks for another one: an article, a preposition, a conjunction.

    Examples
    --------
    >>> is_open("Both sides met in the"), is_open("Both sides met")
    (True, False)
    """
    return bool(_OPEN.search(line))


def begins_a_sentence(line: str) -> bool:
    """Return whether a line opens with a small word in a capital letter, which only the first word of a sentence has.

    Examples
    --------
    >>> begins_a_sentence("The two sides met"), begins_a_sentence("Sides that met")
    (True, False)
    """
    return bool(_STARTER.match(line))
