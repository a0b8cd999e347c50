"""Prestige and tiers of labels: worked cases, what is unknown, what must hold of any label."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.scores.configuration import LabelPrestigeConfig
from algorithms.scores.label_prestige import PARTS, LabelPrestige, label_prestige
from algorithms.scores.label_tiers import Tier, label_name, tiers
from algorithms.scores.labels import LabelFacts, labels_of

CONFIG = LabelPrestigeConfig()
AS_OF = date(2019, 12, 31)
CENTRALITY = {"a": 95.0, "b": 50.0, "c": 10.0}


def row(
    id: str,
    *,
    name: str = "Label",
    founded: int | None = None,
    owner: str | None = None,
    override: str | None = None,
    artists: Sequence[tuple[str, bool, str | None]] = (),
    releases: Sequence[tuple[str | None, bool, bool, int | None, list[str]]] = (),
    recorded: bool = False,
    mentions: int = 0,
) -> list[Any]:
    """A row of `facts/labels`."""
    return [id, name, founded, owner, override, artists, releases, recorded, mentions]


def facts(*rows: list[Any], stands_for: Mapping[str, str] | None = None) -> LabelFacts:
    return labels_of(rows, CENTRALITY, stands_for or {}, AS_OF, CONFIG)


def of(*rows: list[Any]) -> LabelPrestige:
    return label_prestige(facts(*rows), CONFIG)


def tier(prestige: float, **columns: Any) -> Tier:
    """The tier of one label beside four that do not grow."""
    growing = columns.pop("growing", False)
    release = ("2019-06-01", True, False, None, list[str]())
    before = ("2018-06-01", True, False, None, list[str]())
    others = [row(f"lb_{n}", releases=[release, before]) for n in range(4)]
    found = facts(*others, row("lb_x", releases=[release] * (2 if growing else 1), **columns))
    found.growth[4] = 1.0 if growing else 0.0
    return tiers(found, np.array([*[np.nan] * 4, prestige]), CONFIG)[4]


def test_weights_sum_to_one() -> None:
    assert sum(getattr(CONFIG, part) for part in PARTS) == pytest.approx(1)


def test_a_worked_case() -> None:
    rows = (
        # Ten years, one former artist notable tonight, two on the roster.
        row(
            "lb_1", founded=2010, owner="independent", recorded=True, mentions=3,
            artists=[("a", False, "2012-01-01"), ("b", True, None), ("c", True, "2019-01-01")],
            releases=[("2012-01-01", True, True, 4, ["a"]), ("2019-01-01", True, False, 10, ["c"])],
        ),
        row(
            "lb_2", founded=1980, owner="subsidiary", recorded=True,
            artists=[("b", False, "1990-01-01"), ("a", True, "2019-06-01")],
            releases=[("2019-06-01", False, False, 1, ["a"])],
        ),
    )  # fmt: skip
    found = facts(*rows)
    assert found.notable.tolist() == [1, 0]
    assert found.roster_sum.tolist() == [60, 95]
    assert found.roster_mean.tolist() == [30, 95]
    assert found.vinyl[0] == 50
    assert np.isnan(found.vinyl[1])
    years = (AS_OF - date(2010, 1, 1)).days / 365.25
    prestige = of(*rows)
    assert prestige.parts[0].tolist() == pytest.approx(
        [50 * years / 25 + 50 * 0.75, 25, 25, 100, 75]
    )
    assert prestige.parts[1].tolist() == pytest.approx([50 + 50 * 0.25, 75, 75, 50, 25])
    assert prestige.prestige.value[1] == pytest.approx(
        0.25 * 62.5 + 0.25 * 75 + 0.20 * 75 + 0.10 * 50 + 0.20 * 25
    )
    assert prestige.prestige.coverage.tolist() == pytest.approx([1, 1])


def test_what_no_source_says_is_unknown_and_no_nought() -> None:
    bare, owned = of(row("lb_1"), row("lb_2", founded=1990, owner="major")).parts
    assert np.isnan(bare).all()
    assert owned[3] == 0
    assert np.isnan(owned[[0, 1, 2, 4]]).all()
    # Former artists alone: an empty roster is known to be empty. One without a percentile is not.
    former = facts(
        row("lb_1", artists=[("b", False, "2000-01-01")]), row("lb_2", artists=[("x", True, None)])
    )
    assert former.roster_sum[0] == former.roster_count[0] == 0
    assert np.isnan(former.roster_sum[1])
    assert former.roster_count[1] == 1


def test_mentions_are_unknown_unless_some_mix_tells_what_it_plays() -> None:
    silent = of(row("lb_1", recorded=True), row("lb_2", recorded=True))
    assert np.isnan(silent.parts[:, 4]).all()
    told = of(row("lb_1", recorded=True, mentions=2), row("lb_2", recorded=True), row("lb_3"))
    assert told.parts[:2, 4].tolist() == [75, 25]
    assert np.isnan(told.parts[2, 4])


def test_influence_roster_and_owner_are_just_enough() -> None:
    known = {"founded": 2000, "artists": [("b", True, "2001-01-01")]}
    found = of(row("lb_1", owner="independent", **known), row("lb_2", **known)).prestige  # type: ignore[arg-type]
    assert found.coverage.tolist() == pytest.approx([0.6, 0.5])
    assert np.isnan(found.value).tolist() == [False, True]


def test_only_who_released_there_before_can_be_notable() -> None:
    found = facts(
        row("lb_1", artists=[("a", False, None)]),
        row("lb_2", artists=[("a", True, "2001-01-01")]),
        row("lb_3", artists=[("a", False, "2001-01-01")]),
    )
    assert found.notable.tolist() == [0, 0, 1]


def test_without_a_foundation_the_first_release_begins_the_years() -> None:
    found = facts(
        row("lb_1", releases=[("2009-12-31", True, True, None, []), (None, True, True, None, [])]),
        row("lb_2", releases=[(None, True, True, None, [])]),
        row("lb_3", founded=2030),
    )
    assert found.years[0] == pytest.approx(3652 / 365.25)
    assert np.isnan(found.years[1])
    assert found.years[2] == 0


def test_growth_is_of_releases_and_who_is_on_them() -> None:
    found = facts(
        row("lb_1", releases=[
            ("2019-12-31", True, True, None, ["a"]), ("2019-01-01", True, True, None, ["alias"]),
            ("2018-12-31", True, True, None, ["b"]), ("2017-12-31", True, True, None, ["c"]),
        ]),
        row("lb_2", releases=[("2017-12-31", True, True, None, ["c"])]),
        stands_for={"alias": "a"},
    )  # fmt: skip
    assert found.growth[0] == pytest.approx(np.log(3 / 2) + np.log(1.95 / 1.5))
    assert np.isnan(found.growth[1])


def test_tiers_follow_prestige_years_and_growth() -> None:
    assert tier(85, founded=2000).tier == "legendary"
    assert tier(85, founded=2015).tier == "established"
    assert tier(85).tier == "established"
    assert tier(84.999, founded=2000).tier == "established"
    assert tier(64.999).tier == "emerging"
    assert tier(40, growing=True) == ("rising", "prestige 40.0, grows as only few labels do")
    assert tier(39.999, growing=True).tier == "emerging"
    assert tier(40).tier == "emerging"
    assert tier(np.nan) == (None, "too little is known for a prestige")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Tresor", "legendary"), ("OSTGUT TON", "legendary"), ("R & S Records", "legendary"),
     ("Warp Records", "legendary"), ("Planet E", "legendary"), ("Kompakt", "established"),
     ("Running Hot", "established"), ("Warped", None), ("Records", None)],
)  # fmt: skip
def test_named_labels_have_their_tier(name: str, expected: str | None) -> None:
    assert tier(np.nan, name=name).tier == expected
    assert tier(np.nan, name=name, override="rising") == ("rising", "set by hand")


def test_a_label_called_records_has_a_name() -> None:
    assert label_name("Records") == "records"


def test_no_labels_at_all() -> None:
    assert of().prestige.value.tolist() == []


artists = st.lists(
    st.tuples(
        st.sampled_from("abcx"), st.booleans(), st.sampled_from((None, "2001-01-01", "2018-05-01"))
    ),
    max_size=4,
)
releases = st.lists(
    st.tuples(
        st.sampled_from((None, "2001-01-01", "2018-05-01", "2019-05-01")),
        st.booleans(),
        st.booleans(),
        st.none() | st.integers(1, 100),
        st.lists(st.sampled_from("abcx"), max_size=2),
    ),
    max_size=4,
)
labels = st.builds(
    lambda **columns: columns,  # pyright: ignore[reportUnknownLambdaType]
    founded=st.none() | st.integers(1950, 2025),
    owner=st.sampled_from((None, "independent", "subsidiary", "major")),
    artists=artists,
    releases=releases,
    recorded=st.booleans(),
    mentions=st.integers(0, 5),
)


@given(st.lists(labels, max_size=6))
def test_a_prestige_is_a_percentage_and_the_sum_of_its_parts(many: list[dict[str, Any]]) -> None:
    found = of(*(row(f"lb_{number}", **one) for number, one in enumerate(many)))
    for at in range(len(many)):
        parts, value = found.parts[at], found.prestige.value[at]
        assert ((parts >= 0) & (parts <= 100) | np.isnan(parts)).all()
        if np.isnan(value):
            assert found.prestige.coverage[at] < CONFIG.coverage_min
        else:
            assert 0 <= value <= 100 + 1e-9
            assert np.nansum(found.prestige.contributions[at]) == pytest.approx(value)
