"""Who a noun or a pronoun stands for: names, metonyms, titles, "the delegation", "both sides", "they"."""

import re
from collections.abc import Iterator, Sequence

from detente.entries import Event
from detente.reading.cast.nouns import OPPOSING
from detente.reading.cast.offices import own_offices
from detente.reading.cast.persons import add_person, is_person
from detente.reading.grammar.parser import Doc, Token, ancestors, child, children, conjuncts, lemma, marker
from detente.reading.rule import words
from detente.reading.who.called import Called, is_bare
from detente.reading.who.mentions import Cast, kind_of
from detente.reading.who.pronouns import (
    GOING_ON,
    PLURALS,
    THIRD_PERSONS,
    harmed_by,
    in_quotes,
    may_be_a_thing,
    others_between,
    own_subject,
    same_person,
    stands_for_no_party,
    told_to,
)
from detente.reading.who.roles import ROLES, named_parties
from detente.reading.who.sides import (
    OWN_FORCES,
    are_camps,
    is_pair,
    is_the_group,
    means_group,
    named_otherwise,
    number_of,
    side_of,
)

_SPEAKING = ROLES - words("rebel people force plan document")
_OWN = words("country nation homeland side camp")
_LANDS = words("country nation homeland capital republic kingdom state")
# "his comrades", "its assembly": they speak for whoever the pronoun stands for.
_ENTOURAGE = words(
    "comrade member aide adviser advisor team follower colleague men parliament assembly congress legislature executive"
    " cabinet chief movement organisation organization party faction spokesman spokeswoman spokesperson envoy"
    " ambassador diplomat lawyer fighter people force troop soldier panel deputy successor rebel guerrilla council"
    " minister ministry lieutenant loyalist supporter militant militia army commander delegate general officer"
)
# "the office of Rudolf", "the camp of the rebels": whose they are.
_OFFICES = words("office camp entourage leadership government delegation team circle presidency chancellery cabinet")
# Nouns for a party that fights a state.
_GROUP = words("group movement organisation organization outfit faction militia")
_TELLING = words("say announce declare tell insist warn state add claim promise")
# They say what others want: an unnamed one speaks for whomever the sentence before is about.
_MOUTHPIECES = words("spokesman spokeswoman spokesperson aide")


class Resolver:
    """Says which parties a noun or pronoun stands for, sentence by sentence.

    Parameters
    ----------
    cast
        Who is who.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        # Whom the text spoke of last, as a subject, as a person; whom it had act together; whether nobody knows who.
        self.last: tuple[str, ...] = ()
        self.last_subject: tuple[str, ...] = ()
        self.last_person: tuple[str, ...] = ()
        self.together: tuple[str, ...] = ()
        # The three or more whom it had act together last: "the five presidents".
        self.several: tuple[str, ...] = ()
        self.stranger = False
        # What it has called whom, and whether its last subject is a thing ("it") or people nobody knows ("they").
        self.called = Called()
        self.thing = self.crowd = False
        self.near: tuple[str, ...] = ()
        # Who said the sentence before beside its own subject, None where nobody did; whether they were many.
        self.spoke: tuple[str, ...] | None = None
        self.spoken_by_many = False
        # Who says "we", whether a label tells so, and whom the sentence itself has speak.
        self.voice: tuple[str, ...] = ()
        self.labelled = False
        self.quoting = False
        self.said: tuple[str, ...] = ()
        # What "it" may be besides a party, a paper or a council's resolution; the acts told last, and who attacked.
        self.paper = ""
        self.resolving = False
        self.acts: tuple[Event, ...] = ()
        self.attacker: str | None = None
        self.attack = ""
        self._heard: dict[tuple[int, int], tuple[Token, tuple[str, ...]]] = {}
        self._introducing = self._quiet = False
        self._asking: set[tuple[int, int]] = set()

    def heard(self, doc: Doc) -> Iterator[tuple[Token, tuple[str, ...]]]:
        """Yield the nouns and pronouns of a sentence that were asked for, with whom they stood for.

        Parameters
        ----------
        doc
            The sentence.
        """
        for of, i in sorted(self._heard):
            if of == id(doc):
                yield self._heard[of, i]

    def parties(self, token: Token | None) -> tuple[str, ...]:
        """Return the parties of a noun with all that is coordinated with it.

        Parameters
        ----------
        token
            Head of a noun phrase, or None.
        """
        if token is None:
            return ()
        found = [party for each in conjuncts(token) for party in self.single(each)]
        return tuple(dict.fromkeys(found))

    def single(self, token: Token) -> tuple[str, ...]:
        """Return the parties that one noun or pronoun stands for, its coordination left aside."""
        found = self._single(token)
        if found and not self._quiet:
            self._heard[id(token.doc), token.i] = token, found
        return found

    def standing(self, token: Token) -> tuple[str, ...]:
        """Return the parties that a word stands for, without noting that it was asked for.

        Parameters
        ----------
        token
            A noun or pronoun.
        """
        heard = self._heard.get((id(token.doc), token.i))
        if heard is not None:
            return heard[1]
        self._quiet = True
        try:
            return self._single(token)
        finally:
            self._quiet = False

    def _single(self, token: Token) -> tuple[str, ...]:
        """Whom a word stands for; where that hangs on what the word itself stands for, nobody."""
        place = id(token.doc), token.i
        if place in self._asking:
            return ()
        self._asking.add(place)
        try:
            return self._stands_for(token)
        finally:
            self._asking.discard(place)

    def _stands_for(self, token: Token) -> tuple[str, ...]:
        named = named_parties(self.cast, token)
        if named and not (len(named) == 1 and len(self.cast.pair) == 2 and are_camps(self.cast, token)):
            return tuple(named)
        word, base = token.text.casefold(), lemma(token)
        if self.is_pair(token):
            return self.together if word == "both" and len(self.together) == 2 else self.cast.pair
        if self.several and len(self.several) == number_of(token):
            return self.several
        if word in ("each", "neither") and token.dep_.startswith("nsubj"):
            return self.cast.pair
        if token.pos_ == "PROPN" and (owned := self._introduced(token) or self._by_apposition(token)):
            return owned
        return self._meant(token, word) if token.pos_ == "PRON" else self._unnamed(token, word, base)

    def _meant(self, token: Token, word: str) -> tuple[str, ...]:
        """Whom a pronoun stands for: a name that it repeats, the subject above, or who was spoken of before."""
        if (taken_up := _taken_up(token, word)) is not None:
            return self.single(taken_up)
        if word not in THIRD_PERSONS:
            return self._pronoun(word)
        if stands_for_no_party(token):
            return ()
        quoted = in_quotes(token, self.quoting)
        if self._goes_on(token) and not quoted:
            return self.spoke or ()
        found = self._governing(token, word, quoted=quoted)
        if not found and not self._stranger_above(token, word):
            unknown = (self.thing and may_be_a_thing(token)) or (self.crowd and word in PLURALS)
            found = () if unknown else self._pronoun(word)
        return self._but_others(token, word, found, quoted=quoted)

    def _goes_on(self, token: Token) -> bool:
        """True for "it added", "they said" after a sentence that somebody else than its subject has said."""
        if (
            self.spoke is None
            or token.dep_ != "nsubj"
            or lemma(token.head) not in GOING_ON
            or token.head.dep_ != "ROOT"
        ):
            return False
        return (token.text.casefold() == "they") is (self.spoken_by_many and len(self.spoke) < 2)

    def _but_others(self, token: Token, word: str, found: tuple[str, ...], *, quoted: bool) -> tuple[str, ...]:
        """Those a pronoun may stand for: not the subject beside an object, not who speaks in direct speech."""
        subject = own_subject(token)
        same = self.parties(subject) if found and subject is not None and subject.i != token.i else ()
        if subject is not None and set(same) & set(found):
            others = tuple(p for p in self.last if p not in same)
            return others if len(others) == 1 and word != "it" and not others_between(subject, token) else ()
        if quoted and len(self.voice) == 1 and set(self.voice) & set(found):
            return self._facing(self.voice[0]) if word in PLURALS else ()
        if word in PLURALS and len(found) == 1 and not quoted and self._teller(token) == found:
            return self._facing(found[0])
        return () if quoted and not self.voice else found

    def _is_one_person(self, noun: Token) -> bool:
        return noun.tag_ in ("NN", "NNP") and child(noun, "conj") is None and is_person(self.cast, noun)

    def _teller(self, token: Token) -> tuple[str, ...]:
        """Whose word "he said they ..." is: one person does not say "they" of himself."""
        for above in ancestors(token):
            subject = child(above, "nsubj")
            if subject is not None and subject.i < token.i and lemma(above) in _TELLING:
                one = subject.text.casefold() in ("he", "she") or self._is_one_person(subject)
                return self.single(subject) if one else ()
        return ()

    def _facing(self, speaker: str) -> tuple[str, ...]:
        """Whom a speaker means by "they": the other side, or the one other party of the sentence before."""
        pair = self.cast.pair
        other = tuple(p for p in pair if p != speaker) if len(pair) == 2 and speaker in pair else ()
        near = tuple(p for p in self.near if p != speaker)
        return near if len(near) == 1 and not set(other) & set(self.near) and not other else other

    def _unnamed(self, token: Token, word: str, base: str) -> tuple[str, ...]:
        """Whom a noun stands for that names nobody: "the rebels", "the office of Rudolf", "its negotiators"."""
        if base in _GROUP and is_bare(token) and token.tag_ == "NN" and (near := self._group_near()):
            return near
        if (called := self.called.so(token)) is not None:
            return called
        if is_the_group(token):
            return self._the_group()
        if self.cast.group and means_group(self.cast, token):
            return () if named_otherwise(token) else (self.cast.group,)
        if side := side_of(self.cast, token, self.last_subject):
            return side
        if (holder := child(token, "nmod:poss")) is not None and base in _ENTOURAGE | ROLES and holder.pos_ != "PRON":
            return self.single(holder)
        owner = next((c for c in children(token, "nmod") if marker(c) == "of"), None)
        if owner is not None and base in ROLES:
            return self.single(owner) if lemma(owner) in OWN_FORCES | OPPOSING else ()
        if owner is not None and base in _OFFICES:
            return self.single(owner)
        theirs = base in _ENTOURAGE and any(c.pos_ == "PRON" for c in children(token, "nmod:poss"))
        return self._role(token) if theirs or base in _OWN | _SPEAKING or word == "delegation" else ()

    def _the_group(self) -> tuple[str, ...]:
        """Whom "the group" takes up: the movement that the text spoke of last, else the one among the parties."""
        last = [p for p in (*self.last_subject, *self.last) if self.cast.kind(p) in ("group", "unknown")]
        return tuple(last[:1]) or ((self.cast.group,) if self.cast.group else ())

    def _group_near(self) -> tuple[str, ...]:
        """The one party without a state of which the sentence before has told."""
        found = tuple(p for p in self.near if kind_of(p) in ("group", "unknown"))
        return found if len(found) == 1 else ()

    def _by_apposition(self, token: Token) -> tuple[str, ...]:
        """Read "Rupert, the army chief": whoever the noun beside a name stands for."""
        beside = child(token, "appos")
        if beside is None or beside.pos_ != "NOUN" or lemma(beside) not in _ENTOURAGE | _SPEAKING or beside.i < token.i:
            return ()
        return self.single(beside) if child(beside, "amod", "compound", "nmod:poss") is not None else ()

    def _introduced(self, token: Token) -> tuple[str, ...]:
        """Read "Rupert, its deputy leader", "their spokesman Rupert": somebody unknown whose office has an owner."""
        if self._introducing:
            return ()
        for match in own_offices(token.doc.text):
            person = "before" if match["before"] else "after"
            if not match.start(person) <= token.idx < match.end(person):
                continue
            group = f"whose_{person}"
            owner = next((t for t in token.doc if t.idx == match.start(group)), None)
            self._introducing = True
            found = self.single(owner) if owner is not None and owner.pos_ == "PRON" else ()
            self._introducing = False
            if len(found) == 1:
                add_person(self.cast, match[person], found[0])
                return found
        return ()

    def named_by(self, token: Token) -> tuple[str, ...]:
        """Return the parties that a noun and what is coordinated with it name, pronouns left aside."""
        return tuple(p for each in conjuncts(token) if each.pos_ != "PRON" for p in self.single(each))

    def _role(self, token: Token) -> tuple[str, ...]:
        """Read "The delegation", "its negotiators": whoever was the last subject."""
        owner = child(token, "nmod:poss")
        if owner is not None and owner.pos_ == "PRON":
            return self._meant(owner, owner.text.casefold())
        if lemma(token) in _LANDS:
            return self._land(token)
        definite = child(token, "det")
        bare = definite.text.casefold() if definite is not None else ""
        if (bare == "the" or (bare in ("a", "an") and lemma(token) in _MOUTHPIECES)) and child(
            token, "amod", "compound", "nmod"
        ) is None:
            return self.last_subject if len(self.last_subject) == 1 else ()
        return ()

    def _land(self, token: Token) -> tuple[str, ...]:
        """Read "the country": the one at home, else the state that was spoken of; as a place it is nobody."""
        if not is_bare(token) or not token.dep_.startswith(("nsubj", "nmod:poss")):
            return ()
        state = tuple(p for p in self.last_subject if kind_of(p) == "state")
        return state if len(state) == 1 else (self.cast.home,) if self.cast.home else ()

    def _governing(self, token: Token, word: str, *, quoted: bool) -> tuple[str, ...]:
        """Read "The delegation said that it ...": the subject of the clause above, where that names parties."""
        for above in ancestors(token):
            subject = child(above, "nsubj", "nsubj:pass")
            own = subject is not None and (subject.i == token.i or token.i in {t.i for t in subject.subtree})
            if subject is not None and not own and subject.i < token.i and self._repeats(token, subject, quoted=quoted):
                return self.single(subject)
            if subject is not None and not own and subject.i < token.i and subject.pos_ != "PRON":
                if word in ("he", "she", "his", "her", "him") and not is_person(self.cast, subject):
                    continue
                if word in PLURALS and self._is_one_person(subject):
                    continue
                if harmed_by(token, subject) or quoted is not in_quotes(subject, self.quoting):
                    continue
                found = self.parties(subject)
                singular = word in ("he", "she", "his", "her", "it", "its", "him")
                if found and not (singular and len(found) > 1):
                    return found
        return ()

    def _repeats(self, token: Token, subject: Token, *, quoted: bool) -> bool:
        """True for "It said it ...", both in the same person's words."""
        alike = same_person(subject, token) and not harmed_by(token, subject)
        return alike and quoted is in_quotes(subject, self.quoting)

    def _stranger_above(self, token: Token, word: str) -> bool:
        """True where the clause above is about somebody unknown: "The miners said that they ..."."""
        if (firms := told_to(token)) is not None and word in PLURALS and firms.tag_ in ("NNS", "NNPS"):
            return not self.parties(firms)
        for above in ancestors(token):
            subject = child(above, "nsubj")
            if subject is not None and subject.i < token.i and lemma(above) in _TELLING and subject.pos_ != "PRON":
                return not self.parties(subject) and lemma(subject) not in _MOUTHPIECES
        return False

    def _pronoun(self, word: str) -> tuple[str, ...]:
        if word in ("he", "she", "his", "her", "him"):
            alone = self.last_subject if len(self.last_subject) == 1 and self.last == self.last_subject else ()
            return self.last_person or (alone if not self.stranger else ())
        if word in ("we", "i", "our", "us", "my", "ours"):
            return self.voice
        if word in ("it", "its"):
            return self.last_subject if len(self.last_subject) == 1 else self.last if len(self.last) == 1 else ()
        if word in ("each", "both"):
            return self.cast.pair
        if word in ("they", "their", "them"):
            return self.together if self.together and self._one_of_several() else self.last_subject
        return ()

    def _one_of_several(self) -> bool:
        """True where the last subject is one alone and those who acted together are meant by "they"."""
        if len(self.last_subject) != 1:
            return False
        return self.last_subject[0] in self.together or kind_of(self.last_subject[0]) in ("state", "body")

    def is_pair(self, token: Token) -> bool:
        """True for "both sides", "the two delegations", "the parties", "the rivals"."""
        return is_pair(self.cast, token)

    def did(self, acts: Sequence[Event]) -> None:
        """Remember what a sentence told of, for "so did B" and for whom "the attack" is laid to.

        Parameters
        ----------
        acts
            The acts of the sentence.
        """
        self.acts = tuple(acts)
        attacks = [act for act in acts if act.type == "ASSAULT"]
        if attacks:
            attackers = {act.actor for act in attacks}
            self.attacker = next(iter(attackers)) if len(attackers) == 1 else None
            self.attack = " ".join(act.quote.text for act in attacks)

    def forget(self, subject: Token) -> None:
        """Stop taking "he" for whoever was spoken of before, where a sentence turns to somebody unknown.

        Parameters
        ----------
        subject
            Its subject, a person.
        """
        if not self.parties(subject):
            self.see((), subject)

    def see(self, parties: Sequence[str], subject: Token | None = None) -> None:
        """Remember who was spoken of, for the pronouns that follow.

        Parameters
        ----------
        parties
            Whom the sentence is about, empty where nobody knows.
        subject
            The subject that names them, where it is one.
        """
        if subject is not None:
            self.stranger = not parties and is_person(self.cast, subject)
        if subject is not None and is_person(self.cast, subject):
            self.last_person = tuple(parties) if len(parties) == 1 else ()
        if parties:
            self.last = tuple(parties)
            if subject is not None:
                self.last_subject = tuple(parties)


def _taken_up(pronoun: Token, word: str) -> Token | None:
    """The name that a pronoun repeats: "Oslo, it, finds the accord good", "And the premier, he is after more"."""
    if word not in THIRD_PERSONS or not pronoun.dep_.startswith("nsubj") or pronoun.i < 2:
        return None
    before = pronoun.nbor(-2)
    if pronoun.nbor(-1).text != "," or before.pos_ != "PROPN":
        return None
    if pronoun.i + 2 < len(pronoun.doc) and pronoun.nbor().pos_ == "VERB" and pronoun.nbor(2).text == ",":
        return None
    opened = pronoun.doc.text[: before.idx].rstrip()
    start = max(opened.rfind(mark) for mark in '.;:,"')
    return before if _OPENING.fullmatch(opened[start + 1 :]) else None


# What may stand before a name that a pronoun takes up: a conjunction, a title, further names.
_OPENING = re.compile(r"(?: ?(?:And|But|As for|and|but|the|The|Mr|Mrs|Ms|[A-Z][\w'.-]+))*\s?")
