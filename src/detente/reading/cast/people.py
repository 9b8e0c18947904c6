"""People whom a report ties to a party by name: "President Rudolf of Arland", "the Front's Rupert"."""

import re
from collections.abc import Iterator, Sequence

from detente.ontology.actors import find_names, resolve
from detente.reading.cast.nouns import DOCUMENTS, NO_PERSON, OPPOSING
from detente.reading.cast.persons import LEADING, add_person, is_common
from detente.reading.cast.titles import LEADS, PERSON, TITLE, TITLED
from detente.reading.mentions import Cast, Mention
from detente.reading.parser import Doc, text_of
from detente.reading.rule import either

_People = Iterator[tuple[str, str]]

_HONORIFIC = re.compile(rf"\b(?:{TITLED} )+(?P<person>{PERSON})")


def learn_people(cast: Cast, docs: Sequence[Doc]) -> None:
    """Add to a cast the people whom the report ties to a party that it names.

    Parameters
    ----------
    cast
        The cast, its parties known; changed in place.
    docs
        The parsed sentences.
    """
    # Whom the first pass makes known explains others in the second.
    for _ in range(2):
        for doc in docs:
            for person, party in _tied(cast, doc):
                add_person(cast, person, party)


def _tied(cast: Cast, doc: Doc) -> tuple[tuple[str, str], ...]:
    text, mentions = text_of(doc), cast.mentions(text_of(doc))
    return (
        *_with_titles(doc, mentions),
        *_in_apposition(text, mentions),
        *_presidents_of(text, mentions),
        *_led_by(text, mentions),
        *_after_party(doc, mentions),
        *_of_party(text, mentions),
        *_who_lead(text, mentions),
        *_under(text, mentions),
        *_of_states(text, mentions),
    )


# "Ruritania's envoy met rebel leader Rupert": the side stands before the title.
_REBEL = re.compile(rf"\b(?i:{either(OPPOSING)})\b")
# Who held an office once speaks for somebody else by now, if for anybody.
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ee]x-|[Oo]ne-time|[Ll]ate)\b[^,.;]*$")
_ANOTHERS = re.compile(rf"{_REBEL.pattern} (?:[a-z]+ )?$")


def _with_titles(doc: Doc, mentions: list[Mention]) -> _People:
    text = text_of(doc)
    for match in _HONORIFIC.finditer(text):
        if _ANOTHERS.search(text[: match.start()]) or _FORMER.search(
            text[max(0, match.start() - 40) : match.start("person")]
        ):
            continue
        party = _party_around(text, match.start(), match.end(), _not_acting(doc, mentions, match.start()))
        if party:
            yield match["person"], party


def _not_acting(doc: Doc, mentions: list[Mention], start: int) -> list[Mention]:
    """Leave out the subject of "Ruritania thanked President Rudolf": a verb parts it from the title."""
    verbs = [token.idx for token in doc if token.idx < start and token.pos_ in ("VERB", "AUX", "CCONJ")]
    return [m for m in mentions if m.start >= start or not any(m.end <= verb for verb in verbs)]


def _in_apposition(text: str, mentions: list[Mention]) -> _People:
    """Read "Flavia, the Ruritanian foreign minister"."""
    for match in re.finditer(rf"(?P<person>{PERSON}), (?P<rest>[^,.;]{{3,60}})", text):
        party = _party_in_apposition(match["rest"], match.start("rest"), mentions)
        if party and not _NEXT_IN_LIST.match(match["rest"]):
            yield match["person"], party


# "President Rudolf, RF chairman Rupert and ...": the title opens the next item, it does not explain the one before.
_NEXT_IN_LIST = re.compile(rf"(?![a-z])(?:[\w'-]+ ){{1,4}}?{TITLE} [A-ZÀ-Þ][\w'-]+")


def _presidents_of(text: str, mentions: list[Mention]) -> _People:
    """Read "The president of Ruritania, Rudolf"."""
    for mention in mentions:
        match = re.match(rf", (?P<person>{PERSON})", text[mention.end :])
        if match and re.search(rf"{TITLE} of (?:the )?$", text[max(0, mention.start - 60) : mention.start]):
            yield match["person"], mention.party


def _led_by(text: str, mentions: list[Mention]) -> _People:
    for match in re.finditer(rf"\bled by (?:[a-z]+ )?(?P<person>{PERSON})", text):
        before = [m for m in mentions if m.end <= match.start()]
        if before and match.start() - before[-1].end <= 12:
            yield match["person"], before[-1].party


_IN_OFFICE = re.compile(rf"{TITLE}$")


def _after_party(doc: Doc, mentions: list[Mention]) -> _People:
    """Read "Ruritania's deputy defence minister Rudolf", "the movement's Black Michael"."""
    text = text_of(doc)
    for mention in mentions:
        following = text[mention.end :]
        titled = re.match(rf"(?:'s)? (?:[\w-]+ ){{0,3}}?{TITLE},? (?P<person>{PERSON})", following)
        owned = re.match(rf"'s (?P<person>{PERSON})", following)
        # "The UN special envoy, Anna Berg, said": a title that is a name of the party in itself.
        office = mention.kind == "metonym" and _IN_OFFICE.search(text[mention.start : mention.end])
        if office and (holder := re.match(rf",? (?P<person>{PERSON})(?=[ ,])", following)):
            yield holder["person"], mention.party
        named = re.match(rf" (?P<person>{PERSON})", following) if mention.kind == "leader" else None
        if named:
            yield named["person"], mention.party
        if titled is None or not _not_acting(doc, [mention], mention.end + titled.start("person")):
            titled = None
        if titled and mention.kind in ("name", "people") and not _REBEL.search(titled[0][: titled.start("person")]):
            yield titled["person"], mention.party
        if owned and mention.kind == "name" and len(owned["person"].split()) == 2:
            yield owned["person"], mention.party


_OF_PARTY = re.compile(
    rf"(?P<person>{PERSON})(?:,)? ?(?:of|for|from|on behalf of|representing|(?:who|which) {LEADS}) (?:the )?$"
)


def _of_party(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert of the Ruritanian Front said", "Michael, who leads the RUF": two names, then the party."""
    for mention in mentions:
        before = _OF_PARTY.search(text[max(0, mention.start - 70) : mention.start])
        if before is None or mention.kind not in ("name", "people"):
            continue
        words = before["person"].split()
        while words and (re.fullmatch(TITLED, words[0]) or words[0] in LEADING):
            words = words[1:]
        if 2 <= len(words) <= 4 and not any(map(_is_no_name, words)):
            yield " ".join(words), mention.party


def _is_no_name(word: str) -> bool:
    return is_common(word) or bool(DOCUMENTS.search(word) or NO_PERSON.fullmatch(word))


def _who_lead(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert, who leads the Ruritanian delegation"."""
    for match in re.finditer(rf"(?P<person>{PERSON}), who {LEADS} ", text):
        after = [m for m in mentions if 0 <= m.start - match.end() <= 16 and m.kind != "person"]
        if after:
            yield match["person"], after[0].party


_UNDER = re.compile(rf"(?: \([A-Z][\w/-]+\))? (?:under|of|behind|loyal to) (?:{TITLED} )?(?P<person>{PERSON})")


def _under(text: str, mentions: list[Mention]) -> _People:
    """Read "the Ardan Front of Rupert Hentzau", "the Danes under Anna Holm": a side and then whoever leads it."""
    for mention in mentions:
        match = _UNDER.match(text, mention.end)
        if match is None or mention.kind not in ("name", "people"):
            continue
        words = match["person"].split()
        if len(words) == 2 and not find_names(match["person"]) and not any(map(is_common, words)):
            yield match["person"], mention.party


_OF_STATE = re.compile(r"(?:^|[,:;] |\band |\bbetween |\bwith )(?P<person>[A-ZÀ-Þ][\w'-]{3,}) of $")


def _of_states(text: str, mentions: list[Mention]) -> _People:
    """Read "three presidents: Rudolf of Arland, Anna of Borland and ...": two or more, each of a state of its own."""
    found = [
        (match["person"], m.party)
        for m in mentions
        if m.kind == "name" and (match := _OF_STATE.search(text[: m.start])) and not is_common(match["person"])
    ]
    if len({party for _, party in found}) > 1:
        yield from found


# "the Ruritanian interim president", never "in the Ruritanian capital by President Rudolf".
_BEFORE_TITLE = re.compile(
    r"(?:'s)?(?: (?!(?:by|and|with|to|of|in|on|from|at|for|that|who|which|capital|city|town|border|side|against)\b)"
    r"[a-z-]+){0,3} ?"
)


def _party_around(text: str, start: int, end: int, mentions: list[Mention]) -> str | None:
    """Find the party next to title and name: "Ruritanian President Rudolf", "General Nam of Ruritania"."""
    for mention in mentions:
        gap = text[mention.end : start]
        if mention.end <= start and mention.kind != "person" and _BEFORE_TITLE.fullmatch(gap):
            return mention.party
    for mention in mentions:
        if mention.start >= end - 1 and re.fullmatch(
            r",? ?(?:of|from|for)(?: the)? ", text[end : mention.start].replace("  ", " ") or " "
        ):
            return mention.party
        if mention.start >= end - 1 and text[max(0, end - 1) : mention.start].strip() in ("of", "of the"):
            return mention.party
    return None


_IN_APPOSITION = re.compile(
    rf"(?:the |a |its |their )?(?:[\w'.-]+ ){{0,5}}?{TITLE}\b|(?:the )?(?:head|chair|president|leader) of\b"
)


def _party_in_apposition(rest: str, offset: int, mentions: list[Mention]) -> str | None:
    match = _IN_APPOSITION.match(rest)
    if not match or not re.match(r"the |a |its |[A-Z]|spokes|leader|head|chief|president|foreign|prime", rest):
        return None
    inside = [m for m in mentions if offset <= m.start < offset + len(rest) and m.kind != "person"]
    return inside[0].party if inside else None


def learn_first_names(cast: Cast, docs: Sequence[Doc]) -> None:
    """Read "Rudolf Rassendyll ... Rudolf said": where names begin with the name that is used alone."""
    text = "\n".join(text_of(doc) for doc in docs)
    for name in [each for each, kind in cast.kinds.items() if kind == "person" and len(each.split()) == 2]:
        first = name.split()[0]
        alone = re.search(
            rf"(?<![\w.] )(?<!\w)\b{re.escape(first)}(?:'s)? (?:[a-z]+ed|had|has|says?|said|told|will|would|was"
            rf"|is|does|did|wants?|in the (?:middle|chair)|and)\b",
            text,
        )
        if (
            alone
            and len(first) >= 4
            and resolve(first) is None
            and not is_common(first)
            and not re.fullmatch(TITLE, first)
        ):
            cast.learned.setdefault(first, cast.learned[name])
            cast.kinds.setdefault(first, "person")
