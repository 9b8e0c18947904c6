"""Agreements told in passing, with their date: "under the truce agreed by both on 24 June"."""

import re
from collections.abc import Iterator
from itertools import combinations

from detente.entries import Event
from detente.reading.acts.arguments import doers, doing, other_party, parties_of, undergoing
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import happened
from detente.reading.grammar.parser import conjuncts, lemma
from detente.reading.positions.agreement_words import AGREEMENTS, SETTLED, STATEMENTS, TRUCES, any_of
from detente.reading.who.mentions import kind_of
from detente.reading.who.placenames import is_place

# A text or a document is named so after the agreement itself, which stands before.
_AGREED = re.compile(
    rf"\b(?:{any_of(AGREEMENTS, TRUCES, SETTLED, STATEMENTS)}|Agreements?|principles|timetable|framework)\b"
    r"(?P<between>(?: [\w'-]+){0,5}?),? (?:which (?:was|they|had been) |that (?:was|they) )?"
    r"(?:signed|concluded|reached|agreed|approved|initial+ed|struck|negotiated|sealed|adopted|brokered|announced"
    r"|extended|clinched|finali[sz]ed|hammered out|worked out)\b"
    r"(?P<after>[^.;:]{0,45})"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to|be|is|are|being|not|never|no|any|if|until|before|unless|without|once|could|must|should"
    r"|may|might|can|nor|neither|hopes?)\b"
)


def dealings(frame: Frame) -> Iterator[Event]:
    """Yield the agreements of the main parties that a sentence recalls with their date, whatever its tree.

    Parameters
    ----------
    frame
        The sentence.
    """
    text, pair = frame.text, frame.resolver.cast.pair
    if len(pair) < 2:
        return
    for match in _AGREED.finditer(text):
        when = next((d for d in frame.dates if match.start("after") <= d.start <= match.end() and d.past), None)
        if _AHEAD.search(match["between"]) or _AHEAD.search(text[: match.start()][-14:]):
            continue
        if when is None and (len(pair) > _TWO or _UNSURE.search(text)):
            continue
        if _is_theirs(frame, match):
            end, day = (when.end, when.past) if when is not None else (match.start("after"), None)
            quote, source = frame.quote(match.start(), end), by("sign", 0.55)
            for first, second in combinations(sorted(pair), 2):
                yield Event("AGREE", first, second, day, None, quote, by=source)


_TWO = 2
# Without a day of its own an agreement may be one that is only spoken of.
_UNSURE = re.compile(
    r"\b(?:if|unless|until|whether|would|could|might|may|hop\w+|denied|draft|proposed|possible|before"
    r"|reject\w*|refus\w+|rul(?:e|es|ed|ing) out)\b|\?"
)


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
        if any(lemma(noun) in AGREEMENTS | TRUCES for noun in undergoing(token)):
            actors = doers(frame, token)
            both = len(actors) == _TWO and set(actors) == set(frame.resolver.cast.pair)
            for other in actors[1:] if both else other_party(frame, actors):
                first, second = sorted((actors[0], other))
                date = frame.date_for(token) or frame.report.date
                yield Event("AGREE", first, second, date, None, frame.whole(), by=by("sign", 0.55))


def _is_theirs(frame: Frame, match: re.Match[str]) -> bool:
    """True unless others are named as those who agreed."""
    cast = frame.resolver.cast
    named = [m for m in cast.mentions(frame.text) if not is_place(frame.text, m)]
    others = {m.party for m in named if kind_of(m.party) == "group"} - set(cast.pair)
    if others and not {m.party for m in named} & set(cast.pair):
        return False
    inside = {m.party for m in cast.mentions(frame.text) if match.start() <= m.start < match.end()}
    through = re.search(r"\b(?:brokered|negotiated|announced)$", match[0].removesuffix(match["after"]))
    return bool(inside & set(cast.pair)) or bool(through) or not re.match(r" by [A-Z]", match["after"])
