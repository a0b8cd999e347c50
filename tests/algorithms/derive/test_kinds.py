"""Each kind of connection on a tiny graph: exact sets of edges."""

import math
from datetime import date

import pytest

from algorithms.derive import StrengthConfig, derive
from algorithms.derive.config import epoch_day
from graph.model import ConnectionKind
from tests.algorithms.derive.scenes import Scene, local

CONFIG = StrengthConfig()
AS_OF = date(2020, 1, 1)


def weighs(kind: ConnectionKind, *days: str, size: int = 2) -> float:
    """Weight of one piece of evidence on each day."""
    return sum(
        CONFIG.share(kind, size) * CONFIG.growth(epoch_day(date.fromisoformat(day))) for day in days
    )


async def test_a_night_connects_its_line_up_once_whatever_sets_were_played(scene: Scene) -> None:
    await scene.night("n1", "2019-05-01", "a", "b", "b", "c")
    await derive(scene.graph, AS_OF)
    weight = weighs(ConnectionKind.SAME_EVENT, "2019-05-01", size=3)
    shared = {
        "weight": weight,
        "strength": pytest.approx(CONFIG.strength(weight, AS_OF), abs=1e-15),
        "count": 1,
        "first": "2019-05-01",
        "last": "2019-05-01",
    }
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    assert await scene.edges() == {
        **{("SHARES_EVENT", *pair): shared for pair in pairs},
        **{("CONNECTED", *pair): shared | {"kinds": ["same_event"]} for pair in pairs},
    }


async def test_strength_of_the_worked_example(scene: Scene) -> None:
    others = [f"x{n}" for n in range(8)]
    for night in ("n1", "n2", "n3"):
        await scene.night(night, "2020-01-01", "a", "b", *others)
    await scene.node("Event", "n4", date=date(2018, 1, 1), cancelled=False)
    await scene.plays("a", "n4", setKey="1")
    await scene.plays("b", "n4", setKey="1")
    await derive(scene.graph, AS_OF)
    edges = await scene.edges()
    b2b = edges["B2B_WITH", "a", "b"]
    assert (AS_OF - date(2018, 1, 1)).days == 730
    assert b2b["strength"] == pytest.approx(0.3934693, abs=5e-7)
    nights = edges["SHARES_EVENT", "a", "x0"]
    assert nights["strength"] == pytest.approx(0.0644930, abs=5e-7)
    assert nights["count"] == 3
    whole = edges["CONNECTED", "a", "b"]
    night_of_two = 0.2 * 0.5
    without_fourth_night = 1 - (1 - whole["strength"]) * math.exp(night_of_two)
    assert without_fourth_night == pytest.approx(0.4325863, abs=5e-7)
    assert whole["kinds"] == ["b2b", "same_event"]


async def test_cancelled_later_and_closed_sets_do_not_count(scene: Scene) -> None:
    await scene.night("cancelled", "2019-05-01", "a", "b", cancelled=True, at="v")
    await scene.night("later", "2020-01-02", "a", "b", at="v")
    await scene.night("left", "2019-05-02", "a", "b", at="v")
    await scene.close("PERFORMED_AT", "b", "left")
    await scene.night("ill", "2019-05-03", "a", at="v")
    await scene.plays("b", "ill", cancelled=True)
    await derive(scene.graph, AS_OF)
    assert set(await scene.edges()) == {("PLAYED_AT", "a", "v")}


async def test_an_undated_night_counts_and_has_no_strength(scene: Scene) -> None:
    await scene.night("n1", None, "a", "b", at="v")
    await derive(scene.graph, AS_OF)
    shared = {"weight": 0.0, "strength": 0.0, "count": 1}
    assert await scene.edges() == {
        ("SHARES_EVENT", "a", "b"): shared,
        ("CONNECTED", "a", "b"): shared | {"kinds": ["same_event"]},
        ("PLAYED_AT", "a", "v"): {"count": 1},
        ("PLAYED_AT", "b", "v"): {"count": 1},
    }


async def test_festivals_above_the_limit_connect_nobody(scene: Scene) -> None:
    config = StrengthConfig(event_limit=3)
    await scene.night("three", "2019-01-01", "a", "b", "c")
    await scene.night("four", "2019-01-02", "a", "b", "c", "d", at="v")
    await derive(scene.graph, AS_OF, config)
    assert await scene.pairs("SHARES_EVENT") == {("a", "b"), ("a", "c"), ("b", "c")}
    assert await scene.pairs("PLAYED_AT") == {(one, "v") for one in "abcd"}


async def test_one_set_key_or_one_slot_on_one_floor_is_b2b_and_overlap_is_not(
    scene: Scene,
) -> None:
    slot = {
        "setStart": local("2019-05-01T23:00:00+02:00"),
        "setEnd": local("2019-05-02T01:00:00+02:00"),
    }
    await scene.night("n1", "2019-05-01")
    await scene.plays("a", "n1", setKey="7")
    await scene.plays("b", "n1", setKey="7")
    await scene.plays("c", "n1", floor="Main", **slot)
    await scene.plays("d", "n1", floor="Main", **slot)
    await scene.plays("e", "n1", floor="Bar", **slot)
    await scene.plays("f", "n1", floor="Main", setStart=slot["setStart"])
    await scene.plays("g", "n1", **slot)
    await scene.plays("h", "n1", **slot)
    await scene.plays("c", "n1", setKey="8")
    await scene.plays("d", "n1", setKey="8")
    await scene.night("n2", "2019-05-02")
    await scene.plays("a", "n2", setKey="7")
    await derive(scene.graph, AS_OF)
    edges = await scene.edges("B2B_WITH")
    assert set(edges) == {("B2B_WITH", "a", "b"), ("B2B_WITH", "c", "d")}
    assert edges["B2B_WITH", "c", "d"]["count"] == 1
    assert edges["B2B_WITH", "c", "d"]["weight"] == weighs(ConnectionKind.B2B, "2019-05-01")


async def test_makers_of_a_release_and_its_tracks_collaborate_once_remixers_do_not(
    scene: Scene,
) -> None:
    await scene.release("r1", "2018-03-01", primary="a", remixer="x")
    await scene.track("t1", "r1", primary="a", featured="b", producer="c")
    await scene.track("t2", "r1", primary="b")
    await derive(scene.graph, AS_OF)
    edges = await scene.edges("COLLABORATED_WITH")
    assert {(start, end) for _, start, end in edges} == {("a", "b"), ("a", "c"), ("b", "c")}
    weight = weighs(ConnectionKind.COLLAB, "2018-03-01")
    assert {(edge["count"], edge["weight"]) for edge in edges.values()} == {(1, weight)}


async def test_compilations_and_releases_of_various_connect_nobody(scene: Scene) -> None:
    await scene.release("r1", "2018-03-01", type="compilation", primary="a b")
    await scene.release("r2", "2018-03-01", primary="a b Various")
    await scene.release("r3", None, primary="a b")
    await derive(scene.graph, AS_OF)
    assert await scene.edges("COLLABORATED_WITH") == {
        ("COLLABORATED_WITH", "a", "b"): {"weight": 0.0, "strength": 0.0, "count": 1}
    }


async def test_remixes_lead_from_the_remixer_to_the_artist_of_the_track(scene: Scene) -> None:
    await scene.release("r1", "2018-03-01", primary="a")
    await scene.track("t1", "r1", remixer="z")
    await scene.track("t2", "r1", primary="b", remixer="z")
    await scene.track("t3", "r1", primary="z", remixer="a")
    await scene.track("t4", "r1", primary="a", remixer="a")
    await scene.release("r2", "2018-06-01", primary="a")
    await scene.track("t5", "r2", remixer="z")
    await scene.fact("ON_RELEASE", "t5", "r1")
    await derive(scene.graph, AS_OF)
    edges = await scene.edges("REMIXED", "CONNECTED")
    remixed = {(start, end) for type, start, end in edges if type == "REMIXED"}
    assert remixed == {("z", "a"), ("z", "b"), ("a", "z")}
    assert edges["REMIXED", "z", "a"]["count"] == 2
    assert edges["REMIXED", "z", "a"]["last"] == "2018-03-01"
    both = edges["CONNECTED", "a", "z"]
    assert both["count"] == 4  # two remixes one way, one the other way, one release together
    assert both["kinds"] == ["collab", "remix"]


async def test_a_label_connects_its_roster_on_the_earlier_of_the_last_releases(
    scene: Scene,
) -> None:
    await scene.release("r1", "2015-01-01", label="L", primary="a")
    await scene.release("r2", "2016-01-01", label="L", primary="a")
    await scene.release("r3", "2017-01-01", label="L", featured="b", remixer="x")
    await scene.release("r4", "2020-01-02", label="L", primary="a d")
    await scene.artists("s", "f")
    await scene.fact("SIGNED_TO", "s", "L", active=True)
    await scene.fact("SIGNED_TO", "f", "L", active=True, **{"from": date(2021, 1, 1)})
    await derive(scene.graph, AS_OF)
    edges = await scene.edges("SHARES_LABEL")
    dated = weighs(ConnectionKind.SAME_LABEL, "2016-01-01", size=3)
    assert {key[1:]: (edge["weight"], edge.get("last")) for key, edge in edges.items()} == {
        ("a", "b"): (pytest.approx(dated, rel=1e-15), "2016-01-01"),
        ("a", "s"): (0.0, None),
        ("b", "s"): (0.0, None),
    }


async def test_rosters_above_the_limit_connect_nobody(scene: Scene) -> None:
    for artist in "abc":
        await scene.release(f"small {artist}", "2018-01-01", label="small", primary=artist)
    for artist in "abcd":
        await scene.release(f"large {artist}", "2018-01-01", label="large", primary=artist)
    await derive(scene.graph, AS_OF, StrengthConfig(roster_limit=3))
    assert await scene.pairs("SHARES_LABEL") == {("a", "b"), ("a", "c"), ("b", "c")}
    await derive(scene.graph, AS_OF, StrengthConfig(roster_limit=9, label_limit=2))
    assert await scene.pairs("SHARES_LABEL") == set()


async def test_released_on_tells_first_last_count_and_who_is_active(scene: Scene) -> None:
    await scene.release("r1", "2010-01-01", label="L", primary="a b c")
    await scene.release("r2", None, label="L", primary="a")
    await scene.release("r3", "2019-01-01", label="L", primary="c")
    await scene.fact("SIGNED_TO", "b", "L", active=True)
    await scene.artists("s")
    await scene.fact("SIGNED_TO", "s", "L", active=True)
    await derive(scene.graph, AS_OF)
    assert await scene.edges("RELEASED_ON") == {
        ("RELEASED_ON", "a", "L"): {
            "count": 2, "first": "2010-01-01", "last": "2010-01-01", "active": False,
        },
        ("RELEASED_ON", "b", "L"): {
            "count": 1, "first": "2010-01-01", "last": "2010-01-01", "active": True,
        },
        ("RELEASED_ON", "c", "L"): {
            "count": 2, "first": "2010-01-01", "last": "2019-01-01", "active": True,
        },
    }  # fmt: skip


async def test_members_of_a_collective_are_connected_as_of_today_or_the_earlier_end(
    scene: Scene,
) -> None:
    await scene.node("Collective", "C", kind="crew")
    await scene.artists("a", "b", "c", "d")
    since = {"from": date(2012, 1, 1)}
    await scene.fact("MEMBER_OF", "a", "C", **since)
    await scene.fact("MEMBER_OF", "b", "C", **{"from": date(2014, 1, 1)})
    await scene.fact("MEMBER_OF", "c", "C", **since, to=date(2016, 1, 1))
    await scene.fact("MEMBER_OF", "d", "C", **{"from": date(2020, 1, 2)})
    await derive(scene.graph, AS_OF)
    edges = await scene.edges("SHARES_COLLECTIVE")
    kind = ConnectionKind.SAME_COLLECTIVE
    assert {
        key[1:]: (edge["weight"], edge["first"], edge["last"]) for key, edge in edges.items()
    } == {
        ("a", "b"): (weighs(kind, "2020-01-01"), "2014-01-01", "2020-01-01"),
        ("a", "c"): (weighs(kind, "2016-01-01"), "2012-01-01", "2016-01-01"),
        ("b", "c"): (weighs(kind, "2016-01-01"), "2014-01-01", "2016-01-01"),
    }
    assert edges["SHARES_COLLECTIVE", "a", "b"]["strength"] == pytest.approx(0.3934693, abs=5e-7)


async def test_played_at_counts_nights_not_sets(scene: Scene) -> None:
    await scene.night("n1", "2018-01-01", "a", "a", at="v")
    await scene.night("n2", "2019-01-01", "a", at="v")
    await scene.night("n3", None, "a", at="v")
    await scene.night("n4", "2019-01-01", "a")
    await derive(scene.graph, AS_OF)
    assert await scene.edges() == {
        ("PLAYED_AT", "a", "v"): {"count": 3, "first": "2018-01-01", "last": "2019-01-01"}
    }


async def test_evidence_of_aliases_counts_for_the_smallest_id_and_not_among_them(
    scene: Scene,
) -> None:
    await scene.night("n1", "2019-01-01", "m", "z", at="v")
    await scene.night("n2", "2019-01-02", "b", "m", "z", at="v")
    await scene.fact("ALIAS_OF", "z", "b")
    await derive(scene.graph, AS_OF)
    edges = await scene.edges()
    assert set(edges) == {
        ("SHARES_EVENT", "b", "m"),
        ("CONNECTED", "b", "m"),
        ("PLAYED_AT", "b", "v"),
        ("PLAYED_AT", "m", "v"),
    }
    days = ("2019-01-01", "2019-01-02")
    assert edges["SHARES_EVENT", "b", "m"]["weight"] == pytest.approx(
        weighs(ConnectionKind.SAME_EVENT, *days), rel=1e-15
    )
    assert edges["PLAYED_AT", "b", "v"]["count"] == 2


async def test_groups_and_their_members_stay_apart(scene: Scene) -> None:
    await scene.night("n1", "2019-01-01", "group", "x")
    await scene.artists("member")
    await scene.fact("MEMBER_OF", "member", "group")
    await derive(scene.graph, AS_OF)
    assert await scene.pairs("CONNECTED") == {("group", "x")}
