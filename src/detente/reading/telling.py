"""Who tells whom to do what: "told Denmark to leave", "would have all prisoners freed", "and asked it to end them"."""

from detente.reading.frame import Frame
from detente.reading.issues import issues_in
from detente.reading.parser import Token, auxiliaries, child, children, lemma, marker, negated, passive, subjects
from detente.reading.rule import words


def tells_to(token: Token) -> bool:
    """Read "told Denmark to free ...": somebody else is told, none of its own people, and what to do follows."""
    told = children(token, "obj", "iobj", "nsubj:pass") or (subjects(token) if passive(token) else [])
    after = [c for each in (token, *told) for c in children(each, "xcomp", "advcl", "acl")]
    due = [c for c in after if marker(c) == "to" or (lemma(token) == "order" and c.tag_ == "VBN" and not marker(c))]
    return bool(told and due) and not negated(token) and not any(_of_its_own(each) for each in told)


def _of_its_own(told: Token) -> bool:
    """True for "its forces", "the troops", "him": who is under orders, or nobody that is known."""
    return bool(children(told, "nmod:poss")) and any(c.pos_ == "PRON" for c in children(told, "nmod:poss"))


def has_done(token: Token) -> bool:
    """Read "would have all prisoners released", "would have Denmark close the port": what somebody wants done."""
    wanted = child(token, "obj")
    if wanted is None or not set(auxiliaries(token)) & {"would", "'d"}:
        return False
    done = [c for each in (token, wanted) for c in children(each, "xcomp", "ccomp", "acl", "advmod") if c.i > wanted.i]
    return any((c.tag_ in ("VB", "VBN") and marker(c) != "to") or c.text.casefold() in _PLACES for c in done)


_PLACES = words("out back in gone home there away")


def named_before(frame: Frame, token: Token, region: tuple[Token, ...]) -> tuple[Token, ...]:
    """What "it" or "them" stands for in "deplored the annexation and called on Denmark to reverse it"."""
    for pronoun in region:
        many = _STANDING.get(pronoun.text.casefold())
        if many is None or pronoun.dep_ not in ("obj", "nsubj:pass", "nmod:poss") or pronoun.i < token.i:
            continue
        if pronoun.dep_ == "nmod:poss" and lemma(pronoun.head) not in _FATES:
            continue
        before = issues_in(frame.doc, [t for t in frame.tokens if t.i < token.i])
        fitting = [anchor for _, anchor in before if (anchor.tag_ in ("NNS", "NNPS")) == many]
        return (fitting[-1],) if fitting else ()
    return ()


# Whether several things or persons are meant.
_STANDING = {"it": False, "its": False, "them": True, "they": True, "their": True}
_FATES = words("return release withdrawal removal lifting freedom departure exchange restoration disarmament")
