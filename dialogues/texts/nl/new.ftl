# C58
utter_new_hello =
    Welkom. Ik ben een programma, geen mens.
    Kijken is geen melding. We houden niet bij wie kijkt.

utter_ask_new_what =
    Wil je weten wat ze doen?
    .what = Wat doen ze?
    .rehearse = Een minuut oefenen
    .hear = Horen als er iemand bij komt
    .no = Genoeg zo

utter_ask_new_secrecy =
    Wil je weten wat geheim blijft?
    .secrecy = Wat blijft geheim?
    .no = Genoeg zo

utter_new_end =
    Je kunt hier altijd terugkomen.
    Open Oor is er voor { $people }.
    .rehearse = Een minuut oefenen

utter_ask_hear_new =
    Ik kan je hier een bericht sturen als er een nieuwe vertrouwenspersoon begint. Meer niet.
    Dan bewaart Open Oor versleuteld waar ik je kan bereiken. Niet je naam, en niet wat je hier schreef.
    Met "stop" of "wis alles" is dat meteen weg. Wil je dit?
    .yes = Ja, laat het me weten
    .no = Nee

utter_hear_new_kept = Goed. Je hoort het hier als er iemand begint. Met "stop" is dat weer weg.

utter_hear_new_elsewhere =
    Hier kan ik je later niets sturen. Ik weet niet waar je bent, en dat blijft zo.
    Op Telegram kan het wel. De lijst op de pagina met vertrouwenspersonen is altijd de nieuwste.

utter_hear_new_stopped = Dat is goed. Je hoort hier niets meer over nieuwe vertrouwenspersonen. Waar ik je kon bereiken, is gewist.
