"""Where something happened, as the text names the place."""

import re
from collections.abc import Sequence

from detente.ontology.actors import resolve
from detente.reading.frame import Frame
from detente.reading.grammar.clauses import in_clause_of, of_another_clause
from detente.reading.grammar.parser import Token, lemma, token_at
from detente.reading.meetings.words import TALK_NOUNS
from detente.reading.who.mentions import Mention
from detente.reports.dateline import MONTH_NUMBER, WEEKDAYS

# What a name of a place may follow: "in the Ruritanian resort of Streslau", "at a monastery near Zenda".
_SORT = (
    r"city|town|village|port|capital|island|district|province|region|camp|hotel|castle|palace|château|chateau|suburb"
    r"|resort|spa|estate|monastery|base|villa|valley|oasis|harbour|harbor|peninsula|state|emirate|sultanate|kingdom"
)
_PLACE = re.compile(
    r"(?<![\w-])(?P<how>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|around|to|from|on) (?:the )?"
    rf"(?:(?:(?:the|a|its|their) )?(?:[\w-]+ ){{0,4}}?(?:{_SORT})(?: city| town| resort| complex)? "
    r"(?:of|near|outside|called) (?:the )?"
    r"|(?:occupied|southern|northern|eastern|western|central|nearby|neighbouring|neighboring) )?"
    r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: (?:(?:es|de|la|el|al|du|sur) ){0,2}[A-ZÀ-Þ][\w'’-]+)*)"
)
# "in the Ruritanian capital", "in Ruritania's capital": the city is known by its state.
_CAPITAL = re.compile(
    r"\b[Ii]n (?:the )?(?P<state>[A-ZÀ-Þ][\w ’'-]{2,30}?)(?:'s)? capital\b(?!,? (?:city )?(?:of )?[A-Z])"
)
# "Lillehammer, a small town in Norway": the second only says where the first one lies.
_WITHIN = re.compile(r", (?:a|an|the|its) [a-z -]{2,40} ")
_NOT_PLACES = frozenset(
    [
        "the",
        "a",
        "government",
        "council",
        "army",
        "war",
        "president",
        "minister",
        "party",
        "un",
        "u.n",
        "eu",
        "nato",
        "twitter",
        "x",
        "telegram",
        "facebook",
        "january",
        "security",
        "general",
        "assembly",
        "parliament",
        "congress",
        "commission",
        "agreement",
        "protocol",
        "accord",
        "court",
        "article",
        "resolution",
        "operation",
    ]
)


def place_in(frame: Frame, token: Token | None = None, near: int | None = None) -> str | None:
    """Return the place nearest to a predicate in its sentence, None where no place is named.

    Parameters
    ----------
    frame
        The sentence.
    token
        The predicate; None for the first place.
    near
        Where the place is to be looked for, None for at the predicate.
    """
    text = frame.text
    mentions = frame.resolver.cast.mentions(text)
    persons = [(m.start, m.end) for m in mentions if m.kind in ("person", "people", "metonym", "leader")]
    found: list[tuple[int, str]] = []
    for match in _PLACE.finditer(text):
        start, name = match.start("place"), _its_own(match["place"], match.start("place"), mentions)
        if not _may_be(name, match["how"], text[match.end() :]) or any(
            a < start + len(name) and start < b for a, b in persons
        ):
            continue
        if not (found and _WITHIN.fullmatch(text[found[-1][0] + len(found[-1][1]) : match.start()])):
            found.append((start, name))
    found += _capitals(text)
    if not found:
        return None
    if token is not None:
        found = [each for each in found if not _of_another_clause(frame, each, token)]
    at = near if near is not None else token.idx if token is not None else 0
    apart = {item: (_of_somebody(frame, item), token is not None and _further(frame, item, token)) for item in found}
    place = min(found, key=lambda item: (*apart[item], abs(item[0] - at)), default=(0, None))[1]
    return None if place is None else re.sub(r"['’]s?$", "", place)


def _of_somebody(frame: Frame, place: tuple[int, str]) -> bool:
    """True for a place that says who somebody is or what a thing is about ("the commander in Arva")."""
    at = token_at(frame.doc, place[0], place[0] + len(place[1]))
    return at is not None and at.dep_ == "nmod" and lemma(at.head) not in TALK_NOUNS | _OCCASIONS


_OCCASIONS = frozenset(["ceremony", "signing", "gathering"])


def _further(frame: Frame, place: tuple[int, str], token: Token) -> bool:
    """True for a place that hangs on another predicate ("met in Arva and was due in Streslau")."""
    at = token_at(frame.doc, place[0], place[0] + len(place[1]))
    return at is not None and not in_clause_of(at, token)


def _of_another_clause(frame: Frame, place: tuple[int, str], token: Token) -> bool:
    """True for a place where somebody else acts: "the blast in Arva came hours before the two sat down in Oslo"."""
    at = token_at(frame.doc, place[0], place[0] + len(place[1]))
    return at is not None and of_another_clause(at, token)


def _its_own(name: str, start: int, mentions: Sequence[Mention]) -> str:
    """Read "In Oslo Denmark's envoy said": a party that follows a place is no part of its name."""
    inside = [m.start - start for m in mentions if start < m.start < start + len(name)]
    return name[: inside[0]].rstrip() if inside and name[: inside[0]].endswith(" ") else name


_AWAY = frozenset(["to", "from", "on", "around"])
# Where somebody goes to talk is where the talks are.
_THERE = re.compile(
    r"[^.;,]{0,30} for (?:[\w-]+ ){0,4}?(?:talks|negotiations|meetings?|consultations|summit|conference)\b"
    r"|[^.;,]{0,30} to (?:meet|see|confer with|negotiate with|hold talks)\b"
    r"|, where (?:\w+ ){0,4}?(?:met|held|signed|agreed|talked|negotiated)\b"
)


def _may_be(name: str, how: str, behind: str) -> bool:
    first = re.sub(r"['’]s$", "", name.split()[0].casefold())
    calendar = first in MONTH_NUMBER or first in WEEKDAYS
    away = how in _AWAY and not (how == "to" and _THERE.match(behind))
    return not (first in _NOT_PLACES or calendar or name.isupper() or away)


def _capitals(text: str) -> list[tuple[int, str]]:
    """Cities that are named by their state alone ("in the Danish capital")."""
    found: list[tuple[int, str]] = []
    for match in _CAPITAL.finditer(text):
        state = resolve(match["state"])
        city = next((name.text for name in state.named if name.kind == "capital"), None) if state else None
        if city is not None:
            found.append((match.start("state"), city))
    return found
