"""Parties that no table knows and the report itself brings in as negotiating: "talks between A and the B Front"."""

import re
from collections.abc import Iterator

from detente.ontology.actors import find_names, resolve
from detente.reading.cast.nouns import ORGANISED
from detente.reading.cast.titles import DEPARTMENT, HIGHEST, TITLED
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

_GROUP = either(ORGANISED)
_STATE = r"(?:[Gg]overnment|[Rr]epublic|[Kk]ingdom|[Ss]ultanate|[Aa]uthorities|[Ss]tate) of (?:the )?"
_OF = r"(?:government|authorities|army|delegation|rebels?|side|leadership)"
_SERVANTS = (
    rf"forces|troops|soldiers|negotiators?|officials|{HIGHEST}|chancellor|king|queen|parliament|cabinet|navy"
    rf"|ambassador|envoys?|delegates|ministry|{DEPARTMENT} (?i:minister|ministry)"
)
_WORD = r"[A-ZÀ-Þ][\w'’-]*[\w]"
_NAME = rf"{_WORD}(?: (?:(?:of|for|the|de) ){{0,2}}{_WORD}){{0,5}}"


def _party(group: str) -> str:
    return rf"(?:the )?(?P<{group}_of>{_STATE})?(?P<{group}>{_NAME})(?P<{group}_by> {_OF})?"


_DEALING = (
    r"(?:talks?|negotiations?|dialogue|meetings?|rounds?|session|summit|agreements?|accords?|truce|cease-?fire|treaty"
    r"|war|fighting|clashes|hostilities|conflict)"
)
_MET = (
    r"(?:have |has |had |will |are to |agreed to )?(?:meet|met|sign(?:ed)?|agreed|held|hold|opened|resumed?|began|begin"
    r"|reached|concluded|sat down|broke off|ended)\b"
)
# What a sentence holds that is looked at, and how it brings in two parties.
_INTRODUCED = tuple(
    (hint, re.compile(pattern))
    for hint, pattern in (
        (" between ", rf"\b(?i:{_DEALING})\b[^.;:\n]{{0,40}}? between {_party('one')} and {_party('other')}"),
        (" and ", rf"(?<![\w.] ){_party('one')} and {_party('other')} {_MET}"),
        (
            " with ",
            rf"{_party('one')} (?:has |have |had )?(?:held|opened|resumed|began|broke off|started) (?:\w+ )?"
            rf"(?:talks|negotiations) with {_party('other')}",
        ),
    )
)


def learn_negotiating(cast: Cast, text: str) -> None:
    """Add to a cast the parties that a report introduces as negotiating or at war, where no table has their names.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        Of the report, a sentence a line.

    Examples
    --------
    >>> cast = Cast()
    >>> learn_negotiating(cast, "Norway chaired the talks between the Ardan Front and the Government of Borland.")
    >>> sorted(cast.learned)
    ['Ardan Front', 'Borland']
    """
    for name, called in _introduced(text):
        known = resolve(name) or name in cast.learned or find_names(name)
        if not known and (called or _is_group(name) or _acts(name, text)):
            cast.learned[name] = name


def _introduced(text: str) -> Iterator[tuple[str, bool]]:
    """Names in the places of parties, and whether they are called a government, an army or the like."""
    for hint, pattern in _INTRODUCED:
        for match in (match for line in text.split("\n") if hint in line for match in pattern.finditer(line)):
            for group in ("one", "other"):
                called = bool(match[f"{group}_of"] or match[f"{group}_by"])
                name = re.sub(r"^(?:The|Both|Between) |['’]s?$", "", match[group])
                if len(name) > 2 and name not in _BARE:
                    yield name, called


# "The government and the Front": an article is no name.
_BARE = frozenset(["The", "Both", "This", "That", "These", "Its", "Their", "His", "Her", "Our", "Some", "Between"])


def _is_group(name: str) -> bool:
    return bool(re.search(rf" (?:{_GROUP})\b|\b(?:{_GROUP}) (?:of|for)\b", name))


def _acts(name: str, text: str) -> bool:
    """A single word that is named as a party is, never as a person is: by title, first name or surname."""
    if " " in name or re.search(
        rf"\b(?:{TITLED}|(?!(?:The|And|But|In|From|With|For)\b){_WORD}) {name}\b|\b{name} {_WORD}", text
    ):
        return False
    return bool(re.search(rf"\b{name}(?:['’]s)? (?:{_OF}|{_SERVANTS})\b|\b{_STATE}{name}\b", text))
