"""Labels, releases, recordings, mixes and their places in the small scene, row by row."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph
from tests.probe import statement


async def ask(executor: Executor, document: str, **variables: Any) -> Any:
    """The data of an answer without errors."""
    answer = await executor.execute(document, variables)
    assert answer.errors == []
    assert answer.data is not None
    return answer.data


def names(page: dict[str, Any]) -> list[str]:
    """Names of the nodes of a page."""
    return [node["name"] for node in page["nodes"]]


ROSTER = """
query ($label: ID!, $on: Date) {
  label(id: $label) { roster(on: $on) { totalCount nodes { name } } alumni { nodes { name } } }
}
"""


@pytest.mark.parametrize(
    ("label", "on", "roster"),
    [
        ("lb_0000000000000001", None, ["Artist 1", "Artist 3", "Artist 5", "Artist 7"]),
        ("lb_0000000000000001", "2018-05-03", ["Artist 1", "Artist 3", "Artist 5"]),
        ("lb_0000000000000001", "2016-04-30", []),
        ("lb_0000000000000003", None, []),
        ("lb_0000000000000003", "2015-06-15", ["Artist 1", "Artist 2", "Artist 3", "Artist 5"]),
        ("lb_0000000000000003", "2016-04-01", ["Artist 2", "Artist 5", "Artist 7"]),
    ],
)
async def test_the_roster_of_a_day_is_who_was_signed_or_had_released_lately(
    executor: Executor, label: str, on: str | None, roster: list[str]
) -> None:
    found = (await ask(executor, ROSTER, label=label, on=on))["label"]
    assert names(found["roster"]) == roster
    assert found["roster"]["totalCount"] == len(roster)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2015-06-15", "2016-04-01", (4, 3, 1, 2, 3 / 5)),
        ("2015-06-15", "2015-06-15", (4, 4, 0, 0, 0.0)),
        ("2010-01-01", "2010-01-01", (1, 1, 0, 0, 0.0)),
    ],
)
async def test_a_roster_changes_by_who_joins_and_who_leaves(
    executor: Executor, since: str, until: str, expected: tuple[Any, ...]
) -> None:
    document = (
        "query ($label: ID!, $since: Date!, $until: Date!) { label(id: $label) {"
        " rosterChange(since: $since, until: $until) { before after joined left churn }"
        " a: roster(on: $since) { totalCount } b: roster(on: $until) { totalCount } } }"
    )
    label = "lb_0000000000000003"
    found = (await ask(executor, document, label=label, since=since, until=until))["label"]
    assert tuple(found["rosterChange"].values()) == expected
    assert (found["a"]["totalCount"], found["b"]["totalCount"]) == expected[:2]


async def test_a_roster_that_was_empty_on_both_days_has_no_churn(executor: Executor) -> None:
    document = (
        '{ label(id: "lb_0000000000000001") { rosterChange(since: "2016-01-01",'
        ' until: "2016-04-30") { before after joined left churn } } }'
    )
    found = (await ask(executor, document))["label"]
    assert tuple(found["rosterChange"].values()) == (0, 0, 0, 0, None)


async def test_alumni_are_those_who_are_active_no_more(executor: Executor) -> None:
    found = (await ask(executor, ROSTER, label="lb_0000000000000001"))["label"]
    assert names(found["alumni"]) == ["Artist 2", "Artist 4", "Artist 6"]


ALIKE = statement(
    "UNWIND [[3, 4, 1], [7, 4, 9], [2, 2, null], [9, 3, 1]] AS row "
    "MATCH (artist:Artist {id: 'ar_000000000000000' + toString(row[0])}), "
    "(label:Label {id: 'lb_000000000000000' + toString(row[1])}) "
    "CREATE (artist)-[:RELEASED_ON {releaseCount: row[2], active: false, test: true}]->(label)",
    mode="write",
)
UNLIKE = statement("MATCH ()-[one:RELEASED_ON {test: true}]->() DELETE one", mode="write")


async def test_similar_labels_share_artists_weighed_by_their_releases(
    executor: Executor, scene: CountingGraph
) -> None:
    document = (
        '{ label(id: "lb_0000000000000001") { similar { label { id } similarity sharedArtists'
        " reason } one: similar(first: 1) { sharedArtists } } }"
    )
    await scene.graph.write(ALIKE)
    try:
        found = (await ask(executor, document))["label"]
    finally:
        await scene.graph.write(UNLIKE)
    # Of 22 releases there and 10 on the other label, 1 and 6 are by the same artists.
    assert found["similar"] == [
        {"label": {"id": "lb_0000000000000004"}, "similarity": 7 / 25, "sharedArtists": 2,
         "reason": "2 artists in common: Artist 3, Artist 7"},
        {"label": {"id": "lb_0000000000000002"}, "similarity": 1 / 22, "sharedArtists": 1,
         "reason": "1 artist in common: Artist 2"},
    ]  # fmt: skip
    assert found["one"] == [{"sharedArtists": 2}]
    assert (await ask(executor, document))["label"]["similar"] == []


async def test_a_label_knows_its_family_its_founders_and_its_releases(executor: Executor) -> None:
    document = (
        '{ label(id: "lb_ffffffffffffffff") { id slug hqCity hqCountry genreTags activeSince'
        " parent { name parent { name } } sublabels { id } founders { name }"
        " releases { nodes { id } } } }"
    )
    assert (await ask(executor, document))["label"] == {
        "id": "lb_0000000000000001",
        "slug": "ostgut",
        "hqCity": "Berlin",
        "hqCountry": "DE",
        "genreTags": ["techno", "house"],
        "activeSince": 2005,
        "parent": {"name": "Major", "parent": None},
        "sublabels": [{"id": "lb_0000000000000003"}, {"id": "lb_0000000000000004"}],
        "founders": [{"name": "Artist 1"}, {"name": "Artist 4"}],
        "releases": {"nodes": [{"id": f"re_000000000000000{n}"} for n in (4, 3, 1, 2)]},
    }


async def test_recordings_of_a_release_stand_by_disc_and_place_and_know_their_releases(
    executor: Executor,
) -> None:
    document = (
        '{ release(id: "re_0000000000000001") { formats catalogNumber upc upcRaw datePrecision'
        " tracks { discNumber trackNumber track { title bpm releases { id } } } } }"
    )
    assert (await ask(executor, document))["release"] == {
        "formats": ["VINYL", "DIGITAL"],
        "catalogNumber": "OST 1",
        "upc": "036000291452",
        "upcRaw": None,
        "datePrecision": "DAY",
        "tracks": [
            {
                "discNumber": 1,
                "trackNumber": 1,
                "track": {
                    "title": "Track 3",
                    "bpm": 123.5,
                    "releases": [{"id": "re_0000000000000001"}, {"id": "re_0000000000000003"}],
                },
            },
            {
                "discNumber": None,
                "trackNumber": None,
                "track": {
                    "title": "Track 1",
                    "bpm": 121.5,
                    "releases": [{"id": "re_0000000000000001"}, {"id": "re_0000000000000003"}],
                },
            },
        ],
    }


async def test_a_mix_knows_its_host_its_artists_and_what_is_played(executor: Executor) -> None:
    document = (
        '{ mix(id: "mx_0000000000000003") { title date setLengthMinutes viewCount isB2b hasVideo'
        " platform { name platformType mixes { totalCount nodes { id } } } artists { name }"
        ' tracks(first: 2) { position track { title } } } mixPlatform(slug: "podcast") { id } }'
    )
    assert await ask(executor, document) == {
        "mix": {
            "title": "Mix 3",
            "date": None,
            "setLengthMinutes": 180,
            "viewCount": 2**32 + 3,
            "isB2b": False,
            "hasVideo": None,
            "platform": {
                "name": "Radio",
                "platformType": "RADIO",
                "mixes": {
                    "totalCount": 5,
                    "nodes": [{"id": f"mx_000000000000000{n}"} for n in (6, 4, 2, 1, 3)],
                },
            },
            "artists": [{"name": "Artist 4"}],
            "tracks": [
                {"position": 9, "track": {"title": "Track 2"}},
                {"position": 9, "track": {"title": "Track 3"}},
            ],
        },
        "mixPlatform": {"id": "mp_0000000000000002"},
    }


async def test_nights_of_a_venue_a_series_and_a_collective_leave_out_cancelled_ones(
    executor: Executor,
) -> None:
    document = """{
      venue(id: "ve_000000000000000a") { lat lon address status events { nodes { id } } }
      collective(id: "co_0000000000000002") { foundedYear events { nodes { id } } }
      series: node(id: "es_0000000000000001") { ... on EventSeries {
        city foundedYear founders { name } events(window: {from: "2018-02-01"}) { nodes { id } } } }
      event(id: "ev_0000000000000001") { url organisers { id __typename } }
    }"""

    def nights(*numbers: int) -> dict[str, Any]:
        return {"nodes": [{"id": f"ev_{n:016d}"} for n in numbers]}

    assert await ask(executor, document) == {
        "venue": {
            "lat": 51.5198,
            "lon": -0.1025,
            "address": "77a Charterhouse St",
            "status": "OPEN",
            "events": nights(8, 4, 2, 6),
        },
        "collective": {"foundedYear": None, "events": nights(10, 4, 1)},
        "series": {
            "city": "Berlin",
            "foundedYear": 2004,
            "founders": [{"name": "Artist 3"}],
            "events": nights(9),
        },
        "event": {
            "url": "https://example.org/night/1",
            "organisers": [
                {"id": "ar_0000000000000002", "__typename": "Artist"},
                {"id": "co_0000000000000001", "__typename": "Collective"},
                {"id": "co_0000000000000002", "__typename": "Collective"},
            ],
        },
    }


async def test_a_host_of_mixes_and_a_record_answer_under_their_ids(executor: Executor) -> None:
    ids = ("mx_0000000000000001", "mp_0000000000000001", "sr_0000000000000001")
    for id_, kind in zip(ids, ("Mix", "MixPlatform", "SourceRecord"), strict=True):
        found = await ask(executor, "query ($id: ID!) { node(id: $id) { __typename id } }", id=id_)
        assert found["node"] == {"__typename": kind, "id": id_}
