# C45, C56, C58: a rehearsal of one minute. Each line of the made-up counsellor begins with "Rehearsal".
utter_rehearsal_begin =
    This is a rehearsal of one minute.
    The counsellor below is made up. Nobody reads along.
    Nothing is sent and nothing is kept.

utter_rehearsal_typed =
    This is a rehearsal. What you type now is not kept. Nobody gets it.
    Choose a button. Do you really want to tell something? Then the rehearsal stops.
    .start = Really tell or ask

utter_ask_rehearse_say =
    Rehearsal, made-up counsellor: "Good that you are here. Tell me, at your own pace."
    What would you say?
    .jokes = They keep making jokes about me
    .doubt = Maybe it is not serious enough
    .secret = Does this stay between us?

utter_rehearsal_jokes = Rehearsal, made-up counsellor: "I am sorry to hear that. What is it like to go to work that way?"

utter_rehearsal_doubt = Rehearsal, made-up counsellor: "It does not have to be serious enough. It troubles you, and that is why I listen."

utter_rehearsal_secret = Rehearsal, made-up counsellor: "Yes. I tell nobody without your yes. The law has limits; I explain those first."

utter_ask_rehearse_step =
    Rehearsal, made-up counsellor: "I could talk to { $manager }. That happens only if you want it. What do you want?"
    .not_yet = No, not yet
    .think = I want to think

utter_rehearsal_not_yet = Rehearsal, made-up counsellor: "That is fine. Then I do nothing."

utter_rehearsal_think = Rehearsal, made-up counsellor: "Take your time. Until you say yes, I do nothing."

utter_rehearsal_end =
    That was the rehearsal. Nothing was begun and nothing was sent.
    This is how it really goes: talking is not reporting, and you decide on every step.
