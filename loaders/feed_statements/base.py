"""What all statements of a feed share: how its ids are named, its cities, its dates."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from graph.model import node_id
from loaders.dates import zoned
from loaders.feed_format import CityLine, read_partial_date
from loaders.rows import Fact, Ref, SharedNode, Statement, Subject, city, genre, key, reference

KEY_OF: Final[Mapping[str, str]] = {
    "Artist": "artist",
    "Collective": "collective",
    "Event": "event",
    "EventSeries": "series",
    "Label": "label",
    "MetricPoint": "metric",
    "Mix": "mix",
    "MixPlatform": "mix_platform",
    "Release": "release",
    "Track": "track",
    "Venue": "venue",
}
"""Label -> first part of the source ids of its subjects."""


class FeedFault(ValueError):
    """A line whose values are each right, and cannot be meant together.

    Attributes:
        rule: The rule that refuses it.
    """

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule


@dataclass(frozen=True)
class Feed:
    """A feed as its lines are read: its name, and what the first files said.

    Attributes:
        source: Short name from the header, on every fact.
        cities: City lines by the partner's id.
        series: Names of series by the partner's id.
    """

    source: str
    cities: dict[str, CityLine] = field(default_factory=dict[str, CityLine])
    series: dict[str, str] = field(default_factory=dict[str, str])

    def subject(self, label: str, own_id: str, properties: Mapping[str, Any]) -> Subject:
        """What a line is about."""
        return Subject(label, self.source, key(KEY_OF[label], own_id), properties)

    def ref(self, label: str, own_id: str) -> Ref:
        """What a line names."""
        return reference(label, self.source, key(KEY_OF[label], own_id))

    def city(self, own_id: str | None) -> SharedNode | None:
        """The city of a city line; None if there is none."""
        line = None if own_id is None else self.cities.get(own_id)
        return None if line is None else city_node(line)

    def city_name(self, own_id: str | None) -> str | None:
        """How a city is called; None if that is not known."""
        line = None if own_id is None else self.cities.get(own_id)
        return None if line is None else line.name

    def city_ref(self, own_id: str) -> Ref:
        """A city as the end of a fact; of one without a line, a place that is not there."""
        node = self.city(own_id)
        unknown = node_id("City", self.source, key("city", own_id))
        return Ref("City", unknown) if node is None else node.ref


class Saying:
    """A statement in the making: its facts, each once, and the shared nodes they lead to."""

    def __init__(self, feed: Feed, subject: Subject) -> None:
        self._feed = feed
        self.subject = subject
        self.ref = subject.ref
        self._facts: dict[tuple[str, str], Fact] = {}
        self._shared: dict[str, SharedNode] = {}

    def fact(
        self,
        type_: str,
        start: Ref,
        end: Ref,
        tail: str,
        properties: Mapping[str, Any] | None = None,
    ) -> None:
        """State a fact.

        Args:
            tail: What follows the source id of the subject; a second fact with it is not stated.
        """
        source_id = f"{self.subject.source_id}/{tail}"
        fact = Fact(type_, start, end, source_id, properties or {})
        self._facts.setdefault((type_, source_id), fact)

    def shared(
        self,
        type_: str,
        node: SharedNode,
        tail: str,
        properties: Mapping[str, Any] | None = None,
    ) -> None:
        """State a fact that leads from the subject to a shared node."""
        self._shared[node.id] = node
        self.fact(type_, self.ref, node.ref, tail, properties)

    def lies_in(
        self,
        type_: str,
        own_city: str | None,
        tail: str = "city",
        properties: Mapping[str, Any] | None = None,
    ) -> None:
        """State in which city of the feed the subject is."""
        if own_city is None:
            return
        node = self._feed.city(own_city)
        if node is not None:
            self._shared[node.id] = node
        self.fact(type_, self.ref, self._feed.city_ref(own_city), tail, properties)

    def tagged(self, genres: Iterable[str]) -> None:
        """State genres, the most typical first."""
        for position, name in enumerate(genres, 1):
            node = genre(name)
            tail = key("genre", node.properties["name"])
            self.shared("TAGGED", node, tail, {"position": position})

    def founded_by(self, artists: Iterable[str]) -> None:
        """State which artists founded the subject."""
        for artist in artists:
            start = self._feed.ref("Artist", artist)
            self.fact("FOUNDED", start, self.ref, f"founder/{key('artist', artist)}")

    def statement(self) -> Statement:
        """All that was said."""
        return Statement(self.subject, tuple(self._facts.values()), tuple(self._shared.values()))


def city_node(line: CityLine) -> SharedNode:
    """The city that all sources share."""
    return city(
        line.name,
        line.country,
        lat=line.lat,
        lon=line.lon,
        timezone=line.timezone,
        population=line.population,
    )


def first_day(text: str | None) -> date | None:
    """The day a partial date stands for."""
    return None if text is None else read_partial_date(text).day


def day_after(text: str | None) -> date | None:
    """The end of a time whose last day a partial date names: intervals are half-open."""
    return None if text is None else read_partial_date(text).day + timedelta(days=1)


def precision(text: str | None) -> str | None:
    """How exactly a partial date is known."""
    return None if text is None else read_partial_date(text).precision


def period(first: str | None, last: str | None) -> dict[str, Any]:
    """A time from its first day to the day after its last."""
    return {"from": first_day(first), "to": day_after(last)}


def in_zone(local: datetime | None, zone: ZoneInfo | None) -> datetime | None:
    """A local time with the offset of its zone; None without one."""
    return None if local is None or zone is None else zoned(local, zone)


@cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises:
        FeedFault: There is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FeedFault(
            "unknown_timezone", f"timezone: {name!r} is no IANA time zone like 'Europe/Berlin'"
        ) from error


def slug(name: str, subject: Subject) -> str:
    """A name for addresses, unique by the id of the record: `quarry-tapes-3f2a90c1`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join([*words, subject.ref.id.partition("_")[2][:8]])
