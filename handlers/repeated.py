"""What is said to a delivery that was taken before when nothing is left to render its answer from (C41).

That is so after a kill between the commit that ended a chat and its last answer. Only what is certain is
said, and nothing is written for it.
"""

from typing import Final

from dialogues.model import Button, Heard, Say
from handlers.ports import Channel, Inbound

STOPPED: Final = "utter_stopped"
CAME_BEFORE: Final = "utter_came_before"
CAME_EARLIER: Final = Say("utter_came_earlier", buttons=(Button("/status", "status"),))
"""Of a chat that is there, while its last answer was forgotten together with its resume code."""

ENDED: Final = {
    "/SetSlots(wipe_ok=yes)": "utter_wiped",
    "/SetSlots(stop_how=now)": STOPPED,
    "/stop": STOPPED,
}
"""The wishes by which a chat ends, and what is surely so after each."""


def said_before(inbound: Inbound, heard: Heard) -> tuple[Say, ...]:
    """Never nothing: whoever pressed and saw nothing must not be left to wonder whether it happened.

    A browser that was left with a quick exit has no chat either, while its code may open one: there it is
    not said that nothing is kept.
    """
    wish = inbound.payload or (f"/{heard.intent}" if heard.intent else "")
    said = ENDED.get(wish, CAME_BEFORE)
    if said == STOPPED and inbound.channel is Channel.WEB:
        said = CAME_BEFORE
    return (*(Say(f"utter_crisis_{kind}") for kind in heard.crisis[:1]), Say(said))
