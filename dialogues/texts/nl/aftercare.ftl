# Nazorg: alleen wie dat wil, in neutrale woorden, en daarna is het adres weg.

utter_ask_aftercare =
    Wil je dat ik later vraag hoe het gaat?
    Ik bewaar dan alleen waar ik dat kan vragen, en welke dag. Niet waarover.
    Na je antwoord is dat weg. Zonder antwoord vraag ik het nog één keer.
    .two_weeks = Over twee weken
    .two_months = Over twee maanden
    .own = Op een andere dag
    .none = Nee, niet nodig
utter_ask_aftercare_day = Op welke dag? Typ de dag zo: 15-01-2027
    .skip = Terug
utter_aftercare_day_wrong = Die dag kan niet. Kies een dag na vandaag, binnen een jaar.
utter_aftercare_kept =
    Dat is goed. Ik vraag het op { $aftercare_on }. Er staat dan niet waarover het gaat.
    Niet meer? Met 'Alles wissen' is het meteen weg.
utter_aftercare_none = Dat is goed. Ik bewaar daarvoor niets. Je kunt altijd zelf terugkomen.
utter_aftercare_come_back =
    Je kunt altijd zelf terugkomen, ook als alles gewist is. Je begint dan opnieuw.
    Word je nu anders behandeld, omdat je hulp vroeg? Ook dat kun je hier vertellen.

utter_ask_feedback_heard =
    Mag ik nog twee dingen vragen? Het hoeft niet.
    Je antwoord telt mee in totalen van het jaar, zonder naam. Bij minder dan { $report_k } antwoorden krijgt niemand iets te zien.
    Werd er goed naar je geluisterd?
    .yes = Ja
    .partly = Een beetje
    .no = Nee
    .skip = Niet antwoorden
utter_ask_feedback_clear = Werd duidelijk wat je kon doen?
    .yes = Ja
    .partly = Een beetje
    .no = Nee
    .skip = Niet antwoorden
utter_feedback_thanks = Dank je. Ik vraag niets meer.
    .checkin_changed = Ik word nu anders behandeld
utter_feedback_passed = Dat is goed. Ik vraag niets meer.
    .checkin_changed = Ik word nu anders behandeld

utter_checkin_good =
    Fijn om te horen. Waar ik je kon vragen, is nu gewist.
    Je kunt altijd terugkomen.
utter_checkin_changed =
    Dank je dat je dat zegt. Daar kun je iets mee doen, als je dat wilt.
    Je kunt hier kijken wat je kunt doen, of een vertrouwenspersoon spreken. Het hoeft niet.
    .options = Mogelijkheden bekijken
    .introduce = Een vertrouwenspersoon spreken
utter_checkin_talk =
    Dat kan. Je kiest zelf met wie, en er gaat niets weg zonder jouw ja.
    .introduce = Een vertrouwenspersoon spreken
utter_checkin_stop = Dat is goed. Ik vraag het niet meer. Waar ik je kon vragen, is gewist.
