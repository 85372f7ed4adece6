utter_ask_kind =
    Wat past het best bij wat er gebeurt?
    Je mag het ook in eigen woorden typen.
    .sexual = Seksuele intimidatie
    .bullying = Pesten
    .discrimination = Discriminatie
    .aggression = Agressie of dreigen
    .violence = Lichamelijk geweld
    .several = Meer dan één
    .other = Iets anders
    .unknown = Weet ik (nog) niet
    .rather_not = Zeg ik liever niet
    .outside = Ruzie, contract, stress of regels

utter_ask_kinds =
    Welke passen? Kies er zoveel als je wilt, en dan Klaar.
    .sexual = Seksuele intimidatie
    .bullying = Pesten
    .discrimination = Discriminatie
    .aggression = Agressie of dreigen
    .violence = Lichamelijk geweld
    .other = Iets anders
    .done = Klaar

utter_ask_in_danger_again =
    Eerst dit: ben je nu veilig?
    .safe = Ja
    .unsafe = Nee
    .unsure = Weet ik niet
    .skip = Overslaan

# C04
utter_card_sexual =
    Seksuele intimidatie is seksuele aandacht die jij niet wilt.
    Het gaat om woorden, blikken, berichten of aanraken.
    Bijvoorbeeld opmerkingen over je lichaam, appjes in de nacht of een hand op je been.
    Twijfel je? Dat is gewoon. Hoe jij het ervaart, telt.

utter_ask_recent =
    Is het korter dan 7 dagen geleden?
    Ik vraag dit, want sommige hulp werkt het best binnen 7 dagen.
    .yes = Ja
    .no = Nee
    .skip = Overslaan

utter_card_csg =
    Het Centrum Seksueel Geweld helpt dag en nacht, gratis: 0800-0188.
    Chatten kan ook: centrumseksueelgeweld.nl.
    Medische hulp en sporen bewaren lukt het best binnen 7 dagen.
    De politie hoort alleen iets als jij dat wilt.
    Bellen kan. Het hoeft niet.

utter_lines_sexual =
    Gaat er een foto of filmpje van je rond? Helpwanted.nl kan helpen.
    Praten met de politie kan zonder aangifte: 0900-8844.
    Het kan, het hoeft niet.

# C05
utter_card_bullying =
    Pesten is steeds weer naar doen tegen dezelfde persoon.
    Je verweren is dan moeilijk.
    Bijvoorbeeld negeren, roddelen, belachelijk maken of zinloze taken geven.
    Plagen gaat over en weer. Een ruzie is vaak één keer.
    Dit is een hulp bij het denken, geen test.

utter_note_for_yourself =
    Een eigen notitie kan helpen: wat, waar en wanneer.
    Zo'n notitie blijft bij jou. Let op: niet op een apparaat van je werk.

utter_ask_once =
    Is het één keer gebeurd, of vaker?
    .several_times = Vaker
    .once = Eén keer
    .skip = Overslaan

utter_once_counts = Ook wat één keer gebeurde, mag je hier bespreken.

# C06
utter_card_discrimination =
    Bij discriminatie behandelt iemand je anders of slechter om wie je bent.
    Bijvoorbeeld een grap over afkomst of een hoofddoek.
    Of geen promotie na een zwangerschap, of een ander rooster door je geloof.
    Twijfel je? Dat is gewoon. Je hoeft niets te bewijzen.

utter_lines_discrimination =
    Buiten je organisatie geeft Discriminatie.nl advies en hulp.
    Het College voor de Rechten van de Mens geeft een oordeel over de organisatie: mensenrechten.nl.
    Het kan, het hoeft niet.

utter_ask_ground =
    Heeft het met een van deze dingen te maken? Je hoeft dit niet te zeggen.
    .origin = Afkomst of huidskleur
    .religion = Geloof of overtuiging
    .sex = Man, vrouw, gender of zwanger
    .orientation = Op wie je valt
    .disability = Ziekte of beperking
    .age = Leeftijd
    .other_ground = Iets anders
    .unknown = Weet ik niet
    .skip = Overslaan

utter_ask_ground_keep =
    Wil je dit antwoord houden? Je ziet het later terug in jouw tekst.
    .keep = Houden
    .wipe = Wis dit antwoord

utter_ground_wiped = Dit antwoord is weg.

# C07
utter_card_aggression =
    Agressie is schelden, dreigen, bang maken of dingen vernielen.
    Bijvoorbeeld schreeuwen, een vuist maken, je volgen of een dreigmail sturen.
    Het telt ook bij een klant of iemand van buiten.

utter_lines_aggression =
    Is er nu gevaar? Bel 112.
    Geen spoed? De politie is er op 0900-8844.
    Ik kan zelf geen hulp sturen.

# C08
utter_card_violence =
    Bij geweld doet iemand je lichamelijk pijn, of probeert dat.
    Bijvoorbeeld duwen, slaan, vasthouden, spugen of gooien.
    Het telt ook bij een klant of iemand van buiten.

utter_lines_violence =
    Is er nu gevaar? Bel 112. Heb je letsel? Je huisarts kan helpen.
    Slachtofferhulp Nederland luistert en helpt: 0900-0101.
    Praten met de politie kan ook: 0900-8844. Het hoeft niet.
    Ik kan zelf geen hulp sturen.

# C03
utter_card_several = Meer dan één kan. Alles wat je koos, blijft staan.

utter_card_other = Ook wat in geen rijtje past, kun je hier bespreken.

utter_card_unknown =
    Dat hoef je niet te weten.
    Het kan gaan om woorden, aanraken, buitensluiten, dreigen of pijn doen.
    Een vertrouwenspersoon kan met je meedenken.

utter_card_rather_not = Dat is goed. Je kunt verder zonder dit te zeggen.

utter_ask_about =
    Wie is de ander? Ik vraag geen naam.
    Is het een vertrouwenspersoon? Dan vraag ik die persoon niet.
    .colleague = Een collega
    .manager = Een leidinggevende
    .board = Iemand van { $board }
    .hr = Iemand van { $hr }
    .counsellor = Een vertrouwenspersoon
    .customer = Een klant of patiënt
    .outsider = Iemand anders van buiten
    .rather_not = Zeg ik liever niet

utter_outsider_counts =
    Ook gedrag van mensen van buiten telt.
    Je werkgever hoort je daar ook tegen te beschermen.
