"""The table of stances: by which words and constructions a party demands, proposes, accepts or rejects something.

See `rules` for how the tables are tested; stances in set phrases stand in `rules_of_phrases`.
"""

from detente.reading.rule import Rule, words

STANCE_VERBS = (
    Rule(
        "demand-verb",
        "position",
        "demands",
        words(
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
        words(
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
        words(
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
        words(
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
        words(
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
        words(
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
        words(
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
        words(
            "acceptance readiness willingness consent agreement support backing approval commitment promise pledge"
            " undertaking preparedness openness assent blessing endorsement go-ahead"
        ),
        "Norway declared its readiness for an exchange of prisoners.",
        "The readiness of the kitchen was praised.",
        0.65,
    ),
)
CONSTRUCTIONS = (
    Rule(
        "ready-to",
        "position",
        "accepts",
        words(
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
        words("ready willing prepared disposed"),
        "Norway is not willing to withdraw from the border.",
        "Norway is not willing to eat.",
        0.75,
    ),
    Rule(
        "adamant",
        "position",
        "demands",
        words("adamant set bent intent keen determined firm eager anxious insistent resolved desirous"),
        "Norway is adamant that all prisoners be released.",
        "Norway is keen on skiing.",
        0.65,
    ),
    Rule(
        "unwilling",
        "position",
        "rejects",
        words("unwilling opposed reluctant averse loath loth object hostile unprepared disinclined unready"),
        "Norway is opposed to a ceasefire.",
        "Norway is opposed to rain.",
        0.7,
    ),
    Rule(
        "yes-or-no",
        "position",
        "rejects",
        words("say"),
        "Norway said no to a ceasefire.",
        "Norway said no to dessert.",
        0.75,
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
        words("rule turn brush shut slam"),
        "Norway ruled out a ceasefire.",
        "Norway ruled the waves.",
        0.8,
    ),
    Rule(
        "hold-out",
        "position",
        "demands",
        words("hold stick"),
        "Norway holds out for a ceasefire.",
        "Norway holds a lottery.",
        0.75,
    ),
    Rule(
        "tells-to",
        "position",
        "demands",
        words("tell order instruct direct command challenge dare warn oblige"),
        "Norway told Denmark to release all prisoners.",
        "Norway told its cooks to release all salmon.",
        0.6,
    ),
    Rule(
        "said-do",
        "position",
        "demands",
        words(
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
        words("have"),
        "Norway would have all prisoners released.",
        "Norway would have released all salmon.",
        0.6,
    ),
    Rule(
        "said-must",
        "position",
        "demands",
        words("must should"),
        "Norway said that Denmark must withdraw from the border.",
        "Norway said that Denmark must eat.",
        0.5,
    ),
    Rule(
        "will-grant",
        "position",
        "accepts",
        words("allow let release lift"),
        "Norway will release all prisoners.",
        "Norway will release all salmon.",
        0.5,
    ),
    Rule(
        "spelled-out",
        "position",
        "demands",
        words("must have"),
        "Norway demands a ceasefire. Denmark must release all prisoners.",
        "Norway likes salmon. Denmark must release all prisoners.",
        0.5,
    ),
    Rule(
        "said-would",
        "position",
        "proposes",
        words("will would"),
        "Norway says it would release all prisoners.",
        "Norway said it would rain.",
        0.4,
    ),
    Rule(
        "set-as-condition",
        "position",
        "demands",
        words("set make put"),
        "Norway made the release of all prisoners a precondition for talks.",
        "Norway made the salmon a condition for lunch.",
        0.7,
    ),
    Rule(
        "peace-requires",
        "position",
        "demands",
        words("require need demand presuppose"),
        "Norway said any peace requires security guarantees.",
        "Norway said any soup requires salt.",
        0.8,
    ),
    Rule(
        "as-suggested",
        "position",
        "proposes",
        words("suggest propose want demand foresee envisage"),
        "Denmark rejects withdrawal from the border (as suggested by Norway).",
        "Denmark dislikes rain (as suggested by Norway).",
        0.75,
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
        "verdict",
        "position",
        "rejects",
        words("call consider describe dismiss"),
        "Norway called the ceasefire a trap.",
        "Norway called the salmon a trap.",
        0.7,
    ),
    Rule(
        "verdict-must",
        "position",
        "demands",
        words("call consider describe deem"),
        "Norway called the release of all prisoners indispensable.",
        "Norway called the salmon indispensable.",
        0.65,
    ),
    Rule(
        "echo",
        "position",
        "accepts",
        words("so nor neither"),
        "Norway accepted the ceasefire. So did Denmark.",
        "Norway ate the salmon. So did Denmark.",
        0.6,
    ),
    Rule(
        "would-if",
        "position",
        "proposes",
        words("will would"),
        "Once sanctions are lifted, Norway would free all prisoners.",
        "Once the rain stops, Norway would free all salmon.",
        0.6,
    ),
    Rule(
        "said-would-not",
        "position",
        "rejects",
        words("will would"),
        "Norway said that the prisoners would not be released.",
        "Norway said that the salmon would not be released.",
        0.6,
    ),
    Rule(
        "condition",
        "position",
        "demands",
        words("until unless before without"),
        "Norway will not withdraw from the border until all prisoners are released.",
        "Norway will not eat until noon.",
        0.7,
    ),
)
