"""What artists are booked for, as the columns of their booking scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from algorithms.scores.booking import tier_slopes
from algorithms.scores.careers import codes
from algorithms.scores.compute_places import Places
from algorithms.scores.configuration import BookingConfig
from algorithms.scores.groups import distinct_by, sums_by
from algorithms.scores.nights import NOWHERE, Nights
from algorithms.scores.parts import Floats


@dataclass(frozen=True)
class Bookings:
    """The nights of N artists; NaN is unknown. Length N each.

    Attributes:
        prestige: Prestige of the nights of a year together, NaN where it is known of none.
        tier_slope: Venue tiers gained a night, over the last nights.
        spread: Distinct venues of a year times distinct countries.
    """

    prestige: Floats
    tier_slope: Floats
    spread: Floats


def bookings_of(
    nights: Nights, places: Places, ids: Sequence[str], as_of: date, config: BookingConfig
) -> Bookings:
    """The bookings of artists, in the order of `ids`."""
    artist, size = nights.places_among(ids), len(ids)
    year = nights.after(as_of - timedelta(days=config.days))[nights.night]
    venue = np.where(nights.venue == NOWHERE, np.nan, nights.venue)[nights.night]
    country = codes(places.country)[nights.night]
    return Bookings(
        prestige=sums_by(artist[year], places.prestige[nights.night[year]], size),
        tier_slope=tier_slopes(
            artist, nights.day[nights.night], places.tier[nights.night], size, config
        ),
        spread=distinct_by(artist, venue, year, size) * distinct_by(artist, country, year, size),
    )
