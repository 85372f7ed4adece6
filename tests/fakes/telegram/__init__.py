"""A fake Telegram Bot API over real HTTP, and the people behind it.

    async with await FakeTelegram.start() as fake:
        bot = Bot(fake.token, base_url=fake.base_url)
        robin = fake.person(language="nl")
        await robin.opens_link("new")          # /start new
        card = await robin.sees("Welkom")      # waits, never sleeps
        press = await robin.presses("Verder")
        await fake.settled()                   # every update confirmed
        assert press.answered and robin.screen[-1].protected

It holds the bot to Telegram's rules: lengths, callback data, who may edit or delete what and until
when, one poller, offsets, webhook secrets and retries, blocked chats. `fake.faults` and
`fake.updates` make it fail. Behaviour follows the Bot API documentation and the published server.

Left out, and answered with an error rather than in a friendly way: formatting and entities, pictures by
file id, keyboards that are not inline, methods that the product does not use. Left out silently: Telegram's
own rate limits (use `Flood`), slowing down quick repeated polls, method calls in a webhook answer.
"""

from tests.fakes.telegram.bell import MovableClock
from tests.fakes.telegram.fake import TOKEN, FakeTelegram
from tests.fakes.telegram.faults import WEBHOOK, Broken, Cut, Flood
from tests.fakes.telegram.people import Key, Person, Room, Shown
from tests.fakes.telegram.world import Call, Press

__all__ = [
    "TOKEN",
    "WEBHOOK",
    "Broken",
    "Call",
    "Cut",
    "FakeTelegram",
    "Flood",
    "Key",
    "MovableClock",
    "Person",
    "Press",
    "Room",
    "Shown",
]
