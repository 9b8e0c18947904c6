"""Readiness of each side."""

from dataclasses import replace

from detente.talks import ripeness


def test_dearer_war_hurts_more(istanbul):
    """A side whose war costs more sees a hurting stalemate more often, and opportunities no less."""
    cheap, dear = (
        {row.party: row for row in ripeness(replace(istanbul, assumptions={"war-cost": ends}), draws=300)}
        for ends in ((0.0, 0.0), (0.4, 0.4))
    )
    for party, row in dear.items():
        assert row.hurting_stalemate >= cheap[party].hurting_stalemate
        assert row.enticing_opportunity >= cheap[party].enticing_opportunity


def test_the_smallest_term_binds_and_an_opportunity_needs_a_way_out(istanbul):
    """The term named is the smallest; what entices is accepted by the others."""
    for row in ripeness(istanbul, draws=300, composition="willing"):
        terms = {
            "hurting stalemate": row.hurting_stalemate,
            "way out": row.way_out,
            "enticing opportunity": row.enticing_opportunity,
        }
        assert terms[row.binds] == min(terms.values())
        assert row.enticing_opportunity <= row.way_out


def test_no_way_out_where_nothing_is_delivered(istanbul):
    """At the table no comprehensive package is possible."""
    assert all(row.way_out == 0 for row in ripeness(istanbul, draws=100, composition="table"))
