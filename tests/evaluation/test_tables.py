"""Tables by label, by rule and by confidence: their counts add up, and a reader that is right scores one."""

import math
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import layout
import matching
import score
import tables

UNITS = ("killed", "days", "km")


@st.composite
def folders(draw):
    """Claims of one to four reports, annotated and predicted, each predicted one right or wrong by chance."""
    compared = []
    for n in range(draw(st.integers(1, 4))):
        gold = [claim(i, unit) for i, unit in enumerate(draw(st.lists(st.sampled_from(UNITS), max_size=6)))]
        shares = draw(st.lists(st.floats(0, 1), min_size=len(gold), max_size=len(gold)))
        read = [entry | {"rule": entry["unit"], "confidence": share} for entry, share in zip(gold, shares, strict=True)]
        kept = [entry for entry in read if entry["confidence"] > 0.3]
        spurious = [
            claim(100 + i, unit) | {"rule": "guess", "confidence": 0.5}
            for i, unit in enumerate(draw(st.lists(st.sampled_from(UNITS), max_size=4)))
        ]
        predicted = kept + spurious
        pairs = matching.pair_up("claims", gold, predicted)
        compared.append(matching.Compared(f"r{n}", "own words", "claims", gold, predicted, predicted, pairs))
    return compared


def claim(value, unit):
    return {"value": value, "unit": unit, "quote": f"figure {value}", "source": None, "what": ""}


@given(folders())
def test_labels_add_up(compared):
    """Right, annotated and predicted entries of all units sum to those of the kind."""
    whole = tables.summary(compared)["all/claims"]
    rows = tables.by_label(compared).get("claims by unit", {}).values()
    for name in ("tp", "gold", "pred"):
        assert sum(row[name] for row in rows) == whole[name]


@given(folders())
def test_rules_add_up(compared):
    """Every predicted entry belongs to one rule, and the right ones are the matches."""
    whole = tables.summary(compared)["all/claims"]
    rows = tables.by_rule(compared).get("claims", {})
    assert sum(row["predicted"] for row in rows.values()) == whole["pred"]
    assert sum(row["right"] for row in rows.values()) == whole["tp"]
    assert rows.get("guess", {"right": 0})["right"] == 0


@given(folders())
def test_bins_add_up(compared):
    """Bins hold every entry once, in the tenth of its confidence; the error is their mean gap."""
    found = tables.reliability(compared)
    predicted = sum(len(each.predicted) for each in compared)
    assert ("claims" in found) == (predicted > 0)
    for table in found.values():
        rows = table["bins"]
        assert sum(row["predicted"] for row in rows) == predicted
        assert all(row["from"] - 1e-3 <= row["confidence"] <= row["to"] + 1e-3 for row in rows)
        gaps = sum(abs(row["confidence"] - row["share_right"]) * row["predicted"] for row in rows)
        assert math.isclose(table["calibration_error"], gaps / predicted, abs_tol=2e-3)


def test_a_sure_reader_that_is_half_right_is_off_by_a_half():
    """Confidence one, one of two right: calibration error .5."""
    gold = [claim(1, "days")]
    predicted = [claim(1, "days") | {"confidence": 1.0}, claim(2, "days") | {"confidence": 1.0}]
    compared = matching.Compared("r", "?", "claims", gold, predicted, predicted, [(0, 0)])
    assert tables.reliability([compared])["claims"]["calibration_error"] == 0.5
    assert tables.reliability([compared])["claims"]["bins"] == [
        {"from": 0.9, "to": 1.0, "confidence": 1.0, "share_right": 0.5, "right": 1, "predicted": 2}
    ]


def test_entries_without_confidence_have_no_table():
    """Predictions of another reader may say nothing about confidence or rules."""
    predicted = [claim(1, "days")]
    compared = [matching.Compared("r", "?", "claims", predicted, predicted, predicted, [(0, 0)])]
    assert tables.reliability(compared) == {}
    assert tables.by_rule(compared)["claims"][""]["precision"] == 1


def test_mean_of_reports_counts_each_report_once():
    """A long report with all wrong and a short one with all right: one half; an empty one has no say."""
    of = {"long": {"claims": [0, 9, 9]}, "short": {"claims": [1, 1, 1]}, "empty": {"claims": [0, 0, 0]}}
    assert tables.by_report(of) == {"claims": 0.5}


def test_gold_against_itself(capsys):
    """The command prints figures of one for the annotations themselves, and every table."""
    reports = Path(score.__file__).with_name("reports")
    assert score.main([str(reports), str(reports), "--tables"]) == 0
    out = capsys.readouterr().out
    assert re.findall(r"^(?:positions|events|claims|rounds) +1.00 +1.00 +1.00 ", out, re.MULTILINE)[3:]
    for title in ("Positions by issue", "Events by type", "Claims by unit", "Rounds by rule"):
        assert f"\n{title}\n" in out


@given(st.lists(st.lists(st.text("ab .", max_size=9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_columns_are_aligned(rows):
    """All lines are equally long, and hold their cells."""
    lines = list(layout.columns(rows))
    assert len({len(line) for line in lines}) == 1
    assert all(cell in line for row, line in zip(rows, lines, strict=True) for cell in row)
