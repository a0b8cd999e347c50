"""The generated password, where it is kept."""

from pathlib import Path

from graph.engine.password import keep, read


def test_password_is_generated_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "password"

    generated = keep(file)

    assert file.stat().st_mode & 0o777 == 0o600
    assert len(generated.get_secret_value()) == 32
    assert keep(file) == read(file) == generated
    assert [entry.name for entry in tmp_path.iterdir()] == ["password"]


def test_passwords_differ(tmp_path: Path) -> None:
    assert keep(tmp_path / "one") != keep(tmp_path / "two")


def test_no_password_is_none(tmp_path: Path) -> None:
    assert read(tmp_path / "password") is None


def test_generation_that_was_killed_is_done_again(tmp_path: Path) -> None:
    (tmp_path / "password.part").write_text("hal")

    generated = keep(tmp_path / "password")

    assert read(tmp_path / "password") == generated
    assert not (tmp_path / "password.part").exists()


def test_password_does_not_show_itself(tmp_path: Path) -> None:
    generated = keep(tmp_path / "password")

    assert generated.get_secret_value() not in f"{generated} {generated!r}"
