"""Alembic's entry: always inside the program, on a connection that storage.migrate opened."""

from alembic import context

from storage.migrate import ours_only
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_object=ours_only,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
