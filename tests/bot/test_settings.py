"""Settings and secrets."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings, not_settings, read_secrets, read_settings


def test_everything_has_a_default_in_the_data_folder(folder: Path) -> None:
    settings = read_settings(folder)
    assert settings.database == f"sqlite:///{folder / 'openoor.sqlite'}"
    assert settings.keys == folder / "keys"
    assert settings.policy is None
    assert settings.address == "http://127.0.0.1:8400"
    assert not settings.is_public


def test_a_policy_in_the_data_folder_is_found(folder: Path) -> None:
    (folder / "policy.yml").write_text("", "utf-8")
    assert read_settings(folder).policy == folder / "policy.yml"


@pytest.mark.parametrize(
    ("host", "base_url", "public"),
    [
        ("127.0.0.1", "", False),
        ("::1", "http://[::1]:8400", False),
        ("::1", "", False),
        ("::", "", True),
        ("0.0.0.0", "", True),  # noqa: S104  # the case that must be seen
        ("127.0.0.1", "https://oor.example", True),
        ("10.0.0.8", "", True),
    ],
)
def test_a_public_address_is_seen(host: str, base_url: str, public: bool) -> None:
    assert Settings(host=host, base_url=base_url).is_public is public


def test_secrets_come_from_files_and_never_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "from the environment")
    monkeypatch.setenv("OPENOOR_TELEGRAM_TOKEN", "from the environment")
    settings = read_settings(folder)
    assert read_secrets(settings).telegram_token is None
    (folder / "secrets").mkdir()
    (folder / "secrets" / "telegram_token").write_text("1:from-a-file\n", "utf-8")
    secrets = read_secrets(settings)
    assert secrets.telegram_token is not None
    assert secrets.telegram_token.get_secret_value() == "1:from-a-file"
    assert "from-a-file" not in repr(secrets)


def test_a_name_that_is_no_setting_is_told_with_the_one_that_was_meant() -> None:
    assert not_settings(["OPENOOR_PROT"]) == ("OPENOOR_PROT is no setting; did you mean OPENOOR_PORT?",)
    assert not_settings(["OPENOOR_PORT", "OPENOOR_DATA_DIR", "OPENOOR_NO_APT", "PATH"]) == ()


def test_a_secret_in_the_environment_is_told_to_be_a_file() -> None:
    (sentence,) = not_settings(["OPENOOR_TELEGRAM_TOKEN"])
    assert "secrets/telegram_token" in sentence


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_does_not_exist_is_refused(port: int) -> None:
    with pytest.raises(ValidationError, match="port"):
        Settings(port=port)
