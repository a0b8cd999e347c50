"""The process of the server."""

from pathlib import Path

import pytest

from graph.engine.home import Home
from graph.engine.launch import command, launch
from graph.errors import JavaFailed


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with a folder for logs."""
    (tmp_path / "logs").mkdir()
    return Home(tmp_path)


def test_the_class_path_is_read_from_its_file_and_options_come_before_the_program(
    home: Home,
) -> None:
    arguments = command(Path("java"), home, "org.example.Main", 1024, ["-XX:AOTCache=file"])

    assert arguments[:2] == ["java", "@conf/class-path"]
    assert arguments[-4] == "-XX:AOTCache=file"
    assert "-Xmx1024m" in arguments
    assert arguments[-3:] == [
        "org.example.Main",
        f"--home-dir={home.root}",
        f"--config-dir={home.root}/conf",
    ]


def test_java_that_is_not_there_is_said_with_its_setting(home: Home) -> None:
    with pytest.raises(JavaFailed, match="No such file") as raised:
        launch(["/nowhere/java"], home)

    assert "DRIFT_ENGINE__JAVA" in raised.value.hint
