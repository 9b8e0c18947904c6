"""The article that an actor's name takes in an English sentence: the West, the United States, the RSF, but Russia."""

import re

# Common nouns that end (or, before "of", begin) a name and so call for an article.
_NOUNS = re.compile(
    "alliance|army|assembly|association|authority|bank|coalition|commission|commonwealth|community|conference|congress|"
    "contact group|council|court|emirates|federation|forces?|front|fund|government|initiative|islands|junta|kingdom|"
    "league|movement|nations|opposition|organi[sz]ation|parliament|party|quartet|rebels?|republic|states|taliban|union|"
    "viet (?:cong|minh)|khmer rouge|west|north|south|group|committee|agency|centre|center|forum",
    re.IGNORECASE,
)
_PLURAL_COUNTRIES = re.compile("bahamas|comoros|maldives|netherlands|philippines|(?:solomon|marshall) islands", re.I)
# People named by a plural: the Houthis, the Maoists, the Kosovo Albanians.
_PEOPLE = re.compile(r"[\w-]*(?:an|ist|thi|contra|serb|inista)s", re.I)
# A row of capitals is spelled out ("the RSF") unless it can be spoken as a word ("NATO", "GAM").
_CAPITALS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?")
_SPOKEN = re.compile(
    r"[B-DF-HJ-NP-TV-Z](?:[AEIOU]+[B-DF-HJ-NP-TV-Z])+[AEIOU]?|(?:[AEIOU]+[B-DF-HJ-NP-TV-Z]){2,}[AEIOU]?"
)
# Groups named by a plural; a name in small letters is one where its noun ends in s. A country or union is one thing
# whatever its name ends in ("the Netherlands", "the United Nations").
_MANY = re.compile(
    "allies|clans|factions|fighters|forces|groups|guerrillas|insurgents|islamists|leaders|militants|militias|powers|"
    "rebels|separatists|tribes|troops",
    re.IGNORECASE,
)
_AS_WORDS = frozenset({"ASEAN", "ECOWAS", "SADC", "SWAPO", "UNESCO", "UNRWA", "UNITA", "ETA", "HTS"})


def with_article(name: str) -> str:
    """Return a name as it stands inside a sentence: with "the" where English wants it.

    Parameters
    ----------
    name
        The name of an actor; one that has an article already is returned as it is.

    Examples
    --------
    >>> [with_article(name) for name in ("West", "United States", "RSF", "NATO", "Russia", "armed groups")]
    ['the West', 'the United States', 'the RSF', 'NATO', 'Russia', 'armed groups']
    """
    return f"the {name}" if _wants_article(name) else name


def is_plural(name: str) -> bool:
    """Return whether a name takes a verb in the plural.

    Parameters
    ----------
    name
        The name of an actor, with or without an article.

    Examples
    --------
    >>> [is_plural(name) for name in ("armed groups", "Houthis", "Rapid Support Forces", "United States", "Cyprus")]
    [True, True, True, False, False]
    """
    words = re.split(r"\s+(?:of|for|in|from)\s+", name.removeprefix("the "))[0].split()
    if not words:
        return False
    head = words[-1]
    if head.islower() and name[:1].islower():
        return bool(re.search("[^s]s$", head))
    return bool(_MANY.fullmatch(head) or _PEOPLE.fullmatch(head))


def told_by(source: str) -> str:
    """Return a source as it stands inside a sentence: a name with its article, an unnamed person with "a" or "an".

    Parameters
    ----------
    source
        The name of an actor, or the words for somebody unnamed.

    Examples
    --------
    >>> [told_by(source) for source in ("United States", "official", "western diplomat", "residents")]
    ['the United States', 'an official', 'a western diplomat', 'residents']
    """
    if source[:1].isupper() or source.endswith("s") or source.split()[-1:] == ["police"]:
        return with_article(source)
    return f"{'an' if source[:1] in 'aeiou' else 'a'} {source}"


def _wants_article(name: str) -> bool:
    words = name.split()
    if not words or not words[0][:1].isupper() or words[0].casefold() in ("a", "an", "the"):
        return False
    if _CAPITALS.fullmatch(name):
        return name not in _AS_WORDS and not _SPOKEN.fullmatch(name)
    if _PLURAL_COUNTRIES.fullmatch(name):
        return True
    head = re.split(r"\s+(?:of|for)\s+", name)[0].split()[-1]
    if len(words) == 1:
        return bool(_NOUNS.fullmatch(name) or _PEOPLE.fullmatch(name))
    last_two = " ".join(words[-2:])
    return bool(_NOUNS.fullmatch(head) or _NOUNS.fullmatch(last_two) or _PEOPLE.fullmatch(words[-1]))
