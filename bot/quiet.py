"""Logging that cannot leak: our own loggers take allow-listed fields only, all others speak from WARNING.

Before anything else runs: core dumps off, the process not dumpable (KEYS.md). What Python itself prints about
an error nobody caught goes through here too: the name of its class and a place in the program, nothing else.
"""

import contextlib
import ctypes
import logging
import resource
import sys
import threading
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "kind",
        "count",
        "seconds",
        "attempt",
        "status",
        "port",
        "version",
        "flow",
    }
    | {"step", "job", "error", "where", "mode", "engine"}
)
"""Fields a log line may have. Values are words and numbers of the program, never of a person."""

OURS = ("bot", "handlers", "storage")


def set_up(level: str = "INFO") -> None:
    """Configure logging once, at the start of a process."""
    no_core_dumps()
    logging.raiseExceptions = False  # a line that cannot be written would print what it was given
    sys.excepthook = lambda _, error, trace: _uncaught("the program", error, trace)
    sys.unraisablehook = lambda seen: _uncaught("cleaning up", seen.exc_value, seen.exc_traceback)
    threading.excepthook = lambda seen: _uncaught("a thread", seen.exc_value, seen.exc_traceback)
    renderer = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_foreign],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=_no_traceback),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(renderer)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    clamp()
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            only_allowed,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _uncaught(kind: str, error: BaseException | None, trace: TracebackType | None) -> None:
    """An error nobody caught: what stopped, the error's class and where; its message may hold anything."""
    if isinstance(error, KeyboardInterrupt):
        return
    where = "unknown"
    while trace is not None:
        where, trace = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
    structlog.get_logger("bot.quiet").error(
        "an error nobody caught", kind=kind, error=type(error).__name__, where=where
    )


def clamp() -> None:
    """Loggers that are not ours never go below WARNING, whatever somebody sets on them later."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] not in OURS:
            logger = logging.getLogger(name)
            logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))


def only_allowed(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drops every field that is not allowed; an exception becomes the name of its class."""
    error = event.pop("exc_info", None)
    kept = {key: value for key, value in event.items() if key in ALLOWED or key.startswith("_")}
    if isinstance(error, BaseException):
        kept["error"] = type(error).__name__
    elif error and sys.exc_info()[0] is not None:
        kept["error"] = sys.exc_info()[0].__name__  # type: ignore[union-attr]  # just seen to be set
    return kept


def _foreign(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A line of a library: only that it spoke and how loud; its words may hold anything."""
    record = event["_record"]
    return {"event": "library", "level": record.levelname.lower(), "where": record.name, **_meta(event)}


def _meta(event: MutableMapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if key.startswith("_")}


def _no_traceback(*_: object) -> None:
    """Tracebacks show locals and messages: none is printed."""


def no_core_dumps() -> None:
    """No memory of this process on disk, and no other process of this user may look into it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):  # not Linux: the limit above still holds
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
