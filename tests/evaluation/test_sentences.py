"""Labelled sentences: all that ship can be read, and are counted right."""

import json
import re

import pytest

import sentences
from detente.ontology import acts, issues

HALVES = [path for half in ("practice", "unseen") for path in sentences._paths(half)]


def written(tmp_path, text):
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sentence_is_read_with_names_and_labels(tmp_path):
    text = (
        "[A:Norway] said [A:it] would leave once [B:Danish] troops go.\nA accepts territory pre\nB> RETREAT\nB=A AGREE"
    )
    (item,) = sentences.items(written(tmp_path, text))
    assert item.text == "Norway said it would leave once Danish troops go."
    assert item.names == {"Norway": "A", "Danish": "B"}
    assert item.labels == {("A", "accepts", "territory"), ("RETREAT", "B", ""), ("AGREE", "A", "B")}


def test_a_line_that_is_no_label_is_named_with_its_place(tmp_path):
    with pytest.raises(ValueError, match=r"some:2: 'A wants aid' is no label"):
        list(sentences.items(written(tmp_path, "Rain.\n-\n\n[A:Norway] hopes.\nA wants aid")))


def test_whoever_is_not_named_in_a_sentence_is_not_missed(tmp_path):
    items = list(sentences.items(written(tmp_path, "[A:] The blockade must end.\nA demands infrastructure")))
    assert sentences.counted((item, frozenset()) for item in items) == {}


def test_the_reader_is_scored_on_the_actors_that_are_marked(tmp_path):
    text = "[A:Arland] demanded that [B:Borland] release all prisoners.\nA demands prisoners\n"
    (item,) = sentences.items(written(tmp_path, text))
    assert sentences.found(item) == {("A", "demands", "prisoners")}


def test_the_command_tells_what_is_missed_and_the_table(tmp_path, capsys):
    path = written(tmp_path, "[A:Arland] is a country.\nA demands aid\n")
    assert sentences.main([str(path), "--misses", "aid"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("missed some:1 A demands aid | Arland is a country.")
    assert sentences.main([str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["positions"] == [0, 1, 0]


def test_a_file_that_is_not_there_is_an_error(capsys):
    with pytest.raises(SystemExit) as stopped:
        sentences.main(["nothing.txt"])
    assert stopped.value.code == 2
    assert "nothing.txt: no such file; name practice, unseen or files" in capsys.readouterr().err


def test_there_are_two_halves():
    assert {path.parent.name for path in HALVES} == {"practice", "unseen"}


@pytest.mark.parametrize("path", HALVES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_label_that_ships_exists_and_is_about_somebody_marked(path):
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    for item, block in zip(sentences.items(path), blocks, strict=True):
        marks = list(sentences.MARK.finditer(block.splitlines()[0]))
        letters = {letter for match in marks for letter in match[1].split("+")} | {""}
        assert not set("[]") & set(item.text), item.place
        assert len(block.splitlines()) > 1, item.place
        for label in item.labels:
            if sentences._kinds(label)[0] == "events":
                assert label[0] in acts(), item.place
                assert set(label[1:]) <= letters, item.place
            else:
                assert label[2] in issues(), item.place
                assert label[0] in letters, item.place
