"""How evidence becomes strength: every constant of the formula, and the formula.

A pair's strength of one kind is `1 - exp(-E)` with `E = sum w * q * 2^(-age/H)` over its evidence.
It is stored as `weight = sum w * q * 2^((day - R)/H)`, which does not depend on the date asked
for; `E = weight * 2^(-(asOf - R)/H)`. So ageing touches strength alone, and since
`1 - prod(1 - s_k) = 1 - exp(-sum E_k)` the weights of several kinds simply add up.

Source:
    Specification of the scene graph, engine 1, strength; decisions 9, 18, 26, 28, 29 and 31.
"""

import dataclasses
import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.model import ConnectionKind


@dataclass(frozen=True)
class StrengthConfig:
    """Constants of derived edges; a change of any of them rebuilds all edges.

    Attributes:
        version: Name of this set of constants, stored with every run.
        half_life_days: H, the age in days at which evidence counts half. Engine 1.
        reference: R, the day for which weights are stored. Decision 26.
        b2b: Weight of a night with a set played together. Engine 1.
        collab: Weight of a release made together. Engine 1.
        remix: Weight of a remixed track. Engine 1.
        same_collective: Weight of a collective both belong or belonged to. Engine 1.
        same_label: Weight of a shared label, before the division by sqrt(roster - 1). Engine 1
            and decision 29.
        same_event: Weight of a shared night, before the division by (line-up - 1), so that large
            festivals do not dominate. Engine 1.
        roster_limit: Artists on a label's roster up to which its pairs count; a roster of 2 000
            would make 2 million pairs. Decision 29.
        collective_limit: Members up to which a collective's pairs count, for the same reason;
            the value is that of rosters.
        event_limit: Acts up to which a night's pairs count. Engine 1, hubs.
        label_limit: Artists above which a label is a hub and connects nobody, whatever the
            roster limit. Engine 1, hubs.
        unconnecting_types: Types of release whose artists did not work together. Engine 1, hubs.
        nobodies: Names, in lower case, of credits that stand for nobody in particular; they get
            no derived edge. Engine 1, hubs.
        roster_roles: Roles of a credit that put an artist on the roster of the release's label.
        label_active_days: Days after a release during which its artist counts as active on the
            label, unsigned or not; the half-life's two years.
    """

    version: str = "strength-1"
    half_life_days: float = 730.0
    reference: date = date(2000, 1, 1)
    b2b: float = 1.0
    collab: float = 0.9
    remix: float = 0.6
    same_collective: float = 0.5
    same_label: float = 0.3
    same_event: float = 0.2
    roster_limit: int = 200
    collective_limit: int = 200
    event_limit: int = 150
    label_limit: int = 2000
    unconnecting_types: tuple[str, ...] = ("compilation",)
    nobodies: tuple[str, ...] = ("various", "various artists")
    roster_roles: tuple[str, ...] = ("primary", "featured")
    label_active_days: int = 730

    def __post_init__(self) -> None:
        weights = (
            self.b2b, self.collab, self.remix, self.same_collective, self.same_label,
            self.same_event,
        )  # fmt: skip
        if not (self.half_life_days > 0 and all(weight > 0 for weight in weights)):
            raise ValueError("the half-life and all weights must be above 0")

    def share(self, kind: ConnectionKind, size: int) -> float:
        """Weight of one piece of evidence on the day it happened.

        Args:
            kind: Kind of connection.
            size: Artists in the night's line-up or on the label's roster, at least 2; of no
                meaning for other kinds.
        """
        match kind:
            case ConnectionKind.SAME_EVENT:
                return self.same_event / (size - 1)
            case ConnectionKind.SAME_LABEL:
                return self.same_label / math.sqrt(size - 1)
            case _:
                return float(getattr(self, kind.value))

    def growth(self, day: int) -> float:
        """`2^((day - R)/H)`: what evidence of a day weighs in a stored weight.

        Args:
            day: Days since 1970-01-01.
        """
        return 2.0 ** ((day - epoch_day(self.reference)) / self.half_life_days)

    def decay(self, as_of: date) -> float:
        """`2^(-(asOf - R)/H)`: what a stored weight of 1 is worth on a day."""
        return 2.0 ** (-(as_of - self.reference).days / self.half_life_days)

    def strength(self, weight: float, as_of: date) -> float:
        """Strength of a stored weight on a day, 0 to 1."""
        return -math.expm1(-weight * self.decay(as_of))

    def params(self) -> dict[str, Any]:
        """All constants as JSON values."""
        return dataclasses.asdict(self) | {
            "reference": self.reference.isoformat(),
            "unconnecting_types": list(self.unconnecting_types),
            "nobodies": list(self.nobodies),
            "roster_roles": list(self.roster_roles),
        }


_EPOCH = date(1970, 1, 1).toordinal()


def epoch_day(day: date) -> int:
    """Days from 1970-01-01 to a day."""
    return day.toordinal() - _EPOCH


def day_of(epoch: int) -> date:
    """The day so many days after 1970-01-01."""
    return date.fromordinal(epoch + _EPOCH)
