"""Acts told by a verb: the first entry of the table that fits, with doer, target, date and place."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.entries import Event
from detente.reading.acts.act import Act
from detente.reading.acts.arguments import doing, other_party, parties_of, struck, undergoing, undergone
from detente.reading.acts.doers import blaming, doers_of, outcome, told_by_main
from detente.reading.acts.enough import enough
from detente.reading.acts.fits import candidates, fits, fresh
from detente.reading.acts.targets import targets_of
from detente.reading.frame import Frame, by
from detente.reading.grammar.happening import SPOKEN, announced, decided, happened
from detente.reading.grammar.parser import Token, children, lemma, marker, negated, subjects
from detente.reading.grammar.places import place_in
from detente.reading.rule import words


def of_verb(frame: Frame, token: Token) -> Iterator[Event]:
    """Yield the act that a verb tells of.

    Parameters
    ----------
    frame
        The sentence.
    token
        A verb, or a word that may be one.
    """
    acts = candidates(frame, token)
    if not acts:
        return
    told = functools.cache(lambda spoken: happened(frame, token, spoken=spoken))
    for act in acts:
        if not (told(act.rule.says in SPOKEN) or _declared(frame, token, act)):
            continue
        if act.dated and not (frame.dates or frame.context or fresh(token)):
            continue
        if not fits(frame, token, act):
            continue
        if act.rule.says == "ASSAULT" and act.aim != "subject" and token.dep_ == "acl" and told_by_main(token):
            return
        found = list(_befallen(frame, token, act) if act.aim == "subject" else _done(frame, token, act))
        if found:
            yield from found
            return


def _done(frame: Frame, token: Token, act: Act) -> Iterator[Event]:
    actors = doers_of(frame, token, act)
    if len(actors) > _MANY and act.rule.says in _SIGNED_TOGETHER:
        actors = actors[:1]
    recipients = targets_of(frame, token, act, actors)
    if act.rule.says == "ASSAULT" and (speakers := blaming(frame, token, actors, recipients)):
        date, source = frame.day_of(spoken=True), by("blamed-by-speaker", 0.5)
        for blamed in () if outcome(token) else actors:
            yield Event("ACCUSE", speakers[0], blamed, date, None, frame.whole(), by=source)
        return
    both = _on_each_other(frame, token, act, actors, recipients)
    if both:
        for one, other in (both, both[::-1]):
            yield from _events(frame, token, act, [one], [other])
    elif not act.mutual and enough(frame, token, act, actors, recipients):
        yield from _events(frame, token, act, actors, recipients)
        yield from _gapped(frame, token, act, actors, recipients)


# A larger group goes under the one that is named first.
_MANY = 3
_SIGNED_TOGETHER = frozenset(["ACCUSE", "SANCTION", "SUPPORT"])
_EACH_OTHER = re.compile(r"^[^.;:]{0,60}?\b(?:each other|one another|each the other)\b")


def _on_each_other(
    frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]
) -> Sequence[str]:
    """Read "A and B shelled each other", "A exchanged fire with B": both did it, each to the other."""
    both = list(dict.fromkeys([*actors, *recipients])) if act.mutual else list(actors)
    if act.mutual and not actors and undergone(token):
        named = {mention.party for mention in frame.resolver.cast.mentions(frame.text)}
        both = [party for party in frame.resolver.cast.pair if party in named]
    told = act.mutual or _EACH_OTHER.match(frame.text[token.idx + len(token.text) :]) is not None
    told = told or (act.rule.id in _MADE_BY_BOTH and _by_both(token) and both == list(frame.resolver.cast.pair))
    return both if told and len(both) == _SEVERAL and (act.aim != "none" or act.rule.says == "MOBILIZE") else ()


# "Both sides fired mortars", "each side has moved soldiers up": each did it against the other.
_MADE_BY_BOTH = words("fire-at hurl launch-attack mobilize send-forces move-up call-up")
_BOTH = words("both each two")


def _by_both(token: Token) -> bool:
    return any(c.text.casefold() in _BOTH for noun in doing(token) for c in (noun, *noun.children))


def _declared(frame: Frame, token: Token, act: Act) -> bool:
    """True for what is done by saying so: a sanction that is decided, talks and accords that are declared left."""
    if act.counts == "done" or negated(token):
        return False
    return announced(frame, token) or (act.counts == "decided" and decided(frame, token))


def _gapped(frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]) -> Iterator[Event]:
    """Read "took Ribe in January and Moss in February": a further act with a day of its own."""
    if act.aim == "none" or len(frame.dates) < _SEVERAL or undergone(token):
        return
    for first, second in pairwise(frame.dates):
        gap = _ANOTHER.fullmatch(frame.text, first.end, second.start)
        if gap and 0 < first.start - token.idx < _CLAUSE_LONG and second.past:
            quote, source = frame.quote(gap.start("what"), second.end), by(act.rule.id, act.rule.confidence)
            for actor in actors:
                for recipient in recipients or (None,):
                    yield Event(act.rule.says, actor, recipient, second.past, None, quote, by=source)


_SEVERAL, _CLAUSE_LONG = 2, 90
# What stands between two dates where the second belongs to another object of the same verb.
_ANOTHER = re.compile(r",? and (?:the )?(?:(?:town|city|port|village) of )?(?P<what>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*) ")


def _befallen(frame: Frame, token: Token, act: Act) -> Iterator[Event]:
    """Read "A came under fire from B", "the town fell to B": the subject is whom the act befalls."""
    said = [c for c in children(token, "obl", "obl:agent") if marker(c) in ("under", "to", "by", "from", "into")]
    near = [n for c in said for n in (c, *children(c, "amod", "compound", "nmod:poss", "nmod"))]
    actors = parties_of(frame, near)
    recipients = [p for p in struck(frame, doing(token), act) if p not in actors]
    recipients = recipients or other_party(frame, actors)
    if recipients and len(actors) < 3:
        yield from _events(frame, token, act, actors, recipients)


def _events(frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]) -> Iterator[Event]:
    date = frame.day_of(token, spoken=act.rule.says in SPOKEN - {"REQUEST"})
    place = None if act.rule.says in SPOKEN else place_in(frame, token)
    start, end = _stretch(token)
    quote = frame.quote(start, end) if end - start > _SHORT else frame.whole()
    source = by(act.rule.id, act.rule.confidence)
    if act.rule.says == "PROTEST" and not actors:
        actors = _crowd(token)
    if not actors and act.doer == "untold":
        recipients = ()
    says = _freed_as(frame, act)
    if says == "COOPERATE" and not recipients:
        recipients = other_party(frame, actors)
    if says == "CONCEDE" and act.frees and not recipients and _fighters_freed(frame, token):
        recipients = other_party(frame, actors)
    for actor in actors or (None,):
        for recipient in recipients or (None,):
            yield Event(says, actor, recipient, date, place, quote, by=source)


# Who is freed for somebody else, or as agreed, is exchanged; who is freed for nothing is let go.
_FOR_SOMEBODY = re.compile(
    r"\b(?:(?:exchange|swap|trade)\b(?! of fire)|(?:under|as part of|in line with|in keeping with"
    r"|as agreed (?:in|under)|foreseen (?:in|by)|stipulated|required by) (?:[\w'-]+ ){0,4}?(?:accords?|agreement"
    r"|deal|declaration|truce|protocol|cease-?fire|mechanism|resolutions?|arrangement"
    r"|memorandum|stipulat\w+|each)\b|as (?:stipulated"
    r"|agreed)\b)"
)
_FOR_NOTHING = re.compile(
    r"\b(?:gestures?|good ?will|unasked|unilateral\w*|without (?:asking|conditions?|a price|ransom|anything)|no strings"
    r"|nothing in return|free of charge)\b",
    re.IGNORECASE,
)


def _freed_as(frame: Frame, act: Act) -> str:
    """An exchange that was carried out is cooperation; prisoners freed by one side alone are a concession."""
    if not act.frees:
        return act.rule.says
    if _FOR_NOTHING.search(frame.text):
        return "CONCEDE"
    return "COOPERATE" if _FOR_SOMEBODY.search(frame.text) else act.rule.says


_FIGHTERS = words(
    "militant rebel guerrilla insurgent separatist fighter soldier policeman officer lawmaker congressman"
)


def _fighters_freed(frame: Frame, token: Token) -> bool:
    """Read "freed dozens of militants": fighters of the other side, where two sides are known."""
    freed = list(undergoing(token))
    freed += [c for noun in freed for c in children(noun, "nmod", "compound")]
    return any(lemma(noun) in _FIGHTERS for noun in freed)


_CROWDS = frozenset(
    ["students", "settlers", "farmers", "workers", "monks", "villagers", "refugees", "veterans", "relatives", "miners"]
)


def _crowd(token: Token) -> list[str]:
    """Who protests, where it is a group that stands for nobody else ("students")."""
    return [noun.text.casefold() for noun in doing(token) if noun.text.casefold() in _CROWDS]


# A verb without its clause, where the tree is wrong, is no quote that anybody could check.
_SHORT = 20


def _stretch(token: Token) -> tuple[int, int]:
    """The clause of a predicate; a long one is cut to two hundred characters."""
    inside = [t for t in token.subtree if t.dep_ != "punct"]
    subject = [t for s in subjects(token) for t in s.subtree]
    tokens = [t for t in inside + subject if abs(t.idx - token.idx) < 200]
    return min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens)
