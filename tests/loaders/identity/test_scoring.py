"""How sure it is that two records of one name are one artist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.settings import Settings
from loaders.identity.scoring import Evidence, MatchConfig, company, score

CONFIG = MatchConfig()
THRESHOLD = Settings(_env_file=None).loaders.merge_threshold

evidence = st.builds(
    Evidence,
    name=st.sampled_from(["ame", "benklock"]),
    company_a=st.integers(5, 500),
    company_b=st.integers(5, 500),
    company_shared=st.integers(0, 5),
    years_shared=st.integers(0, 10),
    same_city=st.booleans(),
    ambiguous=st.booleans(),
)


def test_a_name_alone_is_an_even_chance() -> None:
    match = score(Evidence("benklock"), CONFIG)
    assert (match.score, match.reasons) == (0.5, ("same name",))


def test_company_is_a_cosine_that_small_companies_hardly_raise() -> None:
    assert company(Evidence("x", 13, 6, 3), CONFIG) == pytest.approx(3 / (16 * 9) ** 0.5)
    assert company(Evidence("x", 1, 1, 1), CONFIG) == pytest.approx(0.25)


def test_every_ground_is_said() -> None:
    found = score(Evidence("ame", 100, 90, 30, 3, same_city=True, ambiguous=True), CONFIG)
    assert found.score == pytest.approx(0.5 + 0.36 + 0.1 + 0.03 - 0.1 - 0.3)
    assert found.reasons == (
        "same name",
        "played with 30 of the same names (of 100 and 90)",
        "active in 3 same years",
        "same home city",
        "but a short name",
        "but one source has several of this name",
    )


def test_company_and_years_are_enough() -> None:
    assert score(Evidence("midland", 159, 188, 33, 5), CONFIG).score >= THRESHOLD


@pytest.mark.parametrize(
    "weak",
    [
        Evidence("midland", 159, 188, 33, 0),
        Evidence("midland", 159, 188, 2, 5),
        Evidence("midland", 1, 1, 1, 5),
        Evidence("midland", 0, 0, 0, 5, same_city=True),
        Evidence("ame", 159, 188, 33, 5),
        Evidence("midland", 159, 188, 33, 5, same_city=True, ambiguous=True),
    ],
    ids=["no years", "little company", "one name", "city", "short", "ambiguous"],
)
def test_nobody_is_merged_unasked_on_less(weak: Evidence) -> None:
    assert score(weak, CONFIG).score < THRESHOLD


@given(evidence)
def test_a_confidence_is_a_share_below_certainty_and_symmetric(found: Evidence) -> None:
    swapped = Evidence(
        **{**vars(found), "company_a": found.company_b, "company_b": found.company_a}
    )
    assert 0 <= score(found, CONFIG).score <= CONFIG.cap < 1
    assert score(swapped, CONFIG).score == score(found, CONFIG).score


@given(evidence)
def test_more_in_common_never_lowers_it(found: Evidence) -> None:
    more = Evidence(
        **{
            **vars(found),
            "company_shared": found.company_shared + 1,
            "years_shared": found.years_shared + 1,
            "same_city": True,
        }
    )
    assert score(more, CONFIG).score >= score(found, CONFIG).score
