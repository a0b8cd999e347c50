"""Writes lines into the files of a feed."""

from collections.abc import Iterable
from pathlib import Path

from loaders.feed_format import FEED_FILES, FeedLine
from loaders.feed_format.base import FeedLineBase

LINES_AT_ONCE = 2000


def write_lines(folder: Path, kind: str, lines: Iterable[FeedLine]) -> int:
    """Writes all lines of one kind, replacing the file at the end; returns how many."""
    path = folder / FEED_FILES[kind]
    partial = path.with_suffix(".partial")
    count = 0
    with partial.open("wb") as file:
        buffer = bytearray()
        for line in lines:
            buffer += line_bytes(line)
            count += 1
            if count % LINES_AT_ONCE == 0:
                file.write(buffer)
                buffer.clear()
        file.write(buffer)
    partial.replace(path)
    return count


def line_bytes(line: FeedLineBase) -> bytes:
    """A line as it stands in a file, with its LF; what is unknown is left out."""
    return line.model_dump_json(exclude_none=True).encode() + b"\n"
