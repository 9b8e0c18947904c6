"""Measuring which issue a quote is about."""

import json

import topics


def gold(folder, quote, *issues):
    """Write one annotated report that consists of its quote."""
    rows = [
        {"party": "Norway", "issue": issue, "stance": "demands", "terms": "x", "precondition": False, "red_line": False,
         "after": [], "quote": quote}
        for issue in issues
    ]  # fmt: skip
    content = {"id": "a", "conflict": "a", "title": "a", "date": None, "positions": rows}
    (folder / "a.json").write_text(json.dumps(content | {"events": [], "claims": [], "rounds": []}))
    (folder / "a.txt").write_text(f"Norway said so on Monday. {quote}\n")


def test_a_quote_with_its_issues_is_right(tmp_path):
    """Both issues of a quote are seen, alone and in its place."""
    gold(tmp_path, "A truce must hold, and the prisoners must go home.", "ceasefire", "prisoners")
    (found,) = topics.quotes(tmp_path)
    assert set(found.alone) == set(found.placed) == {"ceasefire", "prisoners"}
    assert topics.shares([found], "placed") == {
        "right": 1, "first": 1, "silent": 0, "precision": 1, "recall": 1, "f1": 1,
    }  # fmt: skip


def test_silence_and_error_are_told_apart(tmp_path, capsys):
    """An issue that is not named counts as silence where nothing is, as confusion where another is."""
    gold(tmp_path, "Nothing of the kind will do.", "aid")
    (silent,) = topics.quotes(tmp_path)
    gold(tmp_path, "A truce must hold.", "aid")
    (wrong,) = topics.quotes(tmp_path)
    assert topics.confusions([silent, wrong], "placed") == {("aid", "-"): 1, ("aid", "ceasefire"): 1}
    assert topics.shares([silent, wrong], "alone")["silent"] == 0.5
    assert topics.main([str(tmp_path), "--table", "--misses"]) == 0
    assert "aid             ceasefire" in capsys.readouterr().out
