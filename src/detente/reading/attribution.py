"""Who says what a sentence says: speech verbs, "according to", demands and plans; hedges and denials."""

import re
from dataclasses import dataclass

from detente.entries import Status
from detente.reading.actors import Resolver
from detente.reading.parser import Doc, Token, agents, ancestors, child, children, lemma, passive, subjects, text_of

SPEECH = frozenset(
    [
        "say",
        "tell",
        "state",
        "declare",
        "announce",
        "add",
        "claim",
        "report",
        "confirm",
        "insist",
        "warn",
        "stress",
        "note",
        "argue",
        "maintain",
        "contend",
        "explain",
        "acknowledge",
        "admit",
        "allege",
        "estimate",
        "put",
        "count",
        "reckon",
        "list",
        "boast",
        "write",
        "reply",
        "answer",
        "believe",
        "deny",
        "dispute",
        "stress",
        "assert",
        "describe",
        "reveal",
        "disclose",
        "recall",
        "point",
        "suggest",
        "propose",
        "demand",
        "ask",
        "call",
        "request",
        "want",
        "offer",
        "promise",
        "pledge",
        "vow",
        "think",
        "conclude",
        "remark",
        "affirm",
        "hold",
        "speak",
        "foresee",
        "seek",
        "require",
        "insist",
        "observe",
        "predict",
        "guess",
        "tally",
        "quote",
        "cite",
        "charge",
        "counter",
        "concede",
    ]
)
_DEMAND_NOUNS = frozenset(
    [
        "demand",
        "proposal",
        "offer",
        "plan",
        "call",
        "request",
        "claim",
        "estimate",
        "count",
        "figure",
        "list",
        "blueprint",
        "draft",
        "insistence",
        "toll",
    ]
)
_SOURCES = frozenset(
    [
        "police",
        "diplomat",
        "witness",
        "doctor",
        "official",
        "analyst",
        "observer",
        "source",
        "agency",
        "radio",
        "newspaper",
        "television",
        "media",
        "resident",
        "expert",
        "critic",
        "survivor",
        "hospital",
        "medic",
        "reporter",
        "correspondent",
        "spokesman",
        "spokeswoman",
        "economist",
    ]
)
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|unconfirmed|rumou?red"
    r"|by some (?:estimates|accounts)|(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood"
    r"|reported|rumou?red|presumed|feared) to"
    r"|it is (?:said|believed|thought|rumou?red|understood)|could not be (?:independently )?(?:verified"
    r"|confirmed)|one hears|possibly)\b",
    re.IGNORECASE,
)
_DENIALS = re.compile(
    r"\b(?:den(?:y|ies|ied)|called (?:this|that|it) (?:propaganda|a lie|nonsense|false|fiction)"
    r"|rejected the (?:figure|claim|number)s?|disput(?:e|es|ed) the (?:figure|number|claim)s?"
    r"|contest(?:s|ed)? the (?:figure|number|claim)s?|dismiss(?:es|ed) the (?:figure|number|claim)s?)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|by the (?:count|account|reckoning|estimate) of|as reported by)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something.

    Parameters
    ----------
    source
        Party, or the words for an unnamed source; None for the report itself.
    status
        stated | attributed | hedged | denied.
    """

    source: str | None
    status: Status


def attribution(doc: Doc, token: Token, resolver: Resolver, following: str = "") -> Attribution:
    """Return who says the part of a sentence that a token stands in.

    Parameters
    ----------
    doc
        The parsed sentence.
    token
        A token of that part, such as the noun that a figure counts.
    resolver
        Who the nouns stand for.
    following
        The next sentence, in which the other side may deny it.
    """
    source = _according(doc, resolver) or _speaker(token, resolver) or _owner(token, resolver)
    if following and source and _DENIALS.search(following[:80]) and len(following.split()) <= 12:
        return Attribution(source, "denied")
    if _hedged(text_of(doc), token):
        return Attribution(source, "hedged")
    return Attribution(source, "attributed" if source else "stated")


def _hedged(text: str, token: Token) -> bool:
    """A hedge counts for its own clause, cut at semicolons and at a comma with a conjunction."""
    start = max((m.end() for m in re.finditer(r"[;:]|, (?:and|but|while) ", text[: token.idx])), default=0)
    end = next((token.idx + m.start() for m in re.finditer(r";|, (?:and|but|while) ", text[token.idx :])), len(text))
    return bool(_HEDGES.search(text[start:end]))


def _according(doc: Doc, resolver: Resolver) -> str | None:
    match = _ACCORDING.search(text_of(doc))
    if not match:
        return None
    inside = [t for t in doc if t.idx >= match.end() and t.idx < match.end() + 60]
    heads = [t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON")]
    for head in heads[:6]:
        parties = resolver.single(head)
        if parties:
            return parties[0]
        if lemma(head) in _SOURCES:
            return _phrase(head)
        if head.head not in heads and head.pos_ != "PROPN":
            break
    return None


def _speaker(token: Token, resolver: Resolver) -> str | None:
    """The subject of a verb of speech above the token, or set beside it ("..., said the general")."""
    below = token
    for above in [token, *ancestors(token)]:
        if (
            lemma(above) in SPEECH
            and above.pos_ == "VERB"
            and below.dep_ not in ("nsubj", "nsubj:pass", "advcl", "acl:relcl")
        ):
            source = source_of(above, resolver)
            if source:
                return source
        for beside in children(above, "parataxis", "ccomp", "advcl"):
            if (
                beside.i != below.i
                and lemma(beside) in SPEECH
                and child(beside, "nsubj") is not None
                and beside.dep_ == "parataxis"
            ):
                source = source_of(beside, resolver)
                if source:
                    return source
        if above.dep_ == "acl:relcl":
            return None
        below = above
    return None


def source_of(verb: Token, resolver: Resolver) -> str | None:
    """Return who speaks, demands or counts, as a party or as the words for an unnamed source."""
    speakers = agents(verb) if passive(verb) else subjects(verb)
    for speaker in speakers[:1]:
        parties = resolver.single(speaker)
        if parties:
            return parties[0]
        if lemma(speaker) in _SOURCES:
            return _phrase(speaker)
    return None


def _owner(token: Token, resolver: Resolver) -> str | None:
    """Figures inside "its demand for", "the army's estimate of" belong to the owner."""
    for above in [token, *ancestors(token)]:
        if lemma(above) in _DEMAND_NOUNS and above.pos_ == "NOUN":
            owners = [p for c in children(above, "nmod:poss", "compound", "amod") for p in resolver.single(c)]
            if owners:
                return owners[0]
    return None


def _phrase(token: Token) -> str:
    words = [*children(token, "amod", "compound"), token]
    return " ".join(word.text for word in sorted(words, key=lambda word: word.i)).casefold()
