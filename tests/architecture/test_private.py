"""A Private stays shut: it is opened only where it is delivered, sealed or understood."""

import ast
from collections.abc import Iterator

from tests.architecture.modules import Module, listed, module, product

ALLOWED = "architecture/reveals.txt"
LOGGING = ("debug", "info", "warning", "error", "exception", "critical", "log", "bind", "msg")
LOGGERS = ("log", "logger", "logging", "structlog", "_log", "_logger")


def opens(source: Module) -> bool:
    """Whether this module opens a Private, be it without calling `reveal` at once."""
    return any(_names_the_words(node) for node in ast.walk(source.tree))


def _names_the_words(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr="reveal") | ast.Constant(value="reveal" | "_text"):
            return True
        case ast.Attribute(value=holder, attr="_text"):
            return not (isinstance(holder, ast.Name) and holder.id == "self")
    return False


def test_a_private_is_opened_only_in_the_listed_modules() -> None:
    opening = {source.name for source in product() if opens(source)} - {"dialogues.private"}
    allowed = set(listed(ALLOWED))
    new = sorted(opening - allowed)
    assert not new, f"these open a Private and are not in tests/architecture/reveals.txt: {new}"


def test_the_list_of_opening_modules_names_no_module_that_opens_nothing() -> None:
    opening = {source.name for source in product() if opens(source)}
    done = sorted(set(listed(ALLOWED)) - opening)
    assert not done, f"take these lines out of tests/architecture/reveals.txt: {done}"


def test_opening_is_seen_in_every_way_it_can_be_written() -> None:
    assert opens(module("words.reveal()"))
    assert opens(module("opened = map(Private.reveal, all)"))
    assert opens(module("getattr(words, 'reveal')()"))
    assert opens(module("words._text"))
    assert not opens(module("revealing = 1"))


def printed(source: Module) -> Iterator[ast.Call]:
    """Calls that write past the loggers and the terminal's own printer."""
    for call in source.calls("print", "pprint"):
        if isinstance(call.func, ast.Name):
            yield call


def test_nothing_is_printed() -> None:
    places = [source.place(call) for source in product() for call in printed(source)]
    assert not places, "write through the channel or the logger, never with print"
    assert list(printed(module("print('x')")))


def loose_log_lines(source: Module) -> Iterator[ast.Call]:
    """Log calls whose event is not a fixed text, or that open a Private or format something themselves."""
    for call in source.calls(*LOGGING):
        if not (isinstance(call.func, ast.Attribute) and _is_logger(call.func.value)):
            continue
        fixed = not call.args or isinstance(call.args[0], ast.Constant)
        inside = [node for argument in (*call.args, *call.keywords) for node in ast.walk(argument)]
        opened = any(isinstance(node, ast.JoinedStr) or _opens(node) for node in inside)
        if not fixed or opened:
            yield call


def _is_logger(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.lower() in LOGGERS
        case ast.Call(func=ast.Attribute(attr="get_logger" | "getLogger")):
            return True
    return False


def _opens(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "reveal"


def test_log_lines_have_a_fixed_text_and_open_nothing() -> None:
    places = [source.place(call) for source in product() for call in loose_log_lines(source)]
    assert not places, "log a fixed text; allow-listed fields go beside it"


def test_a_loose_log_line_is_seen() -> None:
    assert list(loose_log_lines(module("log.info(f'{name} said hello')")))
    assert list(loose_log_lines(module("self.log.warning('said', words=text.reveal())")))
    assert list(loose_log_lines(module("logging.getLogger(__name__).error(message)")))
    assert not list(loose_log_lines(module("log.info('turn taken', channel=channel)")))
