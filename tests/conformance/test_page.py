"""GraphiQL in a real browser: the page, its examples, its documentation."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from web.node import output

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Seen:
    """What a person sees.

    Attributes:
        loaded: Addresses of all requests.
        complaints: What the page said on its console, raised, or failed to load.
        answers: What each tab was answered.
        documentation: The text of the pane about `Artist`.
        pictures: Folder with a picture of each.
    """

    loaded: list[str]
    complaints: list[str]
    answers: dict[str, Any]
    documentation: str
    pictures: Path


@pytest.fixture(scope="module")
def seen(node_tools: Path, graphql: str, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """The page, looked at once."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        message = "no Chromium here; apt-get install chromium"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    pictures = tmp_path_factory.mktemp("pictures")
    told = json.loads(output(node_tools, "node", "browser.mjs", graphql, browser, pictures))
    return Seen(**told, pictures=pictures)


def test_the_page_asks_nobody_but_its_server_and_complains_of_nothing(
    seen: Seen, served: str
) -> None:
    hosts = {urlsplit(address).netloc for address in seen.loaded if not address.startswith("blob:")}
    assert hosts == {urlsplit(served).netloc}
    assert seen.complaints == []


def test_every_example_is_answered_with_data(seen: Seen) -> None:
    assert len(seen.answers) >= 11
    for name, answer in seen.answers.items():
        assert "errors" not in answer, name
        for value in answer["data"].values():
            assert value, name
            assert not isinstance(value, dict) or value.get("nodes", True), name


def test_the_documentation_describes_fields(seen: Seen) -> None:
    assert "A person or group that performs or releases music." in seen.documentation
    assert "name: String!\n\nName as its main source writes it." in seen.documentation


def test_there_is_a_picture_of_every_example_and_of_the_documentation(seen: Seen) -> None:
    taken = {picture.stem: picture.stat().st_size for picture in seen.pictures.glob("*.png")}
    assert set(taken) == {*seen.answers, "documentation"}
    assert min(taken.values()) > 20_000
