"""Every constant of breakout prediction, marked as in the scores above the network."""

import hashlib
from typing import ClassVar

from pydantic import Field

from algorithms.scores.configuration import (
    MomentumConfig,
    ScoringConfig,
    Section,
    StageConfig,
    proposed,
)


class PredictionConfig(Section):
    """What a breakout is, what it is predicted from, and how the prediction is judged."""

    FORMULAS: ClassVar[int] = 2
    """Raised when a formula changes."""

    horizon_months: int = proposed(12, "Months in which it happens or does not.", ge=1, le=60)
    learning_months: int = proposed(24, "Ends of months that are learned from.", ge=1)
    learning_months_min: int = proposed(
        12, "Ends of months below which nothing is learned, where nights begin late.", ge=1
    )
    judging_months: int = proposed(12, "Ends of months, all later, that it is judged on.", ge=1)
    events_min: int = proposed(
        20,
        "Artists to whom it happened, in learning and in judging; of each stage too.",
        ge=2,
    )
    year_days: int = proposed(365, "Days that count as the last year.", ge=1)
    window_days: int = proposed(180, "Days of a window that is compared with the one before.", ge=1)
    company_days: int = proposed(730, "Days in which who played together count as company.", ge=1)
    history_nights: int = proposed(2, "Nights of an artist of whom something is said.", ge=1)
    history_days: int = proposed(180, "Days since the first of them, at least.", ge=0)
    damping: float = proposed(0.85, "Share of rank passed on to who played the same nights.")
    half_life_days: float = proposed(730, "Age at which a night counts half for rank.", gt=0)
    line_up_max: int = proposed(150, "Acts up to which a night makes company, as in connections.")
    rank_tolerance: float = proposed(1e-9, "Change of the ranks at which they have settled.", gt=0)
    rank_iterations: int = proposed(100, "Iterations at most.", ge=1)
    penalty: float = proposed(1.0, "Strength of the L2 penalty on standardised inputs.", gt=0)
    bins: int = proposed(10, "Parts of equal size of the calibration curve.", ge=2)
    shuffles: int = proposed(5, "Times that labels are shuffled for the control.", ge=1)
    seed: int = proposed(20260101, "Random start of the shuffling.", ge=0)
    reasons: int = proposed(3, "Reasons and risks of a prediction that are told.", ge=1)
    stage: StageConfig = Field(
        default=ScoringConfig().stage, description="The stages; ten nights a year are breaking."
    )
    momentum: MomentumConfig = Field(
        default=ScoringConfig().momentum, description="Momentum, for the baseline."
    )

    @property
    def version(self) -> str:
        """Name of this configuration, equal for equal formulas and constants."""
        digest = hashlib.blake2b(self.model_dump_json().encode(), digest_size=4).hexdigest()
        return f"prediction-{self.FORMULAS}-{digest}"
