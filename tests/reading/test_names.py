"""People and groups that a report ties to a party in its own words."""

import pytest

from detente.reading import read
from detente.reports import report_from_text


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.issue, p.stance) for p in read(report_from_text(text, date="2025-06-03")).positions}


@pytest.mark.parametrize(
    "text",
    [
        "Norway fights the RUF. The RUF holds the north of Norway. The RUF attacked again.\n\n"
        "Army chief Rudolf Rassendyll rejected the ceasefire.",
        "Norway's foreign minister, Rudolf Rassendyll, flew home. Denmark was silent.\n\n"
        "Rassendyll rejected the ceasefire.",
        "Norway fights Denmark. In Oslo Rudolf Rassendyll said little. Rassendyll rejected the ceasefire.",
    ],
)
def test_a_person_speaks_for_the_party_of_the_office(text: str) -> None:
    """A title, an apposition or the capital in which somebody speaks ties a name to a party."""
    assert ("Norway", "ceasefire", "rejects") in positions(text)


def test_a_group_without_a_name_is_a_party() -> None:
    """Rebels of whom the report speaks again and again are a party of that name."""
    text = (
        "The rebels hold the north of Norway. Norway shelled the rebels. "
        "The rebels demanded the release of all prisoners."
    )
    assert ("rebels", "prisoners", "demands") in positions(text)


def test_the_subject_of_the_sentence_before_is_meant_by_the_demand() -> None:
    """An answer without an issue of its own takes that of the demand before it."""
    text = "Norway and Denmark met. Norway demanded an unconditional ceasefire. Denmark rejected the demand."
    assert ("Denmark", "ceasefire", "rejects") in positions(text)


def test_a_label_says_who_speaks() -> None:
    """In a transcript "we" is whoever stands before the colon."""
    text = "Norway and Denmark took questions.\n\nMinister of Norway: We demand the release of all prisoners."
    assert ("Norway", "prisoners", "demands") in positions(text)


def test_a_plan_speaks_for_its_author() -> None:
    """What a plan gives is proposed by whoever brought it."""
    text = "Norway and Denmark met. Norway presented a plan on Monday. Under the plan all prisoners would go home."
    assert ("Norway", "prisoners", "proposes") in positions(text)


def test_three_parties_are_bound_by_their_accord() -> None:
    """Where a report speaks of three delegations that it names together, duties bind all three."""
    text = (
        "The delegations of Norway, Denmark and Sweden signed an accord. The three delegations met for a week. "
        "Norway, Denmark and Sweden agreed.\n\nThe three parties shall release all prisoners."
    )
    assert {p for p, issue, stance in positions(text) if (issue, stance) == ("prisoners", "accepts")} == {
        "Norway",
        "Denmark",
        "Sweden",
    }


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway fights Denmark. Taoiseach Rudolf Rassendyll spoke. Rassendyll rejected the ceasefire.", "Ireland"),
        ("Norway met South Korea. The Koreans rejected the ceasefire.", "South Korea"),
        ("Norway met South Korea. The Korean delegation rejected the ceasefire.", "South Korea"),
    ],
)
def test_titles_and_shared_names(text: str, party: str) -> None:
    """A title of one state ties a person to it; a name of two states means the one that the report names."""
    assert (party, "ceasefire", "rejects") in positions(text)


def test_a_shared_name_of_two_parties_is_nobody() -> None:
    """Where a report speaks of both, the name they share is not guessed."""
    text = "North Korea met South Korea. The Koreans rejected the ceasefire."
    assert not positions(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian National Coalition rejected the ceasefire. Norway shelled the coalition.",
        "The Patriotic Front rejected the ceasefire. Norway shelled the Front.",
    ],
)
def test_an_organisation_named_in_full_is_a_party(sentence: str) -> None:
    """A movement or coalition that is named again and again is a party, whatever adjective its name opens with."""
    holders = {party for party, issue, stance in positions(sentence) if (issue, stance) == ("ceasefire", "rejects")}
    assert holders in ({"Norwegian National Coalition"}, {"Patriotic Front"})


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Norway fights the RUF. The RUF rejected talks. Government troops rejected the ceasefire.", "Norway"),
        ("Norway fights the RUF. Norway rejected talks. Rebel fighters rejected the ceasefire.", "RUF"),
        ("Norway fights Denmark. Norway accepted talks. The other side rejected the ceasefire.", "Denmark"),
    ],
)
def test_a_side_is_known_without_its_name(sentence: str, party: str) -> None:
    """Troops of the government, rebel fighters and the other side stand for the main parties."""
    assert (party, "ceasefire", "rejects") in positions(sentence)


@pytest.mark.parametrize(
    ("date", "party"), [("1961-06-14", "Soviet Union"), ("2025-06-03", "Russia"), (None, "Russia")]
)
def test_a_name_means_whom_it_meant_then(date: str | None, party: str) -> None:
    """A capital speaks for the state whose seat it was in the year of the report."""
    found = read(report_from_text("Norway met Moscow. Moscow rejected the ceasefire.", date=date)).positions
    assert {position.party for position in found} == {party}


RUF = "Norway fights the Ruritanian United Front (RUF). The RUF attacked Norway. The RUF shelled Norway."


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"{RUF} The RUF of Rupert Hentzau signed. Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} Rupert Hentzau, who founded the RUF, left. Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} Denmark thanked President Hentzau. Hentzau rejected the ceasefire.", "Norway"),
        (f"{RUF} President Rudolf Rassendyll, RUF chairman Rupert Hentzau and others met. "
         "Rassendyll rejected the ceasefire.", "Norway"),
        (f"{RUF} Denmark did not sign. President Rudolf Rassendyll rejected the ceasefire.", "Denmark"),
        (f"{RUF} Louis Rassendyll informed Rupert Hentzau on Monday that Norway needed time. "
         "Hentzau rejected the ceasefire.", "RUF"),
        (f"{RUF} A vote is something that Norway will never accept, retorted Rassendyll. "
         "Rassendyll rejected the ceasefire.", "Norway"),
        (f"{RUF} Two leaders came: Rassendyll of Sweden, Holm of Denmark. Holm rejected the ceasefire.", "Denmark"),
        (f"{RUF} The delegation of the government rejected the ceasefire.", "Norway"),
        (f"{RUF} Both wings of the RUF rejected the ceasefire.", "RUF"),
        (f"{RUF} A presidential spokesman rejected the ceasefire.", "Norway"),
    ],
)  # fmt: skip
def test_a_leader_belongs_to_the_side_that_the_text_gives(text: str, party: str) -> None:
    """A side with its leader, a founder, a list of leaders, the state that the sentence before is about."""
    assert (party, "ceasefire", "rejects") in positions(text)


def test_a_community_is_not_the_state_of_its_adjective() -> None:
    """A community with two names of peoples is a party of its own."""
    assert positions("The Turkish Cypriots rejected the ceasefire.") == {("Turkish Cypriots", "ceasefire", "rejects")}


@pytest.mark.parametrize("camps", ["Sweden's two warring camps", "The two Swedish camps", "The two camps"])
def test_the_country_of_two_camps_is_none_of_them(camps: str) -> None:
    """Whose camps they are says where they are; the camps are the main parties."""
    text = f"Norway fights Denmark. Norway and Denmark met. {camps} rejected the ceasefire."
    assert {party for party, _, _ in positions(text)} == {"Denmark", "Norway"}


@pytest.mark.parametrize("opening", ["It was the RUF that gave way.", "It is the RUF which has the most to lose."])
def test_a_cleft_sentence_is_about_what_it_sets_apart(opening: str) -> None:
    """The pronoun of the next sentence stands for the name between "it was" and "that"."""
    assert ("RUF", "ceasefire", "rejects") in positions(f"{RUF} Norway waited. {opening} It rejected the ceasefire.")
