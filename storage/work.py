"""One transaction with everything that can be done in it."""

from handlers.ports import (
    Aftercare,
    Announcements,
    Audit,
    Cases,
    Consents,
    Conversations,
    Desk,
    Logins,
    Mailbox,
    PingWays,
    PressureLog,
    Proposals,
    Reaches,
    Rosters,
    Schedule,
    Totals,
)
from storage.aftercare import SqlAftercare
from storage.announcements import SqlAnnouncements
from storage.audit import SqlAudit
from storage.cases import SqlCases
from storage.consents import SqlConsents
from storage.conversations import SqlConversations
from storage.desk import SqlDesk
from storage.logins import SqlLogins
from storage.mailbox import SqlMailbox
from storage.ping_ways import SqlPingWays
from storage.pressure import SqlPressureLog
from storage.proposals import SqlProposals
from storage.reaches import SqlReaches
from storage.rosters import SqlRosters
from storage.schedule import SqlSchedule
from storage.totals import SqlTotals
from storage.transaction import Transaction


class SqlWork:
    """Implements handlers.ports.Work. `transaction` is for what storage itself does (sweeps, backups)."""

    __slots__ = ("transaction",)

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction

    @property
    def conversations(self) -> Conversations:
        """Running chats and who they belong to."""
        return SqlConversations(self.transaction)

    @property
    def cases(self) -> Cases:
        """Cases and their letters."""
        return SqlCases(self.transaction)

    @property
    def consents(self) -> Consents:
        """Every yes."""
        return SqlConsents(self.transaction)

    @property
    def proposals(self) -> Proposals:
        """Proposed steps."""
        return SqlProposals(self.transaction)

    @property
    def aftercare(self) -> Aftercare:
        """Who wants to be asked later how it goes."""
        return SqlAftercare(self.transaction)

    @property
    def announcements(self) -> Announcements:
        """Who wants to hear of new counsellors."""
        return SqlAnnouncements(self.transaction)

    @property
    def pressure(self) -> PressureLog:
        """Notes of pressure, for the counsellors."""
        return SqlPressureLog(self.transaction)

    @property
    def totals(self) -> Totals:
        """Totals of a year."""
        return SqlTotals(self.transaction)

    @property
    def mailbox(self) -> Mailbox:
        """Events for absent employees."""
        return SqlMailbox(self.transaction)

    @property
    def reaches(self) -> Reaches:
        """Addresses, sealed to the relay."""
        return SqlReaches(self.transaction)

    @property
    def ping_ways(self) -> PingWays:
        """Ways in which counsellors are told, sealed to the relay."""
        return SqlPingWays(self.transaction)

    @property
    def desk(self) -> Desk:
        """Staff: logins, sessions, keys."""
        return SqlDesk(self.transaction)

    @property
    def logins(self) -> Logins:
        """How staff log in."""
        return SqlLogins(self.transaction)

    @property
    def roster(self) -> Rosters:
        """The counsellors."""
        return SqlRosters(self.transaction)

    @property
    def schedule(self) -> Schedule:
        """Durable jobs."""
        return SqlSchedule(self.transaction)

    @property
    def audit(self) -> Audit:
        """The chain of what was done."""
        return SqlAudit(self.transaction)
