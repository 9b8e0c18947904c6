"""People and bodies that a report introduces by what they do: "Rupert, who heads the movement", "the court"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.ontology.actors import resolve
from detente.reading.mentions import Cast
from detente.reading.parser import Doc, text_of
from detente.reading.people import PERSON, add_person

_OF_GROUP = (
    r"(?:[Mm]ovement|[Ff]ront|[Rr]ebels?|[Rr]ebellion|[Gg]uerrillas?|[Ii]nsurgents?|[Ii]nsurgency|[Ss]eparatists?"
    r"|[Mm]ilitia|[Rr]evolt|[Uu]prising)"
)
_OF_HOME = r"(?:[Gg]overnment|[Ff]ederal|[Ss]tate|[Aa]rmy|[Cc]abinet|[Rr]egime|[Aa]rmed forces|country)"
_SIDE = r"(?:delegat\w+|team|panel|side|negotiat\w+|forces?|troops|fighters|leadership|wing|men|position|talks team)"
_LEADS = (
    r"(?:leads?|led|has led|had led|heads?|headed|commands?|commanded|chairs?|chaired|speaks? for|spoke for"
    r"|represents?|represented|negotiates? for|negotiated for|directs?|runs?|founded|fights? for|rules?|ruled|governs?)"
)
_WHO_LEADS = rf"(?P<person>{PERSON}),(?: [^,.;]{{3,50}},)? (?:who|and he|and she) {_LEADS} (?:the |its |their )?"
_ROLE = (
    r"(?:leader|head|chief|commander|chairman|chairwoman|president|spokesman|spokeswoman|spokesperson|negotiator"
    r"|delegate|envoy|representative|founder|deputy|secretary-general|general secretary|coordinator|emissary"
    r"|strongman|number two)"
)


def learn_introduced(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add to a cast who leads "the movement" or "the government", and the short forms of bodies that are named.

    Parameters
    ----------
    cast
        The cast, with its main parties known; changed in place.
    docs
        The parsed sentences.
    """
    texts = [text_of(doc) for doc in docs]
    _learn_short_forms(cast, texts)
    for party, noun in ((cast.group, _OF_GROUP), (cast.home if cast.group else None, _OF_HOME)):
        if party is not None:
            for person in _leading(texts, noun):
                if not cast.mentions(person):
                    add_person(cast, person, party)


def _leading(texts: Sequence[str], noun: str) -> Iterator[str]:
    """Read "Rupert, who heads the movement", "the rebels' chief negotiator, Rupert" and the like."""
    patterns = (
        rf"{_WHO_LEADS}(?:[a-z]+ ){{0,1}}?{noun}(?:'s?)?(?: (?:[a-z]+ ){{0,1}}?{_SIDE})?(?! (?:of|in)\b)(?=[\s,.;])",
        rf"(?P<person>{PERSON}), the {noun}'s? (?:[a-z]+ ){{0,2}}?{_ROLE}\b",
        rf"(?P<person>{PERSON}), (?:the |a |its )?(?:[a-z]+ ){{0,2}}?{_ROLE} of the {noun}(?=[,.;])",
        rf"\b[Tt]he {noun}'s? (?:[a-z]+ ){{0,2}}?{_ROLE},? (?P<person>{PERSON})",
        rf"\b{_ROLE} of the {noun}, (?P<person>{PERSON})",
    )
    for text in texts:
        for pattern in patterns:
            for match in re.finditer(pattern, text):
                yield match["person"].strip()


# Nouns by which a body that was named in full is taken up again, and whether in lower case as well.
_TAKEN_UP = {
    "Court": True,
    "Tribunal": True,
    "Alliance": True,
    "League": True,
    "Organisation": False,
    "Organization": False,
    "Agency": True,
    "Congress": False,
    "Union": False,
    "Movement": False,
    "Front": False,
}


def _learn_short_forms(cast: Cast, texts: Sequence[str]) -> None:
    """Learn "the court", "the alliance" where one party alone of the report has that noun in a name of its own."""
    text = "\n".join(texts)
    bearers: dict[str, set[str]] = defaultdict(set)
    for party in cast.counts:
        for head in _heads(party):
            bearers[head].add(party)
    for head, parties in bearers.items():
        named = re.findall(rf"\b[A-Z][\w'-]+ (?:[A-Z][\w'-]+ )*{head}\b|\b{head} (?:of|for) (?:the )?[A-Z]\w+", text)
        known = {resolve(name.strip()) for name in named} - {None}
        if len(parties) != 1 or len(known) > 1 or any(resolve(name) is None for name in named):
            continue
        party = next(iter(parties))
        for noun in (head, head.casefold()) if _TAKEN_UP[head] else (head,):
            for name in (f"the {noun}", f"The {noun}"):
                if name in text and resolve(name) is None:
                    cast.learned.setdefault(name, party)


def _heads(party: str) -> Iterator[str]:
    """The nouns of a body's own names: "International Criminal Court" has "Court"."""
    actor = resolve(party)
    names = actor.names if actor is not None and actor.kind != "state" else ()
    for name in names:
        words = name.split()
        of = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
        if len(words) > 1 and of and words[of - 1] in _TAKEN_UP:
            yield words[of - 1]
