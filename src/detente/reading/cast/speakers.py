"""People tied to a party by what they say, from where they say it, or whom they face."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from detente.reading.cast.persons import add_person, may_be_person, party_of
from detente.reading.cast.titles import PERSON, TITLED
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.who.mentions import Cast

_SPEECH = (
    r"(?:said|says|told|tells|insist(?:s|ed)|warn(?:s|ed)|declare[sd]|announce[sd]|propose[sd]|demand(?:s|ed)"
    r"|refuse[sd])"
)
_TOLD = re.compile(
    rf"(?P<person>{PERSON})(?:, [^,]{{3,60}},)? ?(?:{_SPEECH}|informed|replied|answered|retorted)"
    rf"(?:(?: {PERSON})?(?: (?:on|in|at|from|before|to) (?:[\w'-]+ ){{0,3}}[A-Z]\w+| yesterday| today| reporters"
    rf"| journalists| later| again)? ?that | )(?=(?P<rest>.{{3,40}}))"
)
_RETORTED = re.compile(
    rf", (?:{_SPEECH}|replied|answered|retorted|countered|added|stressed|explained|argued)"
    rf" (?P<person>{PERSON})(?=[.,;]|$)"
)
_DECLARED = re.compile(
    rf"{TITLED} (?P<person>{PERSON}) (?:{_SPEECH}|stated|added)(?:(?<=told) [\w ]{{2,20}})?(?: that)?"
    r" (?P<rest>.{3,40})"
)
# What such a sentence holds: to look for it first is faster by a factor of ten.
_SAYING = re.compile(rf" (?:{_SPEECH}|stated|added) ")
# "Arland will not sign, President Rudolf said", "Arland would never sign, said its envoy Rupert".
_SAID_SO = re.compile(
    rf"^(?P<said>[^\";:]{{10,200}}?), (?:{_SPEECH} )?{TITLED} (?P<person>{PERSON})"
    rf"(?=[.,;]|$| (?:{_SPEECH}|stated|added)\b)"
)
# Characters within which a name is the subject of what is said.
_AT_ONCE = 4
# What a side does, not what others say of it: whoever says "Arland will never sign" speaks for Arland, but what Arland
# wants its enemies say as well.
_WILL = r"will|would|shall|(?:is|was) (?:not )?(?:ready|prepared|willing)"
_INTENDS = re.compile(
    rf" (?:{_WILL}|won't|wouldn't|can(?:not|'t)|could not|requires?|required|needs?|needed|insists|demands"
    r"|refuses)\b"
)
# Said before the two sides are known, "Arland could not" may be a reproach.
_WILL_OR_HAS = re.compile(rf" (?:{_WILL}|keeps|has)\b")
_FULL = r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){1,2}"
_FACING = (
    re.compile(
        rf"\b(?P<one>{_FULL}) and (?P<other>{_FULL}) (?:have |has |had |are to |will )?(?:\w+ )?"
        r"(?:met|meet|agreed?|sign(?:ed)?|shook|sat|talked|negotiated?|spoke|reached|announced)\b"
    ),
    re.compile(rf"\b(?P<one>{_FULL}) (?:informed|met|told|answered|handed|faced) (?P<other>{_FULL})\b"),
    re.compile(rf"\b(?:between|meeting of|handshake of|signed by) (?P<one>{_FULL}) and (?P<other>{_FULL})\b"),
)


def learn_titled_speakers(cast: Cast, docs: Sequence[Doc]) -> None:
    """Somebody who says what a party will do speaks for it: "Ms Flavia declared that the MFP would not sign"."""
    for doc in docs:
        if (so := _SAID_SO.match(text_of(doc))) and (party := _whose_will(cast, so["said"])):
            add_person(cast, so["person"], party)
        match = _DECLARED.search(text_of(doc)) if _SAYING.search(text_of(doc)) else None
        if not match or match["person"].strip() in cast.learned:
            continue
        said = cast.mentions(match["rest"])[:1]
        if said and said[0].start <= _AT_ONCE and _WILL_OR_HAS.match(match["rest"], said[0].end):
            add_person(cast, match["person"], said[0].party)


def _whose_will(cast: Cast, said: str) -> str | None:
    """The party that opens what is said of its own will: "Arland will withdraw its troops"."""
    opening = cast.mentions(said)[:1]
    here = opening and opening[0].start <= _AT_ONCE and opening[0].kind != "person"
    return opening[0].party if here and _WILL_OR_HAS.match(said, opening[0].end) else None


def learn_speakers(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add people to a cast by what they say and whom they face, once its main parties are known.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    """
    texts = [text_of(doc) for doc in docs]
    for ways in (_from_capitals, _speaking_for, _counterparts):
        for person, party in ways(cast, texts):
            add_person(cast, person, party)


def _from_capitals(cast: Cast, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read "In Oslo Rupert said": a speaker in a capital that hosts no talks speaks for its government."""
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


def _counterparts(cast: Cast, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Read "Rudolf Rassendyll and Rupert Hentzau agreed": who faces the leader of one side leads the other."""
    if len(cast.pair) != 2:
        return
    for text in texts:
        for match in (match for pattern in _FACING for match in pattern.finditer(text)):
            known = [party_of(cast, match[each]) for each in ("one", "other")]
            for person, party in ((match["one"], known[1]), (match["other"], known[0])):
                if party in cast.pair and None in known and not cast.mentions(person) and may_be_person(person):
                    yield person, next(each for each in cast.pair if each != party)
