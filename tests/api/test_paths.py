"""Degrees of separation on a scene small enough to be counted by hand."""

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from graph.queries import cypher
from tests.api.conftest import CountingGraph
from tests.api.path_questions import PATHS, QUESTION, ask, names, way


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The scene of paths, in place of the common one."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(PATHS)
    return CountingGraph(server)


async def test_a_way_comes_with_its_steps_strengths_and_evidence(executor: Executor) -> None:
    answer = await ask(executor, "ada", "dee")
    assert (answer["found"], answer["degrees"], answer["hops"]) == (True, 2, 4)
    assert (answer["asOf"], answer["version"]) == ("2019-12-31", "strength-1")
    assert [(step["kind"], step["strength"]) for step in answer["path"]] == [
        ("SAME_EVENT", 0.5),
        ("SAME_EVENT", 0.5),
    ]
    first, second = (
        [(fact["kind"], fact["entity"]["id"], fact["date"]) for fact in step["evidence"]]
        for step in answer["path"]
    )
    assert first == [
        ("SAME_EVENT", "ev_c", "2018-01-01"),
        ("SAME_EVENT", "ev_b", "2016-05-07"),
        ("SAME_EVENT", "ev_a", "2014-01-01"),
    ]
    assert second == [
        ("SAME_EVENT", "ev_d", "2017-06-01"),
        ("COLLAB", "re_early", "2013-01-01"),
    ]
    assert answer["path"][0]["evidence"][0]["label"] == "Night ev_c at fabric"


async def test_everything_asked_is_one_statement(executor: Executor, scene: CountingGraph) -> None:
    await ask(executor, "ada", "dee")
    assert len(scene.sent) == 1


async def test_of_equally_short_ways_the_strongest_comes_first_and_the_others_are_alternatives(
    executor: Executor,
) -> None:
    answer = await ask(executor, "ada", "dee")
    assert names(answer["path"]) == ["Ada", "Ben", "Dee"]
    assert [names(steps) for steps in answer["alternatives"]] == [
        ["Ada", "Cy", "Dee"],
        ["Ada", "Eve", "Dee"],
    ]


async def test_where_equals_are_too_few_the_shortest_ways_around_follow(
    executor: Executor,
) -> None:
    direct = await ask(executor, "ada", "eve")
    assert names(direct["path"]) == ["Ada", "Eve"]
    assert [names(steps) for steps in direct["alternatives"]] == [
        ["Ada", "Ben", "Dee", "Eve"],
        ["Ada", "Cy", "Dee", "Eve"],
    ]
    between = await ask(executor, "cy", "ben")
    assert names(between["path"]) == ["Cy", "Ada", "Ben"]
    assert [names(steps) for steps in between["alternatives"]] == [["Cy", "Dee", "Ben"]]


async def test_the_sentence_says_who_met_whom_where_and_when(executor: Executor) -> None:
    answer = await ask(executor, "ada", "dee")
    assert answer["explanation"] == (
        "Ada is 2 degrees (4 hops) from Dee, connected via 4 shared events: Ada played with Ben"
        " at fabric on 2018-01-01 (3 nights); Ben played with Dee at fabric on 2017-06-01"
        " (1 night)."
    )


@pytest.mark.parametrize(
    ("start", "end", "kind", "sentence"),
    [
        ("ada", "cy", "B2B", "Ada played back to back with Cy at fabric on 2015-02-02 (1 night)"),
        ("cy", "dee", "COLLAB", "Cy released together with Dee (1 release, last on 2016-03-03)"),
        ("eve", "ada", "REMIX", "Ada remixed Eve (1 track, last on 2018-08-08)"),
        ("dee", "eve", "SAME_LABEL", "Dee and Eve share 1 label"),
        ("hal", "gil", "SAME_COLLECTIVE", "Hal and Gil share 1 collective"),
    ],
)
async def test_each_kind_of_step_has_its_evidence_and_its_words(
    executor: Executor, start: str, end: str, kind: str, sentence: str
) -> None:
    answer = await ask(executor, start, end)
    step = answer["path"][0]
    assert step["kind"] == kind
    assert step["evidence"][0]["kind"] == kind
    assert sentence in answer["explanation"]


async def test_what_both_ends_share_is_listed(executor: Executor) -> None:
    answer = await ask(executor, "ada", "ben")
    assert [event["id"] for event in answer["sharedEvents"]] == ["ev_c", "ev_b", "ev_a"]
    answer = await ask(executor, "dee", "eve")
    assert [label["name"] for label in answer["sharedLabels"]] == ["Label One"]
    assert "connected via 1 mutual label" in answer["explanation"]
    answer = await ask(executor, "gil", "hal")
    assert [crew["name"] for crew in answer["sharedCollectives"]] == ["Crew"]


async def test_an_artist_is_no_degrees_from_itself(executor: Executor) -> None:
    answer = await ask(executor, "ada", "ada")
    assert (answer["found"], answer["degrees"], answer["hops"]) == (True, 0, 0)
    assert (answer["path"], answer["alternatives"]) == ([], [])
    assert answer["explanation"] == "Both are Ada: 0 degrees."


async def test_an_alias_and_a_merged_id_are_answered_for_whom_they_stand(
    executor: Executor,
) -> None:
    answer = await ask(executor, "adalina", "benold")
    assert (answer["from"]["name"], answer["to"]["name"]) == ("Ada", "Ben")
    assert names(answer["path"]) == ["Ada", "Ben"]
    assert answer["notes"] == [
        "ar_benold was merged into Ben (ar_ben).",
        "Adalina is an alias of Ada (ar_ada), who stands for both here.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "reason", "words"),
    [
        ("nobody", "ada", "UNKNOWN_FROM", "No artist has the id ar_nobody, given as `from`"),
        ("ada", "nobody", "UNKNOWN_TO", "No artist has the id ar_nobody, given as `to`"),
        ("ada", "fay", "NO_CONNECTIONS", "Fay shares no night, release, label or collective"),
        ("ada", "gil", "OTHER_COMPONENT", "no chain of artists leads from Ada to Gil"),
    ],
)
async def test_where_there_is_no_way_the_answer_says_why(
    executor: Executor, start: str, end: str, reason: str, words: str
) -> None:
    answer = await ask(executor, start, end)
    assert (answer["found"], answer["degrees"], answer["path"]) == (False, None, [])
    assert answer["reason"] == reason
    assert words in answer["explanation"]


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"from": "ev_a", "to": "ar_ada"}, "BAD_ID"),
        ({"from": "ar_ada", "to": "'; DROP"}, "BAD_ID"),
        ({"from": "ar_ada", "to": "ar_ben", "options": {"maxHops": 9}}, "BAD_USER_INPUT"),
        ({"from": "ar_ada", "to": "ar_ben", "options": {"minStrength": 1.5}}, "BAD_USER_INPUT"),
        (
            {
                "from": "ar_ada",
                "to": "ar_ben",
                "options": {"since": "2019-01-01", "until": "2018-01-01"},
            },
            "BAD_USER_INPUT",
        ),
        ({"from": "ar_ada", "to": "ar_ben", "k": 6}, "BAD_USER_INPUT"),
    ],
)
async def test_what_cannot_be_answered_is_refused_before_the_database_is_asked(
    executor: Executor, scene: CountingGraph, variables: dict[str, object], code: str
) -> None:
    answer = await executor.execute(QUESTION, variables)
    assert [error["extensions"]["code"] for error in answer.errors] == [code]
    assert scene.sent == []


async def test_a_way_longer_than_allowed_is_said_to_be_too_far(executor: Executor) -> None:
    answer = await ask(executor, "ada", "dee", maxHops=1)
    assert (answer["found"], answer["reason"]) == (False, "TOO_FAR")
    assert answer["explanation"] == (
        "Ada is 2 degrees from Dee, more than the 1 allowed (maxHops)."
    )


@pytest.mark.parametrize(
    ("least", "expected"),
    [(0.2, ["Ada", "Ben", "Dee"]), (0.5, ["Ada", "Ben", "Dee"]), (0.51, "NO_WAY")],
)
async def test_weak_connections_can_be_left_out(
    executor: Executor, least: float, expected: object
) -> None:
    assert await way(executor, "ada", "dee", minStrength=least) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["B2B", "COLLAB"], ["Ada", "Cy", "Dee"]),
        (["SAME_EVENT"], ["Ada", "Ben", "Dee"]),
        (["REMIX", "SAME_LABEL"], ["Ada", "Eve", "Dee"]),
        (["SAME_COLLECTIVE"], "NO_WAY"),
    ],
)
async def test_only_the_kinds_asked_for_are_walked(
    executor: Executor, kinds: list[str], expected: object
) -> None:
    assert await way(executor, "ada", "dee", kinds=kinds) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"since": "2018-01-01"}, ["Ada", "Ben"]),
        ({"since": "2018-01-02"}, "NO_WAY"),
        ({"until": "2014-01-01"}, ["Ada", "Ben"]),
        ({"until": "2013-12-31"}, "NO_WAY"),
        # The pair's first and last night enclose 2015, in which it has only a cancelled one.
        ({"since": "2015-01-01", "until": "2015-12-31"}, "NO_WAY"),
        # The night of 2016 is one of the alias.
        ({"since": "2016-01-01", "until": "2016-12-31"}, ["Ada", "Ben"]),
    ],
)
async def test_a_step_needs_evidence_inside_the_window(
    executor: Executor, options: dict[str, str], expected: object
) -> None:
    assert await way(executor, "ada", "ben", **options) == expected


async def test_a_kind_in_a_window_needs_evidence_of_that_kind(executor: Executor) -> None:
    assert await way(executor, "ben", "dee", kinds=["COLLAB"]) == ["Ben", "Dee"]
    assert await way(executor, "ben", "dee", kinds=["COLLAB"], since="2014-01-01") == "NO_WAY"
    assert await way(executor, "ben", "dee", kinds=["COLLAB"], until="2013-01-01") == ["Ben", "Dee"]


async def test_evidence_in_a_window_is_of_that_window(executor: Executor) -> None:
    answer = await ask(executor, "ada", "ben", since="2016-01-01", until="2016-12-31")
    assert [fact["entity"]["id"] for fact in answer["path"][0]["evidence"]] == ["ev_b"]


async def test_hubs_join_artists_only_where_they_are_not_excluded(executor: Executor) -> None:
    assert await way(executor, "ben", "fay") == "NO_CONNECTIONS"
    answer = await ask(executor, "ben", "fay", excludeHubs=False)
    assert names(answer["path"]) == ["Ben", "Dee", "Fay"]
    assert [(step["kind"], step["strength"]) for step in answer["path"]] == [
        ("SAME_EVENT", 0.5),
        ("SAME_EVENT", None),
    ]
    assert answer["path"][1]["evidence"][0]["value"] == 151
