"""What was worked out from tables is forgotten when others come into use."""

import functools

import pytest

from detente.ontology.in_use import of_tables, own, put_in_use


def test_tables_nest_and_end() -> None:
    """The inner one counts while it is in use; those of other kinds stay."""
    with put_in_use({"issues": 1, "actors": 2}):
        with put_in_use({"issues": 3}):
            assert (own("issues"), own("actors")) == (3, 2)
        assert (own("issues"), own("actors")) == (1, 2)
    assert (own("issues"), own("actors")) == (None, None)


def test_nothing_is_kept_beyond_the_tables() -> None:
    """A cached function is asked anew, at the beginning and at the end, also where the end is a fault."""

    @of_tables
    @functools.lru_cache
    def doubled() -> object:
        return own("issues") and 2 * own("issues")

    assert doubled() is None
    with put_in_use({"issues": 1}):
        assert doubled() == 2
    assert doubled() is None
    with pytest.raises(ZeroDivisionError), put_in_use({"issues": 1}):
        doubled() / 0  # type: ignore[operator]
    assert doubled() is None
