"""Public domains: Genius XML and NegMAS YAML as cases, and every fault in plain words with its place."""

import json
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from click.testing import CliRunner

from detente.case import import_case, load
from detente.cli import main
from detente.errors import CaseError
from detente.settlement.bargaining import bargain

ORACLE = Path(__file__).resolve().parents[3] / "shared" / "oracles" / "negolog.json"
DOMAIN = """<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="any">
<issue etype="discrete" index="1" name="Price" type="discrete" vtype="discrete">
 <item index="1" value="low"/><item index="2" value="very high"/></issue>
<issue index="2" name="Days" type="integer" vtype="integer" lowerbound="2" upperbound="4"/>
</objective></utility_space></negotiation_template>"""
PROFILE = """<utility_space number_of_issues="2"><objective index="0" name="any">
<issue index="1" name="Price" type="discrete"><item index="1" value="low" evaluation="5"/>
 <item index="2" value="very high" evaluation="20"/></issue>
<issue index="2" name="Days" type="integer"><evaluator ftype="linear" slope="0.5" offset="0"/></issue>
<weight index="1" value="0.75"/><weight index="2" value="0.25"/></objective>
<reservation value="0.1"/></utility_space>"""
SPACE = """name: Days
issues:
- {name: price, type: CategoricalIssue, values: [low, high]}
- {name: days, type: ContiguousIssue, values: [2, 4]}
"""
UFUN = """name: Seller
type: LinearAdditiveUtilityFunction
reserved_value: 0.25
weights: [0.75, 0.25]
values:
- {type: TableFun, mapping: {low: 0.25, high: 1.0}}
- {type: TableFun, mapping: {2: 0, 3: 0.5, 4: 1}}
"""


@pytest.fixture
def put(tmp_path):
    """Writes a file and returns its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_genius(put):
    """Evaluations are shares of the largest one, whole numbers are listed, and spaces make no ids."""
    case = import_case(put("d.xml", DOMAIN), [put("seller.xml", PROFILE), put("buyer.xml", PROFILE)])
    assert [row.party for row in case.preferences] == ["seller", "buyer"]
    assert [rung.label for rung in case.issue("Price").rungs] == ["low", "very high"]
    assert [rung.id for rung in case.issue("Days").rungs] == ["2", "3", "4"]
    assert case.reservation == {"seller": 0.1, "buyer": 0.1}
    best = bargain(case).solutions["nash"]
    assert best.package == {"Days": "4", "Price": "very-high"}
    assert list(best.values.items()) == [("seller", 1.0), ("buyer", 1.0)]


def test_negmas(put):
    """Listed and whole-number issues, weights and tables in the order of the domain."""
    case = import_case(
        put("d.yml", SPACE), [put("a.yml", UFUN), put("b.yml", UFUN.replace("Seller", "Buyer"))], title="Sale"
    )
    assert case.title == "Sale"
    assert [party.name for party in case.parties] == ["Buyer", "Seller"]
    assert bargain(case).solutions["utilitarian"].values == {"seller": 1.0, "buyer": 1.0}


@pytest.mark.parametrize(
    ("domain", "profile", "message"),
    [
        (DOMAIN.replace("</objective>", ""), PROFILE, "line 5, column 3: mismatched tag"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]>" + DOMAIN, PROFILE, "declares a document type"),
        (DOMAIN.replace('vtype="integer"', 'vtype="real"'), PROFILE, "line 4, column 1: a real-valued issue"),
        (DOMAIN, PROFILE.replace('"0.75"', '"much"'), "line 5, column 1: value of <weight> is 'much', not a number"),
        (DOMAIN, PROFILE.replace("low", "tiny"), "Price: no value for low"),
        (DOMAIN, PROFILE.replace('<weight index="2" value="0.25"/>', ""), "Days: the profile has no weight"),
        (DOMAIN, PROFILE.replace("linear", "triangular"), "'triangular' evaluation cannot be read"),
        (DOMAIN, PROFILE.replace("<reservation", "<ranking/><reservation"), "only linear additive"),
        (DOMAIN.replace('upperbound="4"', 'upperbound="9999999"'), PROFILE, "more than 10,000 values"),
        (PROFILE.replace("issue", "thing"), PROFILE, "has no issue"),
    ],
)
def test_faults_of_genius_files(put, domain, profile, message):
    """One line names the file, the place and what is wrong."""
    with pytest.raises(CaseError) as told:
        import_case(put("d.xml", domain), [put("a.xml", profile), put("b.xml", PROFILE)])
    assert message in str(told.value)
    assert ".xml" in str(told.value)


@pytest.mark.parametrize(
    ("space", "ufun", "message"),
    [
        (SPACE.replace("ContiguousIssue", "ContinuousIssue"), UFUN, "line 4, column"),
        (SPACE, UFUN.replace("LinearAdditive", "Hyper"), "only linear additive"),
        (SPACE, UFUN.replace("[0.75, 0.25]", "[1]"), "must have one for each of the 2 issues"),
        (SPACE, UFUN.replace("4: 1", "5: 1"), "days: no value for 4"),
        (SPACE, UFUN.replace("low: 0.25", "low: much"), "must be a number, not 'much'"),
        (SPACE, UFUN.replace("TableFun, mapping: {2", "PolynomialFun, mapping: {2"), "PolynomialFun cannot be read"),
        ("- 1", UFUN, "is not a mapping"),
        ("name: x", UFUN, "has no list of issues"),
    ],
)
def test_faults_of_negmas_files(put, space, ufun, message):
    """One line names the file, the place and what is wrong."""
    with pytest.raises(CaseError) as told:
        import_case(put("d.yaml", space), [put("a.yaml", ufun), put("b.yaml", UFUN)])
    assert message in str(told.value)


def test_files_that_do_not_go_together(put):
    """One profile is too few, formats are not mixed, other files are refused."""
    domain, profile = put("d.xml", DOMAIN), put("a.xml", PROFILE)
    for files, message in (
        ([profile], "two parties or more"),
        ([profile, put("b.yml", UFUN)], "another format"),
        ([profile, put("b.txt", "")], "neither Genius XML"),
        ([profile, domain.with_name("gone.xml")], "cannot be read"),
    ):
        with pytest.raises(CaseError, match=message):
            import_case(domain, files)


def test_equal_names_get_ids_of_their_own(put):
    """Two profiles of one name are two parties; issues and values keep apart too."""
    other = put("d.xml", DOMAIN).parent / "other"
    other.mkdir()
    (other / "a.xml").write_text(PROFILE)
    case = import_case(put("d.xml", DOMAIN), [put("a.xml", PROFILE), other / "a.xml"])
    assert [row.party for row in case.preferences] == ["a", "a-2"]


def genius(domain, side=None):
    """A domain of the published ones as Genius XML; with a side, its profile."""
    rows = []
    for k, (name, values) in enumerate(domain["issues"].items(), 1):
        rows.append(f"<issue index='{k}' name={quoteattr(name)} type='discrete'>")
        for n, value in enumerate(values):
            worth = f" evaluation='{domain[side]['values'][k - 1][n]!r}'" if side else ""
            rows.append(f"<item index='{n + 1}' value={quoteattr(value)}{worth}/>")
        rows.append("</issue>")
    if side:
        rows += [f"<weight index='{k}' value='{w!r}'/>" for k, w in enumerate(domain[side]["weights"], 1)]
        rows.append(f"<reservation value='{domain[side]['reservation']}'/>")
    return f"<utility_space><objective>{''.join(rows)}</objective></utility_space>"


def published():
    """The published domains, or one that is skipped with the reason."""
    if not ORACLE.is_file():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"published domains are not here ({ORACLE})"))]
    return [pytest.param(d, id=f"domain {d['domain']}") for d in json.loads(ORACLE.read_text())["domains"]]


@pytest.mark.parametrize("domain", published())
def test_published_domains(put, domain):
    """Packages, Nash product and largest welfare through the command line (github:aniltrue/NegoLog, domains).

    What that source calls Kalai is the point of largest welfare: it is our utilitarian one.
    """
    files = [put("d.xml", genius(domain)), *(put(f"{side}.xml", genius(domain, side)) for side in "AB")]
    target = files[0].with_name("case.yaml")
    assert CliRunner().invoke(main, ["case", "import", *map(str, files), "-o", str(target)]).exit_code == 0
    found = json.loads(CliRunner().invoke(main, ["settle", str(target), "--json"]).stdout)
    told = domain["published"]
    assert found["packages"] == domain["packages"]
    nash, welfare = found["solutions"]["nash"], found["solutions"]["utilitarian"]
    a, b = nash["values"].values()
    assert list(nash["values"]) == ["a", "b"]
    assert a * b == pytest.approx(told["nash_product"], abs=1e-12)
    assert sum(welfare["values"].values()) == pytest.approx(told["max_welfare"], abs=1e-12)
    ties = found["method"]["ties"]
    for name, point, wanted in (("nash", nash, told["nash"]), ("utilitarian", welfare, told["max_welfare_point"])):
        points = [tuple(p["values"].values()) for p in (point, *ties.get(name, ()))]
        # Values of two decimals times weights: points whose scores differ by rounding alone count as tied.
        points += [
            tuple(p["values"].values()) for p in found["frontier"] if _score(name, p) > _score(name, point) - 1e-9
        ]
        assert any(p == pytest.approx(tuple(wanted), abs=1e-9) for p in points)


def _score(name, point):
    a, b = point["values"].values()
    return a * b if name == "nash" else a + b


def test_what_is_imported_loads_again(put):
    """The case file holds what was imported, digits and all."""
    case = import_case(put("d.xml", DOMAIN), [put("seller.xml", PROFILE), put("buyer.xml", PROFILE)])
    from detente.case import dump

    dump(case, path := put("case.yaml", ""))
    assert load(path) == case
