"""E-mail: one short message without content, over a connection that is encrypted and checked.

What the mail library raises holds addresses; it ends here, and only its name is logged.
"""

import asyncio
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

import structlog
from pydantic import SecretStr

from dialogues.private import Private
from handlers.ports import Clock, Gone, Later, Outcome, Ping, Sent

log = structlog.get_logger(__name__)

PATIENCE = 20.0  # seconds for each answer of the mail server
NAME = "Open Oor"

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MailServer:
    """Where mail is handed in, and who sends it. `security` none: only for a server on this very machine."""

    host: str
    port: int
    security: Security
    sender: str
    user: SecretStr | None = None
    password: SecretStr | None = None
    ca_file: Path | None = None

    @property
    def domain(self) -> str:
        """The domain of the sender; the name of this machine is told to nobody."""
        return self.sender.rpartition("@")[2]


class MailCourier:
    """Implements handlers.ports.Courier for e-mail; smtplib waits in a thread."""

    def __init__(self, server: MailServer, clock: Clock) -> None:
        self._server, self._clock = server, clock

    async def carry(self, address: Private, ping: Ping) -> Outcome:
        """See the port. At least once: a connection lost after the last dot brings the same mail again."""
        return await asyncio.to_thread(self._carry, address, ping)

    async def trouble(self) -> str | None:
        """Connect and log in as for a mail, and send none; the name of what went wrong."""
        try:
            smtp = await asyncio.to_thread(self._connected)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return type(error).__name__
        await asyncio.to_thread(_leave, smtp)
        return None

    def _carry(self, address: Private, ping: Ping) -> Outcome:
        try:
            smtp = self._connected()
            try:
                smtp.send_message(self._message(address, ping), self._server.sender, [address.reveal()])
            finally:
                _leave(smtp)
        except smtplib.SMTPRecipientsRefused as refused:
            code = max(status for status, _ in refused.recipients.values())
            log.warning("the mail server does not take an address", status=code)
            return Gone() if code >= 500 else Later(0)
        except smtplib.SMTPResponseException as refused:
            name, code = type(refused).__name__, refused.smtp_code
            log.warning("the mail server did not take a mail", error=name, status=code)
            return Later(0)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            log.warning("the mail server did not take a mail", error=type(error).__name__)
            return Later(0)
        return Sent()

    def _connected(self) -> smtplib.SMTP:
        """A connection as the settings want it; there is no falling back to an open one."""
        server = self._server
        context = ssl.create_default_context(cafile=server.ca_file)
        smtp: smtplib.SMTP
        if server.security == "tls":
            smtp = smtplib.SMTP_SSL(
                server.host, server.port, server.domain, timeout=PATIENCE, context=context
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, server.domain, timeout=PATIENCE)
        try:
            if server.security == "starttls":
                smtp.starttls(context=context)
            if server.user is not None and server.password is not None:
                smtp.login(server.user.get_secret_value(), server.password.get_secret_value())
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _message(self, address: Private, ping: Ping) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        sender = self._server.sender
        message["From"] = sender if ping.neutral else f"{NAME} <{sender}>"
        message["To"] = address.reveal()
        message["Subject"] = ping.subject.reveal()
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = f"<{_same(ping.id)}@{self._server.domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "All"
        message.set_content(ping.text.reveal(), cte="quoted-printable")
        message["Content-Language"] = ping.language
        return message


def _same(ping: str) -> str:
    """The same for the same ping, so that a mailbox can tell a second copy; leads back to no row."""
    return blake2b(ping.encode(), digest_size=16, person=b"ping").hexdigest()


def _leave(smtp: smtplib.SMTP) -> None:
    # The mail was taken or refused before; what the server says to a farewell changes nothing.
    with suppress(smtplib.SMTPException, OSError):
        smtp.quit()
    smtp.close()
