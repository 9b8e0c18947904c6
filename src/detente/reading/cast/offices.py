"""People tied to a party by an office that does not name it: "rebel leader Rupert", "Rupert, its envoy"."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.cast.nouns import MOVEMENTS, OPPOSING, REBELS, RISINGS
from detente.reading.cast.persons import add_person, may_be_person, party_of
from detente.reading.cast.titles import DEPARTMENT, HIGHEST, LEADS, OFFICE, PERSON, RANK
from detente.reading.grammar.parser import Doc, children, conjuncts, text_of
from detente.reading.rule import either
from detente.reading.who.mentions import Cast

_OF_GROUP = rf"(?i:{either(MOVEMENTS | RISINGS | OPPOSING | {'group', 'alliance'})}s?)"
_OF_HOME = (
    r"(?:[Gg]overnment|[Ff]ederal|[Ss]tate|[Aa]rmy|[Cc]abinet|[Rr]egime|[Aa]rmed forces|country|[Pp]resident"
    r"|[Pp]rime [Mm]inister)"
)
_SIDE = r"(?:delegat\w+|team|panel|side|negotiat\w+|forces?|troops|fighters|leadership|wing|men|position|talks team)"
_WHO_LEADS = rf"(?P<person>{PERSON}),(?: [^,.;]{{3,50}},)? (?:who|and he|and she) {LEADS} (?:the |its |their )?"
_HOME = (
    rf"\b(?:{HIGHEST}|{DEPARTMENT} [Mm]inister"
    rf"|[Gg]overnment(?:'s)? (?:[a-z]+ ){{0,2}}?{OFFICE}"
    rf"|(?:[Aa]rmy|[Jj]unta|[Mm]ilitary|[Ff]oreign [Mm]inistry|[Pp]alace) {OFFICE}|[Ll]abou?r [Ss]ecretary"
    r"|[Cc]hief of (?:the )?(?:army|general) staff"
    rf"|[Pp]residential (?:spokes\w+|{OFFICE}))(?: {RANK})*,? "
)
_GROUP = rf"\b(?i:{either(REBELS)}|{either(MOVEMENTS)}'s) (?:[a-z]+ ){{0,2}}?{OFFICE}s?,? "


def _in_office(office: str, side: str) -> tuple[re.Pattern[str], ...]:
    """An office and a name, or a name and an office of a side."""
    apart = rf"(?P<person>{PERSON}), (?:the |a )?(?:[a-z]+ ){{0,2}}?{side} (?:[a-z]+ ){{0,2}}?{OFFICE}\b"
    return re.compile(rf"{office}(?P<person>{PERSON})"), re.compile(apart)


_OF_GOVERNMENT, _OF_REBELS = _in_office(_HOME, "government"), _in_office(_GROUP, either(REBELS))
_OWN_OFFICE = re.compile(
    rf"(?P<before>{PERSON}), (?P<whose_before>its|his|her|their) (?:[a-z-]+ ){{0,2}}?{OFFICE}\b"
    rf"|\b(?P<whose_after>[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){{0,2}}?(?:{OFFICE}|minister)"
    rf"(?: (?:at|in|for|to) (?:the )?[\w]{{3,20}})?,? (?P<after>{PERSON})"
)


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
    for person, side in _of_the_side_before(cast, docs):
        add_person(cast, person, side)
    for party, patterns in ((cast.home, _OF_GOVERNMENT), (cast.group, _OF_REBELS)):
        if party is not None:
            for pattern in patterns:
                for person in _unknown(cast, pattern, texts):
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
    return tuple(match for match in found if may_be_person(match["before"] or match["after"]))


def _leading(texts: Sequence[str], noun: str) -> Iterator[str]:
    """Read "Rupert, who heads the movement", "the rebels' chief negotiator, Rupert" and the like."""
    named, ways = _ways_of_leading(noun)
    for text in texts:
        if named.search(text):
            for way in ways:
                yield from (match["person"].strip() for match in way.finditer(text))


@functools.cache
def _ways_of_leading(noun: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """The noun by itself, which most sentences lack, and all that may be said of who leads those whom it means."""
    ways = (
        rf"{_WHO_LEADS}(?:[a-z]+ ){{0,1}}?{noun}(?:'s?)?(?: (?:[a-z]+ ){{0,1}}?{_SIDE})?(?! (?:of|in)\b)(?=[\s,.;])",
        rf"(?P<person>{PERSON}), the {noun}'s? (?:[a-z]+ ){{0,2}}?{OFFICE}\b",
        rf"(?P<person>{PERSON}), (?:the |a |its )?(?:[a-z]+ ){{0,2}}?{OFFICE} of the {noun}(?=[,.;]|'s )",
        rf"\b[Tt]he {noun}'s? (?:[a-z]+ ){{0,2}}?{OFFICE},? (?P<person>{PERSON})",
        rf"\b{OFFICE} (?:of|for) the {noun}, (?P<person>{PERSON})",
        rf"(?P<person>{PERSON}), (?:the |a |an )?(?:[a-z]+ ){{0,2}}?{OFFICE} for the {noun}(?=[,.;])",
        rf"(?P<person>{PERSON}),? (?:for|of|from|representing|on behalf of) the {noun}(?=[,.;]| (?:and|said|signed)\b)",
        rf"\b[Ff]or the {noun}(?: side)?,? (?P<person>{PERSON})(?=[,.;]| (?:said|signed|told|led|put)\b)",
    )
    return re.compile(f" {noun}"), tuple(map(re.compile, ways))


def _office_is_taken(cast: Cast, person: str, party: str, texts: Sequence[str]) -> bool:
    """True where a text has another holder of the office: two presidents are not of one state."""
    held = re.search(rf"\b(?P<office>{HIGHEST}) {re.escape(person.strip())}", "\n".join(texts))
    if held is None:
        return False
    named = re.compile(rf"\b(?i:{held['office']})(?:,| of [A-Z][\w ]{{2,30}}?,)? (?P<person>{PERSON})")
    surname = person.split()[-1]
    others = (m["person"] for text in texts for m in named.finditer(text) if surname not in m["person"])
    return any(party_of(cast, other) == party for other in others)


def _of_the_side_before(cast: Cast, docs: Sequence[Doc]) -> Iterator[tuple[str, str]]:
    """Read "Arland did not sign. President Rudolf said ...": the side that the sentence before is about."""
    for before, doc in pairwise(docs):
        for opening, kinds in (
            (_OPENING, ("state",)),
            (_COMMANDER, ("group", "unknown")),
            (_SECRETARY, ("body", "coalition")),
        ):
            match = opening.match(text_of(doc))
            side = _side_that_acts(cast, before, kinds) if match is not None else None
            if match and side and not any(m.start < match.end() for m in cast.mentions(doc.text)):
                yield match["person"].strip(), side


_OPENING = re.compile(rf"(?:(?:But|And|Its) )?(?:(?:Deputy|Vice|First|Acting|Interim)[ -])*{_HOME}(?P<person>{PERSON})")
# Bodies have them: "Secretary-General Anna Berg", "High Representative Anna Berg".
_SECRETARY = re.compile(
    rf"(?:(?:But|And|Its) )?(?:[Ss]ecretary[- ][Gg]eneral|High (?:Representative|Commissioner)|(?:Special )?Envoy"
    rf"|(?:Deputy )?Commissioner|Chairman|Mission chief|Chief monitor),? (?P<person>{PERSON})"
)
_COMMANDER = re.compile(
    rf"(?:(?:But|And|Its) )?(?:(?:Chief|Top|Senior|Military|Political) )?(?:Commander|Leader|Spokesman|Spokeswoman"
    rf"|Negotiator|commander|leader|spokesman|spokeswoman|negotiator)(?:-in-chief)?,? (?:{RANK} )*(?P<person>{PERSON})"
)


def _side_that_acts(cast: Cast, doc: Doc, kinds: Sequence[str]) -> str | None:
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    heads = [root, *children(root, "ccomp", "conj")] if root is not None else []
    for subject in (s for head in heads for s in children(head, "nsubj") if len(conjuncts(s)) == 1):
        own = [m for m in cast.mentions(text_of(doc)) if m.start <= subject.idx < m.end]
        if own and cast.kind(own[0].party) in kinds and own[0].kind != "person":
            return own[0].party
    return None


# "the movement's president", "their prime minister": whose it is stands before.
_OWNED = re.compile(r"(?:'s?|\b(?i:its|their|his|her|whose|former|party|shadow)) (?:[a-z]+ )?$")


def _unknown(cast: Cast, pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    """Names that stand by an office with no other party in or right before it."""
    for text in texts:
        for match in pattern.finditer(text):
            start = max(0, match.start() - 1)
            if _OWNED.search(text[: match.start()]):
                continue
            if not any(m.start < match.end() and m.end >= start for m in cast.mentions(text)):
                yield match["person"].strip()
