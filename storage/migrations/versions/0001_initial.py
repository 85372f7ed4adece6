"""The first shape of the database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("link", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=60), nullable=False),
        sa.Column("kek_day", sa.Date(), nullable=False),
        sa.Column("own_public", sa.LargeBinary(length=32), nullable=True),
        sa.Column("own_epoch", sa.Integer(), nullable=True),
        sa.Column("code_public", sa.LargeBinary(length=32), nullable=True),
        sa.Column("code_lookup", sa.LargeBinary(length=16), nullable=True),
        sa.Column("mail_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
        sa.UniqueConstraint("code_lookup", name=op.f("uq_conversations_code_lookup")),
    )
    op.create_table(
        "counsellor_keys",
        sa.Column("counsellor", sa.String(length=24), nullable=False),
        sa.Column("public", sa.LargeBinary(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(length=60), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("confirmed_by", sa.String(length=24), nullable=True),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("counsellor", name=op.f("pk_counsellor_keys")),
    )
    op.create_table(
        "deliveries",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("delivery", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("day", "delivery", name=op.f("pk_deliveries")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=True),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("case_id", sa.String(length=32), nullable=True),
        sa.Column("notice", sa.String(length=40), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(op.f("ix_jobs_case_id"), "jobs", ["case_id"], unique=False)
    op.create_index(op.f("ix_jobs_conversation"), "jobs", ["conversation"], unique=False)
    op.create_index(op.f("ix_jobs_staff"), "jobs", ["staff"], unique=False)
    op.create_table(
        "roster_draft",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_roster_draft")),
    )
    op.create_table(
        "roster_versions",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_roster_versions")),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("counsellor", sa.String(length=24), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_index(op.f("ix_staff_counsellor"), "staff", ["counsellor"], unique=False)
    op.create_table(
        "cases",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("counsellor", sa.String(length=24), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("overdue_told", sa.Boolean(), nullable=False),
        sa.Column("key_paused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_cases_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index(op.f("ix_cases_conversation"), "cases", ["conversation"], unique=False)
    op.create_index(op.f("ix_cases_counsellor"), "cases", ["counsellor"], unique=False)
    op.create_table(
        "links",
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_links_staff")),
        sa.PrimaryKeyConstraint("lookup", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_staff"), "links", ["staff"], unique=False)
    op.create_table(
        "mailbox",
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_mailbox_conversation")),
        sa.PrimaryKeyConstraint("conversation", "seq", name=op.f("pk_mailbox")),
    )
    op.create_table(
        "peers",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=True),
        sa.Column("delivery", sa.LargeBinary(length=16), nullable=True),
        sa.Column("employee_key", sa.LargeBinary(length=60), nullable=True),
        sa.Column("key_minute", sa.Integer(), nullable=True),
        sa.Column("idle_hour", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_peers_conversation")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_peers")),
        sa.UniqueConstraint("lookup", name=op.f("uq_peers_lookup")),
    )
    op.create_index(op.f("ix_peers_conversation"), "peers", ["conversation"], unique=False)
    op.create_index(
        "ix_peers_idle_hour",
        "peers",
        ["idle_hour"],
        unique=False,
        sqlite_where=sa.text("idle_hour IS NOT NULL"),
        postgresql_where=sa.text("idle_hour IS NOT NULL"),
    )
    op.create_table(
        "reaches",
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_reaches_conversation")),
        sa.PrimaryKeyConstraint("conversation", name=op.f("pk_reaches")),
    )
    op.create_table(
        "sessions",
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=60), nullable=True),
        sa.Column("idle_minute", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_sessions_staff")),
        sa.PrimaryKeyConstraint("lookup", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_staff"), "sessions", ["staff"], unique=False)
    op.create_table(
        "staff_reaches",
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("lookup", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_staff_reaches_staff")),
        sa.PrimaryKeyConstraint("staff", name=op.f("pk_staff_reaches")),
        sa.UniqueConstraint("lookup", name=op.f("uq_staff_reaches_lookup")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(length=24), nullable=False),
        sa.Column("words", sa.LargeBinary(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=12), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consents_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_consents_case_id_seq")),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("for_counsellor", sa.LargeBinary(), nullable=True),
        sa.Column("for_own", sa.LargeBinary(), nullable=True),
        sa.Column("for_code", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_letters_case_id")),
        sa.ForeignKeyConstraint(["conversation"], ["conversations.id"], name=op.f("fk_letters_conversation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("case_id", "seq", name=op.f("uq_letters_case_id_seq")),
    )
    op.create_index(op.f("ix_letters_conversation"), "letters", ["conversation"], unique=False)


def downgrade() -> None:
    """Drop them again."""
    op.drop_index(op.f("ix_letters_conversation"), table_name="letters")
    op.drop_table("letters")
    op.drop_table("consents")
    op.drop_table("staff_reaches")
    op.drop_index(op.f("ix_sessions_staff"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_table("reaches")
    op.drop_index(
        "ix_peers_idle_hour",
        table_name="peers",
        sqlite_where=sa.text("idle_hour IS NOT NULL"),
        postgresql_where=sa.text("idle_hour IS NOT NULL"),
    )
    op.drop_index(op.f("ix_peers_conversation"), table_name="peers")
    op.drop_table("peers")
    op.drop_table("mailbox")
    op.drop_index(op.f("ix_links_staff"), table_name="links")
    op.drop_table("links")
    op.drop_index(op.f("ix_cases_counsellor"), table_name="cases")
    op.drop_index(op.f("ix_cases_conversation"), table_name="cases")
    op.drop_table("cases")
    op.drop_index(op.f("ix_staff_counsellor"), table_name="staff")
    op.drop_table("staff")
    op.drop_table("settings")
    op.drop_table("roster_versions")
    op.drop_table("roster_draft")
    op.drop_index(op.f("ix_jobs_staff"), table_name="jobs")
    op.drop_index(op.f("ix_jobs_conversation"), table_name="jobs")
    op.drop_index(op.f("ix_jobs_case_id"), table_name="jobs")
    op.drop_table("jobs")
    op.drop_table("deliveries")
    op.drop_table("counsellor_keys")
    op.drop_table("conversations")
    op.drop_table("audit")
