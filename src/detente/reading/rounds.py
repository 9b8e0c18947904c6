"""Meetings between the parties: when, where, who with whom, who hosted, and what came of it."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from itertools import combinations

from detente.entries import Event, Outcome, Position, Quote, Round
from detente.ontology.actors import resolve
from detente.reading.chronicle import told_in_present, told_live
from detente.reading.dates import DateMention
from detente.reading.frame import Frame, by
from detente.reading.hosts import hosts
from detente.reading.issues import find_issues
from detente.reading.meeting_parties import is_body, who_met
from detente.reading.meeting_patterns import (
    HELD,
    MEETING,
    SCHEDULED,
    SIGNING,
    TALKED,
    TOGETHER,
    labelled,
    no_meeting,
    told,
)
from detente.reading.meeting_words import AGREEING, Cue, ahead, cues, going_on, only_supposed, present
from detente.reading.mentions import Cast
from detente.reading.outcomes import agreed_issues, outcome_of, reached
from detente.reading.parser import ancestors, children, conjuncts, lemma, negated, subjects, token_at
from detente.reading.placenames import is_place
from detente.reading.places import place_in
from detente.reading.rules import BY_ID
from detente.reading.seats import here, seat_of, sent_from
from detente.reading.visits import meetings as visits
from detente.reports.report import Report

_JUST = re.compile(
    r"\b(?:ha(?:ve|s) (?:today |now )?(?:signed|agreed|reached|accepted|concluded|initialled)|today)\b", re.IGNORECASE
)
# What has just come to an end, in the opening of a report, is news of the day.
_FRESH = re.compile(
    r"\b(?:talks|negotiations|round|session|summit|conference|plenary|meeting)\b[^.;]{0,60}?\b(?:has|have) "
    r"(?:just |now |today )?(?:ended|come to|broken|collapsed|closed|concluded|begun|opened|failed|resumed)\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(r"^(?:And |But )?[Oo]n (?:that|the same) day\b")
_AGREED_TO = re.compile(
    r"\b(?:agreed?|consent(?:ed)?|undertaken|undertook|promised|pledged|decided|settled|arranged)\b"
    r"|\b(?:shall|there will) (?:\w+ ){0,2}(?:meet|hold|be|convene|reconvene|sit)\b"
    r"|\b(?:is|are|have|has) to (?:be (?:signed|held)|meet|sit|return|resume|convene|open|begin)\b"
    r"|(?<!will )(?<!would )(?<!may )\b(?:meets?|convenes?|reconvenes?|resumes?|sits?|talks?) (?:again |down )*"
    r"(?:in|on|at|next|from)\b"
)


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


@dataclass
class _Meeting:
    """A meeting as it is put together from several sentences."""

    date: str | None
    place: str | None
    parties: tuple[str, ...]
    quote: Quote
    scheduled: bool
    outcome: Outcome = "unknown"
    mediators: list[str] = field(default_factory=list)
    agreed: list[str] = field(default_factory=list)
    agreed_to: bool = False
    talks: bool = False
    met: bool = True
    together: bool = True
    opening: bool = False
    terms: Quote | None = None


class Meetings:
    """Collects the meetings of a report, sentence by sentence.

    Parameters
    ----------
    report
        The report.
    cast
        Who is who in it.
    """

    def __init__(self, report: Report, cast: Cast) -> None:
        self.report = report
        self.cast = cast
        self.found: list[_Meeting] = []
        self.seat, self.sent = seat_of(report), sent_from(report)
        self.acts: list[Event] = []
        self.paragraph = -1

    def read(self, frame: Frame) -> None:
        """Take the meetings that a sentence tells of.

        Parameters
        ----------
        frame
            The sentence.
        """
        meetings = self._told(frame) or [m for m in [self._visit(frame)] if m]
        if not meetings:
            self.acts += self._undated(frame)
            self._outcome_of_last(frame)
        for meeting in meetings:
            self._add(meeting)
            self.paragraph = frame.sentence.paragraph

    def _told(self, frame: Frame) -> list[_Meeting]:
        """The meetings and signings that a sentence tells of: each on a day of its own, or one without."""
        if len(self.cast.pair) < 2 or no_meeting(frame.text):
            return []
        named = [cue for cue in cues(frame) if not (cue.token.pos_ == "VERB" and negated(cue.token))]
        worded = told(frame)
        dated = [m for cue in _to_the_end(frame, named) if cue.date and (m := self._of(frame, cue))]
        listed = frame.context is not None and told_in_present(self.report.text)
        others = [worded, *(cue for cue in named if listed and not cue.date and _heads(cue))]
        if worded is not None and not who_met(self.cast, frame, worded):
            # Whom the words leave unsaid the tree may say: "The conference was closed", "They will sign".
            others += [replace(cue, date=worded.date, coming=worded.coming) for cue in named if not cue.date]
        return dated or [m for cue in others if cue and (m := self._of(frame, cue))][:1]

    def _of(self, frame: Frame, cue: Cue) -> _Meeting | None:
        """The meeting that a cue tells of, None where too little is known of who, when and where."""
        text, parties = frame.text, who_met(self.cast, frame, cue)
        scheduled = self._coming(cue)
        when, place = self._when(frame, cue, scheduled), self._where(frame, cue)
        if not parties or (when is None and (place is None or scheduled)):
            return None
        signed = cue.manner == "signed" or SIGNING.search(text) is not None
        outcome: Outcome = "scheduled" if scheduled else outcome_of(text, signed=signed)
        agreement = outcome == "agreement"
        return _Meeting(
            when,
            place,
            parties,
            frame.quote(*_reach(text, cue, whole=agreement)),
            scheduled,
            outcome,
            [m for m in hosts(self.cast, frame.doc) if m not in parties],
            agreed_issues(text) if agreement else [],
            talks=cue.manner == "held"
            or TALKED.search(text) is not None
            or _IN_PERSON.search(text) is not None
            or (place is not None and not _SIGNED.search(text) and self._of_late(when)),
            met=not _recalled(cue),
            opening=_opens(frame, cue) or _OPENED.search(text[cue.start : cue.end + _PAST_CUE]) is not None,
            together=here(text) or self._together(frame, cue),
            terms=frame.whole() if agreement else None,
            agreed_to=bool(_AGREED_TO.search(text)),
        )

    def _together(self, frame: Frame, cue: Cue) -> bool:
        """True where the two are said to meet or to sign; one who signs alone may do so anywhere."""
        alone = cue.manner == "signed" and cue.token.pos_ == "VERB" and cue.span is None
        if alone and (by_whom := subjects(cue.token)) and not MEETING.search(frame.text):
            signing = {p for each in by_whom for p in frame.resolver.parties(each)}
            several = any(frame.resolver.is_pair(each) or len(conjuncts(each)) > 1 for each in by_whom)
            if len(signing) == 1 and not several:
                return False
        return TOGETHER.search(frame.text) is not None

    def _of_late(self, when: str | None) -> bool:
        """True for a day that belongs to the talks of which the report tells, not to an accord it recalls."""
        return None not in (self.report.date, when) and _in_one_series(self.report.date, when)

    def _where(self, frame: Frame, cue: Cue) -> str | None:
        """The place nearest to a cue; "here" is where the report was sent from."""
        label = labelled(frame.text)
        if cue.span is not None and label is not None and label[:2] == cue.span:
            return label[2]
        place = place_in(frame, cue.token)
        return (self.sent or self.seat) if place is None and here(frame.text) else place

    def _coming(self, cue: Cue) -> bool:
        told_ahead = cue.coming if cue.span is not None else ahead(cue)
        later = cue.date is not None and (self._later(cue.date) or (present(cue) and self._nearer_ahead(cue.date)))
        return told_ahead or later

    def _when(self, frame: Frame, cue: Cue, scheduled: bool) -> str | None:
        """The day of a cue; without one that of the paragraph, or today's for what has just come to an end."""
        if frame.context is not None and _THAT_DAY.search(frame.text):
            return frame.context
        if cue.date is not None:
            return cue.date.future if scheduled else cue.date.past
        if scheduled:
            return _within(frame.text, self.report.date)
        if frame.context is not None:
            return frame.context
        if going_on(cue):
            return self.report.date
        if told_live(self.report.text):
            return self.report.date
        fresh = _JUST if SIGNING.search(frame.text) else _FRESH
        return self.report.date if fresh.search(frame.text) else None

    def _later(self, date: DateMention) -> bool:
        """True for a full day that lies ahead of the report however it is read."""
        today = self.report.date
        return bool(today and date.past and len(date.past) == len(today) and date.past > today)

    def _nearer_ahead(self, date: DateMention) -> bool:
        """True for a day or month without a year that lies nearer ahead of the report than behind it."""
        if not (self.report.date and date.past and date.future) or date.past == date.future:
            return False
        behind, future = _days(date.past, self.report.date), _days(self.report.date, date.future)
        return future < behind

    def _visit(self, frame: Frame) -> _Meeting | None:
        """A meeting told by a verb alone ("A saw B on Monday"), where its day is known."""
        met = [e for e in visits(frame) if not is_body(str(e.actor)) and not is_body(str(e.recipient))]
        pair = next((e for e in met if {e.actor, e.recipient} & set(self.cast.pair)), None)
        if pair is None or pair.date is None or not frame.dates or no_meeting(frame.text):
            return None
        parties = tuple(sorted((str(pair.actor), str(pair.recipient))))
        if set(parties) & set(self.cast.mediators) or not set(parties) <= set(self.cast.pair):
            return None
        outcome = outcome_of(frame.text, signed=bool(SIGNING.search(frame.text)))
        agreed = agreed_issues(frame.text) if outcome == "agreement" else []
        return _Meeting(pair.date, pair.place, parties, pair.quote, False, outcome, [], agreed, talks=True)

    def _undated(self, frame: Frame) -> list[Event]:
        """Talks and agreements of two named parties, where neither day nor place is known: acts, but no rounds."""
        text = frame.text
        if SCHEDULED.search(text) or no_meeting(text) or _SUPPOSED.search(text) or _A_SEAT.search(text):
            return []
        text = reached(text)
        signing, held = SIGNING.search(text), HELD.search(text)
        told = signing or held
        rule = BY_ID["sign" if signing else "talks"] if told and not only_supposed(frame, told) else None
        named = [m.party for m in self.cast.mentions(text) if not is_place(text, m)]
        parties = sorted(dict.fromkeys(named))
        if rule is None or len(parties) != 2 or not set(parties) & set(self.cast.pair):
            return []
        return [
            Event(
                rule.says, parties[0], parties[1], frame.context, None, frame.whole(), by=by(rule.id, rule.confidence)
            )
        ]

    def _outcome_of_last(self, frame: Frame) -> None:
        """The sentences after a meeting often say what came of it."""
        text = frame.text
        if not self.found or self.found[-1].outcome != "unknown" or not self._still_about(frame):
            return
        outcome = outcome_of(text, signed=bool(SIGNING.search(text)))
        if outcome in ("agreement", "collapse", "no_agreement"):
            self.found[-1].outcome = outcome
            if outcome == "agreement":
                self.found[-1].agreed = agreed_issues(text)
                self.found[-1].terms = frame.whole()

    def _still_about(self, frame: Frame) -> bool:
        """True in the paragraph of the last meeting and the one after, unless another day is named."""
        day = self.found[-1].date or ""
        near = frame.sentence.paragraph - self.paragraph <= 1
        return near and all(d.past is None or d.past.startswith(day) or day.startswith(d.past) for d in frame.dates)

    def _add(self, meeting: _Meeting) -> None:
        for other in self.found:
            if _same(other, meeting):
                _merge(other, meeting)
                return
        self.found.append(meeting)

    def rounds(self) -> list[Round]:
        """Return the rounds found, in the order of the text."""
        rule = BY_ID["round-held"]
        self._complete()
        return [
            Round(m.date, m.place, m.parties, m.outcome, m.quote, tuple(sorted(set(m.mediators))),
                  tuple(dict.fromkeys(m.agreed)), by=by(rule.id, rule.confidence))
            for m in self.found
            if self._is_round(m)
        ]  # fmt: skip

    def _is_round(self, meeting: _Meeting) -> bool:
        told = meeting.met and _in_one_room(meeting) and not self._went_on(meeting)
        return told and not self._between(meeting) and not self._with_outsider(meeting)

    def _went_on(self, meeting: _Meeting) -> bool:
        """True for the opening of talks that closed some days later: they have the date of their end."""
        return meeting.opening and any(
            other is not meeting
            and not other.scheduled
            and _one_place(meeting, other)
            and meeting.date is not None
            and other.date is not None
            and len(other.date) == len(meeting.date) == _FULL_DATE
            and 0 < _days(meeting.date, other.date) <= _LONGEST
            for other in self.found
        )

    def _between(self, meeting: _Meeting) -> bool:
        """True for a mediator's call on one side: the two consult, but the parties do not meet."""
        return bool(set(meeting.parties) & set(self.cast.mediators)) and meeting.parties != self.cast.pair

    def _with_outsider(self, meeting: _Meeting) -> bool:
        """True for a visit of one side with a third state, unless they agreed on something."""
        few = len(meeting.parties) < _TABLE
        return few and meeting.outcome != "agreement" and not set(meeting.parties) <= set(self.cast.pair)

    def _complete(self) -> None:
        """What the text gives for a series of talks holds for their meetings: a single place, and who hosts them."""
        own = [m for m in self.found if m.parties == self.cast.pair]
        told = [(m.date, m.place) for m in own if m.place]
        for meeting in own:
            places = {place for date, place in told if _in_one_series(date, meeting.date)}
            current = _in_one_series(self.report.date, meeting.date)
            if not places and self.seat and current:
                places = {self.seat}
            if not places and self.sent and self._fresh_from(meeting):
                places = {self.sent}
            if meeting.place is None and len(places) == 1:
                meeting.place = next(iter(places))
            if not meeting.mediators and current and meeting.place in (None, self.seat, *places):
                meeting.mediators = [m for m in self.cast.mediators if m not in meeting.parties]

    def _fresh_from(self, meeting: _Meeting) -> bool:
        """True for news of a meeting from a city that is no capital of either side: it was written where they met."""
        if self.sent is None or meeting.scheduled or not (self.report.date and meeting.date):
            return False
        known = resolve(self.sent)
        away = known is None or known.name not in meeting.parties
        return away and 0 <= _days(meeting.date, self.report.date) <= _FRESH_DAYS

    def _pairs(self, parties: tuple[str, ...]) -> list[tuple[str, str]]:
        """Every two of the parties; at a table of many, only the two that the report is about."""
        return [two for two in combinations(parties, 2) if len(parties) <= 3 or set(two) == set(self.cast.pair)]

    def events(self) -> list[Event]:
        """Return the CONSULT of every meeting held or agreed to, and the AGREE of those that agreed on something."""
        talks, sign = (by(id, BY_ID[id].confidence) for id in ("talks", "sign"))
        found = list(self.acts)
        for each in self.found:
            if each.scheduled and not each.agreed_to:
                continue
            for first, second in self._pairs(each.parties):
                consult = Event("CONSULT", first, second, each.date, each.place, each.quote, by=talks)
                if each.met and _in_one_room(each) and (each.talks or each.outcome != "agreement"):
                    found.append(consult)
                if each.outcome == "agreement":
                    found.append(replace(consult, type="AGREE", by=sign, quote=each.terms or each.quote))
        return found


_WITHIN = re.compile(
    r"\bwithin (?:(?:the|a) )?(?:next )?(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)? ?"
    r"(?P<unit>day|week|fortnight)s?\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "twelve": 12, "fourteen": 14}  # fmt: skip


def _within(text: str, today: str | None) -> str | None:
    """The month of what is due "within five days", where all of these lie in one."""
    match = _WITHIN.search(text)
    if match is None or today is None:
        return None
    number = match["n"] or "1"
    count = int(number) if number.isdigit() else _NUMBERS[number.casefold()]
    days = count * {"day": 1, "week": 7, "fortnight": 14}[match["unit"].casefold()]
    last = (dt.date.fromisoformat(today) + dt.timedelta(days=days)).isoformat()
    return today[:7] if last[:7] == today[:7] else None


def _in_one_room(meeting: _Meeting) -> bool:
    """True unless what is told may have been settled from afar: without a place, and without a word of meeting."""
    return meeting.together or meeting.place is not None or meeting.scheduled


def _recalled(cue: Cue) -> bool:
    """True for what the sides "had agreed" before what is told: an accord, but no meeting of its own."""
    return lemma(cue.token) in AGREEING and any(t.text.lower() == "had" for t in children(cue.token, "aux"))


def _heads(cue: Cue) -> bool:
    """True for a meeting or an agreement that its line is about: a verb, or the noun at the head."""
    return cue.token.dep_ == "ROOT" or (cue.token.pos_ == "VERB" and cue.manner == "held")


_OPENED = re.compile(r"\b(?:opened|began|started|commenced|opening|convened)\b", re.IGNORECASE)
# Characters behind a cue within which it is said to open; days that a single round of talks may last.
_PAST_CUE, _LONGEST = 20, 21
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


# So many parties sit at a table of their own, whoever the report is about.
_TABLE = 3
# Days for which a meeting is news to whoever writes from where it was held.
_FRESH_DAYS = 3
# Talks that are further apart than this are another series, which may sit somewhere else.
_SERIES = 90


def _in_one_series(a: str | None, b: str | None) -> bool:
    return a is None or b is None or abs(_days(a, b)) <= _SERIES


def _days(a: str, b: str) -> int:
    """Days from one ISO date to another, months and years taken at their start."""
    first, second = (dt.date.fromisoformat((date + "-01-01")[:10]) for date in (a, b))
    return (second - first).days


def _same(a: _Meeting, b: _Meeting) -> bool:
    if a.parties != b.parties:
        within = set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)
        many = len(set(a.parties) & set(b.parties)) >= _COUPLE
        return a.scheduled == b.scheduled and _on_one_day(a, b) and many and (within or _one_place(a, b))
    if a.scheduled != b.scheduled:
        # "They are due to sit down today", then what came of it.
        return _on_one_day(a, b) and _one_place(a, b)
    if a.date and b.date:
        return a.date.startswith(b.date) or b.date.startswith(a.date)
    return (a.place == b.place and a.place is not None) or (a.date is None and b.date is None)


def _on_one_day(a: _Meeting, b: _Meeting) -> bool:
    return a.date == b.date and a.date is not None and len(a.date) == _FULL_DATE


def _one_place(a: _Meeting, b: _Meeting) -> bool:
    return a.place is None or b.place is None or a.place == b.place


# Two parties of one table on one day sit at it together; characters of an ISO day.
_COUPLE, _FULL_DATE = 2, 10


def _merge(a: _Meeting, b: _Meeting) -> None:
    if b.date and len(b.date) > len(a.date or ""):
        a.date = b.date
    a.place = a.place or b.place
    a.scheduled, a.outcome = (
        a.scheduled and b.scheduled,
        b.outcome if a.outcome in ("unknown", "scheduled") else a.outcome,
    )
    a.parties = max(a.parties, b.parties, key=len)
    a.agreed_to, a.talks, a.met = a.agreed_to or b.agreed_to, a.talks or b.talks, a.met or b.met
    a.together = a.together or b.together
    a.terms = a.terms or b.terms
    a.mediators += b.mediators
    a.agreed += b.agreed


def agreed(frame: Frame, positions: list[Position]) -> list[Event]:
    """Return the AGREE of a sentence in which two parties accept the same.

    Parameters
    ----------
    frame
        The sentence.
    positions
        What was read from it.
    """
    rule = BY_ID["sign"]
    by_issue: dict[str, list[str]] = {}
    for position in positions:
        if position.stance == "accepts" and position.by.rule in ("accept-verb", "in-force", "agreed-at-talks"):
            by_issue.setdefault(position.issue, []).append(position.party)
    parties = next((sorted(set(names)) for names in by_issue.values() if len(set(names)) in (2, 3)), None)
    if parties is None or SCHEDULED.search(frame.text):
        return []
    # A truce that begins was agreed on another day, which the report may tell of.
    begins = all(p.by.rule == "in-force" for p in positions if p.stance == "accepts")
    date = None if begins else frame.date_for() or (frame.report.date if _JUST.search(frame.text) else None)
    return [
        Event("AGREE", first, second, date, place_in(frame), frame.whole(), by=by(rule.id, rule.confidence))
        for first, second in combinations(parties, 2)
    ]
