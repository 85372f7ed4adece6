"""Logs hold what is allowed and nothing else."""

import io
import logging
import resource
import sys
import threading

import pytest
import structlog

from bot import quiet

PLANTED = "roodborstje-77"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What goes to standard error, with the program's own logging set up at DEBUG."""
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    quiet.set_up("DEBUG")
    return out


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


def test_an_error_that_nobody_caught_leaves_its_name_and_its_place_only(lines: io.StringIO) -> None:
    def breaks() -> None:
        raise RuntimeError(PLANTED)

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    assert "a thread" in lines.getvalue()

    class Breaks:
        def __del__(self) -> None:
            breaks()

    Breaks()
    assert "cleaning up" in lines.getvalue()
    try:
        breaks()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "the program" in lines.getvalue()
    assert lines.getvalue().count("RuntimeError") == 3
    assert lines.getvalue().count("test_quiet.py:") == 3
    assert PLANTED not in lines.getvalue()
    assert "Traceback" not in lines.getvalue()


def test_ctrl_c_is_no_error(lines: io.StringIO) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert lines.getvalue() == ""


def test_a_line_that_cannot_be_written_is_lost_and_not_shown(
    lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    lines.close()
    structlog.get_logger("bot.test").warning("something", kind="push")
    logging.getLogger("somelibrary").warning("%d", PLANTED)
    assert shown.getvalue() == ""


def test_libraries_stay_clamped_whatever_they_set_themselves() -> None:
    logger = logging.getLogger("httpx")
    logger.setLevel(logging.DEBUG)
    quiet.clamp()
    assert logger.level == logging.WARNING


def test_no_core_dump_is_ever_written() -> None:
    quiet.no_core_dumps()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
