# Choosing, reading, saying yes. Before the yes nothing leaves.

utter_ask_has_case_next =
    You already have a message with { $counsellor_name }.
    You can have one counsellor at a time.
    Would you like to stay with { $counsellor_name } or ask someone else?
    .keep = Stay with this person
    .other = Ask someone else

utter_first_not =
    It is about a counsellor.
    First you choose whom I do not ask. That person gets nothing to read.
    I do not keep this choice after sending.
utter_ask_not_counsellor = Whom do I not ask?
    .skip = I would rather not say
utter_excluded = All right. I will not ask that person.
utter_left_man = I can only ask a man now, and no woman. Nothing goes out without your yes.
utter_left_woman = I can only ask a woman now, and no man. Nothing goes out without your yes.

utter_ask_pick =
    With whom would you like contact?
    Is there someone I may not ask? For example a friend of the other person.
    Then first choose 'Do not ask someone'.
    .man = A man
    .woman = A woman
    .any = It does not matter
    .person = I choose a person myself
    .not_person = Do not ask someone
utter_ask_counsellor =
    Whom do you choose?
    Only this person will get your text.
    .skip = Back
utter_no_man =
    There is no man I can ask now. I ask nobody else without your yes.
    You can choose something else, or come back later.
utter_no_woman =
    There is no woman I can ask now. I ask nobody else without your yes.
    You can choose something else, or come back later.
utter_not_chosen =
    This choice is not possible any more. That person may just have left.
    You can choose again. Nothing has been sent.

utter_nobody_offered =
    There is no counsellor I can ask now. That is not arranged well.
    Nothing has been sent.
utter_outside_lines =
    These people do not work for your employer:
    { $help_lines }
utter_ask_nobody_next = What would you like now?
    .again = Choose again whom I do not ask
    .options = Other possibilities
    .enough = Enough for now

utter_ask_witness_mine =
    You are telling about someone else. Your yes only counts for your own story.
    Your name does not go along. You do not have to mention other names either.
    The other person chooses what they want.
    Would you like to go on with your own story?
    .yes = Yes, I go on
    .stop = No, not now
utter_witness_stop =
    Nothing has been sent.
    You can tell the other person that Open Oor is here.

utter_ask_push =
    May I send you a message here when there is news? It then only says: there is news.
    Someone who looks at your screen can see it.
    If you say no, you look yourself, at 'My message'. Both are fine.
    .yes = Yes, send a message
    .no = No, I will look myself

utter_code =
    This is your code. With this code you can read the answer later.
    { NUMBERED($resume_code) }
    Write the code on paper. Do not keep it at work.
    Nobody can give you a new code. We will not know the code any more either.
utter_ask_teach =
    Would you like to check that you have the code right?
    Then type word { $teach_first } and word { $teach_second } of the code.
    .skip = Skip
utter_teach_ok = That is right. You have the code.
utter_teach_skipped = That is fine. Do keep the code: without it you cannot read anything later.
utter_ask_code_again =
    These words differ from the code. That can happen.
    Would you like to see the code once more?
    .yes = Yes, show it
    .no = No, I have the code right
utter_code_new = I do not show the old code any more. You get a new one. The old one then stops working.

utter_preview =
    This is what { $counsellor_name } will read. Only this, and nobody else.

    { $preview }
utter_ask_marks_ok =
    Your text holds something that looks like a name, number or address:
    { $marks }
    It may let someone recognise you. I change nothing myself.
    .keep = Leave it
    .change = Remove a line
utter_ask_send =
    Would you like to send this?
    Without your yes nothing leaves. You can still withdraw it later.
    Something to add? Then type it here.
    .yes = Yes, send this
    .change = Remove a line
    .not_now = Not now
utter_words_added = That has been added. Here is the text again.
utter_words_after =
    What you just typed is not in this text and has not been sent.
    Is your message with a counsellor? Then type it once more and it goes there.
utter_words_locked =
    I cannot read your earlier words now. Nothing has been sent.
    First open your conversation with your code. Then choose again.
utter_ask_line = Which line do I remove?
    .skip = Remove nothing
utter_ask_nothing_next =
    There is nothing left in the text.
    Would you like everything back?
    .restore = Yes, put everything back
    .not_now = No, not now
utter_ask_pause_next =
    That is fine. Nothing has been sent.
    Your words are kept for { $idle_hours } hours. Then I wipe them.
    You do not have to choose now. You can come back later.
    .go_on = Go on
    .options = Look at possibilities
    .now = Stop and wipe

utter_problem_counsellor_gone =
    It was not sent. { $counsellor_name } cannot get a message now.
    Your words are still here. You can choose again.
utter_problem_expired =
    It was not sent, because too much time went by.
    Your words are still here. We do the last steps again.
utter_problem_not_sent =
    It was not sent. Something went wrong on our side.
    Your words are still here. You can try again.

utter_sent =
    It was sent to { $counsellor_name }, and to nobody else.
    You will hear something by { $reply_by } at the latest. Is there nothing by then? Then you choose what happens.
utter_sent_push = When there is news, I send you a message here. It then only says: there is news.
utter_sent_look = I send you nothing here by myself. You can look for an answer yourself.
utter_sent_code =
    Come back with your code to see if there is an answer.
    Also write down this day: { $reply_by }.
utter_sent_control =
    You can always look or withdraw, at 'My message'.
    Something to add? Type it here. It goes to the same counsellor.
    With 'Wipe everything' you remove it all.
    .status = My message
