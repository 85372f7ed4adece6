utter_manager =
    It is good that you think about your team.
    What can help: listening and asking what the other person wants.
    Take note: investigating at once can be too fast.
    Better not mention names here.
    A counsellor can think along with you.

utter_ask_manager_next =
    What would you like now?
    .counsellor = Consult a counsellor
    .self = Something happens to me
    .no = Nothing, thank you
