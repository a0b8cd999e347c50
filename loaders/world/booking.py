"""Who could be booked in a year: locals of a scene, guests from its city, its genre, anywhere."""

from collections.abc import Sequence
from random import Random

from loaders.world.config import WorldConfig
from loaders.world.dice import Pool
from loaders.world.people import Artist
from loaders.world.scenes import Scene

GUEST_FROM_GENRE = 0.5
GUEST_FROM_CITY = 0.35
WORLD = "the world"


class BookingPools:
    """Weighted pools of artists, made once a scene, city, genre and year.

    Args:
        config: The world.
        artists: All artists; those who only play alone are left out.
    """

    def __init__(self, config: WorldConfig, artists: Sequence[Artist]) -> None:
        self._config = config
        self._pools: dict[tuple[str, int, float], Pool[int]] = {}
        self._artists: dict[str, list[Artist]] = {}
        for artist in artists:
            scene = artist.scene
            if not artist.alone:
                for place in (WORLD, scene.key, scene.city.name, scene.genre.name):
                    self._artists.setdefault(place, []).append(artist)

    def locals(self, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the scene; `pull` is the exponent of fame, large for a house of the famous."""
        return self._pool(scene.key, year, pull)

    def guests(self, dice: Random, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the same genre anywhere, of the same city, or of the whole world."""
        place = dice.random()
        if place < GUEST_FROM_GENRE:
            return self._pool(scene.genre.name, year, pull)
        if place < GUEST_FROM_GENRE + GUEST_FROM_CITY:
            return self.in_city(scene, year, pull)
        return self.anywhere(year, pull)

    def in_city(self, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the scene's city, of whatever genre."""
        return self._pool(scene.city.name, year, pull)

    def anywhere(self, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the whole world."""
        return self._pool(WORLD, year, pull)

    def _pool(self, place: str, year: int, pull: float) -> Pool[int]:
        key = (place, year, pull)
        if key not in self._pools:
            people = self._config.people
            found = [(a, a.activity(year, people)) for a in self._artists.get(place, ())]
            active = [(a, activity) for a, activity in found if activity > 0]
            weights = [a.fame**pull * activity for a, activity in active]
            self._pools[key] = Pool([a.index for a, _ in active], weights)
        return self._pools[key]
