"""Figures about the conflict and the talks: what they count, in which unit, and who says so."""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.entries import Claim
from detente.reading.claims.counted import what_is_counted
from detente.reading.claims.fates import KILL, PEOPLE, WOUND
from detente.reading.claims.figures import Figure, find_figures, without_particle
from detente.reading.frame import Frame, by
from detente.reading.grammar.parser import Token, ancestors, child, children, lemma, token_at
from detente.reading.grammar.timespans import places_in_time
from detente.reading.who.attribution import attribution


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
        if _is_ordinal(frame, figure) or places_in_time(text, figure) or _is_idle(text, figure):
            continue
        counted = what_is_counted(frame, figure, previous)
        if counted is None:
            continue
        unit, factor, noun = counted
        said = attribution(frame.doc, noun, frame.resolver, following)
        quote = frame.quote(*_stretch(frame, figure, noun))
        value = round(figure.value * factor, 3) + _beside_the_counted(noun, unit)
        previous = Claim(
            said.source, value, unit, _what(noun, unit), figure.comparator, said.status, quote,
            by=replace(by(f"claim-{unit}", 0.7), original=_original(frame, figure, noun, factor)),
        )  # fmt: skip
        yield previous


def _beside_the_counted(noun: Token, unit: str) -> int:
    """How many more a list has that no number counts: one in "killing a woman and two children"."""
    if unit not in _FATES:
        return 0
    others = [noun.head, *children(noun.head, "conj")] if noun.dep_ == "conj" else children(noun, "conj")
    return sum(_is_one(other) for other in others if other.i != noun.i and other.pos_ == "NOUN")


def _is_one(noun: Token) -> bool:
    article = child(noun, "det")
    return article is not None and article.text.casefold() in ("a", "an") and lemma(noun) in PEOPLE | _SMALL


_SMALL = frozenset(["child", "boy", "girl", "baby", "toddler", "infant", "teenager", "mother", "father"])


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
    """Read "the 14-year-old", "men above 50", "anyone under 18" as ages; "above 50 men" is none."""
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end :]
    return bool(
        (re.match(r"[- ]years?[- ]old", after) and not re.match(r"[- ]years?[- ]old (?:talks|war|conflict)", after))
        or re.match(r" years? of age\b", after)
        or re.search(r"\baged? (?:of )?(?:over |under |between )?$", before)
        or (_OF_AN_AGE.search(before) and re.match(r"(?! \w+s\b)|(?: and| or)? (?:is|are|was|were|has)\b", after))
    )


_OF_AN_AGE = re.compile(
    r"\b(?:men|women|people|persons|children|boys|girls|those|anyone|anybody|everyone|fighters|males|youths|recruits"
    r"|minors|prisoners|captives|hostages|detainees) (?:aged )?(?:under|over|above|below|older than|younger than) "
    r"(?:the age of )?$",
    re.IGNORECASE,
)


_GOODS = re.compile(
    r"(?: dollars?| euros?)? (?:an?|per) (?:ounce|barrel|lit(?:re|er)|gallon|kilo|bowl|loaf|bag|pound)\b"
)
_READING = re.compile(r"\b[Rr]ead(?:ing)?(?: time)?:? $")
_READ = re.compile(r"[ -]min(?:ute)?s? read\b")
_NOT_ONE = re.compile(r"\b(?:not|never|n't)(?: \w+){0,3} (?:by |even |so much as )?$")


def _is_idle(text: str, figure: Figure) -> bool:
    """Read "not by one metre", "one day we shall", prices of goods and reading times as no figures of the conflict."""
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 30]
    if figure.value == 1 and re.match(r" (?:met(?:re|er)|inch|kilomet(?:re|er)|mile)\b", after):
        return bool(_NOT_ONE.search(before))
    if figure.value == 1 and re.match(r" day\b", after):
        return text[figure.start : figure.end].casefold() == "one" and not _MEASURED_DAY.search(before)
    return bool(_GOODS.match(after) or _READ.match(after) or _READING.search(before))


_MEASURED_DAY = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|in|within|of|after|than|about|just|only|least|by) $", re.IGNORECASE
)


def _is_ordinal(frame: Frame, figure: Figure) -> bool:
    """Read "a third round" as a round, where "a third of them" is a share."""
    if figure.unit != "share":
        return False
    token = token_at(frame.doc, figure.end - 1, figure.end)
    return (
        token is not None and token.dep_ == "amod" and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    )


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
_FATES = {"killed": KILL, "wounded": WOUND}


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
