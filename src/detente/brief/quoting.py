"""How the brief quotes the terms of a position: whole clauses, balanced quotation marks, cuts marked as cuts.

Terms are stretches of a sentence, so they may begin behind "that" or end at "of". Where the sentence is at hand the
stretch is widened to the words it hangs on; where that is not possible, an ellipsis says that it was cut.
"""

import re
from collections.abc import Iterable, Mapping

from detente.case.model import Demand, Evidence

_RELATIVE = "that|which|who|whom|whose|where"
_HANGING = re.compile(rf"(?:{_RELATIVE}|is|are|was|were|be|been|has|have|had|will|would|shall|should|may|can)\b")
_DANGLING = re.compile(
    r"(?<![\w-])(?:a|an|and|any|as|at|between|but|by|for|from|in|into|its|of|on|or|over|than|that|the|their|to|under|until|"
    r"which|who|with|shall|will|would|is|are)$"
)
# A stretch hangs on what stands before it where it begins with a verb: "any deal that ⟨involves a withdrawal⟩". The
# quotation then begins at the nearest article or its like within four words before the pronoun.
_VERB = re.compile(r"(?!(?:this|its|his|hers|theirs|others|red|us)\b)[a-z]+(?:s|ed)\b")
_ANTECEDENT = re.compile(
    rf"\b(?:a|all|an|any|each|every|no|some|such|that|the|these|this|those)(?:\s+[\w’'-]+){{1,4}}\s+(?:{_RELATIVE})\s+$",
    re.IGNORECASE,
)
# "the Ukrainian children" is no demand, "the return of the Ukrainian children" is.
_OF_WHICH = re.compile(r"\b(?:the|a|an|any|all|its|their)\s+[\w-]+\s+of\s+$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"“(?:that\s+)?(?:it|they|he|she|we|I)\s+(?:\w+\s+)?(?:had|has|have|would|will|was|were|is|are|could|can|\w+ed)\b"
)
_EDGES = " \t\n,;:.–—-·"
# Control characters and lone surrogates cannot stand in a page or on a terminal; what overrides the direction of text
# would turn round what stands beside it. Letters of right-to-left scripts need no such sign.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def quoted(text: str) -> str:
    """Return text between quotation marks: marks inside are single ones, a mark without its partner is left out.

    Examples
    --------
    >>> quoted('his "country does not need it'), quoted('an "honest" offer,'), quoted("the hand-over of")
    ('“his country does not need it”', '“an ‘honest’ offer”', '“the hand-over of …”')
    """
    inner = " ".join(_single(text).split()).strip(_EDGES)
    if not inner:
        return ""
    before = "… " if _HANGING.match(inner) else ""
    after = " …" if _DANGLING.search(inner) else ""
    return f"“{before}{inner}{after}”"


def is_clause(quotation: str) -> bool:
    """Return whether a quotation is a whole clause about its speaker, which no verb of demanding can have as object.

    Examples
    --------
    >>> is_clause("“it would never accept autonomy”"), is_clause("“a truce of 30 days”")
    (True, False)
    """
    return bool(_CLAUSE.match(quotation))


def quoted_terms(demand: Demand, evidence: Mapping[str, Evidence]) -> str:
    """Return the terms of a demand as one quotation or several, widened in their sentence where they are cut.

    Parameters
    ----------
    demand
        Its terms, joined by semicolons where several reports have them.
    evidence
        Entry id to the sentence.

    Examples
    --------
    >>> from detente.case.model import Basis
    >>> sentence = "Norway refuses any plan that moves the line."
    >>> refused = Demand("norway", "line", "moved", "rejects", "moves the line", basis=Basis(("e",)))
    >>> quoted_terms(refused, {}), quoted_terms(refused, {"e": Evidence("", sentence, "r")})
    ('“moves the line”', '“any plan that moves the line”')
    """
    sentences = [evidence[id].sentence for id in demand.basis.entries if id in evidence]
    parts = dict.fromkeys(quoted(_widened(part, sentences)) for part in demand.terms.split(";"))
    return " and ".join(part for part in parts if part)


def _widened(part: str, sentences: Iterable[str]) -> str:
    """Return a stretch with the words that it hangs on; an ellipsis where its verb has lost them."""
    wanted = r"\s+".join(re.escape(word) for word in part.split())
    found = next((f for s in sentences if wanted and (f := re.search(rf"\w*{wanted}\w*", s))), None)
    if found is None:
        return part
    before = found.string[: found.start()]
    if not (_VERB.match(found.group()) or _HANGING.match(found.group())):
        whole = _OF_WHICH.search(before)
        return whole.group() + found.group() if whole else found.group()
    if antecedent := _ANTECEDENT.search(before):
        return antecedent.group() + found.group()
    return f"… {found.group()}" if re.search(rf"\b(?:{_RELATIVE})\s+$", before) else found.group()


def _single(text: str) -> str:
    """Turn double quotation marks into single ones, pair by pair; drop what has no partner."""
    marks = [found.start() for found in re.finditer('["“”„«»]', text)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    turned = {n: mark for pair in pairs for n, mark in zip(pair, "‘’", strict=True)}
    return "".join(turned.get(n, "" if n in marks else char) for n, char in enumerate(text))


def showable(text: str) -> str:
    r"""Return text with everything that no page and no terminal can show replaced.

    Parameters
    ----------
    text
        Any.

    Examples
    --------
    >>> showable("a\x1b[31mb")
    'a�[31mb'
    """
    return _UNSHOWABLE.sub("�", text)
