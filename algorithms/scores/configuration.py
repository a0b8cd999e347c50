"""The one scoring configuration: every weight and threshold with its mark and a sentence.

A value marked `S` is stated by a source document and exact; one marked `P` is our proposal where
the sources are silent.
"""

import hashlib
import math
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Section(BaseModel):
    """Constants of one score."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def stated(value: float | tuple[str, ...], description: str, **bounds: Any) -> Any:
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


class LabelPrestigeConfig(Section):
    """Prestige and tiers of labels."""

    influence: float = proposed(0.25, "Weight of years and notable former artists.", ge=0, le=1)
    roster: float = proposed(0.25, "Weight of how central the roster is.", ge=0, le=1)
    release_quality: float = proposed(0.20, "Weight of the best chart place.", ge=0, le=1)
    distribution: float = proposed(0.10, "Weight of independent distribution.", ge=0, le=1)
    recognition: float = proposed(0.20, "Weight of the mixes that play its records.", ge=0, le=1)
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known parts below which there is no prestige.", ge=0, le=1
    )
    long_years: float = proposed(25, "Years active that count as long.", gt=0)
    notable_pct: float = proposed(
        90, "Centrality percentile from which a former artist is notable.", ge=0, le=100
    )
    growth_months: int = proposed(
        12, "Months whose releases are compared with those of as many months before.", ge=1
    )
    legendary_from: float = proposed(85, "Prestige of a legendary label, at least.")
    legendary_years: float = proposed(15, "Years active of a legendary label, at least.")
    established_from: float = proposed(65, "Prestige of an established label, at least.")
    rising_from: float = proposed(40, "Prestige of a rising label, at least.")
    rising_growth_pct: float = proposed(
        80, "Percentile among labels that the growth of a rising one reaches.", ge=0, le=100
    )
    legendary_names: tuple[str, ...] = stated(
        ("Tresor", "Ostgut Ton", "Warp", "R&S", "Planet E"), "Labels preset as legendary."
    )
    established_names: tuple[str, ...] = stated(
        ("Running Hot", "Perlon", "Clone", "Kompakt"), "Labels preset as established."
    )


class MixPrestigeConfig(Section):
    """Prestige of the platforms that host mixes, where no source gives one."""

    essential_mix: float = proposed(95, "Prestige of the Essential Mix.", ge=0, le=100)
    resident_advisor: float = proposed(90, "Prestige of Resident Advisor's podcast.", ge=0, le=100)
    boiler_room: float = proposed(90, "Prestige of Boiler Room.", ge=0, le=100)
    dekmantel: float = proposed(85, "Prestige of Dekmantel's podcast.", ge=0, le=100)
    uploads: float = proposed(
        20, "Prestige of what users upload to SoundCloud or Mixcloud.", ge=0, le=100
    )


class ReachConfig(Section):
    """Reach on platforms: streams and followers, on a logarithmic scale."""

    streaming: float = proposed(0.6, "Weight of the streams.", ge=0, le=1)
    social: float = proposed(0.4, "Weight of the followers.", ge=0, le=1)
    soundcloud_plays_per_listener: int = stated(
        100, "Plays on SoundCloud that count as one monthly listener.", ge=1
    )
    youtube_views_per_listener: int = stated(
        1000, "Views on YouTube that count as one monthly listener.", ge=1
    )
    top_percentile: float = proposed(
        99.9, "Percentile of all totals that counts as 100.", gt=0, le=100
    )


class UndergroundConfig(Section):
    """The Underground Authenticity Index."""

    label_independence: float = stated(0.20, "Weight of releases on independent labels.")
    vinyl_ratio: float = stated(0.10, "Weight of releases pressed on vinyl.")
    club_ratio: float = stated(0.15, "Weight of sets in small clubs rather than at festivals.")
    platform_balance: float = stated(0.15, "Weight of SoundCloud beside Spotify.")
    free_content: float = stated(0.10, "Weight of mixes beside releases.")
    scene_contribution: float = stated(0.15, "Weight of events, labels and groups of its own.")
    longevity: float = stated(0.15, "Weight of years active without having become big.")
    purist_from: float = stated(90, "Index at which PURIST begins.")
    scene_core_from: float = stated(70, "Index at which SCENE_CORE begins.")
    crossover_from: float = stated(50, "Index at which CROSSOVER_POTENTIAL begins.")
    commercial_from: float = stated(30, "Index at which COMMERCIAL_LEANING begins.")
    coverage_min: float = proposed(0.6, "Least sum of the weights of known factors.")
    factors_min: int = proposed(4, "Least number of known factors.", ge=1)
    club_capacity_max: int = proposed(1500, "People a club holds at most.", ge=1)
    club_months: int = proposed(24, "Months of sets that count.", ge=1)
    content_months: int = proposed(36, "Months of mixes and releases that count.", ge=1)
    soundcloud_plays_per_listener: int = stated(
        100, "Plays on SoundCloud that count as one monthly listener, as in reach.", ge=1
    )
    organised_months: int = proposed(24, "Months of organised events that count.", ge=1)
    event_organised: float = proposed(0.5, "Effort of an event organised.", ge=0)
    group_founded: float = proposed(1.5, "Effort of a collective or series founded.", ge=0)
    membership: float = proposed(0.5, "Effort of a membership in a collective.", ge=0)
    label_founded: float = proposed(1.0, "Effort of a label founded.", ge=0)
    mentee: float = proposed(1.0, "Effort of an artist mentored.", ge=0)
    contribution_scale: float = proposed(4.0, "Effort at which 1 - 1/e of all is reached.", gt=0)
    long_years: float = proposed(15.0, "Years active that count as long.", gt=0)
    big_from: float = proposed(70.0, "Reach from which longevity counts less.", ge=0, lt=100)


class StageConfig(Section):
    """Career stages, a decision list: the first whose tests hold."""

    inactive_months: int = proposed(24, "Months without event and release that end a career.", ge=1)
    legacy_most_events: float = proposed(30, "Events a year there once were, at least.")
    legacy_share: float = proposed(0.5, "Share of that at most, now.", gt=0, lt=1)
    legacy_years: float = proposed(10, "Years active, at least.")
    legacy_prestige_pct: float = proposed(
        75, "Percentile among artists that the mean prestige of the events reaches.", ge=0, le=100
    )
    peak_share: float = proposed(0.9, "Share of the most events a year, at least.", gt=0, le=1)
    peak_headliner_ratio: float = proposed(0.6, "Share of sets as headliner, at least.")
    peak_countries: float = proposed(8, "Countries of a year, at least.")
    established_events: float = stated(30, "Events a year, at least; also of a peak.")
    established_headliner_ratio: float = proposed(0.5, "Share of sets as headliner, at least.")
    established_festivals: float = proposed(2, "Festivals of a year, at least.")
    breaking_events: float = stated(10, "Events a year, at least.")
    early_breaking_events: float = stated(5, "Events a year, at least, with a festival.")
    early_breaking_festivals: float = proposed(1, "Festivals of a year then, at least.")
    early_breaking_tiers: float = proposed(2, "Tiers of venues of a year then, at least.")
    settling_days: int = proposed(28, "Days a new stage is found before it is published.", ge=0)


class SlotConfig(Section):
    """Places in the night by the local hour a set starts at; headliners start from midnight."""

    closing_from: float = stated(2, "Hour from which it closes the night.", ge=0, le=24)
    daytime_from: float = proposed(12, "Hour from which it is of the day.", ge=0, le=24)
    warm_up_from: float = stated(20, "Hour from which it warms up.", ge=0, le=24)
    prime_time_from: float = stated(22, "Hour from which it is at prime time.", ge=0, le=24)


class BookingConfig(Section):
    """How an artist is booked."""

    prestige: float = proposed(
        0.35, "Weight of the percentile of the prestige of the nights together.", ge=0, le=1
    )
    headliner_ratio: float = proposed(0.25, "Weight of the share of sets as headliner.", ge=0, le=1)
    tier_progression: float = proposed(
        0.20, "Weight of the percentile of the slope of venue tiers.", ge=0, le=1
    )
    spread: float = proposed(
        0.20, "Weight of the percentile of distinct venues times countries.", ge=0, le=1
    )
    days: int = proposed(365, "Days of nights that count, but for the slope.", ge=1)
    progression_sets: int = proposed(20, "Last nights that the slope is taken over.", ge=2)
    progression_sets_min: int = proposed(
        3, "Nights at venues of known tier below which there is no slope.", ge=2
    )
    coverage_min: float = proposed(0.6, "Least sum of the weights of known parts.", ge=0, le=1)


class ArtistPrestigeConfig(Section):
    """Prestige of an artist: the labels it releases on and the nights it plays."""

    labels: float = proposed(0.6, "Weight of its labels.", ge=0, le=1)
    events: float = proposed(0.4, "Weight of the mean prestige of its nights.", ge=0, le=1)
    best_label: float = proposed(0.7, "Share of the best label in that of the labels.", ge=0, le=1)
    top_labels: int = proposed(3, "Labels whose mean is the rest.", ge=1)
    half_life_days: float = proposed(
        730, "Days after the last release in which a label comes to count half.", gt=0
    )
    event_days: int = proposed(365, "Days of nights that count.", ge=1)
    coverage_min: float = proposed(0.4, "Least sum of the weights of known parts.", ge=0, le=1)


class MomentumConfig(Section):
    """Momentum: the last months beside the ones before, among artists of the same stage."""

    follower_growth: float = proposed(0.30, "Weight of the growth of followers.", ge=0, le=1)
    booking_increase: float = proposed(0.25, "Weight of nights more than before.", ge=0, le=1)
    label_progression: float = proposed(0.15, "Weight of better labels than before.", ge=0, le=1)
    centrality_change: float = proposed(
        0.20, "Weight of the change of the centrality percentile.", ge=0, le=1
    )
    mix_rate: float = proposed(0.10, "Weight of mixes more than before.", ge=0, le=1)
    days: int = proposed(180, "Days of either window.", ge=1)
    followers_tolerance_days: int = proposed(
        16, "Days a reading of followers may lie beside its date; many are monthly.", ge=0
    )
    history_tolerance_days: int = proposed(
        31, "Days by which an earlier centrality may lie beside the date it is for.", ge=0
    )
    peers_min: int = proposed(20, "Peers of the same stage below which all are the peers.", ge=1)
    deviations: float = proposed(
        3, "Standard deviations above the mean that are worth 100, below it 0.", gt=0
    )
    coverage_min: float = proposed(0.4, "Least sum of the weights of known inputs.", ge=0, le=1)


class GrowthConfig(Section):
    """Growth of followers in percent of what they were."""

    base_min: float = proposed(100, "Followers that growth is a share of, at least.", gt=0)
    tolerance_7: int = proposed(1, "Days beside the date for growth in 7 days.", ge=0)
    tolerance_30: int = proposed(3, "Days beside the date for growth in 30 days.", ge=0)
    tolerance_90: int = proposed(7, "Days beside the date for growth in 90 days.", ge=0)


class StageWeights(Section):
    """Weights of the components of the Drift Score in one stage; their sum is 1."""

    network: float = Field(description="Weight of the centrality percentile.", ge=0, le=1)
    underground: float = Field(description="Weight of the authenticity index.", ge=0, le=1)
    momentum: float = Field(description="Weight of the momentum.", ge=0, le=1)
    reach: float = Field(description="Weight of the reach.", ge=0, le=1)
    booking: float = Field(description="Weight of the booking score.", ge=0, le=1)
    prestige: float = Field(description="Weight of the prestige.", ge=0, le=1)

    @model_validator(mode="after")
    def _sum_to_one(self) -> Self:
        if not math.isclose(total := sum(self.model_dump().values()), 1.0):
            raise ValueError(f"the weights of a stage sum to 1, not to {total:g}")
        return self


def weights_of(stage: str, mark: str, **weights: float) -> Any:
    """Weights of a stage."""
    return Field(
        default=StageWeights(**weights),
        description=f"Weights in the stage {stage.upper()}.",
        json_schema_extra={"mark": mark},
    )


class DriftConfig(Section):
    """The Drift Score."""

    emerging: StageWeights = weights_of(
        "emerging", "S",
        network=0.25, underground=0.20, momentum=0.25, reach=0.10, booking=0.10, prestige=0.10,
    )  # fmt: skip
    breaking: StageWeights = weights_of(
        "breaking", "S",
        network=0.15, underground=0.15, momentum=0.25, reach=0.15, booking=0.20, prestige=0.10,
    )  # fmt: skip
    established: StageWeights = weights_of(
        "established", "S",
        network=0.15, underground=0.10, momentum=0.10, reach=0.20, booking=0.25, prestige=0.20,
    )  # fmt: skip
    peak: StageWeights = weights_of(
        "peak", "S",
        network=0.10, underground=0.05, momentum=0.10, reach=0.25, booking=0.25, prestige=0.25,
    )  # fmt: skip
    legacy: StageWeights = weights_of(
        "legacy", "P",
        network=0.20, underground=0.15, momentum=0.05, reach=0.15, booking=0.15, prestige=0.30,
    )  # fmt: skip
    blending_days: int = proposed(
        28, "Days in which the weights of a new stage replace those of the last.", ge=1
    )
    coverage_min: float = proposed(0.6, "Least sum of the weights of known components.", ge=0, le=1)


class TrajectoryConfig(Section):
    """Trajectories, a decision list over momentum and reach."""

    breakout_momentum: float = proposed(80, "Momentum of a breakout, at least.", ge=0, le=100)
    breakout_reach: float = proposed(50, "Reach below which a breakout lies.", ge=0, le=100)
    rising_momentum: float = proposed(60, "Momentum of a rise, at least.", ge=0, le=100)
    declining_momentum: float = proposed(40, "Momentum below which it declines.", ge=0, le=100)


class EmergingConfig(Section):
    """The emerging signal: new connections to artists that are established."""

    days: int = proposed(180, "Days in which a connection counts as new.", ge=1)
    established_pct: float = proposed(
        90, "Centrality percentile from which an artist is established.", ge=0, le=100
    )
    prior_connections: float = proposed(
        5, "Connections added to those an artist has, so that one new among few is not all.", gt=0
    )


class SimilarityConfig(Section):
    """Similar artists: what two of them have in common."""

    connection: float = proposed(0.30, "Weight of the artists both are connected with.", ge=0, le=1)
    label: float = proposed(0.25, "Weight of the labels of both.", ge=0, le=1)
    event: float = proposed(0.20, "Weight of the nights both played.", ge=0, le=1)
    genre: float = proposed(0.15, "Weight of the genres of both.", ge=0, le=1)
    scene: float = proposed(0.10, "Weight of the cities both play.", ge=0, le=1)
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known dimensions below which two are not compared.", ge=0, le=1
    )
    most: int = proposed(20, "Similar artists that are kept of each.", ge=1)
    decimals: int = proposed(
        3, "Decimals of a dimension: a day that only ages connections changes few of them.", ge=1
    )


class AffiliationConfig(Section):
    """To which scenes artists belong."""

    half_life_days: float = proposed(
        730, "Days after which a night counts half, as in connections.", gt=0
    )


class SceneHealthConfig(Section):
    """How well scenes are, among those of the same kind."""

    artists: float = proposed(0.25, "Weight of the artists of the year.", ge=0, le=1)
    nights: float = proposed(
        0.25, "Weight of how many nights there are, and at how many venues.", ge=0, le=1
    )
    labels: float = proposed(0.15, "Weight of the labels based there.", ge=0, le=1)
    genres: float = proposed(0.15, "Weight of how many genres its artists bear.", ge=0, le=1)
    growth: float = proposed(0.20, "Weight of the growth since the year before.", ge=0, le=1)
    frequency: float = proposed(
        0.5, "Share of the frequency beside that of the venues in the part `nights`.", ge=0, le=1
    )
    nights_min: int = proposed(10, "Nights a year of a scene that is compared.", ge=1)
    peers_min: int = proposed(2, "Scenes of one kind that a percentile needs.", ge=1)
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known parts below which there is no health.", ge=0, le=1
    )
    declining_to: float = proposed(-15, "Growth in % up to which a scene is declining.")
    emerging_from: float = proposed(25, "Growth in % from which a scene is emerging,")
    emerging_below: float = proposed(50, "if its health is below this.", ge=0, le=100)
    established_from: float = proposed(70, "Health from which it is established.", ge=0, le=100)
    quarters: int = proposed(3, "Quarters in a row that a scene grows fast to stand out.", ge=1)
    deviations: float = proposed(
        1, "Standard deviations above the mean of its region that are fast.", gt=0
    )
    region_min: int = proposed(
        3, "Scenes of one kind in a region that its mean and deviation need.", ge=2
    )


class ResidencyConfig(Section):
    """Residencies that show in the nights of an artist at a venue."""

    nights: int = proposed(4, "Nights there, at least.", ge=2)
    days: int = proposed(365, "Days they lie in.", ge=1)
    gap_days: int = proposed(120, "Days from one to the next at most, in the median.", ge=1)


class VenueFitConfig(Section):
    """How well artists suit venues."""

    genres: float = proposed(0.35, "Weight of the genres of both.", ge=0, le=1)
    size: float = proposed(0.35, "Weight of the tier of the venue beside the usual one.")
    co_bill: float = proposed(0.30, "Weight of the artist's connections to who plays there.")
    months: int = proposed(24, "Months of nights that count.", ge=1)
    strength_min: float = proposed(0.2, "Least strength of a connection that counts.", ge=0, le=1)
    coverage_min: float = proposed(
        0.6, "Sum of the weights of known parts below which there is no fit.", ge=0, le=1
    )


class MarketConfig(Section):
    """Cities as markets of an artist."""

    fans: float = proposed(0.6, "Weight of its fans there beside those in its best city.")
    plays: float = proposed(0.4, "Weight of its sets there beside those where it plays most.")
    untapped_pct: float = proposed(
        60, "Percentile among its cities that the share of fans in an untapped one reaches."
    )
    untapped_months: int = proposed(18, "Months without a set in an untapped one.", ge=1)


class TouringConfig(Section):
    """How artists travel."""

    trip_days: int = proposed(14, "Days to the next night of the same trip, at most.", ge=1)
    coverage_min: float = proposed(
        0.6, "Share of nights whose place is known below which no distance is told.", ge=0, le=1
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
    label_prestige: LabelPrestigeConfig = Field(
        default=LabelPrestigeConfig(), description="Prestige and tiers of labels."
    )
    mix_prestige: MixPrestigeConfig = Field(
        default=MixPrestigeConfig(), description="Prestige of platforms that host mixes."
    )
    reach: ReachConfig = Field(default=ReachConfig(), description="Reach on platforms.")
    underground: UndergroundConfig = Field(
        default=UndergroundConfig(), description="Underground Authenticity Index."
    )
    stage: StageConfig = Field(default=StageConfig(), description="Career stages.")
    affiliation: AffiliationConfig = Field(
        default=AffiliationConfig(), description="Artists and their scenes."
    )
    scene_health: SceneHealthConfig = Field(
        default=SceneHealthConfig(), description="Health and growth of scenes."
    )
    residency: ResidencyConfig = Field(
        default=ResidencyConfig(), description="Residencies that nights show."
    )
    venue_fit: VenueFitConfig = Field(
        default=VenueFitConfig(), description="Artists and venues that suit each other."
    )
    markets: MarketConfig = Field(default=MarketConfig(), description="Markets of artists.")
    touring: TouringConfig = Field(default=TouringConfig(), description="Trips of artists.")
    slots: SlotConfig = Field(default=SlotConfig(), description="Places in the night.")
    booking: BookingConfig = Field(default=BookingConfig(), description="Booking of artists.")
    artist_prestige: ArtistPrestigeConfig = Field(
        default=ArtistPrestigeConfig(), description="Prestige of artists."
    )
    growth: GrowthConfig = Field(default=GrowthConfig(), description="Growth of followers.")
    momentum: MomentumConfig = Field(default=MomentumConfig(), description="Momentum.")
    drift: DriftConfig = Field(default=DriftConfig(), description="The Drift Score.")
    trajectory: TrajectoryConfig = Field(default=TrajectoryConfig(), description="Trajectories.")
    emerging: EmergingConfig = Field(default=EmergingConfig(), description="The emerging signal.")
    similarity: SimilarityConfig = Field(
        default=SimilarityConfig(), description="Artists that are alike."
    )

    @property
    def version(self) -> str:
        """Name of this configuration, equal for equal formulas and constants."""
        digest = hashlib.blake2b(self.model_dump_json().encode(), digest_size=4).hexdigest()
        return f"scores-{self.FORMULAS}-{digest}"
