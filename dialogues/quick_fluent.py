"""Project Fluent's own parser, over the characters of a word, a name or a plain line at once.

fluent.syntax looks at every character by itself, which was most of the time that the texts took to read.
What comes out is the same to the last position, for what is wrong in a file as well.
"""

import re
from typing import Final, TypeVar

from fluent.syntax import FluentParser, ast
from fluent.syntax.stream import FluentParserStream

_WORDS: Final = re.compile(r"(?:[^{}\n\r]|\r(?!\n))+")
_NAME: Final = re.compile(r"[a-zA-Z0-9_-]*")
_LAST_LINE: Final = re.compile(r" *([^ {}\n\r][^{}\n\r]*)(?=(?:\n *)*(?:\Z|\n(?:[^ {\n\r]| +[.\[*}])))")
"""Words without a blank, after which no line goes on with them."""


class QuickParser(FluentParser):
    """A FluentParser that gives the same tree sooner."""

    def get_text_element(self, ps: FluentParserStream) -> ast.TextElement:
        """Words up to a blank or the end of the line."""
        start = ps.index
        found = _WORDS.match(ps.string, start)
        ps.index = found.end() if found else start
        return _placed(ast.TextElement(ps.string[start : ps.index]), start, ps.index)

    def get_identifier(self, ps: FluentParserStream) -> ast.Identifier:
        """A name. Raises ParseError when it does not begin with a letter."""
        start = ps.index
        ps.take_id_start()
        found = _NAME.match(ps.string, ps.index)
        ps.index = found.end() if found else ps.index
        return _placed(ast.Identifier(ps.string[start : ps.index]), start, ps.index)

    def maybe_get_pattern(self, ps: FluentParserStream) -> ast.Pattern | None:
        """What stands after `=`, None for nothing."""
        found = _LAST_LINE.match(ps.string, ps.index)
        if found is None:
            return super().maybe_get_pattern(ps)
        start, ps.index = found.span(1)
        words = _placed(ast.TextElement(found[1].rstrip(" ")), start, ps.index)
        return _placed(ast.Pattern([words]), start, ps.index)


_Node = TypeVar("_Node", bound=ast.SyntaxNode)


def _placed(node: _Node, start: int, end: int) -> _Node:
    node.add_span(start, end)
    return node
