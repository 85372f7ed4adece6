"""What the use cases need from outside, as Protocols. Storage and bot implement them.

A transaction is a plain function: `await store.write(lambda work: …)`. A job cannot await, so no
coroutine can ever be suspended with a transaction open. A job may run again when the database was
busy or the row was changed meanwhile (it then sees fresh rows): it has no other effect than on `work`.
"""

from handlers.ports.aftercare import Aftercare, CheckIn
from handlers.ports.announcements import Announcement, Announcements, AnnouncementState
from handlers.ports.channels import (
    Answer,
    Eraser,
    Gone,
    Inbound,
    Later,
    OutButton,
    Outcome,
    Outgoing,
    Photo,
    Postman,
    Sent,
)
from handlers.ports.conversations import Cases, Chat, Consents, Conversations, Letter, MessageKind
from handlers.ports.jobs import Audit, Job, JobKind, JobRunner, Schedule, Traces
from handlers.ports.logins import (
    Authenticator,
    ChallengeFor,
    Claim,
    Logins,
    Numbers,
    Passkey,
    Registered,
)
from handlers.ports.news import KEY_NEWS, Mail, Mailbox, MailKind, Reach, Reaches
from handlers.ports.people import Author, Channel, Peer, ReaderKey
from handlers.ports.pings import Courier, Ping, PingWay, PingWays
from handlers.ports.pressure import Pressure, PressureLog
from handlers.ports.proposals import Proposals
from handlers.ports.staff import (
    Desk,
    DeskSession,
    KeyState,
    LinkPurpose,
    Picture,
    Role,
    Rosters,
    Staff,
    WrappedKey,
)
from handlers.ports.store import Clock, Keyring, Store, Work
from handlers.ports.totals import About, Totals

__all__ = [
    "KEY_NEWS",
    "About",
    "Aftercare",
    "Announcement",
    "AnnouncementState",
    "Announcements",
    "Answer",
    "Audit",
    "Authenticator",
    "Author",
    "Cases",
    "ChallengeFor",
    "Channel",
    "Chat",
    "CheckIn",
    "Claim",
    "Clock",
    "Consents",
    "Conversations",
    "Courier",
    "Desk",
    "DeskSession",
    "Eraser",
    "Gone",
    "Inbound",
    "Job",
    "JobKind",
    "JobRunner",
    "KeyState",
    "Keyring",
    "Later",
    "Letter",
    "LinkPurpose",
    "Logins",
    "Mail",
    "MailKind",
    "Mailbox",
    "MessageKind",
    "Numbers",
    "OutButton",
    "Outcome",
    "Outgoing",
    "Passkey",
    "Peer",
    "Photo",
    "Picture",
    "Ping",
    "PingWay",
    "PingWays",
    "Postman",
    "Pressure",
    "PressureLog",
    "Proposals",
    "Reach",
    "Reaches",
    "ReaderKey",
    "Registered",
    "Role",
    "Rosters",
    "Schedule",
    "Sent",
    "Staff",
    "Store",
    "Totals",
    "Traces",
    "Work",
    "WrappedKey",
]
