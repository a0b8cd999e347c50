"""Everything that goes wrong on purpose.

DriftError
├── SettingsError               a setting is missing or out of bounds
├── QueryError                  a .cypher file or its use is wrong
│   ├── QueryHeaderInvalid        header and body disagree
│   └── QueryParametersWrong      called with other parameters than declared
├── DatabaseError               the database did not do what it was asked
│   ├── DatabaseUnreachable       no server answers there
│   ├── DatabaseAuthFailed        the server refused user or password
│   ├── DatabaseFeatureMissing    the server lacks something, GDS for example
│   ├── QueryTimedOut             a statement ran past its time
│   ├── ConstraintViolated        a unique value exists already
│   ├── MemoryExhausted           the statement needed more memory than allowed
│   └── StatementFailed           the server refused or could not run a statement
├── MigrationError              the schema ledger and the files disagree
│   ├── MigrationChanged          an applied file has another content now
│   └── MigrationMissing          the ledger knows a file that is gone
├── LeaseHeld                   another process is doing this work
├── JobUnknown                  the table of jobs has none of that name
├── SourceError                 a source could not be loaded
│   ├── SourceMissing             its folder or a file of it is not there
│   ├── SourceCorrupt             a file of it is damaged
│   ├── SourceUnknown             no loader has that name
│   ├── LoadRunning               another process is loading
│   ├── LoadHeld                  too much of it was rejected or gone; deriving waits
│   └── RowsUnaccounted           rows read and rows dealt with differ
├── IdentityError               records cannot be grouped as asked
│   ├── EntityUnknown             no entity and no redirect has that id
│   ├── MergeRefused              the entities are one already, or of different kinds
│   ├── SplitRefused              the records are not the entity's, or its only one
│   └── CandidateRefused          no such candidate, or its records are merged
├── WorldError                  the demo world could not be made or compared
│   ├── WorldImpossible           no number of nights gives the wanted pairs
│   └── ComparisonMissing         the real data to compare with is not there
├── PublicationError            scores could not be published
│   ├── ScoresInvalid             they break an invariant; nothing was written
│   ├── ScoresImplausible         they differ too much from the published ones; held back
│   └── PublicationTaken          another run took the publication over
├── PredictionImpossible        too little has happened to learn from
└── EngineError                 the managed server
    ├── DownloadCorrupt           a fetched jar has another hash than the lock says
    ├── RegistryUnreachable       the registry of the jars does not answer
    ├── DiskFull                  a folder has no room for what must be written
    ├── FolderUnusable            a folder cannot be made or written
    ├── PortTaken                 another program listens on a port
    ├── StoreLocked               another process has the database's files open
    ├── JavaFailed                Java does not run, or the server ended while starting
    ├── PasswordRefused           the server has another password than the kept one
    └── EngineTimeout             the server did not start or stop in time
"""

from pathlib import Path


class DriftError(Exception):
    """Base of all errors that Drift raises on purpose.

    Args:
        message: What happened, naming the value that caused it.
        hint: What the reader can do about it; empty where there is nothing.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SettingsError(DriftError):
    """A setting is missing or out of bounds."""

    exit_code = 2


class QueryError(DriftError):
    """A .cypher file or its use is wrong."""


class QueryHeaderInvalid(QueryError):
    """Header and body of a .cypher file disagree."""


class QueryParametersWrong(QueryError):
    """A query was called with other parameters than its header declares."""


class DatabaseError(DriftError):
    """The database did not do what it was asked.

    Attributes:
        code: The server's status code, empty when no server answered.
        retryable: Whether the same statement may succeed when sent again.
    """

    exit_code = 4

    def __init__(
        self, message: str, *, hint: str = "", code: str = "", retryable: bool = False
    ) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.retryable = retryable


class DatabaseUnreachable(DatabaseError):
    """No server answers at the configured address."""


class DatabaseAuthFailed(DatabaseError):
    """The server refused user or password."""


class DatabaseFeatureMissing(DatabaseError):
    """The server lacks something Drift needs."""


class QueryTimedOut(DatabaseError):
    """A statement ran past its time and was stopped."""


class ConstraintViolated(DatabaseError):
    """A value that must be unique exists already."""


class MemoryExhausted(DatabaseError):
    """A statement needed more memory than the server allows; sending it again does not help."""


class StatementFailed(DatabaseError):
    """The server refused or could not run a statement."""


class MigrationError(DriftError):
    """The schema ledger and the migration files disagree."""


class MigrationChanged(MigrationError):
    """A migration that was applied has another content now."""


class MigrationMissing(MigrationError):
    """The ledger knows a migration whose file is gone."""


class LeaseHeld(DriftError):
    """Another process is doing this work, or took it over."""


class JobUnknown(DriftError):
    """The table of jobs has none of that name."""

    exit_code = 2


class SourceError(DriftError):
    """A source could not be loaded."""


class SourceMissing(SourceError):
    """The folder of a source, or a file in it, is not there."""

    exit_code = 2


class SourceCorrupt(SourceError):
    """A file of a source is damaged or has another shape than its loader knows."""


class SourceUnknown(SourceError):
    """No loader has that name."""

    exit_code = 2


class LoadRunning(SourceError):
    """Another process is loading, and only one may write facts at a time."""


class LoadHeld(SourceError):
    """Too much of a source was rejected or gone; its facts stay, deriving waits for a person."""

    exit_code = 3


class RowsUnaccounted(SourceError):
    """Rows read and rows loaded, unchanged, filtered or rejected differ: a fault of the loader."""


class IdentityError(DriftError):
    """Records of entities cannot be grouped as asked; nothing was changed."""


class EntityUnknown(IdentityError):
    """No entity that identity may merge has that id, and no redirect."""


class MergeRefused(IdentityError):
    """The entities to be merged are one already, or of different kinds."""


class SplitRefused(IdentityError):
    """The records to be split off do not describe the entity, or are all that describe it."""


class CandidateRefused(IdentityError):
    """There is no such candidate, or its records are merged and have to be split."""


class WorldError(DriftError):
    """The demo world could not be made or compared."""

    exit_code = 2


class WorldImpossible(WorldError):
    """No number of nights gives the wanted pairs."""


class ComparisonMissing(WorldError):
    """The real data to compare with is not where it was said to be."""


class PublicationError(DriftError):
    """Computed scores could not be published; readers keep the scores they had."""


class ScoresInvalid(PublicationError):
    """Computed scores break an invariant; nothing was written.

    Attributes:
        violations: One sentence per broken invariant.
    """

    def __init__(self, violations: list[str]) -> None:
        super().__init__(
            "scores were not published: " + "; ".join(violations),
            hint="Readers keep the last scores. `drift check` tells whether their input is sound.",
        )
        self.violations = violations


class ScoresImplausible(PublicationError):
    """Computed scores differ too much from the published ones and are held back.

    Attributes:
        doubts: One sentence per exceeded limit.
    """

    def __init__(self, doubts: list[str]) -> None:
        super().__init__(
            "scores were held back: " + "; ".join(doubts),
            hint="Look at what was loaded; if it is right, publish without holding back.",
        )
        self.doubts = doubts


class PublicationTaken(PublicationError):
    """Another run took the publication over while this one was writing.

    Attributes:
        publisher: The run that lost it.
    """

    def __init__(self, publisher: str) -> None:
        super().__init__(
            f"run {publisher} lost its publication to another run",
            hint="Let one run compute at a time; its result is published whole.",
        )
        self.publisher = publisher


class PredictionImpossible(DriftError):
    """Too little has happened, or is kept, to learn from and to judge on."""


class EngineError(DriftError):
    """The managed server could not be installed, started or stopped."""

    exit_code = 4


class DownloadCorrupt(EngineError):
    """A fetched jar has another hash than the lock file says, twice in a row.

    Attributes:
        artifact: Coordinates of the jar.
        expected: SHA-256 in the lock file.
        got: SHA-256 of what was fetched.
    """

    exit_code = 1

    def __init__(self, artifact: str, expected: str, got: str) -> None:
        super().__init__(
            f"{artifact}: fetched sha256 {got}, the lock file says {expected}",
            hint="A proxy may alter downloads; the bad file was deleted. Try another network.",
        )
        self.artifact = artifact
        self.expected = expected
        self.got = got


class RegistryUnreachable(EngineError):
    """The registry of the jars does not answer, or does not have one of them."""


class DiskFull(EngineError):
    """A folder has no room for what must be written.

    Attributes:
        folder: Where the room is missing.
        needed: Bytes still to be written there.
        free: Bytes free there.
    """

    exit_code = 1

    def __init__(self, folder: Path, variable: str, *, needed: int, free: int) -> None:
        super().__init__(
            f"{folder}: {needed / 1e6:.0f} MB needed, {free / 1e6:.0f} MB free",
            hint=f"Free some space, or set {variable} to a folder on another disk.",
        )
        self.folder = folder
        self.needed = needed
        self.free = free


class FolderUnusable(EngineError):
    """A folder of the managed server cannot be made or written.

    Attributes:
        folder: Which one.
    """

    exit_code = 1

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"{folder} cannot be used: {reason}",
            hint="Set DRIFT_DATA_DIR (the data) or DRIFT_ENGINE__CACHE_DIR (the jars) to a folder "
            "that you may write.",
        )
        self.folder = folder


class PortTaken(EngineError):
    """Another program listens on a port that the settings fix."""

    exit_code = 1

    def __init__(self, port: int, variable: str) -> None:
        super().__init__(
            f"port {port} is taken by another program",
            hint=f"End that program, or set {variable} to another port, or unset it.",
        )
        self.port = port


class StoreLocked(EngineError):
    """Another process has the files of the database open.

    Attributes:
        holder: Its process id, None if it cannot be seen.
    """

    exit_code = 1

    def __init__(self, folder: Path, holder: int | None) -> None:
        whose = "another process" if holder is None else f"process {holder}"
        super().__init__(
            f"{folder} is in use by {whose}",
            hint="End that process, or set DRIFT_DATA_DIR to another folder.",
        )
        self.folder = folder
        self.holder = holder


class JavaFailed(EngineError):
    """Java does not run, or the server ended while it was starting."""

    exit_code = 1


class PasswordRefused(EngineError):
    """The server has another password than the one that is kept beside its data."""

    exit_code = 1


class EngineTimeout(EngineError):
    """The server did not start or stop in time."""
