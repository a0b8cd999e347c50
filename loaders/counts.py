"""What a run counts, in memory and as properties of its node."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Counts:
    """Rows of the input by what became of them, and the rules that decided.

    Attributes:
        written: Rows whose statements changed something.
        unchanged: Rows that were stored already.
        orphaned: Facts that lead to things the graph does not hold yet.
        closed: Subjects that the source no longer lists.
        notes: Rules that mended something, by name.
        changes: Nodes, relationships, properties and labels changed.
        seconds: Time spent, over all processes that worked on the run.
    """

    written: int = 0
    unchanged: int = 0
    orphaned: int = 0
    closed: int = 0
    changes: int = 0
    seconds: float = 0.0
    rejected: Counter[str] = field(default_factory=Counter[str])
    filtered: Counter[str] = field(default_factory=Counter[str])
    notes: Counter[str] = field(default_factory=Counter[str])

    @property
    def rows(self) -> int:
        """Rows dealt with."""
        return self.written + self.unchanged + self.rejected.total() + self.filtered.total()

    def copy(self) -> "Counts":
        """The same counts, to go on counting from."""
        return Counts.of_properties(self.properties())

    def properties(self) -> dict[str, Any]:
        """As the run's node keeps them."""
        return {
            "rowsRead": self.rows,
            "rowsWritten": self.written,
            "rowsUnchanged": self.unchanged,
            "rowsRejected": self.rejected.total(),
            "rowsFiltered": self.filtered.total(),
            "factsOrphaned": self.orphaned,
            "subjectsClosed": self.closed,
            "changes": self.changes,
            "seconds": round(self.seconds, 3),
            "rejectedByRule": _json(self.rejected),
            "filteredByRule": _json(self.filtered),
            "notesByRule": _json(self.notes),
        }

    @classmethod
    def of_properties(cls, kept: Mapping[str, Any]) -> "Counts":
        """Counts as a run's node keeps them."""
        return cls(
            written=kept["rowsWritten"],
            unchanged=kept["rowsUnchanged"],
            orphaned=kept["factsOrphaned"],
            closed=kept["subjectsClosed"],
            changes=kept["changes"],
            seconds=kept["seconds"],
            rejected=Counter(json.loads(kept["rejectedByRule"])),
            filtered=Counter(json.loads(kept["filteredByRule"])),
            notes=Counter(json.loads(kept["notesByRule"])),
        )


def _json(counter: Counter[str]) -> str:
    return json.dumps(dict(sorted(counter.items())), separators=(",", ":"))
