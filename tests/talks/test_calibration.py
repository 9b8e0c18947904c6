"""Calibration on past rounds."""

import pytest

from detente.errors import InputError
from detente.talks import calibrate, load_rounds

FAILED = "date,shocks,outcome\n2022-03-29,,none\n2025-05-16,,none\n2025-06-02,assault,none\n"


@pytest.fixture
def table(tmp_path):
    def write(text: str):
        path = tmp_path / "rounds.csv"
        path.write_text(text)
        return path

    return write


def test_years_without_a_deal_slow_the_pace(istanbul, table):
    """The draws that are kept made no deal either, and have a lower pace."""
    found = calibrate(istanbul, load_rounds(table(FAILED)), composition="willing", draws=2000)
    assert (found.rounds, found.observed) == (2, 0)
    assert found.simulated_after.r90 == (0, 0)
    assert found.pace_after.median < found.pace_before.median


def test_a_deal_raises_the_pace(istanbul, table):
    """Where a deal came, slow draws fit less."""
    text = FAILED.replace("2025-06-02,assault,none", "2025-06-02,,comprehensive")
    found = calibrate(istanbul, load_rounds(table(text)), composition="willing", draws=2000)
    assert found.observed == 1
    assert found.pace_after.median > found.pace_before.median


def test_too_few_that_fit_are_refused(istanbul, table):
    """A history that next to no draw explains gives no answer."""
    rows = "".join(f"2025-06-{day:02},,comprehensive\n" for day in range(3, 25))
    found = calibrate(istanbul, load_rounds(table(FAILED + rows)), composition="willing", draws=500)
    assert found.pace_after is None
    assert "fewer than 50" in found.refused


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("day,outcome\n", "columns date, shocks and outcome"),
        ("date,shocks,outcome\n2025-01-01,,none\n", "at least two rounds"),
        (FAILED + "2025-13-01,,none\n", "line 5.*no day"),
        (FAILED + "2025-07-01,nonsense,none\n", "line 5.*no card"),
        (FAILED + "2025-07-01,,peace\n", "line 5.*no outcome"),
    ],
)
def test_faults_of_the_table(table, text, message):
    """Every fault has its line."""
    with pytest.raises(InputError) as caught:
        load_rounds(table(text))
    import re

    assert re.search(message, str(caught.value), re.DOTALL)
