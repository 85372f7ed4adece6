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
fact-line-details = { $name }: { $how } ({ $details })
fact-line-named-never = zonder naam
fact-line-named-ask = naam nodig: dat hoor je daar
fact-line-named-always = met je naam
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

# Een kaartje van één plek (C51)
fact-card =
    { $name }
    Wat ze doen: { $what }
    Bereiken: { $how }
    Wanneer: { $hours }
    Kosten: { $cost }
    Is je naam nodig: { $named }
fact-kept-named = Is je naam nodig: { $named }
fact-card-ask = vraag het daar
fact-card-ask-counsellor = vraag het een vertrouwenspersoon
fact-card-how-unknown = op de manier die je gewend bent
fact-named-never = nee
fact-named-counsellor = niet als een vertrouwenspersoon gaat
fact-named-ask = dat hoor je daar
fact-named-always = ja

# Waarom iets in de korte lijst staat (C53)
fact-way =
    { $title }
    { $where }
    Is je naam nodig: { $named }
fact-way-why =
    { $way }
    Past bij: { $why }
fact-why-listen = iemand die luistert
fact-why-stop = je wilt dat het ophoudt
fact-why-know = weten wat kan en mag
fact-why-care = zorg voor jou
fact-why-decision = een besluit
fact-why-now = dag en nacht open
fact-why-without = zonder je naam

# Voor elke stap: is je naam nodig (C51)?
fact-step-name = Is je naam nodig? { $named }
fact-step-name-talk = De ander weet dat jij het bent.
fact-step-name-letter = Dat kies je zelf.
fact-step-name-together = Ja, je bent er zelf bij.
fact-step-name-refer = Nee. Alleen deze tekst gaat verder.
fact-step-name-group = Nee. Alleen deze tekst gaat verder.
fact-step-name-signal = Nee. Alleen deze tekst gaat verder.
fact-step-name-mediate = Ja, de ander weet om wie het gaat.
fact-step-name-complaint = Ja, bij een formele melding staat je naam.
