"""Which couriers an installation has, and what in its settings is wrong."""

import re
from collections.abc import Iterator

from bot.pings.mail import MailCourier, MailServer
from bot.pings.service import Place, ServiceCourier, can_run
from bot.settings import HERE, SecretSettings, Settings
from dialogues.private import Private
from handlers.domain.errors import OpenOorError
from handlers.domain.pings import WayKind, mail_address
from handlers.ports import Clock, Courier

_PLACE = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\]):([0-9]{1,5})")


class PingSettingsWrong(OpenOorError):
    """The settings of e-mail or services cannot be used as they are. Nothing was started."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def couriers_of(settings: Settings, secrets: SecretSettings, clock: Clock) -> dict[WayKind, Courier]:
    """What can bring pings here, by kind. Raises PingSettingsWrong."""
    if problems := wrong_ping_settings(settings, secrets):
        raise PingSettingsWrong(problems)
    couriers: dict[WayKind, Courier] = {}
    if server := mail_server(settings, secrets):
        couriers[WayKind.MAIL] = MailCourier(server, clock)
    if can_run():
        couriers[WayKind.SERVICE] = ServiceCourier(places_of(settings))
    return couriers


def mail_server(settings: Settings, secrets: SecretSettings) -> MailServer | None:
    """The mail server of the settings; None when e-mail is off."""
    if not settings.mail_host:
        return None
    return MailServer(
        host=settings.mail_host,
        port=settings.mail_port,
        security=settings.mail_security,
        sender=settings.mail_from,
        user=secrets.mail_user,
        password=secrets.mail_password,
        ca_file=settings.mail_ca_file,
    )


def wrong_ping_settings(settings: Settings, secrets: SecretSettings) -> tuple[str, ...]:
    """A sentence for each thing that keeps pings from working, or from being safe; no values."""
    mail = _mail_problems(settings, secrets) if settings.mail_host else ()
    return (*mail, *_place_problems(settings))


def places_of(settings: Settings) -> tuple[Place, ...]:
    """Where services may stand although it is no place of the open internet."""
    found = (_PLACE.fullmatch(each.strip()) for each in settings.ping_places.split(","))
    return tuple((each[1].strip("[]"), int(each[2])) for each in found if each)


def _place_problems(settings: Settings) -> Iterator[str]:
    wanted = [each for each in settings.ping_places.split(",") if each.strip()]
    if len(places_of(settings)) < len(wanted):
        yield "OPENOOR_PING_PLACES holds places like ntfy.your.domain:443, with a comma between them"


def _mail_problems(settings: Settings, secrets: SecretSettings) -> Iterator[str]:
    if mail_address(Private(settings.mail_from)) is None:
        yield "OPENOOR_MAIL_FROM is no e-mail address: name the sender, such as no-reply@ your domain"
    if settings.mail_security == "none" and settings.mail_host not in HERE:
        yield "OPENOOR_MAIL_SECURITY is none, and the mail server is not on this machine: use starttls or tls"
    if (secrets.mail_user is None) != (secrets.mail_password is None):
        yield "secrets/mail_user and secrets/mail_password belong together: there is only one of them"
    if settings.mail_ca_file is not None and not settings.mail_ca_file.is_file():
        yield "OPENOOR_MAIL_CA_FILE is no file"
