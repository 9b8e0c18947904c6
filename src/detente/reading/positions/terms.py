"""The words of the terms that a position is about."""

import re
from collections.abc import Iterable

from detente.reading.claims.figures import without_particle
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token
from detente.reading.positions.issues import IssueMention
from detente.reading.positions.regions import local

# Words that the terms of a position have at most.
LONGEST = 14


def under_condition(frame: Frame, said: str, ifs: Iterable[range]) -> str:
    """Return the terms with the condition under which they are accepted, so that none reads as a plain yes.

    Parameters
    ----------
    frame
        The sentence.
    said
        The terms without it.
    ifs
        Where the conditions stand.
    """
    clauses = (" ".join(frame.sentence.text[span.start : span.stop].split()) for span in ifs)
    return " ".join(" ".join([said, *(c for c in clauses if c not in said)]).split()[:LONGEST]).rstrip(" ,;:")


_LEAD = re.compile(
    r"^(?:(?:(?:(?:in|on|under|by|to|of|for|with) )?which|who|except for"
    r"|by|for|that|of|on|about|to|as|with|from|and|or)"
    r"\s+)+(?=\w)",
    re.IGNORECASE,
)


def terms(frame: Frame, mention: IssueMention, anchor: Token) -> str:
    """Return the words of the terms, at most fourteen.

    Parameters
    ----------
    frame
        The sentence.
    mention, anchor
        Where the issue stands in it.
    """
    top = anchor
    while (
        top.dep_ in ("nmod", "compound", "obj", "amod", "obl")
        and top.head.i != top.i
        and mention.start - top.head.idx <= 45
        and top.head.pos_ in ("NOUN", "VERB")
        and top.head.dep_ not in ("ROOT", "conj", "parataxis")
        and len(list(local(top.head))) <= 16
    ):
        top = top.head
    tokens = sorted(local(top), key=lambda t: t.i)
    start = without_particle(frame.text, min(mention.start, tokens[0].idx))
    end = max(mention.end, tokens[-1].idx + len(tokens[-1].text))
    words = _LEAD.sub("", " ".join(frame.sentence.text[start:end].split()))
    return " ".join(words.split()[:LONGEST]).strip(" ,;:—–-")
