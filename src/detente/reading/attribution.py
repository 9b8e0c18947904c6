"""Who says what a sentence says: speech verbs, "according to", demands and plans; hedges and denials."""

import re
from dataclasses import dataclass

from detente.entries import Status
from detente.ontology.actors import resolve
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
_COUNTS = frozenset(["count", "account", "reckoning", "estimate", "estimation", "figure", "tally", "report"])
# Whoever is the subject of one of these speaks; "call", "put" and "hold" have other subjects too.
_PLAIN_SPEECH = frozenset(
    [
        "say",
        "tell",
        "state",
        "report",
        "estimate",
        "reckon",
        "claim",
        "believe",
        "add",
        "remark",
        "declare",
        "announce",
        "guess",
        "write",
        "admit",
        "allege",
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
    r"\b(?:according to|in the words of|by the (?:count|account|reckoning|estimates?|figures) of|as reported by)\s+"
    r"|\bby (?=[^,.;]{2,40}?['’]s? (?:own )?(?:count|account|reckoning|estimate|figure|tally))",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(r"\bestimates? (?:of|from|for|go|run|range|vary|put)\b|\bput at anything\b", re.IGNORECASE)


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
    source = _according(doc, token, resolver) or _speaker(token, resolver) or _owner(token, resolver)
    if source is None and len(resolver.voice) == 1 and (resolver.labelled or _quoted(text_of(doc), token)):
        source = resolver.voice[0]
    if following and source and _DENIALS.search(following[:80]) and len(following.split()) <= 12:
        return Attribution(source, "denied")
    if _hedged(text_of(doc), token):
        return Attribution(source, "hedged")
    return Attribution(source, "attributed" if source else "stated")


def told_by(doc: Doc, token: Token, resolver: Resolver, holder: str) -> str | None:
    """Return who says what a party wants, where that is another party or an unnamed official, None otherwise.

    Parameters
    ----------
    doc
        The parsed sentence.
    token
        The word that tells what the party wants, such as the verb "demanded".
    resolver
        Who the nouns stand for.
    holder
        The party that is said to want it.
    """
    source = _according(doc, token, resolver, _clause(text_of(doc), token)) or _teller(token, resolver, holder)
    if source is None or source == holder:
        return None
    # Whom a "general" or a "spokeswoman" speaks for is often not said: most speak for the party itself.
    unnamed = source.split()[-1].casefold().removesuffix("s") in _SOURCES - _OWN_VOICES
    return source if unnamed or source in resolver.cast.counts or resolve(source) else None


def _teller(token: Token, resolver: Resolver, holder: str) -> str | None:
    """Who tells it in so many words, None where the holder is among them: "both sides said" is each side's own word."""
    below = token
    for above in [token, *ancestors(token)]:
        if above is not token and below.dep_ in ("nsubj", "nsubj:pass", "advcl", "acl:relcl"):
            return None
        beside = [verb for verb in children(above, "parataxis") if verb.i != below.i]
        for verb in beside if above is token else [above, *beside]:
            if lemma(verb) in _TELLING and verb.pos_ == "VERB" and (source := source_of(verb, resolver)):
                own = {party for subject in subjects(verb) for party in resolver.single(subject)}
                return None if holder in own else source
        below = above
    return None


_TELLING = _PLAIN_SPEECH - {"estimate", "reckon", "guess", "believe"}
_OWN_VOICES = frozenset(["spokesman", "spokeswoman", "radio", "television", "newspaper", "agency", "media"])


def _quoted(text: str, token: Token) -> bool:
    return text.count('"', 0, token.idx) % 2 == 1


def _hedged(text: str, token: Token) -> bool:
    """A hedge counts for its own clause."""
    start, end = _clause(text, token)
    return bool(_HEDGES.search(text[start:end]) or _ESTIMATED.search(text[start:end]))


def _clause(text: str, token: Token) -> tuple[int, int]:
    """The clause of a token, cut at semicolons and at a comma with a conjunction."""
    start = max((m.end() for m in re.finditer(r"[;:]|, (?:and|but|while) ", text[: token.idx])), default=0)
    end = next((token.idx + m.start() for m in re.finditer(r";|, (?:and|but|while) ", text[token.idx :])), len(text))
    return start, end


def _according(doc: Doc, token: Token, resolver: Resolver, within: tuple[int, int] | None = None) -> str | None:
    """The source that "according to" names, the nearest of several to the figure."""
    matches = _ACCORDING.finditer(text_of(doc), *(within or ()))
    found = sorted(matches, key=lambda match: abs(match.start() - token.idx))
    return _named_after(doc, found[0].end(), resolver) if found else None


def _named_after(doc: Doc, place: int, resolver: Resolver) -> str | None:
    """Whoever the noun phrase at a place names: a party, else the words for the source."""
    inside = [t for t in doc if place <= t.idx < place + 60]
    heads = [t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ != "compound"]
    for head in heads[:6]:
        parties = resolver.single(head)
        if parties:
            return parties[0]
        if head.head not in heads or lemma(head) in _SOURCES or (head is heads[0] and head.pos_ == "PROPN"):
            return _phrase(head) if head.pos_ != "PRON" and lemma(head) not in _COUNTS else _owned(head, resolver)
    return None


def _owned(noun: Token, resolver: Resolver) -> str | None:
    """Whose count or estimate it is ("the estimations of observers")."""
    for owner in children(noun, "nmod:poss", "nmod"):
        parties = resolver.single(owner)
        return parties[0] if parties else _phrase(owner)
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
        named = speaker.pos_ in ("NOUN", "PROPN") and lemma(verb) in _PLAIN_SPEECH
        if lemma(speaker) in _SOURCES or (named and lemma(speaker) not in _NOBODY):
            return _phrase(speaker)
    return None


_NOBODY = frozenset(
    ["side", "party", "report", "everyone", "figure", "number", "toll", "people", "one", "text", "plan"]
)


def _owner(token: Token, resolver: Resolver) -> str | None:
    """Figures inside "its demand for", "the army's estimate of" belong to the owner."""
    for above in [token, *ancestors(token)]:
        if lemma(above) in _DEMAND_NOUNS and above.pos_ == "NOUN":
            owners = [p for c in children(above, "nmod:poss", "compound", "amod") for p in resolver.single(c)]
            if owners:
                return owners[0]
    return None


def _phrase(token: Token) -> str:
    """The words for a source: a name as it is written, a common noun with its adjectives in lower case."""
    words = [token]
    for each in words:
        words += [c for c in children(each, "amod", "compound", "flat") if c.pos_ != "NUM"]
    text = " ".join(word.text for word in sorted(words, key=lambda word: word.i))
    named = any(word.pos_ == "PROPN" and lemma(word) not in _SOURCES for word in words)
    return text if named else text.casefold()
