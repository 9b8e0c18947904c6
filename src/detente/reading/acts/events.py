"""What somebody did: acts that happened, with actor, recipient, date and place; `rounds` reads the talks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.entries import Event
from detente.reading.acts.arguments import doers
from detente.reading.acts.by_noun import deeds
from detente.reading.acts.by_phrase import GRATEFUL, likewise, of_gratitude, of_leaving, of_phrases, of_swap
from detente.reading.acts.by_verb import of_verb
from detente.reading.acts.resolutions import resolutions
from detente.reading.acts.spoken_blame import blames
from detente.reading.acts.spoken_threats import threats
from detente.reading.frame import Frame
from detente.reading.grammar.happening import happened
from detente.reading.grammar.parser import lemma, token_at
from detente.reading.meetings.consulting import consultations
from detente.reading.meetings.dealings import dealings, joint_statements, ratified
from detente.reading.meetings.visits import meetings
from detente.reading.positions.asking import at_request


def events(frame: Frame) -> list[Event]:
    """Return the acts that a sentence reports.

    Parameters
    ----------
    frame
        The sentence.
    """
    found: list[Event] = []
    for token in frame.doc:
        if token.pos_ in ("VERB", "NOUN", "PROPN"):
            found += of_verb(frame, token)
        elif token.pos_ == "ADJ" and lemma(token) in GRATEFUL:
            found += of_gratitude(frame, token)
    found += likewise(frame, found)
    return [
        *_told_once([*found, *deeds(frame)]),
        *of_swap(frame),
        *of_leaving(frame, found),
        *of_phrases(frame, found),
        *blames(frame, found),
        *threats(frame, found),
        *meetings(frame),
        *consultations(frame),
        *dealings(frame),
        *ratified(frame),
        *joint_statements(frame),
        *resolutions(frame),
        *at_request(frame),
        *_claims(frame),
    ]


_CLAIMING = re.compile(
    r"\b(?:claimed|admitted|accepted|took|has claimed|have claimed) responsibility(?P<of> for [^.;]{0,40})?"
)
_OF_IT = re.compile(r" for (?:it|the (?:\w+ )?(?:attack|blast|bombing|ambush|killings?|raid|explosion|strike))\b")


def _claims(frame: Frame) -> Iterator[Event]:
    """Read "The Front claimed responsibility": it made the attack that was told of last, whose doer was unknown."""
    match = _CLAIMING.search(frame.text)
    if match is None or (match["of"] and not _OF_IT.match(match["of"])):
        return
    verb = token_at(frame.doc, match.start(), match.start() + 4)
    actors = doers(frame, verb) if verb is not None and happened(frame, verb) else []
    told = [act for act in frame.resolver.acts if act.type == "ASSAULT" and act.actor is None]
    for actor in actors[:1]:
        for act in told[-1:]:
            yield replace(act, actor=actor)


def _told_once(found: Sequence[Event]) -> list[Event]:
    """Leave out what a sentence tells again with less: "four were killed when A bombed B's town" is one act."""
    kept = []
    for event in found:
        fuller = any(
            other.type == event.type == "ASSAULT"
            and other.date == event.date
            and event.actor in (None, other.actor)
            and event.recipient in (None, other.recipient)
            and (other.actor, other.recipient) != (event.actor, event.recipient)
            for other in found
        )
        fuller |= (event.type, event.actor) == ("REJECT", None) and any(
            other.type == "REJECT" and other.actor and other.date == event.date for other in found
        )
        if not fuller:
            kept.append(event)
    return kept


def merge(found: list[Event], today: str | None = None) -> list[Event]:
    """Keep one entry per act: the same type, actor and recipient on the same day, or with a day and without.

    Parameters
    ----------
    found
        Events in the order of the text.
    today
        ISO day of the report: that of talks for which the text gives none.
    """
    kept: list[Event] = []
    for event in found:
        for i, other in enumerate(kept):
            same = (event.type, event.actor, event.recipient) == (other.type, other.actor, other.recipient)
            if _same_date(event.date, other.date) and (same or _told_in_part(event, other)):
                longer = event if len(event.date or "") > len(other.date or "") else other
                kept[i] = replace(
                    other,
                    actor=other.actor or event.actor,
                    recipient=other.recipient or event.recipient,
                    date=longer.date,
                    place=other.place or event.place,
                )
                break
        else:
            kept.append(event)
    return [replace(e, date=today) if e.date is None else e for e in kept]


def _told_in_part(event: Event, other: Event) -> bool:
    """Read "The blast killed twelve" close behind an attack: what it leaves unsaid is known from there."""
    near = abs(event.quote.start - other.quote.start) < _CLOSE and _THE_ATTACK.search(event.quote.text) is not None
    near = near or event.quote == other.quote
    pairs = ((event.actor, other.actor), (event.recipient, other.recipient))
    agree = all(a == b or a is None or b is None for a, b in pairs)
    agree &= event.place in (None, other.place) or _MORE.search(event.quote.text) is not None
    return near and agree and event.type == other.type == "ASSAULT"


# "Five other soldiers were wounded in the blast".
_MORE = re.compile(r"\b(?:other|others|more|another)\b")
_CLOSE = 300
_THE_ATTACK = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:attack|assault|blast|explosion|bombing|bomb|strike|raid|shelling|ambush)\b",
    re.IGNORECASE,
)


def _same_date(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)
