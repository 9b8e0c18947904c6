"""People whose office ties them to a party without naming it: "rebel leader Rupert", "the government's envoy"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.reading.mentions import Cast, kind_of
from detente.reading.parser import Doc, children, conjuncts, text_of
from detente.reading.people import PERSON, add_person
from detente.reports.dateline import MONTHS, WEEKDAYS

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
_SPEECH = (
    r"(?:said|says|told|tells|insist(?:s|ed)|warn(?:s|ed)|declare[sd]|announce[sd]|propose[sd]|demand(?:s|ed)"
    r"|refuse[sd])"
)


def learn_offices(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add people to a cast by their office, once its main parties are known.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    """
    texts = [text_of(doc) for doc in docs]
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
    for person, party in _from_capitals(cast, texts):
        add_person(cast, person, party)
    for person, party in _speaking_for(cast, texts):
        add_person(cast, person, party)
    for person, party in _counterparts(cast, texts):
        add_person(cast, person, party)


_HIGHEST = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier)"


def _office_is_taken(cast: Cast, person: str, party: str, texts: Sequence[str]) -> bool:
    """True where a text has another holder of the office: two presidents are not of one state."""
    named = re.compile(rf"\b{_HIGHEST}(?:,| of [A-Z][\w ]{{2,30}}?,)? (?P<person>{PERSON})")
    surname = person.split()[-1]
    others = (m["person"] for text in texts for m in named.finditer(text) if surname not in m["person"])
    held = re.compile(rf"\b{_HIGHEST} {re.escape(person.strip())}")
    return any(held.search(text) for text in texts) and any(_party_of(cast, other) == party for other in others)


_TOLD = re.compile(
    rf"(?P<person>{PERSON})(?:, [^,]{{3,60}},)? ?(?:{_SPEECH}|informed|replied|answered|retorted)"
    rf"(?: {PERSON})?(?: (?:on|in|at|from|before|to) (?:[\w'-]+ ){{0,3}}[A-Z]\w+| yesterday| today| reporters"
    rf"| journalists| later| again)? ?that (?=(?P<rest>.{{3,40}}))"
)
_RETORTED = re.compile(
    rf", (?:{_SPEECH}|replied|answered|retorted|countered|added|stressed|explained|argued)"
    rf" (?P<person>{PERSON})(?=[.,;]|$)"
)
# What a side does, not what others say of it: whoever says "Arland will never sign" speaks for Arland.
_INTENDS = re.compile(
    r" (?:will|would|shall|won't|wouldn't|can(?:not|'t)|could not|requires?|required|needs?|needed|wants?|wanted"
    r"|is (?:not )?(?:ready|prepared|willing)|was (?:not )?(?:ready|prepared|willing)|insists|demands|refuses)\b"
)


def _speaking_for(cast: Cast, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read "Rupert informed Anna that Arland required time", "Arland will never sign, retorted Rupert"."""
    for text in texts:
        for match in _TOLD.finditer(text):
            yield from _if_of_the_pair(cast, match["person"], text, match.start("rest"), match.start("rest") + 5)
        for match in _RETORTED.finditer(text):
            yield from _if_of_the_pair(cast, match["person"], text, 0, match.start())


def _if_of_the_pair(cast: Cast, person: str, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    inside = [m for m in cast.mentions(text) if start <= m.start < end and m.kind != "person"]
    intending = [m for m in inside if m.party in cast.pair and _INTENDS.match(text, m.end)]
    if len({m.party for m in intending}) == 1 and not cast.mentions(person):
        yield person.strip(), intending[0].party


_FULL = r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){1,2}"
_FACING = (
    re.compile(
        rf"\b(?P<one>{_FULL}) and (?P<other>{_FULL}) (?:have |has |had |are to |will )?(?:\w+ )?"
        r"(?:met|meet|agreed?|sign(?:ed)?|shook|sat|talked|negotiated?|spoke|reached|announced)\b"
    ),
    re.compile(rf"\b(?P<one>{_FULL}) (?:informed|met|told|answered|handed|faced) (?P<other>{_FULL})\b"),
    re.compile(rf"\b(?:between|meeting of|handshake of|signed by) (?P<one>{_FULL}) and (?P<other>{_FULL})\b"),
)


def _counterparts(cast: Cast, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read "Rudolf Rassendyll and Rupert Hentzau agreed": who faces the leader of one side leads the other."""
    if len(cast.pair) != 2:
        return
    for text in texts:
        for match in (match for pattern in _FACING for match in pattern.finditer(text)):
            known = [_party_of(cast, match[each]) for each in ("one", "other")]
            for person, party in ((match["one"], known[1]), (match["other"], known[0])):
                if party in cast.pair and None in known and not cast.mentions(person) and not _NO_PERSON.search(person):
                    yield person, next(each for each in cast.pair if each != party)


_DAYS_AND_MONTHS = "|".join(name.title() for name in (*WEEKDAYS, *(names[0] for names in MONTHS)))
_NO_PERSON = re.compile(
    r"\b(?:The|Council|Minister|Ministry|Government|President|Union|Front|Army|Party|Group|Mission|Movement|Red|Cross"
    rf"|Security|Agency|Committee|Assembly|Parliament|Congress|Court|{_DAYS_AND_MONTHS})\b"
)


def _party_of(cast: Cast, person: str) -> str | None:
    found = [m for m in cast.mentions(person) if m.kind == "person"]
    return found[0].party if found else None


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


def _from_capitals(cast: Cast, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read "In Washington Rupert said": a speaker in a capital that hosts no talks speaks for its government."""
    pattern = re.compile(
        rf"^(?:In|From) (?P<place>[A-Z]\w+(?: [A-Z]\w+)?),? (?P<person>{PERSON}) {_SPEECH}\b"
        rf"|^From (?P<from>[A-Z]\w+(?: [A-Z]\w+)?),? (?P<sender>{PERSON}) (?:[a-z]+ed|sent|wrote|has|had|will|lets?)\b"
    )
    speakers = re.compile(
        rf"\b(?!(?:Letter|News|Report|Dispatch|Postcard|Notes?|Diary|View|Live|Talks) (?:in|from))"
        rf"(?P<person>{PERSON}) (?:in|from) (?P<place>[A-Z]\w+):"
    )
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for match in (*pattern.finditer(text), *speakers.finditer(text)):
            sent = "sender" in match.re.groupindex and match["sender"] is not None
            place, person = ("from", "sender") if sent else ("place", "person")
            for mention in cast.mentions(text):
                here = mention.start == match.start(place) and mention.kind == "capital"
                if here and mention.party not in cast.mediators:
                    found[match[person].strip(), mention.party] += 1
    yield from found
