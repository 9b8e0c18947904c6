"""Enumeration of minimal sets; tests/oracles/test_blockers.py holds it against an exhaustive search."""

from detente.settlement.minimal_sets import Clauses, correction_sets, satisfiable, unsatisfiable_sets


def test_nothing_to_find_where_everything_holds() -> None:
    """Satisfiable clauses have no core, and the empty set is what need be dropped."""
    clauses = Clauses(((1, 2),), (((-1,),),))
    assert satisfiable(clauses)
    assert unsatisfiable_sets(clauses).sets == ()
    assert correction_sets(clauses).sets == ((),)


def test_a_group_that_contradicts_the_hard_clauses_stands_alone() -> None:
    """One impossible group is a core and a correction by itself."""
    clauses = Clauses(((1,),), (((-1,),), ((2,),)))
    assert unsatisfiable_sets(clauses).sets == ((0,),)
    assert correction_sets(clauses).sets == ((0,),)


def test_no_correction_where_the_hard_clauses_contradict_each_other() -> None:
    """Dropping soft groups cannot mend hard clauses."""
    assert correction_sets(Clauses(((1,), (-1,)), (((2,),),))).sets == ()


def test_weights_order_corrections() -> None:
    """The cheapest comes first, also where it has more members."""
    clauses = Clauses((), (((1,),), ((-1,), (2,)), ((-1,),)), (5, 1, 1))
    assert correction_sets(clauses).sets == ((1, 2), (0,))


def test_a_group_of_several_clauses_counts_once() -> None:
    """All clauses of a group stand or fall together."""
    clauses = Clauses((), (((1,), (2,)), ((-1, -2),), ((-2,),)))
    assert set(unsatisfiable_sets(clauses).sets) == {(0, 1), (0, 2)}
