"""Dagster's web pages, started in this process's place so that signals reach them directly."""

from __future__ import annotations

import os
import socket
import sys

from orchestration import dbt, screen
from orchestration.errors import StoppedError
from orchestration.settings import HOME_VARIABLE, Settings

HOST = "127.0.0.1"


def serve(settings: Settings, port: int) -> None:
    """Never comes back: ``dagster dev`` takes over, and ends on Ctrl-C."""
    require_free(port)
    with screen.working("Reading the models"):
        dbt.manifest_path(settings)
    screen.say(f"newsledger's pages: http://{HOST}:{port} (up in half a minute; Ctrl-C stops them)", style="bold")
    os.environ.update(environment(settings))
    command = f"-W ignore -m dagster dev -m orchestration.definitions -h {HOST} -p {port} --log-level warning"
    os.execv(sys.executable, [sys.executable, *command.split()])  # noqa: S606 - our own interpreter and words


def environment(settings: Settings) -> dict[str, str]:
    """What Dagster's processes need to know."""
    return {
        HOME_VARIABLE: str(settings.home),
        "DAGSTER_HOME": str(settings.dagster),
        "DAGSTER_DISABLE_TELEMETRY": "1",
        **dbt.environment(settings),
    }


def require_free(port: int) -> None:
    """Say so here: Dagster would say it in a traceback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as taken:
            raise StoppedError(
                what="The pages cannot be shown",
                where=f"{HOST}:{port}",
                why=taken.strerror or "the port is taken",
                remedy="Stop what listens there, or choose another with --port.",
            ) from None
