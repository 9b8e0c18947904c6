"""Who says what a sentence says: speech verbs, "according to", demands and plans; hedges and denials."""

import re
from dataclasses import dataclass

from detente.entries import Status
from detente.ontology.actors import resolve
from detente.reading.grammar.parser import (
    Doc,
    Token,
    agents,
    ancestors,
    child,
    children,
    lemma,
    marker,
    passive,
    subjects,
    text_of,
)
from detente.reading.rule import words
from detente.reading.who.actors import Resolver
from detente.reading.who.mentions import kind_of

SPEECH = words(
    "say tell state declare announce add claim report confirm insist warn stress note argue maintain contend"
    " explain acknowledge admit allege estimate put count reckon list boast write reply answer believe deny"
    " dispute assert describe reveal disclose recall point suggest propose demand ask call request want offer"
    " promise pledge vow think conclude remark affirm speak foresee seek require observe predict guess tally"
    " quote cite charge counter concede accuse"
)
_DEMAND_NOUNS = words(
    "demand proposal offer plan call request claim estimate count figure list blueprint draft insistence toll"
)
_SOURCES = words(
    "police diplomat witness doctor official analyst observer source agency radio newspaper television media"
    " resident expert critic survivor hospital medic reporter correspondent spokesman spokeswoman economist"
)
_BODIES = words(
    "committee council commission association syndicate union centre center institute organisation organization group"
    " federation network"
)
_COUNTS = frozenset(["count", "account", "reckoning", "estimate", "estimation", "figure", "tally", "report"])
# Whoever is the subject of one of these speaks; "call", "put" and "hold" have other subjects too.
_PLAIN_SPEECH = words(
    "say tell state report estimate reckon claim believe add remark declare announce guess write admit allege"
)
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|unconfirmed|rumou?red"
    r"|by some (?:estimates|accounts)|(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood"
    r"|reported|rumou?red|presumed|feared) to"
    r"|it is (?:\w+ )?(?:said|believed|thought|rumou?red|understood|reckoned|estimated|reported)"
    r"|could not be (?:independently )?(?:verified"
    r"|confirmed)|one hears|possibly)\b",
    re.IGNORECASE,
)
_DENIALS = re.compile(
    r"\b(?:den(?:y|ies|ied)(?= (?:it|this|that|the (?:figure|number|claim|report|account|count))s?(?: \w+)?[.;,]"
    r"|[.;,]|$)|called (?:this|that|it) (?:propaganda|a lie|nonsense|false|fiction)"
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
    source = source or _told_beside(doc, token, resolver) or _told_before(doc, token, resolver)
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


def _named_after(doc: Doc, place: int, resolver: Resolver, end: int | None = None) -> str | None:
    """Whoever the noun phrase at a place names: a party, else the words for the source."""
    inside = [t for t in doc if place <= t.idx < (end or place + 60)]
    heads = [t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ != "compound"]
    for head in heads[:6]:
        parties = resolver.single(head)
        if parties:
            return parties[0]
        if office := _office(head, resolver):
            return office
        if head.head not in heads or lemma(head) in _SOURCES or (head is heads[0] and head.pos_ == "PROPN"):
            return _phrase(head) if head.pos_ != "PRON" and lemma(head) not in _COUNTS else _owned(head, resolver)
    return None


def _owned(noun: Token, resolver: Resolver) -> str | None:
    """Whose count or estimate it is ("the estimations of observers", "a count kept by", "official figures")."""
    if any(lemma(each) in _OF_THE_STATE for each in children(noun, "amod", "compound")):
        return _state(resolver)
    for keeper in (agent for kept in children(noun, "acl") for agent in agents(kept)):
        parties = () if lemma(keeper) in _BODIES else resolver.single(keeper)
        return parties[0] if parties else _phrase(keeper)
    for owner in children(noun, "nmod:poss", "nmod"):
        parties = resolver.single(owner)
        return parties[0] if parties else _phrase(owner)
    return None


_OF_THE_STATE = frozenset(["official", "government", "military"])
# They speak for a state, which is the one among the parties where no other is named.
_MINISTRIES = frozenset(["ministry", "ministries", "intelligence"])
_OFFICES = _MINISTRIES | {"office", "prosecutor", "authority", "police", "official", "government"}


def _state(resolver: Resolver) -> str | None:
    """The one state among the main parties."""
    cast = resolver.cast
    states = [party for party in cast.pair if kind_of(party) == "state"]
    return cast.home or (states[0] if len(states) == 1 else None)


def _office(noun: Token, resolver: Resolver) -> str | None:
    """Whom a ministry or an office speaks for: "the prosecutor's office in Oslo", "the defence ministry"."""
    if lemma(noun) not in _OFFICES:
        return None
    for seat in children(noun, "nmod"):
        if marker(seat) in ("in", "of") and (parties := resolver.single(seat)):
            return parties[0]
    named = any(each.pos_ == "PROPN" for each in noun.subtree)
    return _state(resolver) if lemma(noun) in _MINISTRIES and not named else None


_SAYS = (
    r"(?:says?|said|reports?|reported|reckons?|reckoned|estimates?|estimated|believes?|announced|confirmed|claims?|claimed"
    r"|added|told [^,.;]{2,30})"
)
_ASIDE = re.compile(
    rf",\"? (?P<who>(?!it is )(?:the |an? |its |their )?[^,.;:\"]{{2,60}}?) {_SAYS}"
    rf"(?: (?:on|in|at|late|early|this|last|yesterday|today|later)\b[^,;.]{{0,40}})?(?=[.,;]|$)"
    r"|,\"? (?:says?|said|reported) (?P<whom>[^,.;:\"]{2,60})(?=[.,;]|$)"
)
_CLAUSE_WORDS = re.compile(
    r"^(?:and|but|or|who|which|that|as|when|while|where|because|although|after|before|if|so)\b"
    r"|\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|can)$"
)


def _told_beside(doc: Doc, token: Token, resolver: Resolver) -> str | None:
    """Read "..., the ministry said on Monday", "..., says the governor", however the parser hung it."""
    text = text_of(doc)
    start, end = text.rfind(";", 0, token.idx) + 1, text.find(";", token.idx)
    for match in _ASIDE.finditer(text, start, end + 1 if end >= 0 else len(text)):
        group = "who" if match["who"] else "whom"
        if match.start() >= token.idx and not _CLAUSE_WORDS.match(match[group]):
            return _named_after(doc, match.start(group), resolver, match.end())
    return None


_REPORTING = re.compile(
    r"\b(?P<verb>says?|said|reports?|reported|reckons?|estimates?|estimated|claims?|claimed|warned|announced|confirmed"
    r"|recalled|told [^,.;]{2,30}?)(?: (?:at the time|earlier|later|on \w+|in a [a-z ]{4,20}|yesterday|today))? that "
)


def _told_before(doc: Doc, token: Token, resolver: Resolver) -> str | None:
    """Read "Norway said at the time that ... and that ...", "The UN estimates that ...", however the parser hung it."""
    found = list(_REPORTING.finditer(text_of(doc), 0, token.idx))
    if not found or re.search(r"[;:]|, (?:but|while|who|which) ", text_of(doc)[found[-1].end() : token.idx]):
        return None
    verb = next((each for each in doc if each.idx == found[-1].start("verb")), None)
    if verb is None or verb.dep_ == "acl:relcl":
        return None
    if verb.pos_ == "VERB":
        return source_of(verb, resolver)
    owner = next((each for each in children(verb, "compound", "nsubj") if resolver.single(each)), None)
    return resolver.single(owner)[0] if owner is not None else None


def _holds_out(verb: Token) -> bool:
    """Read "held out for 2 kilometres" as a demand; whom somebody held for a year is nobody's word."""
    return lemma(verb) == "hold" and verb.i + 1 < len(verb.doc) and verb.nbor().text == "out"


def _speaker(token: Token, resolver: Resolver) -> str | None:
    """The subject of a verb of speech above the token, or set beside it ("..., said the general")."""
    below = token
    for above in [token, *ancestors(token)]:
        if (
            (lemma(above) in SPEECH or _holds_out(above))
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
        if office := _office(speaker, resolver):
            return office
        if lemma(speaker) in _COUNTS and (owner := _owned(speaker, resolver)):
            return owner
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


def _name_after(noun: Token) -> str:
    """The capitalised words right behind a common noun."""
    if noun.pos_ != "NOUN" or not noun.text.islower():
        return ""
    match = _CAPITALISED.match(noun.doc.text, noun.idx + len(noun.text))
    return match["name"] if match else ""


_CAPITALISED = re.compile(r" (?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)")


def _phrase(token: Token) -> str:
    """The words for a source: a name as it is written, a common noun with its adjectives in lower case.

    Of "the rights group Open Door" only the name is kept.
    """
    if name := _name_after(token):
        return name
    found = [token]
    for each in found:
        found += [c for c in children(each, "amod", "compound", "flat") if c.pos_ != "NUM" and c not in found]
    if token.pos_ == "NOUN" and lemma(token) in _BODIES:
        found += [w for c in children(token, "nmod") if marker(c) == "of" for w in c.subtree if w.pos_ != "PUNCT"]
    ordered = sorted(set(found), key=lambda word: word.i)
    named = any(word.pos_ == "PROPN" and lemma(word) not in _SOURCES for word in ordered)
    if named and ordered[-1].pos_ == "PROPN":
        while ordered[0].pos_ == "NOUN" and ordered[0].text.islower():
            ordered = ordered[1:]
    text = " ".join(word.text for word in ordered)
    return text if named else text.casefold()
