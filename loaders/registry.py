"""Which loader a name means."""

from pathlib import Path
from typing import Final

from graph.errors import SourceUnknown
from loaders import berghain, boiler_room, feed, ra_london
from loaders.files import source_folder
from loaders.outcomes import Source
from loaders.rows import DRIFT

SOURCES: Final = {
    source.name: source for source in (ra_london.SOURCE, berghain.SOURCE, boiler_room.SOURCE)
}
"""Sources of real data, by name."""


def find_source(name: str, data: Path) -> tuple[Source, Path]:
    """A source and the folder of its files; `feed` is whatever source the feed there names.

    Args:
        data: The folder of the source, or the folder that holds it under its name.

    Raises:
        SourceUnknown: No loader has that name.
        SourceMissing: Folder or files are not there.
        SourceCorrupt: The header of a feed is not right.
    """
    if name == feed.NAME:
        folder = source_folder(data, feed.NAME, (feed.HEADER,))
        return feed.feed_source(folder, taken={*SOURCES, feed.NAME, DRIFT}), folder
    source = SOURCES.get(name)
    if source is None:
        raise SourceUnknown(
            f"no source is called {name!r}",
            hint=f"Known are {', '.join(sorted([*SOURCES, feed.NAME]))}.",
        )
    return source, source_folder(data, source.name, source.files)
