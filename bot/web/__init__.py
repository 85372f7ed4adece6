"""The web channel: chat of employees, desk of counsellors, page of HR. Works without JavaScript."""
