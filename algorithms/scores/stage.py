"""Career stages: a decision list over what an artist played, with its reasons, slow to change."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from algorithms.scores.configuration import StageConfig
from algorithms.scores.parts import Floats

INACTIVE = "inactive"
"""Stands for no stage: no event and no release for long."""


@dataclass(frozen=True)
class Career:
    """What stages of N artists are decided by; NaN is unknown. Length N each.

    Attributes:
        events: Distinct nights of the last 365 days.
        most_events: Most nights of any 365 days, counted back from the date.
        years: Years since the first night.
        festivals: Festival nights of the last 365 days.
        tiers: Distinct venue tiers of the last 365 days, those that are known.
        headliner_ratio: Share of sets as headliner, of those whose place in the night is known.
        countries: Distinct countries of the last 365 days, those that are known.
        prestige: Mean prestige of the nights of the last 365 days.
        prestige_high: Prestige from which a quarter of the artists are.
        active: Whether anything happened recently enough: 1 or 0.
    """

    events: Floats
    most_events: Floats
    years: Floats
    festivals: Floats
    tiers: Floats
    headliner_ratio: Floats
    countries: Floats
    prestige: Floats
    prestige_high: float
    active: Floats


@dataclass(frozen=True)
class Decision:
    """One artist's stage.

    Attributes:
        stage: `emerging` to `legacy`, or `INACTIVE`.
        reasons: What decided, a phrase each.
        missing: Inputs that a test asked for and that are unknown; such a test fails.
    """

    stage: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Settled:
    """A published stage, and what would replace it.

    Attributes:
        since: Date from which the stage is published.
        before: The stage that was published before it, None for the first one.
        candidate: Another stage that was found since `candidate_since`, None if none.
    """

    stage: str
    since: date
    before: str | None = None
    candidate: str | None = None
    candidate_since: date | None = None


def decide(career: Career, at: int, config: StageConfig) -> Decision:
    """The first stage of the list whose tests all hold.

    Args:
        at: Which artist.
    """
    events, most = career.events[at], career.most_events[at]
    if not career.active[at]:
        months = config.inactive_months
        return Decision(INACTIVE, (f"no event and no release in {months} months",), ())
    missing: list[str] = []

    def least(name: str, value: float, bound: float) -> bool:
        if np.isnan(value):
            missing.append(name)
        return value >= bound

    legacy = (
        most >= config.legacy_most_events
        and events <= config.legacy_share * most
        and least("yearsActive", career.years[at], config.legacy_years)
        and least("eventPrestige", career.prestige[at], career.prestige_high)
    )
    busy = events >= config.established_events
    headlines = "headlinerRatio", career.headliner_ratio[at]
    stage, reasons = "emerging", (f"{events:g} events a year",)
    if legacy:
        stage = "legacy"
        reasons = (
            f"{events:g} events a year after {most:g} at most",
            f"{career.years[at]:.0f} years active",
            f"mean event prestige {career.prestige[at]:.0f}",
        )
    elif (
        busy
        and events >= config.peak_share * most
        and least(*headlines, config.peak_headliner_ratio)
        and least("countries", career.countries[at], config.peak_countries)
    ):
        stage = "peak"
        reasons = (
            f"{events:g} events a year, {most:g} at most",
            f"headliner of {career.headliner_ratio[at]:.0%} of the sets",
            f"{career.countries[at]:g} countries",
        )
    elif (
        busy
        and least(*headlines, config.established_headliner_ratio)
        and least("festivals", career.festivals[at], config.established_festivals)
    ):
        stage = "established"
        reasons = (
            f"{events:g} events a year",
            f"headliner of {career.headliner_ratio[at]:.0%} of the sets",
            f"{career.festivals[at]:g} festivals",
        )
    elif events >= config.breaking_events:
        stage = "breaking"
    elif (
        events >= config.early_breaking_events
        and least("festivals", career.festivals[at], config.early_breaking_festivals)
        and least("venueTiers", career.tiers[at], config.early_breaking_tiers)
    ):
        stage = "breaking"
        reasons = (
            f"{events:g} events a year",
            f"{career.festivals[at]:g} festivals",
            f"{career.tiers[at]:g} tiers of venues",
        )
    return Decision(stage, reasons, tuple(dict.fromkeys(missing)))


def settle(last: Settled | None, found: str, as_of: date, config: StageConfig) -> Settled:
    """The stage to publish: another one only after it was found for long enough.

    Args:
        last: What is published; None if nothing is, or if that is of a later date.
        found: The stage of today.
    """
    if last is None:
        return Settled(found, as_of)
    if found == last.stage:
        return replace(last, candidate=None, candidate_since=None)
    if found != last.candidate or last.candidate_since is None:
        return replace(last, candidate=found, candidate_since=as_of)
    if (as_of - last.candidate_since).days >= config.settling_days:
        return Settled(found, as_of, before=last.stage)
    return last
