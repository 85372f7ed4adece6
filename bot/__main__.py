"""`python -m bot` is `openoor`."""

from bot.cli import main

main()
