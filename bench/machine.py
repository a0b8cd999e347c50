"""What a figure was measured on."""

import os
import platform
import subprocess
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """Header of every measurement: when, which commit, on what, how busy.

    Attributes:
        calibration_ms: Time of a fixed loop in Python; compare figures of two days by it.
        load: One-minute load average before the run.
    """

    date: str
    commit: str
    python: str
    cpu: str
    cores: int
    memory_gib: float
    load: float
    calibration_ms: float


def describe() -> Machine:
    """This machine, now."""
    return Machine(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=_commit(),
        python=platform.python_version(),
        cpu=_field("/proc/cpuinfo", "model name") or platform.processor(),
        cores=os.cpu_count() or 0,
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        load=round(os.getloadavg()[0], 2),
        calibration_ms=_calibrate(),
    )


def resident_mib(pid: int | str = "self") -> float:
    """Peak resident memory of a process, in MiB."""
    return _mib(pid, "VmHWM")


def resident_now_mib(pid: int | str) -> float:
    """Resident memory of a process as it is now, in MiB."""
    return _mib(pid, "VmRSS")


def _mib(pid: int | str, field: str) -> float:
    size = _field(f"/proc/{pid}/status", field) or "0 kB"
    return round(int(size.split()[0]) / 1024, 1)


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _field(path: str, name: str) -> str:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def _calibrate() -> float:
    started = time.perf_counter()
    sum(number * number for number in range(2_000_000))
    return round(1000 * (time.perf_counter() - started), 1)
