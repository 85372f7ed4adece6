# C58
utter_new_hello =
    Welcome. I am a program, not a person.
    Looking is not reporting. We do not keep track of who looks.

utter_ask_new_what =
    Would you like to know what they do?
    .what = What do they do?
    .rehearse = Try it out
    .no = Enough for now

utter_ask_new_secrecy =
    Would you like to know what stays secret?
    .secrecy = What stays secret?
    .no = Enough for now

utter_new_end =
    You can always come back here.
    Open Oor is there for { $people }.
