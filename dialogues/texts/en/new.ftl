# C58
utter_new_hello =
    Welcome. I am a program, not a person.
    Looking is not reporting. We do not keep track of who looks.

utter_ask_new_what =
    Would you like to know what they do?
    .what = What do they do?
    .rehearse = Practise for a minute
    .hear = Hear when somebody joins
    .no = Enough for now

utter_ask_new_secrecy =
    Would you like to know what stays secret?
    .secrecy = What stays secret?
    .no = Enough for now

utter_new_end =
    You can always come back here.
    Open Oor is there for { $people }.
    .rehearse = Practise for a minute

utter_ask_hear_new =
    I can send you a message here when a new counsellor starts. Nothing else.
    Then Open Oor keeps, encrypted, where I can reach you. Not your name, and not what you wrote here.
    With "stop" or "wipe everything" that is gone at once. Would you like this?
    .yes = Yes, let me know
    .no = No

utter_hear_new_kept = Good. You hear it here when somebody starts. With "stop" that is gone again.

utter_hear_new_elsewhere =
    I cannot send you anything later here. I do not know where you are, and that stays so.
    On Telegram it is possible. The list on the page with counsellors is always the newest.

utter_hear_new_stopped = That is fine. You hear nothing more here of new counsellors. Where I could reach you is wiped.
