"""The meetings and signings that one sentence tells of: who, when, where, and what came of them."""

import re
from dataclasses import replace

from detente.entries import Event, Outcome
from detente.reading.frame import Frame, by
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.parser import ancestors, children, conjuncts, lemma, negated, passive, subjects, token_at
from detente.reading.grammar.places import place_in
from detente.reading.meetings.cues import Cue, cues, days, is_deadline
from detente.reading.meetings.days import coming, day_of
from detente.reading.meetings.hosts import hosts
from detente.reading.meetings.meeting import Meeting, in_one_series
from detente.reading.meetings.outcomes import agreed_issues, outcome_of, reached
from detente.reading.meetings.parties import is_body, may_meet, who_met
from detente.reading.meetings.patterns import (
    HELD,
    MEETING,
    SCHEDULED,
    SIGNING,
    TALKED,
    TOGETHER,
    labelled,
    no_meeting,
    on_saying,
    told,
)
from detente.reading.meetings.seats import here, seat_of, sent_from
from detente.reading.meetings.visits import meetings as visits
from detente.reading.meetings.visits import on_the_phone
from detente.reading.meetings.wishes import only_supposed
from detente.reading.meetings.words import AGREEING, TALKS
from detente.reading.positions.issues import find_issues
from detente.reading.rules import BY_ID


def told_of(frame: Frame) -> list[Meeting]:
    """Return the meetings that a sentence tells of, by their words or by a verb alone.

    Parameters
    ----------
    frame
        The sentence.
    """
    return _told(frame) or [m for m in [_visit(frame)] if m]


def _told(frame: Frame) -> list[Meeting]:
    """The meetings and signings that a sentence tells of: each on a day of its own, or one without."""
    if len(frame.resolver.cast.pair) < 2 or no_meeting(frame) or _broken_off_by_one(frame):
        return []
    named = [cue for cue in cues(frame) if not (cue.token.pos_ == "VERB" and negated(cue.token))]
    worded = told(frame)
    dated = [m for cue in _to_the_end(frame, named) if cue.date and (m := _of(frame, cue))]
    listed = frame.context is not None and told_in_present(frame.report.text)
    others = [worded, *(cue for cue in named if listed and not cue.date and _heads(cue))]
    if worded is not None and not who_met(frame.resolver.cast, frame, worded):
        # Whom the words leave unsaid the tree may say: "The conference was closed", "They will sign".
        others += [replace(cue, date=worded.date, coming=worded.coming) for cue in named if not cue.date]
    return dated or [m for cue in others if cue and (m := _of(frame, cue))][:1]


def _broken_off_by_one(frame: Frame) -> bool:
    """True where one side suspends or boycotts talks as such: it tells of no meeting."""
    for token in frame.doc:
        if token.pos_ == "VERB" and lemma(token) in _BREAKING and not passive(token):
            what = children(token, "obj")
            who = [p for each in children(token, "nsubj") for p in frame.resolver.parties(each)]
            if len(who) == 1 and any(lemma(o) in _AS_SUCH and not children(o, "nummod") for o in what):
                return True
    return False


_BREAKING = frozenset(["suspend", "boycott", "abandon", "halt", "freeze", "shun", "reject"])
_AS_SUCH = frozenset(["talk", "negotiation", "dialogue", "contact"])


def _of(frame: Frame, cue: Cue) -> Meeting | None:
    """The meeting that a cue tells of, None where too little is known of who, when and where."""
    text, parties = frame.text, who_met(frame.resolver.cast, frame, cue)
    scheduled = coming(frame, cue)
    when, place = day_of(frame, cue, scheduled), _where(frame, cue)
    if scheduled and cue.date is not None and is_deadline(frame, cue.date) and not _MEETS.search(text):
        return None
    if not parties or (when is None and (place is None or scheduled)):
        return None
    signed = cue.manner == "signed" or SIGNING.search(text) is not None
    outcome: Outcome = "scheduled" if scheduled else outcome_of(text, signed=signed)
    agreement = outcome == "agreement"
    return Meeting(
        when,
        place,
        parties,
        frame.quote(*_reach(text, cue, whole=agreement)),
        scheduled,
        outcome,
        [m for m in hosts(frame.resolver.cast, frame.doc) if m not in parties],
        agreed_issues(text) if agreement else [],
        talks=cue.manner == "held"
        or TALKED.search(text) is not None
        or _IN_PERSON.search(text) is not None
        or (place is not None and not _SIGNED.search(text) and _of_late(frame.report.date, when)),
        met=(not _recalled(cue) or None not in (place, cue.date)) and not _in_writing(text),
        opening=_opens(frame, cue) or _OPENED.search(text[cue.start : cue.end + _PAST_CUE]) is not None,
        together=here(text) or _together(frame, cue),
        terms=frame.whole() if agreement else None,
        agreed_to=bool(_AGREED_TO.search(text)),
        of_today=when == frame.report.date and (cue.date is None or on_saying(frame, cue.date)),
        placed=place is not None,
    )


# "They are to meet by Friday" is due then; "to conclude an accord by Friday" sets a term.
_MEETS = re.compile(r"\b(?:meet|hold|reconvene|resume|convene|sit|return|begin|start|open)\b")


def _together(frame: Frame, cue: Cue) -> bool:
    """True where the two are said to meet or to sign; one who signs alone may do so anywhere."""
    alone = cue.manner == "signed" and cue.token.pos_ == "VERB" and cue.span is None
    if alone and (by_whom := subjects(cue.token)) and not MEETING.search(frame.text):
        signing = {p for each in by_whom for p in frame.resolver.parties(each)}
        several = any(frame.resolver.is_pair(each) or len(conjuncts(each)) > 1 for each in by_whom)
        if len(signing) == 1 and not several:
            return False
    return TOGETHER.search(_TO_TALK.sub(" ", frame.text)) is not None


# Whoever agrees to talk has not met for it.
_TO_TALK = re.compile(r"(?<=agreed) (?:[\w-]+ ){0,4}?to (?:hold|meet|resume|begin|open|start|return|continue)\b[^.;]*")


def _of_late(today: str | None, when: str | None) -> bool:
    """True for a day that belongs to the talks of which the report tells, not to an accord it recalls."""
    return None not in (today, when) and in_one_series(today, when)


def _where(frame: Frame, cue: Cue) -> str | None:
    """The place nearest to a cue; "here" is where the report was sent from."""
    label = labelled(frame.text)
    if cue.span is not None and label is not None and label[:2] == cue.span:
        return label[2]
    # "The first took place in Arva in May and the second in Oslo in July": each day has the place beside it.
    near = cue.date.start if cue.date is not None and len(days(frame)) > 1 else None
    place = place_in(frame, cue.token, near)
    return (sent_from(frame.report) or seat_of(frame.report)) if place is None and here(frame.text) else place


def _visit(frame: Frame) -> Meeting | None:
    """A meeting told by a verb alone ("A saw B on Monday"), where its day is known."""
    met = [e for e in visits(frame) if not is_body(str(e.actor)) and not is_body(str(e.recipient))]
    pair = next((e for e in met if {e.actor, e.recipient} & set(frame.resolver.cast.pair)), None)
    if pair is None or pair.date is None or not frame.dates or no_meeting(frame) or on_the_phone(frame.text):
        return None
    parties = tuple(sorted((str(pair.actor), str(pair.recipient))))
    if set(parties) & set(frame.resolver.cast.mediators) or not set(parties) <= set(frame.resolver.cast.pair):
        return None
    outcome = outcome_of(frame.text, signed=bool(SIGNING.search(frame.text)))
    agreed = agreed_issues(frame.text) if outcome == "agreement" else []
    return Meeting(pair.date, pair.place, parties, pair.quote, False, outcome, [], agreed, talks=True)


def undated(frame: Frame) -> list[Event]:
    """Return the talks and agreements of two named parties where neither day nor place is known: acts, but no rounds.

    Parameters
    ----------
    frame
        A sentence that tells of no meeting.
    """
    text = frame.text
    if SCHEDULED.search(text) or no_meeting(frame) or _SUPPOSED.search(text) or _A_SEAT.search(text):
        return []
    text = reached(text)
    signing, held = SIGNING.search(text), HELD.search(text)
    told = signing or held
    rule = BY_ID["sign" if signing else "talks"] if told and not only_supposed(frame, told) else None
    named = [m.party for m in frame.resolver.cast.mentions(text) if may_meet(frame, m)]
    parties = sorted(dict.fromkeys(named))
    if rule is None or len(parties) != 2 or not set(parties) & set(frame.resolver.cast.pair):
        return []
    return [
        Event(rule.says, parties[0], parties[1], frame.context, None, frame.whole(), by=by(rule.id, rule.confidence))
    ]


_AGREED_TO = re.compile(
    r"\b(?:agreed?|consent(?:ed)?|undertaken|undertook|promised|pledged|decided|settled|arranged)\b"
    r"|\b(?:shall|there will) (?:\w+ ){0,2}(?:meet|hold|be|convene|reconvene|sit)\b"
    r"|\b(?:is|are|have|has) to (?:be signed|meet|sit|return|resume|convene)\b"
    r"|(?<!will )(?<!would )(?<!may )(?<!to )\b(?:meets?|convenes?|reconvenes?|resumes?|sits?|talk) (?:again |down )*"
    r"(?:in|on|at|next|from)\b"
)
# A statement given out after a meeting is none itself.
_IN_WRITING = re.compile(r"\bstatement\b[^,.;]{0,20}? (?:released|issued|published|put out)\b")


def _in_writing(text: str) -> bool:
    return _IN_WRITING.search(text) is not None and not _AFTER_TALKS.search(text)


_AFTER_TALKS = re.compile(rf"\b(?:after|at|following) (?:[\w-]+ ){{0,4}}?{TALKS}\b")
# Beside a signing these tell that the sides met for it.
_IN_PERSON = re.compile(r"\b(?:together|face to face|delegat\w+|table|commanders)\b")
# Whoever signs a paper has agreed on it before.
_SIGNED = re.compile(r"\b(?:sign(?:s|ed|ing)?|signature|initial\w*)\b")
# Who asks for a place in talks is not in them.
_A_SEAT = re.compile(
    r"\b(?:a|its|their|his) (?:seat|place|part|role|voice|say) (?:at|in) (?:the |any |all )?"
    r"(?:talks|negotiations|table)\b"
)
_SUPPOSED = re.compile(r"\b(?:would|could|might|may|if|unless)\b")


def _recalled(cue: Cue) -> bool:
    """True for what the sides "had agreed" before what is told: an accord, but no meeting of its own."""
    return lemma(cue.token) in AGREEING and any(t.text.lower() == "had" for t in children(cue.token, "aux"))


def _heads(cue: Cue) -> bool:
    """True for a meeting or an agreement that its line is about: a verb, or the noun at the head."""
    return cue.token.dep_ == "ROOT" or (cue.token.pos_ == "VERB" and cue.manner == "held")


_OPENED = re.compile(r"\b(?:opened|began|started|commenced|opening|convened)\b", re.IGNORECASE)
# Characters behind a cue within which it is said to open.
_PAST_CUE = 20
_OPENING = frozenset(["open", "begin", "start", "commence"])


def _to_the_end(frame: Frame, named: list[Cue]) -> list[Cue]:
    """Talks that opened on one day and closed on another have the date of the last."""
    closed = [cue for cue in named if not _opens(frame, cue)]
    return closed if any(cue.date and cue.manner == "held" for cue in closed) else named


def _opens(frame: Frame, cue: Cue) -> bool:
    """True where the date of a cue is that of an opening."""
    token = token_at(frame.doc, cue.date.start, cue.date.end) if cue.date else None
    verb = next((t for t in ancestors(token) if t.pos_ == "VERB"), None) if token is not None else None
    return verb is not None and lemma(verb) in _OPENING and cue.manner == "held"


# Characters of a label that says no more than where, and of the line that it heads.
_LABEL, _LINE = 30, 160


def _reach(text: str, cue: Cue, *, whole: bool) -> tuple[int, int]:
    """From the start of the clause to the date; of an agreement, on to the last issue named."""
    start, end, date = cue.start, cue.end, cue.date
    if end - start < _LABEL and cue.span and labelled(text):
        return start, min(len(text), start + _LINE)
    end = max([end, *(m.end for m in find_issues(text) if whole and m.issue != "settlement")])
    if date is not None:
        start, end = min(start, date.start), max(end, date.end)
    start = max((m.end() for m in re.finditer(r"[;:] |, (?:and|but|when|while) ", text[:start])), default=0)
    return start, end
