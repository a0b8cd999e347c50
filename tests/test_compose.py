"""The compose file and the image file, which no test here can start, are held to what is known."""

import re
from pathlib import Path

import pytest
import typer
import yaml
from compose_spec import PyCompose
from pydantic import BaseModel
from typer.core import TyperGroup

from api.cli import app
from graph.engine.versions import read_versions
from graph.settings import Settings


@pytest.fixture
def compose(project_root: Path) -> dict[str, object]:
    text = (project_root / "docker-compose.yml").read_text()
    return PyCompose.from_yaml(text).to_dict()


def variables(model: type[BaseModel], prefix: str) -> set[str]:
    """Names of all environment variables of a settings class."""
    names: set[str] = set()
    for name, field in model.model_fields.items():
        kind = field.annotation
        variable = f"{prefix}{name.upper()}"
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            names |= variables(kind, f"{variable}__")
        else:
            names.add(variable)
    return names


def test_compose_file_agrees_with_the_specification(project_root: Path) -> None:
    parsed = PyCompose.from_yaml((project_root / "docker-compose.yml").read_text())
    assert set(parsed.service_names()) == {"neo4j", "api", "scheduler"}


def test_a_misspelt_key_would_be_refused(project_root: Path) -> None:
    text = (project_root / "docker-compose.yml").read_text().replace("healthcheck:", "healthchek:")
    with pytest.raises(ValueError, match="healthchek"):
        PyCompose.from_yaml(text)


def test_every_environment_name_is_a_setting(project_root: Path) -> None:
    text = (project_root / "docker-compose.yml").read_text()
    used = set(re.findall(r"\bDRIFT_[A-Z0-9_]+", text))
    assert used
    assert used <= variables(Settings, "DRIFT_")


def test_every_service_has_a_health_check_or_waits_for_one(project_root: Path) -> None:
    services = yaml.safe_load((project_root / "docker-compose.yml").read_text())["services"]
    assert {name for name, service in services.items() if "healthcheck" not in service} == {
        "scheduler"
    }
    assert services["scheduler"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_services_run_commands_that_there_are(project_root: Path) -> None:
    services = yaml.safe_load((project_root / "docker-compose.yml").read_text())["services"]
    known = typer.main.get_command(app)
    assert isinstance(known, TyperGroup)
    commands = [service["command"] for service in services.values() if "command" in service]
    assert [command[:2] for command in commands] == [["drift", "serve"], ["drift", "schedule"]]
    for _, name, *options in commands:
        known.commands[name].make_context(name, options)


def test_the_scheduler_finds_its_sources_and_has_time_to_finish_a_night(
    project_root: Path,
) -> None:
    services = yaml.safe_load((project_root / "docker-compose.yml").read_text())["services"]
    scheduler = services["scheduler"]
    folder = scheduler["environment"]["DRIFT_SCHEDULE__DATA"]
    assert scheduler["volumes"] == [f"./feeds:{folder}:ro"]
    assert scheduler["stop_grace_period"] == "15m"


def test_image_and_managed_server_are_the_same_version(project_root: Path) -> None:
    services = yaml.safe_load((project_root / "docker-compose.yml").read_text())["services"]
    assert services["neo4j"]["image"] == f"neo4j:{read_versions().neo4j}"


def test_image_file_copies_every_package_of_the_wheel(project_root: Path) -> None:
    project = (project_root / "pyproject.toml").read_text()
    packages = re.search(r"^packages = (\[.*\])$", project, re.M)
    assert packages
    copied = (project_root / "Dockerfile").read_text()
    assert [
        name for name in yaml.safe_load(packages[1]) if f"COPY {name} {name}" not in copied
    ] == []
