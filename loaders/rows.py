"""What every source is turned into: statements about subjects, with their facts.

A statement is everything one thing of a source says: an event with its line-up, an artist with its
aliases. It is written, skipped or closed as a whole, by the hash of its content.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import orjson

from graph.model import MERGEABLE, node_id

OWN_LABELS: Final = ("Event", "Mix", "MixPlatform", "MetricPoint")
"""Nodes that belong to one source alone."""

SHARED_LABELS: Final = ("City", "Country", "Genre", "ExternalId")
"""Nodes that all sources share; made once, completed, never closed."""

DRIFT: Final = "drift"
"""The source of shared nodes."""


@dataclass(frozen=True, slots=True)
class Ref:
    """One end of a fact.

    Attributes:
        label: Label of the entity or node.
        id: Id of the source record if identity may merge the label, of the node otherwise.
    """

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class SharedNode:
    """A city, country, genre or external id.

    Attributes:
        id: The same for every source that speaks of it.
        properties: What this source knows of it; fills what is missing, overwrites nothing.
    """

    label: str
    id: str
    properties: Mapping[str, Any]

    @property
    def ref(self) -> Ref:
        """This node as the end of a fact."""
        return Ref(self.label, self.id)


@dataclass(frozen=True, slots=True)
class Fact:
    """One relationship that a source states.

    Attributes:
        source_id: Unique per source and type; begins with the source id of the subject.
        properties: Beyond provenance, camelCase; None is left out.
        confidence: 0 to 1.
    """

    type: str
    start: Ref
    end: Ref
    source_id: str
    properties: Mapping[str, Any] = field(default_factory=dict[str, Any])
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement is about: a source record of an entity, or a node of the source's own.

    Attributes:
        source_id: Namespaced: `artist/sethtroxler`, `event/523058`.
        properties: All that the source can say of it, camelCase, unknown ones as None. None as a
            whole if only facts of a record are stated, whose record another statement makes.
    """

    label: str
    source: str
    source_id: str
    properties: Mapping[str, Any] | None

    @property
    def is_record(self) -> bool:
        """Whether identity may merge what it describes."""
        return self.label in MERGEABLE

    @property
    def ref(self) -> Ref:
        """This subject as the end of a fact."""
        return reference(self.label, self.source, self.source_id)


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject, its facts, and the shared nodes these lead to.

    Attributes:
        subject: A shared node's facts are compared at every load, since it has no hash.
        facts: Complete: what is not among them is no longer stated.
    """

    subject: Subject | SharedNode
    facts: tuple[Fact, ...] = ()
    shared: tuple[SharedNode, ...] = ()

    def content_hash(self) -> str:
        """32 hexadecimal digits that change with anything the statement says."""
        said = (
            self.subject.properties,
            [
                (fact.type, fact.source_id, fact.start.id, fact.end.id, fact.confidence,
                 fact.properties)
                for fact in self.facts
            ],
        )  # fmt: skip
        return digest(orjson.dumps(said, option=orjson.OPT_SORT_KEYS))


def digest(content: bytes) -> str:
    """32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


@lru_cache(maxsize=65_536)
def reference(label: str, source: str, source_id: str) -> Ref:
    """The end of a fact that a source's own id names."""
    kind = "SourceRecord" if label in MERGEABLE else label
    return Ref(label, node_id(kind, source, source_id))


def key(kind: str, own_id: str | int) -> str:
    """A namespaced source id; slashes of the own id are escaped, so that prefixes are exact."""
    return f"{kind}/{str(own_id).replace('%', '%25').replace('/', '%2F')}"


def country(code: str) -> SharedNode:
    """The country of an ISO 3166 code."""
    return SharedNode("Country", node_id("Country", DRIFT, code), {"name": code, "code": code})


def city(name: str, code: str, **known: Any) -> SharedNode:
    """A city by its English name and the code of its country."""
    own_id = node_id("City", DRIFT, f"{name.casefold()}|{code}")
    return SharedNode("City", own_id, {"name": name, **known})


def genre(name: str) -> SharedNode:
    """A genre by its name; spellings that differ in case are one."""
    folded = name.casefold()
    return SharedNode("Genre", node_id("Genre", DRIFT, folded), {"name": folded})


def external_id(platform: str, platform_id: str, url: str | None = None) -> SharedNode:
    """An id of something on a platform."""
    known = {"platform": platform, "platformId": platform_id, "platformUrl": url}
    own_id = node_id("ExternalId", platform, platform_id)
    return SharedNode("ExternalId", own_id, {**known, "isPrimary": True})


def city_in_country(place: SharedNode, code: str) -> Statement:
    """The statement that a city lies in its country."""
    land = country(code)
    fact = Fact("IN_COUNTRY", place.ref, land.ref, f"city/{place.id}/country/{code}")
    return Statement(place, (fact,), (land,))
