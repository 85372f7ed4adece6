"""Words, names and contact data of hostile people are shown as words, never as anything else."""

from dataclasses import replace

import pytest

from bot.server import app
from bot.visible import visible
from bot.wiring import House
from handlers.domain.roster import Counsellor, Roster
from handlers.hr import publish
from handlers.ports import Work
from tests.house import VERA, MovableClock
from tests.security.desk import at_desk, first_case, logs_in
from tests.web.visitor import Visitor, visitor

MARKUP = "</textarea></p><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b id=forged>"
FLUENT = '{ $counsellor_name } { utter_sent } {"x"} { -brand }'
JINJA = "{{ 'ab' * 5 }} {% include 'hr_list.html' %} {{ visit.cookie.reveal() }}"
TURNED = "\u202egnirts\u202c \u2067x\u2069 \u200b\u2060\ufeff"
HOSTILE = (
    f"Dit is mijn verhaal. {MARKUP} {FLUENT} {JINJA} {TURNED} <tg-spoiler>x</tg-spoiler> [a](tg://user?id=1)"
)
ALIVE = ("<script>alert", "<img src=x", "<b id=forged", "<tg-spoiler>", 'onerror=alert(1)>"')


def dead(page: str) -> bool:
    """Whether nothing of the hostile words became markup, a text of ours or a value."""
    return not [each for each in (*ALIVE, "abababab") if each in page]


async def test_hostile_words_are_only_words_in_the_chat_and_at_the_desk(
    house: House, victim: Visitor, attacker: Visitor
) -> None:
    await attacker.opens("/")
    await attacker.presses_payload("/start")
    for choice in ("in_danger=safe", "need=story"):
        await attacker.presses_payload(f"/SetSlots({choice})")
    await attacker.types(HOSTILE)
    assert dead(attacker.answer.text)
    for choice in ("story_next=someone", "for_whom=self", "kind=bullying"):
        await attacker.presses_payload(f"/SetSlots({choice})")
    await attacker.chooses(about="colleague")
    await attacker.chooses(pick="woman")
    await attacker.chooses(teach="skip")
    assert dead(attacker.answer.text)
    assert "{ $counsellor_name } { utter_sent }" in attacker.words
    if "/SetSlots(marks_ok=keep)" in attacker.payloads:
        await attacker.chooses(marks_ok="keep")
    await attacker.chooses(send="yes")
    assert dead(attacker.answer.text)
    await at_desk(house, victim, VERA)
    path = await first_case(victim)
    assert dead(victim.answer.text)
    assert "{{ 'ab' * 5 }}" in victim.words
    await victim.sends(victim.form(f"{path}/accept"))
    await victim.sends(victim.form(f"{path}/reply"), text=HOSTILE)
    await attacker.opens("/chat")
    assert dead(attacker.answer.text)


async def test_a_draft_that_is_given_back_stays_inside_its_field(house: House, attacker: Visitor) -> None:
    await attacker.opens("/")
    await attacker.presses_payload("/start")
    await attacker.types(HOSTILE + "x" * 20_000)
    assert attacker.status == 413
    assert dead(attacker.answer.text)
    await attacker.opens("/code")
    await attacker.sends(attacker.form("/code"), code=HOSTILE)
    assert dead(attacker.answer.text)


@pytest.mark.parametrize("field", ["name", "place", "days", "phone", "mail"])
async def test_hostile_roster_entries_are_only_words(
    house: House, clock: MovableClock, attacker: Visitor, field: str
) -> None:
    def hostile(who: Counsellor) -> Counsellor:
        changed = replace(who, hello={"nl": HOSTILE, "en": HOSTILE})
        object.__setattr__(changed, field, f"x@y.nl{HOSTILE}")
        return changed

    def job(work: Work) -> None:
        current = work.roster.current()
        changed = tuple(hostile(c) if c.id == VERA else c for c in current.counsellors)
        work.roster.save_draft(Roster(current.version, changed), current.version)
        publish(work, clock.now().date(), None)

    await house.store.write(job)
    async with visitor(app(house)) as one:
        for path in ("/wie", "/wie?lang=en", "/", "/protocol"):
            await one.opens(path)
            assert one.status == 200
            assert dead(one.answer.text), path
            assert "javascript:" not in one.answer.text
        await one.to_code()
        assert dead(one.answer.text)
    await logs_in(house, attacker, "hr")
    for path in ("/hr", "/hr/preview", f"/hr/change/{VERA}", "/hr/history"):
        await attacker.opens(path)
        assert attacker.status == 200
        assert dead(attacker.answer.text), path


HIDING = (
    "\x1b\x7f\x9b\ufff9\ud800\u00ad\u034f\u200b\u2060\u2063\ufeff\U000e0041\U000e0100"
    "\u115f\u180e\u3164\uffa0\ufe0f\u061c\u200e\u200f\u202e\u2066\u206a"
)


@pytest.mark.parametrize("hiding", HIDING, ids=lambda character: f"{ord(character):04X}")
def test_two_names_that_look_the_same_are_the_same(hiding: str) -> None:
    assert visible(f"Ve{hiding}ra") == "Vera"
    assert not visible(f" {hiding} ").strip()


def test_what_a_language_needs_stays_and_every_line_end_is_one() -> None:
    assert visible("می\u200cروم\t–\nक\u200d") == "می\u200cروم\t–\nक\u200d"
    assert visible("een\u2028twee\u2029drie") == "een\ntwee\ndrie"


async def test_what_hr_types_holds_no_character_that_moves_or_hides_others(
    house: House, attacker: Visitor
) -> None:
    await logs_in(house, attacker, "hr")
    await attacker.opens(f"/hr/change/{VERA}")
    form = next(form for form in attacker.page.forms if form.action == "/hr/save")
    hidden = "Vera \x1b]0;x\x07\u202eVoor\u2066beeld\r\nAnder: 112\x00"
    await attacker.sends(
        form, name=hidden, hello_nl="Regel een.\nRegel \x1b[2Jtwee.\u202e", gender="woman", side="internal"
    )
    draft = await house.store.read(lambda work: work.roster.draft())
    assert draft is not None
    vera = draft.get(VERA)
    assert vera is not None
    assert vera.name == "Vera ]0;xVoorbeeld Ander: 112"
    assert vera.hello["nl"] == "Regel een.\nRegel [2Jtwee."
