"""What can go wrong between a bot and Telegram, switched on by a test."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flood:
    """429: too many requests. Nothing was done."""

    retry_after: int  # seconds


@dataclass(frozen=True, slots=True)
class Broken:
    """500 to 599: Telegram has trouble. Nothing was done. 502 comes as a page of a proxy, not as JSON."""

    code: int = 500


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection ends without an answer; with `done` the request was carried out before."""

    done: bool = True


Fault = Flood | Broken | Cut

WEBHOOK = "webhook"  # names the delivery of an update to the bot, as if it were a method


@dataclass(slots=True)
class _Switched:
    method: str
    fault: Fault
    chat: int | None
    left: int


class Faults:
    """Faults that are waiting for their request, the first switched on first."""

    def __init__(self) -> None:
        self._waiting: list[_Switched] = []

    @property
    def waiting(self) -> bool:
        """A fault has not hit yet."""
        return bool(self._waiting)

    def next(self, method: str, fault: Fault, *, times: int = 1, chat: int | None = None) -> None:
        """Let the next `times` calls of `method` fail; with `chat` only those about that chat.

        `method` is spelled as in the Bot API ("sendMessage"), or `WEBHOOK`: then the bot's answer
        to a delivered update is lost and the update comes again, whatever the fault.
        """
        self._waiting.append(_Switched(method.lower(), fault, chat, times))

    def clear(self) -> None:
        """Everything works again."""
        self._waiting.clear()

    def take(self, method: str, chat: str | None) -> Fault | None:
        """The fault that hits this call, if any; used up by it."""
        for switched in self._waiting:
            if switched.method == method.lower() and switched.chat in (None, _number(chat)):
                switched.left -= 1
                if switched.left == 0:
                    self._waiting.remove(switched)
                return switched.fault
        return None


def _number(chat: str | None) -> int | None:
    return int(chat) if chat and chat.lstrip("-").isdigit() else None
