"""What follows from facts: who is connected with whom, why, how strongly, since when; and scenes.

`derive` reads the facts, computes the edges of everyone a load touched (or of all) and the scenes
of the nights it touched, compares them with the stored ones and writes the differences.
"""

from algorithms.derive.config import StrengthConfig
from algorithms.derive.report import Counts, DeriveReport, Progress
from algorithms.derive.run import age, derive
from algorithms.derive.scene_of import SceneConfig

__all__ = ["Counts", "DeriveReport", "Progress", "SceneConfig", "StrengthConfig", "age", "derive"]
