"""Made-up counsellors for tests of rules."""

from dataclasses import replace
from datetime import date
from typing import Any

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Gender

TODAY = date(2026, 11, 24)

VERA = Counsellor(
    id=CounsellorId("vera"),
    name="Vera Voorbeeld",
    gender=Gender.WOMAN,
    internal=True,
    languages=("nl",),
    hello={},
    place="kamer 1",
    days="maandag",
    phone="085-0000 300",
    mail="vera@voorbeeld.example",
    appointed_from=date(2026, 1, 1),
    appointment="besluit 1",
)
DAAN = replace(VERA, id=CounsellorId("daan"), name="Daan Denkbeeld", gender=Gender.MAN)
ROBIN = replace(VERA, id=CounsellorId("robin"), name="Robin Regenboog", gender=Gender.OTHER)


def changed(who: Counsellor, **fields: Any) -> Counsellor:
    """The counsellor with some fields otherwise; Any, because every field has its own type."""
    return replace(who, **fields)
