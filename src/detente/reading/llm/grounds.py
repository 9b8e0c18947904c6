"""What a report gives to hold an answer against: who it names, which dates it knows, which figures a quote has."""

import datetime as dt
import math
import re
from collections.abc import Mapping

from detente.ontology.actors import resolve
from detente.reading.cast import cast_of
from detente.reading.claims.figures import find_figures
from detente.reading.grammar.dates import find_dates
from detente.reading.grammar.parser import parse, plain
from detente.reading.llm.alignment import folded
from detente.reading.rule import words
from detente.reports.report import Report
from detente.reports.sentences import sentences

# What a number in the text is multiplied with to come to a unit: weeks to days, decades to years, miles and metres to
# km, percent to a share.
_FACTORS: Mapping[str, tuple[float, ...]] = {
    "days": (1, 7, 14),
    "years": (1, 10),
    "km": (1, 1.609, 0.001),
    "share": (1, 0.01),
}
# Two digits of a rounded conversion or fraction: 0.33 for a third, 16 km for ten miles.
_ROUNDING = 0.02
_ORGANS = words(
    "the of government delegation army armed forces military navy side team president prime premier foreign defence"
    " defense minister ministry chancellor negotiator negotiators official officials authorities leader leadership"
    " spokesman spokeswoman spokesperson envoy ambassador parliament cabinet"
)
_SCALES: Mapping[str, float] = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DIGITS = re.compile(r"\d+(?:[,.]\d+)*")


class Grounds:
    """The report's own names, places and dates.

    Parameters
    ----------
    report
        The report.
    names
        Further names and whom they stand for.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> grounds = Grounds(report_from_text("Oslo and the Lakeside Committee met.", date="2025-06-03"), {})
    >>> [grounds.party(name) for name in ("Norway", "Lakeside Committee", "Denmark", "committee")]
    ['Norway', 'Lakeside Committee', None, None]
    >>> [grounds.knows_date(date) for date in ("2025-06-02", "2025-02-30", "1999")]
    [True, False, False]
    """

    def __init__(self, report: Report, names: Mapping[str, str]) -> None:
        kept = [sentence.text for sentence in sentences(report)]
        self.date = report.date
        self.text = folded("\n".join(kept))[0]
        self._low = self.text.casefold()
        self._cast = cast_of(parse(kept), names, report.date)
        self._parties = {mention.party for text in kept for mention in self._cast.mentions(plain(text))}
        self._dates = {d for text in kept for m in find_dates(text, report.date) for d in (m.past, m.future) if d}
        self._numbers = {number for text in kept for number in numbers_in(text)}
        self._years = set(re.findall(r"\b(?:1[5-9]|20)\d\d\b", self.text)) | {d[:4] for d in self._dates}
        if self.date:
            self._years |= {str(int(self.date[:4]) + step) for step in (-1, 0, 1)}

    def __contains__(self, words: str) -> bool:
        """True where the words stand in the report, from the start of a word on, in small or capital letters."""
        wanted = re.escape(folded(words.strip())[0].casefold())
        return bool(wanted) and re.search(rf"(?<!\w){wanted}", self._low) is not None

    def party(self, name: str) -> str | None:
        """Return a party's name as entries carry it, None where the report names nobody of that name.

        Parameters
        ----------
        name
            As the answer has it; known actors may go by any of their names, others only as the text writes them.
        """
        name = tidy(name)
        known = resolve(name)
        if known is not None or name in self._parties:
            party = known.name if known is not None else name
            return party if party in self._parties else None
        return self._through_cast(name) or self._written(name)

    def _through_cast(self, name: str) -> str | None:
        """Read "President Example", "the Norwegian government": people and organs stand for their party."""
        mentions = self._cast.mentions(plain(name))
        parties = {mention.party for mention in mentions} & self._parties
        rest = "".join(c for i, c in enumerate(name) if not any(m.start <= i < m.end for m in mentions))
        organs = set(re.findall(r"\w{2,}", rest.casefold())) <= _ORGANS
        return parties.pop() if len(parties) == 1 and organs else None

    def _written(self, name: str) -> str | None:
        """Take a name as the text writes it; a word in small letters ("rebels", "both sides") names nobody."""
        if not name or name == name.lower():
            return None
        return name if re.search(rf"(?<!\w){re.escape(folded(name)[0])}(?!\w)", self.text) else None

    def source(self, name: str) -> str | None:
        """Return who is said to say a figure: a party, or the words of the text ("diplomatic source"); else None."""
        return self.party(name) or (tidy(name) if resolve(tidy(name)) is None and tidy(name) in self else None)

    def strange_numbers(self, terms: str) -> list[str]:
        """Return the numbers in digits of some terms that are neither in the report nor of a date that it names."""
        dates = {float(part) for date in self._dates | {self.date or ""} for part in date.split("-") if part}
        there = self._numbers | {number * 100 for number in self._numbers if number < 1} | dates
        return [digits for digits in _DIGITS.findall(terms) if not any(math.isclose(_number(digits), n) for n in there)]

    def knows_date(self, date: str) -> bool:
        """True for a date of the calendar that the report can give.

        With a date of its own, a report can give any day in a year that it names or that is within one of its own;
        without, only what it names.
        """
        if not _DATE.fullmatch(date) or not _in_calendar(date):
            return False
        if self.date:
            return date[:4] in self._years
        return any(known.startswith(date) for known in self._dates | self._years)


def _in_calendar(date: str) -> bool:
    try:
        dt.date.fromisoformat(f"{date}-01-01"[:10])
    except ValueError:
        return False
    return True


def has_figure(quote: str, value: float, unit: str) -> bool:
    """Return whether a figure stands in a quote, in digits or words, as it is or converted to its unit.

    Parameters
    ----------
    quote
        The stretch of the report.
    value, unit
        The figure.

    Examples
    --------
    >>> has_figure("for three weeks", 21, "days"), has_figure("a third of the land", 0.33, "share")
    (True, True)
    >>> has_figure("for three weeks", 30, "days")
    False
    """
    factors = _FACTORS.get(unit, (1,))
    return any(
        math.isclose(value, number * factor, rel_tol=_ROUNDING) for number in numbers_in(quote) for factor in factors
    )


def numbers_in(text: str) -> set[float]:
    """Return the numbers that a text can be said to name, in digits or in words.

    Examples
    --------
    >>> sorted(numbers_in("1,200 of the million, eleven thousand"))
    [1000.0, 1200.0, 11000.0, 1000000.0]
    """
    found = {figure.value for figure in find_figures(text)} | {_number(digits) for digits in _DIGITS.findall(text)}
    found |= {scale for word, scale in _SCALES.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)}
    if re.search(r"\bhalf\b", text, re.IGNORECASE):
        # "Two and a half", "an hour and a half".
        found |= {0.5, 1.5} | {number + 0.5 for number in found}
    return found


def _number(digits: str) -> float:
    return float(digits.replace(",", "")) if digits.count(".") <= 1 else math.nan


def tidy(text: str) -> str:
    r"""Return a model's words in one line of printable characters.

    Examples
    --------
    >>> tidy(" a\x1b[2J\n truce ")
    'a [2J truce'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
