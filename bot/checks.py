"""The set-up check: each thing the protocol or the keys need, as ok, warning or stop, with what to do."""

import re
from collections.abc import Iterator

from bot.checks_library import on_library
from bot.checks_logins import on_logins
from bot.checks_machine import on_machine, open_to_others
from bot.checks_rows import on_rows
from bot.clock import WallClock
from bot.findings import Finding, Weight
from bot.pings.couriers import mail_server, wrong_ping_settings
from bot.pings.mail import MailCourier
from bot.settings import Settings, read_secrets
from bot.wiring import House, PolicyMissing, Reading, build, read_dialogues, read_policy
from dialogues.problems import BrokenDialogues
from handlers.directory import look
from handlers.domain.coverage import uncovered
from handlers.domain.errors import OpenOorError
from handlers.domain.policy import Policy
from handlers.domain.roster import training_over
from handlers.domain.roster_changes import Need, Term, ending, lacking
from handlers.domain.roster_events import to_introduce


async def examine(settings: Settings) -> list[Finding]:
    """Everything, in the order in which an operator would mend it."""
    reading, sound = _dialogues()
    findings = [sound, *on_machine(settings), *_secrets(settings), *await _mail(settings)]
    try:
        policy = read_policy(settings)
    except (OpenOorError, PolicyMissing) as broken:
        return [*findings, Finding(Weight.STOP, "the policy cannot be read", str(broken))]
    findings += [*_address(settings), *_policy(settings, policy)]
    if reading is None:
        return findings
    try:
        house = await build(settings, WallClock(), policy, reading)
    except (OpenOorError, OSError) as broken:
        mend = (
            str(broken) if isinstance(broken, OpenOorError) else "is the folder writable, is the disk full?"
        )
        return [*findings, Finding(Weight.STOP, "the database or the keys do not open", mend)]
    try:
        return [
            *findings,
            *await _people(house),
            *await on_logins(house),
            *await _days_to_come(house),
            *await _terms(house),
            *await _new_people(house),
            *await _help_lines(house),
            *await on_library(house),
            *await on_rows(house),
        ]
    finally:
        await house.close()


def _dialogues() -> tuple[Reading | None, Finding]:
    try:
        return read_dialogues(), Finding(Weight.OK, "the dialogues are sound")
    except BrokenDialogues as broken:
        what = f"the dialogues have {len(broken.problems)} problems"
        return None, Finding(Weight.STOP, what, "run: openoor dialogues check")


def _secrets(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir / "secrets"
    loose = [path.name for path in open_to_others(folder.iterdir() if folder.is_dir() else ())]
    if loose:
        yield Finding(
            Weight.STOP, "secret files are readable by others", f"chmod 600 {' '.join(sorted(loose))}"
        )
    token = read_secrets(settings).telegram_token
    if token is None:
        yield Finding(
            Weight.WARNING,
            "Telegram is off: there is no telegram_token",
            "put the token of @BotFather into secrets/telegram_token in the data folder",
        )
    elif not _TOKEN.fullmatch(token.get_secret_value()):
        yield Finding(
            Weight.STOP,
            "what stands in secrets/telegram_token is no Telegram token (digits, a colon, 35 characters)",
            "copy it from @BotFather's message, and nothing else, into that file; or remove the file",
        )
    else:
        yield Finding(Weight.OK, "a Telegram token is set")


_TOKEN = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")


async def _mail(settings: Settings) -> list[Finding]:
    """Whether e-mail to counsellors works: a connection and a login, no mail."""
    secrets = read_secrets(settings)
    if problems := wrong_ping_settings(settings, secrets):
        return [
            Finding(Weight.STOP, "pings to counsellors cannot be sent like this", each) for each in problems
        ]
    server = mail_server(settings, secrets)
    if server is None:
        what = "e-mail is off: counsellors are told on Telegram, or look at the desk themselves"
        return [Finding(Weight.WARNING, what, "name your mail server in OPENOOR_MAIL_HOST: docs/settings.md")]
    trouble = await MailCourier(server, WallClock()).trouble()
    if trouble is None:
        return [Finding(Weight.OK, "the mail server takes our mail")]
    return [Finding(Weight.STOP, f"the mail server does not let us in ({trouble})", _MEND_MAIL)]


_MEND_MAIL = (
    "check OPENOOR_MAIL_HOST, OPENOOR_MAIL_PORT and OPENOOR_MAIL_SECURITY, secrets/mail_user and "
    "secrets/mail_password, and for a certificate of your own OPENOOR_MAIL_CA_FILE"
)


def _address(settings: Settings) -> Iterator[Finding]:
    if settings.is_public and not settings.address.startswith("https://"):
        yield Finding(
            Weight.STOP,
            "people would write over a connection that others can read and change",
            "put TLS in front and name it: OPENOOR_BASE_URL=https://…",
        )
    if not settings.is_public:
        yield Finding(
            Weight.WARNING,
            "only this machine is answered: there is no address that people type",
            "set OPENOOR_BASE_URL=https://…, and let the proxy pass that name on as Host",
        )


def _policy(settings: Settings, policy: Policy) -> Iterator[Finding]:
    if policy.demo and settings.is_public:
        yield Finding(
            Weight.STOP, "demo data on a public address", "write your own policy.yml and roster.yml first"
        )
    elif policy.demo:
        yield Finding(
            Weight.WARNING, "this is the demo organisation", "write your own policy.yml before going live"
        )
    needed = {
        "accused.external_bodies (C62)": [d for d in policy.accused_bodies if not d.inside],
        "conflict.alternatives.directie (C17)": policy.board_alternatives,
        "map: board (C17)": [d for d in policy.doors if d.id == "board"],
        "map: hr (C19)": [d for d in policy.doors if d.id == "hr"],
        "map: manager (C18)": [d for d in policy.doors if d.id == "manager"],
    }
    for name, filled in needed.items():
        if filled:
            yield Finding(Weight.OK, f"{name} is filled in")
        else:
            yield Finding(Weight.STOP, f"{name} is empty", "fill it in in policy.yml")
    yield from _law(policy)


def _law(policy: Policy) -> Iterator[Finding]:
    """What the policy says a law asks: no text of the program claims it, the organisation may."""
    claims = {
        "law.vp_mandatory (C02)": ("a counsellor is required by law", policy.vp_mandatory_source),
        "law.vp_dismissal_protection (C72)": ("a counsellor is protected by law", policy.vp_dismissal_source),
    }
    for key, (claim, source) in claims.items():
        if source is None:
            yield Finding(Weight.OK, f"no claim that {claim}: {key}")
        else:
            yield Finding(
                Weight.WARNING,
                f"the policy says that {claim}: {key}, {source}",
                "have a lawyer check it; the chat and the materials say nothing of it, agreed protection is "
                "named as agreed",
            )


async def _people(house: House) -> list[Finding]:
    directory = await house.store.read(look)
    today = house.clock.now().date()
    missing = directory.roster.missing(today)
    findings = [
        Finding(
            Weight.STOP,
            f"no {gender.value} is present as counsellor today (C24)",
            "appoint one or name a stand-in: openoor roster import roster.yml",
        )
        for gender in missing
    ]
    if not missing:
        findings.append(Finding(Weight.OK, "a man and a woman are there (C24)"))
    without_key = [who for who in directory.roster.active(today) if who.id not in directory.reachable]
    findings.extend(
        Finding(
            Weight.STOP,
            f"{who.id} cannot receive anything yet",
            "log in at the desk, set a passphrase, and have another counsellor confirm the key",
        )
        for who in without_key
    )
    findings.extend(
        Finding(
            Weight.WARNING,
            f"the training of {who.id} does not count any more (C32)",
            "renew it, then fill in the new day on HR's page; until then nobody reads that they are trained",
        )
        for who in training_over(directory.roster, today)
    )
    return findings


async def _days_to_come(house: House) -> list[Finding]:
    roster, today = await house.store.read(lambda work: work.roster.current()), house.clock.now().date()
    return [
        Finding(
            Weight.WARNING,
            f"no {each.gender.value} is present as counsellor from {each.first_day}"
            + (f" to {each.last_day} (C24)" if each.last_day else " on (C24)"),
            "let a counsellor of that gender, perhaps from outside, stand in: HR's page shows who is there",
        )
        for each in uncovered(roster, today)
    ]


async def _terms(house: House) -> list[Finding]:
    roster, today = await house.store.read(lambda work: work.roster.current()), house.clock.now().date()
    findings = [
        Finding(
            Weight.WARNING,
            f"the {each.term.value} of {each.counsellor} ends on {each.last_day}"
            + (", within 30 days" if each.late else ""),
            _MEND_TERM[each.term],
        )
        for each in ending(roster, today)
        if not each.over
    ]
    return findings + [
        Finding(weight, f"{what} of {each.counsellor} stands nowhere", mend)
        for each in lacking(roster, today)
        for weight, what, mend in (_LACKING[each.need],)
    ]


_MEND_TERM = {
    Term.APPOINTMENT: "let the board decide in time who goes on or comes, then fill it in on HR's page (C22)",
    Term.TRAINING: "plan a new one, then fill in its last day on HR's page (C32)",
}


_LACKING = {
    Need.CERTIFICATE: (
        Weight.STOP,
        "a certificate of conduct (C31)",
        "let somebody look at it, then fill in who did and when on HR's page; keep no copy",
    ),
    Need.CODE: (
        Weight.WARNING,
        "a signed code of conduct (C34)",
        "let them sign it, then fill in the day on HR's page",
    ),
}


async def _new_people(house: House) -> list[Finding]:
    roster, events = await house.store.read(lambda work: (work.roster.current(), work.roster.events()))
    return [
        Finding(
            Weight.WARNING,
            f"{who.id} is new and was not introduced to everyone yet (C57)",
            "introduce them in your usual way (HR's page has the materials), then mark it on HR's page",
        )
        for who in to_introduce(roster, events, house.clock.now().date())
    ]


async def _help_lines(house: House) -> list[Finding]:
    age = house.policy.referrals_max_age_days
    checks = await house.store.read(lambda work: work.roster.checks())
    stale = house.guide.checked(checks).unverified(house.clock.now().date(), age)
    if not stale:
        return [Finding(Weight.OK, "every help line was checked")]
    return [
        Finding(
            Weight.WARNING,
            f"{len(stale)} help lines were not checked in the last {age} days: {', '.join(stale)}",
            "call or open each one, then mark it on HR's page (or write the day into helplines.yml)",
        )
    ]
