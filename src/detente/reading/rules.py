"""The table of rules: what each looks for, a sentence it must read, and one it must leave alone.

`words` are dictionary forms. The examples speak of a conflict that does not exist, so that no rule leans on a real one;
`tests/reading/test_rules.py` reads every example and counter-example.
"""

from dataclasses import dataclass
from typing import Literal

from detente.entries import Stance


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the reader.

    Parameters
    ----------
    id
        Its name, kept in every entry that it yields.
    kind
        position | event | round.
    says
        The stance, the type of event, or "".
    words
        Dictionary forms of verbs or nouns that set it off.
    example
        A sentence from which it yields an entry.
    counter
        A sentence from which it yields none.
    confidence
        Share of its entries expected to be right, in [0, 1].
    """

    id: str
    kind: Literal["position", "event", "round"]
    says: str
    words: frozenset[str]
    example: str
    counter: str
    confidence: float


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STANCE_VERBS = (
    Rule(
        "demand-verb",
        "position",
        "demands",
        _words(
            "demand insist call ask urge request require want press push claim plead uphold reiterate renew"
            " seek expect maintain appeal summon need"
        ),
        "Norway demands an immediate ceasefire.",
        "Norway demanded much of its cooks.",
        0.6,
    ),
    Rule(
        "propose-verb",
        "position",
        "proposes",
        _words("propose suggest offer table present float draft favour favor advocate envisage"),
        "Norway proposed an exchange of prisoners.",
        "Norway presented a bill for the lunch.",
        0.7,
    ),
    Rule(
        "accept-verb",
        "position",
        "accepts",
        _words(
            "accept agree consent approve endorse undertake commit pledge concur sign promise acquiesce"
            " subscribe reaffirm concede adopt back"
        ),
        "Norway accepted the ceasefire.",
        "Norway accepted the award for its salmon.",
        0.6,
    ),
    Rule(
        "reject-verb",
        "position",
        "rejects",
        _words("reject refuse decline oppose dismiss spurn resist rebuff balk exclude scorn repudiate bristle"),
        "Norway rejected the ceasefire.",
        "Norway rejected the first bottle of wine.",
        0.7,
    ),
)
STANCE_NOUNS = (
    Rule(
        "demand-noun",
        "position",
        "demands",
        _words("demand call insistence claim request condition precondition appeal"),
        "Norway repeated its demand for a ceasefire.",
        "Norway met the demand for electricity.",
        0.6,
    ),
    Rule(
        "proposal-noun",
        "position",
        "proposes",
        _words("proposal offer suggestion"),
        "Norway's proposal for a ceasefire was read out.",
        "The proposal for a bridge was read out.",
        0.65,
    ),
    Rule(
        "refusal-noun",
        "position",
        "rejects",
        _words("refusal rejection opposition objection"),
        "Norway repeated its refusal to withdraw from the border.",
        "The refusal of the waiter was noted.",
        0.7,
    ),
    Rule(
        "acceptance-noun",
        "position",
        "accepts",
        _words("acceptance readiness willingness consent agreement"),
        "Norway declared its readiness for an exchange of prisoners.",
        "The readiness of the kitchen was praised.",
        0.65,
    ),
)
PHRASES = (
    Rule(
        "ready-to",
        "position",
        "accepts",
        _words("ready willing prepared open disposed content amenable"),
        "Norway is ready to withdraw from the border.",
        "Norway is ready to eat.",
        0.7,
    ),
    Rule(
        "unready-to",
        "position",
        "rejects",
        _words("ready willing prepared disposed"),
        "Norway is not willing to withdraw from the border.",
        "Norway is not willing to eat.",
        0.75,
    ),
    Rule(
        "adamant",
        "position",
        "demands",
        _words("adamant set bent intent keen determined firm"),
        "Norway is adamant that all prisoners be released.",
        "Norway is keen on skiing.",
        0.65,
    ),
    Rule(
        "unwilling",
        "position",
        "rejects",
        _words("unwilling opposed reluctant averse loath"),
        "Norway is opposed to a ceasefire.",
        "Norway is opposed to rain.",
        0.7,
    ),
    Rule(
        "yes-or-no",
        "position",
        "rejects",
        _words("say"),
        "Norway said no to a ceasefire.",
        "Norway said no to dessert.",
        0.75,
    ),
    Rule(
        "in-force",
        "position",
        "accepts",
        frozenset(),
        "A ceasefire between Norway and Denmark came into force on Monday.",
        "A ban on fishing came into force on Monday.",
        0.7,
    ),
    Rule(
        "will-not",
        "position",
        "rejects",
        frozenset(),
        "Norway will never withdraw from the border.",
        "Norway will never win the cup.",
        0.7,
    ),
    Rule(
        "rule-out",
        "position",
        "rejects",
        _words("rule turn brush shut slam"),
        "Norway ruled out a ceasefire.",
        "Norway ruled the waves.",
        0.8,
    ),
    Rule(
        "hold-out",
        "position",
        "demands",
        _words("hold stick"),
        "Norway holds out for a ceasefire.",
        "Norway holds a lottery.",
        0.75,
    ),
    Rule(
        "said-must",
        "position",
        "demands",
        _words("must should"),
        "Norway said that Denmark must withdraw from the border.",
        "Norway said that Denmark must eat.",
        0.5,
    ),
    Rule(
        "said-would",
        "position",
        "proposes",
        _words("will would"),
        "Norway said it would release all prisoners.",
        "Norway said it would rain.",
        0.4,
    ),
    Rule(
        "list-includes",
        "position",
        "demands",
        _words("include comprise contain"),
        "Norway's list of demands includes a ceasefire.",
        "Norway's list of dishes includes salmon.",
        0.8,
    ),
    Rule(
        "peace-requires",
        "position",
        "demands",
        _words("require need demand presuppose"),
        "Norway said any peace requires security guarantees.",
        "Norway said any soup requires salt.",
        0.8,
    ),
    Rule(
        "as-suggested",
        "position",
        "proposes",
        _words("suggest propose want demand foresee envisage"),
        "Denmark rejects withdrawal from the border (as suggested by Norway).",
        "Denmark dislikes rain (as suggested by Norway).",
        0.75,
    ),
    Rule(
        "duty",
        "position",
        "accepts",
        _words("shall must undertake"),
        "Norway and Denmark signed an accord. Norway shall release all prisoners.",
        "Norway and Denmark signed an accord. Rain shall fall.",
        0.5,
    ),
    Rule(
        "agreed-at-talks",
        "position",
        "accepts",
        frozenset(),
        "The first round of talks between Norway and Denmark ended without a breakthrough except for a prisoner swap.",
        "The round of drinks ended without a prisoner.",
        0.65,
    ),
    Rule(
        "list-item",
        "position",
        "accepts",
        frozenset(),
        "Norway and Denmark signed an accord. The accord provides for:\n\n- the release of all prisoners;",
        "The menu provides for:\n\n- a plate of salmon;",
        0.45,
    ),
    Rule(
        "condition",
        "position",
        "demands",
        _words("until unless before without"),
        "Norway will not withdraw from the border until all prisoners are released.",
        "Norway will not eat until noon.",
        0.7,
    ),
)
EVENT_VERBS = (
    Rule(
        "assault",
        "event",
        "ASSAULT",
        _words(
            "attack strike bomb shell raid bombard invade kill assassinate ambush storm assault torpedo"
            " seize capture abduct kidnap overrun retaliate destroy sabotage occupy shoot murder blow"
            " massacre launch conduct fire take"
        ),
        "Norway attacked Denmark on 2 June.",
        "Norway attacked the problem.",
        0.5,
    ),
    Rule(
        "accuse",
        "event",
        "ACCUSE",
        _words("accuse blame condemn denounce fault charge deplore decry object criticise criticize"),
        "Norway accused Denmark of breaking the truce.",
        "Norway accused nobody.",
        0.7,
    ),
    Rule(
        "support",
        "event",
        "SUPPORT",
        _words("welcome thank praise hail applaud commend congratulate laud"),
        "Norway welcomed the agreement.",
        "Norway welcomed the spring.",
        0.7,
    ),
    Rule(
        "threaten",
        "event",
        "THREATEN",
        _words("threaten warn vow"),
        "Norway warned Denmark that it would strike.",
        "Norway warned of rain.",
        0.6,
    ),
    Rule(
        "sanction",
        "event",
        "SANCTION",
        _words("sanction expel embargo impose freeze"),
        "Norway has imposed sanctions on Denmark.",
        "Norway imposed silence.",
        0.7,
    ),
    Rule(
        "protest",
        "event",
        "PROTEST",
        _words("protest demonstrate march rally"),
        "Norway protested against the partition.",
        "The clock protested.",
        0.6,
    ),
    Rule(
        "mobilize",
        "event",
        "MOBILIZE",
        _words("mobilize mobilise deploy mass"),
        "Norway deployed troops along the border.",
        "Norway deployed its charm.",
        0.6,
    ),
    Rule(
        "retreat",
        "event",
        "RETREAT",
        _words("withdraw retreat evacuate pull"),
        "Norway withdrew its troops from the town on 25 May.",
        "Norway withdrew its cheque.",
        0.6,
    ),
    Rule(
        "concede",
        "event",
        "CONCEDE",
        _words("release free lift suspend"),
        "Norway released 40 prisoners on 25 May.",
        "Norway released an album.",
        0.6,
    ),
    Rule(
        "coerce",
        "event",
        "COERCE",
        _words("arrest detain deport blockade jail imprison ransack besiege"),
        "Norway arrested two envoys of Denmark.",
        "The view arrested them.",
        0.6,
    ),
    Rule(
        "break-off",
        "event",
        "REJECT",
        _words("boycott walk leave quit storm suspend break abandon"),
        "The Danish delegation left the table on Monday.",
        "The Danish ship left the harbour.",
        0.65,
    ),
    Rule(
        "sign",
        "event",
        "AGREE",
        _words("sign agree conclude initial ratify reach"),
        "Norway and Denmark signed a ceasefire agreement in Oslo on 2 June.",
        "Norway signed the guest book.",
        0.65,
    ),
    Rule(
        "talks",
        "event",
        "CONSULT",
        _words("meet hold talk discuss negotiate confer receive telephone"),
        "Norway and Denmark held talks in Oslo on 2 June.",
        "Norway held a party.",
        0.65,
    ),
    Rule(
        "appeal",
        "event",
        "REQUEST",
        _words("appeal urge request ask"),
        "Norway urged the United Nations to intervene.",
        "Norway urged calm.",
        0.55,
    ),
    Rule(
        "swap",
        "event",
        "COOPERATE",
        _words("swap exchange"),
        "The prisoner swap saw 300 soldiers of Norway and Denmark set free.",
        "They swapped jokes.",
        0.6,
    ),
)
ROUNDS = (
    Rule(
        "round-held",
        "round",
        "",
        _words("talk negotiation round meeting session summit conference plenary"),
        "The second round of talks between Norway and Denmark was held in Oslo on 2 June.",
        "The round of drinks was held in Oslo.",
        0.75,
    ),
)
RULES = STANCE_VERBS + STANCE_NOUNS + PHRASES + EVENT_VERBS + ROUNDS
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
