"""A goal, and how a measurement stands to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What was measured for one goal.

    Attributes:
        goal: What is claimed, in a line.
        ours: Our figure, with its unit.
        peer: The other's figure, with its unit; empty where the goal is a plain bound.
        ratios: One number a pair, or one number; compared with the floor.
        floor: Bar that the ratios must reach, None if there is none.
        aim: What we want them to reach, beyond the bar.
        at_most: Whether the bar is an upper one.
        answers_equal: Whether both sides gave the same answer, None if there is no peer.
        details: Further counts.
    """

    goal: str
    ours: str
    peer: str
    ratios: Sequence[float]
    floor: float | None
    aim: float | None = None
    at_most: bool = False
    answers_equal: bool | None = None
    details: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def verdict(self) -> str:
        """`great`, `pass`, `fail`, or `measured` where there is no bar.

        A bar is missed only if the whole interval of the ratios lies beyond it; unequal answers
        miss it whatever the time. It is great if the median reaches the aim.
        """
        if self.answers_equal is False:
            return "fail"
        if self.floor is None:
            return "measured"
        best = min(self.ratios) if self.at_most else max(self.ratios)
        if not self._reaches(best, self.floor):
            return "fail"
        great = self.aim is not None and self._reaches(median(self.ratios), self.aim)
        return "great" if great else "pass"

    def _reaches(self, figure: float, bar: float) -> bool:
        return figure <= bar if self.at_most else figure >= bar

    @property
    def bar(self) -> str:
        """The bar, and the aim beyond it."""
        if self.floor is None:
            return ""
        aim = "" if self.aim is None else f", aim {self.aim:g}"
        return f"{'<=' if self.at_most else '>='} {self.floor:g}{aim}"

    @property
    def ratio(self) -> str:
        """Median of the ratios with their interval."""
        if not self.ratios:
            return ""
        middle = median(self.ratios)
        if len(self.ratios) == 1:
            return f"{middle:.3g}"
        return f"{middle:.3g} [{min(self.ratios):.3g}, {max(self.ratios):.3g}]"


def table(outcomes: Sequence[Outcome]) -> str:
    """All outcomes, a row each, as a table of Markdown."""
    rows = [
        ["goal", "ours", "peer", "ratio or figure", "bar", "answers equal", "verdict"],
        ["---"] * 7,
    ]
    for outcome in outcomes:
        equal = {True: "yes", False: "no", None: ""}[outcome.answers_equal]
        figures = [outcome.ours, outcome.peer, outcome.ratio, outcome.bar]
        rows.append([outcome.goal, *figures, equal, outcome.verdict])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
