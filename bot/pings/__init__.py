"""Brings pings to counsellors: by e-mail, or by a service of their own."""
