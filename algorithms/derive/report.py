"""What a derivation did."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, units done, units in all)."""


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass
class Counts:
    """Edges of one type, or scenes: what became of them."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def as_json(self) -> dict[str, int]:
        """The counts as JSON values."""
        return asdict(self)

    @property
    def changed(self) -> int:
        """Those that are not as they were."""
        return self.created + self.updated + self.deleted


@dataclass
class DeriveReport:
    """A finished derivation.

    Attributes:
        run_id: Id of its AlgorithmRun.
        as_of: Date the edges stand for.
        full: Whether all artists were derived, and not only those that were touched.
        reason: Why so.
        artists: Artists whose edges were computed.
        edges: Relationship type -> counts over the edges of these artists; IN_SCENE over the
            nights that a change can have reached.
        scenes: Counts over all scenes, none if no such night was.
        aged: Edges whose strength was refreshed because the date moved; 0 if it did not.
        seconds: Part of the work -> seconds.
    """

    run_id: str
    as_of: date
    full: bool
    reason: str
    artists: int = 0
    edges: dict[str, Counts] = field(default_factory=dict[str, Counts])
    scenes: Counts = field(default_factory=Counts)
    aged: int = 0
    seconds: dict[str, float] = field(default_factory=dict[str, float])

    @property
    def changed(self) -> int:
        """Edges created, updated, deleted or aged, and scenes created, updated or deleted."""
        edges = sum(counts.changed for counts in self.edges.values())
        return self.aged + edges + self.scenes.changed

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "runId": self.run_id,
            "asOf": self.as_of.isoformat(),
            "full": self.full,
            "reason": self.reason,
            "artists": self.artists,
            "edges": {kind: counts.as_json() for kind, counts in self.edges.items()},
            "scenes": self.scenes.as_json(),
            "aged": self.aged,
            "seconds": {part: round(seconds, 3) for part, seconds in self.seconds.items()},
        }
