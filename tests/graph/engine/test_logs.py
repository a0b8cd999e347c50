"""What is shown of the server's logs."""

from pathlib import Path

from graph.engine.logs import console_lines, last_lines


def test_console_is_shown_without_deprecations_and_stack_frames(tmp_path: Path) -> None:
    (tmp_path / "console.log").write_text(
        "WARNING: a method is deprecated\nFailed to start\n\tat org.neo4j.Main\n\nbecause\n"
    )

    assert console_lines(tmp_path, 10) == ["Failed to start", "because"]
    assert console_lines(tmp_path, 1) == ["because"]


def test_end_of_the_log_stands_before_the_console(tmp_path: Path) -> None:
    (tmp_path / "neo4j.log").write_text("one\ntwo\nthree\n")
    (tmp_path / "console.log").write_text("Failed to start\n")

    assert last_lines(tmp_path, 2) == "two\nthree\nFailed to start"


def test_nothing_is_shown_where_nothing_was_said(tmp_path: Path) -> None:
    assert last_lines(tmp_path, 2) == ""
