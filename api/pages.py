"""Pages and their assets, built once at set-up and served from here; nothing from elsewhere."""

from pathlib import Path

from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

from api.problems import problem

ASSETS = Path(__file__).resolve().parent / "assets" / "graphiql"

PAGE_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'"
)
"""Content security policy: the editor writes style attributes, hence the one exception."""


def graphiql_page() -> Response:
    """GraphiQL, or what to do where its pages were not built."""
    page = ASSETS / "graphiql.html"
    if not page.is_file():
        return problem(
            404, "No GraphiQL here", "Its pages are built by `make setup`; the API works without."
        )
    return FileResponse(
        page, media_type="text/html", headers={"content-security-policy": PAGE_POLICY}
    )


def assets() -> StaticFiles:
    """The files the page loads."""
    return StaticFiles(directory=ASSETS, check_dir=False)
