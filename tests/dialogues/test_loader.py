"""The loader tells everything that is wrong with dialogues, with file and line."""

from pathlib import Path

import pytest

from dialogues.flows import Flows
from dialogues.loader import load, problems
from dialogues.problems import BrokenDialogues
from tests.dialogues.folders import SMALL, Folder

MAIN = "flows/main.yml"
ANY = "flows/anywhere.yml"
DOMAIN = "domain.yml"
NL = "texts/nl/main.ftl"

WRONG: list[tuple[str, str, str, str]] = [
    # file, what stood there, what stands there now, what the loader says
    (MAIN, "next: kinds", "next: [kinds]", "a branch needs `key: value` lines"),
    (MAIN, 'slots.safe = "no"\n            utter:', "slots.safe =\n            utter:", "it stops too early"),
    (DOMAIN, "actions: [", "actions: [a-b, ", "actions needs a name of letters, digits and _"),
    (MAIN, "next: kinds", "next: kindz", f"{MAIN}:30: no step `kindz` in flow `start`"),
    (MAIN, "          - else: kinds\n", "", "need an `else`"),
    (MAIN, "- collect: safe", "- collect: safer", f"{MAIN}:25: no slot `safer` in domain.yml"),
    (MAIN, "action: action_send", "action: action_sent", "no action `action_sent` in domain.yml"),
    (MAIN, "call: details", "call: detail", "no flow `detail`"),
    (MAIN, "- link: start", "- link: begin", f"{MAIN}:7: no flow `begin`"),
    (
        MAIN,
        "- link: start",
        "- link: start\n        next: END",
        f"{MAIN}:8: `link` ends the flow; take `next` away",
    ),
    (MAIN, "utter_hello", "utter_hullo", f"{MAIN}:6: no words for `utter_hullo` in language `en`"),
    (MAIN, "                next: kinds\n", "", f"{MAIN}:29: the last step of a branch needs `next: END`"),
    (MAIN, "id: words", "id: details", "step id `details` is there twice in `start`"),
    (MAIN, "id: words", "id: END", "`END` is reserved; rename the step"),
    (MAIN, "id: words", "id: 3", "id needs a name"),
    (MAIN, "    if: false\n", "    iff: false\n", "flow `details` knows no key `iff`"),
    (
        MAIN,
        "ask_before_filling: true\n        metadata: {own",
        "ask_first: true\n        metadata: {own",
        "no key `ask_first`",
    ),
    (
        MAIN,
        "metadata: {own_words: kind_words, skip: true}",
        "metadata: {own_word: kind_words}",
        "no key `own_word`",
    ),
    (MAIN, "own_words: kind_words", "own_words: often", "own words need a text slot; `often` is number"),
    (MAIN, "own_words: kind_words", "own_words: nothing", "no slot `nothing`"),
    (
        MAIN,
        "skip: true}\n      - collect: since",
        "own_words: note}\n      - collect: since",
        "do not go with a slot of type number",
    ),
    (
        MAIN,
        "description: Somebody writes while nothing runs.",
        "name: x",
        "`description` of `pattern_session_start` needs words",
    ),
    (MAIN, "  pattern_completed:", "  pattern_done:", "`pattern_done` is reserved"),
    (MAIN, "  details:\n", "  de-tails:\n", "cannot be the id of a flow"),
    (MAIN, "pattern_session_start", "other_start", "no flow `pattern_session_start`"),
    (MAIN, "- intent: start", "- intent: stop", "intent `stop` already begins flow"),
    (MAIN, "- intent: start", "- entity: start", "nlu_trigger knows no key `entity`"),
    (MAIN, "persisted_slots: [kinds]", "persisted_slots: [kindz]", "no slot `kindz`"),
    (MAIN, "persisted_slots: [kinds]", "persisted_slots: kinds", "persisted_slots needs a list"),
    (MAIN, "persisted_slots: [kinds]", "persisted_slots: [kinds, kinds]", "in persisted_slots twice"),
    (MAIN, 'slots.safe = "no"\n', "slots.safe = no\n", "`no` is not a value"),
    (MAIN, 'slots.safe = "no"\n', 'slots.safe = "perhaps"\n', "`safe` never has the value `perhaps`"),
    (MAIN, 'slots.safe = "no"\n', 'slots.save = "no"\n', "no slot `save` in domain.yml"),
    (MAIN, 'slots.safe = "no"\n', "[slots.safe]\n", "a condition stands on one line"),
    (MAIN, 'slots.safe = "no"\n', 'slots.note = "no"\n', "words of a person and may only be tested"),
    (MAIN, 'slots.safe = "no"\n', 'slots.again = "no"\n', "`again` is true or false, not a word"),
    (
        MAIN,
        'slots.wish = "talk"\n            then: choose',
        'slots.wish = "talk"\n            go: choose',
        "a branch knows no key `go`",
    ),
    (
        MAIN,
        "then: choose\n          - else: END",
        "then: choose\n          - else: END\n          - else: END",
        "`else` stands last; move it",
    ),
    (MAIN, "- set_slots:", "- set_slot:", "a step is exactly one of action, collect"),
    (
        MAIN,
        "      - action: utter_sent",
        "      - just words\n      - action: utter_sent",
        "a step needs `key: value` lines",
    ),
    (MAIN, "- seen: true", "- seen: maybe", "does not fit slot `seen` of type bool"),
    (MAIN, "- note: null", "- note: hello", "does not fit slot `note` of type text"),
    (MAIN, "- note: null", "- often: true", "does not fit slot `often` of type number"),
    (MAIN, "- note: null", "- since: tomorrow", "does not fit slot `since` of type date"),
    (MAIN, "- note: null", "- kinds: [1]", "does not fit slot `kinds` of type list"),
    (MAIN, "- note: null", "- wish: perhaps", "does not fit slot `wish` of type categorical"),
    (
        MAIN,
        "    steps:\n      - action: utter_until_later",
        "    steps: []",
        "`steps` of `pattern_completed` needs a list",
    ),
    (MAIN, "utter: utter_one_at_a_time", "says: utter_one_at_a_time", "a rejection knows no key `says`"),
    (
        MAIN,
        '- if: slots.kinds contains "threats" and slots.kinds contains "bullying" and slots.safe = "no"\n  '
        "          utter:",
        "- utter:",
        "a rejection needs `if`",
    ),
    (
        MAIN,
        'slots.kinds contains "own_words"',
        'slots.kinds contains "own_wordz"',
        "never has the value `own_wordz`",
    ),
    (MAIN, 'version: "1.0"\nflows:', "flow: x\nflows:", "a flow file knows no key `flow`"),
    (MAIN, "- collect: often", "- collect: people", "nobody can answer `people`"),
    (MAIN, "- collect: often\n", "- collect: language\n", "the language cannot be skipped"),
    (MAIN, "metadata: {human: true", "metadata: {human: 3", "`human` is true or false"),
    (
        MAIN,
        "- id: send\n        action: action_send",
        "- id: send\n        noop: true",
        "`noop` is there for its `next`",
    ),
    (
        ANY,
        "- id: more",
        "- id: loose\n        action: utter_help\n        next: END\n      - id: more",
        "no way leads to step `loose`",
    ),
    (
        ANY,
        "collect: again\n        ask_before_filling: true",
        "collect: again",
        "go round without listening: again, more",
    ),
    (ANY, "if: slots.seen", "iff: slots.seen", "no key `iff`"),
    (DOMAIN, "human_flows: [who]", "human_flows: [whom]", "`human_flows` names `whom`, which is no flow"),
    (
        DOMAIN,
        "always: [help_now, stop, wipe]",
        "always: [help_now, stop, wipe, halt]",
        "`always` names intent `halt`",
    ),
    (DOMAIN, "menu: [who, language]", "menu: [who, start]", "`utter_menu` needs `.start = …`"),
    (DOMAIN, "actions: [", "actions: [utter_x, ", "`utter_x` cannot be a custom action"),
    (DOMAIN, "actions: [", "actions: [action_ask_safe, ", "`action_ask_safe` cannot be a custom action"),
    (
        DOMAIN,
        "variables: [kinds, sent_on, term, person, often]",
        "variables: [kinds]",
        "`utter_sent` shows kinds, often, person, sent_on, term",
    ),
    (
        DOMAIN,
        "  utter_sent:\n    variables: [kinds, sent_on, term, person, often]",
        "  utter_help:\n    variables: [often]",
        "`utter_help` shows none",
    ),
    (DOMAIN, "often: {type: number}", "often: {type: float}", f"{DOMAIN}:12: slot `often` needs a type"),
    (DOMAIN, "often: {type: number}", "often: {type: number, values: [a]}", "takes no values of its own"),
    (DOMAIN, "often: {type: number}", "often: {type: number, size: 3}", "no key `size`"),
    (DOMAIN, "often: {type: number}", "often: {type: number, initial_value: x}", "does not fit slot `often`"),
    (DOMAIN, "often: {type: number}", "often: 3", "slot `often` needs `key: value` lines"),
    (DOMAIN, "often: {type: number}", "of-ten: {type: number}", "`of-ten` cannot be the name of a slot"),
    (DOMAIN, "choices_from: people", "choices_from: kinds2", "needs a slot `kinds2` of type list"),
    (DOMAIN, "choices_from: people", "choices_from: often", "needs a slot `often` of type list"),
    (
        DOMAIN,
        "person: {type: categorical, choices_from: people}",
        "person: {type: categorical}",
        "needs `values` or `choices_from`",
    ),
    (DOMAIN, "{type: list, multi: true, values", "{type: list, values", "give it `multi: true`"),
    (DOMAIN, "[talk, nothing]", "[talk, talk]", "value `talk` of slot `wish` is there twice"),
    (
        DOMAIN,
        "[talk, nothing]",
        "[talk, Nothing!]",
        "a value of slot `wish` is not a letter, then small letters",
    ),
    (DOMAIN, "[talk, nothing]", "[talk, nothing, skip]", "`skip` cannot be a value of slot `wish`"),
    (DOMAIN, "[talk, nothing]", "talk", "values of slot `wish` needs a list"),
    (DOMAIN, "[talk, nothing]", "[talk, nothing, {value: a, when: b}]", "no key `when`"),
    (
        DOMAIN,
        '{value: other, if: slots.safe = "yes"}',
        '{value: other, if: slots.safe = "si"}',
        "never has the value `si`",
    ),
    (
        DOMAIN,
        "slots:\n",
        f"slots:\n  {'x' * 40}: {{type: categorical, values: [{'y' * 30}]}}\n",
        "is over 64 bytes",
    ),
    (
        DOMAIN,
        "slots:\n",
        f"slots:\n  {'x' * 40}: {{type: categorical, choices_from: people}}\n",
        "too long for a button",
    ),
    (DOMAIN, "slots:\n", "slots:\n  story: {type: list}\n", "slot `story` keeps words; its type is text"),
    (
        DOMAIN,
        "language: {type: categorical, values: [nl, en], initial_value: nl}",
        "language: {type: text}",
        "slot `language` is categorical",
    ),
    (DOMAIN, "safe: {", "safe: {}\n  safe: {", "`safe` is already there, on line 6"),
    (DOMAIN, "safe: {", "safe: &safe {", "anchors (&safe) are not used"),
    (DOMAIN, "safe: {", "? [safe]\n  : {", "a key is one word"),
    (DOMAIN, "slots:", "slots: [", f"{DOMAIN}:7: not readable as YAML"),
    (DOMAIN, "slots:", "slots: \x07", f"{DOMAIN}: not readable as YAML: it holds a character"),
    (DOMAIN, "multi: true", "multi: 3", "`multi` is true or false"),
    (NL, "utter_hello = Hallo.\n", "", "`utter_hello` is not there in language `nl`; add it"),
    (
        NL,
        "utter_hello = Hallo.\n",
        "utter_hello =\n    .a = b\n",
        "no words for `utter_hello` in language `nl`",
    ),
    (
        NL,
        "utter_hello = Hallo.\n",
        "utter_hello = Hallo { $note }.\n",
        "`utter_hello` differs from language `en` in blanks: note",
    ),
    (NL, "    .talk = Praten\n", "", "`utter_what_now` needs `.talk = …`"),
    (NL, "    .talk = Praten\n", "", "differs from language `en` in attributes: talk"),
    (
        NL,
        "    .talk = Praten\n",
        "    .talk = Praten\n    .cry = Huilen\n",
        "`.cry` of `utter_what_now` is no choice and no intent",
    ),
    (
        NL,
        "    .talk = Praten\n",
        "    .talk = Praten\n    .talk = Praten\n",
        "`utter_what_now` has `.talk` twice",
    ),
    (NL, "    .done = Klaar\n", "", "`utter_ask_kinds` needs `.done = …`"),
    (NL, "utter_hello = Hallo.", "utter_hello = Hallo {", "not readable as Fluent"),
    (
        NL,
        "utter_hello = Hallo.",
        "utter_hello = Hallo.\nutter_hello = Dag.",
        "`utter_hello` is already in texts/nl/main.ftl",
    ),
    (NL, "{ page_word }", "{ page_wrd }", "`page_wrd` is mentioned but not there"),
    (NL, "{ -naam }", "{ -name }", "`-name` is mentioned but not there"),
    (NL, "page_word = welkom", "page_word = { page_title }", "mentions itself; write it out"),
    (NL, "    .help_now = Nu hulp\n    .stop", "    .stop", "`utter_always` needs `.help_now = …`"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), WRONG)
def test_this_is_refused(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    found = Folder(tmp_path).change(file, old, new).found()
    assert any(said in line for line in found), "\n".join(found) or "nothing was found"


def test_the_small_product_has_no_problems() -> None:
    assert problems(SMALL) == []


def test_every_problem_is_told_at_once_and_no_path_of_the_machine(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(MAIN, "call: details", "call: gone").change(NL, "Hallo", "Hallo {")
    with pytest.raises(BrokenDialogues) as refused:
        load(folder.home)
    assert len(refused.value.problems) >= 2
    assert str(tmp_path) not in str(refused.value)
    assert [problem.file for problem in refused.value.problems] == sorted(
        problem.file for problem in refused.value.problems
    )


def test_a_folder_without_anything_says_what_to_add(tmp_path: Path) -> None:
    said = "\n".join(str(problem) for problem in problems(tmp_path))
    for wanted in (
        "texts: no language here",
        "domain.yml: not there",
        "flows: no .yml file here",
        "pattern_session_start",
    ):
        assert wanted in said


def test_a_file_that_is_not_utf_8_or_not_a_mapping_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path).add("flows/list.yml", "- one\n").add("flows/none.yml", "# nothing\n")
    (folder.home / "flows" / "latin.yml").write_bytes(b"flows: \xe9\n")
    found = folder.found()
    assert "flows/latin.yml: not UTF-8; save it as UTF-8" in found
    assert any(line.startswith("flows/list.yml:1: begin the file with `key: value`") for line in found)
    assert any(line.startswith("flows/none.yml:1: flows needs") for line in found)


def test_a_language_folder_without_files_is_named(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (folder.home / "texts" / "ar").mkdir()
    assert "texts/ar: no .ftl file here; add one" in folder.found()


def flow(name: str, *steps: str, more: str = "") -> str:
    """A flow file with one flow."""
    listed = "\n".join(f"      {line}" for step in steps for line in step.splitlines())
    return f"flows:\n  {name}:\n    description: More.\n{more}    steps:\n{listed}\n"


def test_two_flows_with_one_id_are_refused(tmp_path: Path) -> None:
    found = Folder(tmp_path).add("flows/more.yml", flow("start", "- action: utter_help")).found()
    assert any("flow `start` is already in flows/main.yml:19; rename one" in line for line in found)


def test_a_called_flow_cannot_link_away(tmp_path: Path) -> None:
    found = (
        Folder(tmp_path)
        .change(MAIN, "      - collect: often", "      - link: news\n      - collect: often")
        .found()
    )
    assert any("`details` is called, so it comes back: it cannot link away" in line for line in found)


def test_a_slot_that_ends_with_a_flow_cannot_be_read_by_the_next(tmp_path: Path) -> None:
    more = flow(
        "tail", '- noop: true\n  next:\n    - if: slots.wish = "talk"\n      then: END\n    - else: END'
    )
    found = (
        Folder(tmp_path)
        .add("flows/more.yml", more)
        .change(MAIN, "          - note: null", "          - note: null\n      - link: tail")
        .found()
    )
    assert any(
        "`tail` reads slot `wish`, which ends with `start`; add it to persisted_slots" in line
        for line in found
    )


@pytest.mark.parametrize(
    "reading",
    [
        "- collect: since\n  rejections:\n    - if: slots.wish\n      utter: utter_help",
        "- collect: kinds\n  ask_before_filling: true",
        "- action: utter_sent",
    ],
)
def test_reading_is_also_a_rejection_a_choice_or_a_word_that_shows_it(tmp_path: Path, reading: str) -> None:
    more = flow("tail", reading)
    folder = Folder(tmp_path).add("flows/more.yml", more)
    folder.change(MAIN, "          - note: null", "          - note: null\n      - link: tail")
    assert any("`tail` reads slot" in line for line in folder.found())


def test_flows_that_lead_to_each_other_in_silence_are_refused(tmp_path: Path) -> None:
    more = flow("ping", "- link: pong") + flow("pong", "- action: utter_help", "- link: ping").removeprefix(
        "flows:\n"
    )
    found = Folder(tmp_path).add("flows/more.yml", more).found()
    assert any("lead to each other without listening: ping, pong" in line for line in found)


def test_a_flow_that_links_to_itself_in_silence_is_refused(tmp_path: Path) -> None:
    found = Folder(tmp_path).add("flows/more.yml", flow("ping", "- link: ping")).found()
    assert any("lead to each other without listening: ping" in line for line in found)


def test_flows_that_link_in_a_ring_with_a_question_are_fine(tmp_path: Path) -> None:
    more = flow("ping", "- collect: since", "- link: ping")
    assert Folder(tmp_path).add("flows/more.yml", more).change(NL, "x", "x").found() == []


def test_calls_that_never_come_back_are_refused(tmp_path: Path) -> None:
    more = flow(
        "ping", "- collect: often\n  ask_before_filling: true\n  metadata: {skip: true}", "- call: ping"
    )
    found = Folder(tmp_path).add("flows/more.yml", more).found()
    assert any("call each other and would never come back: ping" in line for line in found)


def test_a_loop_around_a_call_that_asks_is_fine_and_one_that_does_not_is_not(tmp_path: Path) -> None:
    asks = flow("inner", "- collect: since\n  ask_before_filling: true\n  metadata: {skip: true}")
    quiet = flow("inner", "- collect: since\n  metadata: {skip: true}")
    loop = flow("outer", "- id: again\n  call: inner", "- action: utter_help\n  next: again").removeprefix(
        "flows:\n"
    )
    assert Folder(tmp_path / "a").add("flows/more.yml", asks + loop).found() == []
    found = Folder(tmp_path / "b").add("flows/more.yml", quiet + loop).found()
    assert any("go round without listening: again, utter_help" in line for line in found)


def test_a_loop_that_empties_its_question_is_fine(tmp_path: Path) -> None:
    more = flow(
        "outer",
        "- id: again\n  collect: since\n  metadata: {skip: true}",
        "- set_slots:\n    - since: null\n  next: again",
    )
    assert Folder(tmp_path).add("flows/more.yml", more).found() == []


def test_help_must_begin_whatever_the_state(tmp_path: Path) -> None:
    found = (
        Folder(tmp_path)
        .change(ANY, "description: Help lines, from anywhere.", "description: Help.\n    if: slots.seen")
        .found()
    )
    assert any("`help_now` must always begin at `/help_now`; take its `if` away" in line for line in found)


def test_a_person_must_be_near_every_question(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "menu: [who, language]", "menu: [language]")
    found = folder.found()
    # From `safe` a person is further than three presses away; from the question before it is near.
    assert any("from `safe` no person is offered within 3 presses" in line for line in found)
    assert not any("from `wish`" in line for line in found)
    folder.change(DOMAIN, "human_flows: [who]\n", "").change(MAIN, "human: true, ", "")
    assert folder.found() == []


def test_generated_step_ids_stay_apart(small: Flows, tmp_path: Path) -> None:
    more = flow(
        "many",
        "- action: utter_help",
        "- action: utter_help",
        "- action: utter_help",
        "- set_slots:\n    - seen: true",
        "- id: utter_help_2\n  action: utter_help",
        "- noop: true\n  next: END",
    )
    loaded = load(Folder(tmp_path).add("flows/more.yml", more).home)
    assert list(loaded.flows["many"].steps) == [
        "utter_help",
        "utter_help_3",
        "utter_help_4",
        "set_slots",
        "utter_help_2",
        "noop",
    ]
    assert small.flows["help_now"].keeps_place


def test_built_in_slots_are_there_without_being_told(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(
        DOMAIN, "  language: {type: categorical, values: [nl, en], initial_value: nl}\n", ""
    )
    loaded = load(folder.home)
    assert [choice.value for choice in loaded.slots["language"].choices] == ["en", "nl"]
    assert loaded.initial["language"] == "nl"
    assert loaded.slots["story"].stays


def test_without_dutch_the_first_language_is_the_first_of_the_alphabet(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "values: [nl, en], initial_value: nl", "values: [en]")
    folder.change(NL, "    .nl = Nederlands\n", "").change("texts/en/main.ftl", "    .nl = Nederlands\n", "")
    (folder.home / "texts" / "nl").rename(folder.home / "texts" / "fr")
    assert load(folder.home).initial["language"] == "en"


def test_blanks_that_are_no_slots_are_told_to_the_program(small: Flows) -> None:
    assert small.blanks == {"term"}


def test_a_slot_of_any_type_can_be_set_to_any_word(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(DOMAIN, "slots:\n", "slots:\n  thing: {type: any}\n")
    folder.change(MAIN, "- note: null", "- note: null\n          - thing: word\n          - thing: [a, b]")
    assert folder.found() == []
    folder.change(MAIN, "thing: word", "thing: 1.5")
    assert any("does not fit slot `thing` of type any" in line for line in folder.found())
