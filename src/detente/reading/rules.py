"""All rules of the reader by their ids, and those of stances by their words; the tables stand in modules of their own.

The examples of every rule speak of a conflict that does not exist, so that no rule leans on a real one;
`tests/reading/test_rules.py` reads every example and counter-example.
"""

from detente.entries import Stance
from detente.reading.acts.dealing import ROUNDS
from detente.reading.acts.table import ACT_RULES
from detente.reading.positions.rules_of_accords import PAPERS
from detente.reading.positions.rules_of_stances import CONSTRUCTIONS, STANCE_NOUNS, STANCE_VERBS
from detente.reading.rule import Rule

RULES = STANCE_VERBS + STANCE_NOUNS + CONSTRUCTIONS + PAPERS + ACT_RULES + ROUNDS
BY_ID = {rule.id: rule for rule in RULES}


def stance_of(rule: Rule) -> Stance:
    """Return the stance of a rule for positions."""
    return rule.says  # type: ignore[return-value]


def lookup(rules: tuple[Rule, ...]) -> dict[str, Rule]:
    """Return rules by the words that set them off; the first that claims a word has it."""
    found: dict[str, Rule] = {}
    for rule in rules:
        for word in rule.words:
            found.setdefault(word, rule)
    return found


VERB_RULES = lookup(STANCE_VERBS)
NOUN_RULES = lookup(STANCE_NOUNS)
