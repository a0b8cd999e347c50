"""Tiers of labels, each with its reason."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from algorithms.scores.configuration import LabelPrestigeConfig
from algorithms.scores.labels import LabelFacts
from algorithms.scores.parts import Floats
from graph.names import normalise_name

LEGENDARY, ESTABLISHED, RISING, EMERGING = "legendary", "established", "rising", "emerging"

_SUFFIX = re.compile(r"(?<=.)(records|recordings)$")


class Tier(NamedTuple):
    """A tier, None where too little is known, and why."""

    tier: str | None
    reason: str


def tiers(facts: LabelFacts, prestige: Floats, config: LabelPrestigeConfig) -> list[Tier]:
    """The tier of each label: what somebody set, what is preset for its name, what it scores.

    Args:
        prestige: Score of each label, NaN for none.
    """
    preset = {
        label_name(name): tier
        for tier, names in (
            (LEGENDARY, config.legendary_names),
            (ESTABLISHED, config.established_names),
        )
        for name in names
    }
    growth = facts.growth[~np.isnan(facts.growth)]
    grown = float(np.percentile(growth, config.rising_growth_pct)) if growth.size else np.inf
    return [_tier(facts, at, prestige[at], grown, preset, config) for at in range(len(facts.ids))]


def label_name(name: str) -> str:
    """A label's name as it is compared: without "Records" at its end."""
    return _SUFFIX.sub("", normalise_name(name))


def _tier(
    facts: LabelFacts,
    at: int,
    prestige: float,
    grown: float,
    preset: Mapping[str, str],
    config: LabelPrestigeConfig,
) -> Tier:
    override, years, growth = facts.overrides[at], facts.years[at], facts.growth[at]
    if override is not None:
        return Tier(override, "set by hand")
    if named := preset.get(label_name(facts.names[at])):
        return Tier(named, "preset for labels of this name")
    if np.isnan(prestige):
        return Tier(None, "too little is known for a prestige")
    said = f"prestige {prestige:.1f}"
    if prestige >= config.legendary_from and years >= config.legendary_years:
        return Tier(LEGENDARY, f"{said}, {years:.0f} years")
    if prestige >= config.established_from:
        return Tier(ESTABLISHED, said)
    # What is as much as before does not rise, even if most labels do less.
    if prestige >= config.rising_from and growth >= grown and growth > 0:
        return Tier(RISING, f"{said}, grows as only few labels do")
    return Tier(EMERGING, said)
