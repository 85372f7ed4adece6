"""Everything put together once: the one place that knows every room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry

from bot.authenticator import Site, WebAuthn
from bot.front import Front
from bot.loading import loading
from bot.places import DEMO, DIALOGUES
from bot.policy_file import load_policy
from bot.settings import Settings
from dialogues.flows import Flows
from dialogues.guide import Guide
from dialogues.guide_files import load_guide
from dialogues.loader import load
from dialogues.private import Private
from dialogues.understand import Recogniser
from dialogues.understand import load as load_recogniser
from handlers.actions import executor
from handlers.desk import DeskRoom
from handlers.directory import Directories
from handlers.domain.codes import WordList, new_code
from handlers.domain.errors import OpenOorError
from handlers.domain.policy import Policy
from handlers.hearing import Hearing
from handlers.hr import HrRoom
from handlers.ports import Clock
from handlers.rounds import Rounds
from handlers.screen import Screens
from handlers.sweep import Sweep
from handlers.turn import Rooms, Turns
from handlers.voice import Voice
from storage import SqlStore, open_store
from storage.endings import keep_ended
from storage.keys import Keys
from storage.opening import open_keys


class PolicyMissing(OpenOorError):
    """There is no policy file where the settings say it is."""


class DataFolderUnusable(OpenOorError):
    """Where the data ought to be is no folder, or none can be made. Nothing was made."""


class ActionMissing(OpenOorError):
    """The flows may call an action that nothing runs; it would break a conversation at that step."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        super().__init__(
            f"domain.yml lists actions that handlers/actions does not register: {', '.join(sorted(names))}"
        )


@dataclass(frozen=True, slots=True)
class House:
    """Every room, wired. Nothing in it is a global; a process can hold two."""

    settings: Settings
    policy: Policy
    clock: Clock
    guide: Guide
    keys: Keys
    store: SqlStore
    voice: Voice
    directories: Directories
    turns: Turns
    front: Front
    hearing: Hearing
    lists: Recogniser
    screens: Screens
    code_words: tuple[WordList, ...]
    login_words: Mapping[str, WordList]
    desk: DeskRoom
    hr: HrRoom
    sweep: Sweep
    rounds: Rounds
    registry: CollectorRegistry

    async def close(self) -> None:
        """Let go of the database."""
        await self.store.close()


def read_policy(settings: Settings) -> Policy:
    """The organisation's policy, or the demo's when there is none. Raises PolicyMissing and file errors."""
    chosen = settings.policy or DEMO / "policy.yml"
    if not chosen.exists():
        raise PolicyMissing(f"there is no policy file {chosen.name}; OPENOOR_POLICY_FILE names it")
    return load_policy(chosen)


def _word_lists(folder: Path) -> Mapping[str, WordList]:
    return {
        path.stem: WordList(tuple(path.read_text("utf-8").split())) for path in sorted(folder.glob("*.txt"))
    }


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that stands in `dialogues/`, read once; two houses of one process can share it."""

    flows: Flows
    guide: Guide
    recogniser: Recogniser
    lists: Mapping[str, WordList]

    def code(self, language: str) -> Private:
        """A new resume code in words of this language; Dutch ones where it has no list."""
        return new_code(self.lists.get(language, self.lists["nl"]).words)


def read_dialogues() -> Reading:
    """The dialogues as they are packaged. Raises BrokenDialogues."""
    with loading():
        flows = load(DIALOGUES)
        return Reading(
            flows,
            load_guide(DIALOGUES, flows),
            load_recogniser(DIALOGUES / "nlu"),
            _word_lists(DIALOGUES / "words"),
        )


def refuse_unregistered(flows: Flows, registered: Iterable[str]) -> None:
    """Raises ActionMissing when the flows may call an action that is not among those `registered`."""
    if missing := flows.actions - frozenset(registered):
        raise ActionMissing(missing)


def _make_ready(folder: Path) -> None:
    # Also when a file was last written tells something to the other accounts of a machine.
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise DataFolderUnusable(
            f"{folder} is not a folder: name the folder of database, keys and secrets with --data"
        ) from None
    except OSError as error:
        raise DataFolderUnusable(
            f"the data folder {folder} cannot be made ({error.strerror}): make it yourself, as the property "
            "of the account that runs Open Oor, or name another with --data"
        ) from None


async def build(
    settings: Settings, clock: Clock, policy: Policy | None = None, reading: Reading | None = None
) -> House:
    """Wire everything. Raises what is wrong with files, keys or database, as a sentence."""
    rules = policy or read_policy(settings)
    read = reading or read_dialogues()
    actions = executor(read.guide)
    refuse_unregistered(read.flows, actions.actions)

    _make_ready(settings.data_dir)
    keys = open_keys(settings.keys, settings.database, clock)
    store = await open_store(settings.database, keys, clock)
    await keep_ended(store)
    rooms = Rooms(
        voice=Voice(read.flows, rules),
        store=store,
        keyring=keys,
        actions=actions,
        hearing=Hearing(read.recogniser, quick=True, offered=rules.languages),
        directories=Directories(store, clock),
        policy=rules,
        clock=clock,
        new_code=read.code,
        code_lists=tuple(read.lists.values()),
    )
    return _house(settings, read, rooms, keys, store)


def _house(settings: Settings, read: Reading, rooms: Rooms, keys: Keys, store: SqlStore) -> House:
    rules, clock, turns, registry = rooms.policy, rooms.clock, Turns(rooms), CollectorRegistry()
    return House(
        settings=settings,
        policy=rules,
        clock=clock,
        guide=read.guide,
        keys=keys,
        store=store,
        voice=rooms.voice,
        directories=rooms.directories,
        turns=turns,
        front=Front(turns, keys, registry),
        hearing=rooms.hearing,
        lists=read.recogniser,
        screens=Screens(store, keys, rooms.directories, rooms.voice, clock),
        code_words=rooms.code_lists,
        login_words=read.lists,
        desk=DeskRoom.of(store, keys, clock, rules, WebAuthn(Site.at(settings.address))),
        hr=HrRoom(store, clock),
        sweep=Sweep(store, rules, clock),
        rounds=Rounds(store, rules, clock),
        registry=registry,
    )
