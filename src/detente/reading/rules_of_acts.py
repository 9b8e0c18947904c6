"""The table of acts: which verb or noun, beside which words, tells of which type of event, and who is aimed at.

Each module `acts_of_*` holds the acts of a few types. `act_verbs` and `act_nouns` read by the whole table; see `rules`
for positions and for how the tables are tested.
"""

from detente.reading.act import Act
from detente.reading.acts_of_asking import REQUESTS
from detente.reading.acts_of_assault import ASSAULTS
from detente.reading.acts_of_blame import ACCUSATIONS, PROTESTS, THREATS
from detente.reading.acts_of_coercion import COERCIONS
from detente.reading.acts_of_concession import CONCESSIONS
from detente.reading.acts_of_dealing import DEALINGS
from detente.reading.acts_of_movement import MOBILISATIONS, RETREATS
from detente.reading.acts_of_refusal import REFUSALS
from detente.reading.acts_of_sanction import SANCTIONS
from detente.reading.acts_of_support import AID, COOPERATION, PRAISE

_TURNS = ("first", "usual", "last")
ACTS = tuple(
    sorted(
        COERCIONS
        + ASSAULTS
        + RETREATS
        + MOBILISATIONS
        + ACCUSATIONS
        + THREATS
        + PROTESTS
        + SANCTIONS
        + REFUSALS
        + REQUESTS
        + CONCESSIONS
        + PRAISE
        + COOPERATION
        + AID,
        key=lambda act: _TURNS.index(act.turn),
    )
)
BY_VERB: dict[str, list[Act]] = {}
for _each in ACTS:
    for _verb in sorted(_each.rule.words):
        BY_VERB.setdefault(_verb, []).append(_each)
ACT_RULES = tuple(act.rule for act in (*ACTS, *DEALINGS))
