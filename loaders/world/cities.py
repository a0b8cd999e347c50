"""Real cities as the stage; everything that happens in them is invented."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.feed_format import CityLine
from loaders.world.config import WorldConfig

CITY_LARGEST = 40
CITY_FEWEST = 4


class City(NamedTuple):
    """A city, how much of the world's nightlife it holds, and about how many people live there."""

    name: str
    country: str
    lat: float
    lon: float
    timezone: str
    weight: float
    population: int

    @property
    def id(self) -> str:
        """Partner id of its line."""
        return f"city-{self.name.lower().replace(' ', '-')}"


CITIES = (
    City("Berlin", "DE", 52.52, 13.405, "Europe/Berlin", 10, 3_700_000),
    City("London", "GB", 51.507, -0.128, "Europe/London", 10, 8_900_000),
    City("New York", "US", 40.713, -74.006, "America/New_York", 6, 8_500_000),
    City("Amsterdam", "NL", 52.373, 4.892, "Europe/Amsterdam", 5.5, 870_000),
    City("Paris", "FR", 48.857, 2.352, "Europe/Paris", 5, 2_100_000),
    City("Detroit", "US", 42.331, -83.046, "America/Detroit", 2, 640_000),
    City("Tokyo", "JP", 35.69, 139.692, "Asia/Tokyo", 3.5, 14_000_000),
    City("Melbourne", "AU", -37.814, 144.963, "Australia/Melbourne", 2.5, 5_000_000),
    City("Barcelona", "ES", 41.385, 2.173, "Europe/Madrid", 3.5, 1_600_000),
    City("Manchester", "GB", 53.48, -2.242, "Europe/London", 2.5, 550_000),
    City("Los Angeles", "US", 34.052, -118.244, "America/Los_Angeles", 3.5, 3_900_000),
    City("Sao Paulo", "BR", -23.55, -46.633, "America/Sao_Paulo", 2.5, 12_300_000),
    City("Tbilisi", "GE", 41.715, 44.827, "Asia/Tbilisi", 1.3, 1_200_000),
    City("Glasgow", "GB", 55.861, -4.25, "Europe/London", 1.5, 630_000),
    City("Chicago", "US", 41.878, -87.63, "America/Chicago", 2.2, 2_700_000),
    City("Cologne", "DE", 50.938, 6.96, "Europe/Berlin", 1.5, 1_080_000),
    City("Milan", "IT", 45.464, 9.19, "Europe/Rome", 1.8, 1_370_000),
    City("Lisbon", "PT", 38.722, -9.139, "Europe/Lisbon", 1.5, 550_000),
    City("Brussels", "BE", 50.85, 4.352, "Europe/Brussels", 1.6, 1_200_000),
    City("Auckland", "NZ", -36.848, 174.763, "Pacific/Auckland", 1, 1_500_000),
    City("Bristol", "GB", 51.455, -2.588, "Europe/London", 1.4, 470_000),
    City("Leipzig", "DE", 51.34, 12.375, "Europe/Berlin", 1, 600_000),
    City("Buenos Aires", "AR", -34.604, -58.382, "America/Argentina/Buenos_Aires", 1.5, 3_100_000),
    City("Mexico City", "MX", 19.433, -99.133, "America/Mexico_City", 1.6, 9_200_000),
    City("Copenhagen", "DK", 55.676, 12.568, "Europe/Copenhagen", 1.2, 640_000),
    City("Stockholm", "SE", 59.329, 18.069, "Europe/Stockholm", 1.1, 980_000),
    City("Vienna", "AT", 48.208, 16.373, "Europe/Vienna", 1.1, 1_900_000),
    City("Warsaw", "PL", 52.23, 21.012, "Europe/Warsaw", 1.1, 1_800_000),
    City("Seoul", "KR", 37.566, 126.978, "Asia/Seoul", 1.4, 9_600_000),
    City("Sydney", "AU", -33.869, 151.209, "Australia/Sydney", 1.6, 5_200_000),
    City("Montreal", "CA", 45.502, -73.567, "America/Toronto", 1.3, 1_800_000),
    City("Toronto", "CA", 43.653, -79.383, "America/Toronto", 1.2, 2_800_000),
    City("Zurich", "CH", 47.377, 8.541, "Europe/Zurich", 1.1, 430_000),
    City("Dublin", "IE", 53.35, -6.26, "Europe/Dublin", 0.9, 590_000),
    City("Prague", "CZ", 50.075, 14.438, "Europe/Prague", 0.9, 1_300_000),
    City("Budapest", "HU", 47.498, 19.04, "Europe/Budapest", 0.9, 1_700_000),
    City("Johannesburg", "ZA", -26.204, 28.047, "Africa/Johannesburg", 1.2, 5_600_000),
    City("Nairobi", "KE", -1.292, 36.822, "Africa/Nairobi", 0.7, 4_400_000),
    City("Mumbai", "IN", 19.076, 72.878, "Asia/Kolkata", 0.9, 12_500_000),
    City("Wellington", "NZ", -41.287, 174.776, "Pacific/Auckland", 0.6, 210_000),
)


def choose_cities(config: WorldConfig) -> tuple[City, ...]:
    """The cities of a world: few in a small one, the most important first."""
    wanted = round(config.artists**0.5 / 3)
    return CITIES[: min(CITY_LARGEST, max(CITY_FEWEST, wanted))]


def city_lines(cities: Sequence[City]) -> Iterator[CityLine]:
    """One line a city."""
    for city in cities:
        yield CityLine(
            id=city.id,
            name=city.name,
            country=city.country,
            lat=city.lat,
            lon=city.lon,
            timezone=city.timezone,
            population=city.population,
        )
