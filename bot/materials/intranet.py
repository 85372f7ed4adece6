"""The block for the intranet: plain HTML without script, style or anything that is loaded from elsewhere."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.materials.facts import Facts
from bot.materials.printed import FOLDER

_PAGES = Environment(
    loader=FileSystemLoader(FOLDER.parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def intranet_block(facts: Facts) -> str:
    """One `<section>` to paste into a page: who they are, how to reach them, and the way without a name."""
    return _PAGES.get_template("block.html").render(facts=facts, t=facts.words)
