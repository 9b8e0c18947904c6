"""What would help most."""

import re

from detente.brief import advice_lines
from detente.talks import cards, help_most


def test_every_card_is_ranked_and_the_pair_harms_nobody(istanbul):
    """The whole library is there, the most helpful first, and two together at least match the best of them."""
    advice = help_most(istanbul, draws=300, composition="willing")
    assert {kind for option in advice.singles for kind in option.kinds} == set(cards())
    means = [option.mean for option in advice.singles]
    assert means == sorted(means, reverse=True)
    assert advice.pair is not None
    assert not advice.pair.harms
    assert advice.pair.mean >= max(option.mean for option in advice.singles if not option.harms)


def test_a_guarantee_never_lowers_and_a_red_line_speech_never_raises_by_its_audience(istanbul):
    """A card whose channels all push one way has one sign."""
    advice = help_most(istanbul, draws=300, composition="willing")
    guarantee = next(option for option in advice.singles if option.kinds == ("guarantee-offered",))
    assert guarantee.share_negative == 0
    assert guarantee.share_positive > 0


def test_ranks_say_how_sure_the_order_is(istanbul):
    """The rank of a card lies in its range, and more draws never widen what is known of the mean."""
    few, many = (help_most(istanbul, draws=draws, composition="willing") for draws in (200, 1600))
    for advice in (few, many):
        for harms in (False, True):
            options = [option for option in advice.singles if option.harms is harms]
            assert all(1 <= option.ranks[0] <= option.ranks[1] <= len(options) for option in options)
            assert options[0].ranks[0] == 1
    errors = [{option.labels: option.error for option in advice.singles} for advice in (few, many)]
    assert sum(errors[1].values()) < sum(errors[0].values())


def test_a_line_says_who_does_what_to_whom_and_nothing_is_minus_nought(istanbul):
    """Every card names the side it is about, and no change too small to print has a sign."""
    advice = help_most(istanbul, draws=200)
    for option in advice.singles:
        assert any(name in option.labels[0] for name in ("Russia", "Ukraine"))
        assert ":" not in option.labels[0]
    assert not re.search(r"[-−+]0\.0+\b", "\n".join(advice_lines(advice, 26)))
