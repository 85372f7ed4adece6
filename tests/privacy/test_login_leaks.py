"""How staff log in leaves nothing that could be used or read: not on the disk, in a log or in an error."""

import base64
import logging

import pytest
import structlog

from bot.wiring import House
from dialogues.private import Private
from tests.fakes.authenticator import Device
from tests.handlers.test_desk_numbers import app, keeps
from tests.handlers.test_desk_passkeys import adds, comes_in
from tests.house import VERA, Counsellor, MovableClock
from tests.privacy.test_leaks import breaks, ear, every_row, loud
from tests.privacy.traces import Ear, files, found, metrics, told

__all__ = ["ear", "loud"]

TITLE = "paarse telefoon van Truus"


async def logs_in_every_way(house: House, clock: MovableClock, device: Device) -> set[str]:
    """Passkey and app, kept and used, rightly and wrongly; what must not be found."""
    vera, one = await Counsellor.logs_in(house, VERA), app(house)
    options = await house.desk.passkeys.offer(vera.cookie, "Vera")
    assert options is not None
    made = device.makes(options)
    assert await house.desk.passkeys.add(vera.cookie, made, Private(TITLE), device.opener)
    assert not await house.desk.passkeys.add(vera.cookie, made, Private(TITLE), device.opener)
    assert await keeps(house, vera, one, clock)
    cookie = await comes_in(house, device, opens=True)
    assert cookie is not None
    number = one.number(clock)
    assert await house.desk.numbers.enter(one.words, number) is not None
    assert await house.desk.numbers.enter(one.words, Private("000000")) is None
    assert await comes_in(house, Device(credential=device.credential)) is None
    assert not await adds(house, vera, device)
    return {
        one.secret.reveal(),
        one.words.reveal(),
        device.opener.reveal(),
        base64.urlsafe_b64encode(device.credential).decode().rstrip("="),
        cookie.reveal(),
        vera.cookie.reveal(),
        TITLE,
    }


@pytest.mark.clause("C40")
async def test_no_secret_words_or_credential_is_on_the_disk_in_a_table_a_log_or_a_metric(
    loud: House, ear: Ear, clock: MovableClock
) -> None:
    device = Device()
    secrets = await logs_in_every_way(loud, clock, device)
    for name, data in files(loud.settings.data_dir).items():
        assert not found(secrets, data), name
        assert device.credential not in data, name
        assert device.secret not in data, name
    kept = await every_row(loud)
    assert not found(secrets, kept)
    assert device.credential not in kept
    assert ear.heard, "something was heard, or this proves nothing"
    assert not found({*secrets, repr(device.credential)[2:-1], device.credential.hex()}, ear.text)
    assert not found(secrets, metrics(loud))


BROKEN = {
    "checking the answer": "bot.authenticator.webauthn.verify_authentication_response",
    "the number": "handlers.desk.numbers.matching_step",
    "sealing": "storage.logins.seal",
    "opening": "storage.logins.unseal",
    "the audit": "storage.audit.SqlAudit.note",
    "the session": "storage.desk.SqlDesk.begin_session",
}


@pytest.mark.parametrize("layer", BROKEN)
async def test_an_error_in_any_layer_of_logging_in_tells_no_secret(
    loud: House, ear: Ear, clock: MovableClock, layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Device()
    secrets = await logs_in_every_way(loud, clock, device)
    vera, one = await Counsellor.logs_in(loud, VERA), app(loud)
    secrets |= {one.secret.reveal(), one.words.reveal(), vera.cookie.reveal()}
    asked, number = await loud.desk.passkeys.ask(), one.number(clock)
    answer = device.uses(asked)
    monkeypatch.setattr(BROKEN[layer], breaks)
    errors: list[BaseException] = []
    for attempt in (
        loud.desk.passkeys.enter(answer, device.opener),
        loud.desk.numbers.add(vera.cookie, one.secret, one.words, number),
        loud.desk.numbers.enter(one.words, number),
    ):
        try:
            await attempt
        except Exception as error:  # whatever comes, it is looked at
            errors.append(error)
            logging.getLogger("bot").exception("a login failed")
            structlog.get_logger("bot").error("a login failed", exc_info=error)
    assert errors, "nothing was broken"
    assert not found(secrets, b"\n".join(map(told, errors)))
    assert not found(secrets, ear.text)
