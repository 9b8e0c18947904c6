"""Mends what the parser makes of names: two before a verb, two behind "by", a nation before a compound."""

from detente.reading.grammar.tree import Token, hang, lead

_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


def first_of_two(verb: Token) -> None:
    """Read "Arland and Borland condemned it", where the first name was taken for the root and the verb joined to it.

    Parameters
    ----------
    verb
        A word; where it is such a verb, its tree is changed in place.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or first.dep_ != "ROOT":
        return
    # "Clashes between Arland and Borland left ten dead": the second name goes with the first that "between" has.
    between = [c for c in first.children if any(m.dep_ == "case" and m.text == "between" for m in c.children)]
    if first.pos_ not in ("PROPN", "NOUN") and not between:
        return
    second = next((c for c in verb.children if c.dep_ in _SUBJECT and c.i < verb.i), None)
    joint = next((c for c in verb.children if c.dep_ == "cc" and first.i < c.i), None)
    if second is None or joint is None or joint.text != "and" or joint.i > second.i:
        return
    if any(c.dep_ in ("cop", "acl", "acl:relcl", *_SUBJECT) for c in first.children):
        return
    if any(first.i < t.i < joint.i and t.pos_ == "VERB" for t in verb.doc):
        return
    lead(verb, first, second.dep_)
    if between:
        first.pos_, first.tag_ = "NOUN", "NNS"
    hang(second, between[0] if between else first, "conj")
    hang(joint, second, "cc")


def behind_by(agent: Token) -> None:
    """Read "were imposed on Arland by Borland and Norway": who stands behind "by" did what a passive says.

    Parameters
    ----------
    agent
        A word; where it is such a name, its tree is changed in place.
    """
    place = agent.head
    verb = place.head
    if agent.dep_ != "nmod" or agent.pos_ != "PROPN" or place.pos_ != "PROPN" or place.dep_ != "obl":
        return
    if not any(c.dep_ == "case" and c.text == "by" for c in agent.children):
        return
    if not any(c.dep_ == "aux:pass" for c in verb.children) or any(c.dep_ == "obl:agent" for c in verb.children):
        return
    hang(agent, verb, "obl:agent")


def nation_of_compound(nation: Token) -> None:
    """Read "a Norwegian cargo ship": the ship is Norwegian, not its cargo.

    Parameters
    ----------
    nation
        A word; where it is such an adjective, its tree is changed in place.
    """
    part = nation.head
    if nation.dep_ != "amod" or not nation.text[:1].isupper() or part.dep_ != "compound" or part.pos_ != "NOUN":
        return
    thing = part.head
    if not nation.i < part.i < thing.i:
        return
    hang(nation, thing, "amod")


_SAID = frozenset(["said", "says", "added", "warned", "announced", "claimed", "insisted", "declared", "stated"])


def closing_said(verb: Token) -> None:
    """Read "Arland will pay if it comes, Borland said": who says it stands last, and no clause is under it.

    Parameters
    ----------
    verb
        A word; where it is such a verb, its tree is changed in place.
    """
    main = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.text not in _SAID or verb.dep_ != "advcl" or main.i > verb.i or subject is None:
        return
    first = min(t.i for t in verb.doc if t is subject or t.head is subject)
    if first == 0 or verb.doc[first - 1].text not in (",", '"') or any(c.dep_ == "ccomp" for c in verb.children):
        return
    below = [c for c in verb.children if c.i < first and c.dep_ != "punct"]
    verb.dep_ = "parataxis"
    for each in below:
        hang(each, main, each.dep_)
