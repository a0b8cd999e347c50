"""Edges that follow from facts: who is connected with whom, why, how strongly, since when.

`derive` reads the facts, computes the edges of everyone a load touched (or of all), compares them
with the stored ones and writes the differences.
"""

from algorithms.derive.config import StrengthConfig
from algorithms.derive.report import Counts, DeriveReport, Progress
from algorithms.derive.run import age, derive

__all__ = ["Counts", "DeriveReport", "Progress", "StrengthConfig", "age", "derive"]
