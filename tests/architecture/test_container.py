"""The container file does what a server does by hand: same Python, same lock, nobody's root, no secret."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from bot.settings import SecretSettings, Settings
from tests.architecture.modules import ROOT

FILE = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
PREPARE = (ROOT / ".ci" / "prepare").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MEANT = frozenset({"--no-deps", "--require-hashes", "--no-index", "--no-build-isolation"})
"""What makes an installation the one of the lock and nothing else."""


def steps() -> Iterator[tuple[str, str]]:
    """Each instruction with what follows it; a stage begins with FROM."""
    whole = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", FILE, flags=re.M))
    for line in whole.splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, rest


def of(name: str) -> list[str]:
    return [rest for each, rest in steps() if each == name]


def installs(text: str) -> list[frozenset[str]]:
    """The flags that count of every pip install."""
    commands = re.sub(r"\\\n\s*", "", text).split("pip install")[1:]
    return [MEANT.intersection(re.split(r"&&|\|\|", command)[0].split()) for command in commands]


def test_it_builds_and_runs_on_one_python_that_the_project_supports() -> None:
    bases = {rest.split()[0] for rest in of("FROM")}
    assert len(bases) == 1, "what was built on one Python may not run on another"
    found = re.search(r"python:3\.(\d+)", bases.pop())
    assert found
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    tried = re.search(r"the ones Open Oor is tried with \(3\.(\d+) to 3\.(\d+)\)", PREPARE)
    assert tried
    assert int(tried[1]) <= int(found[1]) <= int(tried[2])


def test_it_installs_as_a_server_does() -> None:
    assert installs(FILE) == installs(PREPARE)
    assert all(installs(FILE))
    assert "-r requirements.lock" in FILE


def test_everything_that_is_packaged_is_copied_and_nothing_else() -> None:
    copied = {each for rest in of("COPY") if "--from" not in rest for each in rest.split()[:-1]}
    assert {each for each in copied if (ROOT / each).is_dir()} == {"bot", "dialogues", "handlers", "storage"}
    assert all((ROOT / each).exists() for each in copied)
    assert not {"data", "secrets", "keys", ".git", "."} & copied


def test_it_runs_as_nobody_special_with_its_data_on_volumes() -> None:
    (user,) = of("USER")
    assert user not in ("root", "0")
    assert re.search(rf"useradd --no-create-home --uid \d{{5,}} .*\b{user}\b", FILE)
    (volumes,) = of("VOLUME")
    values = dict(pair.split("=", 1) for rest in of("ENV") for pair in rest.split())
    assert volumes == f'["{values["OPENOOR_DATA_DIR"]}", "{values["OPENOOR_KEYS_DIR"]}"]'
    known = {f"OPENOOR_{name.upper()}" for name in Settings.model_fields}
    assert {name for name in values if name.startswith("OPENOOR_")} <= known


def test_what_is_run_is_there_and_says_whether_it_is_well() -> None:
    names = [name for name, _ in steps()]
    assert names[-2:] == ["ENTRYPOINT", "CMD"]
    (health,) = of("HEALTHCHECK")
    assert f"127.0.0.1:{Settings.model_fields['port'].default}/help" in health
    assert str(Settings.model_fields["port"].default) in of("EXPOSE")
    assert 'CMD ["/opt/openoor/.venv/bin/python"' in health
    compile(re.search(r'"-c", *"(.*)"', health)[1], "health", "exec")  # type: ignore[index]  # it is there


@pytest.mark.parametrize("secret", sorted(SecretSettings.model_fields))
def test_no_secret_stands_in_it(secret: str) -> None:
    assert secret not in FILE.lower()
    assert not of("ARG")
