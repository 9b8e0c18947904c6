"""Where a sentence speaks of a meeting or a signing, and on which day: the way from a date to the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.reading.frame import Frame
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.clauses import in_clause_of, went_to
from detente.reading.grammar.dates import BESIDE, DateMention
from detente.reading.grammar.parser import Token, ancestors, children, lemma, marker, token_at
from detente.reading.meetings.meeting import FULL_DATE, days_between
from detente.reading.meetings.wishes import wished
from detente.reading.meetings.words import ACCORDS, AGREEING, Manner, is_due, manner_of


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that a meeting or signing hangs on.

    Parameters
    ----------
    token
        The word.
    manner
        held | signed.
    date
        The date that belongs to it, None where the sentence gives none.
    span
        The characters that tell of it, None for the word alone.
    coming
        True where these say that it is still to come.
    """

    token: Token
    manner: Manner
    date: DateMention | None = None
    span: tuple[int, int] | None = None
    coming: bool = False

    @property
    def start(self) -> int:
        """Where what tells of it begins in the sentence."""
        return self.span[0] if self.span else self.token.idx

    @property
    def end(self) -> int:
        """Where what tells of it ends in the sentence."""
        return self.span[1] if self.span else self.token.idx + len(self.token.text)


def cues(frame: Frame) -> list[Cue]:
    """Return the meetings and signings that a sentence names, one for each date that belongs to one.

    Where no date belongs to any, the word nearest to the root stands for all.

    Parameters
    ----------
    frame
        The sentence.
    """
    chronicle = told_in_present(frame.report.text)
    found = {token.i: manner for token in frame.doc if (manner := manner_of(token, chronicle)) and not wished(token)}
    if not found:
        return []
    dated = [cue for date in days(frame) if (cue := _dated(frame, date, found))]
    if dated:
        return _once(frame, dated)
    first = min(found, key=lambda i: (sum(1 for _ in ancestors(frame.doc[i])), i))
    return [Cue(frame.doc[first], found[first], _opening_date(frame, frame.doc[first]))]


# Characters into a sentence within which a date is that of its main clause.
_OPENING = 25


def _opening_date(frame: Frame, token: Token) -> DateMention | None:
    """The date that a sentence opens with, whatever the parser has hung it on: "On 8 May the same people agreed"."""
    first = next(iter(days(frame)), None)
    main = token.dep_ == "ROOT" or (token.dep_.startswith("nsubj") and token.head.dep_ == "ROOT")
    near = first is not None and first.start <= _OPENING and first.end <= token.idx
    return first if main and near and first is not None and not is_deadline(frame, first) else None


# "Their first meeting since 2007", "had been negotiating since Monday": a day before the one that is told of.
_SINCE = re.compile(
    r"\b(?:(?:first|only|longest|most|highest|been \w+ing|under way|underway|going on|(?:has|have|had) "
    r"(?:hosted|mediated|chaired|brokered|facilitated|lasted|continued|lived|been)"
    r"|(?:rounds of|times|meetings|sessions|occasions))\b[^.;:]*?) since(?: [^.;:]{0,40}?)? ?$",
    re.IGNORECASE,
)
# "A truce to take effect tomorrow", "valid until June": the day is that of the truce.
_TAKING_EFFECT = re.compile(
    r"\b(?:(?:tak(?:e|es|ing)|took|goes|go|gone|going|went|com(?:e|es|ing)|came|enter(?:s|ed|ing)?)(?: in)?(?:to)?"
    r" (?:effect|force)"
    r"|effective|in force|valid|starting|beginning|lasts?|lasting|holds?|expir(?:e|es|ed|ing))(?: [\w:.]+){0,3}"
    r"(?: from| on| at| until| till| through| by)? ?$",
    re.IGNORECASE,
)


def days(frame: Frame) -> list[DateMention]:
    """Return the dates on which a sentence may have something happen: "since March" tells of no day.

    Parameters
    ----------
    frame
        The sentence.
    """
    text = frame.text
    told = [date for date in frame.dates if not _lasting(text, date)]
    told = [date for date in told if _since_when(text, date) or not _is_since(text, date)]
    return [date for date in told if not _TAKING_EFFECT.search(text[: date.start]) or _talks_last(text, date)]


def _lasting(text: str, date: DateMention) -> bool:
    """True for the end of a truce ("a truce until 30 May"), which is no day of a meeting."""
    before = text[: date.start] + ("until " if text.startswith("until ", date.start) else "")
    return _UNTIL.search(before) is not None and not _talks_last(text, date)


_UNTIL = re.compile(r"\b(?:until|till)(?: the)? ?$", re.IGNORECASE)


def _talks_last(text: str, date: DateMention) -> bool:
    """Read "the round is scheduled to last until 25 January": talks have the date of their last day."""
    return _TALKS_LAST.search(text[: date.start]) is not None


_TALKS_LAST = re.compile(
    r"\b(?:talks|negotiations|round|session|meeting|conference|summit|dialogue|they|which|it)\b[^.;]{0,60}?"
    r"\b(?:last(?:s|ed|ing)?|run(?:s|ning)?|ran|continu(?:e|es|ed|ing)|go(?:es)? on|went on) (?:until|till|through|to)"
    r"(?: the)? ?$",
    re.IGNORECASE,
)


def _is_since(text: str, date: DateMention) -> bool:
    return _SINCE.search(text[: date.start] + _preposition(text, date)) is not None


def _since_when(text: str, date: DateMention) -> bool:
    """Read "the first meeting since 2016, when talks in Arva failed": that year tells of the talks that failed."""
    return re.match(r",? when\b", text[date.end :]) is not None


def _preposition(text: str, date: DateMention) -> str:
    """The "since" that belongs to the stretch of a date."""
    return "since " if text.startswith("since ", date.start) else ""


def _dated(frame: Frame, date: DateMention, found: dict[int, Manner]) -> Cue | None:
    """Climb from a date to the first word of a meeting that it belongs to."""
    token = token_at(frame.doc, date.start, date.end)
    if frame.text[date.start : date.end].casefold() in BESIDE:
        found = {i: manner for i, manner in found.items() if frame.doc[i].idx > date.start}
    if token is None:
        return None
    # "Arrived on Monday for talks due to begin on Friday": Monday is not their day.
    found = {i: manner for i, manner in found.items() if token.i > i or not _of_other_day(frame, frame.doc[i])}
    when = next((t for t in children(token, "acl:relcl", "acl", "advcl") if t.i in found), None)
    when = when or _when_after(frame, date, found)
    if when is not None:
        # "It dates from 2 April, when the two met", "the plan for tomorrow, when they are to meet".
        return Cue(when, found[when.i], date)
    for below, above in [(token, token), *pairwise([token, *ancestors(token)])]:
        if above.i in found:
            # "agreed to hold elections by June": the day is that of what was agreed on.
            put_off = (below.dep_ in ("xcomp", "ccomp") or is_deadline(frame, date)) and lemma(above) in AGREEING
            return None if put_off else Cue(above, found[above.i], date)
        if above.dep_ == "ROOT" and above.i == token.i:
            beneath = next((t for t in above.subtree if t.i in found), None)
            return Cue(beneath, found[beneath.i], date) if beneath is not None else None
        if above.pos_ in ("VERB", "AUX", "ADJ") or above.dep_ == "ROOT":
            beneath = next((t for t in _beneath(above, below) if t.i in found), None)
            if beneath is not None:
                return Cue(beneath, found[beneath.i], date)
            if above.dep_ not in ("xcomp", "conj", "ccomp", "aux", "acl"):
                return None
        elif _its_date(above, below):
            # "the accord of November": the day belongs to the accord, not to what was done with it.
            return None
    return None


def _of_other_day(frame: Frame, noun: Token) -> bool:
    """True for talks that are due, and in "shelled the town on Monday, two days after talks in Arva"."""
    return is_due(noun) or _DAYS_AFTER.search(frame.text[: noun.idx]) is not None


_DAYS_AFTER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) after (?:[\w'-]+ ){0,5}$")


def _its_date(above: Token, below: Token) -> bool:
    """True for the day of an accord; that in "reached a deal on Monday" is the day on which they reached it."""
    hung = above.pos_ == "NOUN" and below.dep_ in ("nmod", "nmod:unmarked") and lemma(above) in ACCORDS
    done = above.dep_ in ("obj", "nsubj:pass") or (above.dep_ == "obl" and marker(above) == "to")
    return hung and not (marker(below) in ("on", "in") and done)


def is_deadline(frame: Frame, date: DateMention) -> bool:
    """Return True for "by 8 August", "no later than Friday": what was agreed has to be done then.

    Parameters
    ----------
    frame
        The sentence.
    date
        A date in it.
    """
    return _DEADLINE.search(frame.text[: date.start]) is not None


_DEADLINE = re.compile(r"\b(?:by|before|until|till|within|(?:no|not) later than)(?: the)? ?$", re.IGNORECASE)


def _when_after(frame: Frame, date: DateMention, found: dict[int, Manner]) -> Token | None:
    """The meeting of a clause with "when" right behind a date, wherever the parser has hung it."""
    if not re.match(r",? when\b", frame.text[date.end :]):
        return None
    after = [frame.doc[i] for i in sorted(found) if frame.doc[i].idx > date.end]
    return after[0] if after and ";" not in frame.text[date.end : after[0].idx] else None


def _beneath(verb: Token, below: Token) -> Iterator[Token]:
    """What hangs on a predicate as subject, object or phrase, and what is coordinated with or belongs to it."""
    for each in children(verb, "obj", "nsubj", "nsubj:pass", "obl", "obl:unmarked", "xcomp", "nmod", "ccomp"):
        if each.i != below.i:
            yield each
            yield from children(each, "conj", "nmod", "compound", "appos", "acl")
    yield from (each for each in children(verb, "advcl") if went_to(each))


def _once(frame: Frame, dated: list[Cue]) -> list[Cue]:
    """One cue per date and manner; of one word with two dates, both: they may be two meetings."""
    seen: dict[tuple[str | None, str], Cue] = {}
    dated = [cue for cue in dated if not _of_the_news(frame, cue, dated)]
    for cue, following in zip(dated, [*dated[1:], None], strict=True):
        assert cue.date is not None
        if following is None or not _goes_on(frame, cue, following):
            seen.setdefault((cue.date.past, cue.manner), cue)
    return list(seen.values())


def _of_the_news(frame: Frame, cue: Cue, dated: Sequence[Cue]) -> bool:
    """True for "on Friday" in "said on Friday that they had signed on Thursday": the signing has its own day."""
    others = [other for other in dated if other is not cue and other.token.i == cue.token.i]
    mine = any(_own_date(frame, other) for other in others)
    return mine and not _own_date(frame, cue)


def _own_date(frame: Frame, cue: Cue) -> bool:
    token = token_at(frame.doc, cue.date.start, cue.date.end) if cue.date else None
    return token is not None and in_clause_of(token, cue.token)


def _goes_on(frame: Frame, cue: Cue, following: Cue) -> bool:
    """True for the first of "on Thursday and Friday": a meeting of several days has the date of its last."""
    first, last = cue.date, following.date
    if first is None or last is None or cue.token.i != following.token.i or not (first.past and last.past):
        return False
    if re.fullmatch(r",? (?:and|to|through|until) (?:on )?", frame.text[first.end : last.start]) is None:
        return False
    if len(first.past) != FULL_DATE or len(last.past) != FULL_DATE:
        return False
    return 0 < days_between(first.past, last.past) <= _A_SITTING


# Days that lie between the first and the last of one meeting at most.
_A_SITTING = 2
