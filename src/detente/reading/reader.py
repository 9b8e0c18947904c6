"""Reads a report: every sentence once, in order, then merges what the text says twice."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from detente.entries import Claim, Entries, Event, Naming, Position, Round
from detente.reading.acts import events as event_rules
from detente.reading.cast import cast_of
from detente.reading.claims import claims as claim_rules
from detente.reading.confidence import measured
from detente.reading.frame import Frame
from detente.reading.grammar.dates import find_dates
from detente.reading.grammar.parser import Doc, Token, child, lemma, marker, parse, passive, text_of
from detente.reading.learned.told import Told, told
from detente.reading.learned.weighing import weigh
from detente.reading.meetings.rounds import Meetings
from detente.reading.originals import Heard, heard, named_once, namings, with_originals
from detente.reading.positions import holders
from detente.reading.positions import positions as position_rules
from detente.reading.positions.agreeing import agreed
from detente.reading.positions.agreement import Agreement
from detente.reading.positions.lists import Lists
from detente.reading.positions.plans import Plans
from detente.reading.positions.topic import Topic
from detente.reading.who.actors import Resolver
from detente.reading.who.called import PAPERS
from detente.reading.who.mentions import Cast, Mention
from detente.reading.who.placenames import in_dateline, is_place
from detente.reading.who.pronouns import GOING_ON, acts, in_quotes, is_thing
from detente.reading.who.roles import ROLES, named_parties
from detente.reading.who.voices import Voices
from detente.reports.report import Report, Sentence
from detente.reports.sentences import sentences


class Reader(Protocol):
    """Whoever can read a report in place of the rules, such as `LanguageModel`."""

    def read(self, report: Report, *, names: Mapping[str, str] | None = None) -> Entries:
        """Take entries from a report; see `detente.reading.read`."""
        ...


def read(
    report: Report,
    *,
    names: Mapping[str, str] | None = None,
    reader: Reader | None = None,
    network: bool = True,
) -> Entries:
    """Take positions, events, claims and rounds from a report.

    Parameters
    ----------
    report
        Any report; without a date, relative dates stay unknown. From one in another language than English nothing is
        taken (`report.unread` says so).
    names
        Further names and whom they stand for, such as those of a record or a scenario.
    reader
        Who reads it; None for the rules and the network that ship with Detente.
    network
        False for the rules alone.

    Returns
    -------
    Entries
        In the order of the text; every quote is an exact stretch of `report.text`. With them the words that stand for
        parties (`namings`).

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Norway rejected the ceasefire.", date="2025-06-03")
    >>> [(p.party, p.stance, p.issue) for p in read(report).positions]
    [('Norway', 'rejects', 'ceasefire')]
    """
    if report.unread:
        return Entries(report.id)
    if reader is not None:
        return reader.read(report, names=names)
    found = by_rules(report, names)
    entries = measured(merged(found, report))
    if network:
        positions, events, rounds = weigh(found.told, entries.positions, entries.events, entries.rounds)
        entries = replace(
            entries,
            positions=tuple(sorted(positions, key=_place)),
            events=tuple(sorted(events, key=_place)),
            rounds=tuple(rounds),
        )
    return with_originals(entries, found.frames, found.spoken)


def read_by_rules(report: Report, *, names: Mapping[str, str] | None = None) -> Entries:
    """Take from a report what the rules alone read in it; see `read`.

    Parameters
    ----------
    report, names
        As for `read`.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> report = report_from_text("Norway rejected the ceasefire.", date="2025-06-03")
    >>> [entry.by.rule for entry in read_by_rules(report)]
    ['reject-verb']
    """
    return read(report, names=names, network=False)


@dataclass
class Found:
    """What the rules find in a report.

    Parameters
    ----------
    frames
        Its sentences.
    positions, events, claims, rounds, namings
        Entries in the order in which they were read, not merged.
    spoken
        For each sentence the words that stand for parties.
    told
        The sentences of its body with those who may be their actors.
    """

    frames: list[Frame]
    positions: list[Position] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    spoken: list[list[Heard]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def by_rules(report: Report, names: Mapping[str, str] | None = None) -> Found:
    """Take from a report what the rules find in it, sentence by sentence.

    Parameters
    ----------
    report
        A report in English.
    names
        Further names and whom they stand for.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> found = by_rules(report_from_text("Norway rejected the ceasefire.", date="2025-06-03"))
    >>> found.told[0].standing
    ((0, ('Norway',)),)
    """
    frames, cast = _frames(report, names)
    found = Found(frames)
    agreements: list[Event] = []
    accord, lists = Agreement(), Lists()
    meetings = Meetings(report, cast)
    voices, topic, plans = Voices(), Topic(), Plans()
    for i, frame in enumerate(frames):
        following = frames[i + 1].doc.text if i + 1 < len(frames) else ""
        frame.resolver.voice = voices.speaking(frame)
        if frame.sentence.part != "headline":
            here = position_rules.positions(
                frame,
                in_accord=accord.covers(frame),
                topic=topic,
                more=(*plans.readings(frame), *accord.terms(frame)),
            )
            found.positions += here
            agreements += agreed(frame, here)
            found.positions += lists.positions(frame)
            done = event_rules.events(frame)
            found.events += done
            frame.resolver.did(done)
            meetings.read(frame)
            found.told.append(told(frame))
        if frame.sentence.part == "body":
            found.claims += claim_rules.claims(frame, following)
        found.spoken.append(heard(frame))
        found.namings += namings(frame, found.spoken[-1])
        _remember(frame)
        frame.resolver.paper = "plan" if plans.named else "accord" if accord.named else ""
    found.rounds = meetings.rounds()
    found.events += [*agreements, *meetings.events()]
    return found


def merged(found: Found, report: Report) -> Entries:
    """Return what the rules have found with what the text says twice once, in the order of the text.

    Parameters
    ----------
    found, report
        What they have found in a report.
    """
    return Entries(
        report.id,
        tuple(sorted(position_rules.merge(found.positions), key=_place)),
        tuple(sorted(event_rules.merge(found.events, report.date), key=_place)),
        tuple(sorted(claim_rules.merge(found.claims), key=_place)),
        tuple(found.rounds),
        named_once(found.namings),
    )


def _place(entry: Position | Event | Claim) -> tuple[int, str]:
    return entry.quote.start, entry.id


def _frames(report: Report, names: Mapping[str, str] | None) -> tuple[list[Frame], Cast]:
    """Parse all sentences; each frame shares the resolver, which is brought forward sentence by sentence."""
    parts: Sequence[Sentence] = sentences(report)
    docs: list[Doc] = parse([part.text for part in parts])
    cast = cast_of(docs, names, report.date)
    resolver = Resolver(cast)
    frames: list[Frame] = []
    for part, doc in zip(parts, docs, strict=True):
        context = _context(frames, part)
        dates = find_dates(text_of(doc), report.date, context)
        frames.append(Frame(report, part, doc, resolver, dates, context))
    return frames, cast


def _context(frames: Sequence[Frame], part: Sentence) -> str | None:
    """The date named last in the same paragraph, or by the short line above it ("25 May")."""
    for frame in reversed(frames[-4:]):
        heading = frame.sentence.paragraph == part.paragraph - 1 and len(frame.sentence.text.split()) <= 5
        if frame.sentence.paragraph != part.paragraph and not heading:
            return None
        if frame.dates and (heading or frame.sentence.text[-1] in ".!?"):
            return frame.dates[-1].past
    return None


# Characters into a sentence within which a name stands for its subject, where the parser found none.
_AT_START = 15


_CLEFT = re.compile(
    r"(?:And |But |Yet )?[Ii]t (?:is|was|has been|had been) (?:only |also |above all |mostly )?(?:the )?"
)
_THAT = re.compile(r"(?:,[^,]+,)? (?:that|who|which) ")


_RESOLUTION = re.compile(r"\b(?:[Rr]esolution|Security Council)\b")


def _brought_out(text: str, mentioned: Sequence[Mention]) -> tuple[str, ...]:
    """Read "It was the Front that gave way": whom the sentence is about stands between."""
    opened = _CLEFT.match(text)
    if opened is None:
        return ()
    return tuple(m.party for m in mentioned if m.start == opened.end() and _THAT.match(text, m.end))


def _forget_the_last_person(frame: Frame) -> None:
    """After "Rupert wrote that ...", where nobody knows for whom Rupert speaks, "he" is nobody known either."""
    root = next((token for token in frame.doc if token.dep_ == "ROOT"), None)
    subject = child(root, "nsubj") if root is not None else None
    if subject is not None and subject.pos_ == "PROPN" and _PERSON_NAMED.match(frame.text, _start_of_name(subject)):
        frame.resolver.forget(subject)


# A first name and a surname, or a title and a surname.
_PERSON_NAMED = re.compile(
    r"(?!(?:The|A|An|This|That|In|On|At|But|And)\b)(?!\w+ (?:Council|Minister|Ministry|Government|Union|Front|Army"
    r"|Party|Court|Nations|Cross|State|States)\b)[A-ZÀ-Þ][\w'.-]+ [A-ZÀ-Þ][\w'.-]+"
)


def _start_of_name(token: Token) -> int:
    """Where the capitalised words begin that end in a noun."""
    while token.i and token.nbor(-1).pos_ == "PROPN":
        token = token.nbor(-1)
    return int(token.idx)


def _remember(frame: Frame) -> None:
    """Keep who was spoken of last, for the pronouns of the next sentence."""
    resolver = frame.resolver
    resolver.resolving = _RESOLUTION.search(frame.text) is not None or (resolver.resolving and frame.text[:3] == "It ")
    mentioned = resolver.cast.mentions(frame.text)
    together = _together(frame)
    _remember_one(frame, mentioned)
    resolver.together = together
    resolver.several = together if len(together) > 2 else resolver.several
    resolver.called.note(resolver.cast, frame.doc)
    resolver.near = tuple(dict.fromkeys(p for token, found in resolver.heard(frame.doc) for p in found))
    _remember_the_thing(frame)
    _remember_the_papers(frame)
    _remember_who_spoke(frame)


def _remember_the_papers(frame: Frame) -> None:
    """After "In a statement the Front said" the statement is the Front's."""
    for token in frame.doc:
        if token.pos_ != "NOUN" or lemma(token) not in PAPERS:
            continue
        if marker(token) == "in" or (token.dep_ == "obj" and child(token, "det") is not None):
            if named_parties(frame.resolver.cast, token):
                continue
            parties = frame.resolver.said or tuple(
                p for subject in holders.holders_in(frame)[:1] for p in frame.resolver.parties(subject)
            )
            if len(parties) == 1:
                frame.resolver.called.issued(lemma(token), parties)


def _remember_who_spoke(frame: Frame) -> None:
    """After "They refused, the statement said" whoever "it added" is has issued the statement."""
    resolver = frame.resolver
    resolver.spoke = None
    according = "according" in frame.text.casefold()
    for token in frame.doc:
        beside = token.pos_ == "VERB" and token.dep_ == "parataxis" and lemma(token) in GOING_ON
        speaker = child(token, "nsubj") if beside else token if according and marker(token) == "according" else None
        if speaker is not None and not in_quotes(token, resolver.quoting) and speaker.pos_ != "PRON":
            resolver.spoke = resolver.parties(speaker)
            resolver.spoken_by_many = speaker.tag_ in ("NNS", "NNPS")


def _remember_the_thing(frame: Frame) -> None:
    """After "The truce expired" the word "it" may be the truce, after "Residents said" they are residents."""
    root = next((token for token in frame.doc if token.dep_ == "ROOT"), None)
    subject = child(root, "nsubj", "nsubj:pass") if root is not None else None
    if root is not None and subject is not None and subject.pos_ == "NOUN":
        known = frame.resolver.parties(subject)
        frame.resolver.crowd = subject.tag_ == "NNS" and not known and acts(root) and not passive(root)
        frame.resolver.thing = is_thing(subject) and not known
    else:
        again = subject.text.casefold() if subject is not None else ""
        frame.resolver.thing = frame.resolver.thing and again == "it"
        frame.resolver.crowd = frame.resolver.crowd and again == "they"


def _together(frame: Frame) -> tuple[str, ...]:
    """Those whom a sentence has do something together: "Norway and Denmark signed", "the delegations agreed"."""
    for token in frame.doc:
        if token.dep_ in ("nsubj", "nsubj:pass", "obl:agent"):
            parties = frame.resolver.parties(token)
            if len(parties) > 1:
                return parties
    named = [m for m in frame.resolver.cast.mentions(frame.text) if m.party in frame.resolver.cast.pair]
    for one, other in pairwise(named):
        if one.party != other.party and _JOINED.fullmatch(frame.text, one.end, other.start):
            return frame.resolver.cast.pair if len(frame.resolver.cast.pair) == 2 else ()
    return ()


_JOINED = re.compile(r"(?: \([A-Z][\w/-]+\))?,? and (?:the |its )?(?:[a-z]+ ){0,2}")


def _remember_one(frame: Frame, mentioned: Sequence[Mention]) -> None:
    resolver = frame.resolver
    if any(in_dateline(frame.text, m) for m in mentioned) and all(t.pos_ != "VERB" for t in frame.doc):
        return
    if brought_out := _brought_out(frame.text, mentioned):
        resolver.see(brought_out)
        resolver.last_subject = brought_out
        return
    for token in holders.holders_in(frame)[:1]:
        parties = resolver.parties(token)
        resolver.see(parties, token)
        if parties:
            return
        if token.pos_ != "PRON" and lemma(token) in ROLES:
            resolver.last_subject = ()
    _forget_the_last_person(frame)
    first = mentioned[0] if mentioned and not is_place(frame.text, mentioned[0]) else None
    if first is not None and first.start <= _AT_START and first.party in resolver.cast.pair:
        resolver.see([first.party])
        resolver.last_subject = (first.party,)
        return
    for token in frame.doc:
        if token.dep_ in ("nsubj", "nsubj:pass") and token.pos_ in ("NOUN", "PROPN") and resolver.parties(token):
            resolver.see(resolver.parties(token), token)
            return
    for token in frame.doc:
        if token.dep_ == "obl:agent" and token.pos_ in ("NOUN", "PROPN") and resolver.parties(token):
            resolver.see(resolver.parties(token), token)
            return
    person = next((m for m in mentioned if m.kind == "person"), None)
    if person:
        resolver.last_person = (person.party,)
    if mentioned:
        resolver.see([mentioned[0].party])
        if mentioned[0].start <= _AT_START:
            resolver.last_subject = (mentioned[0].party,)
