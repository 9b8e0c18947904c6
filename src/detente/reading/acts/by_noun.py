"""Acts told by a noun: "the attack on the town by the rebels", "Ruritania's raid on Flavia"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.acts.act import Act
from detente.reading.acts.arguments import LAND, SERVING, other_party, parties_of
from detente.reading.acts.arguments import doers as doers_of
from detente.reading.acts.table import ACTS, BY_NOUN
from detente.reading.frame import Frame, by
from detente.reading.grammar.chronicle import told_in_present
from detente.reading.grammar.happening import MODALS, UNREAL, happened
from detente.reading.grammar.parser import Token, ancestors, auxiliaries, children, conjuncts, lemma, marker, token_at
from detente.reading.grammar.places import place_in
from detente.reading.rule import words

# With these verbs the verb tells of the act ("launched an attack").
_BY_VERB = frozenset(verb for act in ACTS if act.rule.says == "ASSAULT" for verb in act.rule.words)
# An attack that is feared, forbidden, promised not to come or only spoken of is none.
_IDLE = re.compile(
    r"\b(?:halt\w*|end\w*|stop\w*|ceas\w+|threat\w*|risk|fears?|prevent\w*|without|no|any|further|accus\w+|all|refrain|number|tally|total"
    r"|against|possible|potential|future|planned|new|if|more|avoid\w*|den(?:y|ies|ied)|freedom|right|wave|such|launch"
    r"|suspend\w*|call\w* off|cancel\w*|abandon\w*|postpon\w*|foil\w*|talk of|renounce|condemn\w*|denounc\w+"
    r"|deplor\w+)\b(?: [\w'-]+){0,3}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:after|following|since|during|in|despite|reported|by|because of|over|killed|left|hit|place|condemned|blamed"
    r"|claimed|began|confirmed|with)\b",
    re.IGNORECASE,
)


def deeds(frame: Frame) -> Iterator[Event]:
    """Yield the acts of a sentence that a noun tells of, where its doer or its target is known.

    Parameters
    ----------
    frame
        The sentence.
    """
    for token in frame.doc:
        if token.pos_ != "NOUN":
            continue
        if lemma(token) in _TRUCES and any(c.text.casefold() == "unilateral" for c in token.children):
            yield from _own_truce(frame, token)
        for act in BY_NOUN.get(lemma(token), ()):
            if _fits(frame, token, act) and _told(frame, token):
                yield from _deed(frame, token, act)


def _fits(frame: Frame, token: Token, act: Act) -> bool:
    """The words that the act needs follow its noun ("release of prisoners"), and nobody only wants or plans it."""
    if act.beside is None:
        return True
    wanted = any(lemma(above) in UNREAL | _WANTING for above in ancestors(token))
    return not wanted and act.beside.match(frame.text, token.idx + len(token.text) + 1) is not None


_WANTING = words("call demand agree include require provide accept reject negotiate discuss lead allow welcome")
_TRUCES = frozenset(["ceasefire", "cease-fire", "fire", "truce"])


def _own_truce(frame: Frame, token: Token) -> Iterator[Event]:
    """Read "the rebels' unilateral ceasefire has been in place since July"."""
    doers = parties_of(frame, children(token, "nmod:poss", "compound"))
    if len(doers) == 1 and frame.dates:
        others = other_party(frame, doers)
        quote = frame.quote(min(t.idx for t in token.subtree), token.idx + len(token.text))
        other, source = others[0] if others else None, by("own-truce", 0.6)
        yield Event("CONCEDE", doers[0], other, frame.date_for(token), None, quote, by=source)


def _told(frame: Frame, token: Token) -> bool:
    """The noun tells of one act that took place: it has a date, or stands where news stands."""
    head = token.head
    if _IDLE.search(frame.text[: token.idx].rstrip()) or set(auxiliaries(head)) & MODALS:
        return False
    if token.dep_ in ("obj", "nsubj:pass") and lemma(head) in _BY_VERB:
        return False
    if frame.text.rstrip(" \"'”").endswith("?"):
        return False
    return bool(frame.dates or frame.context) or told_in_present(frame.report.text) or bool(_TOLD.search(frame.text))


_CLAIMED = re.compile(
    r"\b(?:claim\w*|t(?:ook|aken?|akes)|admit\w*|assum\w+) responsibility for (?:the |an? )?(?:[\w-]+ ){0,3}$"
)


def _claimed(frame: Frame, token: Token) -> list[str]:
    """Read "the rebels claimed responsibility for the attack"."""
    match = _CLAIMED.search(frame.text[: token.idx])
    verb = None if match is None else token_at(frame.doc, match.start(), match.start() + 4)
    return [] if verb is None else doers_of(frame, verb)


_ANSWERING = words("respond retaliate answer react reply")
_ORDERING = words("announce order declare decree begin start complete finish confirm launch authorise authorize")


def _ordered(frame: Frame, token: Token, act: Act) -> list[str]:
    """Read "A announced the closure of its border": whoever announces it does it; attacks are told by their verb."""
    verb = token.head
    if act.rule.says == "ASSAULT" and marker(token) == "with" and lemma(verb) in _ANSWERING:
        return doers_of(frame, verb) if happened(frame, verb) else []
    own = token.dep_ == "obj" and lemma(verb) in _ORDERING and act.rule.says not in ("ASSAULT", "PROTEST")
    return doers_of(frame, verb) if own and happened(frame, verb) else []


# "The attack was condemned by A": whoever judges or reports it has not done it.
_JUDGING = words(
    "condemn denounce deplore decry criticise criticize welcome praise report confirm deny witness see investigate film"
    " announce describe call avenge foil prevent repel answer follow precede mourn regret observe"
)


def _in_capital(frame: Frame, noun: Token) -> bool:
    """An attack on a bar in a capital is none on its state."""
    here = (m for m in frame.resolver.cast.mentions(frame.text) if m.start <= noun.idx < m.end)
    return marker(noun) in ("in", "at", "near") and any(m.kind == "capital" for m in here)


def _lies_with_other(frame: Frame, noun: Token) -> bool:
    """A town, or in a war of two states a post or soldiers without an owner: theirs against whom the war is fought."""
    between_states = frame.resolver.cast.home is None
    attacked = noun.pos_ == "PROPN" or (between_states and lemma(noun) in LAND | SERVING)
    return attacked and marker(noun) in ("on", "at", "against")


# "The massacre of 26 tourists at Ribe on 2 June" is told without saying by whom.
_CRIMES = words("massacre killing murder abduction kidnapping assassination ambush bombing")


def _deed(frame: Frame, token: Token, act: Act) -> Iterator[Event]:
    protest = act.rule.says == "PROTEST"
    if act.rule.says == "REQUEST" or (protest and _diplomatic(token)):
        return
    targets = [n for c in children(token, "nmod") if marker(c) in act.toward for n in conjuncts(c)]
    agents = [n for n in _behind(token, targets) if marker(n) == "by"]
    doers = parties_of(frame, (n for c in agents if c.i > token.i for n in conjuncts(c)))
    targets += [c for n in agents for c in children(n, "nmod") if doers and marker(c) == "of"]
    doers = doers or parties_of(frame, children(token, "nmod:poss", "amod", "compound")) or _claimed(frame, token)
    doers = doers or _ordered(frame, token, act)
    recipients = _aimed_at(frame, act, targets, doers)
    if act.aim == "none":
        doers, recipients = doers or parties_of(frame, [n for c in children(token, "nmod") for n in conjuncts(c)]), []
        if not doers:
            return
    crime = lemma(token) in _CRIMES and bool(targets) and bool(frame.dates) and place_in(frame, token) is not None
    if not (protest or doers or crime or (recipients and (frame.dates or frame.context))) or len(doers) > _FEW:
        return
    if protest:
        doers, recipients = [], parties_of(frame, targets)
    if not targets and not frame.dates and not agents:
        return
    end = max([token.idx + len(token.text), *(t.idx + len(t.text) for t in token.subtree if t.idx - token.idx < 120)])
    quote, date, place = frame.quote(token.idx, end), frame.date_for(token), place_in(frame, token)
    for actor in doers or (None,):
        recipient = recipients[0] if recipients else None
        yield Event(act.rule.says, actor, recipient, date, place, quote, by=by(act.rule.id, act.rule.confidence))


_FEW = 2


def _diplomatic(token: Token) -> bool:
    """A "formal protest" or a "Security Council protest" is a note, no crowd."""
    formal = any(c.text.casefold() in ("formal", "official", "strong") for c in token.children)
    return formal or (token.i > 0 and token.nbor(-1).pos_ == "PROPN")


def _behind(token: Token, targets: Sequence[Token]) -> list[Token]:
    """The phrases in which the doer may stand: of the noun, of its predicate and of what was struck."""
    told_of = [] if lemma(token.head) in _JUDGING else children(token.head, "obl", "obl:agent")
    behind = [*children(token, "nmod", "obl"), *told_of]
    return behind + [c for n in targets for c in children(n, "nmod")]


def _aimed_at(frame: Frame, act: Act, targets: Sequence[Token], doers: Sequence[str]) -> list[str]:
    near = [n for c in targets for n in (c, *children(c, "nmod", "amod", "nmod:poss", "compound"))]
    found = [p for p in parties_of(frame, (n for n in near if not _in_capital(frame, n))) if p not in doers]
    of_the_other = act.aim == "other" or (
        act.rule.says == "ASSAULT" and doers and any(_lies_with_other(frame, n) for n in targets)
    )
    return found or (other_party(frame, doers) if of_the_other else [])
