"""What an entry in the table of acts says."""

import re
from dataclasses import dataclass
from typing import Literal

from detente.reading.rule import Rule
from detente.reading.rule import words as _words

Aim = Literal["stated", "needed", "other", "none", "subject"]
Doer = Literal["stated", "needed", "untold", "crowd", "none", "attack", "holder", "other"]
Addressed = Literal["tree", "next", "called", "asked"]
Counts = Literal["done", "announced", "decided"]
Refers = Literal["nothing", "step", "attack", "main clause"]
Turn = Literal["first", "usual", "last"]
# To announce a sanction is to impose it, to announce that one leaves the talks is to leave them.
_COUNTS: dict[str, Counts] = {"SANCTION": "decided", "REJECT": "announced"}
_REFERS: dict[str, Refers] = {"SUPPORT": "step"}


@dataclass(frozen=True, slots=True)
class Act:
    """A verb or noun and what must stand beside it.

    Parameters
    ----------
    rule
        Its name, type of event, verbs, example and counter-example.
    nouns
        Nouns for the same act ("the arrest of").
    beside
        What must stand among the next words, or in the subject of a passive; None where nothing need stand there.
    never
        What must not stand there: figurative uses.
    who
        What must stand in the subject, such as troops; None where anybody can do it.
    toward
        Words that open the phrase with the recipient.
    aim
        stated: the recipient is who the text names, or nobody; needed: no act without a recipient; other: the other
        main party unless another is named; none: never a recipient; subject: the subject is whom it befalls.
    dated
        True where the sentence or its paragraph must give a date: what is told without one is background.
    doer
        stated: subject or agent; needed: no act without a doer, though it is passive ("was driven out"); untold: news
        without one ("the talks were suspended"); crowd: students and others who are no party; none: nobody, both fight;
        attack: whose attack people died in; holder: who held those who were freed ("captives held by A"); other: the
        other main party where the text names nobody.
    addressed
        Who is meant by a verb that is said to somebody. tree: its object or phrase; next: whoever is named right after
        it; called: or after "for" ("called for A to withdraw"); asked: the same, where "for" brings what is asked for.
    counts
        done: only what was done; announced: also what its doer declares to do from now on; decided: also what was
        voted.
    refers
        What told before it may be about, where it names nobody: a step, the last attack, or what the main clause tells.
    at_large
        True for a threat that may be aimed at nobody who is named.
    mutual
        True where each of the two does it to the other.
    frees
        True where people are let go: in exchange for others that is cooperation, for nothing a concession.
    by_noun
        True where a noun must say whom it befell.
    turn
        Of several acts that fit a verb the earliest in the table is taken; first and last: before and after all others.
    """

    rule: Rule
    nouns: frozenset[str] = frozenset()
    beside: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    who: re.Pattern[str] | None = None
    toward: frozenset[str] = frozenset()
    aim: Aim = "stated"
    dated: bool = False
    doer: Doer = "stated"
    addressed: Addressed = "tree"
    counts: Counts = "done"
    refers: Refers = "nothing"
    at_large: bool = False
    mutual: bool = False
    frees: bool = False
    by_noun: bool = False
    turn: Turn = "usual"


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{text})(?!\w)", re.IGNORECASE) if text else None


def act(
    id: str,
    says: str,
    verbs: str,
    example: str,
    counter: str,
    *,
    nouns: str = "",
    beside: str = "",
    never: str = "",
    who: str = "",
    toward: str = "on against at upon",
    aim: Aim = "stated",
    dated: bool = False,
    doer: Doer = "stated",
    addressed: Addressed = "tree",
    counts: Counts | None = None,
    refers: Refers | None = None,
    at_large: bool = False,
    mutual: bool = False,
    frees: bool = False,
    by_noun: bool = False,
    turn: Turn = "usual",
    sure: float = 0.6,
) -> Act:
    """Return an entry of the table, its words and patterns written as text.

    Parameters
    ----------
    id
        Name of the rule.
    says
        Type of event.
    verbs, nouns, toward
        Words, separated by spaces.
    example, counter
        A sentence that it must read, and one that it must not.
    beside, never, who
        Alternatives of a regular expression over whole words, "" for none.
    aim, dated, doer, addressed, at_large, mutual, frees, by_noun, turn
        See `Act`.
    counts, refers
        See `Act`; None for what is usual for its type of event.
    sure
        Share of its entries expected to be right, in [0, 1].

    Examples
    --------
    >>> entry = act("arrest", "COERCE", "arrest detain", "Norway arrested Danes.", "Rain arrested play.")
    >>> entry.rule.says, sorted(entry.rule.words)
    ('COERCE', ['arrest', 'detain'])
    """
    rule = Rule(id, "event", says, _words(verbs), example, counter, sure)
    return Act(
        rule,
        _words(nouns),
        _pattern(beside),
        _pattern(never),
        _pattern(who),
        _words(toward),
        aim,
        dated,
        doer,
        addressed,
        counts or _COUNTS.get(says, "done"),
        refers or _REFERS.get(says, "nothing"),
        at_large,
        mutual,
        frees,
        by_noun,
        turn,
    )
