"""What an operator can get wrong, and what other accounts of the machine can see."""

import stat
from pathlib import Path

import pytest

from bot.checks import examine
from bot.findings import Weight
from bot.places import DEMO
from bot.server import WebhookWithoutSecret, webhook_secret
from bot.settings import SecretSettings, Settings, read_secrets
from bot.wiring import build
from tests.house import MovableClock


@pytest.mark.parametrize("secret", [None, "", " \n", "short", "spaces are not allowed in here"])
def test_a_webhook_with_an_empty_or_short_secret_does_not_start(folder: Path, secret: str | None) -> None:
    with pytest.raises(WebhookWithoutSecret):
        webhook_secret(_secrets(folder, secret))


def test_a_long_secret_is_taken(folder: Path) -> None:
    assert webhook_secret(_secrets(folder, f"{'a' * 32}\n")).get_secret_value() == "a" * 32


def _secrets(folder: Path, secret: str | None) -> SecretSettings:
    (folder / "secrets").mkdir()
    if secret is not None:
        (folder / "secrets" / "telegram_webhook_secret").write_text(secret, "utf-8")
    return read_secrets(Settings(data_dir=folder))


@pytest.mark.parametrize(
    ("host", "base_url", "public"),
    [
        ("127.0.0.1", "", False),
        ("::1", "http://[::1]:8400", False),
        ("::1", "", False),
        ("::", "", True),
        ("localhost", "http://localhost:8400", False),
        ("0.0.0.0", "", True),  # noqa: S104  # nothing is bound here
        ("", "", True),
        ("127.0.0.1", "http://localhost.example.org", True),
        ("127.0.0.1", "http://127.0.0.1.example.org", True),
        ("127.0.0.1", "http://127.0.0.1@example.org", True),
        ("127.0.0.1", "https://example.org", True),
    ],
)
def test_only_this_machine_itself_is_not_public(host: str, base_url: str, public: bool) -> None:
    assert Settings(host=host, base_url=base_url).is_public is public


async def test_other_accounts_of_the_machine_see_not_even_when_something_was_written(folder: Path) -> None:
    data = folder / "data"
    house = await build(Settings(data_dir=data), MovableClock())
    try:
        for path in (data, *data.rglob("*")):
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path.name
    finally:
        await house.close()


async def test_doctor_tells_when_only_this_machine_is_answered(folder: Path) -> None:
    for base_url, told in (("", 1), ("http://localhost:8400", 1), ("https://openoor.example.org", 0)):
        found = await examine(Settings(data_dir=folder / "data", base_url=base_url))
        said = [each for each in found if "only this machine is answered" in each.what]
        assert [each.weight for each in said] == [Weight.WARNING] * told


async def test_doctor_shows_a_claim_about_the_law_as_one_to_be_checked(folder: Path) -> None:
    file = folder / "policy.yml"
    claim = "law: {vp_dismissal_protection: 'Stb. 2030, 1'}\n"
    for more, weight, source in (("", Weight.OK, False), (claim, Weight.WARNING, True)):
        file.write_text((DEMO / "policy.yml").read_text("utf-8") + more, "utf-8")
        found = await examine(Settings(data_dir=folder / "data", policy_file=file))
        (said,) = [each for each in found if "law.vp_dismissal_protection" in each.what]
        assert (said.weight, "Stb. 2030, 1" in said.what, bool(said.mend)) == (weight, source, source)


@pytest.mark.parametrize(
    ("base_url", "stops"),
    [("http://openoor.intranet", True), ("https://openoor.example.org", False), ("", False)],
)
async def test_doctor_stops_a_public_address_without_tls(folder: Path, base_url: str, stops: bool) -> None:
    found = await examine(Settings(data_dir=folder / "data", base_url=base_url))
    said = [each for each in found if "others can read" in each.what]
    assert [each.weight for each in said] == ([Weight.STOP] if stops else [])
