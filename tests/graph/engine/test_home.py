"""The folder of a server: jars, configuration, removal."""

import os
from pathlib import Path

import pytest

from graph.engine.cache import fill
from graph.engine.home import Home, configuration, link
from graph.engine.ports import Ports
from graph.errors import DiskFull
from graph.settings import EngineSettings


def values(conf: str) -> dict[str, str]:
    """Keys and values of a configuration."""
    return dict(line.split("=", 1) for line in conf.splitlines())


def test_plugins_are_the_jars_of_gds_and_lib_is_all_others(
    registry, cache: Path, tmp_path: Path
) -> None:
    fill(cache, registry.artifacts, registry.fetch)
    home = Home(tmp_path / "home")

    home.root.mkdir()
    home.prepare(cache, registry.artifacts, "key=value\n")

    plugins = {a.file_name for a in registry.artifacts if a.group == "org.neo4j.gds"}
    assert set(os.listdir(home.root / "plugins")) == plugins
    assert set(os.listdir(home.root / "lib")) == (
        {artifact.file_name for artifact in registry.artifacts} - plugins
    )
    assert (home.conf / "neo4j.conf").read_text() == "key=value\n"
    names = home.class_path.read_text().removeprefix("-cp ").strip().split(":")
    assert names == sorted(names, key=lambda name: (name.startswith("lib"), name))
    assert {name.split("/")[1] for name in names if name.startswith("plugins/")} == plugins
    assert len(names) == len(registry.artifacts)
    assert home.root.stat().st_mode & 0o777 == 0o700


def test_jars_are_linked_and_others_removed(tmp_path: Path) -> None:
    cache, folder = tmp_path / "cache", tmp_path / "lib"
    for each in (cache, folder):
        each.mkdir()
    for name in ("new.jar", "kept.jar", "again.jar"):
        (cache / name).write_bytes(b"jar")
    (folder / "of-last-version.jar").write_bytes(b"jar")
    (folder / "again.jar").write_bytes(b"damaged, and fetched again since")
    (folder / "kept.jar").symlink_to(cache / "gone.jar")

    link(cache, folder, ["new.jar", "kept.jar", "again.jar"])

    assert set(os.listdir(folder)) == {"new.jar", "kept.jar", "again.jar"}
    for name in ("new.jar", "kept.jar", "again.jar"):
        assert (folder / name).samefile(cache / name)


def test_server_listens_on_loopback_only_with_the_given_memory_and_ports() -> None:
    conf = values(configuration(EngineSettings(heap_mib=1024, page_cache_mib=128), Ports(11, 12)))

    listening = {key: value for key, value in conf.items() if key.endswith("_address")}
    assert listening == {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": "127.0.0.1:11",
        "server.bolt.advertised_address": "127.0.0.1:11",
        "server.http.listen_address": "127.0.0.1:12",
        "server.http.advertised_address": "127.0.0.1:12",
    }
    assert conf["server.https.enabled"] == "false"
    assert conf["server.memory.heap.initial_size"] == "1024m"
    assert conf["server.memory.heap.max_size"] == "1024m"
    assert conf["server.memory.pagecache.size"] == "128m"


def test_nothing_is_reported_to_anyone_and_login_is_required() -> None:
    conf = values(configuration(EngineSettings(), Ports(11, 12)))

    assert conf["dbms.usage_report.enabled"] == "false"
    assert conf["client.allow_telemetry"] == "false"
    assert "dbms.security.auth_enabled" not in conf


def test_removal_that_was_killed_is_finished_and_logs_stay(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.logs.mkdir()
    home.console.write_text("said\n")
    (home.data / "databases").mkdir(parents=True)
    (tmp_path / "removed-1" / "databases").mkdir(parents=True)
    home.password.write_text("secret")

    home.remove_data()

    assert set(os.listdir(tmp_path)) == {"logs"}


def test_new_database_is_refused_where_there_is_no_room(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="1000000000000 MB needed") as raised:
        Home(tmp_path).check_room(10**18)

    assert "DRIFT_DATA_DIR" in raised.value.hint


def test_room_is_not_asked_for_where_a_database_is(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.store_lock.parent.mkdir(parents=True)
    home.store_lock.touch()

    home.check_room(10**18)
