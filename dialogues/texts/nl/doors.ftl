utter_ask_topic =
    Wat past het best?
    .labour_conflict = Ruzie of conflict over werk
    .reorganisation = Reorganisatie
    .social_work = Stress of zorgen
    .health = Ziek zijn
    .hr_practical = Contract, loon of verlof
    .policy = Beleid of regels
    .integrity = Fraude of een misstand
    .data_privacy = Mijn gegevens
    .other_topic = Iets anders

# A19
utter_card_integrity =
    Voor fraude, gevaar of een misstand is er een aparte meldroute.
    Let op: na een officiële melding beslis je niet altijd zelf meer.
    Ik maak van dit gesprek nooit vanzelf zo'n melding.
    Het Huis voor Klokkenluiders geeft vooraf vertrouwelijk advies.

# C64, C65
utter_ask_check_repeats =
    Twee korte vragen, om niets te missen.
    Gebeurt het steeds weer? Of voel je je klein gemaakt of bang?
    .yes = Ja
    .no = Nee
    .unsure = Weet ik niet

utter_ask_check_identity =
    Heeft het te maken met wie je bent?
    Denk aan afkomst, geloof, leeftijd of een ziekte.
    .yes = Ja
    .no = Nee
    .unsure = Weet ik niet

utter_scope_in =
    Een vertrouwenspersoon kan hierover met je meedenken.
    Je hoeft niet zeker te weten wat het is.

utter_door_labour_conflict =
    Bij een conflict over werk kan iemand anders je vaak beter helpen.
    { START($manager) } kan meedenken, als het niet over die persoon gaat.
    { START($hr) } kan dat ook. { START($hr) } werkt voor de werkgever.
    Een MfN-mediator is neutraal en helpt om afspraken te maken.

utter_door_reorganisation =
    Bij een reorganisatie zijn { $works_council } en de vakbond er.
    { START($works_council) } let op alle medewerkers samen. De vakbond helpt leden persoonlijk.
    Termijnen kunnen kort zijn. Het Juridisch Loket kan dat uitleggen.

utter_door_social_work =
    Bij stress of zorgen kan bedrijfsmaatschappelijk werk je helpen.
    Buiten de organisatie zijn je huisarts en MIND Korrelatie er.

utter_door_health =
    Bij ziek zijn is er de bedrijfsarts. Je mag daar ook zelf naartoe.
    De bedrijfsarts houdt medische zaken geheim.

utter_door_hr_practical =
    { START($hr) } weet het meest van contract, loon en verlof.
    { START($hr) } werkt voor de werkgever.
    De vakbond of het Juridisch Loket kijkt naar jouw rechten.

utter_door_policy =
    { START($board) } en { $hr } beslissen over het beleid.
    { START($works_council) } kan namens medewerkers meepraten.
    Een vertrouwenspersoon geeft daar alleen advies over.

utter_door_data_privacy =
    De privacyfunctionaris gaat over jouw gegevens op het werk.
    De Autoriteit Persoonsgegevens let op de regels.

utter_door_integrity =
    Binnen de organisatie is er een meldroute voor misstanden.
    Daarbuiten geeft het Huis voor Klokkenluiders gratis advies.

# C52
utter_doors =
    Binnen de organisatie:
    { $doors_inside }
    Buiten de organisatie:
    { $doors_outside }

utter_doors_outside =
    Buiten de organisatie:
    { $doors_outside }

# C66
utter_ask_still =
    Wil je toch een vertrouwenspersoon spreken? Dat mag.
    .yes = Ja, graag
    .other_topic = Ander onderwerp
    .no = Nee, het is goed zo

# Domain facts 1.11
utter_door_integrity_terms =
    Wordt het een officiële melding? Bij 50 of meer mensen is een regeling daarvoor verplicht.
    Daarin hoort: binnen 7 dagen bericht dat de melding er is.
    En binnen 3 maanden bericht over wat ermee gebeurt.
    Vooraf vertrouwelijk advies vragen mag altijd.
