"""Reading files of a source, with errors that say which file and what would be right."""

import csv
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import orjson

from graph.errors import SourceCorrupt, SourceMissing

_CHUNK = 1 << 20


def source_folder(data: Path, name: str, files: tuple[str, ...]) -> Path:
    """The folder of a source: `data` itself, or the folder of its name in it.

    Raises:
        SourceMissing: Neither is there, or a file is missing in it.
    """
    inside = data / name
    folder = inside if inside.is_dir() else data
    if not data.is_dir():
        raise SourceMissing(
            f"{data} is not a folder", hint=f"--data names the folder that holds {name}/."
        )
    missing = [file for file in files if not (folder / file).is_file()]
    if missing:
        raise SourceMissing(
            f"{', '.join(missing)} not found in {folder}",
            hint=f"--data names the folder that holds {name}/, or that folder itself.",
        )
    return folder


def fingerprint(folder: Path, files: tuple[str, ...]) -> str:
    """One hash over the bytes of all files, 32 hexadecimal digits."""
    whole = hashlib.blake2b(digest_size=16)
    for file in files:
        part = hashlib.blake2b(digest_size=32)
        with (folder / file).open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                part.update(chunk)
        whole.update(file.encode() + b"\0" + part.digest())
    return whole.hexdigest()


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that hold something, split at LF only: U+2028 may stand inside a line.

    Raises:
        SourceCorrupt: The file is cut off or damaged.
    """
    try:
        with _opened(path) as stream:
            for number, line in enumerate(stream, start=1):
                text = line.strip()
                if number == 1:
                    text = text.removeprefix(b"\xef\xbb\xbf")
                if text:
                    yield number, text
    except (EOFError, OSError, zlib.error) as error:
        raise _damaged(path, error) from error


def json_object(text: bytes) -> dict[str, Any]:
    """The JSON object of a line.

    Raises:
        ValueError: It is no JSON, or no object.
    """
    value = orjson.loads(text)
    if not isinstance(value, dict):
        raise ValueError(f"a {type(value).__name__} where an object is expected")
    return cast(dict[str, Any], value)


def table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with the number of the row, the header not counted.

    Raises:
        SourceCorrupt: The file is damaged, or lacks a column.
    """
    try:
        with _opened(path) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            reader = csv.DictReader(text, restval="")
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise SourceCorrupt(
                    f"{path.name} has no column {', '.join(missing)}",
                    hint=f"Its first line names the columns: {', '.join(columns)}.",
                )
            yield from enumerate(reader, start=1)
    except (EOFError, OSError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise _damaged(path, error) from error


def _opened(path: Path) -> io.BufferedReader:
    if path.suffix == ".gz":
        return io.BufferedReader(gzip.GzipFile(path))
    return path.open("rb")


def _damaged(path: Path, error: Exception) -> SourceCorrupt:
    return SourceCorrupt(
        f"{path.name} cannot be read to its end: {error}",
        hint=f"{path} is damaged or was cut off; fetch it again.",
    )
