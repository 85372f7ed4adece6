"""The Telegram channel: private chats only, by polling or by webhook.

Wiring: `telegram = await open_telegram(...)`, mount `telegram.webhook` (when there is a secret) as a POST
route, hand `telegram.postman` to the jobs, await `telegram.run()` beside the server, at the end
`telegram.close()`. Rules in ARCHITECTURE: process, commit, send, and only then confirm.
"""

from bot.telegram.client import TokenRefused
from bot.telegram.house import Hook, Rooms, Telegram, open_telegram

__all__ = ["Hook", "Rooms", "Telegram", "TokenRefused", "open_telegram"]
