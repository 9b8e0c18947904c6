"""Acts of both sides together, which modules of their own read: accords, talks, rounds, swaps; see `table`."""

from detente.reading.acts.act import act
from detente.reading.rule import Rule, words

DEALINGS = (
    act(
        "sign",
        "AGREE",
        "sign agree conclude initial ratify reach",
        "Norway and Denmark signed a ceasefire agreement in Oslo on 2 June.",
        "Norway signed the guest book.",
        sure=0.65,
    ),
    act(
        "talks",
        "CONSULT",
        "meet hold talk discuss negotiate confer receive telephone",
        "Norway and Denmark held talks in Oslo on 2 June.",
        "Norway held a party.",
        sure=0.65,
    ),
    act(
        "saw",
        "CONSULT",
        "",
        "The president of Norway received the premier of Denmark on Monday.",
        "The president of Norway received a cake.",
    ),
    act(
        "swap",
        "COOPERATE",
        "swap exchange",
        "The prisoner swap saw 300 soldiers of Norway and Denmark set free.",
        "They swapped jokes.",
    ),
)
ROUNDS = (
    Rule(
        "round-held",
        "round",
        "",
        words("talk negotiation round meeting session summit conference plenary"),
        "The second round of talks between Norway and Denmark was held in Oslo on 2 June.",
        "The round of drinks was held in Oslo.",
        0.75,
    ),
)
