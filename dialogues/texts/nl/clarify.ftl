# Voor jezelf op een rij zetten. Elke vraag mag leeg blijven.

utter_note_offer =
    Wil je het voor jezelf op een rij zetten? Dat kan, en het hoeft niet.
    De mogelijkheden staan hieronder.
    .clarify = Op een rij zetten
utter_note_has_case =
    Je hebt hier al een bericht voor een vertrouwenspersoon. Daarom stel ik deze vragen hier niet.
    Je kunt het wel zelf opschrijven: wat, waar, wanneer en wat je wilt.
    Je vertrouwenspersoon kan het ook samen met jou op een rij zetten.
utter_note_begin =
    Ik stel korte vragen, één tegelijk. Overslaan mag elke keer.
    Antwoord met een knop of in je eigen woorden. Namen zijn niet nodig.
    Er gaat niets weg, tot jij zelf iets verstuurt. Aan het eind kies jij wat ermee gebeurt.
    Let op: doe dit liever niet op een apparaat van je werk.

utter_ask_note_what =
    Wat is er gebeurd? Vertel zo veel of zo weinig als je wilt.
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_since =
    Sinds wanneer speelt het?
    .week = Een week of korter
    .month = Ongeveer een maand
    .half_year = Ongeveer een half jaar
    .longer = Langer
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_often =
    Hoe vaak gebeurt het?
    .once = Het was één keer
    .sometimes = Soms
    .weekly = Bijna elke week
    .daily = Bijna elke dag
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_where =
    Op wat voor plek gebeurt het?
    .workplace = Op de werkplek
    .customer_place = Bij een klant of op locatie
    .online = Online of in een app
    .outing = Bij een uitje of op reis
    .elsewhere = Ergens anders
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_who =
    Wat voor persoon is de ander? Een naam is niet nodig.
    .colleague = Een collega
    .manager = Een leidinggevende
    .board = Iemand van { $board }
    .hr = Iemand van { $hr }
    .counsellor = Een vertrouwenspersoon
    .customer = Een klant of leverancier
    .outsider = Iemand die hier niet werkt
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_seen =
    Heeft iemand anders het gezien of gehoord?
    .yes = Ja
    .no = Nee
    .unsure = Weet ik niet
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_effect =
    Wat doet het met je? Meer dan één ding? Typ het dan.
    .sleep = Ik slaap slecht
    .tense = Ik ben gespannen
    .afraid = Ik ben bang
    .sad = Ik ben verdrietig
    .work = Werken lukt minder goed
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_tried =
    Wat heb je tot nu toe gedaan? Niets is ook goed.
    .nothing = Nog niets
    .said = Er iets van gezegd
    .told = Het aan iemand verteld
    .away = De ander gemeden
    .reported = Het gemeld
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_wish =
    Wat zou voor jou beter zijn?
    .ends = Dat het stopt
    .agreement = Afspraken voor later
    .listen = Dat iemand luistert
    .apart = De ander niet meer zien
    .unsure = Weet ik nog niet
    .nothing = Nu niets
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_small =
    Wil je kijken wat een kleine stap kan zijn? Het hoeft niet.
    .yes = Ja, graag
    .before = Vorige vraag
    .skip = Nee, laat zien wat er staat
utter_ask_note_scale =
    Hoe dichtbij is wat je wilt?
    .far = Nog ver weg
    .little = Een klein beetje
    .half = Ongeveer de helft
    .near = Bijna
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_step =
    Wat kan een eerste kleine stap zijn? Jij kiest, en niets is ook goed.
    .write = Opschrijven wat er gebeurt
    .tell = Het aan iemand vertellen
    .counsellor = Een vertrouwenspersoon spreken
    .rest = Eerst rust nemen
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan
utter_ask_note_moment =
    Wanneer wil je dat doen? Een datum mag, en het hoeft niet.
    .today = Vandaag
    .week = Deze week
    .next_week = Volgende week
    .later = Weet ik nog niet
    .before = Vorige vraag
    .summary = Laat zien wat er staat
    .skip = Overslaan

utter_note_empty = Er staat nog niets. Dat is ook goed.
utter_note_summary =
    Dit staat er. Het zijn alleen jouw antwoorden:

    { $note_text }
utter_ask_note_next =
    Wat wil je hiermee? Iets erbij? Typ het dan hier.
    .keep = Voor mezelf houden
    .send = Aan een vertrouwenspersoon sturen
    .wipe = Deze antwoorden wissen
    .change = Een regel veranderen of weghalen
    .more = De vragen nog een keer
utter_ask_note_line = Om welke regel gaat het?
    .skip = Niets veranderen
utter_ask_note_edit =
    { $note_line }

    Wat wil je met deze regel?
    .again = Opnieuw antwoorden
    .drop = Weghalen
    .skip = Zo laten

utter_note_keep =
    Hier is je tekst. Kopieer de tekst naar een plek die alleen van jou is.
    Liever niet op een apparaat van je werk.
    Na { $idle_hours } uur zonder bericht wis ik wat ik ervan bewaar. Met 'Alles wissen' gebeurt dat meteen.
utter_note_copy = { $note_text }
utter_ask_note_kept =
    Neem de tijd om de tekst te bewaren.
    .ready = Klaar, ga verder
    .before = Terug naar de tekst
    .wipe = Deze antwoorden wissen
utter_ask_note_wipe_ok =
    Alleen je antwoorden op deze vragen gaan weg. Wat je eerder vertelde, blijft.
    Zal ik ze wissen?
    .yes = Ja, wis ze
    .no = Nee
utter_note_wiped = Je antwoorden op deze vragen zijn gewist.
utter_note_wiped_telegram =
    In Telegram staan je berichten nog wel.
    Met 'Alles wissen' haal ik de berichten weg die Telegram mij nog laat wissen.

# Regels van de samenvatting. Een eigen antwoord staat achter het woord van de vraag.
draft-note-what = Wat er gebeurde:
draft-note-since = Sinds wanneer:
draft-note-since-week = Het speelt een week of korter.
draft-note-since-month = Het speelt ongeveer een maand.
draft-note-since-half-year = Het speelt ongeveer een half jaar.
draft-note-since-longer = Het speelt langer dan een half jaar.
draft-note-often = Hoe vaak:
draft-note-often-once = Het was één keer.
draft-note-often-sometimes = Het gebeurt soms.
draft-note-often-weekly = Het gebeurt bijna elke week.
draft-note-often-daily = Het gebeurt bijna elke dag.
draft-note-where = Plek:
draft-note-where-workplace = Het is op de werkplek.
draft-note-where-customer-place = Het is bij een klant of op locatie.
draft-note-where-online = Het is online of in een app.
draft-note-where-outing = Het is bij een uitje of op reis.
draft-note-where-elsewhere = Het is ergens anders.
draft-note-who = De ander:
draft-note-seen = Gezien of gehoord door iemand anders:
draft-note-seen-yes = Iemand anders heeft het gezien of gehoord.
draft-note-seen-no = Niemand anders heeft het gezien of gehoord.
draft-note-seen-unsure = Ik weet niet of iemand anders het zag of hoorde.
draft-note-effect = Wat het met mij doet:
draft-note-effect-sleep = Ik slaap slecht.
draft-note-effect-tense = Ik ben gespannen.
draft-note-effect-afraid = Ik ben bang.
draft-note-effect-sad = Ik ben verdrietig.
draft-note-effect-work = Werken lukt minder goed.
draft-note-tried = Wat ik deed:
draft-note-tried-nothing = Ik heb nog niets gedaan.
draft-note-tried-said = Ik heb er iets van gezegd.
draft-note-tried-told = Ik heb het aan iemand verteld.
draft-note-tried-away = Ik heb de ander gemeden.
draft-note-tried-reported = Ik heb het gemeld.
draft-note-wish = Wat voor mij beter is:
draft-note-wish-ends = Ik wil dat het stopt.
draft-note-wish-agreement = Ik wil afspraken voor later.
draft-note-wish-listen = Ik wil dat iemand luistert.
draft-note-wish-apart = Ik wil de ander niet meer zien.
draft-note-wish-unsure = Ik weet nog niet wat ik wil.
draft-note-wish-nothing = Ik wil nu niets.
draft-note-scale = Hoe dichtbij dat is:
draft-note-scale-far = Wat ik wil, is nog ver weg.
draft-note-scale-little = Wat ik wil, is er een klein beetje.
draft-note-scale-half = Wat ik wil, is er ongeveer voor de helft.
draft-note-scale-near = Wat ik wil, is er bijna.
draft-note-step = Eerste kleine stap:
draft-note-step-write = Eerste kleine stap: ik schrijf op wat er gebeurt.
draft-note-step-tell = Eerste kleine stap: ik vertel het aan iemand.
draft-note-step-counsellor = Eerste kleine stap: ik spreek een vertrouwenspersoon.
draft-note-step-rest = Eerste kleine stap: ik neem eerst rust.
draft-note-moment = Wanneer ik dat doe:
draft-note-moment-today = Dat doe ik vandaag.
draft-note-moment-week = Dat doe ik deze week.
draft-note-moment-next-week = Dat doe ik volgende week.
draft-note-moment-later = Ik weet nog niet wanneer ik dat doe.
