# Steps: the whole text first, and nothing is done before "yes, do this".

utter_ask_step = Which step would you like to see?
    .skip = Back
utter_steps_none =
    There are no steps now.
    Does your counsellor propose something? Then you read it here. Nothing happens without your yes.
utter_step_waits =
    { $counsellor_name } proposes a step. Nothing happens without your yes.
    Look at 'Steps'. Is this conversation locked? Then enter your code first.
    .steps = Steps

utter_step_proposed_to =
    { $counsellor_name } proposes a step: { $step_kind }.
    This text is for: { $step_to }. Nobody else gets it.
    { $step_name }

    { $step_text }
utter_step_proposed_own =
    { $counsellor_name } proposes a step that you take yourself: { $step_kind }.
    Nothing goes to anybody else.
    { $step_name }

    { $step_text }
utter_step_mediates =
    { $counsellor_name } stands beside you. When mediating, that person is there for both of you.
    Another counsellor can come with you then, if you want that.
    You and the other person may both say no, and stop at any moment.
utter_ask_step_next =
    Do you want this? Without your yes nothing happens.
    You can choose until { $step_until }. If you choose nothing, nothing happens.
    .yes = Yes, do this
    .edit = Change the text
    .no = No
    .later = Decide later
utter_ask_step_words =
    Type the whole text the way you want it.
    Then you read the text once more. Only then you choose.
    .skip = Change nothing

utter_ask_step_subject_ok =
    This text is for: { $step_to }.
    Is it about that person, or about someone who works there?
    .yes = Yes
    .no = No
utter_step_conflict =
    It is about someone there. Then another place fits better:
    { $alternatives }
    Nothing was done. You can ask { $counsellor_name } for another proposal.
utter_ask_step_named_ok =
    A formal complaint carries your name. It is not possible without a name.
    The other person reads your name and what you write, and is heard too.
    It is possible and you do not have to. Do you want this with your name?
    .yes = Yes, with my name
    .no = No, not yet
utter_ask_step_traceable_ok =
    Your name is not in it. In a small team people can sometimes still recognise you.
    Is your team big enough, or is that risk all right for you?
    .yes = Yes, that is fine
    .no = No, rather not
utter_ask_step_safety_ok =
    Does this step feel safe to you?
    You do not want to see the other person? That is fine too.
    .yes = Yes
    .no = No or not sure
utter_step_not_safe =
    Then you do not have to. Nothing was done.
    You can write to { $counsellor_name } what would be safe for you.
utter_ask_step_same_ok =
    { $counsellor_name } mediated between you and the other person before.
    That is why another counsellor can help you better with this.
    Do you still want to go on with { $counsellor_name }?
    .yes = Yes, with the same person
    .no = No
utter_step_not_yet = That is fine. Nothing was done. The proposal stays.

utter_step_chosen =
    You chose this step. { $counsellor_name } may do it now, with exactly this text.
    You can take it back until it is done, at 'Steps'.
    Is it not done by { $step_until }? Then your yes ends.
    .steps = Steps
utter_step_chosen_own =
    You chose this step. You take it yourself, when you want to.
    { $counsellor_name } sees that you chose it. You find the text at 'Steps'.
    .steps = Steps
utter_step_refused = That is fine. { $counsellor_name } sees: no. Nothing happens.
utter_step_later =
    That is fine. The proposal stays until { $step_until }.
    You find it at 'Steps'. If you choose nothing, nothing happens.
    .steps = Steps
utter_step_gone = That is not possible any more. This step was just changed, done or ended. Look at 'Steps'.
    .steps = Steps

utter_step_chosen_shown =
    You chose this step: { $step_kind }.
    This text is for: { $step_to }.

    { $step_text }
utter_ask_step_chosen_next = The step is not done yet. Do you want to change anything?
    .keep = No, leave it
    .withdraw = Take my yes back
utter_step_own_shown =
    You chose this step: { $step_kind }. You take it yourself.

    { $step_text }
utter_ask_step_own_next = How is it with this step?
    .did = I did this
    .keep = Not done yet
    .withdraw = I will not do this
utter_step_withdrawn = Your yes is taken back. { $counsellor_name } can not do this any more.
utter_step_done =
    This step was done: { $step_kind }.

    { $step_text }
utter_step_ended = This step is over. Nothing was done.
utter_step_carried_out =
    { $counsellor_name } took a step that you chose. Only with the text that you said yes to.
    You can read that text at 'Steps'.
    .steps = Steps

utter_step_reply_accepted =
    The other person wants the talk. You can still say no or stop.
    Write to { $counsellor_name } what you need for it.
utter_step_reply_declined =
    The talk with the other person will not take place. That is allowed, for both of you.
    Other ways stay open. Doing nothing now is fine too.
    .options = Look at what is possible
utter_step_reply_stopped =
    The talk with the other person has stopped. That is allowed, for both of you.
    Other ways stay open. Doing nothing now is fine too.
    .options = Look at what is possible
utter_step_reply_look = There is news about a step. Enter your code first. Then look at 'Steps'.
    .steps = Steps

utter_ask_step_outcome = How did the step go?
    .helped = It helped
    .partly = A little
    .no = It did not help
    .worse = It got worse
    .rather_not = I would rather not say
utter_step_helped =
    Good that it helped. Other ways stay open.
    .options = Look at what is possible
utter_step_not_enough =
    Thank you for saying so. You can go on in another way, or do nothing now.
    A formal complaint is possible too. You do not have to.
    .options = Look at what is possible

# Kinds of steps and who they are for; desk and chat use the same words.
fact-step-talk = talk to the other person yourself
fact-step-letter = write a letter or message yourself
fact-step-together = go to a talk together
fact-step-refer = ask for help in another place
fact-step-group = a talk or training for the whole group
fact-step-signal = a signal without your name
fact-step-mediate = a mediated talk
fact-step-complaint = a formal complaint
fact-step-title = { $kind }: { $decision }
fact-step-to-nobody = nobody
fact-step-to-other = the other person
fact-step-to-manager = { $manager }
fact-step-to-manager-above = another manager or one higher up
fact-step-to-hr = { $hr }
fact-step-to-board = { $board }
fact-step-to-board-alternative = the place that is there instead of { $board }
fact-step-to-mediator = an independent mediator
fact-step-to-outside = an organisation outside your work
fact-decision-open = you still choose
fact-decision-chosen = chosen, not done yet
fact-decision-refused = not chosen
fact-decision-taken-back = proposal is gone
fact-decision-withdrawn = yes taken back
fact-decision-lapsed = ended
fact-decision-carried-out = done
