"""Tells the report from what stands around it: menus, captions, promotion, author notes, comments, repeats.

The rules look at whole lines. Each is general to news pages copied as text; when in doubt a line is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reports.dateline import find_date
from detente.reports.headings import is_closed, is_open
from detente.reports.report import Dropped


@dataclass(frozen=True, slots=True)
class Line:
    """One line with text in it.

    Parameters
    ----------
    start, end
        Character span without the white space around it.
    text
        The characters of that span.
    """

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def prose(self) -> bool:
        """True for a line that reads as running text: a full sentence of some length."""
        return self.words >= 12 and self.text.rstrip("\"'”’)]»")[-1:] in ".!?:"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text.

    Parameters
    ----------
    title
        The headline, or "".
    kept
        Spans of lines that are the report, in order; never empty.
    dropped
        Spans that are not.
    """

    title: str
    kept: tuple[tuple[int, int], ...]
    dropped: tuple[Dropped, ...]


# After such a heading nothing belongs to the report.
_ENDS = re.compile(
    r"(?:leave a (?:reply|comment)|(?:\d+ )?comments?(?: \(\d+\))?:?|join the (?:conversation|discussion)"
    r"|about the authors?:?.*"
    r"|notes? to editors:?.*|for media (?:enquiries|inquiries).*|press contacts?:?.*|(?:media"
    r"|press) (?:office|enquiries):?.*"
    r"|post a comment|share your (?:thoughts|views).*)",
    re.IGNORECASE,
)
# Such a heading opens a list of links: it goes, with the short lines under it.
_LIST_HEADS = re.compile(
    r"(?:you (?:may|might) also (?:like|enjoy)|related(?: (?:stories|articles|topics|content|news|posts))?"
    r"|most (?:read|popular|viewed)"
    r"|more (?:on this story|from [^.]{1,30}|stories|news)|recommended(?: for you)?|trending(?: now)?"
    r"|latest (?:news|stories)|read (?:next|also)"
    r"|editors?['’]?s? picks?|popular (?:now|stories)|see also|top stories|what to read next|in other news"
    r"|elsewhere on [^.]{1,30}):?",
    re.IGNORECASE,
)
# Lines that are never a report's own, whatever stands around them.
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("menu", r"skip to (?:main )?content.*"),
        ("menu", r"you are here:.*|.*\bcookies?\b.*\b(?:accept|settings|consent|preferences)\b.*"),
        (
            "menu",
            r"(?:home|menu|search|news|login|log in|back to top|close|print|share|tweet|email|e-mail|next"
            r"|previous|advertisement|sponsored(?: content)?|breaking news|live updates)",
        ),
        ("menu", r"(?:e-?mail|share|print|tweet|send) this\b.*"),
        ("menu", r"terms(?: of use)? \|.*|.*\ball rights reserved\b.*|©.*|(?:\(c\)|copyright) (?:19|20)\d\d\b.*"),
        ("menu", r"this page (?:refreshes|reloads|updates).*"),
        ("promotion", r"(?:>+ ?|» ?|→ ?)?(?:read|see|listen|watch)(?: (?:more|next|also|here))?: .*"),
        ("promotion", r"(?:>>|»|→).*"),
        ("promotion", r"(?:follow|like|join|find) us (?:on|at)\b.*"),
        (
            "promotion",
            r"(?:sign up|subscribe|register)\b.*(?:\b(?:newsletter|briefing|inbox|plan|account|access"
            r"|alerts?|today|now)\b|[!.]).*",
        ),
        (
            "promotion",
            r"(?:by (?:subscribing|signing up)|you can (?:unsubscribe|withdraw your consent)"
            r"|enter your e-?mail|already a (?:member|subscriber)).*",
        ),
        (
            "promotion",
            r"(?:support (?:our|independent) (?:journalism|work)|donate (?:now|today)|become a (?:member"
            r"|subscriber|supporter)).*",
        ),
        ("promotion", r"latest: .*\+\+\+.*"),
        (
            "promotion",
            r"our community starts with you.*|got a (?:question|tip|story)\b.*\?.*|(?:write"
            r"|send) to the usual address.*",
        ),
        (
            "caption",
            r"\[?(?:file )?(?:photo|picture|image|photograph|video|map|graphic|illustration|caption"
            r"|credit)s?(?: (?:credit|by|courtesy))?:.*",
        ),
        (
            "caption",
            r"(?:file (?:photo|picture|image)|getty images|reuters/.*|ap photo/.*|©.*|.{1,60} / (?:afp"
            r"|reuters|ap|epa|getty(?: images)?))",
        ),
        ("caption", r"\[(?:photo|picture|image|video|map)\b.*\]"),
        ("byline", r"by [^.]{3,60} \| .*|.*\b\d+ min(?:ute)?s? read\b.*"),
        (
            "comments",
            r"(?:you must be|please) (?:logged|log) in to .*|(?:be the first to comment|subscribe to any plan\b).*",
        ),
    )
)
# Longer than every notice seen; matching patterns with two gaps takes time with the square of the length.
_LONGEST_NOTICE = 2_000
_CREDIT = re.compile(r"(?:photo|picture|image|photograph)s?(?: (?:credit|by|courtesy))?:.*", re.IGNORECASE)
_BIO = re.compile(
    r"(?:(?:[A-Z][\w.'’-]+ ){1,4}|the (?:author|writer) |our (?:reporter|correspondent|author) |[Ss]?he )"
    r"(?:is|was|has been|covers|reports|covered|writes|teaches|works)\b.{0,60}?"
    r"\b(?:journalist|reporter|correspondent|columnist|writer|editor|fellow|analyst|professor|lecturer"
    r"|author|researcher|freelancer?|historian"
    r"|contributor|covers?|writes?|teaches)\b.*",
)
# Share of the lines, from the end, in which an author's note can stand.
_BIO_SHARE = 0.75
_CAPTION_WORDS = 25
_HEADING_LINES = 3


def split(text: str, title: str | None = None) -> Layout:
    r"""Return which lines of a text are the report.

    Parameters
    ----------
    text
        The whole text.
    title
        Its headline, where known from elsewhere.

    Examples
    --------
    >>> text = "Truce holds\n\nYou may also like\n\nBoth sides kept quiet.\n\nLeave a Reply\n\nfirst!"
    >>> layout = split(text)
    >>> [text[a:b] for a, b in layout.kept], [d.reason for d in layout.dropped]
    (['Truce holds', 'Both sides kept quiet.'], ['promotion', 'comments', 'comments'])
    """
    lines = list(text_lines(text))
    reasons = _reasons(lines)
    if not any(reason is None for reason in reasons):
        reasons = [None] * len(lines)
    kept = _one_headline(text, [line for line, reason in zip(lines, reasons, strict=True) if reason is None])
    dropped = (Dropped(line.start, line.end, reason) for line, reason in zip(lines, reasons, strict=True) if reason)
    return Layout(title or _title(kept), tuple((line.start, line.end) for line in kept), tuple(dropped))


def text_lines(text: str) -> Iterator[Line]:
    """Yield the lines that have text, with their spans."""
    for match in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+", text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            yield Line(start, start + len(stripped), stripped)


def _reasons(lines: list[Line]) -> list[str | None]:
    reasons: list[str | None] = [_of_line(line) for line in lines]
    _mark_lists(lines, reasons)
    _mark_captions(lines, reasons)
    _mark_bios(lines, reasons)
    _mark_repeats(lines, reasons)
    _mark_end(lines, reasons)
    return reasons


def _of_line(line: Line) -> str | None:
    if len(line.text) > _LONGEST_NOTICE:
        return None
    if _is_row(line.text) or _is_trail(line.text):
        return "menu"
    return next((reason for reason, pattern in _LINES if pattern.fullmatch(line.text)), None)


def _is_row(text: str) -> bool:
    """Four and more short items set apart by wide gaps."""
    return _are_items(re.split(r" {2,}|\t", text), least=4, longest=30)


def _is_trail(text: str) -> bool:
    """Three and more short items set apart by a sign: "Home > News > Africa"."""
    return _are_items(re.split(r" [>|»›·•/] ", text), least=3, longest=40)


def _are_items(items: list[str], *, least: int, longest: int) -> bool:
    return len(items) >= least and all(0 < len(item) <= longest and not re.search(r"[.?!>|]", item) for item in items)


def _mark_lists(lines: list[Line], reasons: list[str | None]) -> None:
    inside = False
    for i, line in enumerate(lines):
        if _LIST_HEADS.fullmatch(line.text):
            inside, reasons[i] = True, "promotion"
        elif inside and not line.prose and (i == 0 or _is_link(line)):
            reasons[i] = reasons[i] or "promotion"
        else:
            inside = False


def _is_link(line: Line) -> bool:
    return line.words <= 14 and (line.text[-1:] not in ".!" or bool(re.match(r"(?:[-*•>–]|\d+[.)])\s", line.text)))


def _mark_captions(lines: list[Line], reasons: list[str | None]) -> None:
    """Above a photo's credit stand its caption and often its alternative text."""
    for i, line in enumerate(lines):
        if not _CREDIT.fullmatch(line.text):
            continue
        if i > 1 and lines[i - 1].words <= _CAPTION_WORDS:
            reasons[i - 1] = reasons[i - 1] or "caption"
            if i > 2 and lines[i - 2].words <= _CAPTION_WORDS and lines[i - 2].text[-1] not in ".!?":
                reasons[i - 2] = reasons[i - 2] or "caption"


def _mark_bios(lines: list[Line], reasons: list[str | None]) -> None:
    for i in range(int(len(lines) * _BIO_SHARE), len(lines)):
        if _BIO.fullmatch(lines[i].text) and i > 2:
            reasons[i] = reasons[i] or "author"


def _mark_repeats(lines: list[Line], reasons: list[str | None]) -> None:
    seen: set[str] = set()
    for i, line in enumerate(lines):
        folded = " ".join(line.text.casefold().split())
        if folded in seen and line.words >= 5 and reasons[i] is None:
            reasons[i] = "repeat"
        if reasons[i] is None:
            seen.add(folded)


def _mark_end(lines: list[Line], reasons: list[str | None]) -> None:
    for i, line in enumerate(lines):
        if i >= 2 and _ENDS.fullmatch(line.text):
            for j in range(i, len(lines)):
                reasons[j] = reasons[j] or "comments"
            return


def _title(kept: list[Line]) -> str:
    if len(kept) < 2:
        return ""
    first = kept[0]
    headline = first.words <= 25 and not (first.prose and first.text.endswith(".")) and find_date(first.text) is None
    return first.text if headline else ""


def _one_headline(text: str, kept: list[Line]) -> list[Line]:
    """Take lines at the top that are one heading for one line: they follow each other, with room around them."""
    count = 1
    while count < min(len(kept), _HEADING_LINES) and _goes_on(text, kept[count - 1], kept[count]):
        count += 1
    alone = (
        count < len(kept) and not _follows(text, kept[count - 1], kept[count]) and not is_closed(kept[count - 1].text)
    )
    if count == 1 or not alone:
        return kept
    start, end = kept[0].start, kept[count - 1].end
    return [Line(start, end, " ".join(text[start:end].split())), *kept[count:]]


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """True for the second line of a heading: without a word in a small letter, or one that is asked for, it is none."""
    asked = line.text[0].islower() or is_open(before.text)
    return _follows(text, before, line) and asked and not is_closed(before.text) and find_date(line.text) is None


def _follows(text: str, before: Line, line: Line) -> bool:
    return len(re.findall(r"\r\n|[^\S \t]", text[before.end : line.start])) == 1
