"""What a person sees of the ontology, and what a name leads to."""

import re

import pytest

from detente.errors import InputError
from detente.ontology import actors, acts, describe, issues, look_up


def test_every_id_and_name_leads_back() -> None:
    """Whatever is there is found by its id, and an actor by each of its names as well."""
    for item in (*issues().values(), *acts().values(), *actors().values()):
        assert item in look_up(item.id)
        assert item in look_up(item.name)
    for actor in list(actors().values())[::20]:
        assert all(actor in look_up(name) for name in actor.names)


@pytest.mark.parametrize("name", ["TjPrire", "tjprire", "Prisoners", "prisr"])
def test_codes_lead_to_issues(name: str) -> None:
    """A code of PA-X or PAM shows the issue under which it stands."""
    assert [item.id for item in look_up(name)] == ["prisoners"]


def test_an_ambiguous_name_shows_all() -> None:
    """Whoever shares a name is shown."""
    assert {item.name for item in look_up("Korea")} == {"North Korea", "South Korea"}


@pytest.mark.parametrize(
    ("name", "near"),
    [("cesefire", "ceasefire"), ("asault", "ASSAULT"), ("norwegia", "Norwegian"), ("turkye", "Turkey")],
)
def test_unknown_names_give_the_nearest(name: str, near: str) -> None:
    """A misspelt name is refused with what was probably meant."""
    with pytest.raises(InputError, match=f"did you mean '{near}'"):
        look_up(name)


@pytest.mark.parametrize("name", ["Burhan", "Rassendyll", "NLX", "corridors of power"])
def test_unknown_names_that_are_near_to_none(name: str) -> None:
    """A name that is only like another one is not taken for a slip of the pen."""
    with pytest.raises(InputError) as caught:
        look_up(name)
    assert "did you mean" not in str(caught.value)


def test_an_issue_shows_ladder_words_and_codes() -> None:
    """Every rung with its coordinate and label, and the words as a person reads them."""
    issue = issues()["guarantees"]
    lines = describe(issue)
    for rung in issue.rungs:
        assert any(line.split()[:2] == [f"{rung.x:g}", rung.id] and rung.label in line for line in lines)
    words = next(line for line in lines if line.startswith("    words ")).split(": ")[1].split(", ")
    assert {"guarantor", "assurance", "safe conduct"} <= set(words)
    assert "PA-X: none that fits" in lines[-2]


def test_no_pattern_is_shown() -> None:
    """Of no issue does a person see the signs of a pattern."""
    for issue in issues().values():
        assert not re.search(r"[\\?*+{}\[\]|]", "\n".join(describe(issue)).replace("{low}", "").replace("{high}", ""))


def test_an_act_shows_modes_and_codes() -> None:
    """Each code stands once, beside its mode or among those without."""
    text = "\n".join(describe(acts()["COERCE"]))
    for code in acts()["COERCE"].cameo:
        assert text.replace(",", " ").replace(")", " ").split().count(code) == 1


def test_an_actor_shows_every_name() -> None:
    """All names by kind."""
    for actor in actors().values():
        text = "\n".join(describe(actor))
        assert all(name in text for name in actor.names)
