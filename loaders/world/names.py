"""Invented names. They are put together from made-up syllables and never looked up anywhere."""

from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ONSETS = _words(
    """
    b br d dr f fl g gr h j k kl kr l m n p pr r s sk sl sn st sv t tr v vr w y z zh th sh
    """
)
VOWELS = _words(
    """
    a a a e e e i i i o o o u u y ai au ei ia io ou
    """
)
CODAS = ("", "", "", "l", "n", "r", "s", "k", "m", "th", "x", "lt", "nd", "rn", "sk")
THINGS = _words(
    """
    Harbour Circuit Lantern Meridian Static Concrete Velvet Orbit Cellar Signal Quarry Tide
    Prism Furnace Parade Mirror Vault Garden Engine Canal Depot Silo Arcade Pavilion
    """
)
NIGHTS = _words(
    """
    Afterglow Pressure Nocturne Overtime Undertow Blackout Daybreak Gravity Lowlight Daytrip
    Redshift Backroom Longplay Heatwave Slowburn Nightshift Darkroom Openair Sidestep Freefall
    """
)
TITLES = _words(
    """
    Drift Pulse Fold Shadow Motion Grain Echo Bloom Fracture Loop Haze Vector Salt Iron Glass
    Ember Distance Mantra Signal Root Weather Spiral Tremor Halo Border Cobalt
    """
)
LABEL_WORDS = _words(
    """
    Records Recordings Audio Editions Traxx Music Discs Sounds Tapes
    """
)
MIX_WORDS = _words(
    """
    Podcast Radio Sessions Mixtape Transmission Broadcast Tapes Stream
    """
)


def syllables(dice: Random, count: int) -> str:
    """A capitalised word of so many invented syllables."""
    word = "".join(
        dice.choice(ONSETS) + dice.choice(VOWELS) + (dice.choice(CODAS) if last else "")
        for last in (index == count - 1 for index in range(count))
    )
    return word.capitalize()


class Names:
    """Gives out names, each once.

    Args:
        dice: The random stream of names.
    """

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._taken: set[str] = set()

    def _first_free(self, *patterns: str) -> str:
        while True:
            name = self._filled(self._dice.choice(patterns))
            if name.casefold() not in self._taken:
                self._taken.add(name.casefold())
                return name

    def _filled(self, pattern: str) -> str:
        dice = self._dice
        return pattern.format(
            short=syllables(dice, 1 + (dice.random() < 0.7)),
            long=syllables(dice, 2 + (dice.random() < 0.3)),
            other=syllables(dice, 2),
            thing=dice.choice(THINGS),
            night=dice.choice(NIGHTS),
            label=dice.choice(LABEL_WORDS),
            mix=dice.choice(MIX_WORDS),
        )

    def person(self) -> str:
        """A stage name of one person."""
        person = "{short} {long}"
        return self._first_free(
            person, person, person, person, "{long}", "DJ {long}", "{long}.{short}"
        )

    def duo(self) -> str:
        """A name of two."""
        return self._first_free("{long} & {other}", "{long} {thing}", "{long} Twins")

    def group(self) -> str:
        """A name of several."""
        return self._first_free("{long} {thing}", "The {long} {thing}", "{long} Ensemble")

    def venue(self) -> str:
        """A name of a club."""
        return self._first_free("{thing} {long}", "{long}", "Club {long}", "{long} {thing}")

    def series(self) -> str:
        """A name of a night."""
        return self._first_free("{long} {night}", "{night} {short}", "{long}")

    def festival(self) -> str:
        """A name of a festival."""
        return self._first_free("{long} Festival", "{long} Weekender", "{thing} {long} Festival")

    def collective(self) -> str:
        """A name of a promoter or crew."""
        return self._first_free("{long} {thing} Collective", "{long} Crew", "{long} Presents")

    def label(self) -> str:
        """A name of a record label."""
        return self._first_free("{long} {label}", "{long} {thing} {label}", "{short} {label}")

    def mix_platform(self) -> str:
        """A name of a podcast, show or channel."""
        return self._first_free("{long} {mix}", "{thing} {long} {mix}")


def title(dice: Random) -> str:
    """A title of a track or release; titles may repeat, as they do."""
    first, second = dice.choice(TITLES), dice.choice(TITLES)
    return first if dice.random() < 0.3 else f"{first} {second}" if first != second else first


def slug(name: str) -> str:
    """Lower-case letters and digits, other runs as one hyphen."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.lower()).split()
    return "-".join(words)
