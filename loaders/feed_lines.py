"""Lines of a feed's files: each as its model, or rejected with a rule and a reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, cast

import orjson
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from loaders.feed_format import FEED_FILES, LINE_MODELS
from loaders.feed_format.base import FeedLineBase
from loaders.files import lines
from loaders.outcomes import Rejected, Tally

L = TypeVar("L", bound=FeedLineBase)

REASONS_MAX: Final = 3
"""Faults of one line that are told; a line of another kind would have dozens."""

_RULES: Final = {
    "json_invalid": "corrupt_json",
    "missing": "missing_field",
    "extra_forbidden": "unknown_field",
}
"""Type of a fault in pydantic's words -> the rule; any other is a wrong value."""


@dataclass(frozen=True, slots=True)
class Read(Generic[L]):
    """A line that is right by itself.

    Attributes:
        number: Of the line in its file, from 1.
        raw: The line as it came.
    """

    line: L
    file: str
    number: int
    raw: bytes

    def rejected(self, rule: str, reason: str) -> Rejected:
        """This line, refused for what other lines say."""
        return _rejected(rule, self.file, self.number, reason, self.raw)


def own_id(line: FeedLineBase) -> str:
    """What no other line of the kind may have, for most kinds the partner's id."""
    return line.id


def read_lines(
    folder: Path,
    kind: str,
    model: type[L],
    tally: Tally,
    identity: Callable[[L], str] = own_id,
) -> Iterator[Read[L] | Rejected]:
    """All lines of the file of one kind, each counted; nothing if there is no such file.

    Args:
        identity: What is unique in the file; the first line that has it stands.

    Raises:
        SourceCorrupt: The file is damaged.
    """
    file = FEED_FILES[kind]
    if not (folder / file).is_file():
        return
    first_line: dict[str, int] = {}
    for number, raw in lines(folder / file):
        tally.rows += 1
        try:
            line = model.model_validate_json(raw, by_alias=True, by_name=False)
        except ValidationError as error:
            yield _rejected(*_fault(kind, raw, error, file, number), raw)
            continue
        known = first_line.setdefault(identity(line), number)
        if known == number:
            yield Read(line, file, number, raw)
        else:
            reason = f"line {known} has the same id {line.id!r}; an id stands once in a file"
            yield _rejected("duplicate_id", file, number, reason, raw)


def unknown_files(folder: Path, tally: Tally) -> Iterator[Rejected]:
    """Files that look like part of the feed and have no name the format knows."""
    for path in sorted(folder.glob("*.jsonl")):
        if path.name not in FEED_FILES.values():
            tally.rows += 1
            reason = f"no lines are read from it; expected are {', '.join(FEED_FILES.values())}"
            yield _rejected("unknown_file", path.name, 0, reason, path.name.encode())


def plain_words(errors: Iterable[ErrorDetails]) -> str:
    """What is wrong, field by field."""
    told = list(errors)
    said = [
        f"{'.'.join(map(str, each['loc'])) or 'the line'}: {_lower_first(each['msg'])}"
        for each in told[:REASONS_MAX]
    ]
    if len(told) > REASONS_MAX:
        said.append(f"and {len(told) - REASONS_MAX} more")
    return "; ".join(said)


def _fault(
    kind: str, raw: bytes, error: ValidationError, file: str, number: int
) -> tuple[str, str, int, str]:
    found = _kind(raw)
    if found is None or found == kind:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        rule = _RULES.get(faults[0]["type"], "wrong_value")
        return rule, file, number, plain_words(faults)
    if isinstance(found, str) and found in LINE_MODELS:
        reason = f"a line of kind {found!r} belongs into {FEED_FILES[found]}"
        return "wrong_file", file, number, reason
    reason = f"kind is {found!r}; known are {', '.join(LINE_MODELS)}"
    return "unknown_kind", file, number, reason


def _kind(raw: bytes) -> object:
    """What a line says its kind is; None if it says nothing."""
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return None
    return cast(dict[str, Any], value).get("kind") if isinstance(value, dict) else None


def _rejected(rule: str, file: str, number: int, reason: str, raw: bytes) -> Rejected:
    return Rejected(rule, file, number, reason, raw.decode(errors="replace"))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
