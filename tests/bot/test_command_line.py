"""The command line: what it prints, what it refuses and with which exit code."""

import io
import json
import re
import resource
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app, main
from bot.places import DEMO, DIALOGUES
from dialogues.understand import DataError
from tests.architecture.test_docs import COMMANDS

runner = CliRunner()


def openoor(data: Path, *arguments: str, **more: str) -> Result:
    """Run a command on this data folder, without what the machine's own environment says."""
    return runner.invoke(app, list(arguments), env={"OPENOOR_DATA_DIR": str(data), **more})


@pytest.fixture
def data(folder: Path) -> Path:
    made = folder / "data"
    made.mkdir()
    return made


@pytest.mark.parametrize("command", [(), *(tuple(name.split()) for name in COMMANDS)])
def test_every_command_explains_itself(command: tuple[str, ...], data: Path) -> None:
    told = openoor(data, *command, "--help")
    assert told.exit_code == 0
    assert "Usage" in told.output
    assert not command or "Example:" in told.output


def test_the_version_is_told(data: Path) -> None:
    told = openoor(data, "--version")
    assert (told.exit_code, told.output) == (0, f"openoor {version('openoor')}\n")


@pytest.mark.parametrize(
    "command",
    [("roster", "show"), ("staff", "invite", "hr"), ("audit", "verify"), ("materials", "posters")],
)
def test_who_only_looks_makes_no_database_and_no_keys(command: tuple[str, ...], data: Path) -> None:
    told = openoor(data, *command)
    assert (told.exit_code, "no database here" in told.output) == (1, True)
    assert not list(data.iterdir()), "a folder that was misspelt stays as it was"


def test_a_roster_is_shown_as_one_kind_of_file(data: Path) -> None:
    told = openoor(data, "roster", "show", "--yaml", "--csv")
    assert (told.exit_code, "choose one" in told.output) == (2, True)


@pytest.mark.parametrize("content", ["no json", "[]", "{}", '{"figures": {"full": 1}}'])
def test_a_file_that_is_no_model_card_is_told_as_that(data: Path, content: str) -> None:
    card = data / "card.json"
    card.write_text(content, "utf-8")
    told = openoor(data, "understand", "report", "--card", str(card))
    assert (told.exit_code, told.output) == (
        1,
        "card.json is no model card: make one with openoor understand train\n",
    )


def test_dialogues_that_cannot_run_are_not_drawn(data: Path) -> None:
    told = openoor(data, "dialogues", "draw", "--folder", str(data), "--to", str(data / "pictures"))
    assert (told.exit_code, "domain.yml: not there" in told.output) == (1, True)
    assert not (data / "pictures").exists()


def test_the_shipped_dialogues_are_sound(data: Path) -> None:
    told = openoor(data, "dialogues", "check")
    assert (told.exit_code, "sound" in told.output) == (0, True)


def test_broken_dialogues_are_told_with_file_and_line(data: Path, folder: Path) -> None:
    broken = folder / "broken"
    (broken / "flows").mkdir(parents=True)
    (broken / "domain.yml").write_text("version: '1'\n", "utf-8")
    (broken / "flows" / "one.yml").write_text(
        "flows:\n  one:\n    description: x\n    steps:\n      - link: nowhere\n", "utf-8"
    )
    told = openoor(data, "dialogues", "check", "--folder", str(broken))
    assert told.exit_code == 1
    assert "flows/one.yml:5" in told.output


def test_the_doctor_tells_of_broken_dialogues_together_with_the_rest(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(DIALOGUES, folder / "broken", ignore=shutil.ignore_patterns("nlu", "understand"))
    flow = folder / "broken" / "flows" / "broken.yml"
    flow.write_text("flows:\n  broken:\n    description: x\n    steps:\n      - link: nowhere\n", "utf-8")
    monkeypatch.setattr("bot.wiring.DIALOGUES", folder / "broken")
    told = openoor(data, "doctor", "--json")
    assert told.exit_code == 1
    found = {each["what"]: each for each in json.loads(told.stdout)}
    (broken,) = [each for what, each in found.items() if what.startswith("the dialogues have")]
    assert (broken["weight"], broken["mend"]) == ("stop", "run: openoor dialogues check")
    assert "this is the demo organisation" in found
    assert not list(data.glob("*.db")), "nothing is built on dialogues that cannot run"


def test_a_picture_is_drawn_of_every_flow(data: Path, folder: Path) -> None:
    told = openoor(data, "dialogues", "draw", "--to", str(folder / "pictures"))
    assert told.exit_code == 0
    drawn = sorted((folder / "pictures").glob("*.svg"))
    assert len(drawn) > 20
    assert drawn[0].read_text("utf-8").startswith("<svg")


def test_a_roster_is_imported_whole_and_shown(data: Path) -> None:
    told = openoor(data, "roster", "import", str(DEMO / "roster.yml"))
    assert told.exit_code == 0, told.output
    shown = openoor(data, "roster", "show", "--yaml")
    again = data / "again.yml"
    again.write_text(shown.output, "utf-8")
    assert openoor(data, "roster", "import", str(again)).exit_code == 0
    assert "version 2" in openoor(data, "roster", "show").output


def test_a_broken_roster_changes_nothing_and_names_the_line(data: Path) -> None:
    broken = data / "roster.yml"
    broken.write_text(
        (DEMO / "roster.yml").read_text("utf-8").replace("gender: woman", "gender: vrouw"), "utf-8"
    )
    told = openoor(data, "roster", "import", str(broken))
    assert told.exit_code == 1
    assert "roster.yml:" in told.output
    assert "Traceback" not in told.output
    assert sorted(path.name for path in data.iterdir()) == ["roster.yml"], "not even a database"


def test_an_invitation_is_for_somebody_in_the_roster(data: Path) -> None:
    openoor(data, "roster", "import", str(DEMO / "roster.yml"))
    assert "/desk/login/" in openoor(data, "staff", "invite", "vera-voorbeeld").output
    assert "/hr/login/" in openoor(data, "staff", "invite", "hr").output
    stranger = openoor(data, "staff", "invite", "nobody-here")
    assert (stranger.exit_code, "roster show" in stranger.output) == (1, True)


def test_the_doctor_stops_a_house_without_keys_and_says_what_to_do(data: Path) -> None:
    told = openoor(data, "doctor", "--json")
    assert told.exit_code == 1
    findings = json.loads(told.stdout)
    assert {finding["weight"] for finding in findings} == {"ok", "warning", "stop"}
    assert all(finding["mend"] for finding in findings if finding["weight"] != "ok")
    assert any("help lines" in finding["what"] for finding in findings)


def test_the_doctor_sees_secrets_that_others_can_read(data: Path) -> None:
    secrets = data / "secrets"
    secrets.mkdir()
    (secrets / "telegram_token").write_text("1:made-up", "utf-8")
    (secrets / "telegram_token").chmod(0o644)
    told = openoor(data, "doctor")
    assert "chmod 600 telegram_token" in told.output
    assert "made-up" not in told.output


@pytest.mark.parametrize(
    ("token", "weight"),
    [
        (f"7654321:{'Geheim-_' * 4}abc", "ok"),
        (f"7654321:{'Geheim-_' * 4}abc\n", "ok"),
        (f"bot7654321:{'Geheim-_' * 4}abc", "stop"),
        (f"Geheim Use this token: 7654321:{'Geheim-_' * 4}abc", "stop"),
        ("7654321:Geheim", "stop"),
        ("Geheim", "stop"),
        ("", "stop"),
    ],
)
def test_the_doctor_looks_at_the_shape_of_the_token_and_never_shows_it(
    data: Path, token: str, weight: str
) -> None:
    (data / "secrets").mkdir(mode=0o700)
    (data / "secrets" / "telegram_token").write_text(token, "utf-8")
    (data / "secrets" / "telegram_token").chmod(0o600)
    told = openoor(data, "doctor", "--json", OPENOOR_DATABASE_URL="nonsense")
    (found,) = [each for each in json.loads(told.stdout) if "Telegram token" in each["what"]]
    assert (found["weight"], bool(found["mend"])) == (weight, weight == "stop")
    assert "Geheim" not in told.output


@pytest.mark.parametrize("command", [("run",), ("chat",), ("doctor",)])
def test_a_file_where_the_data_folder_ought_to_be_is_told_as_that(
    folder: Path, command: tuple[str, ...]
) -> None:
    file = folder / "openoor.sqlite"
    file.write_text("data", "utf-8")
    for named in (file, file / "deeper"):
        told = openoor(folder / "data", *command, "--data", str(named))
        assert (told.exit_code, f"{named} is not a folder" in told.output) == (1, True)
        assert "Traceback" not in told.output
    assert file.read_text("utf-8") == "data"


def test_a_place_where_no_folder_can_be_made_is_told_with_its_name(folder: Path, data: Path) -> None:
    told = openoor(data, "run", "--data", "/proc/openoor")
    assert (told.exit_code, "the data folder /proc/openoor cannot be made" in told.output) == (1, True)
    (folder / "file").touch()
    told = openoor(data, "run", OPENOOR_KEYS_DIR=str(folder / "file" / "keys"))
    assert (told.exit_code, "cannot be written (Not a directory)" in told.output) == (1, True)
    assert "OPENOOR_KEYS_DIR" in told.output


@pytest.mark.clause("C34")
def test_the_audit_chain_is_checked_and_where_it_breaks_is_told_without_what_was_done(data: Path) -> None:
    openoor(data, "roster", "import", str(DEMO / "roster.yml"))
    openoor(data, "staff", "invite", "vera-voorbeeld")
    fits = openoor(data, "audit", "verify")
    assert fits.exit_code == 0, fits.output
    seal = fits.output.partition("Seal: ")[2].split()[0]
    assert openoor(data, "audit", "verify", "--noted", seal).exit_code == 0
    with closing(sqlite3.connect(data / "openoor.sqlite")) as database, database:
        database.execute("UPDATE audit SET day = '2026-01-01' WHERE seq = 1")
    for arguments in ((), ("--noted", seal)):
        broken = openoor(data, "audit", "verify", *arguments)
        assert broken.exit_code == 1
        assert "The audit chain breaks at link 1" in broken.output
        assert not {"roster", "vera", "2026-01-01"} & set(re.split(r"[^a-z0-9-]", broken.output))
    assert openoor(data, "audit", "verify", "--noted", "not a seal").exit_code == 2


@pytest.mark.clause("C34")
def test_an_empty_chain_and_a_folder_without_a_database_are_told_apart(data: Path) -> None:
    nothing = openoor(data, "audit", "verify")
    assert (nothing.exit_code, "no database here" in nothing.output) == (1, True)
    assert not list(data.iterdir()), "looking makes nothing"
    openoor(data, "doctor")
    told = openoor(data, "audit", "verify")
    assert (told.exit_code, "is empty" in told.output) == (0, True)


def test_demo_data_never_start_on_a_public_address(data: Path) -> None:
    told = openoor(data, "run", OPENOOR_HOST="0.0.0.0")  # noqa: S104  # the test is that this is refused
    assert told.exit_code == 1
    assert "demo organisation" in told.output
    assert "login" not in told.output


def test_a_log_level_that_does_not_exist_is_refused_with_those_that_do(data: Path) -> None:
    told = openoor(data, "run", "--log-level", "LOUD")
    assert (told.exit_code, "warning" in told.output) == (2, True)
    assert openoor(data, "run", "--log-level", "INFO", OPENOOR_HOST="0.0.0.0").exit_code == 1  # noqa: S104  # refused


def test_a_wrong_setting_is_named_without_its_value(data: Path) -> None:
    told = openoor(data, "doctor", OPENOOR_PORT="geheim")
    assert told.exit_code == 1
    assert "OPENOOR_PORT" in told.output
    assert "geheim" not in told.output


@pytest.mark.parametrize("address", ["nonsense", "mysql://somebody:geheim@here/one", "somebody:geheim@here"])
def test_an_address_that_is_no_database_of_ours_is_refused_without_showing_it(
    data: Path, address: str
) -> None:
    told = openoor(data, "roster", "show", OPENOOR_DATABASE_URL=address)
    assert (told.exit_code, "OPENOOR_DATABASE_URL" in told.output) == (1, True)
    assert "geheim" not in told.output


def test_a_missing_policy_file_is_named(data: Path) -> None:
    told = openoor(data, "chat", OPENOOR_POLICY_FILE=str(data / "ours.yml"))
    assert (told.exit_code, "ours.yml" in told.output) == (1, True)


def test_key_files_that_others_can_read_are_refused_with_a_sentence(data: Path) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    (data / "keys").chmod(stat.S_IRWXU | stat.S_IROTH | stat.S_IXOTH)
    told = openoor(data, "roster", "show")
    assert told.exit_code == 1
    assert "Traceback" not in told.output


def test_keys_of_another_database_are_refused(data: Path, folder: Path) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    assert openoor(folder / "other", "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    told = openoor(data, "roster", "show", OPENOOR_KEYS_DIR=str(folder / "other" / "keys"))
    assert (told.exit_code, "belongs to another database" in told.output) == (1, True)


@pytest.mark.parametrize("command", [("run",), ("roster", "show"), ("audit", "verify"), ("doctor",)])
def test_lost_keys_are_never_made_anew_beside_a_database(data: Path, command: tuple[str, ...]) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    lost = data / "keys"
    lost.rename(data / "elsewhere")
    for left in ("nothing", "an empty folder"):
        told = openoor(data, *command)
        assert (told.exit_code, "no key in" in told.output, "key backup" in told.output) == (1, True, True)
        assert "Traceback" not in told.output
        assert not list(lost.rglob("*")), left
        lost.mkdir(mode=0o700, exist_ok=True)
    lost.rmdir()
    (data / "elsewhere").rename(lost)
    assert "Vera" in openoor(data, "roster", "show").output


def test_the_chat_in_the_terminal_takes_numbers_and_words(data: Path) -> None:
    told = runner.invoke(
        app, ["chat"], input="1\n1\nik word gepest door een collega\n", env={"OPENOOR_DATA_DIR": str(data)}
    )
    assert told.exit_code == 0, told.output
    assert "Ben je nu veilig?" in told.output
    assert "Wat heb je nu nodig?" in told.output


def test_the_chat_knows_its_languages(data: Path) -> None:
    told = openoor(data, "chat", "--language", "xx")
    assert (told.exit_code, "nl, en" in told.output) == (2, True)


def test_the_folder_of_the_dialogues_ships_with_the_program() -> None:
    assert (DIALOGUES / "domain.yml").exists()


def test_data_and_keys_are_backed_up_apart_and_put_back(data: Path, folder: Path) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    told = openoor(data, "backup", "--data-to", str(folder / "a"), "--keys-to", str(folder / "b"))
    assert told.exit_code == 0, told.output
    (made,), (kept,) = (folder / "a").iterdir(), (folder / "b").iterdir()
    other = folder / "other"
    assert openoor(other, "restore", str(made), "--keys-from", str(kept)).exit_code == 0
    assert "Vera" in openoor(other, "roster", "show").output
    again = openoor(other, "restore", str(made))
    assert (again.exit_code, "overwrites nothing" in again.output) == (1, True)


def test_a_database_that_cannot_be_read_is_not_backed_up(data: Path, folder: Path) -> None:
    (data / "openoor.sqlite").write_text("no database " * 100, "utf-8")
    told = openoor(data, "backup", "--data-to", str(folder / "a"), "--keys-to", str(folder / "b"))
    assert (told.exit_code, "cannot be read" in told.output) == (1, True)
    assert not list(folder.glob("[ab]/*"))


def test_a_restore_with_a_folder_without_keys_puts_nothing_back(data: Path, folder: Path) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    openoor(data, "backup", "--data-to", str(folder / "a"), "--keys-to", str(folder / "b"))
    (made,) = (folder / "a").iterdir()
    told = openoor(folder / "other", "restore", str(made), "--keys-from", str(made))
    assert (told.exit_code, "holds no keys" in told.output) == (1, True)
    assert not (folder / "other").exists()


def test_word_lists_that_cannot_be_used_are_told_as_that(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DataError("choices_en.yml", 63, "unknown key")

    monkeypatch.setattr("bot.wiring.load_recogniser", broken)
    told = openoor(data, "roster", "import", str(DEMO / "roster.yml"))
    assert (told.exit_code, "choices_en.yml, line 63: unknown key" in told.output) == (1, True)


def test_a_backup_of_data_and_keys_in_one_place_is_refused(data: Path, folder: Path) -> None:
    told = openoor(data, "backup", "--data-to", str(folder), "--keys-to", str(folder))
    assert (told.exit_code, "different places" in told.output) == (1, True)


def test_materials_are_made_from_the_published_roster(data: Path, folder: Path) -> None:
    to = folder / "posters"
    openoor(data, "doctor")
    told = openoor(data, "materials", str(to), "--language", "en")
    assert told.exit_code == 1
    assert "publish a roster first" in told.output
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    told = openoor(data, "materials", str(to), "--language", "xx")
    assert (told.exit_code, list(folder.glob("posters/*"))) == (2, [])
    told = openoor(data, "materials", str(to), "--language", "en")
    assert (told.exit_code, len(list(to.iterdir()))) == (0, 6)
    assert (to / "en-poster-a4.pdf").read_bytes().startswith(b"%PDF")


def test_a_roster_goes_out_as_a_table_and_comes_back_the_same(data: Path, folder: Path) -> None:
    assert openoor(data, "roster", "import", str(DEMO / "roster.yml")).exit_code == 0
    table = folder / "list.csv"
    table.write_bytes(openoor(data, "roster", "show", "--csv").stdout_bytes)
    before = openoor(data, "roster", "show", "--yaml").output
    assert openoor(data, "roster", "import", str(table)).exit_code == 0
    after = openoor(data, "roster", "show", "--yaml").output
    assert after.replace("version: 2", "version: 1") == before


@pytest.mark.parametrize("name", ["keys", "keys/relay.key", "secrets/telegram_token"])
def test_a_start_with_keys_or_secrets_that_others_can_read_is_refused(tmp_path: Path, name: str) -> None:
    for folder in ("keys", "secrets"):
        (tmp_path / folder).mkdir(mode=0o700)
    for file in ("keys/relay.key", "secrets/telegram_token"):
        (tmp_path / file).touch(mode=0o600)
    (tmp_path / name).chmod(0o750 if name == "keys" else 0o644)
    told = openoor(tmp_path, "run")
    assert told.exit_code == 1
    assert "1 key or secret files are open to other accounts" in told.output
    assert f"chmod -R go-rwx {tmp_path / name.partition('/')[0]}" in told.output.replace("\n", "")
    assert not (tmp_path / "openoor.sqlite").exists()


def test_an_error_nobody_thought_of_shows_its_name_and_its_place_and_no_words(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a command that only keeps or looks has keys in its memory, and what an error says may be a row."""

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("roodborstje-77")

    shown = io.StringIO()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr("bot.cli.keeping.back_up", breaks)
    places = ["--data-to", str(data / "a"), "--keys-to", str(data / "b"), "--data", str(data)]
    monkeypatch.setattr("sys.argv", ["openoor", "backup", *places])
    with pytest.raises(RuntimeError) as broken:
        main()
    sys.excepthook(RuntimeError, broken.value, broken.tb)
    assert "RuntimeError" in shown.getvalue()
    assert "test_command_line.py:" in shown.getvalue()
    assert "roodborstje" not in shown.getvalue()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
