"""The table of papers: how an agreement, a plan or a list tells what its parties accept, propose or demand.

See `rules` for how the tables are tested.
"""

from detente.reading.rule import Rule, words

PAPERS = (
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
        "list-includes",
        "position",
        "demands",
        words("include comprise contain"),
        "Norway's list of demands includes a ceasefire.",
        "Norway's list of dishes includes salmon.",
        0.8,
    ),
    Rule(
        "duty",
        "position",
        "accepts",
        words("shall must undertake"),
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
        words("say hold maintain declare affirm stress insist concur want"),
        "Prisoners must come home, both sides say.",
        "The salmon is fresh, both sides say.",
        0.6,
    ),
    Rule(
        "bound-to",
        "position",
        "accepts",
        words("bind oblige commit require"),
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
        words(
            "provide call include stipulate require foresee envisage contain grant give cover set establish"
            " guarantee allow end create entail lay spell mandate comprise specify open permit promise say"
            " state ensure bring leave restore recognise recognize define regulate impose prescribe commit"
        ),
        "Norway and Denmark signed an accord. The accord provides for the release of prisoners.",
        "Norway and Denmark signed an accord. The menu provides for a plate of salmon.",
        0.65,
    ),
    Rule(
        "meet-again",
        "position",
        "accepts",
        words("meet reconvene return"),
        "The two delegations will meet again for talks in May.",
        "The two delegations will eat salmon again in May.",
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
)
