utter_ask_topic =
    What fits best?
    .labour_conflict = Row or conflict about work
    .reorganisation = Reorganisation
    .social_work = Stress or worries
    .health = Being ill
    .hr_practical = Contract, pay or leave
    .policy = Policy or rules
    .integrity = Fraud or wrongdoing
    .data_privacy = My data
    .other_topic = Something else

# A19
utter_card_integrity =
    For fraud, danger or wrongdoing there is a separate way to report.
    Take note: after an official report you do not always decide yourself any more.
    I never turn this chat into such a report by itself.
    The Huis voor Klokkenluiders gives confidential advice beforehand.

# C64, C65
utter_ask_check_repeats =
    Two short questions, to miss nothing.
    Does it happen again and again? Or do you feel made small or afraid?
    .yes = Yes
    .no = No
    .unsure = I don't know

utter_ask_check_identity =
    Is it about who you are?
    Think of origin, religion, age or an illness.
    .yes = Yes
    .no = No
    .unsure = I don't know

utter_scope_in =
    A counsellor can think along with you about this.
    You don't have to know for sure what it is.

utter_door_labour_conflict =
    In a conflict about work someone else can often help you better.
    { START($manager) } can think along, if it is not about that person.
    { START($hr) } can too. { START($hr) } works for the employer.
    An MfN mediator is neutral and helps to make agreements.

utter_door_reorganisation =
    In a reorganisation there are { $works_council } and the union.
    { START($works_council) } watches over all employees together. The union helps its members personally.
    Time limits can be short. Het Juridisch Loket can explain that.

utter_door_social_work =
    With stress or worries the company social worker can help you.
    Outside the organisation there are your GP and MIND Korrelatie.

utter_door_health =
    When you are ill there is the company doctor. You can also go there yourself.
    The company doctor keeps medical matters secret.

utter_door_hr_practical =
    { START($hr) } knows most about contract, pay and leave.
    { START($hr) } works for the employer.
    The union or Het Juridisch Loket looks at your rights.

utter_door_policy =
    { START($board) } and { $hr } decide on the policy.
    { START($works_council) } can speak for employees.
    A counsellor only gives advice about it.

utter_door_data_privacy =
    The privacy officer deals with your data at work.
    The Dutch Data Protection Authority watches over the rules.

utter_door_integrity =
    Inside the organisation there is a way to report wrongdoing.
    Outside, the Huis voor Klokkenluiders gives free advice.

# C52
utter_doors =
    Inside the organisation:
    { $doors_inside }
    Outside the organisation:
    { $doors_outside }

utter_doors_outside =
    Outside the organisation:
    { $doors_outside }

# C66
utter_ask_still =
    Would you still like to speak to a counsellor? You may.
    .yes = Yes, please
    .other_topic = Another topic
    .no = No, this is fine

# Domain facts 1.11
utter_door_integrity_terms =
    Does it become an official report? With 50 or more people a procedure for that is required by law.
    It has to say: within 7 days word that the report has arrived.
    And within 3 months word about what is done with it.
    You may always ask for confidential advice beforehand.
