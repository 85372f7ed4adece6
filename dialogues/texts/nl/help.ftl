# Names of what is always in reach.
utter_always =
    .help_now = Hulp nu
    .stop = Stoppen
    .wipe = Alles wissen

utter_menu =
    .start = Vertellen of vragen
    .introduce = Kies een vertrouwenspersoon
    .clarify = Op een rij zetten
    .status = Mijn bericht
    .who = Wie zijn de vertrouwenspersonen
    .what = Wat doen ze wel en niet
    .new = Ik ben nieuw hier
    .witness = Het gaat om iemand anders
    .accused = Er is een klacht over mij
    .manager = Ik ben leidinggevende
    .privacy = Privacy
    .law = Wat zegt de wet
    .protocol = Het protocol
    .language = Taal · Language
    .human = Een mens spreken

utter_help_now =
    Gevaar: bel 112.
    Denk je aan zelfdoding: bel 113 of chat op 113.nl.
    Seksueel geweld: bel 0800-0188.
    Alle drie dag en nacht, en gratis.
    Ik ben een programma en kan geen hulp sturen. Niemand kijkt live mee.

utter_ask_help_choice =
    Wil je meer zien? Je gesprek blijft staan.
    .danger = Ik ben in gevaar
    .suicide = Ik denk aan zelfdoding
    .sexual = Seksueel geweld
    .violence = Geweld of dreigen
    .all = Alle hulplijnen
    .back = Verder praten

utter_crisis_danger =
    Ben je nu in gevaar? Bel 112.
    Geen spoed? De politie is er op 0900-8844.
    Ik ben een programma en kan geen hulp sturen. Niemand kijkt live mee.
    Je kunt hier gewoon verder praten.

utter_crisis_violence =
    Is er nu gevaar of letsel? Bel 112.
    Geen spoed? De politie is er op 0900-8844.
    Slachtofferhulp Nederland luistert: 0900-0101.
    Ik ben een programma en kan geen hulp sturen. Niemand kijkt live mee.
    Je kunt hier gewoon verder praten.

utter_crisis_suicide =
    Denk je aan zelfdoding? Bel 113 of chat op 113.nl. Gratis, dag en nacht.
    Is er nu gevaar voor je leven? Bel 112.
    Ik ben een programma en kan geen hulp sturen. Niemand kijkt live mee.
    Je kunt hier gewoon verder praten.

utter_crisis_sexual =
    Het Centrum Seksueel Geweld helpt dag en nacht, gratis: 0800-0188.
    Hulp werkt het best binnen 7 dagen. De politie hoort alleen iets als jij dat wilt.
    Is er nu gevaar? Bel 112.
    Ik ben een programma en kan geen hulp sturen. Niemand kijkt live mee.
    Je kunt hier gewoon verder praten.

utter_all_lines =
    Hulp buiten de organisatie:
    { $all_lines }

# C09
utter_human =
    Je mag hen zelf bellen of mailen. Dan zien ze wel je nummer of adres.
    Via mij kan het zonder je naam.
    .introduce = Kies een vertrouwenspersoon

utter_ask_language_choice =
    Welke taal? Which language?
    .nl = Nederlands
    .en = English
    .back = Terug · Back

utter_language_changed = We gaan verder in het Nederlands.

utter_offer_en =
    Shall we go on in English?
    Je schrijft Engels. Wil je verder in het Engels?
    .english = English
    .dutch = Nederlands

utter_offer_nl =
    Zullen we verdergaan in het Nederlands?
    Je schrijft Nederlands. Wil je daarin verder?
    .english = English
    .dutch = Nederlands

utter_ask_menu_choice =
    Wat wil je zien? Je gesprek blijft staan.
    .who = Wie zijn de vertrouwenspersonen
    .what = Wat doen ze wel en niet
    .privacy = Privacy
    .law = Wat zegt de wet
    .protocol = Het protocol
    .language = Taal · Language
    .human = Een mens spreken
    .back = Terug
