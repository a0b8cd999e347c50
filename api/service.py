"""Where a server process stands in its life, from warming up to stopping."""

from dataclasses import dataclass


@dataclass
class Service:
    """What `/ready` says of the process.

    Attributes:
        warm: Whether the database has planned the stored operations.
        warmed: Runs of stored operations made so far.
        to_warm: Runs to make.
        stopping: Whether it was told to stop; requests that run are finished.
    """

    warm: bool = False
    warmed: int = 0
    to_warm: int = 0
    stopping: bool = False
