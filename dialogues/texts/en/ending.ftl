# Stopping and wiping.

utter_stopped =
    That is fine. Your conversation stops here and nothing of it is kept on our side.
    Thank you for being here. You are always welcome.
    Is there danger? Call 112.
utter_stopped_telegram =
    In Telegram this chat is still there. You can delete it there yourself.
utter_stop_telegram =
    Remove the messages here in Telegram too? Then choose 'Wipe everything'.
utter_ask_stop_how =
    That is fine. Your words were sent to nobody. What would you like to do with them?
    Wiping is at once. Keeping lasts { $idle_hours } hours, then I wipe them.
    .now = Stop and wipe
    .later = Stop and keep them for now
    .go_on = Go on after all
utter_ask_stop_case =
    Your message is with { $counsellor_name }. What would you like to do with it?
    .keep = Leave it
    .withdraw = Withdraw it
    .wipe = Wipe everything
utter_stopped_case =
    That is fine. Your message stays with { $counsellor_name }.
    You can always come back. Withdrawing and wiping are possible later too.
utter_ask_stop_rest =
    You can still read what you sent to { $counsellor_name } before. What do you want with it?
    .keep = Leave it there
    .wipe = Wipe everything
utter_stopped_rest =
    That is fine. It stays. You can always come back, and wiping is possible later too.
    Is there danger? Call 112.

utter_came_before =
    You had sent this before, and it worked.
    No conversation of yours is open here now.
    You can always start again. Is there danger? Call 112.

utter_came_earlier =
    You had sent this before, and it worked.
    I cannot show again what you saw then.
    How it is now, you can see at 'My message'.
    .status = My message

utter_wipe =
    Wipe everything? On our side it is then gone at once: your words, the messages and how we reach you.
    In backups it cannot be read any more after 7 days.
    Do you have a counsellor? They only see: withdrawn.
    A code does not work after that. This cannot be undone.
utter_wipe_telegram =
    In Telegram I remove the messages of the last 48 hours.
    I cannot remove older messages there. You can.
utter_ask_wipe_ok = Wipe everything?
    .yes = Yes, wipe everything
    .no = No, do not wipe
utter_wipe_not = That is fine. Nothing has been wiped.
utter_wipe_failed =
    Wiping did not work. Something went wrong on our side.
    Try it once more with 'Wipe everything'.
utter_wiped =
    Everything has been wiped on our side.
    In backups it cannot be read any more after 7 days.
    You can always begin again.
utter_wiped_telegram = I also remove the messages in this chat. Please look whether anything is left.
utter_wiped_telegram_left =
    Some messages in Telegram are older than 48 hours. I cannot remove those.
    This is how you do it: open this chat and tap the name at the top.
    Choose the menu with three dots. Then choose 'Delete chat'.
utter_wiped_web =
    Your browser may still know that you were here.
    Clear the history of your browser too. Do you have the code on paper? Throw it away.
