"""What a speaker says will, must or will not be, and what a party is going to grant."""

import re
from collections.abc import Iterator

from detente.entries import Stance
from detente.reading.frame import Frame
from detente.reading.grammar.modals import has_to, only
from detente.reading.grammar.parser import (
    Token,
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
from detente.reading.grammar.supposing import hypothetical
from detente.reading.meetings.words import TALK_NOUNS
from detente.reading.positions.conditions import granted_if
from detente.reading.positions.holders import SAYING, holders_of, speaker_of
from detente.reading.positions.regions import region_of
from detente.reading.positions.stating import Stating
from detente.reading.positions.verb_stances import none_of
from detente.reading.rule import words
from detente.reading.rules import BY_ID, VERB_RULES

CONTENT = re.compile(
    r"\b(?:any|a|the|every|lasting|final)(?: (?:final|lasting|eventual|future|durable|comprehensive"
    r"|just))* (?:peace|deal|agreement|settlement|accord|solution)(?: (?:deal|agreement|treaty"
    r"|settlement))? (?:requires?|must|needs?|has to|would have to|should include|presupposes)"
    r"|conditions? (?:of|for) (?:any|a|the) (?:[\w-]+ )?(?:settlement|deal|peace|agreement|accord)",
    re.IGNORECASE,
)


def of_saying(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "X said that Y must ...", "X said it would ...", "..., X said"."""
    aux = set(auxiliaries(token))
    duty = bool(aux & {"must", "should", "ought"}) or has_to(token) or _goes_on(token)
    requires = lemma(token) in BY_ID["peace-requires"].words and CONTENT.search(frame.text)
    ahead = bool(aux & {"will", "would", "'ll", "'d"}) and token.pos_ == "VERB"
    ahead = ahead and (lemma(token) not in _WISHES or _talks_on(token))
    barred = token.pos_ == "VERB" and bool(aux & {"can", "could", "ca"}) and passive(token)
    # Of its own accord nobody offers to send or close something; a passive is denied all the same.
    barred = barred or (token.pos_ == "VERB" and bool(aux & {"will", "would", "wo", "'ll", "'d"}) and passive(token))
    # "No prisoner will be freed" is read as a set phrase.
    if ahead and none_of(token):
        return
    if (ahead or barred) and negated(token) and not duty:
        yield from _of_denying(frame, token)
        return
    if ahead and passive(token) and lemma(token) in _LETTING:
        yield from _of_letting(frame, token)
        return
    if (
        not (duty or requires or ahead)
        or (negated(token) and not aux & {"must", "should", "ought"})
        or hypothetical(token)
        or frame.text.rstrip().endswith("?")
        or (lemma(token) in VERB_RULES and not requires and not duty)
    ):
        return
    speaker = speaker_of(frame, token) or frame.resolver.said or frame.resolver.voice
    if not speaker:
        return
    if requires:
        yield Stating(speaker, "demands", BY_ID["peace-requires"], token, region_of(token))
    elif duty:
        subject_tokens = [t for s in subjects(token) for t in s.subtree]
        yield Stating(speaker, "demands", BY_ID["said-must"], token, (token, *subject_tokens, *region_of(token)))
    elif set(holders_of(frame, token)) == set(speaker) and not granted_if(frame, token):
        offered = aux & {"would", "'d"} and lemma(token) not in _ATTENDING and not _backshifted(token)
        stance: Stance = "demands" if only(token) else "proposes" if offered else "accepts"
        yield Stating(speaker, stance, BY_ID["said-would"], token, (token, *region_of(token)))


def _goes_on(token: Token) -> bool:
    """True for the second verb in "must lift the blockade and begin to free prisoners"."""
    head = token.head
    bare = token.dep_ == "conj" and token.tag_ == "VB" and child(token, "aux", "nsubj", "mark") is None
    return bare and (bool(set(auxiliaries(head)) & {"must", "should"}) or has_to(head)) and not negated(head)


def _talks_on(token: Token) -> bool:
    """Read "would continue to talk about the border", "will go on with the negotiations"."""
    on = children(token, "xcomp", "obj", "obl", "advcl") if lemma(token) in ("continue", "keep", "go") else []
    return any(lemma(c) in _TALKING for c in on)


_TALKING = TALK_NOUNS | frozenset(["talk", "negotiate", "discuss"])


def _backshifted(token: Token) -> bool:
    """True under a verb of speech in the past, where "would" stands for "will": a promise, not an offer."""
    return token.dep_ in ("ccomp", "parataxis", "conj") and any(
        lemma(above) in SAYING and above.tag_ in ("VBD", "VBN") for above in ancestors(token)
    )


# "those who took up arms", "anyone who was barred": they stand for people, not for a party named before.
_WHOEVER = words("those anyone anybody whoever everyone")


def _of_denying(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "X said that the prisoners would not be released": what X does not let happen, X refuses."""
    subject = next(iter(subjects(token)), None)
    said_of = subject is not None and (subject.pos_ != "PRON" or subject.text.casefold() in _WHOEVER)
    if subject is None or not said_of or hypothetical(token) or frame.text.rstrip().endswith("?"):
        return
    speaker = speaker_of(frame, token)
    acting = frame.resolver.parties(subject)
    if len(speaker) != 1 or (set(acting) - set(speaker)) or set(holders_of(frame, token)) == set(speaker):
        return
    if passive(token) or acting:
        region = (token, *subject.subtree, *region_of(token))
        yield Stating(speaker, "rejects", BY_ID["said-would-not"], token, region)


# What a speaker lets happen, whoever does it: "refugees would be allowed to return, the minister said".
_LETTING = words("allow permit let free release lift reopen restore return hand grant pardon exchange admit")


def _of_letting(frame: Frame, token: Token) -> Iterator[Stating]:
    """Read "Norway said that the prisoners would be released": what X promises to let happen, X accepts."""
    subject, speaker = next(iter(subjects(token)), None), speaker_of(frame, token)
    if subject is None or len(speaker) != 1 or hypothetical(token) or holders_of(frame, token):
        return
    # "had been assured that the sanctions would be lifted": somebody else's word.
    told = token.dep_ == "ccomp" and lemma(token.head) not in SAYING
    if speaker[0] not in frame.resolver.cast.pair or granted_if(frame, token) or told:
        return
    yield Stating(speaker, "accepts", BY_ID["said-would"], token, (token, *subject.subtree, *region_of(token)))


# To come to talks is to accept them.
_ATTENDING = frozenset(["attend", "join", "participate", "take", "meet", "return", "come", "resume"])
# What somebody will do of his own accord to please the other side.
_GRANTING = frozenset(
    ["allow", "let", "permit", "release", "free", "lift", "withdraw", "open", "hand", "return", "halt",
     "suspend", "admit",
     "grant", "ease", "restore", "respect", "observe", "stop", "cease", "dismantle", "evacuate", "pull", "extend",
     "attend", "participate"]
)  # fmt: skip


def of_promise(frame: Frame, token: Token) -> Iterator[Stating]:
    """Yield what a party is going to grant: "Norway will allow inspectors ...".

    Parameters
    ----------
    frame
        The sentence.
    token
        A predicate of it.
    """
    choosing = only(token) and lemma(token) in _TALKING | {"meet", "speak"}
    ahead = {"will", "'ll", "would"} if choosing else {"will", "'ll"}
    # "will open the crossings and let in food": what is joined to the first verb is promised as well.
    first = token.head if token.dep_ == "conj" and token.tag_ == "VB" and not auxiliaries(token) else token
    if token.pos_ != "VERB" or not (choosing or lemma(token) in _GRANTING) or not ahead & set(auxiliaries(first)):
        return
    if negated(token) or passive(token) or hypothetical(token) or frame.text.rstrip().endswith("?"):
        return
    opened = child(token, "obj")
    if lemma(token) == "open" and opened is not None and any(lemma(t) in TALK_NOUNS for t in opened.subtree):
        return
    holders = holders_of(frame, token)
    others = {p for each in ancestors(token) if lemma(each) in SAYING for p in holders_of(frame, each)}
    if holders and not others - set(holders) and child(first, "nsubj") is not None:
        stance: Stance = "demands" if choosing else "accepts"
        yield Stating(holders, stance, BY_ID["will-grant"], token, (token, *region_of(token)))


_VOWING = frozenset(["vow", "swear", "assure", "guarantee"])
_FIGHTING = words("hostility fighting attack violence siege blockade shelling bombardment raid strike bombing war")


def of_vow(frame: Frame, token: Token) -> Iterator[Stating]:
    """Yield "vowed to free them", "assured the mediators that it would leave": a vow to grant, none to fight.

    Parameters
    ----------
    frame
        The sentence.
    token
        A predicate of it.
    """
    above = token.head
    if lemma(above) not in _VOWING and above.dep_ in ("obj", "iobj") and token.dep_ in ("acl", "acl:relcl"):
        above = above.head
    ended, ends = child(token, "obj"), lemma(token) == "end"
    granted = lemma(token) in _GRANTING or (ends and ended is not None and lemma(ended) in _FIGHTING)
    if token.pos_ != "VERB" or not granted or lemma(above) not in _VOWING or negated(token) or negated(above):
        return
    own = child(token, "nsubj")
    to_do = own is None and marker(token) == "to" and token.dep_ in ("xcomp", "advcl")
    told = own is not None and own.pos_ == "PRON" and bool({"will", "would", "'ll"} & set(auxiliaries(token)))
    holders = holders_of(frame, above)
    if holders and (to_do or told) and above.tag_ in ("VBD", "VBZ", "VBP") and not hypothetical(above):
        yield Stating(holders, "accepts", BY_ID["will-grant"], token, (token, *region_of(token)))


_WISHES = frozenset(
    ["study", "examine", "review",
     "like", "prefer", "love", "rather", "have", "mean", "see", "resume", "boycott", "continue", "retaliate", "leave",
     "quit", "attack", "strike", "launch", "be", "fight", "lead", "defend", "protect", "respond", "remain",
     "stay", "keep",
     "react", "hit", "win", "send", "break", "block", "snap", "sever", "cut", "escort", "cost", "bring", "close", "bar",
     "expel", "destroy", "crush", "reimpose", "impose", "seize", "arm", "rearm", "deploy"]
)  # fmt: skip
