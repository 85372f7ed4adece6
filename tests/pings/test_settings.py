"""Settings of e-mail: what is unsafe or cannot work is refused before anything starts (C40)."""

from pathlib import Path

import pytest

from bot.checks import examine
from bot.findings import Weight
from bot.pings.couriers import PingSettingsWrong, couriers_of, mail_server, places_of, wrong_ping_settings
from bot.settings import SecretSettings, Settings, read_secrets
from handlers.domain.pings import WayKind
from tests.house import MovableClock
from tests.pings.mailserver import PASSWORD, SENDER, USER, Certificate, Post, serving


def settings(folder: Path, **more: object) -> Settings:
    wanted = {"mail_host": "mail.korenbloem.example", "mail_from": SENDER, **more}
    return Settings(data_dir=folder, **wanted)  # type: ignore[arg-type]  # fields of the class, by name


def secret_files(folder: Path, **values: str) -> SecretSettings:
    (folder / "secrets").mkdir(exist_ok=True)
    for name, value in values.items():
        path = folder / "secrets" / name
        path.write_text(value, "utf-8")
        path.chmod(0o600)
    return read_secrets(Settings(data_dir=folder))


def test_without_a_mail_server_there_is_no_mail_and_nothing_is_wrong(folder: Path) -> None:
    off = Settings(data_dir=folder, mail_from="nonsense")
    assert WayKind.MAIL not in couriers_of(off, SecretSettings(), MovableClock())
    assert wrong_ping_settings(off, SecretSettings()) == ()


def test_the_server_knows_what_the_settings_and_the_secret_files_say(folder: Path) -> None:
    secrets = secret_files(folder, mail_user=f"{USER}\n", mail_password=PASSWORD)
    server = mail_server(settings(folder), secrets)
    assert server is not None
    assert (server.host, server.port, server.security) == ("mail.korenbloem.example", 587, "starttls")
    assert server.user is not None
    assert server.user.get_secret_value() == USER
    assert WayKind.MAIL in couriers_of(settings(folder), secrets, MovableClock())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"mail_from": ""}, "OPENOOR_MAIL_FROM"),
        ({"mail_from": "Open Oor <no-reply@korenbloem.example>"}, "OPENOOR_MAIL_FROM"),
        ({"mail_security": "none"}, "OPENOOR_MAIL_SECURITY"),
        ({"mail_ca_file": Path("/nowhere/ca.pem")}, "OPENOOR_MAIL_CA_FILE"),
    ],
)
def test_what_is_unsafe_or_cannot_work_is_refused(folder: Path, more: dict[str, object], said: str) -> None:
    (problem,) = wrong_ping_settings(settings(folder, **more), SecretSettings())
    assert said in problem
    with pytest.raises(PingSettingsWrong, match=said):
        couriers_of(settings(folder, **more), SecretSettings(), MovableClock())


def test_places_of_services_are_hosts_with_a_port(folder: Path) -> None:
    inside = Settings(data_dir=folder, ping_places="ntfy.korenbloem.example:443, [fd00::5]:8080,10.0.0.5:80")
    assert places_of(inside) == (("ntfy.korenbloem.example", 443), ("fd00::5", 8080), ("10.0.0.5", 80))
    assert places_of(Settings(data_dir=folder)) == ()
    for wrong in ("ntfy.korenbloem.example", "https://ntfy.korenbloem.example:443", "a:443,b"):
        (problem,) = wrong_ping_settings(Settings(data_dir=folder, ping_places=wrong), SecretSettings())
        assert "OPENOOR_PING_PLACES" in problem


def test_an_open_connection_is_for_this_machine_only(folder: Path) -> None:
    here = settings(folder, mail_host="localhost", mail_security="none")
    assert wrong_ping_settings(here, SecretSettings()) == ()


def test_a_user_without_a_password_is_told(folder: Path) -> None:
    (problem,) = wrong_ping_settings(settings(folder), secret_files(folder, mail_user=USER))
    assert "secrets/mail_password" in problem


async def test_the_doctor_stops_settings_that_cannot_work(folder: Path) -> None:
    found = await examine(settings(folder, mail_security="none"))
    assert [each.weight for each in found if "cannot be sent like this" in each.what] == [Weight.STOP]
    off = await examine(Settings(data_dir=folder))
    assert [each.weight for each in off if "e-mail is off" in each.what] == [Weight.WARNING]


@pytest.mark.sockets
async def test_the_doctor_connects_and_logs_in_and_sends_nothing(
    folder: Path, certificate: Certificate
) -> None:
    secret_files(folder, mail_user=USER, mail_password=PASSWORD)
    async with serving(Post(), starttls=certificate.context()) as post:
        wanted = settings(folder, mail_host="localhost", mail_port=post.port, mail_ca_file=certificate.chain)
        well = await examine(wanted)
        secret_files(folder, mail_password="anders")
        badly = await examine(wanted)
    assert [each.weight for each in well if "mail server" in each.what] == [Weight.OK]
    (trouble,) = [each for each in badly if "mail server" in each.what]
    assert (trouble.weight, "SMTPAuthenticationError" in trouble.what) == (Weight.STOP, True)
    assert "mail_password" in trouble.mend
    assert post.taken == []
