"""Two programs as an operator starts them, and what a further one is refused for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.replicas import ReplicaAlone, refuse_alone
from bot.settings import SecretSettings, Settings
from tests.bot.test_server import Running
from tests.patience import PATIENCE

TOKEN = SecretSettings.model_construct(telegram_token=SecretStr("424242:made-up"))
NOTHING = SecretSettings.model_construct()


def test_a_further_replica_needs_a_database_of_its_own_kind_and_does_not_poll_telegram() -> None:
    server = "postgresql://openoor@/openoor"
    with pytest.raises(ReplicaAlone, match="OPENOOR_DATABASE_URL"):
        refuse_alone(Settings(replica="two"), NOTHING)
    with pytest.raises(ReplicaAlone, match="OPENOOR_TELEGRAM_MODE=webhook"):
        refuse_alone(Settings(replica="two", database_url=server), TOKEN)
    refuse_alone(Settings(replica="two", database_url=server, telegram_mode="webhook"), TOKEN)
    refuse_alone(Settings(replica="two", database_url=server), NOTHING)
    refuse_alone(Settings(), TOKEN)


@pytest.mark.parametrize("name", ["", "Kantoor 2", "a" * 33, "server.example"])
def test_the_name_of_a_replica_is_short_and_plain(name: str) -> None:
    with pytest.raises(ValidationError):
        Settings(replica=name)


@pytest.mark.postgresql
@pytest.mark.sockets
def test_two_programs_serve_one_organisation_and_a_third_of_a_taken_name_is_refused(
    folder: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENOOR_DATABASE_URL", postgresql_url)
    monkeypatch.setenv("OPENOOR_KEYS_DIR", str(folder / "keys"))
    monkeypatch.setenv("OPENOOR_UNDERSTAND", "lists")
    programs = []
    try:
        for name in ("one", "two"):
            monkeypatch.setenv("OPENOOR_REPLICA", name)
            programs.append(Running(folder / name))
            assert "Vera Voorbeeld" in programs[-1].page("/wie")
        again = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--data", str(folder / "three")],
            env={**os.environ, "OPENOOR_PORT": "0"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert again.returncode == 1
        assert 'another process with this replica\'s name, "two"' in again.stderr
        assert "Traceback" not in again.stderr + again.stdout
        assert "Vera Voorbeeld" in programs[0].page("/wie")
    finally:
        codes = [each.stops() for each in programs]
    assert codes == [0, 0]
