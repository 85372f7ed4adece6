"""Logs hold what is allowed and nothing else."""

import io
import logging
import resource
from collections.abc import Iterator

import pytest
import structlog

from bot import quiet

PLANTED = "roodborstje-77"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What goes to standard error, with the program's own logging set up at DEBUG."""
    before, level = logging.getLogger().handlers, logging.getLogger().level
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    quiet.set_up("DEBUG")
    yield out
    logging.getLogger().handlers = before
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()


def test_only_allowed_fields_are_written(lines: io.StringIO) -> None:
    structlog.get_logger("bot.test").warning("something", kind="push", text=PLANTED, sender=PLANTED)
    assert "something" in lines.getvalue()
    assert "push" in lines.getvalue()
    assert PLANTED not in lines.getvalue()


def test_an_exception_leaves_its_name_only(lines: io.StringIO) -> None:
    try:
        raise ValueError(PLANTED)
    except ValueError:
        structlog.get_logger("bot.test").exception("it went wrong")
    assert "ValueError" in lines.getvalue()
    assert PLANTED not in lines.getvalue()
    assert "Traceback" not in lines.getvalue()


def test_a_library_is_heard_from_warning_on_and_never_quoted(lines: io.StringIO) -> None:
    library = logging.getLogger("somelibrary.deep")
    library.info("quiet %s", PLANTED)
    library.warning("loud %s", PLANTED)
    try:
        raise ValueError(PLANTED)
    except ValueError:
        library.exception("failed with %s", PLANTED)
    assert lines.getvalue().count("library") >= 2
    assert "somelibrary.deep" in lines.getvalue()
    assert PLANTED not in lines.getvalue()


def test_libraries_stay_clamped_whatever_they_set_themselves() -> None:
    logger = logging.getLogger("httpx")
    logger.setLevel(logging.DEBUG)
    quiet.clamp()
    assert logger.level == logging.WARNING


def test_no_core_dump_is_ever_written() -> None:
    quiet.no_core_dumps()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
