# Waiting for an answer, and what is possible then.

utter_no_case =
    I see no message from you to a counsellor here.
    Do you have a code? Then use it on the web page, at 'I have a code'.
    On Telegram you can also type the eight words in the chat. I take them away at once. Telegram itself does see them.
    .start = Begin
utter_nothing_sent =
    Nothing has been sent yet. That is why there is nothing at 'My message'.
    Do you have a code already? Then use it on the web page, at 'I have a code'.
    We go on here. What you told is still here.
utter_status_waiting =
    Your message is with { $counsellor_name }. There is no answer yet.
    You will hear something by { $reply_by } at the latest.
    Something to add? Type it here. It goes to the same person, and to nobody else.
    .receipt = Read what I said yes to
    .options = Look at possibilities
    .withdraw = Withdraw my message
utter_status_open =
    { $counsellor_name } has accepted your message.
    What you type here goes to { $counsellor_name } and to nobody else. Your name does not go with it.
    .steps = Steps
    .receipt = Read what I said yes to
    .options = Look at possibilities
    .end_contact = End the contact
    .withdraw = Withdraw my message
utter_code_offer =
    Would you like to go on in another place? Then I can show you a code.
    .code = Show a code
utter_status_closed =
    The contact with { $counsellor_name } has ended.
    The messages are gone after { $closed_days } days. With 'Wipe everything' they are gone now.
    A new conversation is always possible.
    .start = New conversation
utter_status_enough = That is fine. Nothing changes.
utter_later =
    That is fine. You can choose later, at 'My message'.
    .status = My message

utter_receipt =
    This is what you said yes to:
    { $receipt }
utter_code_once =
    Your code was shown before you sent the message. I cannot show the code again.
    That way nobody else can find the code here.
utter_ask_code_ok =
    With a code you can go on in another place, for example on the web page.
    The code will then also be in Telegram. I remove that message after 10 minutes.
    Would you like to see the code?
    .yes = Yes, show it
    .no = No
utter_code_telegram =
    This is your code:
    { NUMBERED($resume_code) }
    Write the code on paper. In 10 minutes I remove this message.

utter_ask_withdraw_ok =
    Would you like to withdraw your message?
    { $counsellor_name } then only sees: withdrawn.
    Your words are gone then. This cannot be undone.
    .yes = Yes, withdraw
    .no = No, leave it
utter_withdrawn =
    Your message has been withdrawn. The words are gone.
    { $counsellor_name } only sees: withdrawn. You do not have to explain anything.
    A new conversation is always possible.
    .start = New conversation
utter_withdraw_failed =
    Withdrawing does not work now. Nothing has changed.
    You can try again, or choose 'Wipe everything'.

utter_accepted =
    { $counsellor_name } has accepted your message.
    You can now write to each other. What you type here goes to { $counsellor_name }.
    Your name does not go with it. You can always stop.
utter_declined =
    { $counsellor_name } cannot accept your message now. That is not because of you.
    Nobody else has been asked. You choose what happens.
utter_ask_declined_next = What would you like?
    .other = Ask someone else
    .outside = Help from outside
    .stop = Withdraw my message
    .later = Not choose now
utter_overdue =
    { $counsellor_name } has not answered yet. You were to hear something by { $reply_by }.
    We are sorry. Nobody else has been asked. You choose what happens.
utter_away =
    { $counsellor_name } is away now, and is back on { $back_on }.
    Nobody else has been asked. You choose what happens.
utter_ask_overdue_next = What would you like?
    .wait = Wait longer
    .no_answer = I need no answer any more
    .other = Ask someone else
    .outside = Help from outside
    .stop = Withdraw my message
utter_overdue_wait =
    That is fine. Your message stays with { $counsellor_name }.
    You will hear something by { $reply_by } at the latest. If there is no answer then, you can choose again.
    Changed your mind? Then look at 'My message'.
    .status = My message
utter_away_wait =
    That is fine. Your contact with { $counsellor_name } stays as it is.
    You can also write now. { $counsellor_name } is back on { $back_on }.
    Changed your mind? Then look at 'My message'.
    .status = My message
utter_no_answer_needed =
    That is fine. Your contact with { $counsellor_name } stays as it is.
    You can always type something again.
utter_waiting_changed =
    This has changed meanwhile. You do not have to choose anything now.
    .status = My message
utter_answer_by = You will hear something from { $counsellor_name } by { $reply_by } at the latest. If not, you choose what happens.
utter_counsellor_ended =
    { $counsellor_name } cannot help you as a counsellor any more. That is not because of you.
    { $counsellor_name } must stay silent about what you told.
    Someone else gets your message only if you want that.
    Do you choose nothing? Then everything is wiped on { $wiped_on }.
utter_ask_ended_next = What would you like?
    .other = Go on with someone else
    .outside = Help from outside
    .wipe = Stop and wipe everything
    .later = Not choose now
utter_other_counsellor =
    That is possible. Nothing goes to someone else before a new yes from you.
    Whoever has your message now, then only hears that someone else got it. Whom you talk with stays secret.
    First I ask again whom I may not ask.

code-here-opened =
    Your conversation goes on here. I took the words of your code off this screen.
    I send nothing here by myself. Look here yourself whether there is news.
code-here-nothing =
    This code opens nothing. Perhaps one word is wrong, or the conversation was wiped.
    I took the eight words off this screen. You may try again.
code-here-taken =
    There is something of yours here already. You would lose it if this chat went on somewhere else.
    Finish it first, or wipe it. Then you can type the code here. Or use the code on the web page.
    I took the eight words off this screen.
code-here-slow =
    Those were many codes in a row. Wait a minute, then try again.
    I took the eight words off this screen.

# Words of a code in the conversation: nothing of them is kept or sent.
utter_code_page =
    This looks like a code. I did not keep it and it goes to nobody.
    With a code you open a conversation on the web page, at 'I have a code'.
    Was it not a code? Then type it again, with a few more words.
utter_code_count =
    This looks like a code. I count { $code_given } words. A code is eight words.
    I took it away here and did not keep it. It goes to nobody.
    Look at your paper once more. Then type all eight words in one message.
    Was it not a code? Then type it again, with a few more words.
utter_code_unknown =
    This looks like a code. One word or more I do not know. On your paper, look at word { $code_places }.
    I took it away here and did not keep it. It goes to nobody.
    Then type all eight words once more, in one message.
    Was it not a code? Then type it again, with a few more words.
