utter_manager =
    Good that you think about your team.
    What can help: listening and asking what the other person wants.
    Mind: investigating at once can be too fast.
    Better not mention names here.
    A counsellor can think along with you.

utter_ask_manager_next =
    What would you like now?
    .counsellor = Consult a counsellor
    .self = I experience something myself
    .no = Nothing, thank you
