# Mogelijkheden naast elkaar. Kijken start niets.

utter_options =
    Dit zijn de mogelijkheden. Alles mag en niets hoeft.
    Informeel is zonder officiële procedure. Bijvoorbeeld zelf praten, of praten met { $manager }.
    Formeel is een melding bij { $board }, of aangifte bij de politie.
    Kan zonder je naam: nu niets doen, opschrijven, een vertrouwenspersoon en veel hulplijnen.
    Meestal met je naam: praten op je werk, een formele melding en de politie.
    Kijken start niets.
utter_ask_option = Waar wil je meer over lezen?
    .nothing = Nu niets doen
    .notes = Opschrijven voor jezelf
    .talk = Zelf praten met de ander
    .manager = Praten met { $manager }
    .hr = Praten met { $hr }
    .board = Een signaal aan { $board }
    .mediation = Een bemiddeld gesprek
    .formal = Een formele melding
    .police = De politie
    .external = Hulp van buiten
    .care = Zorg voor jezelf
    .equal_treatment = Een oordeel over gelijk behandelen
    .committee = De klachtencommissie
    .help_me_choose = Help me kiezen
    .counsellor = Kies een vertrouwenspersoon
    .enough = Genoeg gelezen
utter_ask_option_next = Wat wil je nu?
    .counsellor = Kies een vertrouwenspersoon
    .clarify = Nu op een rij zetten
    .keep = Bewaar deze kaart
    .more = Andere mogelijkheden
    .enough = Genoeg voor nu
utter_kept_card =
    Dit bericht kun je bewaren. Het gaat naar niemand.
    Op onze webpagina staat deze kaart ook als tekst, bij 'Hulp nu'.

    { $kept_card }
utter_options_enough =
    Dat is goed. Er is niets gestart en je bericht blijft waar het is.
    Je kunt later terugkomen en iets anders kiezen.

utter_option_conflict =
    Het gaat over iemand op deze plek. Daarom past deze mogelijkheid hier minder.
    Dit kan ook:
    { $alternatives }
    Hierna lees je toch hoe deze mogelijkheid werkt. Jij kiest.
utter_option_conflict_manager =
    Het gaat over { $manager }. Praten met die persoon past hier minder.
    Een hogere of een andere leidinggevende kan wel.
utter_option_contact_other =
    Contact met een hogere of andere leidinggevende:
    { $alternatives }
utter_option_contact =
    Contact:
    { $contact }

utter_option_nothing =
    Nu niets doen
    Wat gebeurt er: niets. Je wacht, of je denkt eerst na.
    Wie weet het: niemand.
    Is je naam nodig: nee.
    Kun je stoppen: ja. Later kun je altijd iets anders kiezen.
    Hoe lang: zo lang als jij wilt.
utter_option_nothing_weigh =
    Kan helpen: je hebt tijd en rust om na te denken.
    Let op: wat er gebeurt, kan doorgaan. Voel je je niet veilig? Kies dan 'Hulp nu'.

utter_option_notes =
    Opschrijven voor jezelf
    Wat gebeurt er: je schrijft op wat er was, waar en wanneer. Je bewaart berichten.
    Wie weet het: alleen jij.
    Is je naam nodig: nee.
    Kun je stoppen: ja, op elk moment.
    Hoe lang: een paar minuten per keer.
utter_option_notes_weigh =
    Kan helpen: je weet later nog precies wat er was.
    Let op: bewaar het thuis en niet op een apparaat van je werk. Doe je het hier? Dan wis ik na { $idle_hours } uur zonder bericht wat ik ervan bewaar.

utter_option_talk =
    Zelf praten met de ander
    Wat gebeurt er: je zegt tegen de ander wat je niet wilt.
    Wie weet het: jij en de ander.
    Is je naam nodig: ja. De ander ziet wie je bent.
    Kun je stoppen: ja, ook tijdens het gesprek.
    Hoe lang: één gesprek, soms meer.
utter_option_talk_weigh =
    Kan helpen: de ander hoort hoe het voor jou is. Een vertrouwenspersoon kan het gesprek met je oefenen.
    Let op: dit past alleen als jij je daar veilig bij voelt. Het hoeft niet.

utter_option_manager =
    Praten met { $manager }
    Wat gebeurt er: je vertelt wat er speelt. { START($manager) } kan iets doen in het team.
    Wie weet het: { $manager }. Die kan het met anderen bespreken.
    Is je naam nodig: ja.
    Kun je stoppen: ja. { START($manager) } kan er daarna wel mee verdergaan.
    Hoe lang: dat verschilt. Je kunt vragen wanneer je iets hoort.
utter_option_other_manager =
    Praten met een hogere of andere leidinggevende
    Wat gebeurt er: je vertelt wat er speelt. Die leidinggevende kan iets doen in het team.
    Wie weet het: die leidinggevende. Die kan het met anderen bespreken.
    Is je naam nodig: ja.
    Kun je stoppen: ja. Die leidinggevende kan er daarna wel mee verdergaan.
    Hoe lang: dat verschilt. Je kunt vragen wanneer je iets hoort.
utter_option_manager_weigh =
    Kan helpen: een leidinggevende kan afspraken maken in het team. Een vertrouwenspersoon kan met je meegaan.
    Let op: je kunt vooraf vragen wie het nog meer hoort.

utter_option_hr =
    Praten met { $hr }
    Wat gebeurt er: je vertelt wat er speelt. { START($hr) } kent de regels en kan iets regelen.
    Wie weet het: { $hr }. Soms ook { $manager } of { $board }.
    Is je naam nodig: ja.
    Kun je stoppen: ja. { START($hr) } kan er daarna wel mee verdergaan.
    Hoe lang: dat verschilt. Je kunt vragen wanneer je iets hoort.
utter_option_hr_weigh =
    Kan helpen: { $hr } weet veel van regels, roosters en verlof.
    Let op: { $hr } werkt voor de werkgever. Soms is { $hr } verplicht om iets te doen met wat je vertelt.

utter_option_board =
    Een signaal aan { $board } (informeel)
    Wat gebeurt er: { $board } hoort wat er speelt en kan iets veranderen.
    Wie weet het: { $board }, en wie zij om hulp vraagt.
    Is je naam nodig: als je zelf gaat, ja. Via een vertrouwenspersoon kan het zonder je naam.
    Kun je stoppen: ja. { START($board) } kan er daarna wel mee verdergaan.
    Hoe lang: dat verschilt. Je kunt vragen wanneer je iets hoort.
utter_option_board_weigh =
    Kan helpen: { $board } kan iets doen voor de hele organisatie.
    Let op: in een klein team kunnen mensen je soms toch herkennen, ook zonder je naam.

utter_option_mediation =
    Een bemiddeld gesprek
    Wat gebeurt er: een vertrouwenspersoon praat met jou en de ander. Samen zoek je afspraken.
    Wie weet het: jij, de ander en de vertrouwenspersoon.
    Is je naam nodig: ja.
    Kun je stoppen: ja. Jij en de ander mogen allebei nee zeggen of stoppen.
    Hoe lang: één of meer gesprekken.
utter_option_mediation_roles =
    Een vertrouwenspersoon helpt jou. Iemand die bemiddelt, helpt jullie allebei.
    Daarom kan een andere vertrouwenspersoon dan met jou meegaan.
utter_option_mediator =
    Een bemiddeld gesprek
    Wat gebeurt er: een onafhankelijke bemiddelaar praat met jou en de ander. Samen zoek je afspraken.
    Wie weet het: jij, de ander en de bemiddelaar.
    Is je naam nodig: ja.
    Kun je stoppen: ja. Jij en de ander mogen allebei nee zeggen of stoppen.
    Hoe lang: één of meer gesprekken.
utter_option_mediation_weigh =
    Kan helpen: jullie kunnen samen afspreken hoe het verder gaat.
    Let op: dit is vrijwillig en past alleen als jij je veilig voelt. Wil je de ander niet zien? Dat is ook goed.
utter_option_mediation_safety =
    Bij geweld of bij iets seksueels vraagt de vertrouwenspersoon eerst extra of dit veilig voor je is.
    Een onafhankelijke bemiddelaar past dan vaak beter.

utter_option_formal =
    Een formele melding bij { $board }
    Wat gebeurt er: je geeft een tekst aan { $board }. { START($board) } hoort jou en ook de ander.
    Wie weet het: { $board }, de ander en wie het onderzoekt.
    Is je naam nodig: ja, altijd.
    Kun je stoppen: je kunt je melding intrekken. { START($board) } kan dan toch verdergaan.
    Hoe lang: dat verschilt per organisatie.
utter_option_formal_weigh =
    Kan helpen: { $board } kijkt wat er is gebeurd en neemt een besluit.
    Let op: de ander leest jouw naam en wat je schrijft.
    Dit kan en het hoeft niet. Je mag ook eerst informeel kijken wat helpt.
utter_option_formal_name =
    Zonder je naam kan dit niet.
    Een algemeen signaal aan { $board } kan wel zonder je naam.
    Een vertrouwenspersoon kan met je meelezen en met je meegaan.
    Open Oor stuurt zelf nooit iets naar { $board }.

utter_option_police =
    De politie
    Wat gebeurt er: je stelt eerst vragen aan de politie. Daarna kies je: niets, een melding of aangifte.
    Wie weet het: de politie. Na aangifte meestal ook de ander.
    Is je naam nodig: voor aangifte ja. Bij Meld Misdaad Anoniem niet.
    Kun je stoppen: na een gesprek wel. Na aangifte beslissen politie en justitie hoe het verder gaat.
    Hoe lang: dat verschilt. Een onderzoek kan lang duren.
utter_option_police_weigh =
    Kan helpen: de politie kan je vertellen of iets strafbaar is.
    Let op: aangifte kan en het hoeft niet. Is er nu gevaar? Bel 112.

utter_option_external =
    Hulp van buiten
    Wat gebeurt er: je belt of chat met een organisatie buiten je werk.
    Wie weet het: alleen die organisatie.
    Is je naam nodig: vaak niet. Je kunt het eerst vragen.
    Kun je stoppen: ja, op elk moment.
    Hoe lang: één gesprek, soms meer.
utter_option_external_weigh =
    Kan helpen: deze mensen werken niet voor je werkgever.
    Let op: niet elke lijn is gratis of altijd open.
utter_option_external_discrimination =
    Bij discriminatie zijn er ook deze twee:
    Discriminatie.nl geeft advies en hulp: discriminatie.nl.
    Het College voor de Rechten van de Mens kijkt naar wat de organisatie deed: mensenrechten.nl.

utter_option_care =
    Zorg voor jezelf
    Wat gebeurt er: je praat met je huisarts, de bedrijfsarts of een hulplijn.
    Wie weet het: alleen wie jou helpt. Artsen hebben geheimhouding.
    Is je naam nodig: bij een arts wel. Bij een hulplijn vaak niet.
    Kun je stoppen: ja, op elk moment.
    Hoe lang: zo lang als het jou helpt.
utter_option_care_weigh =
    Kan helpen: je kunt praten over slapen, stress, pijn of angst.
    Let op: een arts regelt niets op je werk, tenzij jij dat vraagt.

# C36; domain facts 1.9
utter_option_equal_treatment =
    Een oordeel over gelijke behandeling
    Wat gebeurt er: het College voor de Rechten van de Mens kijkt naar wat de organisatie deed.
    Wie weet het: het College. Vraag vooraf wie het nog meer hoort.
    Is je naam nodig: dat kun je eerst vragen aan het College.
    Kun je stoppen: ook dat kun je vooraf vragen.
    Hoe lang: dat verschilt. Het College kan het je vertellen.
utter_option_equal_treatment_weigh =
    Kan helpen: je hoort of de organisatie deed wat nodig was bij discriminatie of seksuele intimidatie.
    Let op: het oordeel gaat over de organisatie, niet over één persoon.

# C36; domain facts 1.12
utter_option_committee =
    De klachtencommissie
    Wat gebeurt er: de commissie hoort jou en ook de ander. Daarna geeft zij advies aan { $board }.
    Wie weet het: de commissie, { $board } en de ander.
    Is je naam nodig: ja. Vaak hoort je handtekening erbij.
    Kun je stoppen: dat staat in de regels van de commissie. Vraag het vooraf.
    Hoe lang: ook dat staat in die regels.
utter_option_committee_weigh =
    Kan helpen: de commissie kijkt onafhankelijk en hoort jullie allebei.
    Let op: { $board } beslist, niet de commissie. De ander leest jouw naam en wat je schrijft.

# C53: geen oordeel, en alles blijft te zien
utter_ask_choose_need =
    Drie korte vragen maken de lijst korter. Overslaan mag.
    Wat zoek je nu?
    .listen = Iemand die luistert
    .stop = Dat het ophoudt
    .know = Weten wat kan en mag
    .care = Zorg voor mij
    .decision = Een besluit
    .skip = Overslaan
utter_ask_choose_when = Wanneer wil je iemand spreken?
    .now = Vandaag of vannacht
    .later = Dat mag later zijn
    .skip = Overslaan
utter_ask_choose_name = Met of zonder je naam?
    .without = Liever zonder mijn naam
    .with = Mijn naam mag
    .skip = Overslaan
utter_shortlist =
    Deze plekken passen bij wat je koos. Het is geen oordeel. Jij kiest.
    Een vertrouwenspersoon spreken, nu niets doen of iets opschrijven kan ook.
    Alles bekijken kan altijd.
utter_shortlist_inside =
    Binnen de organisatie:
    { $shortlist_inside }
utter_shortlist_outside =
    Buiten de organisatie:
    { $shortlist_outside }
utter_all_inside =
    Alles binnen de organisatie:
    { $all_inside }
utter_all_outside =
    Alles buiten de organisatie:
    { $all_outside }
utter_ask_shortlist_next = Wat wil je nu?
    .all = Alles bekijken
    .again = Opnieuw kiezen
    .options = Terug naar de mogelijkheden
    .counsellor = Kies een vertrouwenspersoon
    .enough = Genoeg voor nu
