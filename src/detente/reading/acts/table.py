"""The table of acts: which verb or noun, beside which words, tells of which type of event, and who is aimed at.

The modules beside this one hold the acts of one type of event or a few. `by_verb` and `by_noun` read by the whole
table; see `rules` for positions and for how the tables are tested.
"""

from detente.reading.acts.act import Act
from detente.reading.acts.assault import ASSAULTS
from detente.reading.acts.blame import ACCUSATIONS, PROTESTS, THREATS
from detente.reading.acts.coercion import COERCIONS
from detente.reading.acts.concession import CONCESSIONS
from detente.reading.acts.dealing import DEALINGS
from detente.reading.acts.movement import MOBILISATIONS, RETREATS
from detente.reading.acts.refusal import REFUSALS
from detente.reading.acts.requests import REQUESTS
from detente.reading.acts.sanction import SANCTIONS
from detente.reading.acts.support import AID, COOPERATION, PRAISE

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
BY_NOUN: dict[str, list[Act]] = {}
for _each in ACTS:
    for _verb in sorted(_each.rule.words):
        BY_VERB.setdefault(_verb, []).append(_each)
    for _noun in sorted(_each.nouns):
        BY_NOUN.setdefault(_noun, []).append(_each)
ACT_RULES = tuple(act.rule for act in (*ACTS, *DEALINGS))
