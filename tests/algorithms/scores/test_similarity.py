"""Similar artists: five dimensions, what is unknown, who is kept, what is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.compute_similarity import links_of, neighbours
from algorithms.scores.configuration import SimilarityConfig
from algorithms.scores.connections import connections_of
from algorithms.scores.parts import weighted
from algorithms.scores.similarity import DIMENSIONS, Traits, similar_artists
from algorithms.scores.traits import evenly, trait
from graph.client import Neo4jGraph
from graph.fingerprint import fingerprint
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

CONFIG = SimilarityConfig()
WEIGHTS = np.array([getattr(CONFIG, name) for name in DIMENSIONS])

Found = dict[tuple[str, str], tuple[float, list[float]]]
Things = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Known:
    """What is known of artists: of each kind their things with weights."""

    connection: Mapping[tuple[str, str], float]
    label: Things = field(default_factory=dict[str, Mapping[str, float]])
    event: Things = field(default_factory=dict[str, Mapping[str, float]])
    genre: Things = field(default_factory=dict[str, Mapping[str, float]])
    scene: Things = field(default_factory=dict[str, Mapping[str, float]])


def ones(of: Mapping[str, str]) -> Things:
    """Things named by single letters, each of weight 1."""
    return evenly(of)


def found_in(known: Known, ids: Sequence[str], config: SimilarityConfig = CONFIG) -> Found:
    rows = [
        {"id": low, "others": [high], "strengths": [strength], "firsts": [0]}
        for (low, high), strength in known.connection.items()
    ]
    traits = Traits(
        neighbours(connections_of(rows), ids),
        *(trait(getattr(known, name), ids) for name in DIMENSIONS[1:]),
    )
    found = similar_artists(traits, config)
    return {
        (ids[one], ids[other]): (score, dims)
        for one, other, score, dims in zip(
            found.artist.tolist(), found.other.tolist(), found.score.tolist(),
            found.dims.tolist(), strict=True,
        )
    }  # fmt: skip


EVERYTHING = Known(
    connection={
        ("a", "b"): 0.9, ("a", "x"): 0.5, ("a", "y"): 0.5, ("b", "x"): 0.25, ("b", "y"): 0.75,
    },
    label=ones({"a": "12", "b": "23"}),
    event=ones({"a": "123", "b": "3"}),
    genre=ones({"a": "ht", "b": "t"}),
    scene={"a": {"london": 0.5, "berlin": 0.5}, "b": {"berlin": 1.0}},
)  # fmt: skip


def test_every_dimension_is_what_is_shared_by_what_there_is() -> None:
    score, dims = found_in(EVERYTHING, "abxy")["a", "b"]
    # Of x and y 0.25 and 0.5 in common, 0.5 and 0.75 together; each other does not count.
    assert dims == [0.6, 0.333, 0.333, 0.5, 0.333]
    assert score == pytest.approx(0.30 * 0.6 + (0.25 + 0.20 + 0.10) * 0.333 + 0.15 * 0.5)


def test_unknown_dimensions_leave_their_weight_to_the_others() -> None:
    score, dims = found_in(replace(EVERYTHING, label=ones({"a": "12"})), "abxy")["a", "b"]
    assert np.isnan(dims[1])
    assert score == pytest.approx((0.30 * 0.6 + (0.20 + 0.10) * 0.333 + 0.15 * 0.5) / 0.75)


def test_who_has_nothing_in_common_is_0_and_known() -> None:
    known = replace(EVERYTHING, label=ones({"a": "1", "b": "2"}))
    assert found_in(known, "abxy")["a", "b"][1][1] == 0.0


def test_too_little_known_is_no_similarity() -> None:
    # Connection, label and nothing else: 0.55 of the weights.
    known = Known(EVERYTHING.connection, label=EVERYTHING.label)
    assert found_in(known, "abxy") == {}
    # Connection, nights and cities are exactly enough.
    known = Known(EVERYTHING.connection, event=EVERYTHING.event, scene=EVERYTHING.scene)
    assert ("a", "b") in found_in(known, "abxy")


def test_genres_and_cities_alone_make_nobody_similar() -> None:
    known = Known(
        {("a", "x"): 0.5, ("b", "y"): 0.5},
        label=ones({"a": "1", "b": "2"}),
        genre=ones({"a": "h", "b": "h"}),
        scene=ones({"a": "l", "b": "l"}),
    )
    assert found_in(known, "abxy") == {}


def test_two_who_know_nobody_else_cannot_be_compared_by_whom_they_know() -> None:
    known = replace(EVERYTHING, connection={("a", "b"): 0.9, ("b", "x"): 0.5})
    assert np.isnan(found_in(known, "abx")["a", "b"][1][0])


def test_only_the_most_similar_are_kept_and_of_equals_the_first() -> None:
    everybody = "abcdef"
    known = Known(
        connection={("a", other): 0.5 for other in "bcdef"},
        label=ones({each: "1" if each != "b" else "12" for each in everybody}),
        event=ones(dict.fromkeys(everybody, "1")),
        scene=ones(dict.fromkeys(everybody, "l")),
    )
    found = found_in(known, everybody, CONFIG.model_copy(update={"most": 2}))
    assert [other for one, other in found if one == "f"] == ["c", "d"]
    assert [other for one, other in found if one == "c"] == ["d", "e"]


def test_links_are_told_by_id_and_unknown_is_null() -> None:
    known = replace(EVERYTHING, label={})
    rows = [
        {"id": low, "others": [high], "strengths": [strength], "firsts": [0]}
        for (low, high), strength in known.connection.items()
    ]
    ids = "abxy"
    traits = Traits(
        neighbours(connections_of(rows), ids),
        *(trait(getattr(known, name), ids) for name in DIMENSIONS[1:]),
    )
    table = links_of(similar_artists(traits, CONFIG), ids)
    assert (table.type, table.ids) == ("SIMILAR", ("a", "b"))
    (link,) = table.links[0]
    assert (link[0], link[2]) == ("b", [0.6, None, 0.333, 0.5, 0.333])


PEOPLE = "abcdef"
SETS = st.dictionaries(st.sampled_from(PEOPLE), st.text("123", max_size=3), max_size=6)
KNOWN = st.builds(
    lambda connection, label, event, genre, scene: Known(
        connection, ones(label), ones(event), ones(genre), scene
    ),
    st.dictionaries(
        st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(
            lambda ends: ends[0] < ends[1]
        ),
        st.floats(0, 1),
        max_size=12,
    ),
    SETS,
    SETS,
    SETS,
    st.dictionaries(
        st.sampled_from(PEOPLE),
        st.dictionaries(st.sampled_from("LB"), st.floats(0.01, 1), min_size=1),
        max_size=6,
    ),
)


def plainly(known: Known, one: str, other: str) -> list[float]:
    """The dimensions of two artists, straight from what is said of them."""
    met: dict[str, dict[str, float]] = {each: {} for each in PEOPLE}
    for (low, high), strength in known.connection.items():
        if strength > 0:
            met[low][high] = met[high][low] = strength
    kinds: list[Any] = [met, known.label, known.event, known.genre, known.scene]
    dims: list[float] = []
    for kind in kinds:
        first = {key: value for key, value in kind.get(one, {}).items() if key != other}
        second = {key: value for key, value in kind.get(other, {}).items() if key != one}
        if not (first and second):
            dims.append(np.nan)
            continue
        every = first.keys() | second.keys()
        least = sum(min(first.get(each, 0.0), second.get(each, 0.0)) for each in every)
        most = sum(max(first.get(each, 0.0), second.get(each, 0.0)) for each in every)
        dims.append(least / most)
    return dims


@given(KNOWN)
def test_the_columns_agree_with_the_plain_formula(known: Known) -> None:
    found = found_in(known, PEOPLE)
    for (one, other), (score, dims) in found.items():
        assert dims == pytest.approx(plainly(known, one, other), abs=0.0006, nan_ok=True)
        parts = weighted(np.array([dims]), WEIGHTS, coverage_min=CONFIG.coverage_min)
        assert score == pytest.approx(parts.value[0])
        assert np.nansum(parts.contributions[0]) == pytest.approx(score)
        assert 0 < score <= 1
        assert found[other, one] == (score, pytest.approx(dims, nan_ok=True))


@given(KNOWN, st.permutations(PEOPLE))
def test_similarities_depend_on_no_id(known: Known, others: list[str]) -> None:
    named = dict(zip(PEOPLE, others, strict=True))

    def renamed(things: Things) -> Things:
        return {named[artist]: of for artist, of in things.items()}

    connection = {
        (min(named[low], named[high]), max(named[low], named[high])): strength
        for (low, high), strength in known.connection.items()
    }
    again = Known(
        connection, renamed(known.label), renamed(known.event), renamed(known.genre),
        renamed(known.scene),
    )  # fmt: skip
    plain = found_in(known, PEOPLE)
    moved = found_in(again, PEOPLE)
    assert {(named[one], named[other]) for one, other in plain} == moved.keys()
    for (one, other), (score, _) in plain.items():
        # Sums in another order may round to the next thousandth.
        assert moved[named[one], named[other]][0] == pytest.approx(score, abs=0.002)


def test_the_same_gives_the_same_to_the_bit() -> None:
    assert repr(found_in(EVERYTHING, "abxy")) == repr(found_in(EVERYTHING, "abxy"))


SCENE = write("""
CREATE (a:Artist {id: 'ar_00000', name: 'a'}), (b:Artist {id: 'ar_00001', name: 'b'}),
  (c:Artist {id: 'ar_00002', name: 'c'}),
  (alias:Artist {id: 'ar_9', name: 'd'})-[:ALIAS_OF {source: 'test'}]->(a),
  (one:Scene {id: 'sc_1', kind: 'city'})-[:IN_CITY]->(:City {id: 'ci_1'}),
  (a)-[:CONNECTED {strength: 0.5}]->(c), (b)-[:CONNECTED {strength: 0.25}]->(c),
  (house:Label {id: 'lb_1', name: 'House'}), (own:Label {id: 'lb_2', name: 'Own'}),
  (alias)-[:SIGNED_TO {source: 'test'}]->(house),
  (b)-[:RELEASED_ON]->(house), (b)-[:RELEASED_ON]->(own),
  (a)-[:SIGNED_TO {source: 'test', from: date('2020-06-01')}]->(own)
WITH *
UNWIND [['ev_1', '2019-01-01', [a, b]], ['ev_2', '2019-02-01', [a]], ['ev_3', '2020-02-01', [a, b]]]
  AS row
CREATE (night:Event {id: row[0], date: date(row[1]), cancelled: false})-[:IN_SCENE]->(one)
FOREACH (artist IN row[2] |
  CREATE (artist)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->(night))
""")
LEAVE = write("MATCH (:Artist {id: 'ar_00000'})-[tie:CONNECTED]->() DELETE tie")
LINKS = ask(
    "MATCH (artist:Artist)-[link:SIMILAR]->(other:Artist) "
    "RETURN artist.id + ' ' + other.id AS pair, link.score AS score, "
    "[value IN link.dims | CASE WHEN isNaN(value) THEN null ELSE value END] AS dims ORDER BY pair",
    "pair", "score", "dims",
)  # fmt: skip
RULE = ask("MATCH (published:Published) RETURN published.similarityWeights AS weights", "weights")


async def test_similar_artists_are_published_and_only_where_they_differ(graph: Neo4jGraph) -> None:
    network = result_of(3, 0)
    await graph.write(SCENE)
    await publish(graph, network, scores=await compute_scores(graph, network))
    # A label of an alias counts, a contract to come does not; of two nights one is shared.
    dims = [0.5, 0.5, 0.5, None, 1.0]
    score = pytest.approx((0.30 * 0.5 + 0.25 * 0.5 + 0.20 * 0.5 + 0.10) / 0.85)
    assert await graph.rows(LINKS) == [
        {"pair": "ar_00000 ar_00001", "score": score, "dims": dims},
        {"pair": "ar_00001 ar_00000", "score": score, "dims": dims},
    ]
    assert await graph.rows(RULE) == [{"weights": [0.30, 0.25, 0.20, 0.15, 0.10]}]

    before = await fingerprint(graph)
    again = await publish(graph, network, scores=await compute_scores(graph, network))
    assert (again.published, again.others) == (False, 0)
    assert await fingerprint(graph) == before

    # Without connections label, night and city are less than enough.
    await graph.write(LEAVE)
    await publish(graph, network, scores=await compute_scores(graph, network))
    assert await graph.rows(LINKS) == []
