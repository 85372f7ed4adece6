# Writing back and forth, and closing.

utter_message_sent = Sent to { $counsellor_name }.
utter_relay_closed =
    This was not sent. The contact with { $counsellor_name } has ended.
    You can begin again. You do that here.
utter_relay_declined =
    This was not sent. { $counsellor_name } cannot take your message.
    You can choose someone else, or begin again. You do that here.
utter_relay_locked =
    This was not sent. This conversation is locked, because nothing was done for a while.
    Enter your code first. Your words are still in the text box.
utter_relay_locked_code =
    This was not sent. This conversation is locked here, because nothing was done for a while.
    Go to the web page of Open Oor and enter your code there. There you can send it again.
utter_read_with_code =
    You read it with your code, on the web page of Open Oor. Here this conversation is locked.
utter_went_on =
    This was not sent. Meanwhile this conversation went on in another place.
    Here you see how it stands now. Do you still want to send your words? Then send them once more.
utter_other_receiver =
    This was not sent. What you type here now goes to { $counsellor_name }.
    Do you want that? Then send your words once more.
utter_news_message = You have a message from { $counsellor_name }.

utter_key_lost =
    { $counsellor_name } cannot open your message any more.
    The key of { $counsellor_name } is gone. A new key does not work yet.
    That can be ordinary, for example after losing a phone.
    Nothing goes to { $counsellor_name } now. You choose.
utter_ask_lost_next = What do you want?
    .wait = Wait for the new key
    .other = Ask somebody else
    .outside = Help from outside
    .wipe = Wipe everything
utter_lost_wait =
    That is fine. Nothing goes to anybody else.
    Once the new key works, you hear that here and choose again. When that is, I do not know.
    Changed your mind? Then look at 'My message'.
    .status = My message

utter_key_changed =
    { $counsellor_name } cannot open your message any more.
    The key of { $counsellor_name } is gone, and there is a new one. That can be normal, for example after losing a phone.
    Nothing goes to { $counsellor_name } now. You choose first.
utter_ask_key_next = What would you like?
    .again = Send it to { $counsellor_name } again
    .other = Ask someone else
    .outside = Help from outside
    .wipe = Wipe everything
    .later = Not choose now

utter_ask_end_ok =
    Would you like to end the contact with { $counsellor_name }?
    You can then not write to each other any more.
    The messages are gone after { $closed_days } days.
    .yes = Yes, end it
    .no = No, not yet
utter_ended =
    The contact with { $counsellor_name } has ended.
    The messages are gone after { $closed_days } days. With 'Wipe everything' they are gone now.
    Thank you for your trust. A new conversation is always possible.
utter_end_failed =
    Ending it does not work now. Nothing has changed.
    You can try again later.
utter_closed =
    { $counsellor_name } has ended the contact.
    The messages are gone after { $closed_days } days. With 'Wipe everything' they are gone now.
    A new conversation is always possible.
    .start = New conversation
