"""What somebody did: acts that happened, with actor, recipient, date and place; `rounds` reads the talks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.entries import Event
from detente.reading.act import Act
from detente.reading.act_phrases import GRATEFUL, likewise, of_gratitude, of_leaving, of_phrases, of_swap
from detente.reading.acts import meetings, resolutions
from detente.reading.arguments import (
    aimed_at,
    doing,
    other_party,
    parties_of,
    struck,
    undergoing,
    undergone,
)
from detente.reading.asking import at_request, is_act, named_next
from detente.reading.blame import blames, threats
from detente.reading.consulting import consultations
from detente.reading.culprits import (
    asked_to,
    attacker,
    called_for,
    demonstrated_against,
    doers_of,
    in_town_of,
    of_main_clause,
    of_step,
    only_blamed,
    only_other,
    told_by_main,
)
from detente.reading.dealings import dealings, joint_statements, ratified
from detente.reading.deeds import deeds
from detente.reading.frame import Frame, by
from detente.reading.happening import SPOKEN, announced, decided, happened, told_in_present
from detente.reading.mentions import kind_of
from detente.reading.parser import (
    Token,
    auxiliaries,
    children,
    lemma,
    lemma_as,
    marker,
    negated,
    subjects,
)
from detente.reading.places import place_in
from detente.reading.rules_of_acts import BY_VERB

# The recipient is said, or the act is none of its kind.
_NEEDED = frozenset(["THREATEN", "ACCUSE"])
# "They were thrown back" tells of no attack unless it says whose.
_BY_SOMEBODY = frozenset(["drive-from", "fire-back"])
# A threat may be aimed at nobody who is named: "A threatened to close the strait".
_AT_LARGE = frozenset(["threaten", "promise-revenge"])
# What befalls people is told without saying who did it.
_OF_CROWDS = frozenset(["protest", "take-to-streets", "go-on-strike"])
# "The talks were suspended on Monday" is told without saying by whom.
_OF_TALKS = frozenset(["break-off", "freeze-talks", "call-off"])
# Whoever is named right after these verbs is who is meant.
_CALLING = frozenset(["appeal", "call-on"])
_NEXT_FIRST = _CALLING | frozenset(["turn-to", "support", "back"])
# A parliament that votes to leave a pact has turned it down.
_LEFT_BY_VOTE = frozenset(["quit-pact", "walk-out", "renounce", "end-truce"])
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
        elif token.pos_ == "ADJ" and lemma(token) in GRATEFUL:
            found += of_gratitude(frame, token)
    found += likewise(frame, found)
    return [
        *_told_once([*found, *deeds(frame)]),
        *of_swap(frame),
        *of_leaving(frame, found),
        *of_phrases(frame, found),
        *blames(frame, found),
        *threats(frame, found),
        *meetings(frame),
        *consultations(frame),
        *dealings(frame),
        *ratified(frame),
        *joint_statements(frame),
        *resolutions(frame),
        *at_request(frame),
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


def _of_verb(frame: Frame, token: Token) -> Iterator[Event]:
    told: dict[bool, bool] = {}
    for act in _candidates(frame, token):
        spoken = act.rule.says in SPOKEN
        if spoken not in told:
            told[spoken] = happened(frame, token, spoken=spoken)
        if act.rule.id == "swap" or not (told[spoken] or _decreed(frame, token, act)):
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
        actors = doers_of(frame, token, act)
        if act.rule.says == "ASSAULT" and token.dep_ == "acl" and told_by_main(token):
            return
        if act.rule.says == "ASSAULT" and only_blamed(frame, token, actors):
            continue
        recipients = [] if act.aim == "none" else aimed_at(frame, token, act, actors)
        if act.rule.id == "die-in-attack":
            recipients = [p for p in struck(frame, doing(token), act) if p not in actors]
        if act.rule.id == "condemn" and not recipients:
            recipients = attacker(frame, token, actors)
        if act.rule.says == "ASSAULT" and not recipients:
            recipients = in_town_of(frame, token, actors)
        if act.rule.id in _OF_CROWDS and not actors:
            recipients = [p for p in recipients if p in demonstrated_against(frame, token)]
        asks_for = act.rule.id == "appeal" and frame.text.startswith(" for ", token.idx + len(token.text))
        if asks_for and lemma(token) != "appeal":
            recipients = []
        if act.rule.id in _NEXT_FIRST and not asks_for:
            recipients = [p for p in named_next(frame, token) if p not in actors] or recipients
        if not recipients and act.rule.id in _CALLING:
            recipients = called_for(frame, token) or [p for p in asked_to(frame, token) if p not in actors]
            recipients = [
                p for p in recipients if not set(actors) & set(frame.resolver.cast.pair) or kind_of(p) == "body"
            ]
        if not recipients and act.rule.says == "SUPPORT":
            recipients = of_step(frame, token, actors)
        if not recipients and act.rule.says == "SUPPORT" and _of_deed(frame, token):
            recipients = only_other(frame, token, actors)
        if not recipients and act.rule.id == "object":
            recipients = of_main_clause(frame, actors)
        mutual = _on_each_other(frame, token, act, actors, recipients)
        if mutual:
            for one, other in (mutual, mutual[::-1]):
                yield from _events(frame, token, act, [one], [other])
            return
        if act.rule.id != "exchange-fire" and _enough(frame, token, act, actors, recipients):
            yield from _events(frame, token, act, actors, recipients)
            yield from _gapped(frame, token, act, actors, recipients)
            return


_EACH_OTHER = re.compile(r"^[^.;:]{0,60}?\b(?:each other|one another|each the other)\b")


def _on_each_other(
    frame: Frame, token: Token, act: Act, actors: Sequence[str], recipients: Sequence[str]
) -> Sequence[str]:
    """Read "A and B shelled each other", "A exchanged fire with B": both did it, each to the other."""
    traded = act.rule.id == "exchange-fire"
    both = list(dict.fromkeys([*actors, *recipients])) if traded else list(actors)
    if traded and not actors and undergone(token):
        named = {mention.party for mention in frame.resolver.cast.mentions(frame.text)}
        both = [party for party in frame.resolver.cast.pair if party in named]
    told = traded or _EACH_OTHER.match(frame.text[token.idx + len(token.text) :]) is not None
    return both if told and len(both) == _SEVERAL and act.aim != "none" else ()


def _decreed(frame: Frame, token: Token, act: Act) -> bool:
    """True for a sanction that is decided or announced, and for talks and accords that are declared left."""
    if negated(token):
        return False
    if act.rule.says == "SANCTION" or act.rule.id in _LEFT_BY_VOTE:
        return decided(frame, token) or announced(frame, token)
    return act.rule.says == "REJECT" and act.rule.id != "veto" and announced(frame, token)


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


def _candidates(frame: Frame, token: Token) -> Sequence[Act]:
    """The acts that a word may tell of; in a chronicle a noun may be a verb that the tagger has mistaken."""
    if token.pos_ == "VERB":
        return BY_VERB.get(lemma(token), ())
    if token.dep_ == "ROOT" and children(token, "nsubj") and not children(token, "cop"):
        return BY_VERB.get(lemma_as(token.text, "VERB"), ())
    if token.tag_ == "NN" and token.dep_ == "ROOT" and token.i > 0 and _past_for_noun(token):
        return BY_VERB.get(lemma_as(token.text, "VERB"), ())
    if token.tag_ == "NN" and token.dep_ == "ROOT" and token.i > 0 and token.nbor(-1).tag_ in ("NNS", "NNPS"):
        return BY_VERB.get(lemma(token), ()) if told_in_present(frame.report.text) else ()
    if token.tag_ == "NNS" and token.i > 0 and told_in_present(frame.report.text) and token.text.islower():
        after_noun = token.nbor(-1).pos_ in ("NOUN", "PROPN") and token.nbor(-1).text != "-"
        after_noun = after_noun or (token.i == 1 and token.nbor(-1).tag_ == "VBG")
        return BY_VERB.get(lemma_as(token.text, "VERB"), ()) if after_noun else ()
    return ()


def _past_for_noun(token: Token) -> bool:
    """Read "gunmen shot 26 people", where the tagger takes a past form for a noun."""
    base = lemma_as(token.text, "VERB")
    return base != token.text.casefold() and base in BY_VERB and bool(children(token, "obj"))


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
    r"\b(?:gunm[ae]n|bombers?|snipers?|attackers?|assassins?|bombs?|explosions?|blasts?|mines?|rockets?"
    r"|shells?|missiles?"
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
    if act.rule.id in _BY_SOMEBODY and not actors:
        return False
    if act.rule.id in _AT_LARGE and not recipients and "been" in auxiliaries(token):
        return False
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
    if not recipients and (act.aim == "needed" or (says in _NEEDED and act.rule.id not in _AT_LARGE)):
        return False
    if says == "ASSAULT" and frame.text[: token.idx].endswith("test-"):
        return False
    return says != "REQUEST" or _asked_as_act(frame, token, actors, recipients)


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


def _asked_as_act(frame: Frame, token: Token, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """What is asked of the other party is a position; a resolution that goes on asks the parties as an act."""
    council = frame.resolver.resolving and kind_of(str(next(iter(actors), None))) == "body"
    return is_act(frame, token, actors, recipients) or (council and not set(actors) & set(frame.resolver.cast.pair))


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
    says = _freed_as(frame, act)
    if says == "COOPERATE" and not recipients:
        recipients = other_party(frame, actors)
    for actor in actors or (None,):
        for recipient in recipients or (None,):
            yield Event(says, actor, recipient, date, place, quote, by=source)


_FREEING = frozenset(["release", "free", "let-go", "let-leave", "freeing", "put-on-plane", "hand-over", "extradite"])
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
    if act.rule.id not in _FREEING:
        return act.rule.says
    if _FOR_NOTHING.search(frame.text):
        return "CONCEDE"
    return "COOPERATE" if _FOR_SOMEBODY.search(frame.text) else act.rule.says


_DEEDS = frozenset(
    ["step", "move", "gesture", "decision", "release", "announcement", "offer", "initiative", "measure", "action"]
)


def _of_deed(frame: Frame, token: Token) -> bool:
    """Read "welcomed the step", "thanked her", "a gesture that A welcomed": what was told before it is meant."""
    relative = token.dep_.startswith("acl") and not undergone(token)
    return relative or any(lemma(noun) in _DEEDS or noun.pos_ == "PRON" for noun in undergoing(token))


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
            if _same_date(event.date, other.date) and (same or _told_in_part(event, other)):
                longer = event if len(event.date or "") > len(other.date or "") else other
                kept[i] = replace(
                    other,
                    actor=other.actor or event.actor,
                    recipient=other.recipient or event.recipient,
                    date=longer.date,
                    place=other.place or event.place,
                )
                break
        else:
            kept.append(event)
    return [replace(e, date=today) if e.date is None else e for e in kept]


def _told_in_part(event: Event, other: Event) -> bool:
    """Read "The blast killed twelve" close behind an attack: what it leaves unsaid is known from there."""
    near = abs(event.quote.start - other.quote.start) < _CLOSE and _THE_ATTACK.search(event.quote.text) is not None
    pairs = ((event.actor, other.actor), (event.recipient, other.recipient))
    agree = all(a == b or a is None or b is None for a, b in pairs)
    agree &= event.place is None or event.place == other.place
    return near and agree and event.type == other.type == "ASSAULT"


_CLOSE = 300
_THE_ATTACK = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:attack|assault|blast|explosion|bombing|bomb|strike|raid|shelling|ambush)\b",
    re.IGNORECASE,
)


def _same_date(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)
