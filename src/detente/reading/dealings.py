"""Agreements told in passing, with their date: "under the truce agreed by both on 24 June"."""

import re
from collections.abc import Iterator
from itertools import combinations

from detente.entries import Event
from detente.reading.arguments import doers, doing, other_party, parties_of, undergoing
from detente.reading.frame import Frame, by
from detente.reading.happening import happened
from detente.reading.parser import conjuncts, lemma

_AGREED = re.compile(
    r"\b(?:agreements?|accords?|truce|cease-?fire|protocol|treaty|declaration|deal|pact|memorandum|communiqu[eé]"
    r"|statement|understandings?|armistice|principles|timetable|framework|settlement)\b"
    r"(?P<between>(?: [\w'-]+){0,5}?),? (?:which (?:was|they) |that (?:was|they) )?"
    r"(?:signed|concluded|reached|agreed|approved|initial+ed|struck|negotiated|sealed|adopted)\b"
    r"(?P<after>[^.;:]{0,45})"
)
_AHEAD = re.compile(r"\b(?:will|would|shall|to|be|not|never|no|if|until|before|unless|could|must|should)\b")


def dealings(frame: Frame) -> Iterator[Event]:
    """Yield the agreements of the main parties that a sentence recalls with their date, whatever its tree.

    Parameters
    ----------
    frame
        The sentence.
    """
    text, pair = frame.text, frame.resolver.cast.pair
    if not frame.dates or len(pair) < 2:
        return
    for match in _AGREED.finditer(text):
        when = next((d for d in frame.dates if match.start("after") <= d.start <= match.end() and d.past), None)
        if when is None or _AHEAD.search(match["between"]) or _AHEAD.search(text[: match.start()][-14:]):
            continue
        if _is_theirs(frame, match):
            quote, source = frame.quote(match.start(), when.end), by("sign", 0.55)
            for first, second in combinations(sorted(pair), 2):
                yield Event("AGREE", first, second, when.past, None, quote, by=source)


_JOINT = re.compile(r"\bjoint (?:[\w-]+ )?(?:statement|declaration|communiqu[eé]|announcement)\b", re.IGNORECASE)
_ISSUING = frozenset(["issue", "sign", "adopt", "release", "publish", "read", "make", "approve", "endorse"])


def joint_statements(frame: Frame) -> Iterator[Event]:
    """Yield the agreement of those who issue a statement together ("A and B issued a joint statement").

    Parameters
    ----------
    frame
        The sentence.
    """
    if not _JOINT.search(frame.text):
        return
    for token in frame.doc:
        if token.pos_ == "VERB" and lemma(token) in _ISSUING and happened(frame, token):
            texts = {lemma(noun) for noun in undergoing(token)}
            actors = parties_of(frame, (each for noun in doing(token) for each in conjuncts(noun)))
            if texts & {"statement", "declaration", "communique", "communiqué", "announcement"} and len(actors) == 2:
                first, second = sorted(actors)
                date = frame.date_for(token) or frame.report.date
                yield Event("AGREE", first, second, date, None, frame.whole(), by=by("sign", 0.55))


_RATIFYING = frozenset(["ratify", "approve", "endorse", "adopt", "initial"])
_DOCUMENTS = frozenset(["agreement", "accord", "treaty", "protocol", "deal", "pact", "ceasefire", "truce"])


def ratified(frame: Frame) -> Iterator[Event]:
    """Yield the agreement that one of the main parties makes binding ("parliament ratified the treaty").

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ != "VERB" or lemma(token) not in _RATIFYING or not happened(frame, token):
            continue
        if any(lemma(noun) in _DOCUMENTS for noun in undergoing(token)):
            actors = doers(frame, token)
            for other in other_party(frame, actors):
                first, second = sorted((actors[0], other))
                date = frame.date_for(token) or frame.report.date
                yield Event("AGREE", first, second, date, None, frame.whole(), by=by("sign", 0.55))


def _is_theirs(frame: Frame, match: re.Match[str]) -> bool:
    """True unless others are named as those who agreed."""
    cast = frame.resolver.cast
    inside = {m.party for m in cast.mentions(frame.text) if match.start() <= m.start < match.end()}
    return bool(inside & set(cast.pair)) or not re.match(r" by [A-Z]", match["after"])
