"""Settings of one installation: where it listens, where its data stand, which channels are on.

Terms, modes and doors are not here: those are policy (policy.yml). Secrets are files,
never environment variables.
"""

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

HERE: Final = frozenset({"127.0.0.1", "::1", "localhost"})
"""Names of this very machine."""
_PREFIX: Final = "OPENOOR_"
_OF_THE_SET_UP: Final = frozenset({"OPENOOR_NO_APT"})  # read by .ci/prepare, before the program is there


class Settings(BaseSettings):
    """Read from `OPENOOR_…` environment variables."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, extra="forbid", hide_input_in_errors=True)

    data_dir: Path = Path("data")
    database_url: str = ""  # empty: SQLite in data_dir
    replica: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,32}$")] = "one"  # of several on one PostgreSQL
    keys_dir: Path | None = None  # empty: data_dir/keys
    policy_file: Path | None = None  # empty: data_dir/policy.yml, else the demo organisation
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8400  # 0: any that is free
    base_url: str = ""  # what people type; empty: http://host:port
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_api: str = "https://api.telegram.org/bot"
    understand: Literal["full", "light", "zero", "lists"] = "full"  # what reads own words
    mail_host: str = ""  # the mail server that takes our mail; empty: counsellors get no e-mail
    mail_port: Annotated[int, Field(ge=1, le=65535)] = 587
    mail_security: Literal["starttls", "tls", "none"] = "starttls"  # none: on this machine only
    mail_from: str = ""  # the sender; nobody reads what is answered
    mail_ca_file: Path | None = None  # certificates that are trusted instead of the system's
    ping_places: str = ""  # host:port, …: services of counsellors that may stand inside; empty: none
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0  # 0: off; always on the loopback address

    @property
    def database(self) -> str:
        """The address of the database."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'openoor.sqlite').absolute()}"

    @property
    def keys(self) -> Path:
        """The folder of the key files; never inside a data backup."""
        return self.keys_dir or self.data_dir / "keys"

    @property
    def policy(self) -> Path | None:
        """The organisation's policy file, or None while there is only the demo."""
        chosen = self.policy_file or self.data_dir / "policy.yml"
        return chosen if self.policy_file or chosen.exists() else None

    @property
    def address(self) -> str:
        """The web address people are given, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.base_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def is_public(self) -> bool:
        """Whether anyone but this machine can reach it."""
        typed = urlsplit(self.address)
        return self.host not in HERE or typed.scheme != "http" or typed.hostname not in HERE


class SecretSettings(BaseSettings):
    """Secrets, each a file of its own in `data_dir`/secrets, readable by the program alone."""

    model_config = SettingsConfigDict(extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr | None = None  # from @BotFather
    telegram_webhook_secret: SecretStr | None = None  # 16 to 256 of A-Z a-z 0-9 _ -
    mail_user: SecretStr | None = None  # for the mail server, when it asks
    mail_password: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Files only: an environment variable is seen by every process of the same user (KEYS.md)."""
        return (file_secret_settings,)


def read_secrets(settings: Settings) -> SecretSettings:
    """The secrets of this installation; a missing file is a secret that is not set."""
    folder = settings.data_dir / "secrets"
    if not folder.is_dir():
        return SecretSettings(_secrets_dir=None)
    return SecretSettings(_secrets_dir=folder)


def read_settings(data_dir: Path | None = None) -> Settings:
    """The settings of this installation. Raises pydantic's ValidationError, without the values."""
    return Settings(data_dir=data_dir) if data_dir else Settings()


def not_settings(names: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each of these environment variables that looks like a setting and is none.

    A name that is misspelt would otherwise leave the default in place without a word. No value is read.
    """
    known = {f"{_PREFIX}{name}".upper() for name in Settings.model_fields}
    secrets = {f"{_PREFIX}{name}".upper(): name for name in SecretSettings.model_fields}
    told = []
    for name in sorted({name.upper() for name in names}):
        if not name.startswith(_PREFIX) or name in known | _OF_THE_SET_UP:
            continue
        if name in secrets:
            told.append(f"{name} is not read: put it into data_dir/secrets/{secrets[name]}, a file")
            continue
        close = difflib.get_close_matches(name, sorted(known), 1)
        told.append(f"{name} is no setting" + (f"; did you mean {close[0]}?" if close else ""))
    return tuple(told)
