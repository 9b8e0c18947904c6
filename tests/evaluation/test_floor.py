"""The pinned floor: the reader stays above it on the project's own reports, and it cannot fall or drift unseen."""

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpora
import floor
from matching import KINDS

SHARES = st.fixed_dictionaries({kind: st.integers(0, 100).map(lambda n: n / 100) for kind in KINDS})


@pytest.fixture
def reports(tmp_path):
    """A folder with one annotated report in it."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for suffix in (".txt", ".json"):
        shutil.copy(corpora.FOLDERS["reports"] / f"01-philippines{suffix}", folder)
    return folder


@pytest.fixture
def here(reports, tmp_path, monkeypatch):
    """The command, with one corpus, a floor file of its own, and figures that a test sets."""
    figures = dict.fromkeys(KINDS, 0.5)
    file = tmp_path / "floor.json"
    file.write_text("{}")
    monkeypatch.setattr(floor, "FOLDERS", {"reports": reports, "elsewhere": tmp_path / "none"})
    monkeypatch.setattr(floor, "FLOOR_FILE", file)
    monkeypatch.setattr(floor, "measured", lambda folder: dict(figures))
    return figures, file


def test_own_reports_stay_above_the_floor(capsys):
    """The reader of this commit, on the reports that everybody has."""
    assert floor.main(["reports"]) == 0, capsys.readouterr().err


def test_every_corpus_has_a_floor():
    """No corpus goes unchecked, and no floor stands for a corpus that nobody knows."""
    assert json.loads(floor.FLOOR_FILE.read_text()).keys() == corpora.FOLDERS.keys()


def test_pinned_floor_holds_and_a_fall_below_is_an_error(here, capsys):
    """What was just pinned passes; a figure that falls fails and is named."""
    figures, _ = here
    assert floor.main(["--pin"]) == 0
    assert floor.main([]) == 0
    figures["rounds"] = 0.4
    assert floor.main([]) == 1
    assert "F1 of rounds is 0.400, below the floor of 0.490" in capsys.readouterr().err


def test_lowering_needs_the_flag(here, capsys):
    """A lower figure is written only with --lower, and nothing is written before."""
    figures, file = here
    floor.main(["--pin"])
    before = file.read_text()
    figures["claims"] = 0.3
    assert floor.main(["--pin"]) == 1
    assert "claims 0.49 to 0.29" in capsys.readouterr().err
    assert file.read_text() == before
    assert floor.main(["--pin", "--lower"]) == 0
    assert json.loads(file.read_text())["reports"]["f1"]["claims"] == 0.29


@pytest.mark.parametrize("suffix", [".txt", ".json"])
def test_another_text_or_annotation_needs_a_floor_of_its_own(here, reports, suffix, capsys):
    """One more byte, and the floor is no longer for these reports, however good the figures are."""
    figures, _ = here
    floor.main(["--pin"])
    path = reports / f"01-philippines{suffix}"
    path.write_text(path.read_text() + "\n")
    figures.update(dict.fromkeys(KINDS, 1.0))
    assert floor.main([]) == 1
    assert "not those that the floor was measured on" in capsys.readouterr().err


def test_missing_corpora(here, reports, capsys):
    """A corpus that is not on the machine is passed over and said so; the project's own must be there."""
    floor.main(["--pin"])
    assert floor.main([]) == 0
    assert "not here" in capsys.readouterr().out
    shutil.rmtree(reports)
    assert floor.main([]) == 1


def test_a_corpus_or_kind_without_a_floor_is_an_error(here, capsys):
    """Nothing passes because nobody wrote a floor."""
    _, file = here
    assert floor.main([]) == 1
    floor.main(["--pin"])
    floors = json.loads(file.read_text())
    del floors["reports"]["f1"]["events"]
    file.write_text(json.dumps(floors))
    assert floor.main([]) == 1
    assert "no floor for events" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["nowhere"], ["--lower"]])
def test_wrong_use_is_refused(here, arguments):
    """Unknown corpora and --lower alone end with exit code 2."""
    with pytest.raises(SystemExit) as exit:
        floor.main(arguments)
    assert exit.value.code == 2


@given(SHARES, SHARES)
def test_pinning_never_lowers(first, second):
    """A pinned floor lies at or under what was measured; without the flag no figure falls."""
    folder = corpora.FOLDERS["reports"]
    old = floor.pinned(folder, first, None)
    assert all(old["f1"][kind] <= first[kind] for kind in KINDS)
    if any(second[kind] < old["f1"][kind] for kind in KINDS):
        with pytest.raises(ValueError, match="--lower"):
            floor.pinned(folder, second, old)
    else:
        new = floor.pinned(folder, second, old)
        assert all(old["f1"][kind] <= new["f1"][kind] <= second[kind] for kind in KINDS)
    assert floor.pinned(folder, second, old, lower=True) == floor.pinned(folder, second, None)
