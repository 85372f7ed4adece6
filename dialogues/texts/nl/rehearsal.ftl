# C45, C56, C58: een oefening van een minuut. Elke regel van de verzonnen vertrouwenspersoon begint met "Oefening".
utter_rehearsal_begin =
    Dit is een oefening van een minuut.
    De vertrouwenspersoon hieronder is verzonnen. Niemand leest mee.
    Er gaat niets weg en er blijft niets bewaard.

utter_rehearsal_typed =
    Dit is een oefening. Wat je nu typt, bewaar ik niet. Niemand krijgt het.
    Kies een knop. Wil je echt iets vertellen? Dan stopt de oefening.
    .start = Echt vertellen of vragen

utter_ask_rehearse_say =
    Oefening, verzonnen vertrouwenspersoon: "Fijn dat je er bent. Vertel maar, in je eigen tempo."
    Wat zou jij zeggen?
    .jokes = Ze maken steeds grappen over mij
    .doubt = Misschien is het niet erg genoeg
    .secret = Blijft dit tussen ons?

utter_rehearsal_jokes = Oefening, verzonnen vertrouwenspersoon: "Wat vervelend voor je. Hoe is dat, zo naar je werk gaan?"

utter_rehearsal_doubt = Oefening, verzonnen vertrouwenspersoon: "Het hoeft niet erg genoeg te zijn. Het zit jou dwars, en daarom luister ik."

utter_rehearsal_secret = Oefening, verzonnen vertrouwenspersoon: "Ja. Ik vertel het aan niemand zonder jouw ja. De wet heeft grenzen; die leg ik eerst uit."

utter_ask_rehearse_step =
    Oefening, verzonnen vertrouwenspersoon: "Ik zou met { $manager } kunnen praten. Dat gebeurt alleen als jij dat wilt. Wat wil jij?"
    .not_yet = Nee, nog niet
    .think = Ik wil nadenken

utter_rehearsal_not_yet = Oefening, verzonnen vertrouwenspersoon: "Dat is goed. Dan doe ik niets."

utter_rehearsal_think = Oefening, verzonnen vertrouwenspersoon: "Neem de tijd. Tot jij ja zegt, doe ik niets."

utter_rehearsal_end =
    Dit was de oefening. Er is niets begonnen en niets verstuurd.
    Zo gaat het ook echt: praten is geen melding, en jij beslist over elke stap.
