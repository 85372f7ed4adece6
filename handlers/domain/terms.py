"""The organisation's terms, counted from one moment."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.domain.policy import Policy
from handlers.domain.working_days import working_days_after


@dataclass(frozen=True, slots=True)
class Terms:
    """What the policy promises and allows from now on."""

    policy: Policy
    now: datetime

    @property
    def today(self) -> date:
        """The day, in UTC."""
        return self.now.date()

    @property
    def reply_by(self) -> date:
        """By which day who sends something today hears (C12)."""
        return working_days_after(self.today, self.policy.reply_working_days)

    @property
    def consent_until(self) -> datetime:
        """Until when a yes of now counts when it is not used (C15)."""
        return self.now + self.policy.consent_expiry
