# Possibilities side by side. Looking starts nothing.

utter_options =
    These are the possibilities. Everything is allowed and nothing is required.
    Informal means without an official procedure. For example talking yourself, or talking to { $manager }.
    Formal means a report to { $board }, or a report to the police.
    Possible without your name: doing nothing now, writing things down, a counsellor and many help lines.
    Usually with your name: talking at work, a formal report and the police.
    Looking starts nothing.
utter_ask_option = What would you like to read about?
    .nothing = Do nothing now
    .notes = Write it down for yourself
    .talk = Talk to the other person yourself
    .manager = Talk to { $manager }
    .hr = Talk to { $hr }
    .board = A signal to { $board }
    .mediation = A mediated talk
    .formal = A formal report
    .police = The police
    .external = Help from outside
    .care = Care for yourself
    .equal_treatment = An opinion on equal treatment
    .committee = The complaints committee
    .help_me_choose = Help me choose
    .counsellor = Choose a counsellor
    .enough = I have read enough
utter_ask_option_next = What would you like now?
    .counsellor = Choose a counsellor
    .clarify = Put it in order now
    .keep = Keep this card
    .more = Other possibilities
    .enough = Enough for now
utter_kept_card =
    You can keep this message. It goes to nobody.
    On our web page this card is there as text too, at 'Help now'.

    { $kept_card }
utter_options_enough =
    That is fine. Nothing has been started and your message stays where it is.
    You can come back later and choose something else.

utter_option_conflict =
    It is about someone in this place. That is why this possibility fits less well here.
    This is also possible:
    { $alternatives }
    After this you can still read how this possibility works. You choose.
utter_option_conflict_manager =
    It is about { $manager }. Talking to that person fits less well here.
    A higher manager or another manager is possible.
utter_option_contact_other =
    Contact with a higher manager or another manager:
    { $alternatives }
utter_option_contact =
    Contact:
    { $contact }

utter_option_nothing =
    Do nothing now
    What happens: nothing. You wait, or you think first.
    Who knows: nobody.
    Is your name needed: no.
    Can you stop: yes. You can always choose something else later.
    How long: as long as you like.
utter_option_nothing_weigh =
    Can help: you have time and rest to think.
    Take note: what is happening may go on. Do you feel unsafe? Then choose 'Help now'.

utter_option_notes =
    Write it down for yourself
    What happens: you write down what happened, where and when. You keep messages.
    Who knows: only you.
    Is your name needed: no.
    Can you stop: yes, at any moment.
    How long: a few minutes each time.
utter_option_notes_weigh =
    Can help: later you still know exactly what happened.
    Take note: keep it at home and not on a device from work. If you do it here, I wipe what I keep of it after { $idle_hours } hours without a message.

utter_option_talk =
    Talk to the other person yourself
    What happens: you tell the other person what you do not want.
    Who knows: you and the other person.
    Is your name needed: yes. The other person sees who you are.
    Can you stop: yes, also during the talk.
    How long: one talk, sometimes more.
utter_option_talk_weigh =
    Can help: the other person hears what it is like for you. A counsellor can practise the talk with you.
    Take note: this only fits if you feel safe with it. You do not have to.

utter_option_manager =
    Talk to { $manager }
    What happens: you tell what is going on. { START($manager) } can do something in the team.
    Who knows: { $manager }, who may discuss it with others.
    Is your name needed: yes.
    Can you stop: yes. { START($manager) } may still go on with it.
    How long: that differs. You can ask when you will hear something.
utter_option_other_manager =
    Talk to a higher manager or another manager
    What happens: you tell what is going on. That manager can do something in the team.
    Who knows: that manager, who may discuss it with others.
    Is your name needed: yes.
    Can you stop: yes. That manager may still go on with it.
    How long: that differs. You can ask when you will hear something.
utter_option_manager_weigh =
    Can help: a manager can make agreements in the team. A counsellor can come with you.
    Take note: you can ask beforehand who else will hear it.

utter_option_hr =
    Talk to { $hr }
    What happens: you tell what is going on. { START($hr) } knows the rules and can arrange things.
    Who knows: { $hr }. Sometimes also { $manager } or { $board }.
    Is your name needed: yes.
    Can you stop: yes. { START($hr) } may still go on with it.
    How long: that differs. You can ask when you will hear something.
utter_option_hr_weigh =
    Can help: { $hr } knows a lot about rules, rosters and leave.
    Take note: { $hr } works for the employer. Sometimes { $hr } has to act on what you tell.

utter_option_board =
    A signal to { $board } (informal)
    What happens: { $board } hears what is going on and can change something.
    Who knows: { $board }, and whoever they ask for help.
    Is your name needed: if you go yourself, yes. Through a counsellor it can be without your name.
    Can you stop: yes. { START($board) } may still go on with it.
    How long: that differs. You can ask when you will hear something.
utter_option_board_weigh =
    Can help: { $board } can do something for the whole organisation.
    Take note: in a small team people may still recognise you, even without your name.

utter_option_mediation =
    A mediated talk
    What happens: a counsellor talks with you and the other person. Together you look for agreements.
    Who knows: you, the other person and the counsellor.
    Is your name needed: yes.
    Can you stop: yes. You and the other person may both say no or stop.
    How long: one or more talks.
utter_option_mediation_roles =
    A counsellor helps you. Someone who mediates helps both of you.
    That is why another counsellor can then come with you.
utter_option_mediator =
    A mediated talk
    What happens: an independent mediator talks with you and the other person. Together you look for agreements.
    Who knows: you, the other person and the mediator.
    Is your name needed: yes.
    Can you stop: yes. You and the other person may both say no or stop.
    How long: one or more talks.
utter_option_mediation_weigh =
    Can help: you can agree together how things go on.
    Take note: this is voluntary and only fits if you feel safe. Do you not want to see the other person? That is fine too.
utter_option_mediation_safety =
    With violence or something sexual, the counsellor first asks extra whether this is safe for you.
    An independent mediator often fits better then.

utter_option_formal =
    A formal report to { $board }
    What happens: you give a text to { $board }. { START($board) } hears you and also the other person.
    Who knows: { $board }, the other person and whoever looks into it.
    Is your name needed: yes, always.
    Can you stop: you can withdraw your report. { START($board) } may still go on.
    How long: that differs per organisation.
utter_option_formal_weigh =
    Can help: { $board } looks at what happened and takes a decision.
    Take note: the other person reads your name and what you write.
    You can do this and you do not have to. You may first see what helps informally.
utter_option_formal_name =
    This is not possible without your name.
    A general signal to { $board } is possible without your name.
    A counsellor can read along with you and come with you.
    Open Oor itself never sends anything to { $board }.

utter_option_police =
    The police
    What happens: you first ask the police questions. Then you choose: nothing, a notice or an official report.
    Who knows: the police. After an official report usually also the other person.
    Is your name needed: for an official report yes. With Meld Misdaad Anoniem not.
    Can you stop: after a talk you can. After an official report the police and the prosecutor decide how it goes on.
    How long: that differs. An investigation can take long.
utter_option_police_weigh =
    Can help: the police can tell you whether something may be a crime.
    Take note: you can make a report and you do not have to. Is there danger now? Call 112.

utter_option_external =
    Help from outside
    What happens: you call or chat with an organisation outside your work.
    Who knows: only that organisation.
    Is your name needed: often not. You can ask first.
    Can you stop: yes, at any moment.
    How long: one talk, sometimes more.
utter_option_external_weigh =
    Can help: these people do not work for your employer.
    Take note: not every line is free or always open.
utter_option_external_discrimination =
    With discrimination there are also these two:
    Discriminatie.nl gives advice and help: discriminatie.nl.
    The Netherlands Institute for Human Rights looks at what the organisation did: mensenrechten.nl.

utter_option_care =
    Care for yourself
    What happens: you talk to your GP, the company doctor or a help line.
    Who knows: only the person who helps you. Doctors keep things secret.
    Is your name needed: with a doctor yes. With a help line often not.
    Can you stop: yes, at any moment.
    How long: as long as it helps you.
utter_option_care_weigh =
    Can help: you can talk about sleep, stress, pain or fear.
    Take note: a doctor arranges nothing at your work, unless you ask for it.

# C36; domain facts 1.9
utter_option_equal_treatment =
    An opinion on equal treatment
    What happens: the Netherlands Institute for Human Rights looks at what the organisation did.
    Who knows: the Institute. Ask beforehand who else gets to hear it.
    Is your name needed: you can ask the Institute first.
    Can you stop: you can ask that beforehand too.
    How long: that differs. The Institute can tell you.
utter_option_equal_treatment_weigh =
    Can help: you hear whether the organisation did what was needed about discrimination or sexual harassment.
    Take note: the opinion is about the organisation, not about one person.

# C36; domain facts 1.12
utter_option_committee =
    The complaints committee
    What happens: the committee hears you and the other person too. Then it advises { $board }.
    Who knows: the committee, { $board } and the other person.
    Is your name needed: yes. Often with your signature.
    Can you stop: that is in the rules of the committee. Ask beforehand.
    How long: that is in those rules too.
utter_option_committee_weigh =
    Can help: the committee looks independently and hears both of you.
    Take note: { $board } decides, not the committee. The other person reads your name and what you write.

# C53: no verdict, and all of it stays to be seen
utter_ask_choose_need =
    Three short questions make the list shorter. You may skip them.
    What are you looking for now?
    .listen = Someone who listens
    .stop = That it stops
    .know = To know what is possible
    .care = Care for myself
    .decision = A decision
    .skip = Skip
utter_ask_choose_when = When would you like to speak to someone?
    .now = Today or tonight
    .later = It can be later
    .skip = Skip
utter_ask_choose_name = With or without your name?
    .without = Rather without my name
    .with = My name is fine
    .skip = Skip
utter_shortlist =
    These places fit what you chose. It is no verdict. You choose.
    Speaking to a counsellor, doing nothing now or writing something down is possible too.
    You can always look at everything.
utter_shortlist_inside =
    Inside the organisation:
    { $shortlist_inside }
utter_shortlist_outside =
    Outside the organisation:
    { $shortlist_outside }
utter_all_inside =
    Everything inside the organisation:
    { $all_inside }
utter_all_outside =
    Everything outside the organisation:
    { $all_outside }
utter_ask_shortlist_next = What would you like now?
    .all = Look at everything
    .again = Choose again
    .options = Back to the possibilities
    .counsellor = Choose a counsellor
    .enough = Enough for now
