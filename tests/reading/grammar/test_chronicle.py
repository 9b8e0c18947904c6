"""Which reports tell in the present of what was done."""

from detente.reading.grammar.chronicle import told_in_present


def test_a_live_blog_tells_in_the_present() -> None:
    """Line after line with a time makes the present tense news."""
    assert told_in_present("09:40 Rain.\n10:05 Talks.\n11:15 A car.\n12:00 Lunch.")
    assert not told_in_present("At 09:40 it rained.")
