"""The one scoring configuration: every weight and threshold with its mark and a sentence.

A value marked `S` is stated by a source document and exact; one marked `P` is our proposal where
the sources are silent.
"""

import hashlib
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """Constants of one score."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def stated(value: float, description: str, **bounds: Any) -> Any:
    """A value that a source document states."""
    return Field(default=value, description=description, json_schema_extra={"mark": "S"}, **bounds)


def proposed(value: float, description: str, **bounds: Any) -> Any:
    """A value of ours."""
    return Field(default=value, description=description, json_schema_extra={"mark": "P"}, **bounds)


class EventPrestigeConfig(Section):
    """Prestige of a night: five weighted terms."""

    venue: float = stated(0.30, "Weight of the prestige of its venue.", ge=0, le=1)
    line_up: float = stated(0.25, "Weight of the mean score of its line-up.", ge=0, le=1)
    capacity: float = stated(0.15, "Weight of the capacity factor.", ge=0, le=1)
    festival: float = stated(0.15, "Weight of the festival bonus.", ge=0, le=1)
    brand: float = stated(0.15, "Weight of the brand of its series.", ge=0, le=1)
    capacity_scale: float = stated(10, "The capacity factor is this times log10(capacity).", gt=0)
    festival_bonus: float = stated(15, "The bonus of a festival; other nights have 0.", gt=0)
    capacity_ceiling: float = proposed(
        100_000, "Capacity at which the index calls a night as large as can be.", gt=1
    )
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known terms below which there is no prestige.", ge=0, le=1
    )


class VenuePrestigeConfig(Section):
    """Prestige of a venue: who plays there, seen from the whole network and from its own nights."""

    rank: float = proposed(
        0.6, "Weight of the percentile of its rank among artists and venues.", ge=0, le=1
    )
    line_ups: float = proposed(
        0.4, "Weight of the mean centrality percentile of its line-ups.", ge=0, le=1
    )
    months: int = proposed(24, "Months of nights that count for the line-ups.", ge=1)
    damping: float = proposed(0.85, "Share of rank passed on from artist to venue.", gt=0, lt=1)
    tolerance: float = proposed(1e-7, "Change of a rank at which it has converged.", gt=0)
    max_iterations: int = proposed(200, "Iterations at most.", ge=1)
    tier_width: float = proposed(20, "Points of prestige a tier is wide; tier 1 begins at 0.", gt=0)
    tiers: int = proposed(5, "The highest tier.", ge=1)
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known parts below which there is no prestige.", ge=0, le=1
    )


class BrandConfig(Section):
    """Brand of a series: how long it has gone on, and with whom."""

    editions: float = proposed(
        10, "Editions after which 1 - 1/e of what many editions give is reached.", gt=0
    )


class ScoringConfig(Section):
    """All constants of the scores above the network."""

    FORMULAS: ClassVar[int] = 1
    """Raised when a formula changes."""

    event_prestige: EventPrestigeConfig = Field(
        default=EventPrestigeConfig(), description="Prestige of nights."
    )
    venue_prestige: VenuePrestigeConfig = Field(
        default=VenuePrestigeConfig(), description="Prestige and tiers of venues."
    )
    brand: BrandConfig = Field(default=BrandConfig(), description="Brands of series.")

    @property
    def version(self) -> str:
        """Name of this configuration, equal for equal formulas and constants."""
        digest = hashlib.blake2b(self.model_dump_json().encode(), digest_size=4).hexdigest()
        return f"scores-{self.FORMULAS}-{digest}"
