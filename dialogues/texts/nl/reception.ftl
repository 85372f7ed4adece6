# LIVES: listen
utter_reception = Dank je dat je hier bent. Neem de tijd die je nodig hebt.

# LIVES: safety
utter_ask_in_danger =
    Ben je nu veilig?
    .safe = Ja
    .unsafe = Nee
    .unsure = Weet ik niet
    .skip = Overslaan

# LIVES: safety
utter_maybe_unsafe =
    Twijfel je? Deze nummers kun je nu bellen.
    112 bij gevaar. De politie zonder spoed is 0900-8844.
    113 als je denkt aan zelfdoding.
    Ik ben een programma en kan geen hulp sturen.
    Je kunt hier gewoon verder praten.

# LIVES: needs
utter_ask_need =
    Wat heb je nu nodig? Alles mag. Je beslist zelf hoe ver je gaat.
    .story = Mijn verhaal kwijt
    .possible = Weten wat er kan
    .someone = Iemand die meedenkt
    .help_now = Nu hulp
    .unsure = Weet ik niet

# LIVES: support
utter_need_unsure =
    Dat hoef je nu niet te weten.
    Ik stel een paar korte vragen. Je mag elke keer zeggen dat je het niet weet.

# LIVES: listen
utter_ask_story =
    Vertel in je eigen woorden wat je kwijt wilt. Het mag in delen.
    Je hoeft niets uit te leggen en geen namen te noemen.
    Er gaat niets weg, tot jij zelf iets verstuurt.
    .skip = Liever niet typen

# LIVES: validate
utter_story_thanks = Dank je dat je dit vertelt. Dat is niet makkelijk.

# LIVES: validate, support
utter_ask_story_next =
    Wat je voelt, mag er zijn. Typ gerust verder als je wilt.
    Stoppen is ook goed.
    .enough = Genoeg zo
    .possible = Laat zien wat er kan
    .someone = Ik wil iemand spreken

# LIVES: listen
utter_ask_story_more =
    Dank je. Dit staat er nu ook bij. Typ gerust verder.
    .enough = Genoeg zo
    .possible = Laat zien wat er kan
    .someone = Ik wil iemand spreken
