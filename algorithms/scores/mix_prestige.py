"""Prestige of the platforms that host mixes: what a source says, else what is preset."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from algorithms.scores.configuration import MixPrestigeConfig
from algorithms.scores.parts import Floats
from graph.names import normalise_name

NAMES: Final = {
    "essential_mix": ("Essential Mix", "BBC Radio 1 Essential Mix", "BBC Radio 1's Essential Mix"),
    "resident_advisor": ("Resident Advisor", "Resident Advisor Podcast", "RA", "RA Podcast"),
    "boiler_room": ("Boiler Room",),
    "dekmantel": ("Dekmantel", "Dekmantel Podcast"),
    "uploads": ("SoundCloud", "Mixcloud"),
}
"""Names of the platforms that have a preset, by its name in the configuration."""


def mix_prestige(names: Sequence[str], stated: Floats, config: MixPrestigeConfig) -> Floats:
    """Prestige of each platform, 0 to 100, NaN where no source says it and none is preset.

    Args:
        stated: A source's own estimate, NaN for none. Length N.
    """
    preset = {
        normalise_name(name): getattr(config, platform)
        for platform, names_of_it in NAMES.items()
        for name in names_of_it
    }
    known = np.array([preset.get(normalise_name(name), np.nan) for name in names], dtype=np.float64)
    return np.where(np.isnan(stated), known, stated)
