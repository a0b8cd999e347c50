"""Who could be booked in a year: locals of a scene, guests from its city, its genre, anywhere."""

from collections.abc import Iterable, Sequence
from random import Random

from loaders.world.config import WorldConfig
from loaders.world.dice import Pool
from loaders.world.people import Artist
from loaders.world.scenes import Scene

GUEST_FROM_GENRE = 0.5
GUEST_FROM_CITY = 0.35


class BookingPools:
    """Weighted pools of artists, made once a scene, city, genre and year.

    Args:
        config: The world.
        artists: All artists; those who only play alone are left out.
    """

    def __init__(self, config: WorldConfig, artists: Sequence[Artist]) -> None:
        self._config = config
        self._artists = [artist for artist in artists if not artist.alone]
        self._pools: dict[tuple[str, str, int, float], Pool[int]] = {}

    def locals(self, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the scene; `pull` is the exponent of fame, large for a house of the famous."""
        chosen = (a for a in self._artists if a.scene.index == scene.index)
        return self._pool(("scene", str(scene.index), year, pull), chosen)

    def guests(self, dice: Random, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the same genre anywhere, of the same city, or of the whole world."""
        place = dice.random()
        if place < GUEST_FROM_GENRE:
            name = scene.genre.name
            chosen = (a for a in self._artists if a.scene.genre.name == name)
            return self._pool(("genre", name, year, pull), chosen)
        if place < GUEST_FROM_GENRE + GUEST_FROM_CITY:
            return self.in_city(scene, year, pull)
        return self.anywhere(year, pull)

    def anywhere(self, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the whole world."""
        return self._pool(("world", "", year, pull), self._artists)

    def in_city(self, scene: Scene, year: int, pull: float = 1.0) -> Pool[int]:
        """Artists of the scene's city, of whatever genre."""
        name = scene.city.name
        chosen = (a for a in self._artists if a.scene.city.name == name)
        return self._pool(("city", name, year, pull), chosen)

    def _pool(self, key: tuple[str, str, int, float], artists: Iterable[Artist]) -> Pool[int]:
        if key not in self._pools:
            _, _, year, pull = key
            people = self._config.people
            active = [a for a in artists if a.activity(year, people) > 0]
            weights = [a.fame**pull * a.activity(year, people) for a in active]
            self._pools[key] = Pool([a.index for a in active], weights)
        return self._pools[key]
