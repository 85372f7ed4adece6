"""A real mail server on the loopback address: with TLS or without, refusing, putting off, breaking off."""

import asyncio
import datetime
import ipaddress
import ssl
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "openoor", "wachtwoord-van-de-mail"
SENDER = "no-reply@korenbloem.example"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate for this machine that nobody else trusts, and its key."""

    chain: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """For the server's side."""
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.load_cert_chain(self.chain, self.key)
        return made


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """Made for this run."""
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "chain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return Certificate(folder / "chain.pem", folder / "key.pem")


@dataclass(slots=True)
class Post:
    """What the server does, and what it took. `answers` are given to the next commands, then all is well."""

    port: int = 0
    taken: list[Envelope] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    at_recipient: list[str] = field(default_factory=list)
    at_data: list[str] = field(default_factory=list)
    breaks_after_data: int = 0  # so often the mail is taken and the connection lost before the answer

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or say what is to be said."""
        if self.at_recipient:
            return self.at_recipient.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a mail, or say what is to be said."""
        if self.at_data:
            return self.at_data.pop(0)
        self.taken.append(envelope)
        self.sessions.append(session)
        if self.breaks_after_data:
            self.breaks_after_data -= 1
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that were taken."""
        return [
            message_from_bytes(each.content, policy=default)
            for each in self.taken
            if isinstance(each.content, bytes)
        ]


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=right, handled=False)


@asynccontextmanager
async def serving(
    post: Post, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Post]:
    """The server on a free port, in this loop; a login is needed where the connection is encrypted."""
    needs_login = starttls is not None or tls is not None

    def one() -> SMTP:
        with warnings.catch_warnings(action="ignore"):  # it does not see the TLS that was there before it
            return SMTP(
                post,
                hostname="localhost",
                tls_context=starttls,
                require_starttls=starttls is not None,
                authenticator=_login,
                auth_required=needs_login,
                auth_require_tls=tls is None,
                loop=asyncio.get_running_loop(),
            )

    server = await asyncio.get_running_loop().create_server(one, "127.0.0.1", post.port, ssl=tls)
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """An open mail server, as one on the same machine is."""
    async with serving(Post()) as made:
        yield made
