"""The two main parties of an annotated report, and how they are compared."""

import pytest

import pairs

ROUND = {"parties": ["Denmark", "Norway"]}
GOLD = {"rounds": [ROUND], "events": [], "positions": [{"party": "Sweden"}, {"party": "Sweden"}, {"party": "Norway"}]}


def test_main_pair_shares_rounds_and_positions() -> None:
    """Those who meet count before one who only speaks; without any, nobody is main."""
    assert pairs.main_pair(GOLD) == ("Denmark", "Norway")
    assert pairs.main_pair({"rounds": [], "events": [], "positions": []}) == ()


@pytest.mark.parametrize(("read", "expected"), [(("norway", "Denmark", "Sweden"), True), (("Norway",), False)])
def test_found(read: tuple[str, ...], expected: bool) -> None:
    """Both must be read, in any order and case."""
    assert pairs.found(("Denmark", "Norway"), read) is expected
