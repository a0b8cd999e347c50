"""On which day a night happens."""

from datetime import date, timedelta
from random import Random

from loaders.world.config import WorldConfig
from loaders.world.dice import Pool

WEEKDAYS = Pool(range(7), (3, 4, 6, 11, 34, 34, 8))
"""Monday to Sunday; most nights start on a Friday or Saturday."""

YEARLY_GROWTH = 1.03
ANNOUNCED_DAYS = 90


class Calendar:
    """Days of a world.

    Args:
        config: The world.
    """

    def __init__(self, config: WorldConfig) -> None:
        self._as_of = config.as_of
        self._first_year = config.first_year
        self._years: dict[tuple[int, int], Pool[int]] = {}

    def year(self, dice: Random, first: int, last: int) -> int:
        """A year of a span, cut to the years of the world; later years hold more nights."""
        start = min(max(first, self._first_year), self._as_of.year)
        end = max(start, min(last, self._as_of.year))
        if (start, end) not in self._years:
            years = range(start, end + 1)
            self._years[start, end] = Pool(years, [self._weight(year) for year in years])
        return self._years[start, end].draw(dice)

    def _weight(self, year: int) -> float:
        passed = self._as_of.timetuple().tm_yday / 365 if year == self._as_of.year else 1.0
        return passed * YEARLY_GROWTH ** (year - self._first_year)

    def day(self, dice: Random, year: int) -> date:
        """A day of the year, not after the as-of date, on a likely weekday."""
        last = min(date(year, 12, 31), self._as_of)
        monday = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
        weeks = (last - monday).days // 7
        day = monday + timedelta(weeks=dice.randint(0, weeks), days=WEEKDAYS.draw(dice))
        return min(max(day, date(year, 1, 1)), last)

    def announced_day(self, dice: Random) -> date:
        """A day soon after the as-of date."""
        return self._as_of + timedelta(days=dice.randint(1, ANNOUNCED_DAYS))
