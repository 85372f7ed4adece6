"""Brings pings to counsellors: by e-mail, or by a service of their own."""

from bot.pings.couriers import MailSettingsWrong, couriers_of, wrong_mail_settings
from bot.pings.mail import MailCourier, MailServer

__all__ = ["MailCourier", "MailServer", "MailSettingsWrong", "couriers_of", "wrong_mail_settings"]
