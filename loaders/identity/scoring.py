"""How sure it is that two records of one name are one artist: a pure function of what is known.

Equal names are the ground; what raises the confidence is the company the two keep. Whoever plays
with the same people in two cities is rarely two people. The place alone decides nothing.
"""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True)
class MatchConfig:
    """Every constant of the confidence.

    The weights were measured on the London and Berlin nights: `cypher/identity/README.md`.
    """

    base: float = 0.5
    """Confidence of an equal name alone."""

    company_weight: float = 0.36
    """What the company adds at most."""

    company_least: int = 2
    """Names that both must have played with before company counts; one may be chance."""

    company_full: float = 0.16
    """Company, 0 to 1, from which it adds all."""

    company_prior: float = 3.0
    """Names added to either company before they are compared: a small company proves little."""

    years_weight: float = 0.1
    """What active years in common add at most."""

    years_full: int = 2
    """Years in common from which they add all."""

    city_bonus: float = 0.03
    """What the same home city adds."""

    short_letters: int = 4
    """Names up to this length are short."""

    short_penalty: float = 0.1
    """What a short name takes away, since many people bear it."""

    ambiguous_penalty: float = 0.3
    """What it takes away that one source knows several artists of this name."""

    cap: float = 0.99
    """The highest confidence; only a person or a shared external id is surer."""


@dataclass(frozen=True)
class Evidence:
    """What is known of two records of one name.

    Attributes:
        name: The normalised name.
        company_a: Co-performers of one record whose names both sources know.
        company_b: The same of the other record.
        company_shared: Names in both companies.
        years_shared: Years in which both played.
        same_city: Whether both are based in one city.
        ambiguous: Whether one of the sources has several records of this name.
    """

    name: str
    company_a: int = 0
    company_b: int = 0
    company_shared: int = 0
    years_shared: int = 0
    same_city: bool = False
    ambiguous: bool = False


@dataclass(frozen=True)
class Match:
    """A confidence, 0 to 1, and what speaks for it and against it, in words."""

    score: float
    reasons: tuple[str, ...]


def company(evidence: Evidence, config: MatchConfig) -> float:
    """How much two companies overlap, 0 to 1: their cosine, less for small ones."""
    sizes = (evidence.company_a + config.company_prior) * (
        evidence.company_b + config.company_prior
    )
    return evidence.company_shared / sqrt(sizes)


def score(evidence: Evidence, config: MatchConfig) -> Match:
    """Confidence that two records of one name are one artist, rounded to 4 places."""
    total, reasons = config.base, ["same name"]
    if evidence.company_shared >= config.company_least:
        overlap = company(evidence, config)
        total += config.company_weight * min(1.0, overlap / config.company_full)
        reasons.append(
            f"played with {evidence.company_shared} of the same names "
            f"(of {evidence.company_a} and {evidence.company_b})"
        )
    if evidence.years_shared:
        total += config.years_weight * min(1.0, evidence.years_shared / config.years_full)
        reasons.append(f"active in {evidence.years_shared} same years")
    if evidence.same_city:
        total += config.city_bonus
        reasons.append("same home city")
    if len(evidence.name) <= config.short_letters:
        total -= config.short_penalty
        reasons.append("but a short name")
    if evidence.ambiguous:
        total -= config.ambiguous_penalty
        reasons.append("but one source has several of this name")
    return Match(round(min(config.cap, max(0.0, total)), 4), tuple(reasons))
