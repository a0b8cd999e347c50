"""How a load ended, for people and for programs."""

from dataclasses import dataclass
from typing import Any

from loaders.counts import Counts


@dataclass(frozen=True)
class LoadReport:
    """How a load ended.

    Attributes:
        status: `succeeded`, or `held`: its facts are there, but nothing is derived from them.
        message: Why it is held, or why nothing was closed; empty if there is nothing to say.
        resumed: Whether it went on where another process had stopped.
        seconds: In this process.
    """

    run_id: str
    source: str
    status: str
    message: str
    resumed: bool
    seconds: float
    counts: Counts

    @property
    def rows_per_second(self) -> float:
        """Rows dealt with a second, over all processes that worked on the run."""
        return self.counts.rows / self.counts.seconds if self.counts.seconds else 0.0

    def as_dict(self) -> dict[str, Any]:
        """For programs: the counts with their rules."""
        counts = self.counts
        return {
            "runId": self.run_id,
            "source": self.source,
            "status": self.status,
            "message": self.message,
            "resumed": self.resumed,
            "seconds": round(self.seconds, 3),
            "rowsPerSecond": round(self.rows_per_second, 1),
            "read": counts.rows,
            "written": counts.written,
            "unchanged": counts.unchanged,
            "filtered": dict(sorted(counts.filtered.items())),
            "rejected": dict(sorted(counts.rejected.items())),
            "notes": dict(sorted(counts.notes.items())),
            "orphaned": counts.orphaned,
            "closed": counts.closed,
            "changes": counts.changes,
        }
