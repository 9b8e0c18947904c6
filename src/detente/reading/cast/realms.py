"""States that no table knows and the report brings in by their organs: "the army of Arland", "Arlandian troops"."""

import re
from collections import Counter

from detente.ontology.actors import find_names, resolve
from detente.reading.cast.nouns import DOCUMENTS, NO_PERSON
from detente.reading.cast.persons import is_common
from detente.reading.cast.titles import DEPARTMENT, HIGHEST
from detente.reading.rule import words
from detente.reading.who.mentions import Cast

# What a state has and hardly anybody else.
_ORGAN = (
    rf"(?:[Gg]overnment|[Aa]rmy|[Aa]rmed [Ff]orces|[Nn]avy|[Aa]ir [Ff]orce|[Cc]abinet|[Jj]unta|{HIGHEST}|[Kk]ing"
    rf"|[Qq]ueen|[Ee]mperor|{DEPARTMENT} (?:[Mm]inister|[Mm]inistry)|[Rr]epublic|[Kk]ingdom|[Ss]ultanate|[Pp]arliament)"
)
_NAME = r"[A-ZÀ-Þ][a-zà-þ]{3,}(?: [A-ZÀ-Þ][a-zà-þ]{3,})?"
_OF_NAME = re.compile(rf"\b{_ORGAN}s? of (?:the )?(?P<name>{_NAME})\b(?! (?:and|or) [A-Z]\w+ (?:of|affairs)\b)")
_OWN = re.compile(rf"\b(?P<name>{_NAME})['’]s? (?:[a-z]+ ){{0,2}}?{_ORGAN}\b")
_ENDING = r"(?:ian|an|ese|ish|i|ic)"
_BY_ADJECTIVE = re.compile(rf"\b[Tt]he (?P<name>[A-ZÀ-Þ][a-zà-þ]+{_ENDING}s?) (?:[a-z]+ ){{0,1}}?{_ORGAN}\b")
_BELIEFS = words("christian islamic catholic democratic republican african asian arctic european american anglican")
# The name of a town, an institution or a people's church has presidents and kings as well.
_NO_STATE = words("republic kingdom university company bank church assembly council court house state states")
# Letters of a name that its adjective keeps: "Arland", "Arlander"; "Marovia", "Marovian".
_STEM = 4
# Times that a report must speak of a state by an organ or an adjective.
_ENOUGH = 2


def learn_realms(cast: Cast, text: str) -> None:
    """Add to a cast the states that no table knows, with the adjective that is made of their name.

    Parameters
    ----------
    cast
        The cast, changed in place.
    text
        The sentences of the report, one a line.

    Examples
    --------
    >>> cast = Cast()
    >>> learn_realms(cast, "The army of Arlandia shelled the town. Arlandian troops moved in.")
    >>> sorted(cast.learned.items())
    [('Arlandia', 'Arlandia'), ('Arlandian', 'Arlandia'), ('Arlandians', 'Arlandia')]
    """
    for name, adjective in _named_by_adjective(cast, text).items():
        _learn(cast, name, [adjective])
    told = Counter(match["name"] for pattern in (_OF_NAME, _OWN) for match in pattern.finditer(text))
    for name, number in told.items():
        if _may_be_state(cast, name):
            own = _adjectives(name, text)
            if number + sum(own.values()) >= _ENOUGH:
                _learn(cast, name, list(own))


def _adjectives(name: str, text: str) -> Counter[str]:
    """The adjectives that are made of a name, with how often they stand in the text."""
    stem = re.escape(name[: max(_STEM, len(name) - 3)])
    found = re.findall(rf"\b({stem}[a-zà-þ]{{0,5}}?{_ENDING})s?\b", text)
    return Counter(each for each in found if each != name)


def _named_by_adjective(cast: Cast, text: str) -> dict[str, str]:
    """Read "crossed into Arlandia, the Arlandian government said": the name itself stands alone, never by another."""
    found: dict[str, str] = {}
    for adjective in {match["name"].removesuffix("s") for match in _BY_ADJECTIVE.finditer(text)}:
        if (
            find_names(adjective)
            or is_common(adjective)
            or adjective.casefold() in _BELIEFS
            or adjective in cast.learned
        ):
            continue
        stem = re.escape(adjective[: max(_STEM, len(adjective) - 4)])
        names = set(re.findall(rf"(?:^|(?<=[a-z,;:] ))({stem}[a-z]{{0,4}})\b(?! [A-Z])", text, re.MULTILINE))
        names = {
            name
            for name in names
            if _is_made_of(name, adjective) and _may_be_state(cast, name) and not re.search(rf"\b{name} [A-Z]", text)
        }
        if len(names) == 1:
            found[names.pop()] = adjective
    return found


def _learn(cast: Cast, name: str, adjectives: list[str]) -> None:
    cast.states.add(name)
    cast.learned[name] = name
    for adjective in adjectives:
        for form in (adjective, *([] if adjective.endswith(("s", "sh", "ese")) else [f"{adjective}s"])):
            if resolve(form) is None and form not in cast.learned:
                cast.learned[form] = name
                cast.kinds[form] = "people"


def _may_be_state(cast: Cast, name: str) -> bool:
    return not (
        resolve(name)
        or name in cast.learned
        or find_names(name)
        or DOCUMENTS.search(name)
        or NO_PERSON.search(name)
        or any(is_common(word) or word.casefold() in _NO_STATE for word in name.split())
    )


def _is_made_of(name: str, adjective: str) -> bool:
    stem = max(_STEM, len(name) - 3)
    return adjective != name and adjective[:stem] == name[:stem] and len(adjective) <= len(name) + 4
