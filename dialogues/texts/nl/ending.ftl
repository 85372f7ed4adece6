# Stoppen en wissen.

utter_stopped =
    Dat is goed. Je gesprek stopt hier en er is bij ons niets van bewaard.
    Dank je dat je er was. Je bent altijd welkom.
    Is er gevaar? Bel 112.
utter_stopped_telegram =
    In Telegram staat dit gesprek nog wel. Dat kun je daar zelf verwijderen.
utter_stop_telegram =
    Ook de berichten hier in Telegram weghalen? Kies dan 'Alles wissen'.
utter_ask_stop_how =
    Dat is goed. Je woorden zijn naar niemand gestuurd. Wat wil je ermee?
    Wissen is meteen. Bewaren duurt { $idle_hours } uur, daarna wis ik ze.
    .now = Stoppen en wissen
    .later = Stoppen en nog even bewaren
    .go_on = Toch verder
utter_ask_stop_case =
    Je bericht is bij { $counsellor_name }. Wat wil je daarmee?
    .keep = Laten staan
    .withdraw = Terugtrekken
    .wipe = Alles wissen
utter_stopped_case =
    Dat is goed. Je bericht blijft bij { $counsellor_name }.
    Je kunt altijd terugkomen. Terugtrekken en wissen kan ook later.
utter_ask_stop_rest =
    Wat je eerder stuurde aan { $counsellor_name }, kun jij nog lezen. Wat wil je daarmee?
    .keep = Laten staan
    .wipe = Alles wissen
utter_stopped_rest =
    Dat is goed. Het blijft staan. Je kunt altijd terugkomen, en wissen kan ook later.
    Is er gevaar? Bel 112.

utter_came_before =
    Dit had je al gestuurd en het is gelukt.
    Er staat hier nu geen gesprek van je open.
    Je kunt altijd opnieuw beginnen. Is er gevaar? Bel 112.

utter_came_earlier =
    Dit had je al gestuurd en het is gelukt.
    Wat er toen stond, kan ik niet nog een keer laten zien.
    Hoe het nu is, zie je bij 'Mijn bericht'.
    .status = Mijn bericht

utter_wipe =
    Wil je alles wissen? Bij ons is het dan meteen weg: je woorden, de berichten en hoe we je bereiken.
    In reservekopieën is het na 7 dagen niet meer te lezen.
    Heb je een vertrouwenspersoon? Die ziet alleen: teruggetrokken.
    Een code werkt daarna niet meer. Dit kan niet terug.
utter_wipe_telegram =
    In Telegram haal ik de berichten weg van de laatste 48 uur.
    Oudere berichten kan ik daar niet weghalen. Dat kun jij wel.
utter_ask_wipe_ok = Alles wissen?
    .yes = Ja, wis alles
    .no = Nee, niet wissen
utter_wipe_not = Dat is goed. Er is niets gewist.
utter_wipe_failed =
    Het wissen is niet gelukt. Er ging iets mis bij ons.
    Probeer het nog een keer met 'Alles wissen'.
utter_wiped =
    Alles is gewist bij ons.
    In reservekopieën is het na 7 dagen niet meer te lezen.
    Je kunt altijd opnieuw beginnen.
utter_wiped_telegram = Ook de berichten in deze chat haal ik weg. Kijk zelf of er nog iets staat.
utter_wiped_telegram_left =
    Sommige berichten in Telegram zijn ouder dan 48 uur. Die kan ik niet weghalen.
    Zo doe je dat zelf: open deze chat en tik bovenaan op de naam.
    Kies het menu met drie puntjes. Kies dan 'Verwijder chat'.
utter_wiped_web =
    Je browser kan nog weten dat je hier was.
    Wis ook de geschiedenis van je browser. Heb je de code op papier? Gooi die weg.
