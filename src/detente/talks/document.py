"""The answer of the talks as one JSON document, for people who go on working with it (docs/reference/files.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from detente.talks.checking import prior_check
from detente.talks.conditioning import Conditioned
from detente.talks.results import Effect, Odds, Quantiles, TrackOdds, Waiting
from detente.talks.sensitivity import Sobol, doubts


def document(odds: Odds, sobol: Sequence[Sobol] = (), evidence: Conditioned | None = None) -> dict[str, Any]:
    """Return everything about the odds as plain data.

    Parameters
    ----------
    odds
        From `simulate`; with ``explained=None`` the shares of the channels rest on all draws.
    sobol
        From `sobol`.
    evidence
        From `failed_rounds`.

    Returns
    -------
    dict
        ``tracks.TRACK.COMPOSITION`` with ``baseline``, ``shocked``, ``effect`` and ``channels``; ``shock``, ``sobol``,
        ``sobol_doubts``, ``flips``, ``ledger``, ``base_rates``, ``failed_rounds``, ``decided_by``, ``holding``,
        ``prior_check``, ``gaps``, ``method``.
    """
    effects = {(e.track, e.composition): e for e in odds.effects}
    tracks: dict[str, dict[str, Any]] = {}
    for each in odds.tracks:
        told = _track(each, effects.get((each.track, each.composition)), odds.weeks)
        tracks.setdefault(each.track, {})[each.composition] = told
    return {
        "weeks": odds.weeks,
        "shock": None if odds.shock is None else _shock(odds),
        "tracks": tracks,
        "decided_by": list(odds.decided_by),
        "sobol": [asdict(row) for row in sobol],
        "sobol_doubts": list(doubts(sobol)),
        "flips": [asdict(row) for row in odds.flips],
        "ledger": {
            "note": "share of assumptions, not probability: what each channel adds to a side's surplus at the start",
            "rows": [asdict(row) for row in odds.ledger],
        },
        "base_rates": {
            "note": "observational frequencies over whole conflicts; they say how often, not why",
            "rows": [asdict(row) for row in odds.base_rates],
        },
        "failed_rounds": None if evidence is None else _evidence(evidence),
        "holding": {
            "note": "given an agreement: no part of the odds of one",
            "rows": [
                {"track": row.track, "watch": row.watch}
                | {"weeks": {str(at.weeks): {"holds": ranges(at.holds), "gained": ranges(at.gained)} for at in row.at}}
                for row in odds.holding
            ],
        },
        "prior_check": {
            "note": "mean chance of agreement that the priors alone imply, without the event; published frequencies are"
            " over whole conflicts and not causal",
            "rows": [asdict(row) for row in prior_check(odds)],
        },
        "gaps": [asdict(gap) for gap in odds.gaps],
        "method": asdict(odds.method) | {"exact": False},
    }


def _track(odds: TrackOdds, effect: Effect | None, weeks: int) -> dict[str, Any]:
    told = {
        "baseline": {"p_agreement": {str(at.weeks): ranges(at.without) for at in odds.by_weeks}},
        "shocked": None,
        "weeks_without": _waited(odds.waiting),
        "structural_zero": odds.structural_zero,
        "effect": None,
        "channels": None,
        "interactions": None,
    }
    if effect is None:
        return told
    return told | {
        "shocked": {"p_agreement": {str(at.weeks): ranges(at.with_shock) for at in odds.by_weeks if at.with_shock}},
        "effect": {
            "weeks": weeks,
            "hazard_ratio": ranges(effect.hazard_ratio),
            "difference": (ranges(effect.difference) or {}) | {"mean": effect.difference_mean},
            "share_positive": effect.share_positive,
            "share_negative": effect.share_negative,
            "share_none": effect.share_none,
            "share_structural_zero": effect.share_structural_zero,
        },
        "channels": dict(effect.channels),
        "interactions": [{"channels": list(pair), "difference": value} for pair, value in effect.interactions.items()],
    }


def _waited(waiting: Waiting | None) -> dict[str, Any] | None:
    if waiting is None:
        return None
    spent = {"baseline": waiting.without, "shocked": waiting.with_shock, "added": waiting.added}
    return {name: ranges(each) for name, each in spent.items()}


def ranges(quantiles: Quantiles | None) -> dict[str, Any] | None:
    """Return a median with its ranges as plain data."""
    if quantiles is None:
        return None
    return {"median": quantiles.median, "r50": list(quantiles.r50), "r90": list(quantiles.r90)}


def _shock(odds: Odds) -> dict[str, Any]:
    shock = odds.shock
    assert shock is not None
    names = (
        "id",
        "label",
        "kind",
        "actor",
        "target",
        "date",
        "assumption",
        "follows",
        "retaliation_observed",
        "meeting_observed",
    )
    told: dict[str, Any] = {name: getattr(shock, name) for name in names}
    channels: Mapping[str, Any] = {
        channel: {name: list(ends) for name, ends in sizes.items()} | {"basis": shock.channel_basis.get(channel, "")}
        for channel, sizes in shock.channels.items()
    }
    return told | {"channels": channels, "entries": list(shock.basis)}


def _evidence(evidence: Conditioned) -> dict[str, Any]:
    told = asdict(evidence)
    told["without"], told["with_shock"] = ranges(evidence.without), ranges(evidence.with_shock)
    return told
