# Heen en weer schrijven, en afsluiten.

utter_message_sent = Verstuurd naar { $counsellor_name }.
utter_relay_closed =
    Dit is niet verstuurd. Het contact met { $counsellor_name } is afgesloten.
    Je kunt wel opnieuw beginnen. Dat doe je hier.
utter_relay_declined =
    Dit is niet verstuurd. { $counsellor_name } kan je bericht niet aannemen.
    Je kunt iemand anders kiezen, of opnieuw beginnen. Dat doe je hier.
utter_relay_locked =
    Dit is niet verstuurd. Dit gesprek is op slot, omdat er een tijd niets is gedaan.
    Vul eerst je code in. Je woorden staan nog in het tekstvak.
utter_relay_locked_code =
    Dit is niet verstuurd. Dit gesprek is hier op slot, omdat er een tijd niets is gedaan.
    Ga naar de webpagina van Open Oor en vul daar je code in. Daar kun je het opnieuw sturen.
utter_read_with_code =
    Je leest het met je code, op de webpagina van Open Oor. Hier is dit gesprek op slot.
utter_went_on =
    Dit is niet verstuurd. Dit gesprek is intussen op een andere plek verdergegaan.
    Hier zie je hoe het nu staat. Wil je je woorden nog sturen? Stuur ze dan nog een keer.
utter_other_receiver =
    Dit is niet verstuurd. Wat je hier typt, gaat nu naar { $counsellor_name }.
    Wil je dat? Stuur je woorden dan nog een keer.
utter_news_message = Je hebt een bericht van { $counsellor_name }.

utter_key_lost =
    { $counsellor_name } kan je bericht niet meer openen.
    De sleutel van { $counsellor_name } is weg. Een nieuwe sleutel werkt nog niet.
    Dat kan gewoon zijn, bijvoorbeeld na verlies van een telefoon.
    Er gaat nu niets naar { $counsellor_name }. Jij kiest.
utter_ask_lost_next = Wat wil je?
    .wait = Wachten op de nieuwe sleutel
    .other = Iemand anders vragen
    .outside = Hulp van buiten
    .wipe = Alles wissen
utter_lost_wait =
    Dat is goed. Er gaat niets naar iemand anders.
    Werkt de nieuwe sleutel, dan hoor je dat hier en kies je opnieuw. Wanneer dat is, weet ik niet.
    Van gedachten veranderd? Kijk dan bij 'Mijn bericht'.
    .status = Mijn bericht

utter_key_changed =
    { $counsellor_name } kan je bericht niet meer openen.
    De sleutel van { $counsellor_name } is weg, en er is een nieuwe. Dat kan gewoon zijn, bijvoorbeeld na verlies van een telefoon.
    Er gaat nu niets naar { $counsellor_name }. Eerst kies jij.
utter_ask_key_next = Wat wil je?
    .again = Opnieuw sturen naar { $counsellor_name }
    .other = Iemand anders vragen
    .outside = Hulp van buiten
    .wipe = Alles wissen
    .later = Nu niet kiezen

utter_ask_end_ok =
    Wil je het contact met { $counsellor_name } afsluiten?
    Jullie kunnen elkaar dan niet meer schrijven.
    De berichten zijn na { $closed_days } dagen weg.
    .yes = Ja, sluit af
    .no = Nee, nog niet
utter_ended =
    Het contact met { $counsellor_name } is afgesloten.
    De berichten zijn na { $closed_days } dagen weg. Met 'Alles wissen' zijn ze nu al weg.
    Dank je voor je vertrouwen. Een nieuw gesprek kan altijd.
utter_end_failed =
    Het afsluiten lukt nu niet. Er is niets veranderd.
    Je kunt het later opnieuw proberen.
utter_closed =
    { $counsellor_name } heeft het contact afgesloten.
    De berichten zijn na { $closed_days } dagen weg. Met 'Alles wissen' zijn ze nu al weg.
    Een nieuw gesprek kan altijd.
    .start = Nieuw gesprek
