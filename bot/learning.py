"""The trained tiers of own words are loaded while people are served already; word lists answer until then."""

import asyncio
import os
from typing import Literal

import structlog

from dialogues.understand import Recogniser
from dialogues.understand.language import sure_language_of
from dialogues.understand.trained import TIERS, TierName, Trained, load_tier
from handlers.hearing import Hearing, Tongue

log = structlog.get_logger(__name__)

Wanted = Literal["full", "light", "zero", "lists"]


async def learn(hearing: Hearing, lists: Recogniser, wanted: Wanted) -> None:
    """Have the house hear with the tier that is wanted, or with the best one that is there."""
    if wanted == "lists":
        return
    one_thread()
    tongue = await asyncio.to_thread(_languages)
    if tongue is not None:
        hearing.know_languages(tongue)
    found = await asyncio.to_thread(best_tier, wanted, lists)
    if found is not None:
        hearing.use(found, quick=False)


def best_tier(tier: TierName, lists: Recogniser) -> Trained | None:
    """This tier, or the next smaller one that is there, with a line for the operator; None without any."""
    for name in TIERS[TIERS.index(tier) :]:
        try:
            return load_tier(name, lists)
        except Exception as problem:  # noqa: BLE001  # a package that is broken must not end what is served
            log.warning("own words are read by less", tier=name, error=type(problem).__name__)
    return None


def _languages() -> Tongue | None:
    """What names the language of a text, loaded; None without the extra `understand` or with a broken one."""
    try:
        sure_language_of("to be loaded before anybody waits")
    except ImportError:
        return None
    except Exception as problem:  # noqa: BLE001  # a package that is broken must not end what is served
        log.warning("the language of own words is not named", error=type(problem).__name__)
        return None
    return sure_language_of


def one_thread() -> None:
    """Ask the arithmetic below numpy for one thread; more make a message slower. Only before its import."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
