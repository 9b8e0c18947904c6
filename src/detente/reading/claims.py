"""Figures about the conflict and the talks: what they count, in which unit, and who says so."""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.entries import Claim
from detente.reading.attribution import attribution
from detente.reading.figures import Figure, find_figures, without_particle
from detente.reading.frame import Frame, by
from detente.reading.parser import Token, ancestors, child, children, lemma, token_at

_UNITS: dict[str, tuple[str, float]] = {
    word: (unit, factor)
    for words, unit, factor in (
        ("minute", "minutes", 1),
        ("hour", "hours", 1),
        ("day", "days", 1),
        ("week", "days", 7),
        ("fortnight", "days", 14),
        ("month", "months", 1),
        ("year", "years", 1),
        ("decade", "years", 10),
        ("kilometer kilometre km", "km", 1),
        ("mile", "km", 1.609),
        ("meter metre", "km", 0.001),
        ("dollar", "USD", 1),
        ("euro", "EUR", 1),
        ("prisoner pow captive detainee internee", "prisoners", 1),
        ("body corpse remains", "bodies", 1),
        ("child minor orphan", "children", 1),
        ("refugee", "displaced", 1),
        ("aircraft airplane plane jet warplane bomber helicopter", "aircraft", 1),
        ("drone uav", "drones", 1),
        ("missile rocket", "missiles", 1),
        ("vehicle tank truck lorry carrier", "vehicles", 1),
        ("base airbase airfield", "bases", 1),
        ("site facility", "sites", 1),
        ("casualty", "killed", 1),
    )
    for word in words.split()
}
_PEOPLE = frozenset(
    [
        "people",
        "person",
        "man",
        "woman",
        "soldier",
        "troop",
        "civilian",
        "fighter",
        "guerrilla",
        "rebel",
        "combatant",
        "militant",
        "servicemen",
        "serviceman",
        "personnel",
        "observer",
        "monitor",
        "peacekeeper",
        "policeman",
        "officer",
        "student",
        "protester",
        "protestor",
        "resident",
        "inhabitant",
        "citizen",
        "worker",
        "insurgent",
        "villager",
        "islander",
        "settler",
        "ex-combatant",
        "reservist",
        "hostage",
        "deputy",
        "militiaman",
        "paratrooper",
        "marine",
        "serb",
        "supporter",
        "adviser",
        "advisor",
        "instructor",
        "passenger",
        "pilgrim",
        "national",
        "recruit",
        "sailor",
        "commando",
        "volunteer",
        "internationalist",
        "gunman",
        "victim",
        "demonstrator",
        "employee",
        "staff",
    ]
)
_KILL = frozenset(
    [
        "kill",
        "die",
        "dead",
        "death",
        "slay",
        "murder",
        "execute",
        "massacre",
        "perish",
        "casualty",
        "bury",
        "fatality",
        "toll",
        "shoot",
        "life",
    ]
)
_WOUND = frozenset(["wound", "injure", "wounded", "injured", "hurt", "maim"])
_FLEE = frozenset(["flee", "displace", "uproot", "displaced", "homeless", "evacuate"])
# Things that are counted without a unit of their own, and from how many on a number of them is a figure.
_COUNTED = frozenset(
    [
        "weapon",
        "warhead",
        "centrifuge",
        "ship",
        "vessel",
        "boat",
        "seat",
        "squadron",
        "kilogram",
        "tonne",
        "ton",
        "village",
        "house",
        "home",
        "battalion",
        "brigade",
        "division",
        "camp",
        "group",
        "faction",
        "family",
        "school",
        "hospital",
        "bridge",
        "checkpoint",
        "violation",
        "attack",
        "strike",
        "mine",
        "rifle",
        "gun",
        "shell",
        "bomb",
        "barrel",
    ]
)
_ENOUGH = 5
_TOLL = re.compile(r"\b(?:the )?(?:dead|death toll|deaths|fatalities|killed)\b[^.;]{0,60}$", re.IGNORECASE)
_UPROOTED = re.compile(
    r"\b(?:refugees?|displaced|uprooted|homeless)\b[^.;]{0,60}$|^[^.;]{0,60}\b(?:uprooted|displaced|homeless|fled|(?:driven"
    r"|forced|chased) (?:out|from (?:their|its) (?:homes?|houses|villages)))\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:prisoners?|captives?|detainees?|pows?)\b[^.;]{0,70}$|^[^.;]{0,40}\b(?:prisoners|captives|detainees)\b",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\b(?:strength|fighters|troops|soldiers|combatants|guerrillas|force|men|observers)\b[^.;]{0,60}$", re.IGNORECASE
)
_PARTY_COUNTS = frozenset(
    [
        "side",
        "party",
        "delegation",
        "government",
        "leader",
        "president",
        "minister",
        "country",
        "state",
        "nation",
        "men",
        "army",
        "round",
        "point",
        "time",
        "issue",
        "other",
        "way",
        "sentence",
        "capital",
        "group",
        "team",
        "half",
    ]
)


def claims(frame: Frame, following: str = "") -> Iterator[Claim]:
    """Yield the figures of a sentence.

    Parameters
    ----------
    frame
        The sentence.
    following
        The next sentence, in which a figure may be denied.
    """
    text = frame.text
    previous: Claim | None = None
    for figure in find_figures(text):
        if _in_date(frame, figure) or _is_clock(text, figure) or _is_age(text, figure):
            continue
        counted = _counted(frame, figure, previous)
        if counted is None:
            continue
        unit, factor, noun = counted
        said = attribution(frame.doc, noun, frame.resolver, following)
        quote = frame.quote(*_stretch(frame, figure, noun))
        value = round(figure.value * factor, 3)
        previous = Claim(
            said.source, value, unit, _what(noun, unit), figure.comparator, said.status, quote,
            by=replace(by(f"claim-{unit}", 0.7), original=_original(frame, figure, noun, factor)),
        )  # fmt: skip
        yield previous


def _original(frame: Frame, figure: Figure, noun: Token, factor: float) -> tuple[tuple[str, str], ...]:
    """The figure as the text has it, with the unit where that was worked out: "two weeks" for 14 days."""
    end = noun.idx + len(noun.text) if factor != 1 and noun.idx >= figure.end else figure.end
    return (("value", frame.sentence.text[figure.start : end]),)


def _in_date(frame: Frame, figure: Figure) -> bool:
    overlap = any(date.start < figure.end and figure.start < date.end for date in frame.dates)
    year = 1800 <= figure.value <= 2100 and re.fullmatch(r"\d{4}", frame.text[figure.start : figure.end])
    following = frame.text[figure.end : figure.end + 14]
    return overlap or bool(year and not re.match(r" (?:people|men|troops|soldiers|km|prison|killed|dead)", following))


def _is_clock(text: str, figure: Figure) -> bool:
    return bool(
        re.match(r"(?::\d\d| ?(?:[ap]\.?m\b|o'clock|gmt|hrs))", text[figure.end :], re.IGNORECASE)
        or (
            re.search(r"\d:$|\bat $", text[max(0, figure.start - 4) : figure.start])
            and not re.match(r" (?:least|most)", text[figure.end :])
            and figure.value < 25
            and not re.match(r"[ -]\w", text[figure.end :])
        )
    )


def _is_age(text: str, figure: Figure) -> bool:
    return bool(
        re.match(r"[- ]years?[- ]old", text[figure.end :])
        or re.search(r"\baged? (?:of )?$", text[max(0, figure.start - 9) : figure.start])
    )


def _counted(frame: Frame, figure: Figure, previous: Claim | None) -> tuple[str, float, Token] | None:
    """Decide what a figure counts: the unit, the factor to it, and the noun."""
    number = token_at(frame.doc, figure.start, figure.end)
    if number is None:
        return None
    noun = _noun(frame, figure, number)
    if figure.unit:
        return figure.unit, 1.0, noun
    base = lemma(noun)
    after = frame.text[figure.end :]
    money = re.match(r"(?: [\w-]+){0,1} (dollars?|euros?)\b", after)
    if money:
        return ("USD" if money[1].startswith("dollar") else "EUR"), 1.0, noun
    hyphened = re.match(r"-(minute|hour|day|week|month|year|km|kilomet(?:er|re)|mile)s?\b", after)
    if hyphened:
        return *_UNITS[hyphened[1]], noun
    if base in ("minute", "hour", "day", "week", "month", "year", "decade", "fortnight") and not _counts_time(
        frame, figure
    ):
        return None
    verbal = _fate(noun, frame.text, figure)
    if base in ("prisoner", "child", "captive", "detainee") and verbal in ("killed", "wounded"):
        return verbal, 1.0, noun
    if base in _UNITS:
        return *_UNITS[base], noun
    plain_people = base in _PEOPLE or _is_people(frame, noun)
    if verbal and (
        plain_people
        or noun.i == number.i
        or noun.pos_ == "NUM"
        or base in _KILL | _WOUND | {"another", "other", "more"}
    ):
        return verbal, 1.0, noun
    if plain_people and figure.value > 4:
        return ("displaced" if _UPROOTED.search(after[:80]) else "people"), 1.0, noun
    if base == "home" and previous is None and figure.value >= 100:
        return "displaced", 1.0, noun
    if (figure.value >= _ENOUGH or base in ("division", "brigade")) and base in _COUNTED:
        return "other", 1.0, noun
    if noun.i == number.i and (unit := _by_context(frame.text, figure)):
        return unit, 1.0, noun
    if (
        previous is not None
        and noun.pos_ == "NUM"
        and figure.value >= 5
        and previous.unit in ("killed", "wounded", "prisoners", "people", "displaced")
    ):
        return previous.unit, 1.0, noun
    if (
        noun.i == number.i
        and re.match(r" of (?:which|whom|them)\b", after)
        and previous is not None
        and base not in _PARTY_COUNTS
    ):
        return previous.unit, 1.0, noun
    return None


def _by_context(text: str, figure: Figure) -> str | None:
    """What a bare number counts, by the nearest word before it: "the number of those uprooted at nearly 100,000"."""
    if figure.value < 2 * _ENOUGH:
        return None
    before = text[: figure.start]
    kinds = (("killed", _TOLL), ("displaced", _UPROOTED), ("prisoners", _HELD), ("people", _STRENGTH))
    found = [(match.start(), unit) for unit, pattern in kinds if (match := pattern.search(before)) and match.end()]
    return max(found)[1] if found else None


def _noun(frame: Frame, figure: Figure, number: Token) -> Token:
    """The noun that is counted: the head of the number, or the first noun after it."""
    if number.dep_.startswith("nummod") or number.dep_ in ("compound", "amod", "det", "advmod"):
        head = number.head
        if head.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and head.idx >= figure.start - 30:
            return head
    for token in frame.doc[number.i :]:
        if token.idx >= figure.end:
            if token.pos_ in ("NOUN", "PROPN") and token.idx - figure.end <= 22:
                following = child(token, "compound")
                return (
                    token.head if token.dep_ == "compound" and token.head.i > token.i and following is None else token
                )
            if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADP") or token.idx - figure.end > 22:
                break
    return number


def _counts_time(frame: Frame, figure: Figure) -> bool:
    """A stretch of time counts; "two days ago" and "five years later" are dates."""
    after = frame.text[figure.end :]
    return not re.match(r"[ -]\w+ (?:ago|before|previously|since)\b", after)


def _is_people(frame: Frame, noun: Token) -> bool:
    """Plural demonyms count people: "770 Palestinians"."""
    return noun.pos_ == "PROPN" and noun.tag_ in ("NNPS", "NNS") and noun.text.endswith("s")


def _fate(noun: Token, text: str, figure: Figure) -> str | None:
    """What befell those counted: the nearest verb or adjective above or right after."""
    before = re.search(
        r"\b(kill|murder|wound|injur)\w*(?: (?:at least|about|some|around|over|nearly|almost|more than"
        r"|up to|another|a further))?\s*$",
        text[max(0, figure.start - 40) : figure.start],
        re.IGNORECASE,
    )
    if before:
        return "wounded" if before[1].casefold() in ("wound", "injur") else "killed"
    near = text[figure.end : figure.end + 40].casefold()
    first = re.match(
        r"(?: [\w'-]+){0,3}? (?:(?:are|were|is|was) (?:believed|thought|feared|said|reported|known) to have "
        r"(?:been )?)?(?:were |was |have been |had been |have |had |being |more |are |as )?(killed|dead|died"
        r"|deaths|perished|wounded|injured|hurt|fled|displaced|uprooted|left their homes|lost their lives|lives"
        r"|prisoners|captured|set free|freed|released|fatalities)",
        near,
    )
    if first and not (first[1] == "prisoners" and lemma(noun) == "prisoner"):
        return _category(first[1])
    below = noun
    for above in ancestors(noun):
        base = lemma(above)
        if below.dep_ in (
            "obj",
            "nsubj:pass",
            "nsubj",
            "conj",
            "obl",
            "nmod",
            "xcomp",
            "nmod:unmarked",
            "dep",
            "appos",
            "parataxis",
            "compound",
            "ccomp",
            "amod",
        ):
            if base in _WOUND:
                return "wounded"
            if base in _KILL and base != "shoot":
                return "killed"
            if base in _FLEE:
                return "displaced"
            if base in ("capture", "detain", "swap", "exchange", "jail", "intern") or (
                base in ("release", "free", "hold") and lemma(noun) in _PEOPLE | {"prisoner"}
            ):
                return "prisoners"
        if above.pos_ == "VERB" and base not in (
            "leave",
            "see",
            "be",
            "have",
            "include",
            "claim",
            "report",
            "cost",
            "bring",
        ):
            break
        below = above
    whole = text.casefold()
    if re.search(r"\b(?:death toll|dead:|killed:)", whole[: figure.start + 1]):
        return "killed"
    left = [c for c in noun.children if lemma(c) in ("dead", "wounded", "injured")]
    return _category(lemma(left[0])) if left else None


def _category(word: str) -> str:
    if word in ("wounded", "injured", "hurt"):
        return "wounded"
    if word in ("fled", "displaced", "uprooted", "left their homes"):
        return "displaced"
    if word in ("prisoners", "captured", "set free", "freed", "released"):
        return "prisoners"
    return "killed"


def _stretch(frame: Frame, figure: Figure, noun: Token) -> tuple[int, int]:
    """The clause around a figure: from its verb's first word to the end of the counted phrase."""
    start, end = figure.start, max(figure.end, noun.idx + len(noun.text))
    verb = next((above for above in [noun, *ancestors(noun)] if above.pos_ == "VERB"), None)
    if verb is not None:
        parts = [t for t in verb.subtree if abs(t.idx - figure.start) <= 140]
        first = min((t.idx for t in parts), default=start)
        last = max((t.idx + len(t.text) for t in parts), default=end)
        start = min(start, first) if start - first <= 120 else min(start, verb.idx) if verb.idx < start else start
        end = max(end, min(last, end + 80)) if last <= end + 80 else end
    return start, end


# Of the dead and the hurt, what the words of a claim say has to be what its unit says.
_FATES = {"killed": _KILL, "wounded": _WOUND}


def _what(noun: Token, unit: str) -> str:
    """What a figure counts: its noun with what belongs to it, and the verb that says what befell them."""
    other = {
        t.i for c in noun.children if c.dep_ in ("conj", "cc", "parataxis") and _counts_others(c) for t in c.subtree
    }
    own = [t for t in sorted(noun.subtree, key=lambda t: t.i) if t.i not in other and t.pos_ not in ("PUNCT", "SPACE")]
    if own and without_particle(noun.doc.text, own[0].idx) != own[0].idx:
        own = own[1:]
    verb = next((above for above in ancestors(noun) if above.pos_ == "VERB"), None)
    led = verb is not None and noun.dep_ in ("obj", "nsubj:pass", "nsubj") and not _of_another_fate(verb, unit)
    lead = [verb] if led and verb is not None and verb not in own else []
    told = own[:10] + lead if noun.dep_.startswith("nsubj") else lead + own[:10]
    fate = [unit] if unit in _FATES and not any(lemma(t) in _FATES[unit] for t in told) else []
    return " ".join([*(t.text for t in told), *fate])


def _counts_others(token: Token) -> bool:
    """True for what is counted beside the noun ("60 killed and 120 wounded"), and for the conjunction before it."""
    return token.dep_ == "cc" or token.pos_ == "VERB" or any(t.pos_ == "NUM" for t in token.subtree)


def _of_another_fate(verb: Token, unit: str) -> bool:
    return unit in _FATES and any(lemma(verb) in words for fate, words in _FATES.items() if fate != unit)


def merge(found: list[Claim]) -> list[Claim]:
    """Keep one claim per figure and what it counts: a later repeat with the same value and unit adds nothing."""
    kept: dict[tuple[float, str], Claim] = {}
    for claim in found:
        same = kept.get((claim.value, claim.unit))
        if same is None:
            kept[claim.value, claim.unit] = claim
        elif same.source is None and claim.source is not None:
            kept[claim.value, claim.unit] = replace(same, source=claim.source, status=claim.status)
    return list(kept.values())


def times(noun: Token) -> list[Token]:
    """Return the time words that depend on a noun."""
    return [t for t in children(noun, "nmod", "obl") if lemma(t) in _UNITS]
