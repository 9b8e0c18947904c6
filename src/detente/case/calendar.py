"""When the sides meet: rounds, what lies between them, delays, suspensions, a deadline."""

from dataclasses import dataclass

When = float | str
"""A week counted from the start of the run, or an ISO day."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of the talks, as far as it is known; ranges are drawn.

    Parameters
    ----------
    rounds
        Rounds that are set, each a day or a week; what lies before the start is over.
    every
        Weeks between further rounds after the last one that is set (after the start, where none is), a range; None
        where no further round is expected.
    between
        How readily agreement comes in a week without a round, as a share of one with it, a range in [0, 1].
    delayed, delay
        Chance that a round is put off, a range in [0, 1], and by how many weeks, a range; the rounds after it move too.
    suspended
        Stretches [from, to) in which nobody meets; a round that falls into one waits for its end.
    deadline
        From then on there is nothing to agree any more.
    assumption
        Why these, in a few words.

    Examples
    --------
    >>> Calendar(rounds=("2025-06-20",), deadline=26).every is None
    True
    """

    rounds: tuple[When, ...] = ()
    every: tuple[float, float] | None = None
    between: tuple[float, float] = (0.0, 0.0)
    delayed: tuple[float, float] = (0.0, 0.0)
    delay: tuple[float, float] = (1.0, 4.0)
    suspended: tuple[tuple[When, When], ...] = ()
    deadline: When | None = None
    assumption: str = ""
