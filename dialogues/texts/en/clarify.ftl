# Putting it in order for yourself. Every question may stay empty.

utter_note_offer =
    Do you want to put it in order for yourself? You can, and you do not have to.
    The options are below.
    .clarify = Put it in order
utter_note_has_case =
    You already have a message for a counsellor here. So I do not ask these questions here.
    You can write it down yourself: what, where, when and what you want.
    Your counsellor can also put it in order together with you.
utter_note_begin =
    I ask short questions, one at a time. You may skip each of them.
    Answer with a button or in your own words. Names are not needed.
    Nothing leaves until you send something yourself. At the end you choose what happens with it.
    Take care: better not on a work device.

utter_ask_note_what =
    What happened? Tell as much or as little as you like.
    .summary = Show what is there
    .skip = Skip
utter_ask_note_since =
    Since when is it going on?
    .week = A week or less
    .month = About a month
    .half_year = About half a year
    .longer = Longer
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_often =
    How often does it happen?
    .once = It was once
    .sometimes = Sometimes
    .weekly = Almost every week
    .daily = Almost every day
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_where =
    In what kind of place does it happen?
    .workplace = At the workplace
    .customer_place = At a customer's or on site
    .online = Online or in an app
    .outing = At an outing or on a trip
    .elsewhere = Somewhere else
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_who =
    What kind of person is the other? A name is not needed.
    .colleague = A colleague
    .manager = A manager
    .board = Someone of { $board }
    .hr = Someone of { $hr }
    .counsellor = A counsellor
    .customer = A customer or supplier
    .outsider = Someone who does not work here
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_seen =
    Did anyone else see or hear it?
    .yes = Yes
    .no = No
    .unsure = I don't know
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_effect =
    What does it do to you? More than one thing? Then type it.
    .sleep = I sleep badly
    .tense = I am tense
    .afraid = I am afraid
    .sad = I am sad
    .work = Working is harder
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_tried =
    What have you done so far? Nothing is fine too.
    .nothing = Nothing yet
    .said = I said something about it
    .told = I told someone
    .away = I stayed away from the other
    .reported = I reported it
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_wish =
    What would be better for you?
    .ends = That it stops
    .agreement = Agreements for later
    .listen = That someone listens
    .apart = Not to see the other any more
    .unsure = I don't know yet
    .nothing = Nothing now
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_small =
    Do you want to look at what a small step could be? You do not have to.
    .yes = Yes, please
    .before = Previous question
    .skip = No, show what is there
utter_ask_note_scale =
    How near is what you want?
    .far = Still far away
    .little = A little bit
    .half = About half
    .near = Almost there
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_step =
    What could be a first small step? You choose, and nothing is fine too.
    .write = Write down what happens
    .tell = Tell someone
    .counsellor = Talk to a counsellor
    .rest = Rest first
    .before = Previous question
    .summary = Show what is there
    .skip = Skip
utter_ask_note_moment =
    When do you want to do that? A date is fine, and you do not have to.
    .today = Today
    .week = This week
    .next_week = Next week
    .later = I don't know yet
    .before = Previous question
    .summary = Show what is there
    .skip = Skip

utter_note_empty = There is nothing yet. That is fine too.
utter_note_summary =
    This is what is there. It is only your own answers:

    { $note_text }
utter_ask_note_next =
    What do you want to do with this? Something to add? Then type it here.
    .keep = Keep it for myself
    .send = Send it to a counsellor
    .wipe = Wipe these answers
    .change = Change or remove a line
    .more = The questions once more
utter_ask_note_line = Which line is it about?
    .skip = Change nothing
utter_ask_note_edit =
    { $note_line }

    What do you want to do with this line?
    .again = Answer again
    .drop = Remove it
    .skip = Leave it like this

utter_note_keep =
    Here is your text. Copy it to a place that is yours alone.
    Better not on a work device.
    After { $idle_hours } hours without a message I wipe what I keep of it. 'Wipe everything' does so at once.
utter_note_copy = { $note_text }
utter_ask_note_kept =
    Take your time to save the text.
    .ready = Done, go on
    .before = Back to the text
    .wipe = Wipe these answers
utter_ask_note_wipe_ok =
    Only your answers to these questions go. What you told before stays.
    Shall I wipe them?
    .yes = Yes, wipe them
    .no = No
utter_note_wiped = Your answers to these questions are wiped.
utter_note_wiped_telegram =
    Your messages are still in Telegram.
    With 'Wipe everything' I remove the messages that Telegram still lets me remove.

# Lines of the summary. An answer in own words stands behind the word of the question.
draft-note-what = What happened:
draft-note-since = Since when:
draft-note-since-week = It has been going on for a week or less.
draft-note-since-month = It has been going on for about a month.
draft-note-since-half-year = It has been going on for about half a year.
draft-note-since-longer = It has been going on for more than half a year.
draft-note-often = How often:
draft-note-often-once = It was once.
draft-note-often-sometimes = It happens sometimes.
draft-note-often-weekly = It happens almost every week.
draft-note-often-daily = It happens almost every day.
draft-note-where = Place:
draft-note-where-workplace = It is at the workplace.
draft-note-where-customer-place = It is at a customer's or on site.
draft-note-where-online = It is online or in an app.
draft-note-where-outing = It is at an outing or on a trip.
draft-note-where-elsewhere = It is somewhere else.
draft-note-who = The other:
draft-note-seen = Seen or heard by anyone else:
draft-note-seen-yes = Someone else saw or heard it.
draft-note-seen-no = Nobody else saw or heard it.
draft-note-seen-unsure = I don't know if anyone else saw or heard it.
draft-note-effect = What it does to me:
draft-note-effect-sleep = I sleep badly.
draft-note-effect-tense = I am tense.
draft-note-effect-afraid = I am afraid.
draft-note-effect-sad = I am sad.
draft-note-effect-work = Working is harder for me.
draft-note-tried = What I did:
draft-note-tried-nothing = I have done nothing yet.
draft-note-tried-said = I said something about it.
draft-note-tried-told = I told someone.
draft-note-tried-away = I stayed away from the other.
draft-note-tried-reported = I reported it.
draft-note-wish = What is better for me:
draft-note-wish-ends = I want it to stop.
draft-note-wish-agreement = I want agreements for later.
draft-note-wish-listen = I want someone to listen.
draft-note-wish-apart = I do not want to see the other any more.
draft-note-wish-unsure = I don't know yet what I want.
draft-note-wish-nothing = I want nothing now.
draft-note-scale = How near that is:
draft-note-scale-far = What I want is still far away.
draft-note-scale-little = What I want is there a little bit.
draft-note-scale-half = What I want is there about half.
draft-note-scale-near = What I want is almost there.
draft-note-step = First small step:
draft-note-step-write = First small step: I write down what happens.
draft-note-step-tell = First small step: I tell someone.
draft-note-step-counsellor = First small step: I talk to a counsellor.
draft-note-step-rest = First small step: I rest first.
draft-note-moment = When I do that:
draft-note-moment-today = I do that today.
draft-note-moment-week = I do that this week.
draft-note-moment-next-week = I do that next week.
draft-note-moment-later = I don't know yet when I do that.
