"""Where a counsellor wants to be told stands in no table, log, metric or error (C40; KEYS, rules)."""

import logging
from collections.abc import Iterator

import pytest

from bot.pings.mail import MailCourier, MailServer
from bot.pings.service import ServiceCourier
from bot.wiring import House
from dialogues.private import Private
from handlers.domain.pings import WayKind, hint
from handlers.ports import Outcome, Ping
from tests.house import VERA, Counsellor, Employee
from tests.pings.mailserver import SENDER, Post, post
from tests.pings.ways import carry, number_in, ways_of
from tests.privacy.test_leaks import ear, every_row, loud
from tests.privacy.traces import Ear, files, found, metrics, told

__all__ = ["ear", "loud", "post"]

ADDRESS = "truus.zandloper@zwartegat.example"
PLANTED = (ADDRESS, "truus", "zandloper", "zwartegat")


@pytest.fixture
def deaf_to_the_mail_server() -> Iterator[None]:
    """The mail server of the test runs in this process and logs whom it got mail for, as mail servers do."""
    log = logging.getLogger("mail.log")
    log.disabled = True
    yield
    log.disabled = False


@pytest.mark.sockets
@pytest.mark.clause("C40")
async def test_an_address_is_nowhere_but_in_the_mail(
    loud: House, ear: Ear, post: Post, deaf_to_the_mail_server: None, capfd: pytest.CaptureFixture[str]
) -> None:
    server = MailServer(host="127.0.0.1", port=post.port, security="none", sender=SENDER)
    courier, desk = MailCourier(server, loud.clock), loud.desk.pings
    vera = await Counsellor.logs_in(loud, VERA)
    session = await vera.session()
    assert await desk.add(session, WayKind.MAIL, Private(ADDRESS), language="nl", neutral=False) is None
    rows = await every_row(loud)
    post.at_recipient, post.at_data = [f"451 <{ADDRESS}> greylisted"], [f"554 <{ADDRESS}> no"]
    for _ in range(3):
        await carry(loud, courier, at_round=False)
    number = number_in(post.mails[0].get_content())
    rows += await every_row(loud)
    (way,) = await ways_of(vera)
    assert await desk.confirm(session, way.id, Private(number)) == "confirmed"
    await Employee(loud).introduces(pick="woman")
    post.at_recipient = [f"550 <{ADDRESS}> unknown"]
    await carry(loud, courier)
    rows += await every_row(loud)
    assert post.mails[0]["To"] == ADDRESS
    secrets = (*PLANTED, number)
    for name, data in files(loud.settings.data_dir).items():
        assert not found(PLANTED if name.endswith((".key", "-shm")) else secrets, data), name
    said = capfd.readouterr()
    assert b"did not take" in ear.text
    for where in (rows, ear.text, metrics(loud), (said.out + said.err).encode()):
        assert not found(PLANTED, where)
    assert not found([number], ear.text)
    assert not found(PLANTED, f"{way!r} {await ways_of(vera)!r} {hint(way.kind, way.address)!r}".encode())


@pytest.mark.sockets
async def test_the_address_of_a_service_is_nowhere(
    loud: House, ear: Ear, capfd: pytest.CaptureFixture[str]
) -> None:
    vera = await Counsellor.logs_in(loud, VERA)
    session, service = await vera.session(), f"ntfys://truus:geheim-woord@localhost:1/{ADDRESS}"
    desk = loud.desk.pings
    assert await desk.add(session, WayKind.SERVICE, Private(service), language="nl", neutral=True) is None
    assert len(await carry(loud, ServiceCourier(), at_round=False)) == 1, "it may not go to this machine"
    planted = (*PLANTED, "geheim-woord", service)
    rows = await every_row(loud)
    said = capfd.readouterr()
    assert b"did not take a ping" in ear.text
    for where in (rows, ear.text, metrics(loud), (said.out + said.err).encode()):
        assert not found(planted, where)
    for name, data in files(loud.settings.data_dir).items():
        assert not found(planted, data), name


async def test_a_courier_that_breaks_tells_no_address(loud: House, ear: Ear) -> None:
    class Broken:
        async def carry(self, address: Private, ping: Ping) -> Outcome:
            raise RuntimeError("injected")

    vera = await Counsellor.logs_in(loud, VERA)
    session = await vera.session()
    await loud.desk.pings.add(session, WayKind.MAIL, Private(ADDRESS), language="nl", neutral=True)
    with pytest.raises(RuntimeError) as broken:
        await carry(loud, Broken(), at_round=False)
    logging.getLogger("bot").error("a ping failed", exc_info=broken.value)
    assert not found(PLANTED, told(broken.value))
    assert not found(PLANTED, ear.text)
