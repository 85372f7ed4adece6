# Bouwstenen die het programma zelf invult: lijsten van mensen, hulplijnen en deuren.
fact-man = man
fact-woman = vrouw
fact-other = anders
fact-internal = werkt hier
fact-external = werkt niet hier
fact-absent = Is nu niet aanwezig.
fact-roster-entry =
    { $name } ({ $gender }, { $side })
    { $place } · { $days }
    { $phone }
    { $mail }
fact-roster-hello = “{ $hello }”
fact-roster-option = { $name } ({ $gender })
fact-line = { $name }: { $how }
fact-line-details = { $name }: { $how } ({ $details })
fact-door = { $name }: { $contact }
fact-no-doors-inside = Hier heeft je organisatie nog niets voor ingevuld. Vraag het een vertrouwenspersoon.
fact-receipt =
    Jouw toestemming van { $day }
    Voor: { $name }
    Waarvoor: { $purpose }
    Stand: { $state }
fact-purpose-introduce = de eerste kennismaking
fact-purpose-write = een bericht van jou
fact-purpose-step = één stap die jij koos, door je vertrouwenspersoon
fact-state-given = gegeven, nog niet gebruikt
fact-state-spent = gebruikt, één keer
fact-state-withdrawn = ingetrokken
fact-letter-employee = Jij, { $day }: { $text }
fact-letter-counsellor = { $name }, { $day }: { $text }
fact-line-first = Eerste regel
fact-protocol-none = Je organisatie wijkt niet af van het protocol.
fact-deviation = { $key }: goedgekeurd door { $who } op { $day }

fact-roster-trained = Opgeleid als vertrouwenspersoon.
fact-roster-protected = Mag geen nadeel hebben van dit werk. Dat is afgesproken in deze organisatie.
