# Words of the desk for counsellors.

desk-name = Open Oor desk
desk-demo = Trial version with invented people. Do not write anything real here.
desk-menu = Desk
desk-link-inbox = Inbox
desk-link-keys = Keys of colleagues
desk-link-telegram = Telegram
desk-lock = Lock
desk-leave = Log out
desk-leave-everywhere = Log out everywhere
desk-back = Back to the inbox

# Coming in
desk-enter-title = To the desk
desk-enter-text = This link works once. Press the button to come in.
desk-enter-send = Go to the desk
desk-enter-failed-title = This link does not work
desk-enter-failed-text = The link has been used, or it is too old. Ask for a new link.
desk-no-session-title = You are not logged in
desk-no-session-text = Open the desk with a new link.

# Passphrase
desk-phrase-title = Choose a passphrase
desk-phrase-text = With your passphrase you open what people write to you. Only you know it. Nobody can restore it.
desk-phrase-loss = Have you lost the passphrase? Then messages from before cannot be read any more.
desk-phrase-label = New passphrase
desk-phrase-hint = At least { $length } characters. A sentence of a few words is easy to remember.
desk-phrase-again = The same passphrase once more
desk-phrase-send = Keep the passphrase
desk-phrase-too-short = This passphrase is too short. Use at least { $length } characters.
desk-phrase-different = The two passphrases are not the same. Type them again.
desk-phrase-has-one = You already have a passphrase. Nothing has changed.
desk-unlock-title = The desk is locked
desk-unlock-text = Type your passphrase to read and write.
desk-unlock-label = Passphrase
desk-unlock-send = Open
desk-unlock-wrong = This passphrase does not fit. Nothing has changed.
desk-unlock-slow = Wait a moment before you try again.
desk-locked-idle = The desk was locked because nothing happened for some time.

# Keys
desk-keys-title = Keys of colleagues
desk-keys-text = A new key gets messages only when another counsellor has confirmed it.
desk-keys-how = Call your colleague or look together. Read the digits aloud to each other. Are they the same? Then confirm.
desk-keys-own = Your key
desk-keys-own-waiting = Your key has not been confirmed yet. Until then you get no new messages.
desk-keys-own-confirmed = Your key has been confirmed.
desk-keys-fingerprint = Fingerprint
desk-keys-made = Made on { $day }
desk-keys-confirmed = Confirmed
desk-keys-waiting = Not confirmed yet
desk-keys-confirm = The digits are the same: confirm the key of { $name }
desk-keys-confirmed-now = The key of { $name } has been confirmed.
desk-keys-confirm-failed = This key was not confirmed. Nothing has changed. See whether the digits are still the same.
desk-keys-changed = The key of { $name } is new. Check the digits.
desk-keys-broken = A key in the database does not fit its seal. No messages go to this key. Warn your colleagues and the operator.
desk-keys-none = There is no other counsellor with a key yet.

# Inbox
desk-inbox-title = Inbox
desk-inbox-empty = Nothing is waiting now.
desk-inbox-waiting = Waiting for you
desk-inbox-open = Open
desk-inbox-closed = Ended
desk-inbox-declined = Not accepted by you
desk-inbox-handed-over = Now with someone else
desk-inbox-withdrawn = Withdrawn
desk-inbox-row = { $alias }
desk-inbox-sent = Sent on { $day }
desk-inbox-since = Since { $day }
desk-inbox-reply-by = Answer by { $day }
desk-inbox-overdue = The day has passed
desk-inbox-outside = Possibly outside the protocol
desk-inbox-read = Read

# One conversation
desk-case-title = { $alias }
desk-case-alias = '{ $alias }' is a made-up name. You see no name, and you do not have to look for one.
desk-case-listen = Listen first. Ask what the other person needs now. They choose the next step.
desk-case-introduction = First text
desk-case-introduction-yes = The other person said yes to this text, for you alone. Do not share anything further.
desk-case-letters = Messages
desk-case-letter-you = You, { $day }
desk-case-letter-employee = { $alias }, { $day }
desk-case-none = This is not there, or it is not yours.
desk-case-withdrawn = The person who wrote has withdrawn this. The words are gone. You do not have to do anything.
desk-case-declined = You did not accept this. The words are gone here. The person who wrote chooses what happens. You do not have to do anything.
desk-case-handed-over = The person who wrote chose another counsellor. The words are gone here. You do not have to do anything.
desk-case-key-new = Your key is new. The person who wrote hears that first, and chooses what happens. Until then you cannot write here.
desk-case-sealed-before = The first words belong to a key that is gone. Nobody can read them here any more.
desk-case-outside = This question may not fit the protocol. The other person would still like to speak to you. Referring is possible.
desk-accept-text = Do you accept this? The other person hears so at once.
desk-accept = I accept this
desk-accept-done = Accepted. You can write now.
desk-decline-text = Are you unable to, or do you know the people involved too well? Then the other person chooses what happens. The text goes away here.
desk-decline = I cannot accept this
desk-decline-done = Passed on. The text is gone here.
desk-step-gone = This is not possible any more. It may just have been withdrawn. Nothing has changed.
desk-reply-label = Your message
desk-reply-hint = Short sentences. Ask what and how. Only say what you can surely do.
desk-reply-send = Send
desk-reply-done = Sent.
desk-reply-empty = There is nothing in your message yet.
desk-reply-failed = This was not sent. Your text is still here. Try again.
desk-close-text = Only end it when you have discussed that together. After that you cannot write to each other any more.
desk-close = End this contact
desk-close-sure = Yes, end it
desk-close-done = Ended. You can read for { $closed_days } more days.
desk-status-waiting = Waiting for you
desk-status-open = Accepted
desk-status-declined = Not accepted by you
desk-status-handed-over = Now with someone else
desk-status-closed = Ended on { $day }
desk-status-withdrawn = Withdrawn

# The counsellor's Telegram
desk-telegram-title = A message on Telegram
desk-telegram-text = Open Oor can tell you on Telegram that something is waiting. It never holds any content. You can accept there, not read.
desk-telegram-make = Make a link
desk-telegram-link = Open this link on your phone. It works once, for a quarter of an hour.
desk-telegram-on = You get messages on Telegram.
desk-telegram-off = You get no messages on Telegram.
desk-telegram-stop = Stop messages on Telegram
desk-telegram-stopped = Stopped.
desk-telegram-none = Telegram is not switched on in this organisation.
