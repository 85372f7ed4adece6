# C11
utter_witness =
    It is good that you think of the other person.
    Tell only what you saw, heard or noticed yourself. Better not mention names.
    The other person decides about their own story.
    What you saw can affect you too. You are welcome here for that as well.
