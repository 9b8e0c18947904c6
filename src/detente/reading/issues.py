"""Which issue a stretch of text is about."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.ontology.issues import issues
from detente.reading.parser import Doc, Token, ancestors, child, lemma, marker, text_of, token_at

# They stand for the talks as a whole and give way to any issue named beside them.
GENERAL = frozenset({"settlement"})


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Words that name an issue.

    Parameters
    ----------
    start, end
        Character span in the sentence.
    issue
        Its id.
    """

    start: int
    end: int
    issue: str


def find_issues(text: str) -> list[IssueMention]:
    """Return the issues that a sentence names; of overlapping names the longest counts, a general one last.

    Parameters
    ----------
    text
        One sentence.

    Examples
    --------
    >>> [m.issue for m in find_issues("a ceasefire and the release of all prisoners")]
    ['ceasefire', 'prisoners']
    """
    return list(_found(text))


@functools.lru_cache(maxsize=4096)
def _found(text: str) -> tuple[IssueMention, ...]:
    found = [
        IssueMention(match.start(), match.end(), kind.id)
        for kind in issues().values()
        for pattern in kind.words
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda m: (m.issue in GENERAL, m.start - m.end, m.start))
    chosen: list[IssueMention] = []
    for mention in found:
        if not any(mention.start < other.end and other.start < mention.end for other in chosen):
            chosen.append(mention)
    return tuple(sorted(chosen, key=lambda m: m.start))


def issues_in(doc: Doc, region: Iterable[Token]) -> list[tuple[IssueMention, Token]]:
    """Return the issues that a region of a sentence is about, each with its anchor in the tree.

    Of two issues where one depends on the other ("recognition of the occupied territories") the upper one counts;
    what is coordinated counts each for itself.

    Parameters
    ----------
    doc
        The parsed sentence.
    region
        Tokens to look at.
    """
    inside = {token.i for token in region}
    anchored = []
    for mention in find_issues(text_of(doc)):
        anchor = token_at(doc, mention.start, mention.end)
        if anchor is not None and anchor.i in inside:
            anchored.append((mention, anchor))
    anchored = [pair for pair in anchored if not _discussed(pair, anchored) and not _where(pair, anchored)]
    kept = [pair for pair in anchored if not _depends(pair, anchored)]
    special = [pair for pair in kept if pair[0].issue not in GENERAL]
    return _first_of_each(special or kept)


# To discuss an issue is about that issue, not about how to talk.
_DISCUSSING = frozenset(["discuss", "negotiate", "talk"])


def _discussed(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the verb in "discuss the frontier": what is discussed counts."""
    mention, anchor = pair
    claimed = child(anchor, "obj")
    if mention.issue == "recognition" and claimed is not None and lemma(claimed) == "claim":
        return True
    if mention.issue != "format" or anchor.pos_ != "VERB" or lemma(anchor) not in _DISCUSSING:
        return False
    below = {t.i for each in anchor.children if each.dep_ in ("obj", "obl", "nsubj:pass") for t in each.subtree}
    return any(token.i in below for other, token in others if other.issue not in GENERAL | {"format"})


_PLACES = re.compile(
    r"(?:border|frontier|boundar|front|zone|island|peninsula|strip|enclave|heights|area)", re.IGNORECASE
)


def _where(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    """True for the border in "observers along the border": a place, where something else is at issue."""
    mention, anchor = pair
    if mention.issue != "territory" or len(others) < 2 or anchor.dep_ not in ("obl", "nmod"):
        return False
    named = text_of(anchor.doc)[mention.start : mention.end]
    return bool(_PLACES.match(named)) and marker(anchor) in ("along", "on", "near", "at", "across", "around", "inside")


def _depends(pair: tuple[IssueMention, Token], others: Sequence[tuple[IssueMention, Token]]) -> bool:
    mention, anchor = pair
    upper = {token.i: m.issue for m, token in others if m is not mention and m.issue not in GENERAL}
    step, apart = anchor, False
    for above in ancestors(anchor):
        apart = apart or step.dep_ in ("conj", "parataxis", "appos")
        if above.i in upper and upper[above.i] != mention.issue:
            return not apart
        step = above
    return False


def _first_of_each(pairs: Sequence[tuple[IssueMention, Token]]) -> list[tuple[IssueMention, Token]]:
    seen: dict[str, tuple[IssueMention, Token]] = {}
    for pair in pairs:
        seen.setdefault(pair[0].issue, pair)
    return list(seen.values())
