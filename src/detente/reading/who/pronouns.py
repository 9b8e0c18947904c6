"""What the grammar says of a pronoun: whom it cannot stand for, and where it stands for no party at all."""

from collections.abc import Iterator

from detente.reading.grammar.parser import Token, ancestors, child, children, lemma, marker, passive, text_of
from detente.reading.rule import words

THIRD_PERSONS = words("he she it they his her its their it him them")
PLURALS = words("they their them")
# With these somebody who spoke goes on: "It added that ...".
GOING_ON = words("add say tell continue explain note stress warn insist argue state")
# Of these things only persons and parties are objects: "accused it of", "thanked them".
_TO_SOMEBODY = words(
    "accuse blame thank praise urge ask tell warn press invite criticise criticize condemn denounce attack threaten"
    " recognise recognize join fund arm supply give offer grant allow help support oblige force order summon inform"
    " assure remind promise pressure persuade commend congratulate reproach bomb shell hit fight defeat sanction"
    " outlaw ban designate label isolate leave let want expect consult meet host assist protect appeal call negotiate"
    " talk speak"
)
# What somebody does to another, not to what is his own.
_HARMING = words(
    "attack bomb shell strike raid hit target destroy seize capture kill wound injure ambush occupy invade storm"
    " overrun arrest detain abduct kidnap imprison blockade besiege raze burn loot"
)
# What only somebody can do.
_ACTING = words(
    "say state declare add tell announce stress insist reiterate repeat maintain argue note explain warn affirm"
    " emphasise emphasize underline assert write reply answer vow swear pledge promise contend believe demand ask"
    " request urge propose suggest confirm acknowledge admit claim accuse blame condemn denounce deny dispute thank"
    " praise welcome congratulate reject refuse accept agree offer want wish hope expect call appeal seek support"
    " oppose decline threaten attack shell bomb raid seize capture release free send deploy withdraw recall expel"
    " suspend boycott join negotiate meet invite criticise criticize object undertake commit favour favor recognise"
    " recognize impose lift ban arm fund plan intend prepare decide order fear march protest complain launch fire"
    " strike kill rule hold"
)
# "some of them", "most of which", "among them": those counted are no party.
_COUNTING = words("most many some several few all none half dozen hundred thousand part majority member number")


def stands_for_no_party(pronoun: Token) -> bool:
    """Return True for "among them", "up to 1,200 of them", "rejected it": what is counted, or a thing that is done.

    Parameters
    ----------
    pronoun
        A pronoun of the third person.
    """
    opened = marker(pronoun)
    if opened == "among" and pronoun.text.casefold() == "them":
        return True
    above = pronoun.head
    if opened == "of" and pronoun.dep_ == "nmod" and (above.pos_ == "NUM" or lemma(above) in _COUNTING):
        return True
    return pronoun.text.casefold() == "it" and pronoun.dep_ == "obj" and lemma(above) not in _TO_SOMEBODY


def may_be_a_thing(pronoun: Token) -> bool:
    """Return True for "it" as the subject of a predicate that may tell of a thing: "it expired", "it was signed".

    Parameters
    ----------
    pronoun
        The word "it".
    """
    verb = pronoun.head
    if pronoun.text.casefold() != "it" or not pronoun.dep_.startswith("nsubj"):
        return False
    return not acts(verb) or passive(verb)


def acts(verb: Token) -> bool:
    """Return True for a verb that tells of what only somebody can do.

    Parameters
    ----------
    verb
        A predicate.
    """
    return verb.pos_ == "VERB" and lemma(verb) in _ACTING


def own_subject(pronoun: Token) -> Token | None:
    """Return the subject that an object cannot stand for: in "the Front freed them" they are others.

    Parameters
    ----------
    pronoun
        A pronoun of the third person.
    """
    if pronoun.dep_ not in ("obj", "iobj", "obl", "obl:agent"):
        return None
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp") and child(verb, "nsubj", "nsubj:pass") is None:
        verb = verb.head
    return child(verb, "nsubj", "nsubj:pass")


def same_person(above: Token, below: Token) -> bool:
    """Return True for "It said it ...", "They want their ...": the second pronoun stands for whom the first does.

    Parameters
    ----------
    above
        A subject.
    below
        A pronoun in what hangs on its predicate.
    """
    one, other = above.text.casefold(), below.text.casefold()
    return above.pos_ == "PRON" and any(one in kind and other in kind for kind in _KINDS)


_KINDS = (words("he his him"), words("she her"), words("it its"), PLURALS)


def others_between(subject: Token, pronoun: Token) -> bool:
    """Return True where others than a subject are named before a plural pronoun: "seized two men and freed them".

    Parameters
    ----------
    subject
        A subject.
    pronoun
        A pronoun after it.
    """
    between = [token for token in pronoun.doc if subject.i < token.i < pronoun.i]
    return any(token.tag_ in ("NNS", "NNPS") and token.dep_ in ("obj", "nsubj", "obl", "nmod") for token in between)


def harmed_by(pronoun: Token, subject: Token) -> bool:
    """Return True for "its" in "Oslo said the army had shelled its positions": not those of the army.

    Parameters
    ----------
    pronoun
        A possessive.
    subject
        A subject above it.
    """
    owned = pronoun.head
    return (
        pronoun.dep_ == "nmod:poss"
        and owned.dep_ == "obj"
        and owned.head.i == subject.head.i
        and lemma(owned.head) in _HARMING
    )


def told_to(pronoun: Token) -> Token | None:
    """Return whom a subject in a clause under an infinitive follows: "warned the firms to leave while they could".

    Parameters
    ----------
    pronoun
        A pronoun of the third person.
    """
    for below, above in _upwards(pronoun):
        if child(below, "nsubj", "nsubj:pass") is not None and below.i != pronoun.head.i:
            return None
        if below.dep_ in ("xcomp", "advcl") and marker(below) == "to" and below.i != pronoun.i:
            named = child(above, "obj", "iobj")
            return named if named is not None and named.i < below.i and named.i != pronoun.i else None
    return None


def _upwards(token: Token) -> Iterator[tuple[Token, Token]]:
    below = token
    for above in ancestors(token):
        yield below, above
        below = above


def in_quotes(token: Token, opened: bool) -> bool:
    """Return True for a word in direct speech.

    Parameters
    ----------
    token
        The word.
    opened
        True where the quotation was opened in a sentence before.
    """
    return (text_of(token.doc).count('"', 0, token.idx) % 2 == 1) is not opened


def is_thing(noun: Token) -> bool:
    """Return True for a noun that "it" may take up though it is no party: one thing.

    Parameters
    ----------
    noun
        A noun that stands for no party.
    """
    return noun.tag_ == "NN" and not children(noun, "conj")
