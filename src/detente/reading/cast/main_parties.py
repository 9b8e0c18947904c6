"""The main parties of a report, and those who mediate: who is named most often, and named together."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from detente.ontology.actors import find_names, resolve
from detente.reading.caseless import Caseless
from detente.reading.cast.bands import RISEN
from detente.reading.cast.nouns import BANDS, MOVEMENTS, ORGANISED_NAME, REBELS
from detente.reading.grammar.parser import Doc, Token, children, lemma, text_of, token_at
from detente.reading.meetings.hosts import hosts
from detente.reading.rule import either, words
from detente.reading.who.mentions import Cast, Mention
from detente.reading.who.placenames import in_dateline, is_place
from detente.reading.who.roles import named_parties


def choose_main_parties(cast: Cast, docs: Sequence[Doc]) -> None:
    """Set the main parties of a cast, its mediators, and whom "the government" and "the rebels" mean.

    Parameters
    ----------
    cast
        The cast, its names learned; changed in place.
    docs
        The parsed sentences.
    """
    _count(cast, docs)
    _choose_mediators(cast, docs)
    _choose_parties(cast, docs)


def _count(cast: Cast, docs: Sequence[Doc]) -> None:
    """Count names by their part in the sentence: who acts and speaks weighs more than a place."""
    for doc in docs:
        for mention in cast.mentions(text_of(doc)):
            # Where a report was sent from says nothing of whom it is about.
            if in_dateline(text_of(doc), mention):
                continue
            cast.counts[mention.party] += _weight(doc, mention)


_CAMPS = words("side party camp faction rival belligerent foe army government leader")
_SEVERAL = words("two three both rival warring feuding opposing competing")


def _is_camps(head: Token) -> bool:
    """True for "Arland's two warring camps", "rival Arland factions": the country is the place, not a party."""
    return lemma(head) in _CAMPS and any(c.text.casefold() in _SEVERAL for c in head.children)


def _weight(doc: Doc, mention: Mention) -> int:
    if is_place(text_of(doc), mention):
        return 0
    head = token_at(doc, mention.start, mention.end)
    while head is not None and head.dep_ in ("amod", "compound", "flat", "nmod:poss") and head.head.i != head.i:
        head = head.head
    if head is not None and head.idx >= mention.end and _is_camps(head):
        return 0
    return 2 if head is not None and head.dep_ in ("nsubj", "obl:agent", "nmod:poss") else 1


_TWO_BROKER = Caseless(
    r"\b(?:two|three|both) (?:countries|governments|states|powers) (?:are |have been |were )?"
    r"(?:broker|mediat|host|sponsor|facilitat)\w+"
)


def _choose_mediators(cast: Cast, docs: Sequence[Doc]) -> None:
    found = Counter(party for doc in docs for party in hosts(cast, doc))
    for before, doc in pairwise(docs):
        if _TWO_BROKER.search(text_of(doc)):
            states = [
                pair for pair in _named_together(cast, before) if {cast.kind(party) for party in pair} == {"state"}
            ]
            found.update(party for pair in states[-1:] for party in pair)
    cast.mediators = tuple(sorted(found))


def _choose_parties(cast: Cast, docs: Sequence[Doc]) -> None:
    """The parties are those named most often, and named together ("between A and B", "A and B agreed")."""
    together = Counter(pair for doc in docs for pair in _named_together(cast, doc))
    score = {party: _standing(cast, party, number) for party, number in cast.counts.items()}
    for party, number in (*_governments(cast, docs), *_opponents(cast, docs), *_at_talks(cast, docs)):
        score[party] = score.get(party, 0.0) + number
    ranked = sorted(score, key=lambda party: (-score[party], party))[:7]
    pairs = [
        (score[a] + score[b] + _joint(cast, together, a, b, score), min(a, b), max(a, b))
        for i, a in enumerate(ranked)
        for b in ranked[i + 1 :]
    ]
    if pairs:
        _, *best = max(pairs, key=lambda item: item[0])
        pair = _for_its_region(cast, _at_home(cast, tuple(best), score))
        cast.pair = _apart(_facing_own_state(cast, pair, score, together), score, together)
        cast.pair = _with_third(cast, docs, ranked, together)
    cast.mediators = tuple(party for party in cast.mediators if party not in cast.pair)
    states = [party for party in cast.pair if cast.kind(party) == "state" and party not in cast.mediators]
    groups = [party for party in cast.pair if cast.kind(party) in ("group", "unknown")]
    cast.home = states[0] if len(states) == 1 else _state_of_all(cast, docs) if not states else None
    cast.group = groups[0] if len(groups) == 1 else None
    cast.opposition = cast.group is not None and _is_opposition(cast, cast.group, docs)
    if cast.home and cast.group and _state_of(cast.group) in ranked and _state_of(cast.group) != cast.home:
        # "The government" at talks of a movement with a third state is hardly that state's.
        cast.home = None


_OPPOSITION = re.compile(r"\b[Oo]pposition(?:'s)? (?:[\w-]+ ){0,2}$")
_AN_OPPOSITION = re.compile(r",? (?:is |was )?(?:the|an?|its) (?:[\w-]+ ){0,3}?opposition\b(?! (?:party|to|of))")


def _is_opposition(cast: Cast, group: str, docs: Sequence[Doc]) -> bool:
    """True where a report calls a movement the opposition, or has nobody else whom it calls rebels."""
    texts = [text_of(doc) for doc in docs]
    called = any(
        _OPPOSITION.search(text, 0, m.start) or _AN_OPPOSITION.match(text, m.end)
        for text in texts
        for m in cast.mentions(text)
        if m.party == group and m.kind != "person"
    )
    return called or "pposition" in group or not any(_REBELS.search(text) for text in texts)


_REBELS = re.compile(rf"\b(?i:{either(REBELS)}s?|militia|fighters)\b")


def _state_of_all(cast: Cast, docs: Sequence[Doc]) -> str | None:
    """The state within which both main parties act: the table's, else one named far more often than others."""
    states = {_state_of(party) for party in cast.pair} - {None}
    if len(states) == 1:
        return states.pop()
    texts = [text_of(doc) for doc in docs]
    named = Counter(
        m.party
        for text in texts
        for m in cast.mentions(text)
        if cast.kind(m.party) == "state" and not in_dateline(text, m)
    )
    ranked = [each for each in named.most_common() if each[0] not in cast.mediators][:2]
    alone = ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
    return ranked[0][0] if alone and not states else None


def _at_home(cast: Cast, pair: tuple[str, ...], score: Mapping[str, float]) -> tuple[str, ...]:
    """Set the Borlandese Patriotic Front against Borland, where a third state is named more often."""
    group, state = sorted(pair, key=lambda party: cast.kind(party) == "state")
    if cast.kind(state) != "state" or cast.kind(group) == "state" or _is_of(cast, group, state):
        return pair
    own = [party for party in score if party != state and party not in group and _is_of(cast, group, party)]
    return tuple(sorted((group, own[0]))) if len(own) == 1 else pair


def _for_its_region(cast: Cast, pair: tuple[str, ...]) -> tuple[str, ...]:
    """Put the Front of Ardania in the place of Ardania: a region has nobody to negotiate but its movement."""
    for region in pair:
        if cast.kind(region) in ("group", "unknown") and (movement := _movement_of(cast, region, pair)):
            return tuple(sorted(movement if party == region else party for party in pair))
    return pair


def _movement_of(cast: Cast, region: str, pair: tuple[str, ...]) -> str | None:
    """The one movement that bears a region's name and is named at least half as often as the region."""
    often = [
        party
        for party, number in cast.counts.items()
        if party not in pair
        and 2 * number >= cast.counts[region]
        and number > 1
        and any(region in name.split() for name in _organised_names(party))
    ]
    return often[0] if len(often) == 1 else None


def _organised_names(party: str) -> list[str]:
    actor = resolve(party)
    return [name for name in (actor.names if actor else (party,)) if ORGANISED_NAME.search(name)]


# What its own state must score, beside a third one, for a movement to be taken to face it.
_NEARLY = 0.7


def _facing_own_state(
    cast: Cast, pair: tuple[str, ...], score: Mapping[str, float], together: Counter[tuple[str, str]]
) -> tuple[str, ...]:
    """Set a movement against the state in which it acts, where another is hardly more spoken of, nor beside it."""
    group, state = sorted(pair, key=lambda party: cast.kind(party) == "state")
    if group in RISEN and group not in BANDS:
        # A report on a mutiny names first the state whose soldiers have risen.
        states = [party for party in cast.counts if cast.kind(party) == "state"]
        return tuple(sorted((group, states[0]))) if states else pair
    own = _state_of(group)
    if cast.kind(state) != "state" or own is None or own in pair or own in cast.mediators:
        return pair
    home = tuple(sorted((group, own)))
    nearly = score.get(own, 0.0) >= _NEARLY * score[state]
    return home if nearly and together[pair[0], pair[1]] <= together[home[0], home[1]] else pair


def _apart(pair: tuple[str, ...], score: Mapping[str, float], together: Counter[tuple[str, str]]) -> tuple[str, ...]:
    """Set the first of two movements that nothing sets against each other against the state in which both act."""
    known = [actor for actor in map(resolve, pair) if actor is not None and actor.of is not None]
    if len(known) < 2 or known[0].of != known[1].of or together[pair[0], pair[1]]:
        return pair
    governing = any(re.search(r"Government|House|Council", name) for actor in known for name in actor.names)
    if governing or known[0].of not in score:
        return pair
    return tuple(sorted((max(pair, key=lambda party: score[party]), str(known[0].of))))


def _is_of(cast: Cast, group: str, state: str) -> bool:
    """True for a state and a movement that has its name in one of its own."""
    actor = resolve(group)
    if cast.kind(state) != "state" or (actor is not None and actor.kind != "group"):
        return False
    names = [name for name in (actor.names if actor else (group,)) if ORGANISED_NAME.search(name)]
    return any(found.actor.name == state for name in names for word in name.split() for found in find_names(word))


_GOVERNMENT = re.compile(r"\b[Tt]he (?:government|army|military|cabinet|regime|junta)\b(?! of\b)")


def _state_of(group: str) -> str | None:
    """The state in which a group acts, as the table of actors has it."""
    actor = resolve(group)
    return actor.of if actor else None


# Whose envoy comes to the talks is not the state at whose government they are aimed.
_ENVOY = re.compile(r"(?:'s)? (?:special |peace |chief )?(?:envoy|mediator|ambassador|observer|facilitator)s?\b")


def _governments(cast: Cast, docs: Sequence[Doc]) -> Iterator[tuple[str, int]]:
    """Count "the government" for the state named most, places too, where the report names a group it may face."""
    texts = [text_of(doc) for doc in docs]
    named = Counter(
        m.party
        for text in texts
        for m in cast.mentions(text)
        if not in_dateline(text, m) and not _ENVOY.match(text, m.end)
    )
    for text in texts:
        named.update(m.party for m in cast.mentions(text) if _governs(text, m))
    states = [p for p in named if cast.kind(p) == "state" and p not in cast.mediators]
    if states and any(cast.kind(party) in ("group", "unknown") for party in named):
        groups = [p for p in named if cast.kind(p) in ("group", "unknown") and p not in cast.mediators]
        faced = _state_of(min(groups, key=lambda party: (-named[party], party))) if groups else None
        most = faced if faced in states else min(states, key=lambda party: (-named[party], party))
        yield most, min(sum(len(_GOVERNMENT.findall(text)) for text in texts), 10)


_GOVERNS = re.compile(r"(?:'s)? (?:[a-z]+ ){0,1}?(?:government|army|military|troops|soldiers|forces|cabinet|junta)\b")
_GOVERNED_BY = re.compile(r"\b(?:government|army|military|armed forces|junta) of (?:the )?$")


def _governs(text: str, mention: Mention) -> bool:
    """True where the text names a state's government or army: "Norwegian troops", "the army of Norway"."""
    return bool(_GOVERNS.match(text, mention.end) or _GOVERNED_BY.search(text, 0, mention.start))


_OPPONENTS = re.compile(
    rf"\b[Tt]he (?:{either(REBELS)}s?|opposition|militants?|{either(MOVEMENTS)}|group|alliance)\b"
    r"(?! (?:of|[A-Z])|-)"
)


def _opponents(cast: Cast, docs: Sequence[Doc]) -> Iterator[tuple[str, int]]:
    """Count "the rebels" and "the group" for the group named most, as "the government" counts for a state."""
    groups = [p for p in cast.counts if cast.kind(p) in ("group", "unknown") and p not in cast.mediators]
    if groups:
        most = min(groups, key=lambda party: (-cast.counts[party], party))
        yield most, min(sum(len(_OPPONENTS.findall(text_of(doc))) for doc in docs), 6)


_TALKS = r"(?:talks?|negotiations?|dialogue|truce|cease-?fire|peace deal|peace accord|round|negotiates?|negotiated)"
_TALKS_WITH = re.compile(
    rf"\b{_TALKS} (?:(?:on|in|about) [\w ]{{2,25}} )?(?:with|between) (?:the )?(?:[a-z-]+ ){{0,3}}$"
)
_DELEGATES = re.compile(
    r"(?:'s?)? (?:[a-z-]+ ){0,2}?(?:delegations?|delegates|negotiators?|negotiating team|peace panel|panel|team)\b"
)
_TAKES_PART = re.compile(
    r"(?:'s)?(?: [a-z-]+){0,5} (?:take part in|resume|return to|walk(?:ed)? out of|pull(?:ed|s)? out of"
    rf"|suspend(?:ed|s)?|br(?:ea|o)k(?:en)? off|call(?:ed)? off|attend|join|open|reject(?:ed|s)?)"
    rf" (?:the |its |their |any |[a-z]+ ){{0,3}}{_TALKS}\b"
)


# "the government of President Rudolf and the opposition Ardan Front": who stands beside a government faces it.
_AFTER_GOVERNMENT = re.compile(
    r"\bgovernment(?: of (?:[A-Z][\w'-]+ ?){1,4})?,? (?:and|with|from) (?:the |its |an? )?(?:[\w'-]+ ){0,5}$"
)
_BEFORE_GOVERNMENT = re.compile(
    r"(?: \([A-Z][\w/-]+\))? (?:[a-z]+ ){0,2}(?:and|with) (?:the |its )?(?:[\w-]+ ){0,2}government\b"
)


def _at_talks(cast: Cast, docs: Sequence[Doc]) -> Iterator[tuple[str, int]]:
    """Count whom the report says to negotiate: "talks with Norway", "Norway's delegation", "took part in talks"."""
    found: Counter[str] = Counter()
    for doc in docs:
        text = text_of(doc)
        for m in cast.mentions(text):
            if m.party in cast.mediators or m.kind == "person" or _ENVOY.match(text, m.end):
                continue
            with_them = _TALKS_WITH.search(text, max(0, m.start - 60), m.start)
            found[m.party] += bool(with_them or _DELEGATES.match(text, m.end) or _TAKES_PART.match(text, m.end))
            if cast.kind(m.party) in ("group", "unknown") and _DEALING.search(text):
                beside = _AFTER_GOVERNMENT.search(text, max(0, m.start - 90), m.start)
                found[m.party] += 3 * bool(beside or _BEFORE_GOVERNMENT.match(text, m.end))
    for party in _dealing_first(cast, docs):
        found[party] += 2
    yield from ((party, 2 * min(number, 5)) for party, number in found.items())


# So many sentences tell what a report is about: its headline, its date and its lead.
_FIRST = 4


def _dealing_first(cast: Cast, docs: Sequence[Doc]) -> tuple[str, ...]:
    """A state and whom it deals with in the lead: "Arland's president and the leader of the Front signed"."""
    for doc in docs[:_FIRST]:
        for pair in sorted(set(_named_together(cast, doc))):
            states = any(cast.kind(party) == "state" for party in pair)
            if (
                states
                and not set(pair) & set(cast.mediators)
                and _deal(text_of(doc), cast.mentions(text_of(doc)), pair)
            ):
                return pair
    return ()


_DEALT = re.compile(
    r"\b(?:sign(?:ed)?|agreed?|initial(?:led)?|met|meet|resumed?|reach(?:ed)?|concluded?|accept(?:ed)?|announced?)\b"
)


def _deal(text: str, mentions: Sequence[Mention], pair: tuple[str, ...]) -> bool:
    """True where a verb of dealing follows the two names, or "between" stands before them."""
    places = {m.party: m for m in reversed(mentions) if m.party in pair and m.kind != "person"}
    if len(places) < 2:
        return False
    first, last = min(m.start for m in places.values()), max(m.end for m in places.values())
    return bool(_DEALT.search(text, last, last + 45) or re.search(r"\bbetween\b", text[max(0, first - 30) : first]))


def _joint(cast: Cast, together: Counter[tuple[str, str]], a: str, b: str, score: Mapping[str, float]) -> int:
    """What being named together adds to a pair; those whom the report names but once in passing are no pair."""
    often = min(cast.counts[a], cast.counts[b]) > 1 or min(score[a], score[b]) >= _OFTEN
    return 3 * min(together[min(a, b), max(a, b)], 4) if often else 0


# What a party scores that the report speaks of again and again, if by "the opposition" alone.
_OFTEN = 5


_THREE = re.compile(
    r"\b(?:three[- ](?:delegations|governments|parties|sides|countries|states|party|way|sided|factions)|tripartite"
    r"|trilateral)\b",
    re.IGNORECASE,
)


def _with_third(
    cast: Cast, docs: Sequence[Doc], ranked: Sequence[str], together: Counter[tuple[str, str]]
) -> tuple[str, ...]:
    """Add a third party where the report speaks of three, and names it beside the two."""
    if sum(len(_THREE.findall(text_of(doc))) for doc in docs) < 2:
        return cast.pair
    for other in ranked:
        if other not in cast.pair and cast.kind(other) in ("state", "group", "unknown") and other not in cast.mediators:
            beside = sum(together[min(other, party), max(other, party)] for party in cast.pair)
            return tuple(sorted((*cast.pair, other))) if beside else cast.pair
    return cast.pair


# Who hosts or brokers is a party to the talks only where hardly anybody else is named.
_MEDIATING = 0.25
# Bodies and coalitions watch over talks more often than they hold them; armed groups are named as parties.
_STANDING = {"body": 0.3, "coalition": 0.3, "group": 1.4, "unknown": 1.2, "state": 1.0}


def _standing(cast: Cast, party: str, number: int) -> float:
    return min(number, 24) * _STANDING[cast.kind(party)] * (_MEDIATING if party in cast.mediators else 1.0)


_DEALING = Caseless(
    r"\b(?:between|signed|sign|agreed|agree|ceasefire|cease-fire|truce|met|talks|negotiations|accord|deal"
    r"|war|fighting|clash\w*|conflict)\b"
)


def _named_together(cast: Cast, doc: Doc) -> Iterator[tuple[str, str]]:
    placed = [m for m in cast.mentions(text_of(doc)) if is_place(text_of(doc), m)]
    mentions = [m for m in cast.mentions(text_of(doc)) if m.kind != "person" and m not in placed]
    dealt = bool(_DEALING.search(text_of(doc)))
    for token in doc:
        aimed = dealt or token.dep_.startswith("nsubj")
        if not aimed or token.pos_ not in ("NOUN", "PROPN") or any(m.start <= token.idx < m.end for m in placed):
            continue
        for other in children(token, "conj"):
            for a_party in named_parties(cast, token)[:1]:
                yield from ((min(a_party, b), max(a_party, b)) for b in named_parties(cast, other)[:1] if b != a_party)
    for a, b in pairwise(mentions):
        gap = text_of(doc)[a.end : b.start]
        if a.party != b.party and re.fullmatch(
            r"(?:'s)?(?: [\w-]+){0,2},? and (?:the |its |with |with the )?(?:[a-z]+ ){0,2}|-|–|/| with (?:the )?", gap
        ):
            yield from [(min(a.party, b.party), max(a.party, b.party))] * (2 if dealt else 1)
