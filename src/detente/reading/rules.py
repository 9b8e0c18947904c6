"""The table of rules: what each looks for, a sentence it must read, and one it must leave alone.

`words` are dictionary forms. The examples speak of a conflict that does not exist, so that no rule leans on a real one;
`tests/reading/test_rules.py` reads every example and counter-example.
"""

from detente.entries import Stance
from detente.reading.acts.dealing import ROUNDS
from detente.reading.acts.table import ACT_RULES
from detente.reading.rule import Rule as Rule
from detente.reading.rule import words as _words

STANCE_VERBS = (
    Rule(
        "demand-verb",
        "position",
        "demands",
        _words(
            "demand insist call ask urge request require want press push claim plead uphold reiterate renew"
            " seek expect appeal summon need solicit implore beseech exhort stipulate reclaim enjoin entreat petition"
            " clamour clamor agitate exact desire"
            " beg lobby crave covet yearn aspire importune adjure badger pester nudge prod implore wish necessitate"
        ),
        "Norway demands an immediate ceasefire.",
        "Norway demanded much of its cooks.",
        0.6,
    ),
    Rule(
        "propose-verb",
        "position",
        "proposes",
        _words(
            "propose suggest offer table present float draft favour favor advocate envisage submit circulate"
            " recommend"
            " prefer moot broach envision proffer tender counsel volunteer pitch"
            " invite espouse champion sketch outline sponsor co-sponsor cosponsor tout propound"
        ),
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
            " subscribe reaffirm concede adopt back settle support ratify initial tolerate assent accede okay embrace"
        ),
        "Norway accepted the ceasefire.",
        "Norway accepted the award for its salmon.",
        0.6,
    ),
    Rule(
        "reject-verb",
        "position",
        "rejects",
        _words(
            "reject refuse decline oppose dismiss spurn resist rebuff balk exclude scorn"
            " repudiate bristle veto bar forbid balk baulk boycott shun snub nix disallow preclude prohibit disavow"
            " eschew jib demur disapprove"
        ),
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
        _words(
            "demand call insistence claim request condition precondition prerequisite appeal need plea ultimatum"
            " requirement bid aim goal objective wish desire aspiration condition clamour clamor craving quest petition"
            " ask stipulation entreaty exhortation rider proviso"
        ),
        "Norway repeated its demand for a ceasefire.",
        "Norway met the demand for electricity.",
        0.6,
    ),
    Rule(
        "proposal-noun",
        "position",
        "proposes",
        _words(
            "proposal offer suggestion initiative preference counterproposal counter-proposal counteroffer"
            " counter-offer overture recommendation feeler pitch"
        ),
        "Norway's proposal for a ceasefire was read out.",
        "The proposal for a bridge was read out.",
        0.65,
    ),
    Rule(
        "refusal-noun",
        "position",
        "rejects",
        _words(
            "refusal rejection opposition objection reluctance unwillingness veto hostility resistance"
            " aversion repudiation"
            " dismissal disapproval exception disinclination repugnance distaste"
        ),
        "Norway repeated its refusal to withdraw from the border.",
        "The refusal of the waiter was noted.",
        0.7,
    ),
    Rule(
        "acceptance-noun",
        "position",
        "accepts",
        _words(
            "acceptance readiness willingness consent agreement support backing approval commitment promise pledge"
            " undertaking preparedness openness assent blessing endorsement go-ahead"
        ),
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
        _words(
            "ready willing prepared open disposed content amenable inclined agreeable receptive favourable"
            " favorable glad happy satisfied"
        ),
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
        _words("adamant set bent intent keen determined firm eager anxious insistent resolved desirous"),
        "Norway is adamant that all prisoners be released.",
        "Norway is keen on skiing.",
        0.65,
    ),
    Rule(
        "unwilling",
        "position",
        "rejects",
        _words("unwilling opposed reluctant averse loath loth object hostile unprepared disinclined unready"),
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
        "tells-to",
        "position",
        "demands",
        _words("tell order instruct direct command challenge dare warn oblige"),
        "Norway told Denmark to release all prisoners.",
        "Norway told its cooks to release all salmon.",
        0.6,
    ),
    Rule(
        "said-do",
        "position",
        "demands",
        _words(
            "let give release free lift stop end withdraw leave return open hand halt disarm show bring send recognise"
            " recognize pull allow remove dismantle"
        ),
        '"Release the prisoners now," Norway\'s foreign minister said.',
        '"Release the salmon now," Norway\'s foreign minister said.',
        0.55,
    ),
    Rule(
        "would-have",
        "position",
        "demands",
        _words("have"),
        "Norway would have all prisoners released.",
        "Norway would have released all salmon.",
        0.6,
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
        "will-grant",
        "position",
        "accepts",
        _words("allow let release lift"),
        "Norway will release all prisoners.",
        "Norway will release all salmon.",
        0.5,
    ),
    Rule(
        "spelled-out",
        "position",
        "demands",
        _words("must have"),
        "Norway demands a ceasefire. Denmark must release all prisoners.",
        "Norway likes salmon. Denmark must release all prisoners.",
        0.5,
    ),
    Rule(
        "said-would",
        "position",
        "proposes",
        _words("will would"),
        "Norway says it would release all prisoners.",
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
        "set-as-condition",
        "position",
        "demands",
        _words("set make put"),
        "Norway made the release of all prisoners a precondition for talks.",
        "Norway made the salmon a condition for lunch.",
        0.7,
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
        "plan-says",
        "position",
        "proposes",
        frozenset(),
        "Norway presented a plan on Monday. The plan gives Denmark an amnesty.",
        "Norway presented a plan on Monday. The plan gives the cooks a holiday.",
        0.65,
    ),
    Rule(
        "both-say",
        "position",
        "accepts",
        _words("say hold maintain declare affirm stress insist concur want"),
        "Prisoners must come home, both sides say.",
        "The salmon is fresh, both sides say.",
        0.6,
    ),
    Rule(
        "bound-to",
        "position",
        "accepts",
        _words("bind oblige commit require"),
        "The accord binds Norway to release all prisoners.",
        "The menu binds Norway to eat salmon.",
        0.65,
    ),
    Rule(
        "treaty-present",
        "position",
        "accepts",
        frozenset(),
        "Norway and Denmark signed an accord on Monday. Norway returns the islands by June.",
        "Norway and Denmark signed an accord on Monday. Norway grows salmon near the border.",
        0.5,
    ),
    Rule(
        "accord-says",
        "position",
        "accepts",
        _words("provide call include stipulate"),
        "Norway and Denmark signed an accord. The accord provides for the release of prisoners.",
        "Norway and Denmark signed an accord. The menu provides for a plate of salmon.",
        0.65,
    ),
    Rule(
        "meet-again",
        "position",
        "accepts",
        _words("meet reconvene return"),
        "The two delegations will meet again for talks in May.",
        "The two delegations will eat salmon again in May.",
        0.6,
    ),
    Rule(
        "in-exchange",
        "position",
        "demands",
        frozenset(),
        "Norway offered to release all prisoners in exchange for an end to the blockade.",
        "Norway offered salmon in exchange for an end to the lunch.",
        0.6,
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
        "verdict",
        "position",
        "rejects",
        _words("call consider describe dismiss"),
        "Norway called the ceasefire a trap.",
        "Norway called the salmon a trap.",
        0.7,
    ),
    Rule(
        "verdict-must",
        "position",
        "demands",
        _words("call consider describe deem"),
        "Norway called the release of all prisoners indispensable.",
        "Norway called the salmon indispensable.",
        0.65,
    ),
    Rule(
        "echo",
        "position",
        "accepts",
        _words("so nor neither"),
        "Norway accepted the ceasefire. So did Denmark.",
        "Norway ate the salmon. So did Denmark.",
        0.6,
    ),
    Rule(
        "would-if",
        "position",
        "proposes",
        _words("will would"),
        "Once sanctions are lifted, Norway would free all prisoners.",
        "Once the rain stops, Norway would free all salmon.",
        0.6,
    ),
    Rule(
        "said-would-not",
        "position",
        "rejects",
        _words("will would"),
        "Norway said that the prisoners would not be released.",
        "Norway said that the salmon would not be released.",
        0.6,
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
RULES = STANCE_VERBS + STANCE_NOUNS + PHRASES + ACT_RULES + ROUNDS
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
