"""What goes wrong in the database, as errors of ours: by its code, never by its text."""

from neo4j.exceptions import Neo4jError

from graph.errors import (
    ConstraintViolated,
    DatabaseAuthFailed,
    DatabaseError,
    DatabaseFeatureMissing,
    DatabaseUnreachable,
    MemoryExhausted,
    QueryTimedOut,
    StatementFailed,
)

_BY_CODE: tuple[tuple[str, type[DatabaseError]], ...] = (
    ("Neo.ClientError.Security.", DatabaseAuthFailed),
    ("Neo.ClientError.Procedure.ProcedureNotFound", DatabaseFeatureMissing),
    ("Neo.ClientError.Schema.ConstraintValidationFailed", ConstraintViolated),
    ("Neo.ClientError.Transaction.TransactionTimedOut", QueryTimedOut),
    ("Neo.TransientError.General.OutOfMemoryError", MemoryExhausted),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", MemoryExhausted),
    ("Neo.TransientError.General.TransactionMemoryLimit", MemoryExhausted),
)

_HINTS: dict[type[DatabaseError], str] = {
    DatabaseAuthFailed: "Check DRIFT_NEO4J__USER and DRIFT_NEO4J__PASSWORD.",
    DatabaseFeatureMissing: "Install the plug-in that has it (for `gds.` Graph Data Science), "
    "or unset DRIFT_NEO4J__URI to use the managed server.",
    DatabaseUnreachable: "Is the server running? `drift engine status`, or DRIFT_NEO4J__URI.",
    MemoryExhausted: "Give the server more heap (DRIFT_ENGINE__HEAP_MIB) or ask for less.",
}


def translate(error: BaseException, what: str) -> DatabaseError:
    """Our error for a driver's error."""
    if not isinstance(error, Neo4jError):
        kind, code = DatabaseUnreachable, ""
        return kind(f"{what}: {error}", hint=_HINTS[kind], retryable=True)
    code = error.code or ""
    kind = next((kind for prefix, kind in _BY_CODE if code.startswith(prefix)), StatementFailed)
    return kind(
        f"{what}: {error.message}",
        hint=_HINTS.get(kind, ""),
        code=code,
        retryable=kind is StatementFailed and error.is_retryable(),
    )
