"""People whom a report ties to a party by name: "President Rudolf of Arland", "the Front's Rupert"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.ontology.actors import find_names, resolve
from detente.ontology.spotting import places_of
from detente.reading.cast.nouns import DOCUMENTS, NO_PERSON, OPPOSING, ORGANISED_NAME
from detente.reading.cast.persons import LEADING, add_person, is_common
from detente.reading.cast.titles import LEADS, OFFICE, PERSON, TITLE, TITLED
from detente.reading.grammar.parser import Doc, text_of
from detente.reading.rule import either
from detente.reading.who.mentions import Cast, Mention

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
    read: dict[int, list[Mention]] = {}
    # Whom the first pass makes known explains others in the second, where a sentence names them.
    for _ in range(2):
        for i, doc in enumerate(docs):
            mentions = cast.mentions(text_of(doc))
            if read.get(i) == mentions:
                continue
            read[i] = mentions
            for person, party in _tied(doc, mentions):
                add_person(cast, person, party)


def _tied(doc: Doc, mentions: list[Mention]) -> tuple[tuple[str, str], ...]:
    text = text_of(doc)
    return (
        *_with_titles(doc, mentions),
        *_in_apposition(text, mentions),
        *_presidents_of(text, mentions),
        *_led_by(text, mentions),
        *_leading_a_team(text, mentions),
        *_respectively(text, mentions),
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
    for match in _APPOSED.finditer(text):
        party = _party_in_apposition(match["rest"], match.start("rest"), mentions)
        if party and not _NEXT_IN_LIST.match(match["rest"]):
            yield match["person"], party


_APPOSED = re.compile(rf"(?P<person>{PERSON}), (?P<rest>[^,.;]{{3,60}})")
# "President Rudolf, RF chairman Rupert and ...": the title opens the next item, it does not explain the one before.
_NEXT_IN_LIST = re.compile(rf"(?![a-z])(?:[\w'-]+ ){{1,4}}?{TITLE} [A-ZÀ-Þ][\w'-]+")


def _presidents_of(text: str, mentions: list[Mention]) -> _People:
    """Read "The president of Ruritania, Rudolf"."""
    for mention in mentions:
        match = _NAMED_NEXT.match(text, mention.end)
        if match and _OFFICE_OF.search(text[max(0, mention.start - 60) : mention.start]):
            yield match["person"], mention.party


_NAMED_NEXT = re.compile(rf", (?P<person>{PERSON})")
_OFFICE_OF = re.compile(rf"{TITLE} of (?:the )?$")
_LED_BY = re.compile(
    rf"\b(?:led|headed|commanded|chaired|represented) by (?:(?:the|its|their) [\w' -]{{4,70}}?, )?(?:[a-z]+ )?"
    rf"(?:{TITLED} )*(?P<person>{PERSON})"
)
# "a Norwegian team led by", never "Norwegian clerics led by": those act for a side.
_LED = re.compile(
    r"(?:'s?)?,? ?(?:\([A-Z][\w/-]+\),? )?(?:(?:[a-z-]+ ){0,1}?(?:delegation|team|panel|side|forces?|troops|fighters"
    r"|rebels?|government|army|negotiators|faction|group|wing),? )?(?:(?:will|would|is|was|to) (?:be )?)?"
)


def _led_by(text: str, mentions: list[Mention]) -> _People:
    """Read "a Ruritanian team led by Rupert", "the Ruritanian side will be headed by Rupert"."""
    for match in _LED_BY.finditer(text):
        before = [m for m in mentions if m.end <= match.start() and m.kind != "person"]
        if before and _LED.fullmatch(text, before[-1].end, match.start()):
            yield match["person"], before[-1].party


_LEADING_TEAM = re.compile(
    rf"(?P<person>{PERSON}) (?:will |would |is to |was to |has )?(?:leads?|led|heads?|headed|represents?|represented)"
    r" (?:the |an? )?$"
)
_TEAM = re.compile(r"(?:'s)? (?:[a-z]+ ){0,1}?(?:delegation|team|panel|side|negotiators)\b")


def _leading_a_team(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert will lead the Ruritanian delegation"."""
    for mention in mentions:
        match = _LEADING_TEAM.search(text, max(0, mention.start - 60), mention.start)
        if match and _TEAM.match(text, mention.end):
            yield match["person"], mention.party


_PEERS = re.compile(
    rf" (?:[a-z]+ ){{0,3}}?(?:{OFFICE}|minister|general)s?,? (?P<one>{PERSON}),? and (?P<other>{PERSON})"
)


def _respectively(text: str, mentions: list[Mention]) -> _People:
    """Read "the Ruritanian and Borlandian ministers, Rupert and Anna": two names in the order of the states."""
    for first, second in pairwise(mentions):
        match = _PEERS.match(text, second.end)
        joined = text[first.end : second.start] in (" and ", " and the ")
        if match and joined and first.kind == second.kind == "people" and first.party != second.party:
            yield match["one"], first.party
            yield match["other"], second.party


_IN_OFFICE = re.compile(rf"{TITLE}$")
_TITLED_NEXT = re.compile(
    rf"(?:'s)? (?:[\w-]+ ){{0,3}}?{TITLE}(?: (?:in|to|at|for) (?:the )?[A-Z]\w+)?,? (?P<person>{PERSON})"
)
_OWNED_NEXT = re.compile(rf"'s (?P<person>{PERSON})")


def _after_party(doc: Doc, mentions: list[Mention]) -> _People:
    """Read "Ruritania's deputy defence minister Rudolf", "the movement's Black Michael"."""
    text = text_of(doc)
    for mention in mentions:
        following = text[mention.end :]
        titled = _TITLED_NEXT.match(following)
        owned = _OWNED_NEXT.match(following)
        owner = _OWNER.search(text, max(0, mention.start - 60), mention.start)
        # "The UN special envoy, Anna Berg, said": a title that is a name of the party in itself.
        office = mention.kind == "metonym" and _IN_OFFICE.search(text[mention.start : mention.end])
        if office and (holder := re.match(rf",? (?P<person>{PERSON})(?=[ ,])", following)):
            yield holder["person"], mention.party
        named = re.match(rf" (?P<person>{PERSON})", following) if mention.kind == "leader" else None
        if named:
            yield named["person"], mention.party
        if titled is None or not _not_acting(doc, [mention], mention.end + titled.start("person")):
            titled = None
        theirs = mention.kind == "person" and following.startswith("'s ")
        if (
            titled
            and (theirs or mention.kind in ("name", "people"))
            and not _REBEL.search(titled[0][: titled.start("person")])
        ):
            yield titled["person"], mention.party
        if owner and _is_organised(mention, text):
            yield owner["person"], mention.party
        if owned and mention.kind == "name" and len(owned["person"].split()) == 2:
            yield owned["person"], mention.party


# "Rupert Hentzau's Ardan Front".
_OWNER = re.compile(r"(?<![\w-])(?P<person>[A-ZÀ-Þ][\w-]+(?: (?:al-)?[A-ZÀ-Þ][\w-]+){1,2})'s $")


def _is_organised(mention: Mention, text: str) -> bool:
    """True for a movement or an army by its name: it has leaders, whom the text may name as its owners."""
    return mention.kind == "name" and ORGANISED_NAME.search(text[mention.start : mention.end]) is not None


_OF_PARTY = re.compile(
    rf"(?P<person>{PERSON})(?:,? ?(?:of|on behalf of|representing|(?:who|which) {LEADS})|(?<!,) ?(?:for|from))"
    r" (?:the )?$"
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


_WHO_LEAD = re.compile(rf"(?P<person>{PERSON}), who {LEADS} ")
# Between "who leads" and the party: "the negotiators of the rebel Danes".
_THEIRS = re.compile(
    r"(?:[\w'-]+ ){0,3}|(?:the |its )?(?:negotiators|delegation|team|forces|fighters|troops|wing|branch)"
    r" (?:of|from|for) (?:the )?(?:[a-z-]+ ){0,2}"
)


def _who_lead(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert, who leads the Ruritanian delegation"."""
    for match in _WHO_LEAD.finditer(text) if ", who " in text else ():
        after = [m for m in mentions if _THEIRS.fullmatch(text, match.end(), m.start) and m.kind != "person"]
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
    rf"(?:the |an? |its |their )?(?:[\w'.-]+ ){{0,5}}?(?:{TITLE}|{OFFICE})\b"
    r"|(?:the )?(?:head|chair|president|leader) of\b"
)


def _party_in_apposition(rest: str, offset: int, mentions: list[Mention]) -> str | None:
    match = _IN_APPOSITION.match(rest)
    if not match or not re.match(r"the |an? |its |[A-Z]|spokes|leader|head|chief|president|foreign|prime", rest):
        return None
    inside = [m for m in mentions if offset <= m.start < offset + len(rest) and m.kind != "person"]
    return inside[0].party if inside else None


def learn_first_names(cast: Cast, docs: Sequence[Doc]) -> None:
    """Read "Rudolf Rassendyll ... Rudolf said": where names begin with the name that is used alone."""
    text = "\n".join(text_of(doc) for doc in docs)
    for name in [each for each, kind in cast.kinds.items() if kind == "person" and len(each.split()) == 2]:
        first = name.split()[0]
        may_be_name = len(first) >= 4 and resolve(first) is None and not is_common(first)
        if may_be_name and _acts_alone(first, text) and not re.fullmatch(TITLE, first):
            cast.learned.setdefault(first, cast.learned[name])
            cast.kinds.setdefault(first, "person")


_NO_NAME_BEFORE = re.compile(r"(?<![\w.] )\b")
_ACTING = re.compile(
    r"(?:'s)? (?:[a-z]+ed|had|has|says?|said|told|will|would|was|is|does|did|wants?|in the (?:middle|chair)|and)\b"
)


def _acts_alone(first: str, text: str) -> bool:
    return any(
        _NO_NAME_BEFORE.match(text, start) and _ACTING.match(text, start + len(first))
        for start in places_of(first, text)
    )
