# Aftercare: only who wants it, in neutral words, and then the address is gone.

utter_ask_aftercare =
    Would you like me to ask later how you are?
    Then I keep only where I can ask, and which day. Not what it was about.
    After your answer that is gone. Without an answer I ask once more.
    .two_weeks = In two weeks
    .two_months = In two months
    .own = On another day
    .none = No, not needed
utter_ask_aftercare_day = On which day? Type the day like this: 15-01-2027
    .skip = Back
utter_aftercare_day_wrong = That day is not possible. Choose a day after today, within a year.
utter_aftercare_kept =
    That is fine. I will ask on { $aftercare_on }. It will not say what it is about.
    Not any more? With 'Wipe everything' it is gone at once.
utter_aftercare_none = That is fine. I keep nothing for it. You can always come back yourself.
utter_aftercare_come_back =
    You can always come back yourself, also when everything is wiped. You then begin anew.
    Are you treated differently now because you asked for help? You can tell that here too.

utter_ask_feedback_heard =
    May I ask two more things? You do not have to.
    Your answer counts in totals of the year, without a name. With fewer than { $report_k } answers nobody gets to see anything.
    Did somebody listen to you well?
    .yes = Yes
    .partly = A little
    .no = No
    .skip = No answer
utter_ask_feedback_clear = Did it become clear what you could do?
    .yes = Yes
    .partly = A little
    .no = No
    .skip = No answer
utter_feedback_thanks = Thank you. I will ask nothing more.
    .checkin_changed = I am treated differently now
utter_feedback_passed = That is fine. I will ask nothing more.
    .checkin_changed = I am treated differently now

utter_checkin_good =
    Good to hear. Where I could ask you is wiped now.
    You can always come back.
utter_checkin_changed =
    Thank you for saying so. You can do something with that, if you want to.
    You can look here at what you can do, or talk to a counsellor. You do not have to.
    .options = Look at what is possible
    .introduce = Talk to a counsellor
utter_checkin_talk =
    You can. You choose with whom, and nothing leaves without your yes.
    .introduce = Talk to a counsellor
utter_checkin_stop = That is fine. I will not ask again. Where I could ask you is wiped.
