"""Every number the network scores depend on."""

import hashlib
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """Constants of one algorithm."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PageRankConfig(Section):
    """Weighted PageRank over undirected connections."""

    damping: float = Field(
        default=0.85, gt=0, lt=1, description="Share of rank passed on along connections."
    )
    tolerance: float = Field(
        default=1e-7,
        gt=0,
        description=(
            "Largest change of one rank (mean rank 1) at which it has converged. On the London"
            " nights it leaves the normalised ranks 2.6e-7 (L1) from the exact ones."
        ),
    )
    max_iterations: int = Field(default=200, ge=1, description="Iterations at most.")


class CommunityConfig(Section):
    """Louvain, started from the communities of the last publication."""

    tolerance: float = Field(
        default=1e-4, gt=0, description="Least gain of modularity for which a level goes on."
    )
    max_levels: int = Field(default=10, ge=1, description="Levels at most.")
    max_iterations: int = Field(default=10, ge=1, description="Iterations of a level at most.")
    max_rounds: int = Field(
        default=10,
        ge=1,
        description="Times at most that Louvain is started again from its own result; it stops"
        " when a round changes nothing. On the London nights three rounds raise the modularity"
        " from 0.605 to 0.613.",
    )
    restart_gain: float = Field(
        default=0.02,
        ge=0,
        description="Modularity that a start from nothing must gain to replace the start from the"
        " last communities, which cannot split a community.",
    )
    min_size: int = Field(
        default=5, ge=1, description="Artists a community needs; members of smaller ones have none."
    )
    inherit_overlap: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="Least overlap (shared members divided by members of either) at which a"
        " community inherits the number of an old one.",
    )
    name_min_share: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="Share of a community's members that must have a genre, city or venue"
        " before it can name the community.",
    )


class BridgeConfig(Section):
    """Betweenness, exact on small networks, sampled on large ones."""

    sample_above: int = Field(
        default=5000, ge=1, description="Connected artists above which betweenness is sampled."
    )
    sample_size: int = Field(default=512, ge=1, description="Artists sampled as starts of paths.")
    sample_seed: int = Field(default=20260101, ge=0, description="Random start of the sampling.")


class PublicationConfig(Section):
    """When scores are written at once, and when they are doubted."""

    one_transaction_max: int = Field(
        default=100_000,
        ge=0,
        description="Artists at most whose scores are written in one transaction.",
    )
    batch_rows: int = Field(default=5000, ge=1, description="Artists per statement.")
    transaction_timeout_s: float = Field(
        default=300, gt=0, description="Seconds a writing transaction may take."
    )
    rank_sum_error: float = Field(
        default=1e-9, gt=0, description="Distance of the sum of ranks from 1 that is rounding."
    )
    community_count_drift: float = Field(
        default=0.2, ge=0, description="Share by which the number of communities may change."
    )
    top_ranked: int = Field(default=100, ge=1, description="Highest ranked artists compared.")
    top_overlap: float = Field(
        default=0.6, ge=0, le=1, description="Share of them that must have been there before."
    )
    hold_implausible: bool = Field(
        default=False,
        description="Whether scores beyond these limits are held back; else it is only reported.",
    )


class NetworkConfig(Section):
    """The scoring configuration of the network."""

    FORMULAS: ClassVar[int] = 1
    """Raised when a formula changes."""

    concurrency: ClassVar[int] = 1
    """Threads of an algorithm whose result is stored: with more, results differ by run."""

    pagerank: PageRankConfig = Field(default=PageRankConfig(), description="Centrality.")
    communities: CommunityConfig = Field(default=CommunityConfig(), description="Communities.")
    bridge: BridgeConfig = Field(default=BridgeConfig(), description="Bridges.")
    publication: PublicationConfig = Field(
        default=PublicationConfig(), description="Writing the scores."
    )

    @property
    def version(self) -> str:
        """Name of this configuration, equal for equal formulas and constants."""
        scoring = self.model_dump_json(exclude={"publication"})
        digest = hashlib.blake2b(scoring.encode(), digest_size=4).hexdigest()
        return f"network-{self.FORMULAS}-{digest}"
