"""The rooms of a house, so that a test can put another one in their place."""

from collections.abc import Iterator

from starlette.types import ASGIApp

from bot.web.app import web_app
from bot.web.rooms import Rooms
from bot.wiring import House


def rooms_of(house: House) -> Rooms:
    """What the pages get of this house."""
    return Rooms(
        take=house.front.take,
        screens=house.screens,
        desk=house.desk,
        hr=house.hr,
        store=house.store,
        keyring=house.keys,
        clock=house.clock,
        policy=house.policy,
        texts=house.voice.flows.texts,
        voice=house.voice,
        directories=house.directories,
        guide=house.guide,
        code_words=house.code_words,
        login_words=house.login_words,
        base_url="http://127.0.0.1:8400",
        secure_cookies=False,
        demo=True,
        news_every=0.0,
    )


def pages_of(rooms: Rooms) -> ASGIApp:
    """The application with these rooms."""
    return web_app(rooms)


def addresses(house: House, prefix: str, **filled: str) -> Iterator[tuple[str, str]]:
    """(method, path) of every route below `prefix`, its blanks filled; what is not named is 32 zeros."""
    for route in pages_of(rooms_of(house)).routes:  # type: ignore[attr-defined]  # a Starlette application
        path, methods = str(getattr(route, "path", "")), set(getattr(route, "methods", ()))
        if not path.startswith(prefix):
            continue
        for name in getattr(route, "param_convertors", {}):
            path = path.replace(f"{{{name}}}", filled.get(name, "0" * 32))
        yield from ((method, path) for method in sorted(methods - {"HEAD"}))
