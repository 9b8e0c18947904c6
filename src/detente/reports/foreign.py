"""Which paragraphs of a report are in another language, and which language prevails in it."""

import functools
from collections import Counter
from collections.abc import Sequence

from detente.reports.headings import is_closed
from detente.reports.language import is_plainly_english, language, letters

Span = tuple[int, int]
# A report of whose letters less than this share is English is not read: what is left of it would be quotes.
_LEAST_ENGLISH = 1 / 3
# A shorter line is one by itself.
_WRAPPED = 40


def prevailing(text: str, kept: tuple[Span, ...]) -> str | None:
    """Return the language of a report, None where it is not sure; English where a third of it is.

    Parameters
    ----------
    text
        The whole text.
    kept
        Spans of the lines that are the report; all of the text without any.

    Returns
    -------
    str or None
        ISO 639-1 code.

    Examples
    --------
    >>> prevailing("Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir bientôt.", ())
    'fr'
    """
    counts = _counts(text, kept or ((0, len(text)),))
    others = Counter({code: count for code, count in counts.items() if code != "en"})
    if not others:
        return "en" if counts else None
    share = counts["en"] / counts.total()
    return "en" if share >= _LEAST_ENGLISH else others.most_common(1)[0][0]


@functools.lru_cache(maxsize=32)
def _counts(text: str, kept: tuple[Span, ...]) -> Counter[str]:
    """Return the letters of each language; those of paragraphs that are too short to tell are told together."""
    counts: Counter[str] = Counter()
    unsure: list[str] = []
    for said, code in _told(text, kept):
        if code is None:
            unsure.append(said)
        else:
            counts[code] += letters(said)
    rest = "\n".join(unsure)
    if code := language(rest):
        counts[code] += letters(rest)
    return counts


def foreign(text: str, kept: tuple[Span, ...]) -> tuple[Span, ...]:
    r"""Return the lines of an English report that are in another language.

    Parameters
    ----------
    text, kept
        As `prevailing`.

    Examples
    --------
    >>> said = "Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir bientôt."
    >>> text = f"They met in Oslo on Monday, the mayor of the town said, and agreed to meet again.\n{said}"
    >>> [text[start:end][:8] for start, end in foreign(text, ((0, 81), (82, len(text))))]
    ['Les deux']
    """
    if prevailing(text, kept) != "en":
        return ()
    groups = _paragraphs(text, kept)
    codes = (code for _, code in _told(text, kept))
    return tuple(span for group, code in zip(groups, codes, strict=True) if code not in (None, "en") for span in group)


def _told(text: str, kept: Sequence[Span]) -> list[tuple[str, str | None]]:
    paragraphs = (text[group[0][0] : group[-1][1]] for group in _paragraphs(text, kept))
    return [(said, "en" if is_plainly_english(said) else language(said)) for said in paragraphs]


def _paragraphs(text: str, kept: Sequence[Span]) -> list[list[Span]]:
    """Lines that somebody broke by hand are one paragraph: each by itself may be too short to tell."""
    groups: list[list[Span]] = []
    for start, end in kept:
        if groups and _is_broken(text, groups[-1][-1], start):
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _is_broken(text: str, before: Span, start: int) -> bool:
    gap = text[before[1] : start]
    near = not gap.strip() and gap.replace("\r\n", "\n").count("\n") == 1
    return near and before[1] - before[0] >= _WRAPPED and not is_closed(text[slice(*before)])
