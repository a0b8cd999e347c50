"""How large the demo world is, and the named constants of its shape.

The defaults were tuned on 2026-11-21 against the London club nights of 2014 to 2019, so that
degrees, clustering and modularity of the two graphs are comparable (`drift world --compare`).
"""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

MEAN_DEGREE_SHARE_MAX = 0.4
"""Mean degree at most, as a share of the other artists; denser worlds have no shape."""


class Shape(BaseModel):
    """Constants of one part of the world."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PeopleShape(Shape):
    """Artists and their careers."""

    scene_size: float = Field(
        default=80, gt=1, description="Artists of a mean city and genre scene."
    )
    fame_sigma: float = Field(
        default=1.65, gt=0, description="Sigma of the log-normal fame of artists."
    )
    fame_max: float = Field(default=150, gt=1, description="Fame at most; the median is 1.")
    unconnected_share: float = Field(
        default=0.045, ge=0, le=0.5, description="Artists who only ever play alone."
    )
    alias_share: float = Field(default=0.02, ge=0, le=0.5, description="Artists who are an alias.")
    group_share: float = Field(
        default=0.06, ge=0, le=0.5, description="Artists who are a duo or group."
    )
    homonym_share: float = Field(
        default=0.004, ge=0, le=0.5, description="Artists named like another one."
    )
    career_years: float = Field(default=9, gt=0, description="Median length of a career, in years.")
    rise_years: float = Field(
        default=3, gt=0, description="Years from the first night to full activity."
    )


class NightShape(Shape):
    """Who plays with whom, when and where."""

    artists_per_series: float = Field(
        default=7, gt=0, description="Artists for each series of nights."
    )
    artists_per_venue: float = Field(default=9, gt=0, description="Artists for each venue.")
    one_off_share: float = Field(default=0.35, ge=0, le=1, description="Nights outside any series.")
    alone_share: float = Field(default=0.22, ge=0, le=1, description="Nights of one artist.")
    lineup_median: float = Field(
        default=2.45, ge=1, description="Median line-up of a shared night."
    )
    lineup_sigma: float = Field(default=0.66, gt=0, description="Log-normal sigma of line-ups.")
    lineup_max: int = Field(default=50, ge=2, le=150, description="Largest line-up of a night.")
    resident_share: float = Field(default=0.24, ge=0, le=1, description="Sets given to residents.")
    rebook_share: float = Field(
        default=0.22,
        ge=0,
        le=1,
        description="Sets given to someone already booked there this year.",
    )
    touring_share: float = Field(
        default=0.16, ge=0, le=1, description="Sets given to guests from outside."
    )
    pull_by_tier: tuple[float, float, float, float, float] = Field(
        default=(0.6, 0.8, 0.95, 1.1, 1.15),
        description="Exponent of fame in bookings of venue tiers 1 to 5.",
    )
    debut_pull: float = Field(
        default=0.38, ge=0, description="The same on the night of an artist's debut."
    )
    guest_pull: float = Field(
        default=0.8, ge=0, description="Factor on the exponent when a guest is chosen."
    )
    dense_degree: float = Field(
        default=40,
        gt=0,
        description="Mean degree from which line-ups grow with density.",
    )
    dense_lineups: float = Field(
        default=0.5, ge=0, description="Exponent with which line-ups grow with density."
    )
    artists_per_festival: float = Field(default=400, gt=0, description="Artists for each festival.")
    crew_pairs_share: float = Field(
        default=0.1, ge=0, le=0.9, description="Share of all pairs that collectives may make."
    )
    festival_pairs_share: float = Field(
        default=0.12, ge=0, le=0.9, description="Share of all pairs that festivals may make."
    )
    festival_median: float = Field(default=34, ge=2, description="Median line-up of a festival.")
    festival_max: int = Field(
        default=140, ge=2, le=150, description="Largest line-up of a festival."
    )
    cancelled_share: float = Field(default=0.012, ge=0, le=0.5, description="Nights called off.")
    unnamed_share: float = Field(
        default=0.02, ge=0, le=0.5, description="Nights whose line-up nobody wrote down."
    )
    pulled_out_share: float = Field(
        default=0.01, ge=0, le=0.5, description="Nights of three or more that one act pulls out of."
    )
    month_only_share: float = Field(default=0.03, ge=0, le=0.5, description="Nights without a day.")
    announced_share: float = Field(
        default=0.01, ge=0, le=0.5, description="Nights after the as-of date."
    )
    timed_share: float = Field(default=0.45, ge=0, le=1, description="Nights with set times.")
    b2b_share: float = Field(default=0.07, ge=0, le=1, description="Shared nights with a b2b set.")


class CatalogueShape(Shape):
    """Labels, releases and mixes."""

    artists_per_label: float = Field(default=12, gt=0, description="Artists for each label.")
    label_pairs_share: float = Field(
        default=0.18, ge=0, le=0.9, description="Share of all pairs that label rosters may make."
    )
    roster_max: int = Field(default=120, ge=2, le=200, description="Largest roster.")
    collab_share: float = Field(default=0.14, ge=0, le=1, description="Releases by two artists.")
    remix_share: float = Field(default=0.12, ge=0, le=1, description="Tracks that are a remix.")
    self_release_share: float = Field(
        default=0.2, ge=0, le=1, description="Artists with self-releases."
    )
    mixes_per_artist: float = Field(
        default=0.6, ge=0, description="Mean number of mixes of an artist."
    )


class MetricShape(Shape):
    """Numbers on platforms."""

    years: int = Field(
        default=3, ge=1, le=20, description="Years of readings before the as-of date."
    )
    weekly_days: int = Field(default=182, ge=0, description="Days before it that are read weekly.")
    followers_median: float = Field(
        default=900, gt=0, description="Followers of an artist of fame 1."
    )
    followers_exponent: float = Field(
        default=1.3, gt=0, description="How followers grow with fame."
    )
    noise: float = Field(default=0.004, ge=0, description="Relative noise of one reading.")


class AudienceShape(Shape):
    """Where the audiences of artists live."""

    known_share: float = Field(
        default=0.85, ge=0, le=1, description="Artists on a platform that tells, of those who are."
    )
    home: float = Field(default=3.0, ge=0, description="Weight of the city an artist is from.")
    played: float = Field(
        default=1.0, ge=0, description="Weight of a city played, times the logarithm of the sets."
    )
    world: float = Field(
        default=5.0,
        ge=0,
        description="Weight of all cities together, by their size, played or not.",
    )
    sigma: float = Field(default=1.0, ge=0, description="Log-normal sigma of each weight.")
    in_cities: tuple[float, float] = Field(
        default=(0.5, 0.85), description="Share of an audience that lives in these cities, range."
    )
    share_least: float = Field(
        default=0.004, ge=0, lt=1, description="Share below which a city is not told."
    )
    cities_most: int = Field(default=20, ge=1, description="Cities told of an audience at most.")


class WorldConfig(Shape):
    """A whole world. The same configuration gives the same bytes."""

    artists: int = Field(default=500, ge=50, le=50_000, description="Artist lines.")
    edges: int = Field(default=10_000, ge=50, description="Connected pairs of artists aimed at.")
    seed: int = Field(default=1, ge=0, description="Seed of every random stream.")
    as_of: date = Field(default=date(2026, 11, 1), description="Today, in the world.")
    years: int = Field(
        default=10, ge=2, le=30, description="Years of nights before the as-of date."
    )
    people: PeopleShape = PeopleShape()
    nights: NightShape = NightShape()
    catalogue: CatalogueShape = CatalogueShape()
    metrics: MetricShape = MetricShape()
    audiences: AudienceShape = AudienceShape()

    @model_validator(mode="after")
    def edges_fit_the_artists(self) -> Self:
        """At least one pair an artist, and no denser than a scene can be."""
        most = int(MEAN_DEGREE_SHARE_MAX * self.artists * (self.artists - 1) / 2)
        if not self.artists <= self.edges <= most:
            raise ValueError(
                f"{self.artists} artists take {self.artists} to {most} edges, not {self.edges}"
            )
        return self

    @property
    def mean_degree(self) -> float:
        """Connected artists of a mean artist."""
        return 2 * self.edges / self.artists

    @property
    def density(self) -> float:
        """Mean degree over the one the shape was tuned at, at least 1."""
        return max(1.0, self.mean_degree / self.nights.dense_degree)

    @property
    def first_year(self) -> int:
        """Year of the first nights."""
        return self.as_of.year - self.years + 1
