"""People tied to a party by an office that does not name it: "rebel leader Rupert", "Rupert, its envoy"."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.cast.persons import add_person, party_of
from detente.reading.cast.titles import PERSON
from detente.reading.mentions import Cast, kind_of
from detente.reading.parser import Doc, children, conjuncts, text_of

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
_HOME = (
    r"\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior) [Mm]inister"
    r"|[Gg]overnment(?:'s)? (?:[a-z]+ ){0,2}?(?:negotiator|spokesman|spokeswoman|minister|delegate|envoy)"
    r"|[Aa]rmy (?:chief|commander|spokesman)|[Cc]hief of (?:the )?(?:army|general) staff"
    r"|[Pp]residential spokes\w+),? "
)
_GROUP = (
    r"\b(?:[Rr]ebel|[Gg]uerrilla|[Ii]nsurgent|[Ss]eparatist|[Mm]ovement's|[Ff]ront's) (?:[a-z]+ ){0,2}?"
    r"(?:leader|commander|chief|negotiator|spokesman|spokeswoman|delegate|envoy|head)s?,? "
)
_APART = (
    r"(?P<person>{person}), (?:the |a )?(?:[a-z]+ ){{0,2}}?"
    r"(?:{role} (?:[a-z]+ ){{0,2}}?(?:negotiator|leader|commander|spokes\w+|delegate|envoy|chief))\b"
)
_OFFICE = (
    r"(?:leader|head|chief|commander|chairman|chairwoman|president|spokes\w+|premier"
    r"|(?:prime |foreign |defen[cs]e )?minister|negotiator|delegate|envoy|representative|founder|deputy"
    r"|secretary-general|secretary|director|ambassador|prosecutor|coordinator|emissary|chief of staff|adviser|aide"
    r"|lieutenant)"
)
_OWN_OFFICE = re.compile(
    rf"(?P<before>{PERSON}), (?P<whose_before>its|his|her|their) (?:[a-z-]+ ){{0,2}}?{_OFFICE}\b"
    rf"|\b(?P<whose_after>[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){{0,2}}?{_OFFICE},? (?P<after>{PERSON})"
)
_NO_PERSON = re.compile(r"\b(?:The|Council|Ministry|Government|Union|Front|Army|Party|[A-Z][a-z]+day)\b")


def learn_officials(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add people to a cast by their office, once its main parties are known.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    """
    texts = [text_of(doc) for doc in docs]
    for party, noun in ((cast.group, _OF_GROUP), (cast.home if cast.group else None, _OF_HOME)):
        if party is not None:
            for person in _leading(texts, noun):
                if not cast.mentions(person):
                    add_person(cast, person, party)
    for person, state in _of_the_state_before(cast, docs):
        add_person(cast, person, state)
    offices = (cast.home, _HOME, "government"), (cast.group, _GROUP, "(?:rebel|guerrilla|separatist)")
    for party, office, role in offices:
        if party is not None:
            apart = _APART.format(person=PERSON, role=role)
            for pattern in (rf"{office}(?P<person>{PERSON})", apart):
                for person in _unknown(cast, re.compile(pattern), texts):
                    if not _office_is_taken(cast, person, party, texts):
                        add_person(cast, person, party)


@functools.lru_cache(maxsize=8)
def own_offices(text: str) -> tuple[re.Match[str], ...]:
    """Return the places where a text introduces somebody by "Rupert, its leader" or "their envoy Rupert".

    Parameters
    ----------
    text
        A sentence.

    Returns
    -------
    tuple of re.Match
        With the groups before and whose_before, or whose_after and after: the person and the pronoun.
    """
    found = _OWN_OFFICE.finditer(text)
    return tuple(match for match in found if not _NO_PERSON.search(match["before"] or match["after"]))


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


_HIGHEST = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier)"


def _office_is_taken(cast: Cast, person: str, party: str, texts: Sequence[str]) -> bool:
    """True where a text has another holder of the office: two presidents are not of one state."""
    named = re.compile(rf"\b{_HIGHEST}(?:,| of [A-Z][\w ]{{2,30}}?,)? (?P<person>{PERSON})")
    surname = person.split()[-1]
    others = (m["person"] for text in texts for m in named.finditer(text) if surname not in m["person"])
    held = re.compile(rf"\b{_HIGHEST} {re.escape(person.strip())}")
    return any(held.search(text) for text in texts) and any(party_of(cast, other) == party for other in others)


def _of_the_state_before(cast: Cast, docs: Sequence[Doc]) -> Iterator[tuple[str, str]]:
    """Read "Arland did not sign. President Rudolf said ...": the state that the sentence before is about."""
    for before, doc in pairwise(docs):
        match = _OPENING.match(text_of(doc))
        state = _state_that_acts(cast, before) if match is not None else None
        if match is not None and state is not None and not any(m.start < match.end() for m in cast.mentions(doc.text)):
            yield match["person"].strip(), state


_OPENING = re.compile(rf"(?:(?:But|And|Its) )?{_HOME}(?P<person>{PERSON})")


def _state_that_acts(cast: Cast, doc: Doc) -> str | None:
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    heads = [root, *children(root, "ccomp", "conj")] if root is not None else []
    for subject in (s for head in heads for s in children(head, "nsubj") if len(conjuncts(s)) == 1):
        own = [m for m in cast.mentions(text_of(doc)) if m.start <= subject.idx < m.end]
        if own and kind_of(own[0].party) == "state" and own[0].kind != "person":
            return own[0].party
    return None


# "the movement's president", "their prime minister": whose it is stands before.
_OWNED = re.compile(r"(?:'s?|\b(?:its|their|whose|former|party|shadow)) (?:[a-z]+ )?$")


def _unknown(cast: Cast, pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    """Names that stand by an office with no other party in or right before it."""
    for text in texts:
        for match in pattern.finditer(text):
            start = max(0, match.start() - 1)
            if _OWNED.search(text[: match.start()]):
                continue
            if not any(m.start < match.end() and m.end >= start for m in cast.mentions(text)):
                yield match["person"].strip()
