"""Numbers of artists on platforms over time: monthly, then weekly before the as-of date."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from random import Random

from loaders.feed_format import MetricLine
from loaders.feed_format.base import MetricType, PlatformCode
from loaders.world.artist_lines import Presence
from loaders.world.config import MetricShape, WorldConfig
from loaders.world.dice import stream
from loaders.world.ground import Ground
from loaders.world.people import Artist

COUNTED: tuple[tuple[PlatformCode, MetricType, float], ...] = (
    ("spotify", "followers", 1.0),
    ("spotify", "monthly_listeners", 3.0),
    ("soundcloud", "followers", 1.2),
    ("soundcloud", "plays", 60.0),
    ("youtube", "subscribers", 0.3),
    ("youtube", "views", 40.0),
    ("instagram", "followers", 1.5),
    ("ra", "followers", 0.15),
    ("bandcamp", "supporters", 0.03),
    ("beatport", "followers", 0.2),
    ("discogs", "have", 0.1),
)
"""Platform, metric, and its size in followers."""

RISING_GROWTH = 0.9
RISING_YEARS = 5.0
STEADY_GROWTH = 0.06
ENDED_GROWTH = -0.08
GROWTH_SIGMA = 0.12
BREAKOUT_SHARE = 0.03
BREAKOUT_GROWTH = 1.6
PLATFORM_SIGMA = 0.7
WEEK_DAYS = 7
YEAR_DAYS = 365.25


def reading_days(config: WorldConfig) -> tuple[date, ...]:
    """First days of months, then every week, the as-of date last."""
    weekly_from = config.as_of - timedelta(days=config.metrics.weekly_days)
    start = config.as_of.replace(year=config.as_of.year - config.metrics.years, day=1)
    days: list[date] = []
    day = start
    while day < weekly_from:
        days.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    weeks = range(config.metrics.weekly_days // WEEK_DAYS, -1, -1)
    days += [config.as_of - timedelta(days=WEEK_DAYS * week) for week in weeks]
    return tuple(days)


def metric_lines(ground: Ground, presence: Presence) -> Iterator[MetricLine]:
    """One line an artist, platform, metric and year."""
    dice = stream(ground.config.seed, "metrics")
    days = reading_days(ground.config)
    years = [(year, tuple(found)) for year, found in groupby(days, lambda day: day.year)]
    ages = [(ground.config.as_of - day).days / YEAR_DAYS for day in days]
    number = 0
    for artist in ground.artists:
        growth = _growth(dice, artist, ground.config)
        for platform, metric_type, size in COUNTED:
            if platform not in presence[artist.index]:
                continue
            values = _values(dice, artist, ground.config.metrics, size, growth, ages)
            at = 0
            for year, found in years:
                number += 1
                yield MetricLine(
                    id=f"metric-{number:07d}",
                    artist=artist.id,
                    platform=platform,
                    metric_type=metric_type,
                    year=year,
                    dates=found,
                    values=tuple(values[at : at + len(found)]),
                )
                at += len(found)


def _growth(dice: Random, artist: Artist, config: WorldConfig) -> float:
    """Yearly logarithmic growth: fast at first, then steady, shrinking after the last year."""
    if artist.last_year < config.as_of.year:
        usual = ENDED_GROWTH
    else:
        age = config.as_of.year - artist.first_year
        usual = STEADY_GROWTH + RISING_GROWTH * math.exp(-age / RISING_YEARS)
    breakout = BREAKOUT_GROWTH if dice.random() < BREAKOUT_SHARE else 0.0
    return usual + breakout + dice.gauss(0, GROWTH_SIGMA)


def _values(
    dice: Random, artist: Artist, shape: MetricShape, size: float, growth: float, ages: list[float]
) -> list[float]:
    """Readings of one metric; `ages` are years before the as-of date."""
    today = shape.followers_median * size * artist.fame**shape.followers_exponent
    today *= dice.lognormvariate(0, PLATFORM_SIGMA)
    noise = shape.noise
    return [
        float(round(today * math.exp(-growth * age) * (1 + noise * (2 * dice.random() - 1))))
        for age in ages
    ]
