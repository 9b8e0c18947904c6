"""What somebody did: acts that happened, with actor, recipient, date and place; `rounds` reads the talks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.entries import Event
from detente.reading.acts import acts, deeds, meetings, resolutions
from detente.reading.event_words import (
    AIRCRAFT,
    ATTACKS,
    CAPTIVES,
    FIGURATIVE,
    LAND,
    SEIZING,
    SPOKEN,
    TARGET,
    TROOPS,
    WEAK,
    WELCOME,
)
from detente.reading.frame import Frame, by
from detente.reading.parser import (
    Token,
    agents,
    ancestors,
    auxiliaries,
    child,
    children,
    lemma,
    marker,
    negated,
    passive,
    subjects,
)
from detente.reading.places import place_in
from detente.reading.plain_acts import plain_acts
from detente.reading.rules import Rule, lookup
from detente.reading.rules_of_acts import EVENT_VERBS

_VERBS = lookup(tuple(rule for rule in EVENT_VERBS if rule.says not in ("AGREE", "CONSULT")))
_BY_TYPE = {rule.says: rule for rule in EVENT_VERBS}


def events(frame: Frame) -> list[Event]:
    """Return the acts that a sentence reports.

    Parameters
    ----------
    frame
        The sentence.
    """
    found: list[Event] = []
    for token in frame.doc:
        if token.pos_ == "VERB":
            found += _of_verb(frame, token)
        elif token.pos_ == "NOUN":
            found += _of_noun(frame, token)
    found += [*_of_swap(frame), *_of_leaving(frame), *acts(frame), *meetings(frame), *deeds(frame), *resolutions(frame)]
    return [*found, *plain_acts(frame, found)]


_SWAP = re.compile(
    r"\b(?:prisoner|captive|body|hostage|pow)s? (?:swap|exchange)\b.{0,30}?\b(?:saw|freed|took place"
    r"|was (?:carried out|completed|held)|brought home|went ahead|released)\b"
    r"|\b(?:swapped|exchanged) (?:[\w,.]+ ){0,4}(?:prisoners|captives|bodies|hostages|detainees)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:left|leaves|quit) the (?:negotiating |bargaining )?table\b|\bwalk(?:ed|s) (?:out|away) (?:of"
    r"|from) the (?:[\w-]+ )?(?:talks|table|negotiations|meeting|session)\b",
    re.IGNORECASE,
)


def _of_swap(frame: Frame) -> Iterator[Event]:
    """A swap that was carried out is cooperation of both sides."""
    match, pair = _SWAP.search(frame.text), frame.resolver.cast.pair
    if match and len(pair) == 2 and not re.search(r"\b(?:will|would|shall|to) \w*$", frame.text[: match.start()]):
        rule = _BY_TYPE["COOPERATE"]
        yield Event(
            "COOPERATE", *pair, frame.date_for(), None, frame.quote(*match.span()), by=by(rule.id, rule.confidence)
        )


def _of_leaving(frame: Frame) -> Iterator[Event]:
    """Whoever is named last before "left the table" broke the talks off."""
    match, pair = _LEAVING.search(frame.text), frame.resolver.cast.pair
    before = [m for m in frame.resolver.cast.mentions(frame.text[: match.start()]) if m.party in pair] if match else []
    if match and before:
        actor = before[-1].party
        other = next((p for p in pair if p != actor), None)
        rule = _BY_TYPE["REJECT"]
        token = min(frame.doc, key=lambda t: abs(t.idx - match.start()))
        quote = frame.quote(before[-1].start, match.end())
        yield Event(
            "REJECT",
            actor,
            other,
            frame.date_for(token),
            place_in(frame, token),
            quote,
            by=by(rule.id, rule.confidence),
        )


def _of_verb(frame: Frame, token: Token) -> Iterator[Event]:
    base = lemma(token)
    rule = _VERBS.get(base)
    if base in WEAK and rule is None:
        rule = _BY_TYPE["ASSAULT"]
    if (
        rule is None
        or not _happened(token, rule, bool(frame.context or frame.dates))
        or not _fits(frame, token, base, rule)
    ):
        return
    actors, recipients = _actors(frame, token), _recipients(frame, token, rule)
    recipients = [r for r in recipients if r not in actors]
    if not recipients and actors and rule.says in ("ASSAULT", "ACCUSE", "THREATEN"):
        recipients = _other_in_sentence(frame, token, actors)
    if not recipients and len(actors) == 1 and _at_the_other(frame, token, rule):
        recipients = (
            [p for p in frame.resolver.cast.pair if p not in actors]
            if set(actors) <= set(frame.resolver.cast.pair)
            else []
        )
        recipients = recipients[:1]
    if not recipients and base == "object":
        main = next((t for t in frame.doc if t.dep_ == "ROOT"), token)
        recipients = [p for s in subjects(main) for p in frame.resolver.single(s) if p not in actors]
    if not actors and not (rule.says == "ASSAULT" and recipients):
        return
    if rule.says in ("THREATEN", "ACCUSE") and not recipients:
        return
    if rule.says == "REQUEST" and not _to_a_third(frame, actors, recipients):
        return
    if rule.says == "REJECT" and _LEAVING.search(frame.text):
        return
    if rule.says in ("RETREAT", "CONCEDE", "MOBILIZE"):
        recipients = recipients[:1]
    for actor in _or_unknown(actors):
        for recipient in _or_unknown(recipients):
            yield _event(frame, token, rule, actor, recipient)


def _at_the_other(frame: Frame, token: Token, rule: Rule) -> bool:
    """True where an act is aimed at the other main party unless the sentence names somebody else."""
    if rule.says == "THREATEN":
        return bool(_HARMFUL.search(frame.text[token.idx :]))
    if rule.says == "REJECT":
        return True
    return rule.says == "ASSAULT" and bool({lemma(o) for o in _objects(token)} & (LAND | TROOPS | {"line"}))


_HARMFUL = re.compile(r"\b(?:will|would|if|strike|war|action|force|retaliat\w+|consequences|attacks?)\b")


def _or_unknown(parties: Sequence[str]) -> Sequence[str | None]:
    return parties or (None,)


def _event(frame: Frame, token: Token, rule: Rule, actor: str | None, recipient: str | None) -> Event:
    date = frame.date_for(token)
    finite = token.tag_ == "VBD" or "has" in auxiliaries(token) or "have" in auxiliaries(token)
    if date is None and not frame.dates and (finite or rule.says in SPOKEN):
        date = frame.report.date
    place = None if rule.says in SPOKEN else place_in(frame, token)
    start, end = _stretch(token)
    return Event(rule.says, actor, recipient, date, place, frame.quote(start, end), by=by(rule.id, rule.confidence))


def _stretch(token: Token) -> tuple[int, int]:
    """The clause of a predicate; a long one is cut to two hundred characters."""
    inside = [t for t in token.subtree if t.dep_ != "punct"]
    subject = [t for s in subjects(token) for t in s.subtree]
    tokens = [t for t in inside + subject if abs(t.idx - token.idx) < 200]
    return min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens)


DOUBTED = frozenset(["allegedly", "reportedly", "supposedly", "purportedly"])
"""What only describes somebody ("the children allegedly taken by ...") and is in doubt is no act that is reported."""


def _happened(token: Token, rule: Rule, chronicle: bool) -> bool:
    """Past, perfect or reported; not negated, wished for, conditional or still to come."""
    aux = set(auxiliaries(token))
    if token.dep_ == "acl" and token.tag_ == "VBN" and any(c.text.casefold() in DOUBTED for c in token.children):
        return False
    if negated(token) or aux & {
        "will",
        "would",
        "shall",
        "should",
        "must",
        "can",
        "could",
        "may",
        "might",
        "'d",
        "'ll",
    }:
        return False
    for above in [token, *ancestors(token)]:
        if marker(above) in ("if", "unless", "whether"):
            return False
        if (
            above.dep_ in ("ROOT", "parataxis", "acl:relcl")
            and above.i != token.i
            and set(auxiliaries(above)) & {"would", "might"}
        ):
            return False
    if token.tag_ == "VB":
        return (
            token.dep_ == "xcomp"
            and lemma(token.head) in ("manage", "begin", "start", "continue")
            and not negated(token.head)
        )
    if token.tag_ == "VBG":
        begun = token.dep_ == "xcomp" and lemma(token.head) in ("begin", "start", "continue", "keep", "resume")
        beside = token.dep_ in ("advcl", "acl", "conj") and token.head.tag_ in (
            "VBD",
            "VBN",
            "NN",
            "NNS",
            "NNP",
            "NNPS",
            "VBG",
            "VB",
        )
        return begun or (beside and marker(token) in ("by", "", "with"))
    if token.tag_ in ("VBP", "VBZ"):
        return rule.says in SPOKEN or (chronicle and token.dep_ in ("ROOT", "conj", "parataxis"))
    return token.tag_ in ("VBD", "VBN")


def _fits(frame: Frame, token: Token, base: str, rule: Rule) -> bool:
    """Some verbs need the right object to be an act of this type."""
    objects = [lemma(o) for o in _objects(token)]
    if rule.says == "ASSAULT":
        if base in WEAK or base in ("fire",):
            return bool(set(objects) & ATTACKS) or (
                base == "fire" and any(marker(c) in TARGET for c in children(token, "obl"))
            )
        if base in SEIZING:
            return (child(token, "compound:prt") is None and bool(set(objects) & LAND)) or any(
                o.pos_ == "PROPN" for o in _objects(token)
            )
        if base in ("strike", "storm", "attack", "blow", "retaliate", "raid", "shoot"):
            if base == "shoot" and any(c.text.casefold() == "down" for c in token.children):
                return bool(set(objects) & AIRCRAFT)
            return not set(objects) & FIGURATIVE and (base != "blow" or child(token, "compound:prt") is not None)
        return not set(objects) & FIGURATIVE
    if rule.says == "SANCTION":
        return base in ("expel", "sanction", "embargo") or any(
            re.search(r"sanction|embargo|blockade|asset|ban|fund", lemma(o)) for o in _objects(token)
        )
    if rule.says == "MOBILIZE":
        return bool(set(objects) & TROOPS) or (base == "deploy" and not objects)
    if rule.says == "RETREAT":
        back = base in ("withdraw", "retreat", "evacuate") or any(
            p.text.casefold() in ("out", "back") for p in token.children
        )
        return back and (
            bool(set(objects) & TROOPS)
            or any(
                {t.text.casefold() for t in s.subtree} & {f"{w}s" for w in TROOPS}
                for s in children(token, "nsubj", "nsubj:pass")
            )
        )
    if rule.says == "CONCEDE":
        return bool(set(objects) & CAPTIVES)
    if rule.says == "REJECT":
        return _breaks_off(frame, token, base)
    if rule.says == "COOPERATE":
        return bool(set(objects) & {"prisoner", "captive", "body", "pow", "hostage", "remains"})
    if rule.says == "SUPPORT":
        return bool(set(objects) & WELCOME) or any(frame.resolver.single(o) for o in _objects(token))
    if rule.says == "PROTEST":
        return bool(children(token, "obl", "obj"))
    if rule.says == "COERCE":
        return bool(_objects(token))
    if rule.says == "ACCUSE" and base == "object":
        return any(marker(c) == "to" for c in children(token, "obl", "advcl", "xcomp", "nmod"))
    return True


def _breaks_off(frame: Frame, token: Token, base: str) -> bool:
    text = " ".join(t.text for t in token.subtree).casefold()
    talks = _TALKS.search(" ".join(t.text for o in _objects(token) for t in o.subtree).casefold())
    if base == "walk":
        return bool(re.search(r"\bwalk\w* (?:out|away)\b", text)) and bool(_TALKS.search(text))
    if base == "break":
        return bool(talks) and bool(re.search(r"\bbr\w+ off\b", text))
    return bool(talks)


_TALKS = re.compile(
    r"\b(?:table|talks|negotiations|session|conference|meeting|accord|agreement|treaty|truce|ceasefire"
    r"|process|participation|part in|dialogue|contacts|relations|commission)\b"
)


def _objects(token: Token) -> list[Token]:
    found = children(token, "obj", "nsubj:pass")
    return [each for each in found for each in [each, *children(each, "conj")]]


def _actors(frame: Frame, token: Token) -> list[str]:
    nouns = (
        agents(token)
        if passive(token)
        else subjects(token) or ([token.head] if token.dep_ == "acl" and token.tag_ == "VBG" else [])
    )
    found: list[str] = []
    for noun in nouns:
        named = _included(frame, noun) or list(frame.resolver.single(noun))
        found += [party for party in named if party not in found]
    return found


def _included(frame: Frame, noun: Token) -> list[str]:
    """Read "Several allies, including A and B": those who are named."""
    for each in noun.subtree:
        if any(c.text.casefold() == "including" for c in each.children):
            return list(frame.resolver.parties(each))
    return []


def _recipients(frame: Frame, token: Token, rule: Rule) -> list[str]:
    found: list[str] = []
    for noun in _objects(token):
        found += [p for p in frame.resolver.single(noun) if p not in found]
        if not found:
            found += [
                p
                for c in children(noun, "nmod")
                if marker(c) in TARGET | {"of", "in", "from"}
                for p in frame.resolver.parties(c)
                if p not in found
            ]
    if not found:
        for obl in children(token, "obl", "iobj", "nmod"):
            if marker(obl) in TARGET | {"with", "to"} or obl.dep_ == "iobj":
                found += [p for p in frame.resolver.parties(obl) if p not in found]
                found += [
                    p
                    for c in children(obl, "nmod:poss", "amod", "compound")
                    for p in frame.resolver.parties(c)
                    if p not in found
                ]
    return found


def _other_in_sentence(frame: Frame, token: Token, actors: list[str]) -> list[str]:
    pair = frame.resolver.cast.pair
    if not set(actors) & set(pair):
        return []
    others = [p for p in pair if p not in actors]
    inside = {m.party for m in frame.resolver.cast.mentions(frame.text)}
    return [p for p in others if p in inside]


def _to_a_third(frame: Frame, actors: list[str], recipients: list[str]) -> bool:
    return bool(recipients) and not set(recipients) <= set(frame.resolver.cast.pair)


def _of_noun(frame: Frame, token: Token) -> Iterator[Event]:
    """Read "Attacks against Ruritania's railway", with a date of its own."""
    if lemma(token) not in ATTACKS - {"operation", "drone", "missile", "rocket", "shell", "fire"} or not frame.dates:
        return
    head = token.head
    if token.dep_ in ("obj", "nsubj:pass") and lemma(head) in WEAK | {"continue", "stop", "end", "halt"}:
        return
    targets = [c for c in children(token, "nmod") if marker(c) in ("against", "on", "at")]
    recipients = [
        p
        for c in targets
        for p in (
            *frame.resolver.single(c),
            *[q for d in children(c, "nmod", "nmod:poss", "amod") for q in frame.resolver.single(d)],
        )
    ]
    actors = [p for c in children(token, "nmod:poss", "amod", "compound") for p in frame.resolver.single(c)]
    if not recipients or set(auxiliaries(head)) & {"will", "would", "could", "might", "may"}:
        return
    rule = _BY_TYPE["ASSAULT"]
    yield _event(frame, token, rule, actors[0] if actors else None, recipients[0])


def merge(found: list[Event]) -> list[Event]:
    """Keep one entry per act: the same type, actor and recipient on the same day, or with a day and without.

    Parameters
    ----------
    found
        Events in the order of the text.
    """
    kept: list[Event] = []
    for event in found:
        for i, other in enumerate(kept):
            same = (event.type, event.actor, event.recipient) == (other.type, other.actor, other.recipient)
            if same and _same_date(event.date, other.date):
                longer = event if len(event.date or "") > len(other.date or "") else other
                kept[i] = replace(other, date=longer.date, place=other.place or event.place)
                break
        else:
            kept.append(event)
    return kept


def _same_date(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)
