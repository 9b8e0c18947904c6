"""On which day a meeting is told to be held: that of its cue, of its paragraph, or of the report."""

import datetime as dt
import re

from detente.reading.frame import Frame
from detente.reading.grammar.chronicle import told_live
from detente.reading.grammar.dates import DateMention
from detente.reading.meetings.cues import Cue
from detente.reading.meetings.meeting import days_between
from detente.reading.meetings.patterns import SIGNING
from detente.reading.meetings.tense import ahead, going_on, present
from detente.reading.meetings.words import TALKS


def coming(frame: Frame, cue: Cue) -> bool:
    """Return whether what a cue tells of is still to come, by its words or by its date.

    Parameters
    ----------
    frame
        The sentence.
    cue
        What tells of the meeting.
    """
    told_ahead = cue.coming if cue.span is not None else ahead(cue)
    if told_ahead or cue.date is None:
        return told_ahead
    today = frame.report.date
    return _later(today, cue.date) or (present(cue) and _nearer_ahead(today, cue.date))


def day_of(frame: Frame, cue: Cue, scheduled: bool) -> str | None:
    """Return the day of a cue; without one that of the paragraph, or today's for what has just come to an end.

    Parameters
    ----------
    frame
        The sentence.
    cue
        What tells of the meeting.
    scheduled
        True where it is still to come.
    """
    if frame.context is not None and _THAT_DAY.search(frame.text):
        return frame.context
    if cue.date is not None:
        return cue.date.future if scheduled else cue.date.past
    if scheduled:
        return _within(frame.text, frame.report.date)
    if frame.context is not None:
        return frame.context
    if going_on(cue):
        return frame.report.date
    if told_live(frame.report.text):
        return frame.report.date
    fresh = JUST_NOW if SIGNING.search(frame.text) else _FRESH
    return frame.report.date if fresh.search(frame.text) else None


def _later(today: str | None, date: DateMention) -> bool:
    """True for a full day that lies ahead of the report however it is read."""
    return bool(today and date.past and len(date.past) == len(today) and date.past > today)


def _nearer_ahead(today: str | None, date: DateMention) -> bool:
    """True for a day or month without a year that lies nearer ahead of the report than behind it."""
    if not (today and date.past and date.future) or date.past == date.future:
        return False
    behind, future = days_between(date.past, today), days_between(today, date.future)
    return future < behind


JUST_NOW = re.compile(
    r"\b(?:ha(?:ve|s) (?:today |now )?(?:signed|agreed|reached|accepted|concluded|initialled)|today)\b", re.IGNORECASE
)
# What has just come to an end, in the opening of a report, is news of the day.
_FRESH = re.compile(
    rf"\b{TALKS}\b[^.;]{{0,60}}?\b(?:has|have) "
    r"(?:just |now |today )?(?:ended|come to|broken|collapsed|closed|concluded|begun|opened|failed|resumed)\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(r"^(?:And |But )?[Oo]n (?:that|the same) day\b")
_WITHIN = re.compile(
    r"\b(?:within|meet (?:again )?in) (?:(?:the|a) )?(?:next )?"
    r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)? ?"
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
