"""policy.yml: the protocol's defaults, deviations with an approver, every mistake at once."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.places import DEMO
from bot.policy_file import FIXED, NOT_YET, SETTINGS, STANDARD, load_policy
from bot.yaml_file import BrokenFile
from handlers.domain.policy import Deviation, Policy
from handlers.domain.roster import OtherRole
from tests.roster.files import POLICY, Reads, line_of

APPROVED = "approved_by: Directie, approved_on: 2026-01-15"


def test_a_file_with_only_what_is_needed_gives_the_protocol_as_it_is(policy_file: Reads) -> None:
    policy = policy_file(load_policy, POLICY)
    assert (policy.organisation, policy.version, policy.demo) == ("Voorbeeld", "1", False)
    for setting in SETTINGS:
        assert getattr(policy, setting.field) == getattr(STANDARD, setting.field), setting.key
    assert policy.deviations == ()
    assert not policy.rest_channel


def test_the_defaults_are_those_of_the_protocol() -> None:
    standard = Policy("")
    assert (standard.reply_working_days, standard.consent_expiry_days, standard.report_k) == (2, 14, 5)
    assert (standard.idle_hours, standard.closed_days, standard.open_days) == (40, 30, 365)
    assert standard.mediation == "counsellor"
    assert (standard.languages, standard.channels) == (("nl", "en"), ("web", "telegram"))
    assert standard.vp_mandatory_source is None


def test_doors_are_read_in_every_language_and_inside_or_outside(policy_file: Reads) -> None:
    policy = policy_file(load_policy, POLICY.replace("contact: kamer 1", "contact: {nl: kamer, en: room}"))
    hr = policy.door("hr")
    assert hr is not None
    assert (hr.name, hr.contact, hr.inside) == (
        {"nl": "P&O", "en": "P&O"},
        {"nl": "kamer", "en": "room"},
        True,
    )
    assert [body.inside for body in policy.accused_bodies] == [False]
    assert [(body.id, body.inside) for body in policy.board_alternatives] == [("conflict_1", True)]


CHANGES = {
    "languages": ("languages: [nl]", ("nl",)),
    "channels": ("channels: [web, rest]", ("web", "rest")),
    "scope.people": ("scope: {people: alleen wie hier werkt}", {"nl": "alleen wie hier werkt"}),
    "reply.working_days": ("reply: {working_days: 3}", 3),
    "consent.expiry_days": ("consent: {expiry_days: 7}", 7),
    "mediation.mode": ("mediation: {mode: off}", "off"),
    "report.k": ("report: {k: 10}", 10),
    "roles.incompatible": ("roles: {incompatible: [hr]}", (OtherRole.HR,)),
    "secrecy.limits": ("secrecy: {limits: Altijd geheim.}", {"nl": "Altijd geheim."}),
    "retention.idle_hours": ("retention: {idle_hours: 24}", 24),
    "retention.closed_days": ("retention: {closed_days: 14}", 14),
    "handover.no_answer_days": ("handover: {no_answer_days: 60}", 60),
    "retention.open_days": ("retention: {open_days: 180}", 180),
    "referrals.max_age_days": ("referrals: {max_age_days: 30}", 30),
    "pings.immediate": ("pings: {immediate: on}", True),
}


def test_every_setting_is_tried_below() -> None:
    assert set(CHANGES) == {setting.key for setting in SETTINGS}


def in_dutch(value: object) -> object:
    return value["nl"] if isinstance(value, dict) else value


@pytest.mark.clause("C01")
@pytest.mark.parametrize("key", CHANGES)
def test_a_changed_setting_stands_among_the_deviations_with_day_and_approver(
    key: str, policy_file: Reads
) -> None:
    written, value = CHANGES[key]
    approval = f"deviations:\n  - {{key: {key}, {APPROVED}}}\n"
    policy = policy_file(load_policy, f"{POLICY}{written}\n{approval}")
    field = next(setting.field for setting in SETTINGS if setting.key == key)
    assert in_dutch(getattr(policy, field)) == in_dutch(value)
    assert policy.deviations == (Deviation(key, "Directie", date(2026, 1, 15)),)


@pytest.mark.clause("C01")
@pytest.mark.parametrize("key", CHANGES)
def test_a_deviation_that_nobody_approved_is_refused(key: str, policy_file: Reads) -> None:
    text = f"{POLICY}{CHANGES[key][0]}\n"
    (problem,) = policy_file.problems(load_policy, text)
    assert problem.startswith(f"policy.yml:{len(text.splitlines())}: {key} differs from the protocol")
    assert "`approved_by` and `approved_on`" in problem


def test_the_moments_of_pings_are_the_organisations_own(policy_file: Reads) -> None:
    policy = policy_file(load_policy, f'{POLICY}pings: {{at: ["16:15", "08:30"]}}\n')
    assert policy.pings_at == (time(8, 30), time(16, 15))
    assert policy.deviations == ()


@pytest.mark.parametrize(
    "at", ['["9:00"]', '["05:59"]', '["22:01"]', '["09:00", "09:00"]', "[]", '["25:00"]']
)
def test_moments_at_night_or_twice_or_never_are_refused(at: str, policy_file: Reads) -> None:
    (problem,) = policy_file.problems(load_policy, f"{POLICY}pings: {{at: {at}}}\n")
    assert "pings.at holds different times from 06:00 to 22:00" in problem


def test_the_rest_channel_is_on_only_when_it_is_named(policy_file: Reads) -> None:
    approval = f"deviations: [{{key: channels, {APPROVED}}}]\n"
    assert policy_file(load_policy, f"{POLICY}channels: [web, rest]\n{approval}").rest_channel


def test_writing_a_default_down_is_no_deviation(policy_file: Reads) -> None:
    text = (
        f"{POLICY}reply: {{working_days: 2}}\nattachments: off\nexternal_ai: false\nroster: {{min_man: 1}}\n"
    )
    assert policy_file(load_policy, text).deviations == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("report: {k: 2}", "report.k must be at least 3 (you wrote 2)"),
        ("retention: {idle_hours: 48}", "retention.idle_hours must be at most 47 (you wrote 48)"),
        ("reply: {working_days: twee}", "reply.working_days must be a whole number (you wrote twee)"),
        ("reply: {working_days: true}", "reply.working_days must be a whole number (you wrote true)"),
        ("reply: 3", "reply needs lines of the form `name: value` below it"),
        ("reply: {working_days: [1]}", "reply.working_days must be one value, not a list or a mapping"),
        ("mediation: {mode: soms}", "mediation.mode must be one of counsellor, independent_mediator, off"),
        ("languages: [nl, de]", "languages holds only en, nl (you wrote de)"),
        ("languages: [nl, en, nl]", "languages names nl twice; keep one"),
        ("languages: nl", "languages must be a list: each item on its own line, after `- `"),
        ("channels: []", "channels needs at least one"),
        ("channels: [telegram]", "channels needs web: the pages are always there"),
        ("channels: [web, terminal]", "channels holds only rest, telegram, web (you wrote terminal"),
        ("channels: [{a: b}]", "channels holds only rest, telegram, web (you wrote a list or"),
        ("demo: misschien", "demo must be true or false (you wrote misschien)"),
        ("law: {vp_mandatory: 7}", "law.vp_mandatory must be words: put quotes around it"),
        ("scope: {people: ''}", "scope.people is empty; fill it in"),
        (f"scope: {{people: {'x' * 2001}}}", "scope.people must have at most 2000 letters (it has 2001)"),
        ("secrecy: {limits: {nl: Altijd}}", "secrecy.limits.en is missing"),
        ("secrecy: {limits: [Altijd]}", "secrecy.limits needs lines of the form `name: value` below it"),
        ("complaint: {require_informal_first: true}", "complaint.require_informal_first can only be"),
        ("replly: {working_days: 3}", "replly is not known; did you mean `reply`?"),
        ("report: {kk: 3}", "report.kk is not known; did you mean `k`?"),
        ("law: {x: 3}", "law.x is not known; known here: vp_dismissal_protection, vp_mandatory"),
        ("deviations: [reply.working_days]", "deviations[1] needs lines of the form `name: value`"),
        (f"deviations: [{{key: reply.working_day, {APPROVED}}}]", "did you mean `reply.working_days`?"),
        (f"deviations: [{{key: zzz, {APPROVED}}}]", "deviations[1].key zzz is no setting"),
        (f"deviations: [{{key: report.k, {APPROVED}}}]",
         "deviations names report.k, which is as the protocol has it; take it out"),
        ("map_: {}", "map_ is not known; did you mean `map`?"),
        ("protocol: {version: '2'}", "`protocol` is already there, on line 2; keep one"),
        ("x: &a 3", "write it out: anchors"),
        ("x: [", "not readable as YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_what_to_do(line: str, problem: str, policy_file: Reads) -> None:
    text = f"{POLICY}{line}\n"
    said = policy_file.problems(load_policy, text)
    assert any(problem in each for each in said), said
    place = line_of(text, line.split(":")[0] + ":") if "protocol" not in line else len(text.splitlines())
    assert any(each.startswith(f"policy.yml:{place}: ") or "YAML" in each for each in said), said


@pytest.mark.clause("C41")
@pytest.mark.parametrize("key", FIXED)
def test_what_is_fixed_cannot_be_set_otherwise_even_with_an_approval(key: str, policy_file: Reads) -> None:
    head, _, tail = key.partition(".")
    written = f"{head}: {{{tail}: 0}}" if tail else f"{head}: on"
    said = policy_file.problems(load_policy, f"{POLICY}{written}\ndeviations: [{{key: {key}, {APPROVED}}}]\n")
    assert any(f"{key} is always " in each for each in said)


@pytest.mark.parametrize("key", NOT_YET)
def test_what_this_version_cannot_carry_out_is_refused_and_not_ignored(key: str, policy_file: Reads) -> None:
    head, _, tail = key.partition(".")
    said = policy_file.problems(load_policy, f"{POLICY}{head}: {{{tail}: [anders]}}\n")
    assert any(f"{key} can only be " in each and "in this version" in each for each in said)


@pytest.mark.parametrize("body", ["manager", "hr", "board"])
def test_a_body_that_the_protocol_refers_to_must_be_in_the_map(body: str, policy_file: Reads) -> None:
    said = policy_file.problems(load_policy, POLICY.replace(f"  {body}:", f"  {body}_2:"))
    assert any(f"map.{body} is missing: the protocol refers to it" in each for each in said)


@pytest.mark.clause("C17")
@pytest.mark.clause("C62")
def test_a_way_out_for_complaints_about_the_board_and_for_the_accused_must_be_there(
    policy_file: Reads,
) -> None:
    said = policy_file.problems(load_policy, POLICY[: POLICY.index("accused:")])
    assert any("conflict.alternatives.directie needs at least one" in each for each in said)
    assert any("accused.external_bodies needs at least one" in each for each in said)


def test_the_id_of_a_body_is_a_short_name(policy_file: Reads) -> None:
    said = policy_file.problems(
        load_policy, POLICY.replace("map:", "map:\n  Ons Bureau: {name: a, contact: b}")
    )
    assert said == [
        "policy.yml:4: map.Ons Bureau must be a short name of small letters, like `company_doctor`"
    ]


def test_all_mistakes_of_a_file_come_at_once_in_the_order_of_its_lines(policy_file: Reads) -> None:
    said = policy_file.problems(load_policy, "report: {k: 2}\nreply: {working_days: 99}\ndemo: x\n")
    lines = [int(each.split(":")[1]) for each in said]
    assert lines == sorted(lines)
    assert len(said) > 8


def test_the_same_deviation_twice_is_a_mistake(policy_file: Reads) -> None:
    entry = f"  - {{key: report.k, {APPROVED}}}\n"
    said = policy_file.problems(load_policy, f"{POLICY}report: {{k: 6}}\ndeviations:\n{entry}{entry}")
    assert said == ["policy.yml:17: deviations[2].key report.k is already there; keep one"]


def test_an_approval_needs_a_name_and_a_day(policy_file: Reads) -> None:
    said = policy_file.problems(load_policy, f"{POLICY}report: {{k: 6}}\ndeviations: [{{key: report.k}}]\n")
    assert [each.split(": ", 1)[1] for each in said] == [
        "deviations[1].approved_by is missing",
        "deviations[1].approved_on is missing: a day like 2026-11-24",
    ]


def test_a_file_that_is_not_there_or_unreadable_is_said_without_its_folder(tmp_path: Path) -> None:
    reads = Reads(tmp_path / "policy.yml")
    reads.path.mkdir()
    assert reads.path.name in str(_broken(reads.path))
    gone = tmp_path / "gone.yml"
    assert str(_broken(gone)) == "gone.yml: cannot be read: No such file or directory"
    latin = tmp_path / "latin.yml"
    latin.write_bytes("organisation: Café".encode("latin-1"))
    assert str(_broken(latin)) == "latin.yml: save this file as UTF-8: it holds letters in another encoding"
    for path in (reads.path, gone, latin):
        assert str(tmp_path) not in str(_broken(path))


def _broken(path: Path) -> Exception:
    with pytest.raises(BrokenFile) as broken:
        load_policy(path)
    return broken.value


@pytest.mark.clause("C02")
def test_a_claim_about_the_law_is_made_only_with_its_source(policy_file: Reads) -> None:
    assert policy_file(load_policy, POLICY).vp_mandatory_source is None
    named = policy_file(load_policy, f"{POLICY}law: {{vp_mandatory: 'Stb. 2027, 1'}}\n")
    assert named.vp_mandatory_source == "Stb. 2027, 1"


def test_the_demo_policy_is_sound_and_marked_as_demo() -> None:
    policy = load_policy(DEMO / "policy.yml")
    assert policy.demo
    assert "verzonnen" in policy.organisation
    assert policy.effective_on == date(2026, 1, 1)
    bodies = {"manager", "manager_above", "hr", "board", "or", "union", "company_doctor", "social_work"}
    assert bodies <= {door.id for door in policy.doors}
    assert not any(body.inside for body in policy.accused_bodies)
    assert policy.deviations == ()


def test_a_file_that_is_no_yaml_is_told_as_that_and_nothing_else(policy_file: Reads) -> None:
    with pytest.raises(BrokenFile) as broken:
        policy_file(load_policy, POLICY + "broken: [")
    (problem,) = broken.value.problems
    assert "not readable as YAML" in str(problem)
