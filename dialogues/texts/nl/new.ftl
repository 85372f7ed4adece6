# C58
utter_new_hello =
    Welkom. Ik ben een programma, geen mens.
    Kijken is geen melding. We houden niet bij wie kijkt.

utter_ask_new_what =
    Wil je weten wat ze doen?
    .what = Wat doen ze?
    .rehearse = Even oefenen
    .no = Genoeg zo

utter_ask_new_secrecy =
    Wil je weten wat geheim blijft?
    .secrecy = Wat blijft geheim?
    .no = Genoeg zo

utter_new_end =
    Je kunt hier altijd terugkomen.
    Open Oor is er voor { $people }.
