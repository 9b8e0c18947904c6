"""Who is a person: adds people to a cast by full name and surname, and says which words are no names."""

import re

from detente.ontology.actors import resolve
from detente.reading.cast.nouns import NO_PERSON, ORGANISED
from detente.reading.cast.titles import OFFICES, PARTICLES, TITLE
from detente.reading.grammar.parser import Token, lemma, text_of
from detente.reading.rule import either, words
from detente.reading.who.mentions import Cast
from detente.reports.dateline import MONTHS, WEEKDAYS

# What may open a sentence before a name: "For Rudolf Rassendyll peace comes first".
LEADING = words(
    "For In On At To With Under As While When After Before Since And But Yet So If Though Although Both Only Even"
    " Like Unlike Without Against From By Then Now Later Earlier Meanwhile"
)
_CALENDAR = frozenset([*WEEKDAYS, *(names[0] for names in MONTHS)])
_TITLE = re.compile(TITLE)
_NO_NAME = re.compile(rf"\b(?:The|Red|{either(map(str.title, _CALENDAR))})\b")
# Words that are neither a first name nor a surname, whatever their capitals.
_COMMON = (
    words(
        "the a an in on at he she it they we i this that these but and for from east west north south northern southern"
        " eastern western central security government president minister state general secretary national united people"
        " house peace accord agreement treaty affairs foreign defence defense war"
    )
    | _CALENDAR
    | {noun.casefold() for noun in ORGANISED}
)
# Nouns for people, whomever they speak for.
_PERSONS = OFFICES | words(
    "chancellor king prince emir general official diplomat colonel senator mediator officer advisor captain"
    " admiral marshal brigadier corporal bishop lawyer governor speaker mayor judge queen sultan monarch emperor"
    " dictator ruler lawmaker member politician man woman successor predecessor host pope cleric warlord sheikh"
    " major professor mullah archbishop ayatollah patriarch princess"
)


def add_person(cast: Cast, person: str, party: str) -> None:
    """Add a person to a cast by the full name and the surname, unless one of them is known already.

    Parameters
    ----------
    cast
        The cast, changed in place.
    person
        The name as the text has it, titles and all.
    party
        For whom the person speaks.
    """
    parts = re.sub(r"'s?$", "", person.strip(" -,")).split()
    while parts and (_TITLE.fullmatch(parts[0]) or resolve(parts[0]) or is_common(parts[0]) or parts[0] in LEADING):
        parts = parts[1:]
    if (
        not parts
        or resolve(" ".join(parts))
        or _TITLE.fullmatch(" ".join(parts))
        or any(word.upper() == word and len(word) > 3 and "." not in word for word in parts)
    ):
        return
    surname = parts[-1]
    # "Peter van Holm" is "Van Holm" where the surname opens a sentence.
    particle = [f"{parts[-2].capitalize()} {surname}"] if len(parts) > 2 and parts[-2] in PARTICLES else []
    for name in (" ".join(parts), surname, *particle):
        if len(name) > 2 and name[0].isupper() and resolve(name) is None and not is_common(name):
            cast.learned.setdefault(name, party)
            cast.kinds.setdefault(name, "person")


def is_common(name: str) -> bool:
    """Return True for a word that is no name of a person."""
    return name.casefold() in _COMMON


def may_be_person(name: str) -> bool:
    """Return True for capitalised words that are neither a body nor a place nor a day."""
    return not (NO_PERSON.search(name) or _NO_NAME.search(name))


def party_of(cast: Cast, person: str) -> str | None:
    """Return the party for which somebody is known to speak, None where unknown."""
    found = [m for m in cast.mentions(person) if m.kind == "person"]
    return found[0].party if found else None


def is_person(cast: Cast, token: Token) -> bool:
    """True for people: learned names, titles, and proper names that stand for no known actor."""
    mention = next((m for m in cast.mentions(text_of(token.doc)) if m.start <= token.idx < m.end), None)
    if mention is not None:
        return mention.kind == "person"
    return token.pos_ == "PROPN" or lemma(token) in _PERSONS
