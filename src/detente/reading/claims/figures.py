"""Numbers in a sentence, in digits and words, with unit and comparator."""

import itertools
import re
from dataclasses import dataclass

from detente.entries import Comparator
from detente.reading.caseless import Caseless

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_SMALL = {word: number for number, word in enumerate(_ONES)} | _TENS
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
    "dozen": 12,
    "m": 10**6,
    "bn": 10**9,
}
_FRACTIONS = {"half": 0.5, "third": 0.333, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "fourth": 0.25, "sixth": 0.167}

_PARTS = {"half": 0.5, "a": 0.25, "three": 0.75}
_SPELLS = {"hour": (60, "minutes"), "decade": (10, "years"), "century": (100, "years")}

_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_WORDS = rf"(?:(?:{_WORD})(?:[- ](?:{_WORD}))?|an?)(?:[- ](?:{_SCALE})s?(?: (?:and )?(?:{_WORD})(?:-(?:{_WORD}))?)?)*"
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+ \d/\d|\d+\.\d+|\d+"
_MONEY = r"(?:US\$|\$|€|£|USD |EUR )"
_SPELL = "hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)"
_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?P<money>{_MONEY})?(?P<digits>{_DIGITS})(?!:\d\d)(?:(?P<scale> ?(?:bn|m)\b"
    rf"|[ -](?:{_SCALE})s?\b)| ?(?P<percent>%|per ?cent|percent|pct))?(?![\w/]|[.,]\d)"
    rf"|(?<![\w-])(?P<andhalf>{_WORD}|an?) (?:and a half(?P<halfscale> (?:{_SCALE}))?"
    rf"|(?:{_SPELL}) and a half)\b"
    rf"|(?<![\w-])(?P<partof>half|a quarter of|three quarters of) an? (?P<spell>hour|decade|century)\b"
    rf"|(?<![\w-])(?<=\bthe )(?P<bare>million|thousand)(?= [a-z]*[A-Z]?\w+s\b)"
    rf"|(?<![\w-])(?P<numerator>an?|one|two|three|four|nine)[ -](?P<fraction>half|thirds?|quarters?|fifths?"
    rf"|tenths?)(?![\w-])"
    rf"|(?<![\w-])half an? (?P<halfof>{_SCALE})\b|(?<![\w-])(?P<half>half)(?= (?:of|the|its|their|for|to)\b)"
    rf"|(?<![\w-])(?P<inn>{_WORD})(?: [\w]+)? (?:in|out of) (?P<outof>two|three|four|five"
    rf"|six|ten|a hundred)\b(?! (?:days?|weeks?|months?|years?|hours?))"
    rf"|(?<![\w-])(?P<words>{_WORDS})(?P<wpercent> ?(?:per ?cent|percent|pct))?(?![\w])"
    r"(?!-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|-(?-i:[A-Z])[a-z]+ (?-i:[A-Z]))",
    re.IGNORECASE,
)
# "Hand over 120 men", "turned over 40 bodies": so many, not more.
_HANDING = ("hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning")
_NOT_HANDED = "".join(rf"(?<!{verb} )" for verb in _HANDING)
_PARTICLE = re.compile(r"over (?=[\w$€£])", re.IGNORECASE)
_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    (r"(?:(?:not|never|n't) (?:to )?exceed(?:ing)?|(?:no|not|n't) (?:be )?(?:more|longer|over|later) than)", "<"),
    (r"(?:no|not) (?:fewer|less|shorter) than", ">"),
    (
        rf"(?:(?:more|longer) than|{_NOT_HANDED}over|at least|upwards of|in excess of"
        r"|exceed(?:s|ed|ing)?|above|a minimum of|minimum)",
        ">",
    ),
    (
        r"(?:less than|fewer than|shorter than|under|up to|at most|nearly|almost|barely"
        r"|within|below|a maximum of|maximum|as (?:many|much) as|inside|not quite|just under|shy of)",
        "<",
    ),
    (
        r"(?:about|around|some|roughly|approximately|approx\.?|close to|an estimated|estimated|circa"
        r"|perhaps|in the region of|or so|more or less)",
        "~",
    ),
)
_BEFORE = tuple(
    (re.compile(rf"\b{words}(?: (?:a|an|the|another|further|its|their))?\s*$", re.IGNORECASE), sign)
    for words, sign in _COMPARATORS
)
_AFTER: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (re.compile(r"^(?: [\w-]+){0,2} (?:or more|and more|at (?:the very )?least|plus)\b|^\+", re.IGNORECASE), ">"),
    (re.compile(r"^(?: [\w-]+){0,2} (?:or (?:less|fewer)|at (?:the very )?most)\b", re.IGNORECASE), "<"),
    (re.compile(r"^(?: [\w-]+){0,1} or so\b|^, give or take", re.IGNORECASE), "~"),
)
_NOT_FIGURES = re.compile(
    r"(?:\b(?:articles?|resolutions?|paragraphs?|chapter|section|page|annex|protocol|room|compound|group"
    r"|flight|route|highway|road|camp|number|no|nos|nr|operation|unit|battalion|brigade"
    r"|division|phase|stage|point|item|part|day|aged?|tel|telex|channel|level|line|street|zone|area|count"
    r"|version|act|law|decree|table|figure|appendix)\.?|#)\s*$",
    re.IGNORECASE,
)


def without_particle(text: str, start: int) -> int:
    """Return where a phrase begins without the particle of a verb that stands before it.

    Parameters
    ----------
    text
        A sentence.
    start
        Where a phrase begins in it.

    Examples
    --------
    >>> text = "Norway will hand over 120 men"
    >>> text[without_particle(text, text.index("over")) :]
    '120 men'
    """
    particle = _PARTICLE.match(text, start)
    handed = text[:start].rstrip().rpartition(" ")[2].casefold() in _HANDING
    return particle.end() if particle and handed else start


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence.

    Parameters
    ----------
    start, end
        Character span of the number with its scale, in the sentence.
    value
        What it comes to.
    unit
        USD, EUR or share where the number itself says so, else "".
    comparator
        ``=`` ``>`` ``<`` ``~``.
    """

    start: int
    end: int
    value: float
    unit: str
    comparator: Comparator


def find_figures(text: str) -> list[Figure]:
    """Return the numbers in a sentence that can be figures; names with numbers and ordinals are passed over.

    Parameters
    ----------
    text
        One sentence.

    Examples
    --------
    >>> [(f.comparator, f.value, f.unit) for f in find_figures("Over four thousand men, about $7 billion, a quarter")]
    [('>', 4000.0, ''), ('~', 7000000000.0, 'USD'), ('=', 0.25, 'share')]
    """
    found = []
    for match in _NUMBER.finditer(text):
        value = _value(match)
        value = _single(text, match) if value is None else value
        if value is None or _NOT_FIGURES.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        if _on_the_clock(text, match) or (_unit(match) == "share" and _part_of_a_period(text, match)):
            continue
        found.append(Figure(match.start(), match.end(), value, _unit(match), _comparator(text, match)))
    return _ranges(text, found)


_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d{1,2})\b"
_CLOCK = Caseless(
    rf"\b(?:(?:a )?quarter (?:to|past)|half past|[\w-]+ minutes? (?:to|past)) {_HOUR}|^\d{{1,2}}\.\d{{2}}(?= [A-Z])"
)


def _on_the_clock(text: str, match: re.Match[str]) -> bool:
    """Read "at a quarter to ten", and "14.00" before what happened then, as times of day."""
    return any(clock.start() <= match.start() < clock.end() for clock in _CLOCK.finditer(text))


_PERIOD = (
    r"(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|year|month|week"
    r"|decade|century|season)\b"
)
_WHICH_HALF = re.compile(r"\b(?:first|second|third|fourth|last|latter|former|early|late|other) $", re.IGNORECASE)
_OF_A_PERIOD = re.compile(rf" of (?:the |this |that |last |next )?{_PERIOD}", re.IGNORECASE)


def _part_of_a_period(text: str, match: re.Match[str]) -> bool:
    """Read "in the second half of 2024" as a date, and "the other half" as no share that anybody counted."""
    return bool(_WHICH_HALF.search(text[: match.start()]) or _OF_A_PERIOD.match(text, match.end()))


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        value = _from_digits(match["digits"])
        scale = (match["scale"] or "").strip(" -").casefold()
        value *= _SCALES.get(scale.removesuffix("s"), _SCALES.get(scale, 1))
        return value / 100 if match["percent"] else value
    if match["fraction"]:
        part = _FRACTIONS[match["fraction"].casefold().removesuffix("s")]
        number = {"a": 1, "an": 1}.get(match["numerator"].casefold(), _SMALL.get(match["numerator"].casefold(), 1))
        return 0.667 if number == 2 and part == 0.333 else round(number * part, 3)
    if match["bare"]:
        return float(_SCALES[match["bare"].casefold()])
    if match["andhalf"]:
        whole = _SMALL.get(match["andhalf"].casefold(), 1)
        return (whole + 0.5) * _SCALES.get((match["halfscale"] or "").strip().casefold(), 1)
    if match["partof"]:
        return _PARTS[match["partof"].split()[0].casefold()] * _SPELLS[match["spell"].casefold()][0]
    if match["halfof"]:
        return _SCALES[match["halfof"].casefold()] / 2
    if match["half"]:
        return 0.5
    if match["inn"]:
        return round(_SMALL[match["inn"].casefold()] / _SMALL.get(match["outof"].casefold(), 100), 3)
    total = _from_words(match["words"])
    return total / 100 if total is not None and match["wpercent"] else total


_ONE_OF_TIME = re.compile(
    r" (?:hour|day|week|month|year|fortnight|decade|kilomet(?:er|re)|mile)\b(?! (?:ago|earlier|before|after|later))",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:barely|about|nearly|almost|over|than|within|for|lasted|least|after|some|around|just"
    r"|under) $",
    re.IGNORECASE,
)


def _single(text: str, match: re.Match[str]) -> float | None:
    """Read "Barely an hour": an article counts one where a length of time is measured."""
    article = (match["words"] or "").casefold() in ("a", "an")
    return (
        1.0 if article and _ONE_OF_TIME.match(text[match.end() :]) and _MEASURED.search(text[: match.start()]) else None
    )


def _from_digits(digits: str) -> float:
    fraction = re.fullmatch(r"(\d+) (\d)/(\d)", digits)
    if fraction:
        return int(fraction[1]) + int(fraction[2]) / max(1, int(fraction[3]))
    return float(re.sub(r"[, ]", "", digits))


def _from_words(words: str) -> float | None:
    """Add up "four thousand two hundred and six"; a lone article is no number."""
    parts = [
        part.removesuffix("s") if part.removesuffix("s") in _SCALES else part
        for part in re.split(r"[- ]", words.casefold())
    ]
    if parts in (["a"], ["an"]):
        return None
    total = current = 0.0
    for part in parts:
        if part in _SMALL:
            current += _SMALL[part]
        elif part in ("a", "an"):
            current += 1
        elif part in _SCALES:
            current = max(current, 1) * _SCALES[part]
            if _SCALES[part] >= 1000:
                total, current = total + current, 0.0
    return total + current


def _unit(match: re.Match[str]) -> str:
    if match["money"]:
        return "EUR" if match["money"].strip() in ("€", "EUR") else "" if match["money"] == "£" else "USD"
    if match["partof"]:
        return _SPELLS[match["spell"].casefold()][1]
    if match["percent"] or match["fraction"] or match["half"] or match["inn"] or match["wpercent"]:
        return "share"
    return ""


# "Spent over two weeks" may be "throughout", where nothing measures: "lasted over two weeks" is "longer than".
_THROUGHOUT = re.compile(r"\bover (?:the |a period of |its |their )?$", re.IGNORECASE)
_MEASURING = re.compile(
    r"\b(?:for|in|after|than|of|last(?:s|ed|ing)?|t(?:a|oo)k(?:es?|ing)?|spent|with|every|just|well) over $",
    re.IGNORECASE,
)
_STRETCH = re.compile(rf"[ -](?:{_SPELL})s?\b", re.IGNORECASE)


def _comparator(text: str, match: re.Match[str]) -> Comparator:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :][:60]
    if _STRETCH.match(after) and _THROUGHOUT.search(before) and not _MEASURING.search(before):
        return "="
    for pattern, sign in _AFTER:
        if pattern.search(after):
            return sign
    return next((sign for pattern, sign in _BEFORE if pattern.search(before)), "=")


def _ranges(text: str, figures: list[Figure]) -> list[Figure]:
    """Read "five to eight years" as at least five and at most eight."""
    for i, (low, high) in enumerate(itertools.pairwise(figures)):
        gap = text[low.end : high.start]
        opened = re.search(r"\b(?:between|from)\s*$", text[max(0, low.start - 12) : low.start], re.IGNORECASE)
        among = re.match(r"\d*\D*? (?:in|out of) (\w+)", text[high.start : high.end])
        if gap.strip() == "or" and among and high.unit == "share" and not low.unit:
            low = Figure(low.start, low.end, round(low.value / _SMALL.get(among[1].casefold(), 100), 3), "share", ">")
        if low.value < high.value and (re.fullmatch(r"\s*(?:to|–|-|or)\s*", gap) or (opened and gap.strip() == "and")):
            unit = low.unit or high.unit
            scale = high.value if low.value * 1000 <= high.value else 1
            figures[i] = Figure(
                low.start, low.end, low.value if scale == 1 else low.value * _magnitude(high.value), unit, ">"
            )
            figures[i + 1] = Figure(high.start, high.end, high.value, unit, "<")
    return figures


def _magnitude(value: float) -> float:
    return 1e9 if value >= 1e9 else 1e6 if value >= 1e6 else 1e3
