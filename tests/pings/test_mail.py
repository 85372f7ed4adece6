"""E-mail to counsellors over real SMTP: encrypted, plain text, nothing of a case (C12, C40)."""

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.pings.mail import MailCourier, MailServer
from dialogues.private import Private
from handlers.ports import Gone, Later, Ping, Sent
from tests.house import MONDAY, MovableClock
from tests.pings.mailserver import PASSWORD, SENDER, USER, Certificate, Post, serving

pytestmark = pytest.mark.sockets

VERA = Private("vera@korenbloem.example")
PING = Ping("0" * 32, Private("Er staat iets voor je klaar"), Private("Eén ding."), "nl", neutral=True)


def server(post: Post, **more: object) -> MailServer:
    made = MailServer(host="127.0.0.1", port=post.port, security="none", sender=SENDER)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the class, by name


def courier(post: Post, **more: object) -> MailCourier:
    return MailCourier(server(post, **more), MovableClock())


def logged_in(certificate: Certificate) -> dict[str, object]:
    return {
        "host": "localhost",
        "user": SecretStr(USER),
        "password": SecretStr(PASSWORD),
        "ca_file": certificate.chain,
    }


@pytest.mark.clause("C40")
async def test_a_mail_says_that_something_is_there_and_nothing_else(post: Post) -> None:
    assert await courier(post).carry(VERA, PING) == Sent()
    ((mail), envelope) = post.mails[0], post.taken[0]
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, [VERA.reveal()])
    assert dict(mail.items()).keys() == {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress",
        "Content-Language", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert (mail["From"], mail["Subject"]) == (SENDER, "Er staat iets voor je klaar")
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "nl")
    assert parsedate_to_datetime(mail["Date"]) == MONDAY
    assert re.fullmatch(r"<[0-9a-f]{32}@korenbloem\.example>", mail["Message-ID"])
    assert PING.id not in mail["Message-ID"]
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().splitlines() == ["Eén ding."]
    assert post.sessions[0].host_name == "korenbloem.example", "the name of this machine is told to nobody"


async def test_only_who_wants_the_name_sees_it_as_the_sender(post: Post) -> None:
    await courier(post).carry(VERA, replace(PING, neutral=False))
    assert post.mails[0]["From"] == f"Open Oor <{SENDER}>"


async def test_the_same_ping_is_recognised_when_it_comes_twice(post: Post) -> None:
    post.breaks_after_data = 1
    assert await courier(post).carry(VERA, PING) == Later(0), "nobody can know whether it was taken"
    assert await courier(post).carry(VERA, PING) == Sent()
    assert len({mail["Message-ID"] for mail in post.mails}) == 1
    await courier(post).carry(VERA, replace(PING, id="1" * 32))
    assert len({mail["Message-ID"] for mail in post.mails}) == 2


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_the_connection_is_encrypted_before_the_password_goes(
    certificate: Certificate, security: str
) -> None:
    context = certificate.context()
    async with serving(Post(), **{security: context}) as post:
        by = courier(post, security=security, **logged_in(certificate))
        assert await by.trouble() is None
        assert await by.carry(VERA, PING) == Sent()
    assert security == "tls" or post.sessions[0].ssl is not None
    assert post.sessions[0].authenticated


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_certificate_that_nobody_trusts_gets_no_password_and_no_mail(
    certificate: Certificate, security: str, capsys: pytest.CaptureFixture[str]
) -> None:
    context = certificate.context()
    async with serving(Post(), **{security: context}) as post:
        by = courier(post, security=security, **{**logged_in(certificate), "ca_file": None})
        assert await by.trouble() == "SSLCertVerificationError"
        assert await by.carry(VERA, PING) == Later(0)
    assert not post.taken
    assert "vera" not in capsys.readouterr().out


async def test_a_server_without_starttls_gets_nothing_in_the_open(
    post: Post, certificate: Certificate
) -> None:
    by = courier(post, security="starttls", **logged_in(certificate))
    assert await by.trouble() == "SMTPNotSupportedError"
    assert await by.carry(VERA, PING) == Later(0)
    assert not post.taken


async def test_a_wrong_password_is_told_to_the_operator_and_tried_again(certificate: Certificate) -> None:
    async with serving(Post(), tls=certificate.context()) as post:
        wrong = {**logged_in(certificate), "password": SecretStr("anders")}
        by = courier(post, security="tls", **wrong)
        assert await by.trouble() == "SMTPAuthenticationError"
        assert await by.carry(VERA, PING) == Later(0)


@pytest.mark.parametrize(
    ("recipient", "data", "outcome"),
    [
        (["451 4.7.1 greylisted, come back"], [], Later(0)),
        (["550 5.1.1 no such mailbox"], [], Gone()),
        ([], ["452 4.3.1 full"], Later(0)),
        ([], ["554 5.7.1 not today"], Later(0)),
    ],
)
async def test_refusals_are_put_off_or_final(
    post: Post, recipient: list[str], data: list[str], outcome: Later | Gone
) -> None:
    post.at_recipient, post.at_data = recipient, data
    assert await courier(post).carry(VERA, PING) == outcome
    assert await courier(post).carry(VERA, PING) == Sent()
    assert len(post.taken) == 1


async def test_a_server_that_is_down_is_tried_again() -> None:
    async with serving(Post()) as gone:
        pass
    assert await courier(gone).carry(VERA, PING) == Later(0)
    assert await courier(gone).trouble() == "ConnectionRefusedError"


async def test_words_cannot_break_out_of_a_header(post: Post) -> None:
    for broken in (replace(PING, subject=Private("Een\r\nBcc: iedereen@korenbloem.example")),):
        assert await courier(post).carry(VERA, broken) == Later(0)
    assert await courier(post).carry(Private("vera@korenbloem.example\r\nDATA"), PING) == Later(0)
    assert not post.taken


def test_a_mail_server_is_not_printed_with_its_secrets(certificate: Certificate, tmp_path: Path) -> None:
    made = server(Post(), **logged_in(certificate))
    assert PASSWORD not in repr(made)
    assert "korenbloem" not in repr(made)
