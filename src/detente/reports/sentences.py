"""Splits a report into sentences with exact spans."""

import functools
import re
from collections.abc import Iterator

from detente.reports.dateline import OPENING
from detente.reports.report import Part, Report, Sentence

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cpl",
        "sgt",
        "adm",
        "brig",
        "sen",
        "rep",
        "gov",
        "pres",
        "hon",
        "rev",
        "st",
        "sr",
        "jr",
        "no",
        "nos",
        "vs",
        "etc",
        "cf",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "u.s",
        "u.n",
        "u.k",
        "e.u",
        "d.c",
        "a.m",
        "p.m",
        "i.e",
        "e.g",
        "ph.d",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "art",
        "para",
        "fig",
        "vol",
        "ed",
        "m",
        "mm",
        "messrs",
    ]
)
# Ends a sentence only where a new one clearly follows: "at 4 p.m. The" against "Feb. 23".
_WEAK = frozenset(["a.m", "p.m", "u.s", "u.n", "u.k", "e.u", "inc", "ltd", "co", "corp", "etc", "d.c"])
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "on",
        "in",
        "at",
        "for",
        "after",
        "before",
        "under",
        "his",
        "her",
        "its",
        "their",
        "both",
        "neither",
        "no",
        "as",
        "when",
        "while",
        "meanwhile",
        "however",
        "according",
        "also",
        "there",
        "if",
    ]
)
_END = re.compile(r"(?P<dots>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s+(?P<next>[\"'“‘«(\[]*\S))")
_SPACE = re.compile(r"\s*")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘—–]*$")
_NEXT_WORD = re.compile(r"\s*(?P<word>[\w’']+)")
# No abbreviation is longer; without a bound a text of dots takes time with the square of its length.
_LONGEST_WORD = 40
_HARD_WRAP = 55
MAX_SENTENCE = 1500
_STANDFIRST_WORDS = 45


def sentences(report: Report) -> list[Sentence]:
    """Return the sentences of a report, in order, only from what is kept of it.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    list of Sentence
        `text` is exactly the report's characters from `start` to `end`; a headline is one sentence.

    Examples
    --------
    >>> from detente.reports import report_from_text
    >>> [s.text for s in sentences(report_from_text("Gen. Nam Il came at 4 p.m. on Friday. He left."))]
    ['Gen. Nam Il came at 4 p.m. on Friday.', 'He left.']
    """
    return list(_cached(report))


@functools.lru_cache(maxsize=32)
def _cached(report: Report) -> tuple[Sentence, ...]:
    paragraphs = _paragraphs(report)
    return tuple(
        Sentence(start, end, report.text[start:end], number, part)
        for number, (a, b) in enumerate(paragraphs)
        for part in [_part(report, paragraphs, number)]
        for first, last in ([(a, b)] if part == "headline" else _split(report.text, a, b))
        for start, end in _cut(report.text, first, last)
    )


def _paragraphs(report: Report) -> list[tuple[int, int]]:
    """Lines are paragraphs, except where a hard-wrapped line runs on into the next one."""
    joined: list[tuple[int, int]] = []
    kept = report.kept or (((0, len(report.text)),) if report.text.strip() else ())
    for start, end in kept:
        if joined and _runs_on(report.text, joined[-1], start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs_on(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    gap = text[before[1] : start]
    last_line = text[before[0] : before[1]].rsplit("\n", 1)[-1]
    single = gap.count("\n") == 1 and gap.strip() == ""
    return single and len(last_line) >= _HARD_WRAP and last_line[-1] not in '.!?:;"”’' and text[start].islower()


def _part(report: Report, paragraphs: list[tuple[int, int]], number: int) -> Part:
    text = report.text[slice(*paragraphs[number])]
    if number == 0 and report.title and _opens_with_title(report, paragraphs):
        return "headline"
    if number != 1 or not report.title or len(paragraphs) < 4 or not _opens_with_title(report, paragraphs):
        return "body"
    following = report.text[slice(*paragraphs[2])]
    short = 6 <= len(text.split()) <= _STANDFIRST_WORDS and len(text) < len(following)
    return "standfirst" if short and not re.search(r"\b(?:19|20)\d\d\b", text) else "body"


def _opens_with_title(report: Report, paragraphs: list[tuple[int, int]]) -> bool:
    return report.text[slice(*paragraphs[0])].split() == report.title.split()


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    dateline = OPENING.match(text, start, end)
    if dateline and dateline.end() < end:
        yield start, start + len(dateline[0].rstrip())
        begin = dateline.end()
    for match in _END.finditer(text, begin, end):
        if _ends(text, begin, match):
            yield begin, match.end()
            begin = _after_space(text, match.end(), end)
    if begin < end and text[begin:end].strip():
        yield begin, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is no sentence any more: parsing takes longer than the length, and nobody writes such sentences."""
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start, start + MAX_SENTENCE)
        stop = space if space > start else start + MAX_SENTENCE
        yield start, stop
        start = _after_space(text, stop, end)
    if start < end:
        yield start, end


def _after_space(text: str, start: int, end: int) -> int:
    """Where the white space that begins at `start` ends; looks at it alone, however long the text is."""
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    following = match["next"].lstrip("\"'“‘«([")
    if following and following[0].islower():
        return False
    if match["dots"] != "." or match["close"]:
        return True
    word = _LAST_WORD.search(text, max(begin, match.start("dots") - _LONGEST_WORD), match.start("dots"))
    token = (word[0] if word else "").casefold()
    if token in _WEAK:
        next_word = _NEXT_WORD.match(text, match.end())
        return bool(next_word and next_word["word"].casefold() in _STARTERS)
    if token in _ABBREVIATIONS or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", token):
        return False
    # "1." and "(a)." number an item of a list.
    return not re.fullmatch(r"\d{1,3}|[ivx]+", token) or match.start("dots") - begin > 4
