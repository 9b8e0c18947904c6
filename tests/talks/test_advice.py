"""What would help most."""

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
