"""The promises of the house: what is drawn, listed or described is so."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import typer
from pydantic import BaseModel
from typer.core import TyperGroup

from api.cli import app
from graph import errors
from graph.queries import all_queries, cypher
from graph.settings import Settings

PACKAGES = ("graph", "loaders", "algorithms", "api", "scheduler")


def python_files(root: Path) -> Iterator[Path]:
    for package in (*PACKAGES, "tests", "bench"):
        yield from sorted((root / package).rglob("*.py"))


def modules() -> Iterator[ModuleType]:
    """Every module of the packages."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages(
            importlib.import_module(package).__path__, f"{package}."
        ):
            yield importlib.import_module(found.name)


def walk(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str | None]]:
    """Variable and description of each setting."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from walk(kind, f"{prefix}{name.upper()}__")
        else:
            yield f"{prefix}{name.upper()}", field.description


def test_error_tree_is_drawn_as_it_is() -> None:
    assert errors.__doc__
    drawn: list[tuple[str, str]] = []
    parents: list[tuple[int, str]] = []
    for line in errors.__doc__.splitlines():
        match = re.match(r"^([\s│├└─]*)([A-Z]\w+)\b", line)
        if match and (match[1].strip() or match[2] == "DriftError"):
            depth = len(match[1])
            while parents and parents[-1][0] >= depth:
                parents.pop()
            drawn.append((match[2], parents[-1][1] if parents else "Exception"))
            parents.append((depth, match[2]))
    classes = [
        (name, value.__base__.__name__)
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, errors.DriftError)
    ]
    assert sorted(drawn) == sorted(classes)


def test_errors_are_defined_in_the_tree_and_what_clients_see_in_the_api() -> None:
    strays = {
        value.__module__
        for module in modules()
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, errors.DriftError)
    }
    assert strays == {"graph.errors", "api.errors"}


def test_every_query_file_has_a_header_that_holds() -> None:
    names = list(all_queries())
    assert names
    assert [cypher(name).name for name in names] == names


def test_every_query_file_is_used(project_root: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in python_files(project_root))
    unused = [
        name for name in all_queries() if f'"{name}"' not in text and not name.startswith("checks/")
    ]
    assert unused == []


def test_every_setting_is_described() -> None:
    assert [name for name, description in walk(Settings, "DRIFT_") if not description] == []


def test_env_example_lists_every_setting(project_root: Path) -> None:
    lines = (project_root / ".env.example").read_text().splitlines()
    listed = [match[1] for line in lines if (match := re.match(r"^#?(DRIFT_\w+)=", line))]
    assert listed == [name for name, _ in walk(Settings, "DRIFT_")]


def test_every_public_function_and_class_has_a_docstring() -> None:
    bare = [
        f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        if not name.startswith("_")
        and (inspect.isclass(value) or inspect.isfunction(value))
        and value.__module__ == module.__name__
        and not (value.__doc__ or "").strip()
        and not module.__name__.startswith("api.schema.")  # described in the schema instead
    ]
    assert bare == []


def test_only_settings_reads_the_environment(project_root: Path) -> None:
    readers = [
        path.relative_to(project_root).as_posix()
        for package in PACKAGES
        for path in sorted((project_root / package).rglob("*.py"))
        if re.search(r"os\.environ|os\.getenv", path.read_text(encoding="utf-8"))
    ]
    assert readers == []


def test_readme_names_every_command_and_no_other(project_root: Path) -> None:
    readme = (project_root / "README.md").read_text()
    table = readme[readme.index("## The command line") : readme.index("## Sources")]
    named = set(re.findall(r"drift ([a-z]+)", table))
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    assert named == set(group.commands)


def test_documents_link_to_files_that_are_there(project_root: Path) -> None:
    broken = [
        f"{document.relative_to(project_root)}: {link}"
        for document in [*project_root.glob("*.md"), *project_root.glob("*/**/*.md")]
        if not {".venv", "node_modules", ".drift"} & set(document.parts)
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / link).exists()
    ]
    assert broken == []
