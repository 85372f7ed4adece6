# C55, C73
utter_who =
    These are the counsellors:
    { $roster_text }
    { START($hr) } has the names too. You don't have to ask { $hr }.

utter_gap_man = At the moment no man is available. You never get a woman without being asked.

utter_gap_woman = At the moment no woman is available. You never get a man without being asked.

utter_gap_all =
    At the moment no counsellor is available.
    Under Help now there is help outside the organisation.
    .help_now = Help now

# C44, C56. Line by line: C45 and C46, C47 and C48, C51 to C53, C49 and C50, C54, C15
utter_what_does =
    A counsellor is there for you when you want help or advice.
    They help you to see what is going on, and which step helps you.
    They show the way to help inside or outside the organisation, or give advice about it.
    They can help with mediation, only if you want that and with unwanted behaviour.
    They ask later how you are, if you want that.
    Without your yes a counsellor does nothing.

# C55 to C58
utter_what_visible =
    A counsellor makes sure you know who they are and what they do.
    For example at their appointment, and when you are new.

# C59. Line by line: C60, C61 and C62, C63, C64 and C65, C66
utter_what_does_not =
    A counsellor is not a company social worker.
    They do not support the person a complaint is about. For that there is help outside the organisation.
    They are not responsible for the whole policy.
    They are not there for ordinary labour conflicts and reorganisations.
    Not sure? Or would you still like to talk? You always may.

utter_privacy_readers =
    Until you send something, no person gets your words.
    After that they are for the counsellor you choose.
    { START($board) }, { $manager } and { $hr } have no access here.
    Storage and copies cannot be read without the key.
    Whoever can change the program itself could read new messages.

utter_privacy_kept =
    We keep no name, number or photo of you.
    If you send nothing, we wipe this chat after { $idle_hours } hours of silence.
    If you send something, it stays readable until { $closed_days } days after the end, or until you wipe.
    What you wipe is unreadable at once. In backups it is gone after 7 days.
    If you want to hear news, we keep an encrypted address, until the end or until you wipe.
    After the end, how it ended counts in totals of a year. They do not hold who. Those stay.

utter_privacy_telegram =
    Telegram keeps this chat and knows your account.
    Our server can read an answer to you until it is delivered, at most 72 hours.
    When you wipe, I remove messages younger than 48 hours. You remove older ones yourself in Telegram.
    You can hide your name and photo in Telegram. Our web page asks for no account.

# C42, C43
utter_secrecy =
    A counsellor keeps secret what you tell. Also when they are no longer a counsellor.
    Something goes to someone else only with your yes.
    { $secrecy_limits }
    The law gives a counsellor no right to stay silent in court.

# C02
utter_law =
    The law (Arbowet) says: the employer must protect you against unwanted behaviour.
    Bullying, discrimination, sexual harassment, aggression and violence belong to that.
    It also counts with customers, on a trip, at an outing or in a chat group.
    You may always ask for help. You are not a nuisance.
    This is information, not legal advice.

# C01
utter_protocol =
    The protocol in short (version { $protocol_summary }):
    The employer protects you against unwanted behaviour. The counsellor listens, helps and gives advice.
    They only do something when you ask, and keep secret what you tell.
    There are always a man and a woman. Once a year { $board } gets a report without names.
    Solving it can be informal first. If that does not work, it can be formal, with { $board }.
    The organisation has agreed to protect the counsellor. { START($hr) } has the names.

utter_protocol_deviations =
    What is arranged differently here:
    { $deviations }
