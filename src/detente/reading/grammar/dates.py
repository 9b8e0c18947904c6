"""Dates in a sentence, worked out against the report's date, with the precision that the text gives."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from detente.reading.caseless import Caseless
from detente.reports.dateline import MONTH, WEEKDAYS, make_date, month_number

_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_SPELT_DAY = rf"(?P<day>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_WEEKDAY = "|".join(WEEKDAYS)
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that a sentence names.

    Parameters
    ----------
    start, end
        Character span in the sentence, end exclusive.
    past, future
        ISO day, month or year, read as lying behind or ahead of the report's date; None where it cannot be worked out.
    """

    start: int
    end: int
    past: str | None
    future: str | None


def find_dates(text: str, today: str | None, before: str | None = None) -> list[DateMention]:
    """Return the dates that a sentence names, in order.

    Parameters
    ----------
    text
        One sentence.
    today
        ISO day of the report, None where unknown: then only full dates are worked out.
    before
        The date that the text named last, from which "the next day" and "two days earlier" count.

    Examples
    --------
    >>> [d.past for d in find_dates("They met on May 16th and again on Monday.", "2025-06-03")]
    ['2025-05-16', '2025-06-02']
    >>> [d.past for d in find_dates("It broke down in May 2022, two years ago.", "2025-06-03")]
    ['2022-05', '2023']
    >>> [d.past for d in find_dates("They met on 16 May and signed two days later.", "2025-06-03")]
    ['2025-05-16', '2025-05-18']
    """
    base = dt.date.fromisoformat(today) if today else None
    found: list[DateMention] = []
    named = {hint for hint in (_MONTHS, _TIMES) if hint.search(text)}
    for pattern, resolve, hint in _FORMS:
        for match in pattern.finditer(text) if hint in named else ():
            taken = any(mention.start < match.end() and match.start() < mention.end for mention in found)
            if not taken and not _is_plain_word(match):
                past, future = resolve(match, base)
                found.append(DateMention(match.start(), match.end(), past, future))
    found = [_counted_from(text, mention) for mention in found]
    found += _beside(text, found, before, today)
    found += _counted(text, found, before, today)
    return sorted(found, key=lambda mention: mention.start)


_FROM = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?P<unit>day|week)s? (?P<way>before|after|ahead of) (?:the )?$",
    re.IGNORECASE,
)


def _counted_from(text: str, mention: DateMention) -> DateMention:
    """Read "two days before 9 May" as the day that it is."""
    match = _FROM.search(text, 0, mention.start)
    if match is None or mention.past is None or len(mention.past) != _DAY_LONG:
        return mention
    number = match["n"].casefold()
    count = (_NUMBERS.get(number) or int(number)) * (7 if match["unit"].casefold() == "week" else 1)
    days = dt.timedelta(days=count if match["way"].casefold() == "after" else -count)
    day = (dt.date.fromisoformat(mention.past) + days).isoformat()
    return DateMention(match.start(), mention.end, day, day)


# "On Sunday, a day before the two sides are due to meet": what follows has a day of its own, counted from the other.
_BESIDE = Caseless(
    r"(?P<approx>\b(?:less|fewer|more) than |\b(?:about|some|almost|nearly|over|under|just) )?"
    rf"\b(?:(?:just|only) )?(?:{_COUNT} (?P<unit>day|week|hour|minute)s?|(?P<same>hours|minutes|shortly|moments)"
    r"|the (?P<next>day)) (?P<way>before|after|ahead of|prior to)"
    r" (?!that\b|this\b|which\b|midnight\b|noon\b|dawn\b|dusk\b|sunrise\b|sunset\b|dark\b)(?=[\w\"“])"
)
BESIDE = ("before", "after", "ahead of", "prior to")
"""What bears the date of the clause that follows it."""
# Characters into a sentence within which such a phrase opens it: then it dates the main clause by what it names.
_FRONT = 4
_THE_DAY = re.compile(rf"(?:{MONTH}|{_WEEKDAY}|yesterday|today|tomorrow|\d)\b", re.IGNORECASE)


def _beside(text: str, found: Sequence[DateMention], before: str | None, today: str | None) -> Iterator[DateMention]:
    """Read "on Sunday, a day before the talks open": the talks open on Monday. The word "before" bears the date."""
    for match in _BESIDE.finditer(text):
        opens = match.start() <= _FRONT
        named = [m.past for m in found if m.end <= match.start() and m.past and len(m.past) == _DAY_LONG]
        start = named[-1] if named else before or today
        apart = match["approx"] and not match["unit"].startswith(("hour", "minute")) if match["unit"] else False
        if opens or apart or start is None or len(start) != _DAY_LONG or _THE_DAY.match(text, match.end()):
            continue
        unit = (match["unit"] or "").casefold()
        number = (match["n"] or "1").casefold()
        count = (_NUMBERS.get(number) or int(number)) * {"day": 1, "week": 7}.get(unit, int(bool(match["next"])))
        back = match["way"].casefold() == "after"
        day = dt.date.fromisoformat(start) + dt.timedelta(days=-count if back else count)
        yield DateMention(match.start("way"), match.end("way"), day.isoformat(), day.isoformat())


_COUNTED = Caseless(
    r"\b(?:(?P<next>the next day|the following day|the day after|a day later|one day later|the next morning)"
    r"|(?P<previous>the previous day|the day before(?! yesterday)|(?:a|one) day (?:earlier|before))"
    r"|(?P<same>(?:on )?(?:the|that) (?:very )?same (?:day|evening|night)|(?:on )?that day)"
    r"|(?:(?:early|earlier|late|later|elsewhere) )?(?:in )?(?P<month>(?:that|the same) month)"
    r"|on the (?P<day>[12]?\d(?:st|nd|rd|th)|3[01](?:st)?|30th)(?! (?:of\b|[a-z]+))"
    r"|(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a(?= week)|one(?= week)) (?P<unit>day|week)s?"
    r" (?P<way>earlier|before|later|previously|afterwards))\b"
)


def _counted(text: str, found: Sequence[DateMention], before: str | None, today: str | None) -> Iterator[DateMention]:
    """Dates that count from the one named before them: "the next day", "three days earlier"."""
    for match in _COUNTED.finditer(text):
        if any(mention.start < match.end() and match.start() < mention.end for mention in found):
            continue
        if match["day"]:
            yield from _of_month(match, before or today, today)
            continue
        if match["month"]:
            yield from _in_month(match, found, before)
            continue
        named = [m.past for m in found if m.end <= match.start() and m.past and len(m.past) == _DAY_LONG]
        back = bool(match["previous"]) or (match["way"] or "").casefold() in ("earlier", "before", "previously")
        start = named[-1] if named else before or (today if back else None)
        if start is not None and len(start) == _DAY_LONG:
            day = dt.date.fromisoformat(start) + dt.timedelta(days=_steps(match, back=back))
            yield DateMention(match.start(), match.end(), day.isoformat(), day.isoformat())


def _in_month(match: re.Match[str], found: Sequence[DateMention], before: str | None) -> Iterator[DateMention]:
    """Read "later that month": the month named before."""
    named = [m.past for m in found if m.end <= match.start() and m.past]
    start = named[-1] if named else before
    if start is not None and len(start) >= len("2025-06"):
        yield DateMention(match.start(), match.end(), start[:7], start[:7])


def _of_month(match: re.Match[str], month: str | None, today: str | None) -> Iterator[DateMention]:
    """Read "on the 12th": that day of the month named before, or the last one that is over."""
    if month is None or len(month) < len("2025-06"):
        return
    day, year, number = int(match["day"].rstrip("stndrh")), int(month[:4]), int(month[5:7])
    date = make_date(year, number, day)
    if date is not None and today is not None and month == today and date.isoformat() > today:
        date = make_date(year - (number == 1), number - 1 or 12, day)
    if date is not None:
        yield DateMention(match.start(), match.end(), date.isoformat(), date.isoformat())


_DAY_LONG = len("2025-06-03")


def _steps(match: re.Match[str], *, back: bool) -> int:
    if match["same"]:
        return 0
    number = (match["n"] or "1").casefold()
    count = _NUMBERS.get(number) or int(number)
    days = count * (7 if (match["unit"] or "").casefold() == "week" else 1)
    return -days if back else days


def _is_plain_word(match: re.Match[str]) -> bool:
    """Read "It may hold", "sat": months and weekdays have a capital."""
    name = match.groupdict().get("month") or match.groupdict().get("weekday") or "M"
    return name[0].islower()


Pair = tuple[str | None, str | None]
Resolve = Callable[[re.Match[str], dt.date | None], Pair]


def _day_of(match: re.Match[str]) -> int:
    day = match["day"].casefold()
    return int(day) if day.isdigit() else _ORDINALS.index(day) + 1


def _full(match: re.Match[str], base: dt.date | None) -> Pair:
    date = make_date(int(match["year"]), month_number(match["month"]), _day_of(match))
    return _both(date.isoformat() if date else None)


def _iso(match: re.Match[str], base: dt.date | None) -> Pair:
    date = make_date(int(match["year"]), int(match["m"]), _day_of(match))
    return _both(date.isoformat() if date else None)


def _month_year(match: re.Match[str], base: dt.date | None) -> Pair:
    return _both(f"{match['year']}-{month_number(match['month']):02d}")


# A day without its year that was so many days ago, and is so near ahead, is to come: the other would have its year.
_LONG_AGO, _SOON = 270, 62


def _day_month(match: re.Match[str], base: dt.date | None) -> Pair:
    if base is None:
        return None, None
    month, day = month_number(match["month"]), _day_of(match)
    dates = [date for year in (base.year - 1, base.year, base.year + 1) if (date := make_date(year, month, day))]
    past = max((date for date in dates if date <= base), default=None)
    future = min((date for date in dates if date >= base), default=None)
    if past and future and (base - past).days > _LONG_AGO and (future - base).days < _SOON:
        return _both(future.isoformat())
    return past.isoformat() if past else None, future.isoformat() if future else None


def _slashed(match: re.Match[str], base: dt.date | None) -> Pair:
    if base is None:
        return None, None
    date = make_date(base.year, int(match["m"]), _day_of(match))
    return _both(date.isoformat() if date else None)


def _month(match: re.Match[str], base: dt.date | None) -> Pair:
    if base is None:
        return None, None
    month, which = month_number(match["month"]), (match["which"] or "").casefold()
    behind = month < base.month or (month == base.month and "last" not in which)
    past, future = base.year - (not behind), base.year + (month < base.month)
    if "last" in which:
        return _both(f"{past}-{month:02d}")
    if "next" in which:
        return _both(f"{base.year + (month <= base.month)}-{month:02d}")
    return f"{past}-{month:02d}", f"{future}-{month:02d}"


def _months(match: re.Match[str], base: dt.date | None) -> Pair:
    """Resolve "in April and May", "from March to May" to the last of the months; two far apart are two dates."""
    first = _BARE_MONTH.match(match["first"]) if match["and"] else None
    if first is not None and (month_number(match["month"]) - month_number(first["month"])) % 12 != 1:
        return _month(first, base)
    return _month(match, base)


_BARE_MONTH = re.compile(rf"(?P<which>)(?P<month>{MONTH})", re.IGNORECASE)


def _weekend(match: re.Match[str], base: dt.date | None) -> Pair:
    """Resolve "at the weekend" to the month of the last one."""
    if base is None:
        return None, None
    saturday = base - dt.timedelta(days=(base.weekday() - 5) % 7 or 7)
    sunday = saturday + dt.timedelta(days=1)
    return _both(saturday.isoformat()[: 7 if saturday.month == sunday.month else 4])


def _weekday(match: re.Match[str], base: dt.date | None) -> Pair:
    if base is None:
        return None, None
    number = WEEKDAYS.index(match["weekday"].casefold())
    back = (base.weekday() - number) % 7
    if "last" in (match["which"] or "").casefold() and back == 0:
        back = 7
    ahead = (number - base.weekday()) % 7 or 7
    return (base - dt.timedelta(days=back)).isoformat(), (base + dt.timedelta(days=ahead)).isoformat()


def _shift(days: int) -> Resolve:
    def resolve(match: re.Match[str], base: dt.date | None) -> Pair:
        return _both((base + dt.timedelta(days=days)).isoformat() if base else None)

    return resolve


def _ago(match: re.Match[str], base: dt.date | None) -> Pair:
    if base is None:
        return None, None
    number = match["n"].casefold()
    count, unit = _NUMBERS.get(number) or int(number), match["unit"].casefold()
    if unit == "day":
        return _both((base - dt.timedelta(days=count)).isoformat())
    if unit in ("week", "fortnight"):
        return _both(_week_of(base - dt.timedelta(weeks=count * (1 + (unit == "fortnight")))))
    if unit == "month":
        months = base.year * 12 + base.month - 1 - count
        return _both(f"{months // 12}-{months % 12 + 1:02d}")
    return _both(str(base.year - count))


def _week_of(day: dt.date) -> str:
    """The month of a week, or its year where it lies in two months; "last week" tells no more."""
    monday = day - dt.timedelta(days=day.weekday())
    first, last = monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat()
    return next((first[:n] for n in (7, 4) if first[:n] == last[:n]), day.isoformat()[:4])


def _this_month(match: re.Match[str], base: dt.date | None) -> Pair:
    """Resolve "on the fifteenth of this month", "the 2nd of next month"."""
    if base is None:
        return None, None
    months = base.year * 12 + base.month - 1 + {"last": -1, "this": 0, "next": 1}[match["which"].casefold()]
    date = make_date(months // 12, months % 12 + 1, _day_of(match))
    return _both(date.isoformat() if date else None)


# Days ahead within which a bare day of the month is to come rather than weeks ago.
_NEAR = 10


def _bare_day(match: re.Match[str], base: dt.date | None) -> Pair:
    """Resolve "on the 16th" to the nearest such day behind and ahead."""
    if base is None:
        return None, None
    months = base.year * 12 + base.month - 1
    days = [make_date(n // 12, n % 12 + 1, _day_of(match)) for n in range(months - 2, months + 3)]
    past = max((day for day in days if day and day <= base), default=None)
    future = min((day for day in days if day and day >= base), default=None)
    if past and future and (future - base).days < _NEAR < (base - past).days:
        return _both(future.isoformat())
    return past.isoformat() if past else None, future.isoformat() if future else None


def _relative(match: re.Match[str], base: dt.date | None) -> Pair:
    """Resolve "last month", "this week", "next year" to the month or year that is certain."""
    if base is None:
        return None, None
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[match["which"].casefold()]
    unit = match["unit"].casefold()
    if unit == "week":
        return _both(_week_of(base + dt.timedelta(weeks=step)))
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return _both(f"{months // 12}-{months % 12 + 1:02d}")
    return _both(str(base.year + step))


def _year(match: re.Match[str], base: dt.date | None) -> Pair:
    return _both(match["year"])


def _both(date: str | None) -> Pair:
    return date, date


# Sentences that hold neither, as most do, name no date.
_MONTHS = Caseless(MONTH)
_TIMES = Caseless(r"\d|day|week|month|year|night|morning|noon|evening|morrow")


def _form(pattern: str, resolve: Resolve) -> tuple[Caseless, Resolve, Caseless]:
    """A form of dates, how to work it out, and what a sentence holds that has one."""
    return Caseless(pattern), resolve, _MONTHS if MONTH in pattern else _TIMES


_MONTH = rf"(?P<month>{MONTH})"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
# What may follow a bare number that is a day ("on May 3 and 4 in Oslo"), rather than a count ("12 and 13 soldiers").
_PLAIN_END = (
    r"(?=[.;:)]|,(?! ?\d)|$| (?:in|at|to|by|with|between|and|for|after|as|when|under|near|on|the|they|but|or)\b)"
)
# In order: what comes first takes its stretch of the text. A range is read as its last day.
_FORMS = (
    _form(rf"\b(?:from )?\d{{1,2}}(?: {MONTH})?(?: to |-|–| - | – | and ){_DAY} {_MONTH},? {_YEAR}\b", _full),
    _form(rf"\b(?:from )?\d{{1,2}}(?: {MONTH})?(?: to |-|–| - | – ){_DAY} {_MONTH}(?! \d{{4}})", _day_month),
    _form(rf"\b(?:from )?{_MONTH} \d{{1,2}}(?: to |-|–| - | – | and ){_DAY},? {_YEAR}\b", _full),
    _form(rf"\b(?:from )?{_MONTH} \d{{1,2}}(?: to |-|–| - | – | and ){_DAY}\b{_PLAIN_END}", _day_month),
    _form(rf"\b(?:(?:{_WEEKDAY}),? )?(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", _full),
    _form(rf"\b(?:(?:{_WEEKDAY}),? )?{_MONTH} (?:the )?{_DAY},? {_YEAR}\b", _full),
    _form(rf"\b{_YEAR}-(?P<m>0[1-9]|1[0-2])-{_DAY}\b", _iso),
    _form(rf"\b(?:the )?{_SPELT_DAY} (?:day )?(?:of )?{_MONTH},? {_YEAR}\b", _full),
    _form(rf"\b(?:the )?{_SPELT_DAY} (?:day )?of {_MONTH}(?! \d{{4}})", _day_month),
    _form(rf"\b{_MONTH} (?:the )?{_SPELT_DAY}\b", _day_month),
    _form(rf"\b(?:between|from) {MONTH}(?:,? \d{{4}})? (?:and|to|until) {_MONTH},? {_YEAR}\b", _month_year),
    _form(
        rf"\b(?P<which>)(?:in (?P<first>{MONTH}) (?P<and>and) |(?:from|between) (?P<second>{MONTH}) (?:to|and|until) )"
        rf"{_MONTH}(?!,? (?:of )?\d{{1,4}}| and)",
        _months,
    ),
    _form(rf"\b{_MONTH}(?=(?:, (?:{MONTH}))*,? (?:and|or) (?:{MONTH}),? (?:of )?{_YEAR}\b)", _month_year),
    _form(rf"\b(?:mid-|early |late )?{_MONTH},? (?:of )?{_YEAR}\b", _month_year),
    _form(rf"\b(?:(?:{_WEEKDAY}),? )?(?:the )?{_DAY} (?:of )?{_MONTH}(?! \d{{4}})", _day_month),
    _form(rf"\b(?:(?:{_WEEKDAY}),? )?{_MONTH} (?:the )?{_DAY}\b(?!,? \d{{4}}|[.,]\d)", _day_month),
    _form(rf"\b(?:on )?{_DAY}/(?P<m>0?[1-9]|1[0-2])\b(?!/)", _slashed),
    _form(rf"\bthe {_SPELT_DAY} of (?P<which>last|this|next) month\b", _this_month),
    _form(rf"\bthe {_DAY} of (?P<which>last|this|next) month\b", _this_month),
    _form(
        r"\bon the (?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b"
        r"(?=[,.;:)]|$| (?:and|in|at|to|of this|by|with|after|when|or)\b)",
        _bare_day,
    ),
    _form(rf"\b(?P<which>last |next |this |on )?(?P<weekday>{_WEEKDAY})s?(?:'s)?\b", _weekday),
    _form(r"\b(?:earlier |later )?(?:today|this (?:morning|afternoon|evening|noon|day)|tonight)\b", _shift(0)),
    _form(r"\b(?:the day before yesterday)\b", _shift(-2)),
    _form(r"\b(?:yesterday|last night)\b", _shift(-1)),
    _form(r"\btomorrow\b", _shift(1)),
    _form(rf"\b{_COUNT} (?P<unit>day|week|fortnight|month|year)s? ago\b", _ago),
    _form(rf"\b{_COUNT} (?P<unit>fortnight|month|year)s? (?:earlier|before|previously)\b", _ago),
    _form(r"\b(?P<which>last|this|next|past) (?P<unit>week|month|year)\b", _relative),
    _form(r"\b(?:at|over|during|on) the (?:past )?weekend\b|\blast weekend\b", _weekend),
    _form(
        rf"\b(?P<which>last |next |this )?(?:in |since |by |of |until |early |late |mid-|for |during "
        rf"|end of )(?:the (?:end|beginning|middle) of )?(?:last )?{_MONTH}\b",
        _month,
    ),
    _form(rf"\b(?P<which>last |next |this ){_MONTH}\b", _month),
    _form(r"\b(?:in|since|of|by|from|until|during|late|early|mid) (?P<year>(?:1[89]|20)\d\d)\b(?!-)", _year),
)
