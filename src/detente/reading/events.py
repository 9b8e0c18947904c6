"""What somebody did: acts that happened, with actor, recipient, date and place; `rounds` reads the talks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.entries import Event
from detente.reading.act import Act
from detente.reading.acts import meetings, resolutions
from detente.reading.arguments import (
    LAND,
    aimed_at,
    doers,
    doing,
    named_before,
    other_party,
    parties_of,
    said_target,
    struck,
    undergoing,
    undergone,
)
from detente.reading.blame import TELLING, blames, said_by, threats
from detente.reading.consulting import consultations
from detente.reading.dealings import dealings, joint_statements, ratified
from detente.reading.deeds import deeds
from detente.reading.frame import Frame, by
from detente.reading.happening import SPOKEN, announced, decided, happened, told_in_present, unreal
from detente.reading.mentions import kind_of
from detente.reading.parser import (
    Token,
    agents,
    ancestors,
    auxiliaries,
    children,
    conjuncts,
    lemma,
    lemma_as,
    marker,
    negated,
    subjects,
)
from detente.reading.places import place_in
from detente.reading.rule import words
from detente.reading.rules_of_acts import ACTS

_BY_VERB: dict[str, list[Act]] = {}
for _each in ACTS:
    for _verb in sorted(_each.rule.words):
        _BY_VERB.setdefault(_verb, []).append(_each)
# The recipient is said, or the act is none of its kind.
_NEEDED = frozenset(["THREATEN", "ACCUSE"])
# What befalls people is told without saying who did it.
_OF_CROWDS = frozenset(["protest", "take-to-streets", "go-on-strike"])
# "The talks were suspended on Monday" is told without saying by whom.
_OF_TALKS = frozenset(["break-off", "freeze-talks", "call-off"])
_DOER_UNKNOWN = frozenset(["ASSAULT", "PROTEST"])


def events(frame: Frame) -> list[Event]:
    """Return the acts that a sentence reports.

    Parameters
    ----------
    frame
        The sentence.
    """
    found: list[Event] = []
    for token in frame.doc:
        if token.pos_ in ("VERB", "NOUN", "PROPN"):
            found += _of_verb(frame, token)
        elif token.pos_ == "ADJ" and lemma(token) in _GRATEFUL:
            found += _of_gratitude(frame, token)
    found += _likewise(frame, found)
    return [
        *_told_once([*found, *deeds(frame)]),
        *_of_swap(frame),
        *_of_leaving(frame, found),
        *_of_phrases(frame, found),
        *blames(frame, found),
        *threats(frame, found),
        *meetings(frame),
        *consultations(frame),
        *dealings(frame),
        *ratified(frame),
        *joint_statements(frame),
        *resolutions(frame),
    ]


def _told_once(found: Sequence[Event]) -> list[Event]:
    """Leave out what a sentence tells again with less: "four were killed when A bombed B's town" is one act."""
    kept = []
    for event in found:
        fuller = any(
            other.type == event.type == "ASSAULT"
            and other.date == event.date
            and event.actor in (None, other.actor)
            and event.recipient in (None, other.recipient)
            and (other.actor, other.recipient) != (event.actor, event.recipient)
            for other in found
        )
        if not fuller:
            kept.append(event)
    return kept


_GRATEFUL = frozenset(["grateful", "thankful", "indebted"])


_MODAL = frozenset(["will", "would", "may", "might", "could", "should", "must"])


def _of_gratitude(frame: Frame, token: Token) -> Iterator[Event]:
    """Read "A is grateful to B and C"."""
    to = [each for c in children(token, "obl", "nmod") if marker(c) == "to" for each in conjuncts(c)]
    actors = parties_of(frame, subjects(token))
    if len(actors) == 1 and not negated(token) and not unreal(token) and not set(auxiliaries(token)) & _MODAL:
        for recipient in parties_of(frame, to):
            if recipient not in actors:
                date = frame.date_for(token) or frame.report.date
                yield Event("SUPPORT", actors[0], recipient, date, None, frame.whole(), by=by("thanks", 0.6))


_SO_DID = re.compile(
    r"(?:^\W*|\band )[Ss]o (?:did|does|do|has|have) (?P<after>[^.;,]{3,60})|\bas did (?P<as>[^.;,]{3,60})"
    r"|^(?P<before>[^.;,]{3,50}) (?:did (?:so,? )?(?:too|likewise|the same)|followed suit)\b"
)


def _likewise(frame: Frame, found: Sequence[Event]) -> Iterator[Event]:
    """Read "So did B", "B followed suit": what was told last was done by another as well."""
    match = _SO_DID.search(frame.text)
    if match is None:
        return
    told = [e for e in found or frame.resolver.acts if e.type in SPOKEN | {"SANCTION"}][-1:]
    span = match.span(str(match.lastgroup))
    named = [m.party for m in frame.resolver.cast.mentions(frame.text) if span[0] <= m.start < span[1]]
    for event in told:
        for party in dict.fromkeys(named):
            if party not in (event.actor, event.recipient):
                date = frame.date_for() if frame.dates else event.date
                yield replace(event, actor=party, date=date, quote=frame.whole())


_SWAP = re.compile(
    r"\b(?:prisoner|captive|body|hostage|pow)s? (?:swap|exchange)\b.{0,30}?\b(?:saw|freed|took place"
    r"|was (?:carried out|completed|held)|brought home|went ahead|released)\b"
    r"|\b(?:swapped|exchanged|exchanging|swapping) (?:[\w,.]+ ){0,4}(?:prisoners|captives|bodies|hostages|detainees)\b"
    r"|\b(?:prisoners|captives|bodies|hostages|detainees|soldiers|remains) (?:were|have been|had been) (?:swapped"
    r"|exchanged)\b"
    r"|\b(?:released|freed|handed over|set free|returned) (?:[\w,.]+ ){0,3}in (?:exchange|return) for (?:[\w,.]+ ){0,5}"
    r"(?:prisoners|captives|bodies|hostages|detainees|soldiers)\b",
    re.IGNORECASE,
)


def _of_swap(frame: Frame) -> Iterator[Event]:
    """A swap that was carried out is cooperation of both sides."""
    match, pair = _SWAP.search(frame.text), frame.resolver.cast.pair
    if match and len(pair) == 2 and not re.search(r"\b(?:will|would|shall|to) \w*$", frame.text[: match.start()]):
        quote = frame.quote(*match.span())
        yield Event("COOPERATE", *pair, frame.date_for(), None, quote, by=by("swap", 0.6))


def _of_verb(frame: Frame, token: Token) -> Iterator[Event]:
    for act in _candidates(frame, token):
        done = happened(frame, token, spoken=act.rule.says in SPOKEN)
        if act.rule.id == "swap" or not (done or _decreed(frame, token, act)):
            continue
        if act.dated and not (frame.dates or frame.context or _fresh(token)):
            continue
        if not _fits(frame, token, act):
            continue
        if act.aim == "subject":
            befallen = list(_befallen(frame, token, act))
            if befallen:
                yield from befallen
                return
            continue
        actors = _doers(frame, token, act)
        if act.rule.says == "ASSAULT" and token.dep_ == "acl" and _told_by_main(token):
            return
        if act.rule.says == "ASSAULT" and _only_blamed(frame, token, actors):
            continue
        recipients = [] if act.aim == "none" else aimed_at(frame, token, act, actors)
        if act.rule.id == "die-in-attack":
            recipients = [p for p in struck(frame, doing(token), act) if p not in actors]
        if act.rule.id == "condemn" and not recipients:
            recipients = _attacker(frame, token, actors)
        if act.rule.says == "ASSAULT" and not recipients:
            recipients = _of_place(frame, token, actors)
        if act.rule.id in _OF_CROWDS and not actors:
            recipients = [p for p in recipients if p in _demonstrated_against(frame, token)]
        if not recipients and act.rule.id == "appeal":
            recipients = _called_for(frame, token) or [p for p in _asked_to(frame, token) if p not in actors]
            recipients = [
                p for p in recipients if not set(actors) & set(frame.resolver.cast.pair) or kind_of(p) == "body"
            ]
        if not recipients and act.rule.id == "object":
            recipients = _of_main_clause(frame, actors)
        if _enough(frame, token, act, actors, recipients):
            yield from _events(frame, token, act, actors, recipients)
            yield from _gapped(frame, token, act, actors, recipients)
            return


def _decreed(frame: Frame, token: Token, act: Act) -> bool:
    """True for a sanction that is decided or announced, and for talks and accords that are declared left."""
    if negated(token):
        return False
    if act.rule.says == "SANCTION":
        return decided(frame, token) or announced(frame, token)
    return act.rule.says == "REJECT" and announced(frame, token)


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


def _called_for(frame: Frame, token: Token) -> list[str]:
    """Read "called for A to withdraw"."""
    asked = [c for c in children(token, "obl", "nsubj") if c.i > token.i]
    asked += [s for below in children(token, "advcl", "xcomp", "ccomp") for s in subjects(below)]
    if lemma(token) not in ("call", "ask", "appeal"):
        return []
    after = frame.text[token.idx + len(token.text) :]
    return parties_of(frame, asked) if re.match(r" for (?:the )?[A-Z][\w ]{2,30} to \w", after) else []


def _asked_to(frame: Frame, token: Token) -> list[str]:
    """Read "asked that A withdraw", "insisted that A stop": whoever is to act in the clause."""
    clauses = [c for c in children(token, "ccomp", "xcomp") if c.tag_ in ("VB", "VBP", "JJ", "NN")]
    return parties_of(frame, [s for c in clauses for s in children(c, "nsubj")])


def _only_blamed(frame: Frame, token: Token, actors: Sequence[str]) -> bool:
    """Read "A said that B had shelled it again": blame, where "A said that B shelled it on Monday" is news."""
    if not set(said_by(frame, token)) - set(actors):
        return False
    quoted = frame.text[: token.idx].count('"') % 2 == 1
    told_after = not any(lemma(above) in TELLING and above.i < token.i for above in ancestors(token))
    return quoted or ("had" in auxiliaries(token) and not told_after)


_ATTACKS = words(
    "attack strike raid killing bombing invasion shelling offensive massacre abduction seizure murder airstrike"
    " kidnapping assault incursion bombardment aggression act"
)


def _attacker(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "A condemned the attack": the blame lies with whoever made the one told of last."""
    attacker = frame.resolver.attacker
    of_it = any(lemma(noun) in _ATTACKS for noun in undergoing(token))
    return [attacker] if of_it and attacker is not None and attacker not in actors else []


def _of_place(frame: Frame, token: Token, actors: Sequence[str]) -> list[str]:
    """Read "killed 12 people in the Danish town of Ribe": in a war of two states, theirs whose town it is."""
    pair, home = frame.resolver.cast.pair, frame.resolver.cast.home
    if home is not None or len(pair) != 2:
        return []
    nouns = [*doing(token), *undergoing(token)]
    placed = [c for each in (token, *nouns) for c in children(each, "obl", "nmod") if marker(c) in _WHERE]
    named = [p for c in placed if lemma(c) in LAND for p in parties_of(frame, [c]) if p in pair and p not in actors]
    return named[:1]


_WHERE = frozenset(["in", "at", "near", "outside", "on", "inside"])


def _demonstrated_against(frame: Frame, token: Token) -> list[str]:
    """Whom a crowd is against, not the place where it stands ("against the deal in Oslo")."""
    return parties_of(frame, (c for c in children(token, "obl") if marker(c) in ("against", "at")))


def _befallen(frame: Frame, token: Token, act: Act) -> Iterator[Event]:
    """Read "A came under fire from B", "the town fell to B": the subject is whom the act befalls."""
    said = [c for c in children(token, "obl", "obl:agent") if marker(c) in ("under", "to", "by", "from", "into")]
    near = [n for c in said for n in (c, *children(c, "amod", "compound", "nmod:poss", "nmod"))]
    actors = parties_of(frame, near)
    recipients = [p for p in struck(frame, doing(token), act) if p not in actors]
    recipients = recipients or other_party(frame, actors)
    if recipients and len(actors) < 3:
        yield from _events(frame, token, act, actors, recipients)


def _doers(frame: Frame, token: Token, act: Act) -> list[str]:
    """Who did it; a pronoun cannot mean whoever it was done to ("A is cross: they accused B")."""
    if act.rule.id == "clash":
        return []
    if act.rule.id == "die-in-attack":
        return _in_attack(frame, token)
    actors = doers(frame, token) or (_wielding(frame, token) if act.rule.says == "ASSAULT" else [])
    if not actors and act.rule.id == "release" and undergone(token):
        return [p for noun in undergoing(token) for c in children(noun, "acl") for p in doers(frame, c)]
    if not actors and undergone(token) and act.rule.id in ("release", "let-go") and frame.resolver.cast.home is None:
        return other_party(frame, struck(frame, undergoing(token), act))
    if not actors and undergone(token) and act.rule.says in ("MOBILIZE", "RETREAT"):
        return parties_of(frame, undergoing(token))
    if not actors and undergone(token) and (act.rule.says == "SANCTION" or lemma(token) in _DRIVING):
        return parties_of(frame, (c for c in children(token, "obl") if marker(c) == "from"))
    if not actors and act.rule.says == "ASSAULT":
        return (_in_attack(frame, token) or _when(frame, token)) if undergone(token) else _rebels(token)
    if len(actors) == 1 and any(noun.pos_ == "PRON" for noun in doing(token)):
        target = said_target(frame, token, act)
        if set(actors) <= set(target):
            return named_before(frame, token, target) or [p for p in frame.resolver.last if p not in target]
    return actors


_DRIVING = frozenset(["deport", "expel"])
_FIGHTING = words(
    "attack strike raid clash fighting battle ambush bombardment shelling fire exchange airstrike bombing assault"
    " offensive operation massacre explosion blast wave series barrage incursion firefight skirmish"
)
_WIELDED = words(
    "rocket missile shell bomb drone mine mortar grenade torpedo device explosive artillery gun plane jet helicopter"
    " aircraft warplane tank shot airstrike attack strike raid"
)


def _told_by_main(token: Token) -> bool:
    """Read "rockets fired by A hit the town": "hit" tells of it."""
    noun = token.head
    acts = _BY_VERB.get(lemma(noun.head), ()) if noun.dep_ == "nsubj" else ()
    return lemma(noun) in _WIELDED and any(act.rule.says == "ASSAULT" for act in acts)


def _wielding(frame: Frame, token: Token) -> list[str]:
    """Read "rockets fired by A hit the town": theirs who fired, laid or sent what did it."""
    fired = [c for noun in doing(token) if lemma(noun) in _WIELDED for c in children(noun, "acl", "acl:relcl")]
    whence = [c for each in fired for c in children(each, "obl") if marker(c) == "from"]
    return parties_of(frame, [*(agent for each in fired for agent in agents(each)), *whence])


_REBELS = frozenset(["rebels", "separatists", "guerrillas", "insurgents"])


def _in_attack(frame: Frame, token: Token) -> list[str]:
    """Read "killed in a Ruritanian attack", "killed in clashes with Ruritanian troops"."""
    fights = [c for c in children(token, "obl", "obl:agent") if lemma(c) in _FIGHTING]
    fights += [c for fight in fights for c in children(fight, "nmod") if lemma(c) in _FIGHTING]
    beside = [c for fight in fights for c in children(fight, "amod", "compound", "nmod:poss", "nmod")]
    beside += [a for fight in fights for c in children(fight, "acl") for a in agents(c)]
    beside += [c for c in children(token, "obl") if fights and marker(c) == "with"]
    return parties_of(frame, (c for c in beside if c.dep_ not in ("nmod", "obl") or marker(c) in ("with", "by")))


def _when(frame: Frame, token: Token) -> list[str]:
    """Read "killed when A bombed the town", "wounded as rockets fired by A came down"."""
    for clause in children(token, "advcl"):
        acts = _BY_VERB.get(lemma(clause), ()) if marker(clause) in ("when", "as", "after", "") else ()
        if any(act.rule.says == "ASSAULT" for act in acts):
            return doers(frame, clause) or _wielding(frame, clause)
    return []


def _rebels(token: Token) -> list[str]:
    """Rebels of whom the report says nothing more are a party of that name."""
    return [noun.text.casefold() for noun in doing(token) if noun.text.casefold() in _REBELS]


def _of_main_clause(frame: Frame, actors: Sequence[str]) -> list[str]:
    """Read "A spooked its friends, with B objecting": what A did is objected to."""
    main = next((token for token in frame.doc if token.dep_ == "ROOT"), None)
    return [] if main is None else [p for p in parties_of(frame, subjects(main)) if p not in actors]


_PEACE = r"(?:accord|agreement|treaty|truce|cease-?fire|pact|deal)"
# Phrases whose verb the tagger takes for something else, or that tell by a denial.
_PHRASES = (
    (
        "REJECT",
        "renounce",
        re.compile(rf"\b(?:tore|tears|ripped|rips) up (?:the|its|an?) (?:[\w-]+ ){{0,3}}{_PEACE}\b"),
    ),
    (
        "REJECT",
        "renounce",
        re.compile(
            rf"\bno longer (?:recogni[sz]\w+|(?:considers? itself |is |are )?bound by) (?:[\w-]+ ){{0,3}}{_PEACE}\b"
        ),
    ),
    (
        "REJECT",
        "end-truce",
        re.compile(
            rf"\b(?:put|puts|placed|held|has put|have put) (?:[^.;:]{{0,60}} )?{_PEACE}\b[^.;:]{{0,60}}? "
            r"(?:in abeyance|on hold|on ice)\b",
            re.IGNORECASE,
        ),
    ),
    ("COERCE", "lay-siege", re.compile(r"\b(?:laid|lays|laying) siege to\b")),
    (
        "REJECT",
        "fail-to-come",
        re.compile(
            r"\b(?:did not|didn't|does not|failed to) (?:come|attend|turn up|show up|appear)"
            r"(?: at all| (?:at|to|for) the (?:\w+ )?(?:talks|session|meeting|table|conference)|(?= *[.;,]))"
        ),
    ),
)


def _of_phrases(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Read set phrases by the order of their words: whoever is named just before did it to the other side."""
    for says, rule, pattern in _PHRASES:
        match = pattern.search(frame.text)
        if match is None or any(event.type == says for event in known):
            continue
        before = [m for m in frame.resolver.cast.mentions(frame.text) if m.end <= match.start()]
        if before and match.start() - before[-1].end < _SHORT:
            other = next(iter(other_party(frame, [before[-1].party])), None)
            quote = frame.quote(before[-1].start, match.end())
            date = frame.day_of()
            yield Event(says, before[-1].party, other, date, None, quote, by=by(rule, 0.6))


_LEAVING = re.compile(
    r"\b(?:left|leaves|quit) the (?:negotiating |bargaining )?table\b|\bwalk(?:ed|s) (?:out|away) (?:of"
    r"|from) the (?:[\w-]+ )?(?:talks|table|negotiations|meeting|session)\b",
    re.IGNORECASE,
)


def _of_leaving(frame: Frame, known: Sequence[Event]) -> Iterator[Event]:
    """Whoever is named last before "left the table" broke the talks off."""
    match, pair = _LEAVING.search(frame.text), frame.resolver.cast.pair
    if match is None or any(event.type == "REJECT" for event in known):
        return
    before = [m for m in frame.resolver.cast.mentions(frame.text[: match.start()]) if m.party in pair]
    if before:
        token = min(frame.doc, key=lambda t: abs(t.idx - match.start()))
        other = next(iter(other_party(frame, [before[-1].party])), None)
        quote = frame.quote(before[-1].start, match.end())
        date, place = frame.date_for(token), place_in(frame, token)
        yield Event("REJECT", before[-1].party, other, date, place, quote, by=by("walk-out", 0.6))


def _candidates(frame: Frame, token: Token) -> Sequence[Act]:
    """The acts that a word may tell of; in a chronicle a noun may be a verb that the tagger has mistaken."""
    if token.pos_ == "VERB":
        return _BY_VERB.get(lemma(token), ())
    if token.dep_ == "ROOT" and children(token, "nsubj") and not children(token, "cop"):
        return _BY_VERB.get(lemma_as(token.text, "VERB"), ())
    if token.tag_ == "NN" and token.dep_ == "ROOT" and token.i > 0 and token.nbor(-1).tag_ in ("NNS", "NNPS"):
        if _past_for_noun(token):
            return _BY_VERB.get(lemma_as(token.text, "VERB"), ())
        return _BY_VERB.get(lemma(token), ()) if told_in_present(frame.report.text) else ()
    if token.tag_ == "NNS" and token.i > 0 and told_in_present(frame.report.text) and token.text.islower():
        after_noun = token.nbor(-1).pos_ in ("NOUN", "PROPN") and token.nbor(-1).text != "-"
        after_noun = after_noun or (token.i == 1 and token.nbor(-1).tag_ == "VBG")
        return _BY_VERB.get(lemma_as(token.text, "VERB"), ()) if after_noun else ()
    return ()


def _past_for_noun(token: Token) -> bool:
    """Read "gunmen shot 26 people", where the tagger takes a past form for a noun."""
    base = lemma_as(token.text, "VERB")
    return base != token.text.casefold() and base in _BY_VERB and bool(children(token, "obj"))


def _fresh(token: Token) -> bool:
    """True for a main verb in the past or the perfect: news, where a participle or a pluperfect is background."""
    helped = {"has", "have", "was", "were"} | ({"had"} if token.dep_ == "ccomp" else set())
    mistaken = token.tag_ == "VBN" and not auxiliaries(token) and bool(children(token, "nsubj"))
    finite = mistaken or token.tag_ in ("VBD", "VBP", "VB") or bool(set(auxiliaries(token)) & helped)
    return finite and token.dep_ in ("ROOT", "conj", "parataxis", "ccomp")


_END = re.compile(r"[;:(]|\b(?:which|who|while|because|although|when|as soon as)\b|, (?=and|but)")


def _beside(frame: Frame, token: Token) -> str:
    """The next ten words after a verb in its clause, and what a passive is done to."""
    start = token.idx + len(token.text)
    stop = _END.search(frame.text, start)
    following = " ".join(frame.text[start : stop.start() if stop else None].split()[:10])
    if frame.text[: token.idx].endswith("test-"):
        following = f"test- {following}"
    if undergone(token):
        done_to = [t.text for noun in children(token, "nsubj:pass") for t in noun.subtree]
        return " ".join(done_to or [t.text for noun in undergoing(token) for t in noun.subtree]) + " " + following
    before = [t for noun in undergoing(token) if noun.i < token.i for t in (*children(noun, *_PREMODIFIERS), noun)]
    return " ".join([*(t.text for t in before), following])


_PREMODIFIERS = ("amod", "compound")


def _fits(frame: Frame, token: Token, act: Act) -> bool:
    """The words that an act needs stand beside the verb, and none that make it figurative."""
    if act.who is not None and not _by_such(frame, token, act.who):
        return False
    if act.beside is None and act.never is None:
        return True
    text = _beside(frame, token)
    needed = act.beside is None or act.beside.search(text) is not None
    return needed and not (act.never is not None and act.never.search(_REASON.split(text, maxsplit=1)[0]))


# Why something was done does not make it figurative: "suspended the talks after the bombing of a hospital".
_REASON = re.compile(
    r"\b(?:after|following|amid|despite|because|due to|in (?:response|protest|retaliation)|over the|as a result)\b"
)


_UNKNOWN_DOERS = re.compile(
    r"\b(?:gunm[ae]n|bombers?|snipers?|attackers?|assassins?|bombs?|explosions?|blasts?|mines?|rockets?|shells?|missiles?"
    r"|drones?|mortars?|mob|militants|assailants?|car bombs?|unknown|masked|air ?strikes?|shelling|bombing"
    r"|bombardment|ambush|gunfire|sniper fire|mortar fire|artillery fire|barrages?|(?:(?:suicide|bomb|rocket|missile"
    r"|mortar|drone|grenade|gun|knife|arson|chemical|terrorist) )attacks?)\b",
    re.IGNORECASE,
)


def _by_such(frame: Frame, token: Token, who: re.Pattern[str]) -> bool:
    nouns = doing(token)
    near = min((t.idx for noun in nouns for t in noun.subtree), default=max(0, token.idx - 40))
    return who.search(frame.text[near : token.idx]) is not None


def _enough(frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """Enough is known of who did what to whom."""
    says = act.rule.says
    if act.rule.id == "clash":
        return bool(frame.dates)
    if says == "ASSAULT" and not actors and not undergone(token) and not _by_such(frame, token, _UNKNOWN_DOERS):
        return False
    if not actors and act.rule.id in _OF_TALKS and undergone(token) and (frame.dates or frame.context):
        return True
    if not actors and says == "ASSAULT" and not undergone(token) and (frame.dates or frame.context):
        return _by_such(frame, token, _UNKNOWN_DOERS)
    if not actors and not recipients and says == "ASSAULT" and _agentless(frame, token):
        return True
    if not actors and not (says in _DOER_UNKNOWN and (recipients or act.rule.id in _OF_CROWDS)):
        return False
    if act.rule.id == "kill" and not any(noun.pos_ in ("NOUN", "PROPN") for noun in undergoing(token)):
        return False
    if says == "ASSAULT" and len(actors) > 1 and set(actors) >= set(frame.resolver.cast.pair):
        return False
    if len(actors) > 3 or (len(actors) > 1 and act.aim == "other"):
        return False
    if not recipients and (act.aim == "needed" or says in _NEEDED):
        return False
    if says == "ASSAULT" and frame.text[: token.idx].endswith("test-"):
        return False
    return says != "REQUEST" or _asks_outsider(frame, actors, recipients)


_TOLL = re.compile(
    r"\b(?:since|so far|in all|in total|altogether|over the (?:past|last)|in the (?:past|last)|during the|of the war"
    r"|up to now|every|each|by the (?:army|government|rebels)'s? count)\b",
    re.IGNORECASE,
)


def _agentless(frame: Frame, token: Token) -> bool:
    """Read "Four people were killed in Ribe on Monday": news without a doer, where a toll is no act."""
    told = undergone(token) and {"was", "were"} & set(auxiliaries(token)) and token.dep_ in _TOLD_OF
    nouns = [noun for noun in undergoing(token) if noun.pos_ in ("NOUN", "PROPN")]
    placed = place_in(frame, token) is not None
    return bool(told and nouns and placed) and not _TOLL.search(frame.text)


_TOLD_OF = frozenset(["ROOT", "conj", "parataxis", "ccomp"])


def _asks_outsider(frame: Frame, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """What is asked of the parties is a position; a call on an outsider is an act, and so is a resolution."""
    pair = set(frame.resolver.cast.pair)
    council = frame.resolver.resolving and kind_of(str(next(iter(actors), None))) == "body"
    return not set(recipients) & pair or (council and not set(actors) & pair)


def _events(frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]) -> Iterator[Event]:
    date = frame.day_of(token, spoken=act.rule.says in SPOKEN - {"REQUEST"})
    place = None if act.rule.says in SPOKEN else place_in(frame, token)
    start, end = _stretch(token)
    quote = frame.quote(start, end) if end - start > _SHORT else frame.whole()
    source = by(act.rule.id, act.rule.confidence)
    if act.rule.says == "PROTEST" and not actors:
        actors = _crowd(token)
    if not actors and act.rule.id in _OF_TALKS:
        recipients = ()
    for actor in actors or (None,):
        for recipient in recipients or (None,):
            yield Event(act.rule.says, actor, recipient, date, place, quote, by=source)


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


def merge(found: list[Event], today: str | None = None) -> list[Event]:
    """Keep one entry per act: the same type, actor and recipient on the same day, or with a day and without.

    Parameters
    ----------
    found
        Events in the order of the text.
    today
        ISO day of the report: that of talks for which the text gives none.
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
    return [replace(e, date=today) if e.date is None and e.type != "AGREE" else e for e in kept]


def _same_date(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)
