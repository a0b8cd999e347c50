"""A simulated year: derived step by step, the graph has the bits of a full rebuild."""

import random
from datetime import date, timedelta

from algorithms.derive import derive
from algorithms.derive.config import StrengthConfig
from graph.client import Neo4jGraph
from tests.algorithms.derive.scenes import BatchedScene

START = date(2019, 1, 1)
ARTISTS = [f"ar_{number:02}" for number in range(30)]
VENUES = ["v1", "v2", "v3"]
LABELS = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"]
CONFIG = StrengthConfig(event_limit=9, roster_limit=15)


class Year:
    """Random changes as loads make them, each with its marks."""

    def __init__(self, scene: BatchedScene, seed: int) -> None:
        self.scene = scene
        self.rng = random.Random(seed)
        self.line_ups: dict[str, list[str]] = {}
        self.aliases: list[tuple[str, str]] = []
        self.members: list[tuple[str, str]] = []
        self.releases = 0
        self.alive = list(ARTISTS)

    async def begin(self) -> None:
        """Artists, places, labels and a collective."""
        await self.scene.artists(*ARTISTS)
        for label, ids in (("Venue", VENUES), ("Label", LABELS), ("Collective", ["C1"])):
            for one in ids:
                await self.scene.node(label, one)
        await self.scene.flush()

    async def step(self, today: date) -> None:
        """What a load brings on a day."""
        changes = [
            self.add_night, self.add_night, self.change_line_up, self.cancel, self.add_release,
            self.join_or_leave, self.alias_or_not, self.move, self.merge,
        ]  # fmt: skip
        for change in self.rng.choices(changes, weights=[6, 6, 5, 2, 3, 1, 1, 2, 0.3], k=2):
            await change(today)
        await self.scene.flush()

    async def add_night(self, today: date) -> None:
        """A night from half a year ago to a month ahead; some are undated, some large."""
        night = f"n{len(self.line_ups)}"
        day = today + timedelta(days=self.rng.randint(-180, 30))
        size = self.rng.choice([1, 2, 3, 4, 5, 9, 10])
        line_up = self.rng.sample(self.alive, min(size, len(self.alive)))
        dated = None if self.rng.random() < 0.05 else day.isoformat()
        await self.scene.night(night, dated, at=self.rng.choice(VENUES))
        shared = self.rng.random() < 0.3
        for artist in line_up:
            key = {"setKey": "1"} if shared and artist in line_up[:2] else {}
            await self.scene.plays(artist, night, **key)
        self.line_ups[night] = line_up
        await self.scene.touch(night)

    async def change_line_up(self, today: date) -> None:
        """One leaves, perhaps one joins."""
        night = self._any_night()
        if night and self.line_ups[night]:
            gone = self.line_ups[night].pop()
            await self.scene.close("PERFORMED_AT", gone, night)
            absent = [one for one in self.alive if one not in self.line_ups[night]]
            if absent and self.rng.random() < 0.7:
                new = self.rng.choice(absent)
                await self.scene.plays(new, night)
                self.line_ups[night].append(new)
            await self.scene.touch(night)

    async def cancel(self, today: date) -> None:
        """A night is cancelled, or takes place after all."""
        if night := self._any_night():
            await self.scene.node("Event", night, cancelled=self.rng.random() < 0.7)
            await self.scene.touch(night)

    async def move(self, today: date) -> None:
        """A night gets another day and another venue."""
        if night := self._any_night():
            day = today + timedelta(days=self.rng.randint(-400, 20))
            await self.scene.node("Event", night, date=day)
            for venue in VENUES:
                await self.scene.close("HELD_AT", night, venue)
            await self.scene.fact("HELD_AT", night, self.rng.choice(VENUES))
            await self.scene.touch(night)

    async def add_release(self, today: date) -> None:
        """A release, sometimes with a remix; its day may lie ahead."""
        self.releases += 1
        release, day = f"r{self.releases}", today + timedelta(days=self.rng.randint(-900, 20))
        one, other, third = self.rng.sample(self.alive, 3)
        label = self.rng.choice(LABELS)
        await self.scene.release(release, day.isoformat(), label=label, primary=f"{one} {other}")
        if self.rng.random() < 0.5:
            await self.scene.track(f"t{self.releases}", release, remixer=third)
            await self.scene.touch(f"t{self.releases}")
        if self.rng.random() < 0.2:
            await self.scene.fact("SIGNED_TO", third, label, active=True)
            await self.scene.touch(third)
        await self.scene.touch(release)

    async def join_or_leave(self, today: date) -> None:
        """Someone joins the collective, or has left it."""
        if len(self.members) > 4:
            artist, since = self.members.pop(0)
            await self.scene.close("MEMBER_OF", artist, "C1")
            stay = {"from": date.fromisoformat(since), "to": today - timedelta(days=3)}
            await self.scene.fact("MEMBER_OF", artist, "C1", **stay)
        else:
            artist = self.rng.choice(self.alive)
            await self.scene.fact("MEMBER_OF", artist, "C1", **{"from": today})
            self.members.append((artist, today.isoformat()))
        await self.scene.touch("C1")

    async def alias_or_not(self, today: date) -> None:
        """Two artists are found to be one person, or not to be after all."""
        if self.aliases and self.rng.random() < 0.5:
            one, other = self.aliases.pop(0)
            await self.scene.close("ALIAS_OF", one, other)
        else:
            one, other = self.rng.sample(self.alive, 2)
            await self.scene.fact("ALIAS_OF", one, other)
            self.aliases.append((one, other))
        await self.scene.touch(one, other)

    async def merge(self, today: date) -> None:
        """One artist turns out to be the same record as another; its nights move over."""
        free = [one for one in self.alive if not self._bound(one)]
        if len(self.alive) > 20 and len(free) > 1:
            survivor, absorbed = sorted(self.rng.sample(free, 2))
            nights = [night for night, names in self.line_ups.items() if absorbed in names]
            await self.scene.flush()
            await self.scene.remove(absorbed)
            self.alive.remove(absorbed)
            for night in nights:
                self.line_ups[night].remove(absorbed)
                if survivor not in self.line_ups[night]:
                    self.line_ups[night].append(survivor)
                    await self.scene.plays(survivor, night)
            credited = [f"r{number + 1}" for number in range(self.releases)]
            await self.scene.touch(survivor, *nights, *credited, *LABELS, "C1")

    def _bound(self, artist: str) -> bool:
        return any(artist in pair for pair in (*self.aliases, *self.members))

    def _any_night(self) -> str | None:
        return self.rng.choice(list(self.line_ups)) if self.line_ups else None


async def test_a_year_of_loads_derived_stepwise_equals_a_rebuild(graph: Neo4jGraph) -> None:
    scene = BatchedScene(graph)
    year = Year(scene, seed=20191)
    await year.begin()
    await derive(graph, START, CONFIG)
    stepwise = 0
    for day in range(1, 366):
        today = START + timedelta(days=day)
        await year.step(today)
        if day % 5 == 0 or day % 7 == 0:
            report = await derive(graph, today, CONFIG)
            assert not report.full
            stepwise += sum(counts.changed for counts in report.edges.values())
        if day in (35, 105, 210, 365):
            edges = await scene.edges()
            rebuilt = await derive(graph, today, CONFIG, full=True)
            assert {type for type, _, _ in edges} == {
                "B2B_WITH", "COLLABORATED_WITH", "REMIXED", "SHARES_EVENT", "SHARES_LABEL",
                "SHARES_COLLECTIVE", "CONNECTED", "PLAYED_AT", "RELEASED_ON",
            }, day  # fmt: skip
            assert rebuilt.changed == 0, (day, rebuilt.as_json()["edges"])
            assert await scene.edges() == edges
    assert stepwise > 1000
