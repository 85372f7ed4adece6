utter_ask_for_whom =
    Who is it about?
    .self = Me
    .witness = Someone else
    .unsure = I don't know
    .accused = There is a complaint about me
    .manager = I am a manager
    .new = I am new here

utter_ask_guess_sure =
    What you tell may fit { $guess ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }.
    Is that right for you?
    .yes = Yes, that is right
    .first = { utter_ask_guess_sure.yes }
    .second = More like { $guess2 ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }
    .third = More like { $guess3 ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }
    .other = No, something else

utter_ask_guess_three =
    I am not sure what fits. What fits best for you?
    .yes = { utter_ask_guess_three.first }
    .first = { $guess ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }
    .second = { $guess2 ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }
    .third = { $guess3 ->
            [sexual] sexual harassment
            [bullying] bullying
            [discrimination] discrimination
            [aggression] aggression or threats
            [violence] physical violence
            [labour_conflict] a conflict about work
            [reorganisation] a reorganisation
            [social_work] stress or worries
            [hr_practical] contract, pay or leave
            [policy] policy or rules
            [integrity] fraud or wrongdoing
            [accused] a complaint about you
           *[smalltalk] something else
        }
    .other = Something else

utter_guess_other = All right. Your words stay. Choose what fits best for you.
