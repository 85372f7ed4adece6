"""What is kept, for how long, and who can open it: the database, the keys and the durable jobs."""

from storage.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
