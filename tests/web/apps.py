"""Somebody's app with one-time numbers, at the pages."""

import re
from dataclasses import dataclass

import pyotp

from bot.demo_house import PASSPHRASE
from bot.wiring import House
from tests.web.visitor import Visitor

SLOW = "Dit was te vaak achter elkaar"
SAVED_PAGE = re.compile(r'nonce="[^"]*"')


@dataclass(frozen=True, slots=True)
class App:
    """What was put into the app."""

    secret: str
    words: str

    def number(self, house: House) -> str:
        """What it shows now."""
        return str(pyotp.TOTP(self.secret).at(house.clock.now()))


async def keeps_an_app(house: House, one: Visitor, place: str = "desk") -> App:
    """From "how you log in" to an app that is kept."""
    await one.opens(f"/{place}/ways/numbers")
    form = one.form(f"/{place}/ways/numbers")
    app = App(form.fields["secret"], form.fields["words"])
    assert app.secret in one.words.replace(" ", "")
    assert app.words in one.words
    phrase = {"phrase": PASSPHRASE} if "phrase" in form.fields else {}
    await one.sends(form, number=app.number(house), **phrase)
    assert "Je app is bewaard" in one.words
    return app


async def by_number(one: Visitor, words: str, number: str) -> None:
    """The login page, as a browser without JavaScript has it."""
    await one.opens("/login")
    await one.sends(one.form("/login/number"), words=words, number=number)
