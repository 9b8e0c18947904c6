"""Who tells whom to do what: "told Denmark to leave", "would have all prisoners freed", "and asked it to end them"."""

import re
from collections.abc import Iterator

from detente.reading.frame import Frame
from detente.reading.grammar.parser import (
    Token,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    passive,
    subjects,
)
from detente.reading.positions.holders import speaker_of
from detente.reading.positions.issues import issues_in
from detente.reading.positions.stating import Stating
from detente.reading.rule import words
from detente.reading.rules import BY_ID

_ORDER = re.compile(
    rf"(?:^|[\"“])\W*(?:(?:first|please|then|now),? )?(?P<verb>{'|'.join(sorted(BY_ID['said-do'].words))})\b"
    r"(?P<what>[^.;:!?\"”]{3,120})",
    re.IGNORECASE,
)


def of_order(frame: Frame) -> Iterator[Stating]:
    """Yield what a speaker bids others do: "Release the prisoners," said the envoy of Oslo.

    Parameters
    ----------
    frame
        The sentence.
    """
    for match in _ORDER.finditer(frame.text):
        verb = next((t for t in frame.tokens if t.idx >= match.start("verb")), None)
        if verb is None or verb.tag_ not in ("VB", "VBP") or child(verb, "nsubj", "aux", "mark") is not None:
            continue
        holders = speaker_of(frame, verb) or frame.resolver.said or frame.resolver.voice
        region = tuple(t for t in frame.tokens if match.start("verb") <= t.idx < match.end())
        if holders:
            yield Stating(holders, "demands", BY_ID["said-do"], verb, region)


def tells_to(token: Token) -> bool:
    """Read "told Denmark to free ...": somebody else is told, none of its own people, and what to do follows."""
    told = children(token, "obj", "iobj", "nsubj:pass") or (subjects(token) if passive(token) else [])
    after = [c for each in (token, *told) for c in children(each, "xcomp", "advcl", "acl")]
    due = [c for c in after if marker(c) == "to" or (lemma(token) == "order" and c.tag_ == "VBN" and not marker(c))]
    return bool(told and due) and not negated(token) and not any(_of_its_own(each) for each in told)


def _of_its_own(told: Token) -> bool:
    """True for "its forces", "the troops", "him": who is under orders, or nobody that is known."""
    return bool(children(told, "nmod:poss")) and any(c.pos_ == "PRON" for c in children(told, "nmod:poss"))


def has_done(token: Token) -> bool:
    """Read "would have all prisoners released", "would have Denmark close the port": what somebody wants done."""
    wanted = child(token, "obj")
    if wanted is None or not set(auxiliaries(token)) & {"would", "'d"}:
        return False
    done = [c for each in (token, wanted) for c in children(each, "xcomp", "ccomp", "acl", "advmod") if c.i > wanted.i]
    return any((c.tag_ in ("VB", "VBN") and marker(c) != "to") or c.text.casefold() in _PLACES for c in done)


_PLACES = words("out back in gone home there away")


def named_before(frame: Frame, token: Token, region: tuple[Token, ...]) -> tuple[Token, ...]:
    """What "it" or "them" stands for in "deplored the annexation and called on Denmark to reverse it"."""
    for pronoun in region:
        many = _STANDING.get(pronoun.text.casefold())
        if many is None or pronoun.dep_ not in ("obj", "nsubj:pass", "nmod:poss") or pronoun.i < token.i:
            continue
        if pronoun.dep_ == "nmod:poss" and lemma(pronoun.head) not in _FATES:
            continue
        before = issues_in(frame.doc, [t for t in frame.tokens if t.i < token.i])
        fitting = [anchor for _, anchor in before if (anchor.tag_ in ("NNS", "NNPS")) == many]
        return (fitting[-1],) if fitting else ()
    return ()


# Whether several things or persons are meant.
_STANDING = {"it": False, "its": False, "them": True, "they": True, "their": True}
_FATES = words("return release withdrawal removal lifting freedom departure exchange restoration disarmament")
