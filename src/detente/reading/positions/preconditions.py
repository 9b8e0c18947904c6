"""What has to come first: "not until ...", "within ten days of ...", "before anything else"."""

import re

from detente.entries import PreconditionKind
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import Token, lemma, marker, subjects
from detente.reading.grammar.supposing import as_soon_as
from detente.reading.positions.conditions import awaited
from detente.reading.positions.issues import IssueMention, find_issues, issues_in
from detente.reading.positions.nominals import CONDITION_NOUNS
from detente.reading.positions.regions import CONDITIONS
from detente.reading.positions.sayings import CONTENT
from detente.reading.positions.stating import Stating

_NO_PRECONDITION = re.compile(
    r"\bwithout (?:any )?pre-?conditions?\b|\bunconditional(?:ly)?\b|\bnot .{0,30}a condition\b", re.IGNORECASE
)
# Between two issues: what stands before these comes first.
FOLLOWED = re.compile(r"\b(?:followed by|and (?:only )?then|after which|to be followed by)\b", re.IGNORECASE)
# What follows these comes first.
_AFTER = Caseless(
    r"\b(?:within|in|no later than) (?:[\w-]+ ){0,2}(?:days?|hours?|weeks?|months?|fortnight) (?:of|after"
    r"|from|following)\b"
    r"|\b(?:days?|hours?|weeks?|months?|immediately|directly|right|straight) (?:after|following)\b|\bas soon as\b"
    r"|\b(?:up)?on (?=(?:the )?(?:signature|signing|conclusion))|\bfollowing\b"
)


def comes_first(
    text: str, stretch: str, mention: IssueMention, reading: Stating
) -> tuple[bool, PreconditionKind | None]:
    """Return whether a stance has to be met before something else, and of which kind such a precondition is.

    Parameters
    ----------
    text
        The sentence.
    stretch
        What of it says the stance.
    mention
        What the stance is about.
    reading
        The stance.
    """
    named = [reading.cue, *(subjects(reading.cue) if reading.rule.id == "list-includes" else [])]
    if reading.rule.id in ("condition", "set-as-condition") or any(lemma(t) in CONDITION_NOUNS for t in named):
        return True, "order"
    if reading.stance not in ("demands", "proposes") or (
        _NO_PRECONDITION.search(stretch)
        and not re.search(r"prerequisite|precondition for|\bbefore (?:any|all|every)", text)
    ):
        return False, None
    if CONTENT.search(text) and (reading.rule.id in ("peace-requires", "demand-noun", "demand-verb", "said-must")):
        return True, "content"
    due = any(m.start() <= mention.start < m.end() for m in _DUE_FIRST.finditer(text))
    return (True, "order") if due or FIRST.search(text, mention.start) else (False, None)


# What stands before these comes before everything else.
FIRST = re.compile(
    r"\b(?:pre-?requisites?(?: for [\w ]{3,20})?|pre-?conditions? (?:for|of) [\w ]{3,20}"
    r"|a (?:pre-)?condition (?:for|of) [\w ]{3,20}"
    r"|before (?:anything|everything|any|all)(?: else)?|must come first|comes? first|first of all|first condition)\b",
    re.IGNORECASE,
)
# "must withdraw first", "has first to free ...": before anything else, which is not told.
_DUE_FIRST = re.compile(
    r"\b(?:must|has to|have to|needs? to|should|wants?|demands?|insists?|asks?)\b[^.;:]{0,70}(?<!the )(?<!a )(?<!its )"
    r"\bfirst(?= ?[,.;:!?\"”]| ?$)|\b(?:must|has to|have to|needs? to|should|wants?|demands?) first\b[^,.;:]*"
    r"|\b(?:has|have) first to\b[^,.;:]*",
    re.IGNORECASE,
)


def awaited_issues(frame: Frame, reading: Stating) -> list[tuple[IssueMention, Token]]:
    """The issues of "until ...", "unless ...", "once ..." that hang on a predicate or its complements.

    Of "before ..." too where something is refused: "no X before Y" puts Y first, "X before Y" puts X first.
    """
    words = CONDITIONS if reading.stance == "rejects" else (CONDITIONS | {"after", "once", "following"}) - {"before"}
    found = _hanging(frame, reading.cue, words)
    if found or reading.stance != "rejects":
        return found
    own = {t.i for t in reading.region}
    return issues_in(frame.doc, [t for t in awaited(frame, reading.cue) if t.i not in own])


def later_than(frame: Frame) -> list[str]:
    """The issue of "within ten days of ...", "upon ...", "as soon as ...": it comes first."""
    match = _AFTER.search(frame.text)
    if match is None:
        return []
    stop = re.search(r"[,;:.]", frame.text[match.end() :])
    end = match.end() + stop.start() if stop else len(frame.text)
    return [m.issue for m in find_issues(frame.text) if match.end() <= m.start < end and m.issue != "format"][:1]


def put_off(frame: Frame, reading: Stating) -> list[tuple[IssueMention, Token]]:
    """The issues that are to come later than what is asked for: "a withdrawal before a ceasefire"."""
    if reading.stance not in ("demands", "proposes"):
        return []
    return _hanging(frame, reading.cue, frozenset({"before"}))


def _hanging(frame: Frame, cue: Token, words: frozenset[str] | set[str]) -> list[tuple[IssueMention, Token]]:
    regions = [
        list(t.subtree)
        for t in cue.subtree
        if t.dep_ in ("advcl", "obl", "nmod", "acl") and (marker(t) in words or ("once" in words and as_soon_as(t)))
    ]
    return [pair for region in regions[:1] for pair in issues_in(frame.doc, region)]
