"""Learns names from the report itself: abbreviations, acronyms, people with their titles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from detente.ontology.actors import Actor, find_names, meant_by, resolve
from detente.ontology.names import Names
from detente.reading.communities import learn_communities
from detente.reading.mentions import Cast, Mention
from detente.reading.organisations import learn_organisations
from detente.reading.parser import Doc, plain, text_of
from detente.reading.parties import learn_parties

_TITLE = (
    r"(?:[Aa]cting |[Dd]eputy |[Ff]ormer |[Vv]ice[- ])*(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier"
    r"|[Cc]hancellor|[Kk]ing|[Pp]rince|[Ee]mir|[Ss]ultan"
    r"|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Jj]ustice) (?:[Mm]inister|[Ss]ecretary)"
    r"|[Mm]inister|[Ss]ecretary(?: of (?:[Ss]tate|[Dd]efen[cs]e))?"
    r"|(?:[Cc]hief |[Ll]ead )?(?:[Nn]egotiator|[Ee]nvoy|[Mm]ediator)|[Ss]pokes(?:man|woman|person)"
    r"|[Ll]eader|[Cc]ommander|[Cc]hairman|[Gg]eneral|[Cc]olonel|[Aa]dmiral|[Mm]arshal"
    r"|[Aa]mbassador|[Ss]ecretary[- ][Gg]eneral|[Ee]nvoy|[Cc]hief|[Ss]enator|[Cc]ommissioner|[Dd]elegate"
    r"|[Rr]epresentative)"
)


# Ranks of soldiers, clergy and nobles, with a capital before a name.
_RANK = (
    r"(?:[Cc]orporal|[Ss]ergeant|[Cc]aptain|Capt|[Mm]ajor|Maj|[Ll]ieutenant|Brig|[Bb]rigadier|Adm|Sgt|Cpl|[Cc]omandante"
    r"|[Ss]ubcomandante|Cmdr|[Bb]ishop|[Aa]rchbishop|[Cc]ardinal|[Pp]atriarch|[Aa]yatollah|Sheikh|Shaikh|Sheik|Imam|Mullah"
    r"|Mawlawi|Maulvi|Hajji|Haji|Emperor|Queen|Princess|Lady|Dame|Baron|Count|Duke|Professor|Prof|Judge|Justice|Senator"
    r"|Congressman|Governor|Mayor|Speaker|Comrade)"
)


PERSON = r"(?:[A-ZÀ-Þ][\w'-]++(?:[ -](?:al|el|de|la|da|van|von|bin|ben|y|dos|du)\b)?[ -]?|[A-Z]\. ?){1,4}"


_HONORIFIC = re.compile(
    rf"\b(?:(?:{_TITLE}|{_RANK}|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sir|Lord|Chief|Messrs|M|Mme)\.? )+(?P<person>{PERSON})"
)


_ABBREVIATED = re.compile(
    r"(?P<long>(?:[A-Z][\w'-]+|of|for|the|and|de|to|in|e|du)(?: (?:[A-Z][\w'-]+|of|for|the|and|de|to|in|e"
    r"|du|la))* ?)\((?:the )?(?P<short>[A-Z][A-Za-z/-]*[A-Z][A-Za-z/-]*)\)"
)


_ACRONYM = re.compile(r"(?<![\w.])[A-Z][A-Z/-]{1,7}(?![\w.])")


_NO_ACTORS = frozenset(
    [
        "GMT",
        "UTC",
        "EST",
        "TV",
        "AM",
        "PM",
        "OK",
        "USD",
        "EUR",
        "POW",
        "POWS",
        "CEO",
        "VIP",
        "BREAKING",
        "LIVE",
        "UPDATE",
        "CORRECTION",
        "ADVERTISEMENT",
        "FOR",
        "IMMEDIATE",
        "RELEASE",
        "NOTE",
        "EXPLAINED",
        "ANALYSIS",
        "COMMENT",
        "WHAT",
        "WHO",
        "WHY",
        "HOW",
        "AND",
        "THE",
        "NOT",
        "NO",
        "YES",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "AFP",
        "AP",
        "BBC",
        "CNN",
        "KCNA",
        "TASS",
        "ANSA",
        "DPA",
        "UPI",
        "MENU",
        "SHARE",
        "MAIL",
        "READ",
        "MORE",
        "GDP",
        "HIV",
        "AIDS",
        "SMS",
        "PR",
        "Q",
        "A",
        "PRESENTER",
        "REPORTER",
        "HOST",
        "ANCHOR",
    ]
)


def learn_names(cast: Cast, docs: Sequence[Doc], names: Mapping[str, str]) -> None:
    """Add to a cast the names that the caller gives and those that the report explains.

    Parameters
    ----------
    cast
        The cast, changed in place.
    docs
        The parsed sentences.
    names
        Further names and whom they stand for.
    """
    for name, party in names.items():
        cast.learned[plain(name)] = _canonical(party)
        if isinstance(names, Names):
            cast.kinds[plain(name)] = names.kinds[name]
    text = "\n".join(text_of(doc) for doc in docs)
    _learn_meanings(cast, text)
    _learn_abbreviations(cast, text)
    _learn_known_as(cast, text)
    _learn_acronyms(cast, text, docs)
    learn_communities(cast, text)
    learn_parties(cast, text)
    learn_organisations(cast, text)
    _learn_collectives(cast, text)
    for _ in range(2):
        for doc in docs:
            _learn_people(cast, doc)
    _learn_speakers(cast, docs)
    _learn_first_words(cast, text)


def _canonical(name: str) -> str:
    actor = resolve(name)
    return actor.name if actor else name


def _learn_meanings(cast: Cast, text: str) -> None:
    """Take "the Serbs" for those Serbs of whom the report speaks by another name as well."""
    for name, (actor, kind) in meant_by(text).items():
        cast.learned.setdefault(plain(name), actor.name)
        cast.kinds.setdefault(plain(name), kind)


def _learn_abbreviations(cast: Cast, text: str) -> None:
    for match in _ABBREVIATED.finditer(text):
        short, words = match["short"], match["long"].split()
        long = _long_form(words, short)
        if long is None:
            continue
        long = _last_of_two(long, short)
        if _DOCUMENT_NAMES.search(long):
            continue
        known = resolve(short) or resolve(long) or _owner_in(long)
        used = len(re.findall(rf"(?<![\w(]){re.escape(short)}(?!\w)(?!\))", text))
        party = known.name if known else (short if used else long)
        for name in (short, long):
            if resolve(name) is None:
                cast.learned.setdefault(name, party)


def _last_of_two(long: str, short: str) -> str:
    """Read "Rudolf and the Ruritanian Front (RF)": the front alone is meant."""
    tail = re.split(r" and (?:the )?", long)[-1]
    known = resolve(short)
    return tail if known is not None and resolve(tail) == known else long


_DOCUMENT_NAMES = re.compile(
    r"\b(?:Agreement|Accords?|Protocol|Treaty|Plan|Act|Programme|Program|Mechanism|Zone|Time|Convention"
    r"|Resolution|Talks|Conference|Process|Dialogue)\b"
)


def _owner_in(long: str) -> Actor | None:
    """A mission or an office carries the name of the body it belongs to ("United Nations Mission")."""
    if not re.search(
        r"\b(?:Mission|Office|Agency|Force|Operation|Command Post|Envoy|Programme|Commission"
        r"|High Commissioner)\b",
        long,
    ):
        return None
    found = find_names(long)
    return found[0].actor if found else None


def _long_form(words: list[str], short: str) -> str | None:
    """The words before the bracket whose capitals spell the abbreviation's first letter onwards."""
    capitals = [i for i, word in enumerate(words) if word[0].isupper()]
    if not capitals:
        return None
    first = next(
        (i for i in capitals if words[i][0] == short[0] and len(capitals) - capitals.index(i) <= len(short) + 1), None
    )
    if first is None:
        first = capitals[max(0, len(capitals) - len(short))]
    long = " ".join(words[first:])
    return long if len(long) > 3 and long != short else None


_KNOWN_AS = re.compile(
    r"(?P<long>[A-Z][\w'-]+(?: (?:of|for|the|and|de|[A-Z][\w'-]+)){1,6}),? (?:[–—-] )?(?:or|(?:also )?known (?:as|by "
    r"(?:its|the|their)(?: \w+)? (?:initials|acronym|abbreviation))|abbreviated(?: as| to)?|called|in short) (?:the )?"
    r"(?P<short>[A-Z][A-Z-]{1,8})\b"
)


def _learn_known_as(cast: Cast, text: str) -> None:
    """Read "the Valley Liberation Front, or VLF", "known by its initials VLF"."""
    for match in _KNOWN_AS.finditer(text):
        short, long = match["short"], match["long"]
        initials = "".join(word[0] for word in re.split(r"[ -]", long) if word[0].isupper())
        if not (set(short) - {"-"} <= set(initials)) or _DOCUMENT_NAMES.search(long):
            continue
        known = resolve(short) or resolve(long)
        for name in (short, long):
            if resolve(name) is None:
                cast.learned.setdefault(name, known.name if known else short)


def _learn_acronyms(cast: Cast, text: str, docs: Sequence[Doc]) -> None:
    """An acronym that is a subject or has agents of its own is taken for an organisation."""
    seen: Counter[str] = Counter()
    for doc in docs:
        if text_of(doc).isupper():
            continue
        for match in _ACRONYM.finditer(text_of(doc)):
            seen[match[0]] += 1
    speakers = set(re.findall(r"(?m)^([A-Z][A-Z .'-]+):", text))
    for short, number in seen.items():
        if (
            (number >= 2 or _is_explained(short, text))
            and short not in speakers
            and short not in _NO_ACTORS
            and short not in cast.learned
            and resolve(short) is None
            and not re.search(rf"\b(?:sign|join|ratif)\w*(?: of| to)?(?: the)? {re.escape(short)}\b", text)
            and short.strip("IVX-/") != ""
        ):
            cast.learned[short] = short


_KIND_OF_GROUP = (
    r"(?:party|movement|group|faction|front|militia|organi[sz]ation|coalition|alliance|guerrillas?|rebels?|army|union"
    r"|federation|splinter|wing)"
)
_MODIFIERS = r"(?:[a-z-]+ ){0,3}?"


def _is_explained(short: str, text: str) -> bool:
    """Read "the CDA, a party that ...", "the opposition CDA", "his own party, the CDA": named once, and a group."""
    name = rf"(?<![\w.]){re.escape(short)}(?!\w)"
    return bool(
        re.search(rf"{name}, (?:a|an|the|another) {_MODIFIERS}{_KIND_OF_GROUP}\b", text)
        or re.search(rf"\b{_KIND_OF_GROUP}, (?:the )?{name}", text)
        or re.search(rf"\b(?:[Oo]pposition|[Rr]ebel|[Ss]eparatist|[Gg]uerrilla|[Rr]uling|[Ii]nsurgent) {name}", text)
    )


def _learn_first_words(cast: Cast, text: str) -> None:
    """Read "Phumtham Wechayachai ... Phumtham said": where names begin with the name that is used alone."""
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
            and not _is_common(first)
            and not re.fullmatch(_TITLE, first)
        ):
            cast.learned.setdefault(first, cast.learned[name])
            cast.kinds.setdefault(first, "person")


_COLLECTIVES = ("armed groups", "separatists", "rebels", "guerrillas", "insurgents")


def _learn_collectives(cast: Cast, text: str) -> None:
    """Take "the rebels" for a party where the report names no armed group but speaks of them again and again."""
    if any(found.actor.kind == "group" for found in find_names(text)) or cast.learned.keys() & set(
        cast.learned.values()
    ):
        return
    counted = {name: len(re.findall(rf"\b{name.removesuffix('s')}s?\b", text, re.IGNORECASE)) for name in _COLLECTIVES}
    name = max(counted, key=lambda each: counted[each])
    if counted[name] >= 3:
        for form in (name, name.capitalize(), name.removesuffix("s")):
            cast.learned.setdefault(form, name)


def _learn_people(cast: Cast, doc: Doc) -> None:
    text, mentions = text_of(doc), cast.mentions(text_of(doc))
    for person, party in (
        *_with_titles(doc, mentions),
        *_in_apposition(text, mentions),
        *_presidents_of(text, mentions),
        *_led_by(text, mentions),
        *_after_party(doc, mentions),
        *_of_party(text, mentions),
        *_who_lead(text, mentions),
        *_under(text, mentions),
        *_of_states(text, mentions),
    ):
        add_person(cast, person, party)


_People = Iterator[tuple[str, str]]


# "Ruritania's envoy met rebel leader Rupert": the side stands before the title.
_REBEL = re.compile(r"\b(?:[Rr]ebel|[Gg]uerrilla|[Ii]nsurgent|[Ss]eparatist|[Oo]pposition)\b")
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
_NEXT_IN_LIST = re.compile(rf"(?![a-z])(?:[\w'-]+ ){{1,4}}?{_TITLE} [A-ZÀ-Þ][\w'-]+")


def _presidents_of(text: str, mentions: list[Mention]) -> _People:
    """Read "The president of Ruritania, Rudolf"."""
    for mention in mentions:
        match = re.match(rf", (?P<person>{PERSON})", text[mention.end :])
        if match and re.search(rf"{_TITLE} of (?:the )?$", text[max(0, mention.start - 60) : mention.start]):
            yield match["person"], mention.party


def _led_by(text: str, mentions: list[Mention]) -> _People:
    for match in re.finditer(rf"\bled by (?:[a-z]+ )?(?P<person>{PERSON})", text):
        before = [m for m in mentions if m.end <= match.start()]
        if before and match.start() - before[-1].end <= 12:
            yield match["person"], before[-1].party


def _after_party(doc: Doc, mentions: list[Mention]) -> _People:
    """Read "Ruritania's deputy defence minister Rudolf", "the movement's Black Michael"."""
    text = text_of(doc)
    for mention in mentions:
        following = text[mention.end :]
        titled = re.match(rf"(?:'s)? (?:[\w-]+ ){{0,3}}?{_TITLE},? (?P<person>{PERSON})", following)
        owned = re.match(rf"'s (?P<person>{PERSON})", following)
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
    rf"(?P<person>{PERSON})(?:,)? ?(?:of|for|from|on behalf of|representing"
    r"|(?:who|which) (?:leads|heads|speaks for|commands)) (?:the )?$"
)


def _of_party(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert of the Ruritanian Front said", "Michael, who leads the RUF": two names, then the party."""
    for mention in mentions:
        before = _OF_PARTY.search(text[max(0, mention.start - 70) : mention.start])
        if before is None or mention.kind not in ("name", "people"):
            continue
        words = before["person"].split()
        while words and (re.fullmatch(rf"{_TITLE}|{_RANK}\.?", words[0]) or words[0] in _LEADING):
            words = words[1:]
        if 2 <= len(words) <= 4 and not any(map(_is_no_name, words)):
            yield " ".join(words), mention.party


# Offices and bodies that stand before "of" as well: "the Supreme Council of Arland".
_BODIES = re.compile(
    r"(?:Council|Minister|Ministry|Government|President|Union|Front|Army|Party|Group|Mission|Movement|Court|Assembly|Bank"
    r"|Parliament|Congress|Committee|Commission|Republic|Kingdom|State|States|Emirate|Forces?|Chief|Head|Embassy|Bishop|City"
    r"|Port|University|Organi[sz]ation|Alliance|League|Community|Association|Board|Staff|Day|Battle|Sea|Gulf|Bay|Bridge)s?"
)


def _is_no_name(word: str) -> bool:
    return _is_common(word) or bool(_DOCUMENT_NAMES.search(word) or _BODIES.fullmatch(word))


def _who_lead(text: str, mentions: list[Mention]) -> _People:
    """Read "Rupert, who leads the Ruritanian delegation"."""
    for match in re.finditer(
        rf"(?P<person>{PERSON}), who (?:leads?|led|heads?|headed|chairs?|speaks for"
        rf"|represents?|commands?|commanded|found(?:s|ed)?|rules?|ruled) ",
        text,
    ):
        after = [m for m in mentions if 0 <= m.start - match.end() <= 16 and m.kind != "person"]
        if after:
            yield match["person"], after[0].party


_UNDER = re.compile(
    rf"(?: \([A-Z][\w/-]+\))? (?:under|of|behind|loyal to) (?:[Gg]eneral |[Mm]arshal |[Cc]olonel )?(?P<person>{PERSON})"
)


def _under(text: str, mentions: list[Mention]) -> _People:
    """Read "the Ardan Front of Rupert Hentzau", "the Danes under Anna Holm": a side and then whoever leads it."""
    for mention in mentions:
        match = _UNDER.match(text, mention.end)
        if match is None or mention.kind not in ("name", "people"):
            continue
        words = match["person"].split()
        if len(words) == 2 and not find_names(match["person"]) and not any(map(_is_common, words)):
            yield match["person"], mention.party


_OF_STATE = re.compile(r"(?:^|[,:;] |\band |\bbetween |\bwith )(?P<person>[A-ZÀ-Þ][\w'-]{3,}) of $")


def _of_states(text: str, mentions: list[Mention]) -> _People:
    """Read "three presidents: Rudolf of Arland, Anna of Borland and ...": two or more, each of a state of its own."""
    found = [
        (match["person"], m.party)
        for m in mentions
        if m.kind == "name" and (match := _OF_STATE.search(text[: m.start])) and not _is_common(match["person"])
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
    rf"(?:the |a |its |their )?(?:[\w'.-]+ ){{0,5}}?{_TITLE}\b|(?:the )?(?:head|chair|president|leader) of\b"
)


def _party_in_apposition(rest: str, offset: int, mentions: list[Mention]) -> str | None:
    match = _IN_APPOSITION.match(rest)
    if not match or not re.match(r"the |a |its |[A-Z]|spokes|leader|head|chief|president|foreign|prime", rest):
        return None
    inside = [m for m in mentions if offset <= m.start < offset + len(rest) and m.kind != "person"]
    return inside[0].party if inside else None


# What may open a sentence before a name: "For Rudolf Rassendyll peace comes first".
_LEADING = frozenset(
    [
        "For",
        "In",
        "On",
        "At",
        "To",
        "With",
        "Under",
        "As",
        "While",
        "When",
        "After",
        "Before",
        "Since",
        "And",
        "But",
        "Yet",
        "So",
        "If",
        "Though",
        "Although",
        "Both",
        "Only",
        "Even",
        "Like",
        "Unlike",
        "Without",
        "Against",
        "From",
        "By",
        "Then",
        "Now",
        "Later",
        "Earlier",
        "Meanwhile",
    ]
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
    words = re.sub(r"'s?$", "", person.strip(" -,")).split()
    while words and (
        re.fullmatch(_TITLE, words[0]) or resolve(words[0]) or _is_common(words[0]) or words[0] in _LEADING
    ):
        words = words[1:]
    if (
        not words
        or resolve(" ".join(words))
        or re.fullmatch(_TITLE, " ".join(words))
        or any(word.upper() == word and len(word) > 3 and "." not in word for word in words)
    ):
        return
    surname = words[-1]
    particle = [f"{words[-2].capitalize()} {surname}"] if len(words) > 2 and words[-2] in _PARTICLES else []
    for name in (" ".join(words), surname, *particle):
        if len(name) > 2 and name[0].isupper() and resolve(name) is None and not _is_common(name):
            cast.learned.setdefault(name, party)
            cast.kinds.setdefault(name, "person")


# "Peter van Holm" is "Van Holm" where the surname opens a sentence.
_PARTICLES = frozenset(["al", "el", "de", "la", "da", "van", "von", "bin", "ben", "du", "dos"])


_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "but",
        "and",
        "for",
        "from",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "east",
        "west",
        "north",
        "south",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "council",
        "security",
        "party",
        "government",
        "president",
        "minister",
        "army",
        "force",
        "forces",
        "front",
        "movement",
        "union",
        "state",
        "general",
        "secretary",
        "national",
        "united",
        "republic",
        "people",
        "house",
        "peace",
        "accord",
        "agreement",
        "treaty",
        "affairs",
        "foreign",
        "defence",
        "defense",
        "war",
    ]
)


def _is_common(name: str) -> bool:
    return name.casefold() in _COMMON


def _learn_speakers(cast: Cast, docs: Sequence[Doc]) -> None:
    """Somebody who says what a party will do speaks for it: "Ms Flavia declared that the MFP would not sign"."""
    for doc in docs:
        match = re.search(
            rf"(?:Mr|Mrs|Ms|Dr|Gen|General|President|Prime Minister|Premier|Minister"
            rf"|Chairman)\.? (?P<person>{PERSON})"
            r" (?:said|says|declared|insisted|warned|stated|added|told [\w ]{2,20}|announced"
            r"|insists)(?: that)? (?P<rest>.{3,40})",
            text_of(doc),
        )
        if not match or match["person"].strip() in cast.learned:
            continue
        mentions = cast.mentions(match["rest"])
        if (
            mentions
            and mentions[0].start <= 4
            and re.match(
                r" (?:will|would|is ready|was ready|is willing|keeps|wants|shall|has)\b",
                match["rest"][mentions[0].end :],
            )
        ):
            add_person(cast, match["person"], mentions[0].party)
