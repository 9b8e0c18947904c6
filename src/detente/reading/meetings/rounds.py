"""The rounds of talks in a report, and the acts that go with them, from the meetings that its sentences tell of."""

import re
from dataclasses import replace
from itertools import combinations

from detente.entries import Event, Round
from detente.ontology.actors import resolve
from detente.reading.frame import Frame, by
from detente.reading.grammar.places import place_in
from detente.reading.meetings.hosts import hosts
from detente.reading.meetings.meeting import (
    FULL_DATE,
    Meeting,
    days_between,
    in_one_room,
    in_one_series,
    merge,
    one_place,
    same,
    told_again,
)
from detente.reading.meetings.outcomes import agreed_issues, outcome_of
from detente.reading.meetings.patterns import SIGNING
from detente.reading.meetings.seats import seat_of, sent_from
from detente.reading.meetings.told import told_of, undated
from detente.reading.positions.agreeing import of_one_side
from detente.reading.rules import BY_ID
from detente.reading.who.mentions import Cast
from detente.reports.report import Report

# With these a meeting of one side with another is a round of its own.
_NEWS = ("agreement", "collapse", "no_agreement")
# Days that a single round of talks may last.
_LONGEST = 21
# So many parties sit at a table of their own, whoever the report is about.
_TABLE = 3
_THERE = re.compile(
    r"(?<![Ww]as )(?<![Ww]ere )(?<!is )(?<!are )\bthere\b(?! (?:is|are|was|were|has|have|will|would|had|be)\b)"
)
# Days after a round within which its outcome is made known.
_STATED_WITHIN = 2
# Days for which a meeting is news to whoever writes from where it was held.
_FRESH_DAYS = 3


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
        self.found: list[Meeting] = []
        self.seat, self.sent = seat_of(report), sent_from(report)
        self.acts: list[Event] = []
        self.paragraph = -1
        self.before: Frame | None = None

    def read(self, frame: Frame) -> None:
        """Take the meetings that a sentence tells of.

        Parameters
        ----------
        frame
            The sentence.
        """
        meetings = told_of(frame)
        for meeting in meetings:
            self._at_place_before(frame, meeting)
        self.before = frame
        if not meetings:
            self.acts += undated(frame)
            self._hosts_of_last(frame)
            self._outcome_of_last(frame)
        for meeting in meetings:
            self._add(meeting)
            self.paragraph = frame.sentence.paragraph

    def _at_place_before(self, frame: Frame, meeting: Meeting) -> None:
        """Read "they agreed there": at the place that the sentence before names."""
        if meeting.place is None and self.before is not None and _THERE.search(frame.text):
            meeting.place = place_in(self.before)
            meeting.together = meeting.together or meeting.place is not None

    def _hosts_of_last(self, frame: Frame) -> None:
        """Who hosted or chaired a meeting is often said in the sentence after it."""
        if self.found and self._still_about(frame):
            last = self.found[-1]
            last.mediators += [m for m in hosts(self.cast, frame.doc) if m not in last.parties]

    def _outcome_of_last(self, frame: Frame) -> None:
        """The sentences after a meeting often say what came of it."""
        text = frame.text
        if not self.found or self.found[-1].outcome != "unknown" or not self._still_about(frame):
            return
        outcome = outcome_of(text, signed=bool(SIGNING.search(text)))
        if outcome == "agreement" and of_one_side(frame):
            return
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

    def _add(self, meeting: Meeting) -> None:
        for other in self.found:
            if same(other, meeting):
                merge(other, meeting)
                return
        self.found.append(meeting)

    def rounds(self) -> list[Round]:
        """Return the rounds found, in the order of the text."""
        rule = BY_ID["round-held"]
        self._complete()
        self._stated_after()
        return [
            Round(m.date, m.place, m.parties, m.outcome, m.quote, tuple(sorted(set(m.mediators))),
                  tuple(dict.fromkeys(m.agreed)), by=by(rule.id, rule.confidence))
            for m in self.found
            if self._is_round(m)
        ]  # fmt: skip

    def _stated_after(self) -> None:
        """What a statement issued a day or two after a round says was agreed, was agreed there."""
        for stated in [m for m in self.found if not m.met and m.outcome == "agreement"]:
            for held in self.found:
                near = held.date and stated.date and len(held.date) == len(stated.date) == FULL_DATE
                after = near and 0 <= days_between(str(held.date), str(stated.date)) <= _STATED_WITHIN
                if after and held.met and held.parties == stated.parties and held.outcome == "unknown":
                    held.outcome, held.agreed, held.stated = "agreement", stated.agreed, True

    def _is_round(self, meeting: Meeting) -> bool:
        told = meeting.met and in_one_room(meeting) and not self._went_on(meeting)
        return told and not self._between(meeting) and not self._with_outsider(meeting)

    def _went_on(self, meeting: Meeting) -> bool:
        """True for the opening of talks that closed some days later: they have the date of their end."""
        return meeting.opening and any(
            other is not meeting
            and not other.scheduled
            and one_place(meeting, other)
            and meeting.date is not None
            and other.date is not None
            and len(other.date) == len(meeting.date) == FULL_DATE
            and 0 < days_between(meeting.date, other.date) <= _LONGEST
            for other in self.found
        )

    def _between(self, meeting: Meeting) -> bool:
        """True for a mediator's call on one side: the two consult, but the parties do not meet."""
        return bool(set(meeting.parties) & set(self.cast.mediators)) and meeting.parties != self.cast.pair

    def _with_outsider(self, meeting: Meeting) -> bool:
        """True for a visit of one side with a third state, unless they agreed on something."""
        few = len(meeting.parties) < _TABLE
        return few and meeting.outcome not in _NEWS and not set(meeting.parties) <= set(self.cast.pair)

    def _complete(self) -> None:
        """What the text gives for a series of talks holds for their meetings: a single place, and who hosts them."""
        own = [m for m in self.found if m.parties == self.cast.pair]
        told = [(m.date, m.place) for m in own if m.place and not m.scheduled]
        for meeting in own:
            places = {place for date, place in told if in_one_series(date, meeting.date)}
            current = in_one_series(self.report.date, meeting.date)
            if not places and self.seat and current:
                places = {self.seat}
            if not places and self.sent and self._fresh_from(meeting):
                places = {self.sent}
            if meeting.place is None and len(places) == 1:
                meeting.place = next(iter(places))
            if not meeting.mediators and current and (meeting.scheduled or meeting.place in (None, self.seat, *places)):
                meeting.mediators = [m for m in self._mediators(own) if m not in meeting.parties]
        self._unite()

    def _unite(self) -> None:
        """Whatever is told again without a day of its own is the last meeting of those who were there."""
        for again in list(self.found):
            told = [m for m in self.found if m is not again and told_again(m, again)]
            if told:
                first = max(told, key=lambda m: str(m.date))
                quote = again.quote if again.placed and not first.placed else first.quote
                merge(first, again)
                first.quote, first.placed = quote, first.placed or again.placed
                self.found = [m for m in self.found if m is not again]

    def _mediators(self, own: list[Meeting]) -> list[str]:
        """Who mediates the present series: those told of its last meeting, else all whom the report names as such."""
        held = [m for m in own if m.mediators and not m.scheduled and in_one_series(self.report.date, m.date)]
        return held[-1].mediators if held else list(self.cast.mediators)

    def _fresh_from(self, meeting: Meeting) -> bool:
        """True for news of a meeting from a city that is no capital of either side: it was written where they met."""
        if self.sent is None or meeting.scheduled or not (self.report.date and meeting.date):
            return False
        known = resolve(self.sent)
        away = known is None or known.name not in meeting.parties
        return away and 0 <= days_between(meeting.date, self.report.date) <= _FRESH_DAYS

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
                if each.met and in_one_room(each) and (each.talks or each.stated or each.outcome != "agreement"):
                    found.append(consult)
                if each.outcome == "agreement" and not each.stated:
                    found.append(replace(consult, type="AGREE", by=sign, quote=each.terms or each.quote))
        return found
