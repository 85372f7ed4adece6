# C61, C62
utter_accused =
    Dank je dat je dit zegt. Zo'n bericht kan veel met je doen.
    Je hebt recht op informatie, op je eigen verhaal en op steun.
    Ik weet niet of er een klacht is. Ik kan dat ook niet opzoeken.
    De vertrouwenspersonen hier kunnen je hierbij niet steunen. Mensen buiten de organisatie kunnen dat wel.

utter_accused_bodies =
    Hier kun je terecht:
    { $external_bodies }

utter_accused_crisis =
    Is het te zwaar? De Luisterlijn luistert dag en nacht: 088-0767 000.
    Denk je aan zelfdoding? Bel 113 of chat op 113.nl.
    Bij gevaar: 112. Ik kan zelf geen hulp sturen.

utter_accused_fresh =
    Van deze vraag leggen we niets vast. Wat je hier typte en niet verstuurde, is gewist.
    Maak je zelf iets mee op het werk? Begin dan een nieuw gesprek.
    Dat staat hier helemaal los van.
    .start = Nieuw gesprek
