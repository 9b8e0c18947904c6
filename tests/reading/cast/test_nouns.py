"""Nouns of which the names of groups, bodies and papers are made."""

from itertools import combinations

import pytest

from detente.reading.cast.nouns import ASSEMBLIES, DOCUMENTS, FORCES, GROUPS, NO_PERSON, ORGANISED, REALMS


def test_no_noun_stands_in_two_lists() -> None:
    """Each noun has one place, so that one edit changes it everywhere."""
    lists = (GROUPS, ASSEMBLIES, FORCES, REALMS)
    assert all(one.isdisjoint(other) for one, other in combinations(lists, 2))
    assert sum(map(len, lists)) == len(ORGANISED)


@pytest.mark.parametrize("noun", sorted(ORGANISED))
def test_a_name_with_a_noun_for_groups_is_no_person(noun: str) -> None:
    """Nor is it the name of a paper."""
    assert NO_PERSON.search(f"Zenda {noun}")
    assert not DOCUMENTS.search(f"Zenda {noun}")
