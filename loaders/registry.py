"""Which loader a name means."""

from pathlib import Path
from typing import Final

from graph.errors import SourceUnknown
from loaders import berghain, ra_london
from loaders.files import source_folder
from loaders.outcomes import Source

SOURCES: Final = {source.name: source for source in (ra_london.SOURCE, berghain.SOURCE)}
"""Sources of real data, by name."""


def find_source(name: str, data: Path) -> tuple[Source, Path]:
    """A source and the folder of its files.

    Args:
        data: The folder of the source, or the folder that holds it under its name.

    Raises:
        SourceUnknown: No loader has that name.
        SourceMissing: Folder or files are not there.
    """
    source = SOURCES.get(name)
    if source is None:
        raise SourceUnknown(
            f"no source is called {name!r}", hint=f"Known are {', '.join(sorted(SOURCES))}."
        )
    return source, source_folder(data, source.name, source.files)
