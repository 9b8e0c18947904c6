"""Signs of stances."""

import itertools

from detente.brief.figures import stances
from detente.brief.words import STANCES


def test_every_stance_has_a_shape_of_its_own() -> None:
    """Told apart without colour: no two have the same outline and the same filling."""
    drawn = {stance: stances.sign(stance, 0, 0) for stance in STANCES}  # type: ignore[arg-type]
    for one, other in itertools.combinations(drawn, 2):
        outlines = [str(drawn[stance]).replace(stance, "") for stance in (one, other)]
        filled = {one, other} == {"demands", "proposes"}
        assert outlines[0] != outlines[1] or filled


def test_flags_are_framed_and_named() -> None:
    """A red line and a precondition each have a frame and a word."""
    assert stances.frames(0, 0, False, False) == ""
    assert stances.frames(0, 0, True, True).count("frame") == 2
    assert stances.flagged(True, True) == " [red line, precondition]"
    assert len(stances.swatches()) == len(STANCES) + 2
