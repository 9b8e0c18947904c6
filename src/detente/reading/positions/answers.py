"""Yes and no: "said no: a truce would ...", "observers yes, soldiers no", "yes to a truce but no to observers"."""

import re
from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.caseless import Caseless
from detente.reading.frame import Frame
from detente.reading.grammar.parser import children, lemma
from detente.reading.positions.holders import SAYING, holders_of
from detente.reading.positions.stating import Stating
from detente.reading.rules import BY_ID
from detente.reading.who.viewpoints import viewpoint

_ANSWER = Caseless(
    r"\b(?:say|says|said|answer(?:s|ed)?|repl(?:y|ies|ied)|is|was|came) (?:with )?(?:an? )?(?:[a-z]+ )?"
    r"[\"“']?(?P<word>no|yes)[\"”']?(?: [\w ]{0,30})?(?:: |[\"”'][:,] | - | – )"
)


_SHORT_ANSWER = Caseless(
    r"(?:^|[;,:\"“.–—] ?|\b(?:and|but) )(?P<what>[^,;:.\"“”–—]{4,60}?),? (?P<word>yes|no)(?=[,;.!\"”]|$| -|,)"
)


def of_short_answers(frame: Frame) -> Iterator[Stating]:
    """Read "Observers yes, soldiers no, the envoy said"."""
    matches = list(_SHORT_ANSWER.finditer(frame.text))
    holders = (frame.resolver.said or frame.resolver.voice or viewpoint(frame) or _speaker(frame)) if matches else ()
    for match in matches if len(holders) == 1 else ():
        region = tuple(t for t in frame.tokens if match.start("what") <= t.idx < match.end("what"))
        if region and not any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in region):
            stance: Stance = "rejects" if match["word"].casefold() == "no" else "accepts"
            yield Stating(holders, stance, BY_ID["yes-or-no"], region[0], region)


def _speaker(frame: Frame) -> tuple[str, ...]:
    """Whoever says it, where the tree gives the verb of speech several subjects."""
    verbs = [t for t in frame.tokens if t.pos_ == "VERB" and lemma(t) in SAYING]
    found = [p for v in verbs[:1] for s in children(v, "nsubj") for p in frame.resolver.single(s)]
    return tuple(dict.fromkeys(found))


YES_BUT_NO = re.compile(
    r"\b(?:say|says|said|saying) (?:yes|no) to\b[^.;]*?\b(?:but|and|,) (?P<word>yes|no) to\b", re.IGNORECASE
)


def of_yes_but_no(frame: Frame) -> Iterator[Stating]:
    """Read "said yes to a truce but no to observers": the second answer."""
    match = YES_BUT_NO.search(frame.text)
    verb = next((t for t in frame.tokens if match and t.idx >= match.start()), None)
    holders = holders_of(frame, verb) if verb is not None else ()
    if match and verb is not None and holders:
        stance: Stance = "rejects" if match["word"].casefold() == "no" else "accepts"
        yield Stating(holders, stance, BY_ID["yes-or-no"], verb, tuple(t for t in frame.tokens if t.idx >= match.end()))


def of_answer(frame: Frame) -> Iterator[Stating]:
    """Yield "Norway said no: a truce would only help its enemy": what follows the answer is what it is about.

    Parameters
    ----------
    frame
        The sentence.
    """
    match = _ANSWER.search(frame.text)
    if match is None:
        return
    verb = next((t for t in frame.tokens if t.idx >= match.start()), None)
    holders = holders_of(frame, verb) if verb is not None else ()
    holders = holders or frame.resolver.said
    end = frame.text.find(";", match.end())
    region = tuple(t for t in frame.tokens if match.end() <= t.idx < (end if end > 0 else len(frame.text)))
    if verb is not None and holders and region:
        stance: Stance = "rejects" if match["word"].casefold() == "no" else "accepts"
        yield Stating(holders, stance, BY_ID["yes-or-no"], verb, region)
